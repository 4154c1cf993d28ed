"""What position an editor meant: the address of a map, degrees with their sides, two numbers by name.

Maps differ in which of the two comes first. Where neither the map nor the numbers tell, none is offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from vademecum.language.regex import regex
from vademecum.sources.meant.numbers_meant import DEGREES, degrees, side_of

_N = r"(-?\d{1,3}(?:\.\d+)?)"
_COMMA = rf"{_N}\s?,\s?{_N}(?![\d.])"
# Where maps have the latitude first: a mark before the view that it is seen in, Bing, OpenStreetMap, uMap.
LATITUDE_FIRST = tuple(
    regex(pattern)
    for pattern in (
        rf"!3d{_N}!4d{_N}",
        rf"\Ageo:{_COMMA}",
        rf"\b(?:google(?:\.\w+)+|apple\.com|waze\.com)/.*?[?&](?:q|ll|daddr|query|center)=(?:loc:)?{_COMMA}",
        rf"\bgoogle(?:\.\w+)+/maps/(?:search|place|dir)/(?:[^@]*/)?{_COMMA}",
        rf"@{_COMMA}",
        rf"[?&]cp={_N}~{_N}",
        rf"#(?:.*&)?(?:map=)?\d+(?:\.\d+)?/{_N}/{_N}",
    )
)
# Where the longitude is first: the maps of the State, Yandex, WKT and GeoJSON.
LONGITUDE_FIRST = tuple(
    regex(pattern)
    for pattern in (
        rf"\b(?:geoportail|cartes)\.gouv\.fr/.*?[?&]c=(?:lonlat:)?{_COMMA}",
        rf"\byandex\.\w+/.*?[?&]ll={_COMMA}",
        rf"(?i:POINT)\s?\(\s?{_N}\s+{_N}\s?\)",
        rf"\bcoordinates\W{{1,4}}{_COMMA}",
    )
)
ON_A_MAP = regex(r"[#@=/](-?\d{1,3}\.\d+)(?:[,/~]|&\w+=)(-?\d{1,3}\.\d+)")  # in its address
NAMED = regex(r"(?<![A-Za-z])m?(lat|lon|lng)[a-z]{0,6}\W{1,3}(-?\d{1,3}(?:[.,]\d+)?)", re.IGNORECASE)
BEFORE_SIDE = regex(r"(?<![\w.])(-?\d{1,3}(?:[.,]\d+)?) ?(?=[NSEWO]\b)")
BETWEEN = regex(r"[\s,;/()\[\]-]*(?:\b(?:et|and)\b\s*)?")
OF_LONGITUDE = frozenset("EWO")  # the sides that it has: east, west, ouest
NORTHMOST, EASTMOST = 90, 180
LONGEST = 1_000  # characters of what tells a position


def position_meant(found: Any) -> str:
    """A position as its field wants it, latitude first; "" where that cannot be told."""
    text = unquote(_text(found))
    if len(text) > LONGEST:
        return ""
    return _named(text) or _sided(text) or _of_map(text)


def in_order(one: str, other: str) -> str:
    """Two numbers as a position: the one that only a longitude can be, second; "" for what is nowhere."""
    if abs(float(one)) > NORTHMOST:
        one, other = other, one
    is_one = abs(float(one)) <= NORTHMOST and abs(float(other)) <= EASTMOST
    return f"[{one}, {other}]" if is_one else ""


def _text(found: Any) -> str:
    """What was written, on one line: an address that was cut at its comma is whole again."""
    if isinstance(found, dict):
        return ", ".join(f"{key}: {_text(value)}" for key, value in found.items())
    if isinstance(found, list):
        parts = [one if isinstance(one, str) else "" for one in found]
        return ("," if any("//" in part for part in parts) else ", ").join(parts)
    return found if isinstance(found, str) else ""


def _named(text: str) -> str:
    """Two numbers that say which they are: mlat=45.1&mlon=5.7, {lng: 5.7, lat: 45.1}."""
    named = {key.lower()[:2]: number.replace(",", ".") for key, number in NAMED.findall(text)}
    return _exactly(named["la"], named.get("lo") or named["ln"]) if "la" in named and len(named) > 1 else ""


def _sided(text: str) -> str:
    """Two times degrees; the letters of the sides tell which is which."""
    text = text if "°" in text else BEFORE_SIDE.sub(r"\1° ", text)
    parts = [part for part in DEGREES.finditer(text) if "°" in part[0]]
    if len(parts) != 2 or not _alone(text, parts):
        return ""
    one, other = (degrees(part[0]) for part in parts)
    sides = [side_of(part) for part in parts]
    if all(sides):
        return _exactly(other, one) if sides[0] in OF_LONGITUDE else _exactly(one, other)
    return in_order(one, other)


def _alone(text: str, parts: Iterable[re.Match[str]]) -> bool:
    """Whether nothing but signs stands beside some parts of a text."""
    for part in parts:
        text = text.replace(part[0], "", 1)
    return BETWEEN.fullmatch(text) is not None


def _of_map(text: str) -> str:
    """What an address shows, where the map's order is known or the numbers tell it."""
    for pattern in LATITUDE_FIRST:
        if place := pattern.search(text):
            return _exactly(place[1], place[2])
    for pattern in LONGITUDE_FIRST:
        if place := pattern.search(text):
            return _exactly(place[2], place[1])
    place = ON_A_MAP.search(text) if "//" in text else None
    certain = place is not None and max(abs(float(part)) for part in place.groups()) > NORTHMOST
    return in_order(place[1], place[2]) if place and certain else ""


def _exactly(latitude: str, longitude: str) -> str:
    """A position whose order is known; "" for what is nowhere."""
    is_one = abs(float(latitude)) <= NORTHMOST and abs(float(longitude)) <= EASTMOST
    return f"[{latitude}, {longitude}]" if is_one else ""
