"""What is wrong with the characters and lines of a text, before anybody asks what they mean."""

from __future__ import annotations

import itertools
import re
import string
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.text import limits
from vademecum.sources.text.characters import lacking, unprintable
from vademecum.sources.text.invisible import CONTROL, UNSEEN, unseen
from vademecum.sources.text.lookalikes import TELLING, look_alikes

MOST = 100  # commands and invisible characters told of one file: who pasted more has one cause to mend
REPLACED = "\ufffd"  # what stands for a byte that is not UTF-8
# Told for what they are, or needed where they stand: whether a font has them does not matter.
TOLD = regex(f"(?:{CONTROL.pattern}|{UNSEEN.pattern})+")
SUSPECT = regex(f"[{CONTROL.pattern[1:-1]}{UNSEEN.pattern[1:-1]}]")


class Strange(NamedTuple):
    """A character that is wrong with a text, or several in a row: where it stands, and what to call it."""

    offset: int
    text: str
    name: str


class Places:
    """The line and column, from 1, of each offset in a text."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> Location:
        row = bisect_right(self.starts, offset) - 1
        return Location(self.name, row + 1, offset - self.starts[row] + 1)


def too_long_line(name: str, text: str) -> Finding | None:
    """The first line without end; a text that has one is not read."""
    if len(text) <= limits.LINE:
        return None
    starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]
    for row, (start, end) in enumerate(itertools.pairwise(starts), 1):
        if (length := end - 1 - start) > limits.LINE:
            values = {"length": str(length), "limit": str(limits.LINE)}
            return Finding("line-too-long", Location(name, row, 1), values)
    return None


_plain: set[str] = set()  # the characters that were looked at and found to be nothing strange
LETTERS = f"{string.ascii_letters} \n".encode()  # most of every text, and nothing strange


def are_plain(text: str) -> bool:
    """Whether no character of a text is strange, as of nearly every text: each of its other signs is looked
    at once, in a twentieth of the time that patterns take.
    """
    others = text.encode(errors="surrogatepass").translate(None, LETTERS).decode(errors="surrogatepass")
    for character in set(others) - _plain:
        if character in TELLING or SUSPECT.match(character) or unprintable().match(character):
            return False
        _plain.add(character)
    return True


def strange_characters(name: str, text: str, *, whole: bool = True) -> Iterator[Finding]:
    """The characters that are commands or that nobody sees, each once a line, and those that no font of ours
    has, each once.

    Where the text is not whole, because its file is not UTF-8, what stands for the rest is not told.
    """
    places, told = Places(name, text), set[tuple[int, str]]()
    for code, found in _strange(text):
        place = places.at(found.offset)
        if code == "unprintable-character":
            if whole or REPLACED not in found.text:
                yield Finding(code, place, {"found": found.name, "nearest": _common(found.text)})
            continue
        once = (place.line if whole else 0, found.text)
        if once not in told and len(told) < MOST:
            told.add(once)
            yield Finding(code, place, {"found": found.name})

    for alike in look_alikes(text):
        values = {"found": f"{alike.text} (U+{ord(alike.text[0]):04X})", "nearest": alike.meant}
        yield Finding(alike.code, places.at(alike.offset), values)


def _common(text: str) -> str:
    """The common sign that a wide one stands for, as keyboards of East Asia write them: ： -> :"""
    plain = unicodedata.normalize("NFKC", text)
    return plain if plain.isascii() and plain.isprintable() and plain.strip() else ""


def of_value(value: str, text: str) -> Iterator[tuple[str, Strange]]:
    """The same of a value that escapes such as "\\u202E" stand in: what its file's `text` does not hold."""
    told = set[str]()
    for code, found in _strange(value):
        if found.text not in told and found.text not in text:
            told.add(found.text)
            yield code, found


def _strange(text: str) -> Iterator[tuple[str, Strange]]:
    """Every character that is a command, every one that is not seen, those that cannot be printed; each with
    the code of its finding.
    """
    if are_plain(text):
        return
    for control in CONTROL.finditer(text):
        yield "control-character", Strange(control.start(), control[0], f"U+{ord(control[0]):04X}")
    for hidden in unseen(text):
        yield "invisible-character", Strange(hidden.offset, hidden.character, hidden.name)
    for one in lacking(text):
        if not TOLD.fullmatch(one.text):
            yield "unprintable-character", Strange(one.offset, one.text, one.name)
