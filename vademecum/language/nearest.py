"""What a misspelt word may have meant, and what could have been chosen."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice most like `word`, or an empty string where none is near."""
    return next(iter(difflib.get_close_matches(word.lower(), list(choices), 1, 0.6)), "")


def choices(words: Iterable[str], most: int = 12) -> str:
    """A list of valid choices for a message, cut where it would fill the screen."""
    listed = list(words)
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")
