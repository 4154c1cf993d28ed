"""The shapes that a drawing of the tree is made of.

A class says what a thing is; style sheets and the press give it its look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

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


REACH = 7  # of a sign by itself, to all sides


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a drawing by itself, and what it means there.

    Its shapes lie within REACH of the point (0, 0); `alt` stands for it, `words` say what it means.
    """

    shapes: tuple[Stroke | Label, ...]
    alt: str
    words: str


class Drawn(NamedTuple):
    """A drawing's shapes, its height, and the legend that stands below it."""

    shapes: tuple[Shape, ...]
    height: float
    legend: tuple[Sign, ...] = ()


UNDRAWN = Drawn((), 0.0)
