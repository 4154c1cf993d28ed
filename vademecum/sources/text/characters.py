"""Which characters can be printed: those that one of our fonts holds."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from vademecum.house import FONTS
from vademecum.language.regex import regex

# White space, marks for breaking and joining, and what chooses between a sign and a picture of it need no
# glyph.
UNSEEN = "\t\n \u00a0\u00ad\u200b\u200c\u200d\u2060\ufe00-\ufe0f"
BOX = "▯"  # what is printed in place of a character that no font holds
# A picture sign with all that belongs to it: a skin colour, joined signs, a flag's two letters or its tags.
_PICTURE = "[\U0001f000-\U0001faff]"
EMOJI = regex(
    f"[#*0-9]\ufe0f?\u20e3|{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f]*"
    f"(?:\u200d(?:{_PICTURE}|[\u2190-\u2bff])[\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a text holds and no font: a word's letters in a row, or one sign; an emoji with all its parts."""

    offset: int
    text: str
    emoji: bool

    @property
    def name(self) -> str:
        """The characters and their numbers, as messages have them: 北京 (U+5317 U+4EAC)."""
        codes = [f"U+{ord(character):04X}" for character in self.text]
        return f"{self.text} ({' '.join(codes[:4])}{' …' if len(codes) > 4 else ''})"


@functools.cache
def coverage() -> tuple[str, ...]:
    """The characters that our fonts hold, as coverage.txt beside them has it: numbers in hexadecimal,
    first-last, written by tools/fonts.py.
    """
    return tuple((FONTS / "coverage.txt").read_text(encoding="ascii").split())


@functools.cache
def unprintable() -> re.Pattern[str]:
    """Finds each character that cannot be printed."""
    held = "".join("-".join(re.escape(chr(int(end, 16))) for end in line.split("-")) for line in coverage())
    return regex(f"[^{held}{UNSEEN}]")


def printable_steps() -> list[int]:
    """The characters that can be printed, as steps from one number to another: to the first of a range, to
    its last, to the first of the next range, and so on.
    """
    ends = [tuple(int(end, 16) for end in line.split("-")) for line in coverage()]
    ends += [tuple(map(ord, part.split("-"))) for part in re.findall(r".-.|.", UNSEEN, re.DOTALL)]
    steps, at = [], 0
    for first, *_, last in sorted((one[0], *one) for one in ends):
        if last > at:
            first = max(first, at + 1)
            steps += [first - at, last - first]
            at = last
    return steps


def lacking(text: str) -> list[Lacking]:
    """What cannot be printed of a text, each once, where it stands first; in linear time."""
    if text.isascii():
        return []
    first: dict[str, Lacking] = {}
    for found in _lacking(text):
        first.setdefault(found.text, found)
    return list(first.values())


def _lacking(text: str) -> Iterator[Lacking]:
    pattern, at = unprintable(), 0
    while found := pattern.search(text, at):
        start, at = found.span()
        if emoji := EMOJI.match(text, start):
            at = emoji.end()
        elif found[0].isalpha():  # the letters of one word are one finding
            while at < len(text) and pattern.match(text, at) and text[at].isalpha():
                at += 1
        yield Lacking(start, text[start:at], emoji is not None)


def printable(text: str) -> str:
    """The text with a box for each character that cannot be printed, and one for an emoji as a whole."""
    if text.isascii() or not unprintable().search(text):
        return text
    pieces: list[str] = []
    done = 0
    for found in _lacking(text):
        pieces += text[done : found.offset], BOX * (1 if found.emoji else len(found.text))
        done = found.offset + len(found.text)
    return "".join((*pieces, text[done:]))
