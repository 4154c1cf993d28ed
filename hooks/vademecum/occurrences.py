"""Every place in a Markdown file where a term could link, with its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from . import blocks
from .linking import linkable
from .matching import Matcher
from .sources import Document, line_column

# What separates the pieces of a text that stand letter for letter in the source: line ends and what the parser put in.
BREAK = re.compile(r"\n")
AFTER_LINK = re.compile(r"\]?\s*(\((?:[^()\\]|\\.|\([^()]*\))*\)|\[[^\]]*\])?")
AFTER_ANY = re.compile(r"[*_`~]*(\{:?[^}\n]*\})?")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a file; line and column count from 1, columns in characters."""

    line: int
    column: int
    form: str
    concept: str


def occurrences(document: Document, matcher: Matcher) -> list[Occurrence]:
    """Every linkable occurrence in a document's text, in order, repeats included."""
    parsed = blocks.parse(document.body, positions=True)
    places = _Places(document.body)
    places.walk(parsed.tree)
    found = []
    for element, where, text in linkable(parsed.tree):
        for match in matcher.find(text):
            offset = places.offset(element, where, match.start)
            line, column = line_column(document.body, offset)
            found.append(Occurrence(line + document.body_line - 1, column, match.form, match.concept))
    return sorted(found, key=lambda occurrence: (occurrence.line, occurrence.column))


class _Places:
    """Where the texts of a tree stand in the source.

    Blocks know the offset of their text (`blocks.Positions`). Within a block, inline texts come in the source's order, so each line
    of each is searched from where the one before ended; after a link, its address is passed over.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.cursor = 0
        self.pieces: dict[tuple[int, str], list[tuple[int, int]]] = {}
        self.keep: list[Element] = []

    def walk(self, element: Element) -> None:
        if (at := element.get(blocks.AT)) is not None:
            self.cursor = int(at)
        self._text(element, "text", element.text)
        for child in element:
            self.walk(child)
            self._leave(child)
            self._text(child, "tail", child.tail)

    def _leave(self, child: Element) -> None:
        """Pass over what follows an inline element in the source and is no text: an address, closing marks, attributes."""
        if child.tag in ("a", "img", "cite") and (match := AFTER_LINK.match(self.source, self.cursor)):
            self.cursor = match.end()
        if child.tag in ("a", "em", "strong", "code", "img") and (match := AFTER_ANY.match(self.source, self.cursor)):
            self.cursor = match.end()

    def _text(self, element: Element, where: str, text: str | None) -> None:
        if not text or not text.strip():
            return
        self.keep.append(element)
        pieces, start = self.pieces.setdefault((id(element), where), []), 0
        for line in BREAK.split(text):
            piece = line.strip()
            if piece:
                found = self.source.find(piece, self.cursor)
                if found >= 0:
                    pieces.append((start + line.index(piece), found))
                    self.cursor = found + len(piece)
            start += len(line) + 1

    def offset(self, element: Element, where: str, start: int) -> int:
        """The source offset of the character at `start` of a text."""
        pieces = self.pieces.get((id(element), where), [])
        return next((at + start - begin for begin, at in reversed(pieces) if begin <= start), self.cursor)


