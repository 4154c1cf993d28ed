"""A whole lexicon between four poles -> a map, as shapes of the tree.

Two tensions cross: west to east, north to south. Every other concept stands at the mean of those that it is
related to, as in Tutte's drawing of a graph (W. T. Tutte, "How to draw a graph", Proceedings of the London
Mathematical Society, 1963), so that who has more ways to a pole stands nearer to it. Labels are then set in
rows from north to south, in each from west to east, so that none lies over another: what is read from the
map is an order, not a distance.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vademecum.document.shapes import Drawn, Label, Mark, Shape, Stroke
from vademecum.drawings.lettering import shortened, width
from vademecum.drawings.neighbours import Node, circle

WIDTH, ROW, SIZE, GAP, FULL = 720.0, 27.0, 12.0, 14.0, 0.74
LONGEST = 460.0  # of a label
POLES = ((-1.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, -1.0))  # west, east, north, south
SWEEPS = 60
Point = tuple[float, float]


def placed(ids: Sequence[str], poles: Sequence[str], others: Mapping[str, Sequence[str]]) -> dict[str, Point]:
    """Each concept at the mean of those that it is related to, the poles where they are; x east, y north.

    Sixty sweeps of Gauss and Seidel's in the order given: the same each time, linear in the relations. What
    no way leads to from a pole stays in the middle.
    """
    at = dict.fromkeys(ids, (0.0, 0.0)) | dict(zip(poles, POLES, strict=True))
    free = [id_ for id_ in ids if id_ not in poles and others.get(id_)]
    for _ in range(SWEEPS):
        for id_ in free:
            near = [at[other] for other in others[id_]]
            at[id_] = sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)
    return at


def leanings(at: Mapping[str, Point], poles: Sequence[str]) -> dict[str, int | None]:
    """The number of the pole that each concept leans to most, as the map shows it: by its rank from west to
    east and from south to north, not by its distances. None for what stands in the very middle, as
    what no way leads to from a pole does.
    """
    free = {id_: (round(x, 6), round(y, 6)) for id_, (x, y) in at.items() if id_ not in poles}
    free = {id_: point for id_, point in free.items() if point != (0, 0)}
    across, along = (_ranks({id_: point[axis] for id_, point in free.items()}) for axis in (0, 1))
    found: dict[str, int | None] = dict.fromkeys((id_ for id_ in at if id_ not in poles), None)
    for id_ in free:
        x, y = across[id_], along[id_]
        found[id_] = (0 if x < 0 else 1) if abs(x) >= abs(y) else (2 if y > 0 else 3)
    return found


def _ranks(values: Mapping[str, float]) -> dict[str, float]:
    """Each value's place among all, from -1 to 1; equal values share the middle of theirs."""
    order = sorted(values.values())
    last = max(len(order) - 1, 1)
    return {
        id_: (bisect_left(order, value) + bisect_right(order, value) - 1) / last - 1
        for id_, value in values.items()
    }


@dataclass(slots=True)
class _Placed:
    node: Node
    x: float  # the left edge
    y: float  # the baseline
    long: float


def drawn(
    nodes: Mapping[str, Node],
    poles: Sequence[str],
    at: Mapping[str, Point],
    lines: Mapping[str, Sequence[tuple[str, str]]],
) -> Drawn:
    """The map, and its height. `lines` holds pairs of concepts under the relation that they have."""
    nodes = {id_: replace(node, label=shortened(node.label, LONGEST)) for id_, node in nodes.items()}
    rows = _rows([id_ for id_ in nodes if id_ not in poles], nodes, at)
    half = len(rows) // 2
    rows.insert(half, [])
    there: dict[str, _Placed] = {}
    for number, row in enumerate(rows):
        _set(row, nodes, there, 2.6 * ROW + number * ROW)
    height = 2.6 * ROW + len(rows) * ROW + 1.3 * ROW
    middle = 2.6 * ROW + half * ROW
    _poles(nodes, poles, there, middle, height)
    axes = f"M8 {middle - 4:.0f}H{WIDTH - 8:.0f}M{WIDTH / 2:.0f} {1.4 * ROW:.0f}V{height - 1.2 * ROW:.0f}"
    shapes: list[Shape] = [Stroke(axes, "axis")]
    for kind, pairs in lines.items():
        path = "".join(_line(there[a], there[b]) for a, b in pairs if a in there and b in there)
        if path:
            shapes.append(Stroke(path, f"line {kind}"))
    shapes += [_mark(there[id_], id_ in poles) for id_ in (*poles, *(one for row in rows for one in row))]
    return Drawn(tuple(shapes), math.ceil(height))


