"""Where the words and marks of a parsed text stand in its source.

Python-Markdown keeps no positions. `syntax.Positions` marks each block with the offset of its text; within a block, inline texts come
in the source's order, so each line of each is searched from where the one before ended, passing over what is written there but is
no text: addresses, titles, note marks, attributes.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from xml.etree.ElementTree import Element

from vademecum.document import blocks
from vademecum.document.blocks import Parsed
from vademecum.document.syntax import AT

WRITTEN = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])|(&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)")
ADDRESS = r"""(?:\((?:"[^"\n]*"|\\.|\((?:[^()\\]|\\.)*\)|[^()\\"])*\)|\ ?\[[^\]]*\])?"""
LABEL = r"\[(?:[^\[\]\\]|\\.|\[[^\]]*\])*\]"
ATTRIBUTES = r"(?:\{:?[^}\n]*\})?"
PICTURE = re.compile(f"!{LABEL}{ADDRESS}{ATTRIBUTES}", re.DOTALL)
NOTE_MARK = re.compile(r"\[\^[^\]]*\]")
AFTER_LINK = re.compile(rf"[*_`\s]*(?:\]{ADDRESS}|>){ATTRIBUTES}", re.DOTALL)
AFTER_MARKS = re.compile(rf"[*_`]*{ATTRIBUTES}")
STARTS = {"a": re.compile(r"[\[<]"), "img": re.compile(r"!\["), "sup": re.compile(r"\[\^")}


class Source:
    """A text as the parser reads it (`read`: no tabs) and as the reader does (`seen`: no escapes or entities), with the way back."""

    def __init__(self, text: str) -> None:
        self.read, self._given = _without_tabs(text)
        self.seen, self._read = _without_escapes(self.read)

    def given(self, seen: int) -> int:
        """The offset in the text as given of one in the text as seen."""
        return self._given[self._read[seen]]

    def skip(self, pattern: re.Pattern[str], seen: int) -> int:
        """Where a pattern ends that begins at an offset in the text as seen; that offset where it does not."""
        match = pattern.match(self.read, self._read[seen])
        return self.enter(match.end()) if match else seen

    def enter(self, read: int) -> int:
        """The offset in the text as seen of one in the text as the parser reads it."""
        return bisect_left(self._read, read)

    def find(self, piece: str, start: int) -> tuple[int, int] | None:
        """Where a piece of text begins and ends, from an offset on. Code keeps its escapes, so it is sought without them too."""
        for wanted in (piece, _without_escapes(piece)[0]):
            if wanted and (found := self.seen.find(wanted, start)) >= 0:
                return found, found + len(wanted)
        return None


def _without_tabs(text: str) -> tuple[str, list[int]]:
    """The text with its tabs set as spaces, as Python-Markdown does, and the given offset of each character and of the end."""
    pieces: list[str] = []
    offsets: list[int] = []
    column = 0
    for at, character in enumerate(text):
        piece = {"\t": " " * (4 - column % 4), "\x02": "", "\x03": ""}.get(character, character)
        pieces.append(piece)
        offsets += [at] * len(piece)
        column = 0 if character == "\n" else column + len(piece)
    return "".join(pieces), [*offsets, len(text)]


def _without_escapes(text: str) -> tuple[str, list[int]]:
    """The text with `\\*` and `&eacute;` as the characters they stand for, and the former offset of each character and of the end."""
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in WRITTEN.finditer(text):
        piece = match[1] or html.unescape(match[2])
        pieces += text[done : match.start()], piece
        offsets += range(done, match.start())
        offsets += [match.start()] * len(piece)
        done = match.end()
    pieces.append(text[done:])
    return "".join(pieces), [*offsets, *range(done, len(text) + 1)]


class Places:
    """A text parsed again for the sake of its places: where each element begins and ends, and each character of its texts stands."""

    def __init__(self, text: str) -> None:
        self._source = Source(text)
        self._pieces: dict[tuple[int, str], list[tuple[int, int]]] = {}
        self._spans: list[tuple[int, int]] = []
        self._cursor = 0
        self.parsed: Parsed = blocks.parse(self._source.read, positions=True)
        self._walk(self.parsed.tree)

    def offset(self, element: Element, part: str, index: int) -> int:
        """The offset in the source of a character of an element's `text` or `tail`."""
        start, seen = next(piece for piece in reversed(self._pieces[id(element), part]) if piece[0] <= index)
        return self._source.given(min(seen + index - start, len(self._source.seen)))

    def span(self, number: int) -> tuple[int, int]:
        """Where in the source an element begins and ends, by its number in document order."""
        start, end = self._spans[number]
        return self._source.given(start), self._source.given(end)

    def _walk(self, element: Element) -> None:
        number = len(self._spans)
        self._begin(element)
        self._spans.append((self._cursor, self._cursor))
        if element.tag == "img":
            self._cursor = self._source.skip(PICTURE, self._cursor)
        elif element.tag == "sup" or element.get("class") == "footnote-backref":
            self._cursor = self._source.skip(NOTE_MARK, self._cursor)
            self._spans += [self._spans[-1]] * (sum(1 for _ in element.iter()) - 1)
        else:
            self._inside(element)
        self._spans[number] = self._spans[number][0], self._cursor

    def _begin(self, element: Element) -> None:
        """Move to where an element is written: a block knows, a link or picture starts with its bracket."""
        if (at := element.get(AT)) is not None:
            self._cursor = self._source.enter(int(at))
        start = None if element.get("class") == "footnote-backref" else STARTS.get(element.tag)
        if start and (match := start.search(self._source.seen, self._cursor)):
            self._cursor = match.start()

    def _inside(self, element: Element) -> None:
        self._text(element, "text", element.text)
        for child in element:
            self._walk(child)
            self._text(child, "tail", child.tail)
        if element.tag == "a":
            self._cursor = self._source.skip(AFTER_LINK, self._cursor)
        elif element.tag in ("em", "strong", "code"):
            self._cursor = self._source.skip(AFTER_MARKS, self._cursor)

    def _text(self, element: Element, part: str, text: str | None) -> None:
        pieces = self._pieces[id(element), part] = [(0, self._cursor)]
        start = 0
        for line in (text or "").split("\n"):
            piece = line.strip()
            if found := self._source.find(piece, self._cursor):
                pieces.append((start + line.index(piece), found[0]))
                self._cursor = found[1]
            start += len(line) + 1
