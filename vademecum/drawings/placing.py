"""Points on a sheet -> groups where they lie thick, marks that stay apart, labels that do not touch.

All of it is deterministic and, by a lattice that tells who is near, linear in the number of points.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Point = tuple[float, float]
APART = 3  # so many that lie together keep a mark each; more are one mark with their number
GOLDEN = math.pi * (3 - math.sqrt(5))  # an angle that no small number of steps brings round
ROUNDS = 40


def grouped(points: Sequence[Point], kinds: Sequence[str], reach: float, most: int) -> list[list[int]]:
    """Points of one kind that lie together, as their numbers, in the order given.

    A group takes what lies within `reach` of its first point; where that leaves more than so many marks,
    the reach grows until it does not.
    """
    while True:
        groups = _gathered(points, kinds, reach)
        if sum(len(group) if len(group) <= APART else 1 for group in groups) <= most or reach > 1000:
            return groups
        reach *= 1.5


def _gathered(points: Sequence[Point], kinds: Sequence[str], reach: float) -> list[list[int]]:
    groups: list[list[int]] = []
    cells: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(points):
        kind, column, row = kinds[number], int(x // reach), int(y // reach)
        near = (
            group
            for across in (0, -1, 1)
            for down in (0, -1, 1)
            for group in cells.get((kind, column + across, row + down), ())
            if math.dist(points[groups[group][0]], (x, y)) < reach
        )
        if (found := next(near, None)) is not None:
            groups[found].append(number)
        else:
            cells[kind, column, row].append(len(groups))
            groups.append([number])
    return groups


def apart(points: Sequence[Point], radii: Sequence[float], width: float, height: float) -> list[Point]:
    """Points moved as little as it takes for their marks not to lie on one another, within a sheet."""
    places = list(points)
    near = list(_near(points, 4 * max(radii, default=1)))
    for _ in range(ROUNDS):
        moved = False
        for a, b in near:
            (ax, ay), (bx, by) = places[a], places[b]
            lack = radii[a] + radii[b] - math.dist(places[a], places[b])
            if lack <= 0.01:
                continue
            moved = True
            angle = math.atan2(by - ay, bx - ax) if (ax, ay) != (bx, by) else GOLDEN * b
            share = lack * radii[a] ** 2 / (radii[a] ** 2 + radii[b] ** 2)  # the larger moves less
            dx, dy = math.cos(angle), math.sin(angle)
            places[a] = ax - dx * (lack - share), ay - dy * (lack - share)
            places[b] = bx + dx * share, by + dy * share
        places = [
            (min(max(x, r), width - r), min(max(y, r), height - r))
            for (x, y), r in zip(places, radii, strict=True)
        ]
        if not moved:
            break
    return places


def _near(points: Sequence[Point], reach: float) -> Iterator[tuple[int, int]]:
    """Every pair of points whose cells of a lattice touch, the lower number first."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(points):
        column, row = int(x // reach), int(y // reach)
        for across in (-1, 0, 1):
            for down in (-1, 0, 1):
                for other in cells.get((column + across, row + down), ()):
                    yield other, number
        cells[column, row].append(number)


class Rectangle(NamedTuple):
    """A part of a sheet that something takes."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Rectangle:
        """It, with so much more on each side."""
        return Rectangle(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Rectangle) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Room:
    """What is taken of a sheet, by the cells of a lattice."""

    CELL = 32

    def __init__(self, width: float, height: float) -> None:
        self.whole = Rectangle(0, 0, width, height)
        self.cells: dict[tuple[int, int], list[Rectangle]] = defaultdict(list)

    def take(self, part: Rectangle) -> None:
        """Remember that a part is taken."""
        for cell in self._cells(part):
            self.cells[cell].append(part)

    def free(self, part: Rectangle) -> bool:
        """Whether a part lies on the sheet, and nothing in it is taken."""
        whole = self.whole
        inside = part.left >= 0 and part.top >= 0 and part.right <= whole.right
        inside = inside and part.bottom <= whole.bottom
        return inside and not any(
            part.meets(other) for cell in self._cells(part) for other in self.cells.get(cell, ())
        )

    def count(self, part: Rectangle) -> int:
        """How many of the parts that are taken lie in a part, at least in some of it."""
        return len(
            {other for cell in self._cells(part) for other in self.cells.get(cell, ()) if part.meets(other)}
        )

    def _cells(self, part: Rectangle) -> Iterable[tuple[int, int]]:
        for column in range(int(part.left // self.CELL), int(part.right // self.CELL) + 1):
            for row in range(int(part.top // self.CELL), int(part.bottom // self.CELL) + 1):
                yield column, row
