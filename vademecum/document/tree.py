"""The tree that screen and paper are made from: a closed set of blocks that hold a closed set of inlines.

Every node is frozen: a writer reads it, and a step that links or numbers gives a new tree that shares what
it did not touch. What
was parsed knows where it was written: a block has its `origin` (file and field) and the offset at which it
begins there, an inline
its offsets in the origin of its block. What the generator makes of facts has no origin. Offsets count the
bytes of the field's text
in UTF-8, as the parser does; `Origin.location` makes a line and column of them.

A link holds what it leads to, not an address: a writer makes the address, from the page that it writes.
Words are as written: a
writer sets their type.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from vademecum.document.origin import Origin

# What a link may lead to: an entry of the library or a list of them; a place in the same document; an
# address elsewhere; nothing,
# where what was written cannot be followed (the checks tell of it, and the words stay).
ENTRIES = ("concept", "case", "chapter", "tool", "page", "index")
BOXES = ("note", "example", "warning")  # what editors write; the generator has kinds of its own


class Target(NamedTuple):
    """What a link leads to: `kind` is one of ENTRIES, "anchor", "outside", "file", "path" (to no source of an
    entry) or "nothing".

    `id` is the entry's id, the whole address of what is outside, or a file's path from the site's root;
    `anchor` a place on the page, without its #; `written` the destination as its author wrote it, for
    messages; `language` the edition that it leads to, where that is another.
    """

    kind: str
    id: str = ""
    anchor: str = ""
    written: str = ""
    language: str = ""


# -- inlines ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words. `pieces` says where they were written: (index in `words`, byte offset), one for each piece that
    is the source's own.
    """

    words: str
    pieces: tuple[tuple[int, int], ...] = ()

    def offset(self, index: int) -> int:
        """The byte offset of a character of the words; -1 where they were not written in a source."""
        number = bisect_right(self.pieces, (index, sys.maxsize)) - 1
        if number < 0:
            return -1
        start, at = self.pieces[number]
        return at + len(self.words[start:index].encode())

    def part(self, start: int, end: int) -> Text:
        """The words from one index to another, which still know where they were written."""
        words = self.words[start:end]
        if not self.pieces:
            return Text(words)
        after = bisect_right(self.pieces, (start, sys.maxsize))
        before = bisect_left(self.pieces, (end, -1), after)
        inside = [(at - start, offset) for at, offset in self.pieces[after:before]]
        return Text(words, ((0, self.offset(start)), *inside))


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised words; `lang` is their language where it is not that of the words around them."""

    content: Inlines
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Strong:
    content: Inlines
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Struck:
    content: Inlines
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Words in another language, or of a class that the generator's own parts have."""

    content: Inlines
    lang: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    words: str
    lang: str = ""
    at: int = -1


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `term` says that the linker made it; `title` is what its author wants shown when it is pointed
    at.
    """

    target: Target
    content: Inlines
    lang: str = ""
    title: str = ""
    term: bool = False
    at: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the project, by its path from the project's root ("" where there is none); `written` is
    what its author wrote.
    """

    path: str
    alt: str
    title: str = ""
    written: str = ""
    at: int = -1
    end: int = -1


class Cited(NamedTuple):
    """A work that is cited, by its id, and the place in it."""

    source: str
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Works cited together; `bare` where no brackets stand around them, as in a signature."""

    works: tuple[Cited, ...]
    bare: bool = False
    at: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The call of a note. `key` names the note in its document, across the fields that the document is made
    of.
    """

    key: str
    at: int = -1
    end: int = -1


Inline = Text | Emphasis | Strong | Struck | Span | Code | Break | Link | Picture | Citation | NoteMark
Inlines = tuple[Inline, ...]

