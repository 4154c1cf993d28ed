"""Document -> entries of the search index: what is said in each section, in words."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any, TypedDict

from vademecum.document import tree
from vademecum.document.tree import Blocks, Citation, Document, Node
from vademecum.language.typography import typeset
from vademecum.pages.page import Page

Words = Callable[[Citation], str]  # the words of a citation
Parts = Callable[[tree.Figure], Blocks]  # what a figure says in words


class SearchEntry(TypedDict):
    """An entry as the theme's script takes it: address below the language's root, words escaped for HTML."""

    location: str
    title: str
    text: str


def search_entries(page: Page, document: Document, citation: Words, figure: Parts) -> list[SearchEntry]:
    """The entries of a page: one for its lead and what stands before its sections, one for each section."""
    sections: list[tuple[str, str, list[str]]] = [("", page.title, [page.lead or ""])]
    for block in document.blocks:
        words = _words((block,), citation, figure)
        if isinstance(block, tree.Heading):
            sections.append(("#" + block.anchor, words, []))
        else:
            sections[-1][2].append(words)
    for note in document.notes:
        sections[-1][2].append(_words(note.blocks, citation, figure))
    return [
        SearchEntry(
            location=page.address + anchor,
            title=html.escape(_folded(typeset(title, page.spoken)), quote=False),
            text=html.escape(_folded(" ".join(texts)), quote=False),
        )
        for anchor, title, texts in sections
    ]


def _folded(words: str) -> str:
    """Words as they are sought: with plain spaces, and the apostrophe that keyboards have."""
    return " ".join(words.split()).replace("’", "'")


def _words(nodes: Iterable[Node], citation: Words, figure: Parts) -> str:
    out: list[str] = []
    _gather(nodes, citation, figure, out)
    return "".join(out)


def _gather(nodes: Iterable[Node], citation: Words, figure: Parts, out: list[str]) -> None:
    """Add the words of nodes, a space after each block; without what stands for pictures and calls notes."""
    for node in nodes:
        kind = type(node)
        if kind in WORDS:
            out.append(node.words)  # type: ignore[union-attr]  # as each of these has
        elif isinstance(node, Citation):
            out.append(citation(node))
        elif isinstance(node, tree.Figure):
            _gather(figure(node), citation, figure, out)
        elif held := HELD.get(kind):
            _gather(held(node), citation, figure, out)
        else:
            _gather(tree.children(node), citation, figure, out)
        if kind in SPACED:
            out.append(" ")


WORDS = frozenset((tree.Text, tree.Code, tree.CodeBlock))
SPACED = tree.WRITTEN | {tree.Break}
# What some nodes hold, as blocks where its parts stand apart.
HELD: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    tree.Row: lambda node: tuple(map(tree.Line, node.cells)),
    tree.Box: lambda node: (tree.Line(node.title), *node.blocks),
    tree.Question: lambda node: tuple(map(tree.Line, (node.content, *node.options))),
    tree.Details: lambda node: (tree.Line((tree.Text(node.summary),)), *node.blocks),
    tree.Entry: lambda node: (
        tree.Line(node.term),
        *(block for blocks in node.definitions for block in blocks),
    ),
}
