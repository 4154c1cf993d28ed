"""A drawing of the tree -> SVG within a page, whose style sheets colour its classes.

A drawing that leads somewhere is a group of links, which scripts/drawings.js makes one stop of the keyboard
with arrows within; any other is an image, with words that stand for it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from vademecum.document.escaping import attributes, escaped
from vademecum.document.inlines import Target
from vademecum.document.shapes import REACH, Label, Mark, Shape, Sign, Stroke
from vademecum.document.tree import Drawing
from vademecum.language.typography import typeset

Address = Callable[[Target], str]
SIGN_BOX = f"{-REACH} {-REACH} {2 * REACH} {2 * REACH}"  # of a sign of the legend


def drawn(drawing: Drawing, language: str, address: Address) -> Iterator[str]:
    """A drawing as HTML, piece by piece; `address` gives the way to what a mark leads to."""
    title, leads = f"{drawing.anchor}-title", any(isinstance(shape, Mark) for shape in drawing.shapes)
    figure = ("class", f"vm-drawing {drawing.kind}"), ("id", drawing.anchor), ("lang", drawing.lang)
    yield f"<figure{attributes(*figure)}><figcaption{attributes(('id', title))}>"
    yield f'{escaped(typeset(drawing.title, language))}</figcaption><div class="vm-sheet">'
    described = f"{drawing.anchor}-alt" if drawing.alt else ""
    named = ("role", "group" if leads else "img"), ("aria-labelledby", f"{title} {described}".strip())
    yield f"<svg{attributes(('viewBox', f'0 0 {number(drawing.width)} {number(drawing.height)}'), *named)}>"
    if described:
        yield f"<desc{attributes(('id', described))}>{escaped(typeset(drawing.alt, language))}</desc>"
    yield from shapes(drawing.shapes, language, address)
    yield "</svg></div>"
    if drawing.legend:
        yield f'<ul class="vm-legend">{"".join(_told(sign, language) for sign in drawing.legend)}</ul>'
    yield "</figure>"


def _told(sign: Sign, language: str) -> str:
    """A sign with what it means, as an item of the legend."""
    named = ("viewBox", SIGN_BOX), ("role", "img"), ("aria-label", typeset(sign.alt, language))
    words = escaped(typeset(sign.words, language))
    return f"<li><svg{attributes(*named)}>{''.join(shapes(sign.shapes, language, str))}</svg> {words}</li>"


def shapes(made: tuple[Shape, ...], language: str, address: Address) -> Iterator[str]:
    """Shapes as SVG, in their order."""
    for shape in made:
        if isinstance(shape, Mark):
            yield from _mark(shape, language, address)
        elif isinstance(shape, Label):
            yield _label(shape, language)
        else:
            yield _stroke(shape)


def _mark(mark: Mark, language: str, address: Address) -> Iterator[str]:
    named = ("class", mark.name), ("href", address(mark.target)), ("lang", mark.lang)
    words = ("aria-label", typeset(mark.words, mark.lang or language))
    yield f"<a{attributes(*named, words)}>"
    yield from shapes(mark.shapes, mark.lang or language, address)
    yield "</a>"


@functools.lru_cache(maxsize=256)  # every map has the same outlines, which are long
def _stroke(stroke: Stroke) -> str:
    scale = f"scale({1 / stroke.steps:g})" if stroke.steps != 1 else ""
    return f"<path{attributes(('class', stroke.name), ('transform', scale), ('d', stroke.path))}/>"


def _label(label: Label, language: str) -> str:
    place = ("x", number(label.x)), ("y", number(label.y)), ("font-size", number(label.size))
    side = label.side if label.side != "start" else ""
    named = ("class", label.name), *place, ("text-anchor", side), ("lang", label.lang)
    return f"<text{attributes(*named)}>{escaped(typeset(label.words, label.lang or language))}</text>"


def number(value: float) -> str:
    """A measure of a drawing: one decimal at most, a tenth of what the thinnest line is wide."""
    return f"{value:.1f}".removesuffix(".0")
