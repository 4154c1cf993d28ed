"""Troubles of a page's text -> findings in the files that it was written in.

A page's Markdown is a file's text with what a template sets around it from YAML. A place in the former is exact; a place in the latter
is the field that the line at fault was made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from vademecum.document.blocks import Trouble
from vademecum.document.places import Places
from vademecum.model import Finding, Location
from vademecum.pages.scene import Page, Text
from vademecum.sources.library import Library
from vademecum.sources.source_file import Document, Path_, line_column

# What carries its own words at fault; a block's may stand below its text, as attributes do.
BOUNDED = ("a", "img", "cite", "code")


def findings(library: Library, page: Page, text: Text, troubles: Iterable[Trouble]) -> list[Finding]:
    """The findings that troubles amount to, each with its place."""
    placing = _Placing(library, page, text)
    return [
        Finding(trouble.code, placing.of(trouble), {"found": trouble.found, **trouble.values})
        for trouble in troubles
    ]


class _Placing:
    def __init__(self, library: Library, page: Page, text: Text) -> None:
        self.library, self.page, self.text = library, page, text
        self.places = Places(text.markdown)
        self.tags = [str(element.tag) for element in self.places.parsed.tree.iter()]

    def of(self, trouble: Trouble) -> Location:
        offset = self._offset(trouble)
        line, column = line_column(self.text.markdown, offset)
        return self._in_text(line, column) or self._in_field(line, column, trouble.found)

    def _offset(self, trouble: Trouble) -> int:
        """Where in the Markdown the words at fault stand: in a link last, as its address; else where their element begins."""
        number = min(
            trouble.element, len(self.tags) - 1
        )  # a text nested too deeply to be parsed again has but one
        start, end = self.places.span(number)
        end = end if self.tags[number] in BOUNDED else len(self.text.markdown)
        whole = re.compile(rf"(?<![\w-]){re.escape(trouble.found)}(?![\w-])")
        found = [match.start() for match in whole.finditer(self.text.markdown, start, end)] or [
            self.text.markdown.find(trouble.found, start, end)
        ]
        offset = found[-1] if self.tags[number] == "a" else found[0]
        return offset if offset >= 0 else start

    def _in_text(self, line: int, column: int) -> Location | None:
        """The place in the file whose text the page shows, where the line is one of that text."""
        document = self.library.documents.get(self.page.source or "")
        below = line - 1 - self.text.body_at
        if (
            document is None
            or not self.text.body_line
            or not 0 <= below <= document.body.strip("\n").count("\n")
        ):
            return None
        number = self.text.body_line + below
        moved_in = len(self._line(line)) - len(document.text.split("\n")[number - 1])
        return Location(document.path, number, max(column - moved_in, 1))

    def _line(self, number: int) -> str:
        return self.text.markdown.split("\n")[number - 1]

    def _in_field(self, line: int, column: int, found: str) -> Location:
        """The place in the field that a line of the page was made from: the longest part of a field that stands there."""
        shown = self._line(line)
        best: tuple[int, Location] = (0, Location(self.page.source or "."))
        for document in self._documents():
            for path, value in _scalars(document.data, ()):
                for part in filter(None, map(str.strip, value.split("\n"))):
                    at = shown.rfind(part, 0, column - 1 + len(part))
                    if len(part) > best[0] and 0 <= at < column <= at + len(part):
                        best = len(part), _within(document, path, part, column - 1 - at, found)
        return best[1]

    def _documents(self) -> list[Document]:
        """The page's own file first; then the others that it may show a passage of."""
        own = self.page.source or ""
        near = own.split(".")[0]
        return sorted(
            self.library.documents.values(),
            key=lambda document: (document.path != own, not document.path.startswith(near), document.path),
        )


def _scalars(data: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Every text in a document's data, with its path."""
    if isinstance(data, str):
        yield path, data
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from _scalars(value, (*path, key))


def _within(document: Document, path: Path_, part: str, offset: int, found: str) -> Location:
    """The place of an offset in a line of a field: exact where the file holds that line as it is, else the words at fault."""
    mark = document.where(*path)
    lines = document.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: mark.line - 1]) + mark.column - 1
    if (at := document.text.find(part, start)) >= 0:
        return Location(document.path, *line_column(document.text, at + offset))
    before = part.count(found, 0, offset)
    for _ in range(before + 1):
        at = document.text.find(found, max(at + 1, start))
    return Location(document.path, *line_column(document.text, at)) if at >= 0 else mark
