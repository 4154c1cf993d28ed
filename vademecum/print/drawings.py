"""A figure as its maker gives it -> what the printed page shows of it. Only this module knows how figures are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from vademecum.document import tree
from vademecum.document.tree import Blocks, Inlines
from vademecum.figures.figure import element
from vademecum.figures.sheet import on_paper
from vademecum.sources.library import Library


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure: its number and title, what stands above the drawing and below it, the drawing as SVG with its words, its data."""

    number: str
    title: Inlines
    above: Blocks
    svg: str
    alt: str
    table: tree.Table
    below: Blocks


def drawing(library: Library, figure: tree.Figure, language: str) -> Drawing | None:
    """The figure of a page; none where the project has none of this name."""
    known = library.figures.get(figure.id)
    if known is None:
        return None
    made = element(known, figure.anchor, figure.number, language, library, "case:{}".format)
    number, title = next(made.iter("figcaption"))
    svg = next(made.iter("svg"))
    at = list(made).index(svg)
    beside = [child for child in made.iter("details") for child in child if child.tag == "p"]
    return Drawing(
        number.text or "",
        _content(title),
        tuple(_paragraphs(child for child in made[:at] if child.tag == "p")),
        on_paper(svg),
        next(svg.iter("desc")).text or "",
        _table(next(made.iter("table"))),
        tuple(_paragraphs([*beside, *(child for child in made[at:] if child.tag == "p")])),
    )


def _paragraphs(elements: Iterable[Element]) -> Iterable[tree.Paragraph]:
    for one in elements:
        yield tree.Paragraph(_content(one), lang=one.get("lang", ""), name=one.get("class", ""))


def _table(table: Element) -> tree.Table:
    head, *rows = (tree.Row(tuple(map(_content, row)), anchor=row.get("id", "")) for row in table.iter("tr"))
    align = tuple("right" if cell.get("class") == "right" else "" for cell in next(table.iter("tr")))
    return tree.Table(align, head, tuple(rows), heads=True, data=True)


def _content(element: Element) -> Inlines:
    """The words of an element of a figure, its links to cases and its citation."""
    found: list[tree.Inline] = [tree.Text(element.text)] if element.text else []
    for child in element:
        if child.tag == "cite":
            source, _, locator = child.get("cites", "").removeprefix("@").partition(", ")
            found.append(tree.Citation((tree.Cited(source, locator),), bare=True))
        else:
            kind, _, id_ = child.get("href", "").partition(":")
            found.append(tree.Link(tree.Target(kind, id_), _content(child), lang=child.get("lang", "")))
        if child.tail:
            found.append(tree.Text(child.tail))
    if element.get("lang") and element.tag in ("td", "th"):
        return (tree.Span(tuple(found), lang=element.get("lang", "")),)
    return tuple(found)
