"""Pages of made-up cases as files, with the theme's own styles and scripts: no site is built for them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

from small_cases import library

from vademecum.hosts.rendering import render
from vademecum.house import HOUSE, THEME
from vademecum.pages.common.addresses import assign
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition

# Those of every page, in their order.
STYLES = re.findall(r"assets/styles/(\S+\.css)", (HOUSE / "mkdocs.yml").read_text(encoding="utf-8"))
COUNTRIES = ("BF", "ML", "SN", "VN", "AM", "FR", "PL", "HT")
TYPES = ("commune", "intercommunality", "region", "department")
BANDS = ("under-10000", "10000-49999", "50000-99999", "1000000-plus")
THEMES = ("water", "culture", "economy", "health", "education")
INSTRUMENTS = ("twinning", "network", "event")
KINDS = ("economic", "practices", "visibility")
EVIDENCE = ("claimed", "documented", "evaluated")


def edition(told: dict[str, dict[str, Any]], language: str) -> Edition:
    """The edition of a library of these cases alone."""
    made = library(told)
    addresses, _ = assign(made)
    return Edition(made, addresses, language, {"fr": None, "en": None}, Setting("https://house.example/"))


def written(told: dict[str, dict[str, Any]], language: str, id_: str, folder: Path) -> Path:
    """An index page of these cases as a file."""
    page = edition(told, language)
    rendered = render(page, page.page("index", id_))
    sheets = [*STYLES, *rendered.page.styles]
    head = "".join(f'<link rel="stylesheet" href="{asset("styles", one)}">' for one in sheets)
    scripts = "".join(f'<script src="{asset("scripts", one)}"></script>' for one in rendered.page.scripts)
    data = json.dumps(rendered.view["cases"], ensure_ascii=False).replace("<", "\\u003c")
    file = folder / f"{id_}.{language}.html"
    file.write_text(
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{id_}</title>{head}'
        "</head>"
        f'<body><main><article class="vm-page vm-page--index"><h1>{rendered.page.title}</h1>'
        f'<div class="vm-prose">{rendered.html}</div></article></main>'
        f'<script type="application/json" id="vm-cases-data">{data}</script>{scripts}</body></html>',
        encoding="utf-8",
    )
    return file


def asset(folder: str, name: str) -> str:
    """The address of a file of the theme on this machine."""
    return (THEME / "assets" / folder / name).as_uri()


def made_up(count: int, seed: int) -> dict[str, dict[str, Any]]:
    """So many cases from a seed, some of which say little."""
    rng = Random(seed)
    return {f"case-{number:04}": _case(rng) for number in range(count)}


def _case(rng: Random) -> dict[str, Any]:
    def some(values: tuple[str, ...], most: int) -> list[str]:
        return rng.sample(values, rng.randint(0, most))

    start = rng.randint(1985, 2020)
    return {
        "authorities": [
            {"type": rng.choice(TYPES)} | ({"population": rng.choice(BANDS)} if rng.random() < 0.7 else {})
            for _ in range(rng.randint(1, 3))
        ],
        "partners": [{"country": code} for code in some(COUNTRIES, 2)],
        "themes": some(THEMES, 3),
        "instruments": some(INSTRUMENTS, 2),
        "logics": some(("A", "B", "H"), 1),
        "period": {"start": str(start), "end": str(start + rng.randint(0, 25))} if rng.random() < 0.9 else {},
        "outcomes": [_outcome(rng) for _ in range(rng.randint(0, 3))],
    }


def _outcome(rng: Random) -> dict[str, str]:
    told = {name: "" for name in ("sought", "announced") if rng.random() < 0.5}
    if not told or rng.random() < 0.5:
        told["observed"] = rng.choice(EVIDENCE)
    return {"kind": rng.choice(KINDS), **told}
