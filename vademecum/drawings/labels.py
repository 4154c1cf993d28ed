"""Names of marks on a sheet -> where each is written: near its mark, over nothing, and clear of lines."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vademecum.document.shapes import Label, Stroke
from vademecum.drawings.lettering import width
from vademecum.drawings.placing import Point, Rectangle, Room

# Where a name is tried: its side that is next to the mark, and how many gaps across and along from it.
BESIDE = (
    ("start", 1.0, 0.0),
    ("end", -1.0, 0.0),
    ("middle", 0.0, -1.0),
    ("middle", 0.0, 1.0),
    ("start", 0.8, -0.8),
    ("start", 0.8, 0.8),
    ("end", -0.8, -0.8),
    ("end", -0.8, 0.8),
)
OFF = sorted(
    (
        (side, across, along)
        for far in (1.2, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
        for side, across in (("start", far), ("end", -far))
        for along in map(float, range(-6, 7))
    ),
    key=lambda place: math.hypot(place[1], 1.6 * place[2]),  # the nearest first; a step along is longer
)
APART = 0.25  # of its size: what a name keeps from another in the same line, or two would read as one
STRIDE = 4.0  # units between the points of a line
ENDS = 8  # points at each end of a tie that names may lie over: what is beside a mark is beside its ties
# What a tie over a name costs, another's mark that it stands by, a name without room; a gap costs one.
PASSED, STRANGER, UNSHOWN = 2.0, 3.0, 1000.0
BY = 0.9  # of its size: how near to a mark a name would be read as that one's
FEW, ROUNDS = 40, 16  # names up to which several orders are tried, and how many

Drawn = tuple[Stroke | Label, ...]


class Named(NamedTuple):
    """A mark: its name, which may be empty, where it lies, and how far it reaches from there."""

    name: str
    x: float
    y: float
    r: float


class Bent(NamedTuple):
    """A line between two marks, as a curve by three points, and how many ties it stands for."""

    start: Point
    bend: Point
    end: Point
    ties: int

    def points(self) -> Iterator[Point]:
        """Points on the curve, STRIDE units from each other or nearly, but for its ends."""
        (ax, ay), (mx, my), (bx, by), _ = self
        steps = int(math.dist(self.start, self.end) / STRIDE)
        for step in range(ENDS, steps - ENDS + 1):
            far = step / steps
            near, both = (1 - far) ** 2, 2 * far * (1 - far)
            yield near * ax + both * mx + far**2 * bx, near * ay + both * my + far**2 * by


class Place(NamedTuple):
    """Where a name may be written, and what that costs."""

    cost: float
    box: Rectangle
    shapes: Drawn
    lead: Sequence[Rectangle] = ()


class Rooms(NamedTuple):
    """What is taken of a sheet, by marks and names, and what names had better not cover or stand by: the
    lines, and the marks of others.
    """

    taken: Room
    passed: Room
    marks: Room

    @classmethod
    def of(cls, wide: float, high: float, marks: Iterable[Named], passed: Iterable[Rectangle]) -> Rooms:
        """The rooms of a sheet that has its marks and the points of its ties, but no name yet."""
        rooms = cls(Room(wide, high), Room(wide, high), Room(wide, high))
        for mark in marks:
            rooms.taken.take(_square(mark))
            rooms.marks.take(_square(mark))
        for point in passed:
            rooms.passed.take(point)
        return rooms


def labelled(
    marks: Sequence[Named], lines: Iterable[Bent], wide: float, high: float, size: float
) -> list[Drawn]:
    """The shapes of each mark's name: a label, and a line to it where it stands further off.

    A name that finds no room is shown on demand only. Who comes first takes room from others: where there are
    few names, those that fared worst go first in the next round, and the round that costs least is kept
    ("squeaky wheel" optimisation, Joslin and Clements, 1999).
    """
    passed = [Rectangle(x, y, x, y) for line in lines for x, y in line.points()]
    order, fared = list(range(len(marks))), [0.0] * len(marks)
    least, best = math.inf, list[Drawn]()
    for _ in range(ROUNDS if len(marks) <= FEW else 1):
        places = _round(Rooms.of(wide, high, marks, passed), marks, order, size)
        cost = sum(place.cost for place in places)
        if cost < least:
            least, best = cost, [place.shapes for place in places]
        fared = [one + place.cost for one, place in zip(fared, places, strict=True)]
        before, order = order, sorted(order, key=lambda number: -fared[number])
        if order == before:
            break
    return best


def _round(rooms: Rooms, marks: Sequence[Named], order: Iterable[int], size: float) -> list[Place]:
    """The places of all names, in the order of their marks, where they take their room in another."""
    places = {number: _place(rooms, marks[number], size) for number in order}
    return [places[number] for number in range(len(marks))]


def _place(rooms: Rooms, mark: Named, size: float) -> Place:
    """The place of a name that costs least, and takes it: beside its mark, without a tie over it, at best."""
    name, x, y, r = mark
    room, crossed, marks = rooms
    own = _square(mark)
    long, up, down = width(name, size) * 1.04, size * 0.8, size * 0.28
    best: Place | None = None
    for side, across, along in (*BESIDE, *OFF) if name else ():
        off = abs(across) > 1
        cost = math.hypot(across, along) ** 1.5 if off else 0.0
        if best and best.cost <= cost:
            break
        left = round(x + across * (r + size * 0.3))
        base = round(y + size * 0.3 + along * (r + size * 0.75))
        start = left - {"start": 0, "middle": long / 2, "end": long}[side]
        box = Rectangle(start, base - up, start + long, base + down)
        lead = list(_lead(mark, (left, base - size * 0.3))) if off else []
        if not (room.free(box) and all(map(room.free, lead))):
            continue
        letters = Rectangle(start, base - size * 0.55, start + long, base)
        cost += PASSED * (crossed.count(letters) + sum(map(crossed.count, lead)))
        around = box.grown(size * BY)
        cost += STRANGER * (marks.count(around) - around.meets(own))
        if best is None or cost < best.cost:
            label = Label(name, left, base, "words", side, size)
            line = Stroke(f"M{x:.0f} {y:.0f}L{left} {base - size * 0.3:.0f}", "lead")
            best = Place(cost, box, (line, label) if off else (label,), lead)
    if best is None:
        return _on_demand(room, mark, long, size)
    apart = size * APART
    room.take(best.box._replace(left=best.box.left - apart, right=best.box.right + apart))
    for part in best.lead:
        crossed.take(part)
    return best


def _square(mark: Named) -> Rectangle:
    return Rectangle(mark.x, mark.y, mark.x, mark.y).grown(mark.r)


def _on_demand(room: Room, mark: Named, long: float, size: float) -> Place:
    """A name beside its mark, over whatever is there, shown where a pointer or the keyboard asks for it."""
    name, x, y, r = mark
    side, left = "start", x + r + size * 0.3
    if left + long > room.whole.right:
        side, left = "end", x - r - size * 0.3
    shapes = (Label(name, left, y + size * 0.34, "words asked", side, size),) if name else ()
    return Place(UNSHOWN if name else 0.0, Rectangle(left, y, left, y), shapes)


def _lead(mark: Named, end: Point) -> Iterator[Rectangle]:
    """Parts of the line from a mark to its name, but for what lies on the mark or next to the name."""
    far = math.dist((mark.x, mark.y), end)
    steps = int((far - 2) / STRIDE)
    for step in range(math.ceil(1.5 * mark.r / STRIDE), steps + 1):
        part = step * STRIDE / far
        x, y = mark.x + (end[0] - mark.x) * part, mark.y + (end[1] - mark.y) * part
        yield Rectangle(x - 1, y - 1, x + 1, y + 1)
