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

from vademecum.drawings.projections import Projection, azimuthal, equal_earth, lambert_93

MARGIN = 8  # units at the edge of a sheet, where no mark has room
AROUND = 12  # units between the edge and the outermost place: some of what lies around is seen
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

    def on_sheet(
        self, latitude: float, longitude: float, margin: float = MARGIN
    ) -> tuple[float, float] | None:
        """Where a position lies, so far within the sheet that a mark has room; none where it does not."""
        x, y = self.place(latitude, longitude)
        inside = margin <= x <= self.width - margin and margin <= y <= self.height - margin
        return (x, y) if inside else None


WORLD = Frame("world", equal_earth, -2.60, -1.02, 2.72, 1.25, 720)
FRANCE = Frame("france", lambert_93, 60_000, 6_010_000, 1_300_000, 7_190_000, 360)
# Between the two, the parts of the world where partnerships reach from France; each of the others as well.
WEST_AFRICA = Frame("west-africa", azimuthal(18, -1), -0.37, -0.28, 0.33, 0.33, 360)
EUROPE = Frame("europe", azimuthal(46, 18), -0.42, -0.31, 0.44, 0.30, 360)  # and around the Mediterranean
EUROPE_WEST_AFRICA = Frame("europe-west-africa", azimuthal(28, 0), -0.39, -0.42, 0.37, 0.45, 360)
ATLANTIC = Frame("atlantic", azimuthal(33, -37), -0.78, -0.58, 0.74, 0.54, 360)
EUROPE_AFRICA = Frame("europe-africa", azimuthal(12, 20), -0.66, -0.80, 0.74, 0.76, 360)
# The smallest first: of those that hold a case's places, the first is taken.
FRAMES = (FRANCE, WEST_AFRICA, EUROPE, EUROPE_WEST_AFRICA, ATLANTIC, EUROPE_AFRICA, WORLD)


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
    """The smallest frame that holds all positions and something around them; the world where none does."""
    held = (frame for frame in FRAMES if all(frame.on_sheet(*one, AROUND) for one in positions))
    return next(held, WORLD)
