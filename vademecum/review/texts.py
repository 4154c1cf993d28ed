"""A page's document -> its lines: the words of each block as a reader sees them, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from vademecum.document import inlines, tree, walking
from vademecum.document.inlines import Citation, Inlines
from vademecum.document.origin import Origin
from vademecum.document.tree import Document

Cited = Callable[[Citation], str]


class Line(NamedTuple):
    """The words of one block. `section` is the heading above; `sources` are what it cites, or else the entry
    of a list or the box around it; `heading` says that it is one itself; `own` are the words without
    citations.
    """

    words: str
    section: str
    sources: tuple[str, ...]
    origin: Origin | None
    at: int
    heading: bool = False
    own: str = ""


def lines_of(document: Document, cited: Cited) -> list[Line]:
    """The lines of a document and of its notes, in the order of reading."""
    reader = _Reader(cited)
    reader.read(document.blocks, ())
    for note in document.notes:
        reader.read(note.blocks, ())
    return reader.lines


class _Reader:
    def __init__(self, cited: Cited) -> None:
        self.cited = cited
        self.lines: list[Line] = []
        self.section = ""

    def read(self, blocks: Any, around: tuple[str, ...]) -> None:
        for block in blocks:
            self.block(block, around)

    def block(self, block: Any, around: tuple[str, ...]) -> None:
        if isinstance(block, tree.Box):
            own = tuple(dict.fromkeys(self.sources(block.blocks)))
            self.add(block.title, block, own or around)
            self.read(block.blocks, own or around)
            return
        if isinstance(block, tree.Entries):  # each with its own: what one fact cites, its neighbour does not
            for entry in block.entries:
                self.block(entry, tuple(dict.fromkeys(self.sources((entry,)))))
            return
        for content, owner in _contents(block):
            self.add(content, owner, around)
        for blocks in _insides(block):
            self.read(blocks, around)

    def add(self, content: Any, block: Any, around: tuple[str, ...]) -> None:
        words = " ".join(said(content, self.cited).split())
        heading = isinstance(block, tree.Heading)
        if heading:
            self.section = words
        if words:
            sources = tuple(dict.fromkeys(self.sources((block,)))) or around
            own = " ".join(said(content, _unsaid).split())
            self.lines.append(Line(words, self.section, sources, block.origin, block.at, heading, own))

    def sources(self, nodes: Any) -> Iterator[str]:
        for node, _ in walking.walk(nodes):
            if isinstance(node, Citation):
                yield from (self.cited(Citation((work,), True)) for work in node.works)


def _contents(block: Any) -> Iterator[tuple[Inlines, Any]]:
    """The inlines that a block holds by itself, each with the node that they stand in."""
    if isinstance(block, tree.Table):
        for row in (block.head, *block.rows):
            yield tuple(inline for cell in row.cells for inline in (*cell, inlines.Break())), row
    elif isinstance(block, tree.CodeBlock):
        yield (inlines.Text(block.words),), block
    elif isinstance(block, tree.Entry):
        yield block.term, block
    else:
        yield getattr(block, "content", ()), block
        yield from ((option, block) for option in getattr(block, "options", ()))


def _insides(block: Any) -> Iterator[Any]:
    """The blocks that a block holds, group by group."""
    if isinstance(block, tree.Items):
        yield from (item.blocks for item in block.items)
    elif isinstance(block, tree.Entry):
        yield from block.definitions
    elif isinstance(block, (tree.Quote, tree.Details)):
        yield block.blocks


def _unsaid(citation: Citation) -> str:
    return ""


def said(content: Any, cited: Cited) -> str:
    """The words of inlines, citations included."""
    parts = []
    for node in content:
        if isinstance(node, Citation):
            parts.append(cited(node))
        elif isinstance(node, (inlines.Text, inlines.Code)):
            parts.append(node.words)
        elif isinstance(node, inlines.Break):
            parts.append(" ")
        elif isinstance(node, inlines.Picture):
            parts.append(node.alt)
        else:
            parts.append(said(walking.children(node), cited))
    return "".join(parts)
