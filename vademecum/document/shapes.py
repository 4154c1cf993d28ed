"""The shapes that a drawing of the tree is made of.

A class says what a thing is; style sheets and the press give it its look.
"""

from __future__ import annotations

from dataclasses import dataclass

from vademecum.document.inlines import Target


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line or an area of some classes, as SVG's path data, so many `steps` of which are a unit."""

    path: str
    name: str
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a drawing; `x` and `y` are the beginning of their baseline, or its middle or end by `side`."""

    words: str
    x: float
    y: float
    name: str = "words"
    side: str = "start"
    size: float = 12
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Shapes that lead somewhere; `words` say where, to those who do not see them."""

    target: Target
    words: str
    shapes: tuple[Stroke | Label, ...]
    name: str = ""
    lang: str = ""


Shape = Stroke | Label | Mark
Drawn = tuple[tuple[Shape, ...], float]  # the shapes of a drawing, and its height
UNDRAWN: Drawn = ((), 0.0)
