"""Inlines -> the same inlines with their type set: apostrophes, quotation marks and no-break spaces of each language."""

from __future__ import annotations

from dataclasses import replace

from vademecum.document import tree
from vademecum.document.tree import Inline, Inlines
from vademecum.language.typography import typeset


def typeset_content(content: Inlines, language: str) -> Inlines:
    """The content as it is to be read in a language; words in another language are set as that one wants."""
    return tuple(_typeset(node, language) for node in content)


def _typeset(node: Inline, language: str) -> Inline:
    if isinstance(node, tree.Text):
        words = typeset(node.words, language)
        return node if words == node.words else tree.Text(words)
    if isinstance(node, (tree.Emphasis, tree.Strong, tree.Struck, tree.Span, tree.Link)):
        return replace(node, content=typeset_content(node.content, node.lang or language))
    return node
