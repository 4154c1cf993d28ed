"""Places and the ties between them -> a map in a frame, as a drawing of the tree.

An authority is a full square, a partner an empty one, a partner of whom only the country is known an empty
diamond in its middle, a place of the action a cross; where more lie together than keep apart, one square has
their number. No meaning is in colour alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vademecum.document.drawing import number
from vademecum.document.inlines import Target
from vademecum.document.shapes import Drawn, Label, Mark, Shape, Sign, Stroke
from vademecum.document.tree import Drawing
from vademecum.drawings.frames import STEPS, Frame, outlines
from vademecum.drawings.labels import Bent, Named, labelled
from vademecum.drawings.lettering import width
from vademecum.drawings.placing import Point, apart

SIZE = 11.0  # of labels
RADII = {"authority": 5.0, "partner": 5.0, "country": 6.0, "place": 5.5, "several": 9.5}
HIT = 12.0  # half the side of what a pointer may hit: 24 units
MANY = 4  # so many ties between two marks are drawn as one thick line
BORDERED = 2.0  # on a sheet that is shown smaller still, borders would only be a blur that weighs


@dataclass(frozen=True, slots=True)
class Spot:
    """One mark of a map: a class of RADII, a position on the frame's sheet, a label, what it leads to.

    `words` name it whole; `lang` is the language of its words where it is not the page's; `count` is how
    many lie together in it. What leads nowhere has no target.
    """

    kind: str
    x: float
    y: float
    label: str
    words: str = ""
    target: Target | None = None
    lang: str = ""
    count: int = 1


def drawn(
    frame: Frame,
    spots: Sequence[Spot],
    ties: Iterable[tuple[int, int]],
    legend: Mapping[str, Mapping[str, str]],
    enlarged: float = 1.0,
    letters: float = 0.0,
) -> Drawn:
    """A map's shapes, its height and its legend.

    The first spots have the first choice of room for their labels; `ties` name two spots by their numbers;
    `legend` the words for the kinds of spots, `sign` and `means`, of which those that are there are told.
    `enlarged` is by how much marks and words are larger, on a sheet that is shown so much smaller; `letters`
    the size of names where it is another.
    """
    radii = [RADII[spot.kind] * enlarged for spot in spots]
    positions, room = [(spot.x, spot.y) for spot in spots], [r + enlarged for r in radii]
    # In whole units, which nobody sees and the page does not carry tenths of.
    places = [(round(x), round(y)) for x, y in apart(positions, room, frame.width, frame.height)]
    land, borders = outlines(frame)
    shapes: list[Shape] = [Stroke(land, "land", STEPS)]
    if enlarged <= BORDERED:
        shapes.append(Stroke(borders, "border", STEPS))
    lines = _bent(places, ties)
    shapes += _ties(lines)
    named = [Named(spot.label, *place, r) for spot, place, r in zip(spots, places, radii, strict=True)]
    labels = labelled(named, lines, frame.width, frame.height, letters or SIZE * enlarged)
    order = sorted(range(len(spots)), key=lambda number: places[number])
    shapes += [_mark(spots[n], *places[n], radii[n], labels[n], enlarged) for n in order]
    kinds = {spot.kind for spot in spots}
    told = tuple(_told(kind, words) for kind, words in legend.items() if kind in kinds)
    return Drawn(tuple(shape for one in shapes for shape in _flat(one)), frame.height, told)


def drawing(kind: str, title: str, frame: Frame, made: Drawn, anchor: str, alt: str = "") -> Drawing:
    """A map as a block."""
    return Drawing(kind, title, frame.width, made.height, made.shapes, anchor, alt, legend=made.legend)


def _flat(shape: Shape) -> tuple[Shape, ...]:
    """A mark that leads nowhere is its shapes."""
    return shape.shapes if isinstance(shape, Mark) and shape.target.kind == "nothing" else (shape,)


def _bent(places: Sequence[Point], ties: Iterable[tuple[int, int]]) -> list[Bent]:
    """The lines between marks: one a pair, bent to one side of its way, so that there and back are two."""
    lines = []
    for (a, b), count in Counter((a, b) for a, b in ties if a != b).items():
        (ax, ay), (bx, by) = places[a], places[b]
        bend = (ax + bx) / 2 + (by - ay) * 0.12, (ay + by) / 2 - (bx - ax) * 0.12
        lines.append(Bent(places[a], bend, places[b], count))
    return lines


def _ties(lines: Iterable[Bent]) -> list[Shape]:
    """The lines as shapes, thick where several ties lie on one another."""
    thin: list[str] = []
    thick: list[str] = []
    for (ax, ay), (mx, my), (bx, by), count in lines:
        path = f"M{ax:.0f} {ay:.0f}q{mx - ax:.0f} {my - ay:.0f} {bx - ax:.0f} {by - ay:.0f}"
        (thick if count >= MANY else thin).append(path)
    return [Stroke("".join(paths), name) for paths, name in ((thin, "tie"), (thick, "tie thick")) if paths]


def square(x: float, y: float, r: float) -> str:
    """The path of a square around a point."""
    side = number(2 * r)
    return f"M{number(x - r)} {number(y - r)}h{side}v{side}h-{side}z"


def diamond(x: float, y: float, r: float) -> str:
    """The path of a square that stands on its tip."""
    side = number(r)
    return f"M{number(x)} {number(y - r)}l{side} {side}-{side} {side}-{side}-{side}z"


def cross(x: float, y: float, r: float) -> str:
    """The path of an upright cross, a third of its width thick."""
    w = r / 3
    arm = r - w
    down = f"h{2 * w:.1f}v{arm:.1f}h{arm:.1f}v{2 * w:.1f}h{-arm:.1f}v{arm:.1f}h{-2 * w:.1f}"
    return f"M{x - w:.1f} {y - r:.1f}{down}v{-arm:.1f}h{-arm:.1f}v{-2 * w:.1f}h{arm:.1f}z"


def _sign(kind: str, x: float, y: float, r: float) -> Stroke:
    name = {"country": "sign hollow", "partner": "sign hollow"}.get(kind, "sign")
    if kind == "place":
        return Stroke(cross(x, y, r), name)
    if kind == "country":
        return Stroke(diamond(x, y, r), name)
    r = round(2 * (r if kind == "several" else r - 0.75)) / 2
    return Stroke(square(x, y, r), name)


def _mark(
    spot: Spot, x: float, y: float, r: float, label: tuple[Stroke | Label, ...], enlarged: float
) -> Mark:
    hit = square(round(x), round(y), math.ceil(HIT * enlarged))  # nobody sees where exactly it ends
    inside: list[Stroke | Label] = [Stroke(hit, "hit")] if spot.target else []
    inside += [shape for shape in label if isinstance(shape, Stroke)]
    inside.append(_sign(spot.kind, x, y, r))
    if spot.kind == "several":
        size = 10.5 * enlarged
        size *= min(1, 1.6 * r / max(width(str(spot.count), size), 1))
        inside.append(Label(str(spot.count), x, y + size * 0.35, "inverse", "middle", size))
    inside += [shape for shape in label if isinstance(shape, Label)]
    return Mark(spot.target or Target("nothing"), spot.words or spot.label, tuple(inside), "mark", spot.lang)


def _told(kind: str, words: Mapping[str, str]) -> Sign:
    r = min(RADII[kind], 6)
    count = (Label("n", 0, 3, "inverse", "middle", 10),) if kind == "several" else ()
    return Sign((_sign(kind, 0, 0, r), *count), words["sign"], words["means"])