def _long(node: Node) -> float:
    return width(node.label, SIZE) * 1.04 + 14


def _rows(ids: list[str], nodes: Mapping[str, Node], at: Mapping[str, Point]) -> list[list[str]]:
    """Concepts in rows from north to south, each filled to about the same length."""
    total = sum(_long(nodes[id_]) + GAP for id_ in ids)
    count = max(2, math.ceil(total / (WIDTH * FULL)))
    rows: list[list[str]] = [[] for _ in range(count)]
    room, row, filled = WIDTH - 2 * GAP, 0, 0.0
    for id_ in sorted(ids, key=lambda id_: (-round(at[id_][1], 6), nodes[id_].label, id_)):
        long = _long(nodes[id_]) + GAP
        if filled and row < count - 1 and filled + long / 2 > total / count:
            row, filled = row + 1, 0.0
        elif filled and filled + long > room:
            rows.insert(row + 1, [])
            row, filled, count = row + 1, 0.0, count + 1
        rows[row].append(id_)
        filled += long
    order = {id_: rank for rank, id_ in enumerate(sorted(ids, key=lambda id_: (round(at[id_][0], 6), id_)))}
    return [sorted(row, key=order.__getitem__) for row in rows]


def _set(row: list[str], nodes: Mapping[str, Node], there: dict[str, _Placed], y: float) -> None:
    """The concepts of a row, what is left of its room shared out between them."""
    longs = [_long(nodes[id_]) for id_ in row]
    space = (WIDTH - sum(longs)) / (len(row) + 1) if row else 0
    x = space
    for id_, long in zip(row, longs, strict=True):
        there[id_] = _Placed(nodes[id_], x, y, long)
        x += long + space


def _poles(
    nodes: Mapping[str, Node], poles: Sequence[str], there: dict[str, _Placed], middle: float, height: float
) -> None:
    """The poles at the ends of the axes."""
    west, east, north, south = poles
    for id_, side, y in ((west, 0, middle), (east, 2, middle), (north, 1, ROW), (south, 1, height - ROW / 2)):
        long = width(nodes[id_].label, 15) * 1.12 + 18
        there[id_] = _Placed(nodes[id_], (6, (WIDTH - long) / 2, WIDTH - long - 6)[side], y, long)


def _line(a: _Placed, b: _Placed) -> str:
    return f"M{a.x + 5:.0f} {a.y - 4:.0f}L{b.x + 5:.0f} {b.y - 4:.0f}"


def _mark(placed: _Placed, pole: bool) -> Mark:
    x, y, long = placed.x, placed.y, placed.long
    size, r = (15.0, 5.5) if pole else (SIZE, 3.6)
    box = f"M{x - 2:.1f} {y - 17:.1f}h{long:.1f}v{ROW - 2:.1f}h{-long:.1f}z"
    label = Label(placed.node.label, x + (15 if pole else 12), y, "words own" if pole else "words", size=size)
    shapes = (
        Stroke(box, "hit ground" if pole else "hit"),
        Stroke(circle(x + 5, y - size * 0.33, r), "sign"),
        label,
    )
    return Mark(placed.node.target, placed.node.words, shapes, "mark", placed.node.lang)
