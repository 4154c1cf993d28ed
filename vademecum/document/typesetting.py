"""The type of a paragraph's words, set across links, emphasis and code.

What stands beside a mark, and says how it is set, may be in another node.

Both writers use this, for screen and for paper, so that a tree holds words as they are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vademecum.document.inlines import Emphasis, Inline, Inlines, Link, Span, Strong, Struck, Text
from vademecum.language.typography import OPAQUE, typeset, typeset_pieces

HOLDERS = (Emphasis, Strong, Struck, Span, Link)  # what holds words of the paragraph; the rest is opaque


def typeset_content(content: Inlines, language: str) -> Inlines:
    """The inlines of one paragraph with their type set as its language, "fr" or "en", wants.

    Words in another language are set on their own, as theirs wants. Where nothing changes, the same object
    comes back; words that are changed no longer know where they were written.
    """
    if len(content) == 1 and isinstance(content[0], Text):
        words = typeset(content[0].words, language)
        return content if words == content[0].words else (Text(words),)
    pieces: list[str] = []
    foreign = _gather(content, language, pieces)
    done = typeset_pieces(pieces, language)
    return _with_words(content, language, iter(done)) if foreign or done != pieces else content


def _gather(content: Inlines, language: str, pieces: list[str]) -> bool:
    """Add the words of a paragraph's nodes in their order; whether some are in another language."""
    foreign = False
    for node in content:
        if isinstance(node, Text):
            pieces.append(node.words)
        elif isinstance(node, HOLDERS) and node.lang in ("", language):
            foreign |= _gather(node.content, language, pieces)
        else:
            foreign |= isinstance(node, HOLDERS)
            pieces.append(OPAQUE)
    return foreign


def _with_words(content: Inlines, language: str, words: Iterator[str]) -> Inlines:
    """The nodes with other words, which come in their order."""
    made = tuple(_node(node, language, words) for node in content)
    return content if all(one is other for one, other in zip(made, content, strict=True)) else made


def _node(node: Inline, language: str, words: Iterator[str]) -> Inline:
    if isinstance(node, Text):
        new = next(words)
        return node if new == node.words else Text(new)
    if isinstance(node, HOLDERS) and node.lang in ("", language):
        inside = _with_words(node.content, language, words)
    else:
        next(words)
        if not isinstance(node, HOLDERS):
            return node
        inside = typeset_content(node.content, node.lang)
    return node if inside is node.content else replace(node, content=inside)
