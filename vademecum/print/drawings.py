"""A figure as its maker gives it -> what the printed page shows of it. Only this module knows that maker."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from vademecum.document import tree
from vademecum.document.inlines import Inlines
from vademecum.document.tree import Blocks
from vademecum.figures.figure import drawn
from vademecum.figures.sheet import on_paper
from vademecum.sources.library import Library


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure: its number and title, what stands above and below the drawing, the drawing as SVG, its data.

    `alt` are the words that stand for the drawing, `high` its height where its width is 1.
    """

    number: str
    title: Inlines
    above: Blocks
    svg: str
    alt: str
    table: tree.Table
    below: Blocks
    high: float = 1.0


def drawing(library: Library, figure: tree.Figure, language: str) -> Drawing | None:
    """The figure of a page; none where the project has none of this name."""
    known = library.figures.get(figure.id)
    if known is None:
        return None
    made = drawn(known, figure.anchor, figure.number, language, library)
    above, below = (made.caution,), (made.missing, made.note, made.source)
    return Drawing(
        made.number,
        made.title,
        tuple(part for part in above if part),
        on_paper(made.drawing),
        made.alt.text,
        made.table,
        tuple(part for part in below if part),
        _high(made.drawing),
    )


def _high(svg: Element) -> float:
    """A drawing's height by its width."""
    _, _, width, height = map(float, svg.get("viewBox", "0 0 1 1").split())
    return height / width
