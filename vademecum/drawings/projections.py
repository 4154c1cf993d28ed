"""The projections of our maps: (latitude, longitude) in degrees -> (x, y), x to the east, y to the north.

Equal Earth for the world, and Lambert's azimuthal one for parts of it, since areas shall not lie about who
is large; Lambert's conformal conic with the parameters of Lambert-93 for France, since that is the country's
own.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable

Projection = Callable[[float, float], tuple[float, float]]

# Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of Geographical
# Information Science 33(3), 2019, equations 9 and 10.
EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)
# GRS80, as Lambert-93 (EPSG:2154) takes it: the half axis in metres and the eccentricity.
AXIS, ECCENTRICITY = 6378137.0, 0.0818191910428158
# Lambert-93: two standard parallels, the origin and its coordinates in metres.
PARALLELS, ORIGIN, FALSE = (49.0, 44.0), (46.5, 3.0), (700000.0, 6600000.0)


@functools.lru_cache(maxsize=10_000)
def equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    """Equal Earth on a sphere of radius 1, its meridian in the middle that of Greenwich."""
    a1, a2, a3, a4 = EQUAL_EARTH
    angle = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = 9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(angle) / (3 * slope)
    return x, angle * (a4 * sixth * square + a3 * sixth + a2 * square + a1)


def azimuthal(middle_latitude: float, middle_longitude: float) -> Projection:
    """Lambert's azimuthal equal-area projection on a sphere of radius 1, around a place.

    Snyder, "Map projections: a working manual", US Geological Survey, 1987, equations 24-2, 22-4 and 22-5.
    """
    sine, cosine = math.sin(math.radians(middle_latitude)), math.cos(math.radians(middle_latitude))

    @functools.lru_cache(maxsize=10_000)
    def projected(latitude: float, longitude: float) -> tuple[float, float]:
        up, across = math.radians(latitude), math.radians(longitude - middle_longitude)
        ahead = math.cos(up) * math.cos(across)
        towards = sine * math.sin(up) + cosine * ahead  # of -1, the place opposite would be everywhere
        scale = math.sqrt(2 / max(1 + towards, 1e-9))
        return scale * math.cos(up) * math.sin(across), scale * (cosine * math.sin(up) - sine * ahead)

    return projected


def _isometric(latitude: float) -> float:
    """Snyder's t of a latitude on the ellipsoid, equation 15-9."""
    sine = ECCENTRICITY * math.sin(math.radians(latitude))
    halved = math.tan(math.pi / 4 - math.radians(latitude) / 2)
    return halved / math.pow((1 - sine) / (1 + sine), ECCENTRICITY / 2)


def _parallel(latitude: float) -> float:
    """Snyder's m of a latitude on the ellipsoid, equation 14-15."""
    sine = math.sin(math.radians(latitude))
    return math.cos(math.radians(latitude)) / math.sqrt(1 - (ECCENTRICITY * sine) ** 2)


_CONE = (math.log(_parallel(PARALLELS[0])) - math.log(_parallel(PARALLELS[1]))) / (
    math.log(_isometric(PARALLELS[0])) - math.log(_isometric(PARALLELS[1]))
)
_FACTOR = AXIS * _parallel(PARALLELS[0]) / (_CONE * _isometric(PARALLELS[0]) ** _CONE)


@functools.lru_cache(maxsize=10_000)
def lambert_93(latitude: float, longitude: float) -> tuple[float, float]:
    """Lambert's conformal conic on the ellipsoid, in the metres of Lambert-93.

    Snyder, "Map projections: a working manual", US Geological Survey, 1987, equations 15-1 to 15-11.
    """
    around = _CONE * math.radians(longitude - ORIGIN[1])
    radius = _FACTOR * _isometric(latitude) ** _CONE
    north = _FACTOR * _isometric(ORIGIN[0]) ** _CONE
    return FALSE[0] + radius * math.sin(around), FALSE[1] + north - radius * math.cos(around)
