"""Characters that nobody sees: which of them are told, and what they are called.

They turn words round, hide words in others, or make two names of one. What a language or a font's signs need
passes: soft hyphens inside a word, no-break spaces, marks of direction beside words that run from right to
left, joiners inside the scripts that join, the choice between a sign and its picture.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from vademecum.language.regex import regex

# Ends of lines to YAML and to terminals, commands to both, and what is no character.
CONTROL = regex(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
UNSEEN = regex(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\uffa0\ufff9-\ufffb\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
SOFT_HYPHEN, JOINERS, DIRECTIONS = "\u00ad", "\u200c\u200d", "\u200e\u200f\u061c"
ZERO_WIDTH_SPACE, TAGS = "\u200b", regex("[\U000e0020-\U000e007f]")
# Scripts that put no space between words: a break may stand there.
SPACELESS = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u3040-\u30ff\u4e00-\u9fff]")
# Scripts whose letters change by their neighbours: Arabic, Syriac, N'Ko, those of India, Mongolian …
JOINING = regex(
    "[\u0600-\u07ff\u0840-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u18af\ufb50-\ufdcf\ufe70-\ufefe]"
)
NAMES = {0x2800: "BRAILLE PATTERN BLANK"}


class Unseen(NamedTuple):
    """A character that is told: its offset in the text, and itself."""

    offset: int
    character: str

    @property
    def name(self) -> str:
        """Its number and its name, as Unicode has them: U+202E RIGHT-TO-LEFT OVERRIDE."""
        return name_of(self.character)


def name_of(character: str) -> str:
    """The number of a character, and its name where it has one."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def unseen(text: str) -> Iterator[Unseen]:
    """Every invisible character of a text that no language needs where it stands; in linear time."""
    if text.isascii():
        return
    for found in UNSEEN.finditer(text):
        at = found.start()
        if not _needed(text, at):
            yield Unseen(at, found[0])


def _needed(text: str, at: int) -> bool:
    """Whether what stands around an invisible character needs it."""
    character, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if character == SOFT_HYPHEN:
        return before.isalpha() and after.isalpha()
    if character in JOINERS:
        return bool(JOINING.match(before) and JOINING.match(after)) or _joins_pictures(before, after)
    if character in DIRECTIONS:
        return any(map(_runs_left, (before, after)))
    if character == ZERO_WIDTH_SPACE:
        return bool(SPACELESS.match(before) and SPACELESS.match(after))
    if "\ufe00" <= character <= "\ufe0f":  # it chooses how the sign before it looks
        return bool(before) and (unicodedata.category(before) in ("So", "Sm", "Po", "Nd", "Lo"))
    if "\u180b" <= character <= "\u180f":
        return "\u1820" <= before <= "\u18aa"
    if TAGS.match(character):  # of a flag: each tag follows another or the flag's own sign
        return bool(TAGS.match(before)) or before == "\U0001f3f4"
    return False


def _joins_pictures(before: str, after: str) -> bool:
    """Whether a joiner makes one picture of two: a family, a woman who farms."""
    return (before == "\ufe0f" or before >= "\u2190") and after >= "\u2190" and not after.isalpha()


def _runs_left(character: str) -> bool:
    return bool(character) and unicodedata.bidirectional(character) in ("R", "AL", "AN")


def visible(text: str) -> str:
    """A text for a terminal or a report: commands, what is no character or not seen stand as numbers."""
    if text.isprintable():
        return UNSEEN.sub(_number, text)
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character in "\n\r\t" or unicodedata.category(character) == "Zs":
        return " "
    return character if character.isprintable() and not UNSEEN.match(character) else f"<{_code(character)}>"


def _number(found: re.Match[str]) -> str:
    return f"<{_code(found[0])}>"


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
