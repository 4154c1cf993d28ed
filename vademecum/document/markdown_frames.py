"""Frames: the nodes of the tree in the making, each from the event that starts it to the one that ends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from vademecum.document.field_text import FieldText
from vademecum.document.inlines import Inline

# Frames by their names, which are those of the parser's events: those that hold blocks, those that link what
# is in them, and those that are blocks themselves.
CONTAINERS = frozenset(("Root", "BlockQuote", "Item", "FootnoteDefinition", "DefinitionListDefinition"))
LINKED = frozenset(("Link", "Image"))
BLOCKS = CONTAINERS | {
    "Paragraph",
    "Heading",
    "List",
    "CodeBlock",
    "HtmlBlock",
    "Table",
    "TableHead",
    "TableRow",
    "DefinitionList",
    "DefinitionListTitle",
}


@dataclass(slots=True)
class Frame:
    """A node in the making: what started it, with its range, and what it holds so far."""

    name: str
    data: Any
    at: int
    end: int
    inlines: list[Inline] = field(default_factory=list)
    blocks: list[Any] = field(default_factory=list)
    checked: bool | None = None


Maker = Callable[[FieldText, Frame], Iterator[Any]]  # what a frame of a field becomes when it ends
