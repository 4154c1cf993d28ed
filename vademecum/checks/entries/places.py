"""Whether a position lies in a country, by how far its towns reach: a box around each of its lands, then
bands of half a degree, which leave out most of what neighbours have within the box.

The data are GeoNames', made by tools/countries.py.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from pathlib import Path

MARGIN = 0.6  # degrees that a place may lie outside its country's towns
BANDS = 2  # a degree of latitude


@functools.cache
def boxes() -> dict[str, list[tuple[float, ...]]]:
    """Country -> the boxes around its towns: south, north, west, east."""
    found: dict[str, list[tuple[float, ...]]] = {}
    for code, *sides in _lines("countries.txt"):
        found.setdefault(code, []).append(tuple(map(float, sides)))
    return found


def is_in(code: str, latitude: float, longitude: float) -> bool:
    """Whether a place is in or near one of a country's boxes, and in one of its bands where these reach."""
    for south, north, west, east in boxes().get(code, ()):
        low, high = west - MARGIN, east + MARGIN
        across = low <= longitude <= high if west <= east else longitude >= low or longitude <= high
        if south - MARGIN <= latitude <= north + MARGIN and across:
            spans = _bands().get(code, {}).get(math.floor(latitude * BANDS), ())
            return not spans or any(first - MARGIN <= longitude <= last + MARGIN for first, last in spans)
    return False


@functools.cache
def _bands() -> dict[str, dict[int, list[tuple[float, float]]]]:
    """Country -> band -> the spans of longitude in which it has towns, one for each of its lands."""
    found: dict[str, dict[int, list[tuple[float, float]]]] = {}
    for code, south, *spans in _lines("bands.txt"):
        for band, span in enumerate(spans, math.floor(float(south) * BANDS)):
            west, east = span.split(",")
            found.setdefault(code, {}).setdefault(band, []).append((float(west), float(east)))
    return found


def _lines(name: str) -> Iterator[list[str]]:
    """The lines of a file of data, each in its parts."""
    for line in Path(__file__).with_name(name).read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            yield line.split()