# -- blocks -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Where a block was written: `at` is the byte offset of its beginning in its origin's text. Nothing for
    what was made.
    """

    origin: Origin | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Heading(Written):
    """A heading of level 2 to 6; `anchor` is "" until the document gives it one, unless its author did."""

    level: int
    content: Inlines
    anchor: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph(Written):
    """A paragraph; `name` tells signatures, cautions and the like."""

    content: Inlines
    lang: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line(Written):
    """The words of an item or a definition that is no paragraph of its own: a tight list's."""

    content: Inlines
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Item(Written):
    """An item of a list; `checked` is None where it has no box to tick.

    With a `name`, the box is the reader's own, who finds it as it was left; else its author ticked it or not.
    """

    blocks: Blocks
    lang: str = ""
    anchor: str = ""
    checked: bool | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Items(Written):
    """A list; `start` is the number of its first item, None for a list without numbers."""

    items: tuple[Item, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Entry(Written):
    """A term of a definition list with what is said of it, each definition a list of blocks."""

    term: Inlines
    definitions: tuple[Blocks, ...]
    anchor: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Entries(Written):
    """A definition list."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row(Written):
    cells: tuple[Inlines, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table(Written):
    """A table; `align` has "", "left", "center" or "right" for each column.

    `heads` says that the first cell of each row names it; `data` that these are a figure's numbers, in which
    nothing links. With a `name`, cells left empty are room for the reader to write in.
    """

    align: tuple[str, ...]
    head: Row
    rows: tuple[Row, ...]
    heads: bool = False
    data: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Quote(Written):
    blocks: Blocks
    lang: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock(Written):
    """Code; `info` is what stands after its fence."""

    words: str
    info: str = ""


@dataclass(frozen=True, slots=True)
class Rule(Written):
    """A line between two parts of a text."""


@dataclass(frozen=True, slots=True)
class Box(Written):
    """A box: one of BOXES with a title of its author's, or one that the generator makes of facts, with
    shades of its kind.
    """

    kind: str
    blocks: Blocks
    title: Inlines = ()
    shades: tuple[str, ...] = ()
    lang: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Details(Written):
    """Blocks that are shown when their summary is asked for."""

    summary: str
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Figure(Written):
    """A figure of the project, by its id; its anchor and its number are given by the document."""

    id: str
    anchor: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class CaseList(Written):
    """A list of cases, each by a link; on screen each link is shown with what is known of its case.

    `reasons` says of each why it is there, where that needs saying; a `brief` list leaves summaries out.
    """

    links: tuple[Link, ...]
    reasons: tuple[str, ...] = ()
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Blank(Written):
    """Room for the reader to write so many lines, kept under `name`; `label` says what is to stand there."""

    name: str
    label: str
    lines: int = 3


@dataclass(frozen=True, slots=True)
class Question(Written):
    """A question with options, of which the reader picks one; kept under `name`, which is also its anchor.

    `graded` says that the options are grades, from 0 up, which then stand before them.
    """

    name: str
    content: Inlines
    options: tuple[Inlines, ...]
    lang: str = ""
    anchor: str = ""
    graded: bool = False


# What a drawing is made of. A class says what a thing is; style sheets and the press give it its look.


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line or an area of some classes, as SVG's path data, so many `steps` of which are a unit."""

    path: str
    name: str
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a drawing; `x` and `y` are the beginning of their baseline, or its middle or end by `side`."""

    words: str
    x: float
    y: float
    name: str = "words"
    side: str = "start"
    size: float = 12
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Shapes that lead somewhere; `words` say where, to those who do not see them."""

    target: Target
    words: str
    shapes: tuple[Stroke | Label, ...]
    name: str = ""
    lang: str = ""


Shape = Stroke | Label | Mark
Drawn = tuple[tuple[Shape, ...], float]  # the shapes of a drawing, and its height
UNDRAWN: Drawn = ((), 0.0)


@dataclass(frozen=True, slots=True)
class Drawing(Written):
    """A map or a graph that the generator draws, `width` by `height` in units of its own.

    `title` names it. The blocks beside it say in words all that it shows; where none of its shapes leads
    anywhere, `alt` stands for it.
    """

    kind: str
    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    anchor: str
    alt: str = ""
    lang: str = ""


Block = (
    Heading
    | Paragraph
    | Line
    | Items
    | Entries
    | Table
    | Quote
    | CodeBlock
    | Rule
    | Box
    | Details
    | Figure
    | Drawing
    | CaseList
    | Blank
    | Question
)
Blocks = tuple[Block, ...]
Node = Block | Item | Entry | Row | Inline

# -- documents --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its number, as the text calls it for the first time."""

    key: str
    number: int
    blocks: Blocks


class Contents(NamedTuple):
    """A heading as a list of contents needs it."""

    level: int
    anchor: str
    words: str
    lang: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page's text, whole: its blocks, its notes in the order of their calls, its headings, every anchor in
    it.
    """

    blocks: Blocks
    notes: tuple[Note, ...] = ()
    headings: tuple[Contents, ...] = ()
    anchors: frozenset[str] = frozenset()

    def number(self, key: str) -> int:
        """The number of a note; 0 where nothing is written under its mark."""
        return next((note.number for note in self.notes if note.key == key), 0)


# -- walking ----------------------------------------------------------------------------------------------


def children(node: Node) -> tuple[Node, ...]:
    """What a node holds, in the order of reading."""
    inside = _INSIDE.get(type(node))
    return inside(node) if inside else ()


_INSIDE: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    **dict.fromkeys(
        (Emphasis, Strong, Struck, Span, Link, Heading, Paragraph, Line), lambda node: node.content
    ),
    **dict.fromkeys((Item, Quote, Details), lambda node: node.blocks),
    Box: lambda node: node.title + node.blocks,
    Items: lambda node: node.items,
    CaseList: lambda node: node.links,
    Entries: lambda node: node.entries,
    Entry: lambda node: node.term + tuple(block for blocks in node.definitions for block in blocks),
    Table: lambda node: (node.head, *node.rows),
    Row: lambda node: tuple(inline for cell in node.cells for inline in cell),
    Question: lambda node: node.content + tuple(inline for option in node.options for inline in option),
}


# What blocks hold but for inlines.
_PARTS: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    **dict.fromkeys((Box, Item, Quote, Details), lambda node: node.blocks),
    Items: lambda node: node.items,
    Entries: lambda node: node.entries,
    Entry: lambda node: tuple(block for blocks in node.definitions for block in blocks),
    Table: lambda node: node.rows,
}
WRITTEN: frozenset[type] = frozenset(
    (
        Heading,
        Paragraph,
        Line,
        Items,
        Item,
        Entries,
        Entry,
        Table,
        Row,
        Quote,
        CodeBlock,
        Rule,
        Box,
        Details,
        Figure,
        Drawing,
        CaseList,
        Blank,
        Question,
    )
)


def walk(nodes: Iterable[Node], origin: Origin | None = None) -> list[tuple[Node, Origin | None]]:
    """Every node below some, depth first in the order of reading, each with the origin that its offsets
    count in. All at once: one by one takes twice the time.
    """
    found: list[tuple[Node, Origin | None]] = []
    _walk(nodes, origin, found)
    return found


def _walk(nodes: Iterable[Node], origin: Origin | None, found: list[tuple[Node, Origin | None]]) -> None:
    for node in nodes:
        kind = type(node)
        if kind is Text:  # as most are
            found.append((node, origin))
            continue
        own = node.origin if kind in WRITTEN else origin  # type: ignore[union-attr]  # as each of these has
        found.append((node, own))
        if inside := _INSIDE.get(kind):
            _walk(inside(node), own, found)


def parts(blocks: Iterable[Node]) -> Iterator[Any]:
    """Every block, item, entry and row below some blocks, without the inlines in them."""
    open_ = [iter(blocks)]
    while open_:
        for node in open_[-1]:
            yield node
            if inside := _PARTS.get(type(node)):
                open_.append(iter(inside(node)))
                break
        else:
            open_.pop()


def plain(content: Iterable[Node]) -> str:
    """The words of nodes as a reader sees them, without the marks of notes; a citation has none before it is
    written.
    """
    return "".join([_plain(node) for node in content])


def _plain(node: Node) -> str:
    if isinstance(node, (Text, Code)):
        return node.words
    if isinstance(node, Break):
        return " "
    return node.alt if isinstance(node, Picture) else plain(children(node))
