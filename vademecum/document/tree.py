"""The tree that screen and paper are made from: a closed set of blocks that hold the closed set of `inlines`.

Every node is frozen: a writer reads it, and a step that links or numbers gives a new tree that shares what it
did not touch. What was parsed knows where it was written: a block has its `origin` (file and field) and the
offset at which it begins there, an inline its offsets in the origin of its block. What the generator makes of
facts has no origin. Offsets count the bytes of the field's text in UTF-8, as the parser does;
`Origin.location` makes a line and column of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from vademecum.document.inlines import Inline, Inlines, Link
from vademecum.document.origin import Origin
from vademecum.document.shapes import Shape, Sign

BOXES = ("note", "example", "warning")  # what editors write; the generator has kinds of its own

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


@dataclass(frozen=True, slots=True)
class Drawing(Written):
    """A map or a graph that the generator draws, `width` by `height` in units of its own.

    `title` names it; `legend` says below it, in words, what its signs mean. The blocks
    beside it say in words all that it shows; where none of its shapes leads anywhere, `alt` stands for it.
    """

    kind: str
    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    anchor: str
    alt: str = ""
    lang: str = ""
    legend: tuple[Sign, ...] = ()


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
