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
from vademecum.drawings.lettering import width
from vademecum.drawings.placing import Rectangle, Room, apart

SIZE = 11.0  # of labels
RADII = {"authority": 5.0, "partner": 5.0, "country": 6.0, "place": 5.5, "several": 9.5}
HIT = 12.0  # half the side of what a pointer may hit: 24 units
MANY = 4  # so many ties between two marks are drawn as one thick line
BORDERED = 2.0  # on a sheet that is shown smaller still, borders would only be a blur that weighs
# Where a label is tried: its side that is next to the mark, and how many gaps across and along from it.
BESIDE = (
    ("start", 1, 0),
    ("end", -1, 0),
    ("middle", 0, -1),
    ("middle", 0, 1),
    ("start", 0.8, -0.8),
    ("start", 0.8, 0.8),
    ("end", -0.8, -0.8),
    ("end", -0.8, 0.8),
)
PARTS = (0.4, 0.55, 0.7, 0.85)
OFF = tuple(
    (side, across, along)
    for far in (2.5, 4.0, 6.0)
    for side, across in (("start", far), ("end", -far))
    for along in (0, -1, 1, -2, 2)
)


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
) -> Drawn:
    """A map's shapes, its height and its legend.

    The first spots have the first choice of room for their labels; `ties` name two spots by their numbers;
    `legend` the words for the kinds of spots, `sign` and `means`, of which those that are there are told.
    `enlarged` is by how much marks and words are larger, on a sheet that is shown so much smaller.
    """
    radii = [RADII[spot.kind] * enlarged for spot in spots]
    places = apart(
        [(spot.x, spot.y) for spot in spots], [r + enlarged for r in radii], frame.width, frame.height
    )
    land, borders = outlines(frame)
    shapes: list[Shape] = [Stroke(land, "land", STEPS)]
    if enlarged <= BORDERED:
        shapes.append(Stroke(borders, "border", STEPS))
    shapes += _ties(places, ties)
    labels = _labels(frame, spots, places, radii, SIZE * enlarged)
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


def _ties(places: Sequence[tuple[float, float]], ties: Iterable[tuple[int, int]]) -> list[Shape]:
    """Bent lines between marks: one a pair, thick where several lie on one another."""
    counted = Counter((a, b) for a, b in ties if a != b)
    thin: list[str] = []
    thick: list[str] = []
    for (a, b), count in counted.items():
        (ax, ay), (bx, by) = places[a], places[b]
        # The bend goes to one side of its way, so that there and back are two lines.
        mx, my = (ax + bx) / 2 + (by - ay) * 0.12, (ay + by) / 2 - (bx - ax) * 0.12
        path = f"M{ax:.0f} {ay:.0f}Q{mx:.0f} {my:.0f} {bx:.0f} {by:.0f}"
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
    return Stroke(square(x, y, r if kind == "several" else r - 0.75), name)


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


def _labels(
    frame: Frame,
    spots: Sequence[Spot],
    places: Sequence[tuple[float, float]],
    radii: Sequence[float],
    size: float,
) -> list[tuple[Stroke | Label, ...]]:
    """A label for each spot, as shapes of its mark."""
    room = Room(frame.width, frame.height)
    for (x, y), r in zip(places, radii, strict=True):
        room.take(Rectangle(x - r, y - r, x + r, y + r))
    return [_label(room, spot, *places[number], radii[number], size) for number, spot in enumerate(spots)]


def _label(room: Room, spot: Spot, x: float, y: float, r: float, size: float) -> tuple[Stroke | Label, ...]:
    """A label where it finds room: beside its mark, or further off with a line to it; else on demand."""
    long, up, down = width(spot.label, size) * 1.04, size * 0.8, size * 0.28
    for side, across, along in (*BESIDE, *OFF) if spot.label else ():
        left, base = x + across * (r + size * 0.3), y + size * 0.3 + along * (r + size * 0.75)
        start = left - {"start": 0, "middle": long / 2, "end": long}[side]
        box = Rectangle(start, base - up, start + long, base + down)
        lead = (x, y), (left, base - size * 0.3)
        if room.free(box) and (abs(across) < 2 or _clear(room, *lead)):
            room.take(box)
            label = Label(spot.label, left, base, "words", side, size)
            line = f"M{x:.1f} {y:.1f}L{left:.1f} {base - size * 0.3:.1f}"
            return (Stroke(line, "lead"), label) if abs(across) > 1 else (label,)
    side, left = "start", x + r + size * 0.3
    if left + long > room.whole.right:
        side, left = "end", x - r - size * 0.3
    return (Label(spot.label, left, y + size * 0.34, "words asked", side, size),) if spot.label else ()


def _clear(room: Room, mark: tuple[float, float], label: tuple[float, float]) -> bool:
    """Whether a line from a mark to its label passes over nothing, but for the mark."""
    points = (
        (mark[0] + (label[0] - mark[0]) * part, mark[1] + (label[1] - mark[1]) * part) for part in PARTS
    )
    return all(room.free(Rectangle(x - 1, y - 1, x + 1, y + 1)) for x, y in points)


def _told(kind: str, words: Mapping[str, str]) -> Sign:
    r = min(RADII[kind], 6)
    count = (Label("n", 0, 3, "inverse", "middle", 10),) if kind == "several" else ()
    return Sign((_sign(kind, 0, 0, r), *count), words["sign"], words["means"])
