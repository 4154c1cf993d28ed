"""Where a text was written: a Markdown file's body, or a field of a YAML file, and the way from an offset in it to a line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from vademecum.model import Location
from vademecum.sources.source_file import Document, Path_, line_column

ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\n[ \t]*|.)", re.DOTALL)
BLOCK = re.compile(r"[|>][^\n]*\n")


@dataclass(frozen=True, slots=True)
class Origin:
    """A field of a source file: `path` leads to it in the file's data, and is empty for the body of a Markdown file.

    `text` is the field's text as it is parsed: the body whole, a value without the white space around it.
    """

    file: Document
    path: Path_
    text: str

    def location(self, offset: int = 0) -> Location:
        """The line and column of a byte offset in the text."""
        index = len(self.text.encode()[: max(offset, 0)].decode(errors="ignore"))
        if not self.path:
            line, column = line_column(self.text, index)
            return Location(self.file.path, self.file.body_line + line - 1, column)
        mark = self.file.where(*self.path)
        start = _offset(self.file.text, mark)
        return Location(self.file.path, *line_column(self.file.text, _place(self.file.text, start, self._before() + self.text, index + len(self._before()))))

    def _before(self) -> str:
        """The white space before the text in the value that it was made from."""
        value: Any = self.file.data
        for step in self.path:
            if not isinstance(value, (dict, list)) or (isinstance(value, dict) and step not in value):
                break
            value = value[step]  # type: ignore[index]
        return value[: len(value) - len(value.lstrip())] if isinstance(value, str) else ""


def body(file: Document) -> Origin:
    """The text of a Markdown file, below its front matter."""
    return Origin(file, (), file.body)


def _offset(text: str, place: Location) -> int:
    """The offset in a file's text of a line and column."""
    start = 0
    for _ in range(place.line - 1):
        start = text.index("\n", start) + 1
    return start + place.column - 1


def _place(text: str, start: int, value: str, index: int) -> int:
    """Where in a file's text the character at an index of a YAML scalar stands, the scalar beginning at `start`.

    Walks scalar and file together: what YAML folds is white space on both sides, and a quoted scalar has its escapes.
    Source: https://yaml.org/spec/1.2.2/, chapters 7 and 8.
    """
    quote = text[start : start + 1] if text[start : start + 1] in ("'", '"') else ""
    at = start + 1 if quote else header.end() if (header := BLOCK.match(text, start)) else start
    for character in value[:index]:
        at = _past(text, _at(text, at, character, quote), character, quote)
    return _at(text, at, value[index : index + 1], quote) if index < len(value) else at


def _at(text: str, at: int, character: str, quote: str) -> int:
    """Past what stands in the file before a character of the value and is none of it: the indents of lines."""
    if character in (" ", "\n", "") or text[at : at + 1] == character:
        return at
    while at < len(text) and text[at] in " \n" and text[at] != character:
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
