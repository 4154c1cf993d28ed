"""Document -> entries of the search index: what is said in each section, in words."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from typing import TypedDict

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
        words = "".join(_pieces((block,), citation, figure))
        if isinstance(block, tree.Heading):
            sections.append(("#" + block.anchor, words, []))
        else:
            sections[-1][2].append(words)
    for note in document.notes:
        sections[-1][2].append("".join(_pieces(note.blocks, citation, figure)))
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


def _pieces(nodes: Iterable[Node], citation: Words, figure: Parts) -> Iterator[str]:
    """The words of nodes, a space after each block; without what stands for pictures and calls notes."""
    for node in nodes:
        if isinstance(node, (tree.Text, tree.Code, tree.CodeBlock)):
            yield node.words
        elif isinstance(node, Citation):
            yield citation(node)
        else:
            yield from _pieces(_held(node, figure), citation, figure)
        if isinstance(node, (tree.Written, tree.Break)):
            yield " "


def _held(node: Node, figure: Parts) -> tuple[Node, ...]:
    """What a node holds, as blocks where its parts stand apart."""
    if isinstance(node, tree.Figure):
        return figure(node)
    if isinstance(node, tree.Row):
        return tuple(tree.Line(cell) for cell in node.cells)
    if isinstance(node, tree.Question):
        return tuple(tree.Line(words) for words in (node.content, *node.options))
    if isinstance(node, tree.Box):
        return tree.Line(node.title), *node.blocks
    if isinstance(node, tree.Details):
        return tree.Line((tree.Text(node.summary),)), *node.blocks
    if isinstance(node, tree.Entry):
        return tree.Line(node.term), *(block for blocks in node.definitions for block in blocks)
    return tree.children(node)
