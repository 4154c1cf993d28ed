"""Words that stand elsewhere than in paragraphs and headings: cells, titles of boxes, terms, descriptions of
pictures. Each is looked at as a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import inlines, tree


def described(picture: inlines.Picture) -> inlines.Text:
    """The description of a picture as words that stand behind its first two signs."""
    return inlines.Text(picture.alt, ((0, picture.begins + 2),))


def lines_within(node: tree.Row | tree.Box | tree.Entry | inlines.Picture) -> Iterator[tree.Line]:
    """The lines that a node holds beside its blocks."""
    if isinstance(node, tree.Row):
        yield from (tree.Line(cell) for cell in node.cells if cell)
    elif isinstance(node, inlines.Picture):
        if node.alt and node.begins >= 0:
            yield tree.Line((described(node),))
    elif words := node.title if isinstance(node, tree.Box) else node.term:
        yield tree.Line(words)
