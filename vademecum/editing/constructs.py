"""What the site, the forge's preview and CommonMark make of each construct, as a table for CONTRIBUTING.

The table is `constructs.yml`, which a test holds against our parser and a reference.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from vademecum.checks import messages
from vademecum.language.data import data_in
from vademecum.language.typography import typeset

WORDS = {
    "en": {
        "head": ("what", "typed", "the site", "the forge", "CommonMark"),
        "same": "the same",
        "and": "; ",
        "fault": "**fault**: ",
        "remark": "**remark**: ",
    },
    "fr": {
        "head": ("quoi", "saisi", "le site", "la forge", "CommonMark"),
        "same": "idem",
        "and": " ; ",
        "fault": "**faute** : ",
        "remark": "**remarque** : ",
    },
}


@functools.cache
def catalogue() -> dict[str, Any]:
    """constructs.yml: its outcomes by name, its rows; ours, so trusted."""
    data: dict[str, Any] = data_in(Path(__file__).with_name("constructs.yml"))
    return data


def table(language: str) -> str:
    """The table in a language; KeyError where a row names an outcome or a message that is not there."""
    head = WORDS[language]["head"]
    lines = [head, ("---",) * len(head), *(_row(row, language) for row in catalogue()["rows"])]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _row(row: dict[str, Any], language: str) -> tuple[str, ...]:
    outcomes = catalogue()["outcomes"]
    site, *others = ((outcomes[row[by]][language]) for by in ("site", "forge", "commonmark"))
    if "told" in row:
        site = _told(row["told"], site, language)
    same = WORDS[language]["same"]
    cells = (row[language], site, *(same if other == site else other for other in others))
    what, *made = (typeset(cell, language) if language == "fr" else cell for cell in cells)
    return what, _typed(row["write"]), *made


def _told(codes: list[str], made: str, language: str) -> str:
    """What the check says of it. A fault stops the build, so that what would be made does not matter."""
    known, words = messages.catalogue(), WORDS[language]
    faults = [code for code in codes if known[code]["level"] == "fault"]
    told = [f"{words[known[code]['level']]}{known[code][language][0]}" for code in faults or codes]
    return str(words["and"]).join(told if faults else [made, *told])


def _typed(text: str) -> str:
    """What is typed, a line below the other, as code in a cell."""
    return "<br>".join(_code(line) for line in text.split("\n"))


def _code(line: str) -> str:
    """A line as code; spaces at its end, which nobody would see, as signs."""
    if not line:
        return ""
    end = len(line) - len(line.rstrip(" "))
    shown = (line.rstrip(" ") + "␣" * end).replace("|", "\\|")
    if "`" not in shown:
        return f"`{shown}`"
    fence = "````" if "```" in shown else "``"
    return f"{fence} {shown} {fence}"
