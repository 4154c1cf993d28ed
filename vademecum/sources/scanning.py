"""What is wrong with the characters and lines of a text, before anybody asks what they mean."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator

from vademecum.model import Finding, Location
from vademecum.sources import limits
from vademecum.sources.characters import unprintable
from vademecum.sources.invisible import CONTROL, UNSEEN, name_of, unseen

MOST = 100  # invisible characters told of one file: who pasted more has one cause to mend


class Places:
    """The line and column, from 1, of each offset in a text."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> Location:
        row = bisect_right(self.starts, offset) - 1
        return Location(self.name, row + 1, offset - self.starts[row] + 1)


def unreadable_parts(name: str, text: str) -> list[Finding]:
    """Why a text is not read at all: a control character, a line without end."""
    places = Places(name, text)
    if control := CONTROL.search(text):
        return [Finding("control-character", places.at(control.start()), {"found": _number(control[0])})]
    starts = [*places.starts, len(text) + 1]
    for start, end in itertools.pairwise(starts):
        if (length := end - 1 - start) > limits.LINE:
            values = {"length": str(length), "limit": str(limits.LINE)}
            return [Finding("line-too-long", places.at(start), values)]
    return []


def strange_characters(name: str, text: str) -> Iterator[Finding]:
    """The characters that nobody sees, each once a line, and those that no font of ours has, each once."""
    if text.isascii():
        return
    places, told = Places(name, text), set[tuple[int, str]]()
    for found in unseen(text):
        place = places.at(found.offset)
        if (place.line, found.character) not in told:
            told.add((place.line, found.character))
            yield Finding("invisible-character", place, {"found": found.name})
        if len(told) == MOST:
            break
    lacked = set[str]()
    for lacking in unprintable().finditer(text):
        if lacking[0] not in lacked and not UNSEEN.match(lacking[0]):
            lacked.add(lacking[0])
            values = {"found": f"{lacking[0]} ({_number(lacking[0])})"}
            yield Finding("unprintable-character", places.at(lacking.start()), values)


def of_value(value: str, text: str, place: Location) -> Iterator[Finding]:
    """The same of a value that escapes stand for, such as "\\u202E": what its file's `text` does not hold."""
    if value.isascii() and value.isprintable():
        return
    for code, found in _strange(value):
        if found not in text:
            shown = name_of(found) if code == "invisible-character" else _number(found)
            told = f"{found} ({shown})" if code == "unprintable-character" else shown
            yield Finding(code, place, {"found": told})


def _strange(value: str) -> Iterator[tuple[str, str]]:
    """The first character of each kind that is wrong with a value."""
    if control := CONTROL.search(value):
        yield "control-character", control[0]
    if hidden := next(unseen(value), None):
        yield "invisible-character", hidden.character
    for lacking in unprintable().finditer(value):
        if not (UNSEEN.match(lacking[0]) or CONTROL.match(lacking[0])):
            yield "unprintable-character", lacking[0]
            return


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"
