"""A concept among its neighbours -> a graph, as shapes of the tree.

The concept is a bar across the sheet; what is broader stands above it, all else below, each relation on a
line of its own that comes from the bar, named in words. Columns keep labels apart, whatever their number. The
sheet is as wide as a phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vademecum.document.inlines import Target
from vademecum.document.shapes import Drawn, Label, Mark, Shape, Stroke
from vademecum.drawings.lettering import broken, width

WIDTH, SIZE, OWN, LEADING, BETWEEN = 350.0, 14.0, 15.0, 17.0, 10.0
SIGN, WORDS = 24.0, 34.0  # from a column's left edge to its signs, and to its labels
LINES = (9.0, 2.0)  # to the line of the first group of a column, and of one below it
DOT = 3.6  # the radius of a concept's sign
HEAD = 22.0  # what the name of a relation takes


@dataclass(frozen=True, slots=True)
class Node:
    """A concept in a graph: what it is called, what names its mark whole, what it leads to."""

    label: str
    words: str
    target: Target
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The nodes of one relation; `name` is what it is called."""

    kind: str
    name: str
    nodes: Sequence[Node]

    def height(self, wide: float) -> float:
        rows = sum(len(broken(node.label, wide - WORDS, SIZE)) for node in self.nodes)
        return HEAD + rows * LEADING + len(self.nodes) * BETWEEN


def circle(x: float, y: float, r: float = DOT) -> str:
    """The path of a circle, the sign of a concept."""
    return f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"


def drawn(name: str, broader: Group, others: Sequence[Group]) -> Drawn:
    """The graph of a concept of this name, and its height; groups without nodes are left out."""
    own = broken(name, WIDTH - 30, OWN)
    top = broader.height(WIDTH) if broader.nodes else 0.0
    bar = len(own) * (OWN + 4) + 12
    shapes: list[Shape] = []
    if broader.nodes:
        shapes += _group(broader, 0, WIDTH, 0, top, LINES[0])
    foot = top + bar
    columns = _columns([group for group in others if group.nodes])
    wide = WIDTH / max(len(columns), 1)
    heights = [foot]
    for number, column in enumerate(columns):
        y = foot + 4
        for group, line in zip(column, LINES, strict=False):
            shapes += _group(group, number * wide, wide - 6, y, foot, number * wide + line)
            y += group.height(wide - 6)
        heights.append(y)
    frame = f"M1 {top:.1f}h{WIDTH - 2:.0f}v{bar:.1f}h{2 - WIDTH:.0f}z"
    words = [
        Label(line, WIDTH / 2, top + 6 + (number + 0.78) * (OWN + 4), "words own", "middle", OWN)
        for number, line in enumerate(own)
    ]
    lines = [shape for shape in shapes if isinstance(shape, Stroke)]
    marks = [shape for shape in shapes if not isinstance(shape, Stroke)]
    return Drawn((*lines, Stroke(frame, "frame"), *words, *marks), round(max(heights) + 4))


def _columns(groups: Sequence[Group]) -> list[list[Group]]:
    """Groups in two columns at most, the longest of three by itself."""
    if len(groups) < 3:
        return [[group] for group in groups]
    longest = max(groups, key=lambda group: len(group.nodes))
    rest = [group for group in groups if group is not longest]
    return [rest, [longest]] if groups[0] is not longest else [[longest], rest]


def _group(group: Group, left: float, wide: float, y: float, bar: float, line: float) -> Iterator[Shape]:
    """A group from `y` down, on a line at `line` that comes from the edge of the bar at `bar`."""
    yield Label(group.name, left + WORDS - 17, y + HEAD - 8, "quiet relation", size=SIZE)
    y += HEAD
    signs = []
    for node in group.nodes:
        rows = broken(node.label, wide - WORDS, SIZE)
        signs.append(y + LEADING / 2)
        yield _mark(node, rows, left, y)
        y += len(rows) * LEADING + BETWEEN
    ends = (signs[0], bar) if bar > signs[0] else (bar, signs[-1])
    path = f"M{line:.1f} {ends[0]:.1f}V{ends[1]:.1f}"
    path += "".join(f"M{line:.1f} {at:.1f}H{left + SIGN:.1f}" for at in signs)
    yield Stroke(path, f"line {group.kind}")


def _mark(node: Node, rows: Sequence[str], left: float, y: float) -> Mark:
    long = max(width(row, SIZE) for row in rows) + WORDS - SIGN + 12
    high = len(rows) * LEADING + BETWEEN - 1
    box = f"M{left + SIGN - 7:.1f} {y - 5:.1f}h{long:.1f}v{high:.1f}h{-long:.1f}z"
    words = [
        Label(row, left + WORDS, y + LEADING / 2 + 4 + number * LEADING, size=SIZE)
        for number, row in enumerate(rows)
    ]
    shapes: tuple[Stroke | Label, ...] = (
        Stroke(box, "hit"),
        Stroke(circle(left + SIGN, y + LEADING / 2), "sign"),
        *words,
    )
    return Mark(node.target, node.words, shapes, "mark", node.lang)
