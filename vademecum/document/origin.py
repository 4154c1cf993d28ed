"""Where a text was written: a Markdown file's body, or a field of a YAML file, and the way from an offset in
it to a line and column.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from vademecum.language.regex import regex
from vademecum.model import Location
from vademecum.sources.text.source_file import Path_, SourceFile

ESCAPE = regex(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\n[ \t]*|.)", re.DOTALL)
BLOCK = regex(r"[|>][^\n]*\n")


@dataclass(frozen=True, slots=True)
class Origin:
    """A field of a source file: `path` leads to it in the file's data, and is empty for the body of a
    Markdown file.

    `text` is the field's text as it is parsed: the body whole, a value without the white space around it.
    """

    file: SourceFile
    path: Path_
    text: str

    @property
    def source(self) -> bytes:
        """The text in UTF-8, as offsets count it; made once for many who ask."""
        return _lines(self.text)[0]

    def holds(self, words: str) -> bool:
        """Whether words stand anywhere in the text; looked for once for many who ask."""
        return _holds(self.text, words)

    def location(self, offset: int = 0) -> Location:
        """The line and column of a byte offset in the text."""
        row, column = _line_of(self.text, max(offset, 0))
        if not self.path:
            return Location(self.file.path, self.file.body_line + row, column + 1)
        mark, before = self.file.where(*self.path), self._before()
        index = len(before) + _starts(self.text)[row] + column
        return Location(
            self.file.path, *_places(self.file.text, mark.line, mark.column, before + self.text)[index]
        )

    def find(self, words: str, start: int, end: int) -> int:
        """The byte offset of words between two others, the last of several; where the first begins, if they
        do not stand there.
        """
        found = self.source.rfind(words.encode(), start, end)
        return found if found >= 0 else start

    def _before(self) -> str:
        """The white space before the text in the value that it was made from."""
        value: Any = self.file.data
        for step in self.path:
            if not isinstance(value, (dict, list)) or (isinstance(value, dict) and step not in value):
                break
            value = value[step]  # type: ignore[index]  # a place in a list or a key, as the path was made
        return value[: len(value) - len(value.lstrip())] if isinstance(value, str) else ""


def body(file: SourceFile) -> Origin:
    """The text of a Markdown file, below its front matter."""
    return Origin(file, (), file.body)


@functools.lru_cache(maxsize=64)
def _lines(text: str) -> tuple[bytes, list[int]]:
    """A text in UTF-8, and the byte offset at which each of its lines begins."""
    encoded = text.encode()
    return encoded, [0, *(found.end() for found in re.finditer(b"\n", encoded))]


@functools.lru_cache(maxsize=256)
def _holds(text: str, words: str) -> bool:
    return words in text


@functools.lru_cache(maxsize=64)
def _starts(text: str) -> list[int]:
    """The index at which each line of a text begins."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _line_of(text: str, offset: int) -> tuple[int, int]:
    """The line of a byte offset, from 0, and how many characters stand before it there."""
    encoded, starts = _lines(text)
    row = bisect_right(starts, min(offset, len(encoded))) - 1
    return row, len(encoded[starts[row] : offset].decode(errors="ignore"))


@functools.lru_cache(maxsize=64)
def _places(text: str, line: int, column: int, value: str) -> list[tuple[int, int]]:
    """The line and column in a file of each character of a YAML scalar that begins at a line and column, and
    of its end.

    Walks scalar and file together: what YAML folds is white space on both sides, and a quoted scalar has its
    escapes.
    Source: https://yaml.org/spec/1.2.2/, chapters 7 and 8.
    """
    starts = _starts(text)
    start = starts[line - 1] + column - 1
    quote = text[start : start + 1] if text[start : start + 1] in ("'", '"') else ""
    at = start + 1 if quote else header.end() if (header := BLOCK.match(text, start)) else start
    offsets = []
    for character in value:
        offsets.append(at := _at(text, at, character))
        at = _past(text, at, character, quote)
    rows = [(bisect_right(starts, offset) - 1, offset) for offset in (*offsets, at)]
    return [(row + 1, offset - starts[row] + 1) for row, offset in rows]


def _at(text: str, at: int, character: str) -> int:
    """Past what stands in the file before a character of the value and is none of it: the indents of
    lines.
    """
    if character in (" ", "\n") or text[at : at + 1] == character:
        return at
    while at < len(text) and text[at] in " \n":
        at += 1
    return at


def _past(text: str, at: int, character: str, quote: str) -> int:
    """Past one character of the value."""
    if quote == '"' and (escape := ESCAPE.match(text, at)):
        return escape.end()
    if quote == "'" and text.startswith("''", at):
        return at + 2
    if character == "\n" and text[at : at + 1] == "\n":
        return at + 1
    if character in " \n" and text[at : at + 1] in (" ", "\n"):
        # A folded line end is a space in the value, or a line end where empty lines follow.
        end = at
        while end < len(text) and text[end] in " \n":
            end += 1
        return end if "\n" in text[at:end] else at + 1
    return at + 1
