"""Frames of maps: which part of the world each shows, by which projection, on how wide a sheet.

Coasts and borders are Natural Earth's, already projected and simplified for each frame: tools/borders.py
writes them to `borders.json`, beside this file (drawings/README.md says whence).
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vademecum.drawings.projections import Projection, equal_earth, lambert_93

MARGIN = 8  # units at the edge of a sheet, where no mark has room
STEPS = 2  # of an outline's path, to a unit of the drawing


@dataclass(frozen=True)
class Frame:
    """A part of the world on a sheet.

    `west`, `south`, `east` and `north` bound it in the units of its projection; `width` is the sheet's, in
    the units of the drawing, which are a screen's pixels on a phone.
    """

    name: str
    projection: Projection
    west: float
    south: float
    east: float
    north: float
    width: float

    @functools.cached_property
    def height(self) -> float:
        return round((self.north - self.south) * self._scale)

    @functools.cached_property
    def _scale(self) -> float:
        return self.width / (self.east - self.west)

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a position in degrees lies on the sheet, y downwards."""
        x, y = self.projection(latitude, longitude)
        return (x - self.west) * self._scale, (self.north - y) * self._scale

    def on_sheet(self, latitude: float, longitude: float) -> tuple[float, float] | None:
        """Where a position lies, so far within the sheet that a mark has room; none where it does not."""
        x, y = self.place(latitude, longitude)
        inside = MARGIN <= x <= self.width - MARGIN and MARGIN <= y <= self.height - MARGIN
        return (x, y) if inside else None


WORLD = Frame("world", equal_earth, -2.60, -1.02, 2.72, 1.25, 720)
# Europe, the Mediterranean, western Africa and the Caucasus, where most partnerships of the sources lie.
NEAR = Frame("near", equal_earth, -0.33, 0.02, 0.73, 1.05, 360)
FRANCE = Frame("france", lambert_93, 60_000, 6_010_000, 1_300_000, 7_190_000, 360)
FRAMES = (FRANCE, NEAR, WORLD)


@functools.cache
def _borders() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path(__file__).with_name("borders.json").read_text(encoding="utf-8"))
    return data


def outlines(frame: Frame) -> tuple[str, str]:
    """A frame's land and the borders on it, as SVG's path data in steps."""
    land, borders = _borders()["frames"][frame.name]
    return land, borders


def middle(country: str) -> tuple[float, float] | None:
    """A position well within a country, given by its code of two letters; none where no border is known."""
    position = _borders()["countries"].get(country)
    return tuple(position) if position else None


def smallest(positions: list[tuple[float, float]]) -> Frame:
    """The smallest frame that holds all positions; the world where none does."""
    return next((frame for frame in FRAMES if all(frame.on_sheet(*one) for one in positions)), WORLD)
