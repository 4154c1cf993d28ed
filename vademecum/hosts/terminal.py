"""What goes to a terminal: no character of a text may command it."""

from __future__ import annotations

from vademecum.language.regex import regex

# Control characters, and those that turn the direction of what follows.
COMMANDS = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """A text in which characters that a terminal obeys are written as numbers, `\\u001b`; JSON stays JSON."""
    return COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
