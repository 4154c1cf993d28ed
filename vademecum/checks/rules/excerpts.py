"""What a message shows of some words: their beginning, with a sign where it is cut, so that who copies it
knows of the rest; and whether they are only spoken of.
"""

from __future__ import annotations

from vademecum.language.regex import regex

LONG = 200  # letters that a title hardly ever has
SPACES = " \u00a0\u202f"
NEXT = regex(r"[\w’'-]{1,30}")


def is_spoken_of(words: str, at: int, found: str) -> bool:
    """Whether what was found is all that stands between two quotation marks: the fault “it's own”."""
    before, behind = words[:at].rstrip(SPACES)[-1:], words[at + len(found) :].lstrip(SPACES)[:1]
    return f"{before}{behind}" in ("«»", "“”")


def beginning(words: str, most: int = LONG) -> str:
    """Words as they are, or their first ones and the sign of an omission."""
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


def following(words: str, at: int) -> str:
    """The word behind what was found, where only that shows which it is: "A travers"."""
    found = NEXT.match(words, at)
    return found[0] if found else ""
