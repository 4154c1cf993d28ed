"""The beginning of what a message shows, with a sign where it is cut: who copies it knows of the rest."""

from __future__ import annotations

LONG = 200  # letters that a title hardly ever has


def beginning(words: str, most: int = LONG) -> str:
    """Words as they are, or their first ones and the sign of an omission."""
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
