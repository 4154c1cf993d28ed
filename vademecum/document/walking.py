"""Walking: what the nodes of a tree hold, in the order of reading, and the words in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from vademecum.document.inlines import Break, Code, Emphasis, Link, Picture, Span, Strong, Struck, Text
from vademecum.document.origin import Origin
from vademecum.document.tree import (
    Blank,
    Box,
    CaseList,
    CodeBlock,
    Details,
    Drawing,
    Entries,
    Entry,
    Figure,
    Heading,
    Item,
    Items,
    Line,
    Node,
    Paragraph,
    Question,
    Quote,
    Row,
    Rule,
    Table,
)


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
