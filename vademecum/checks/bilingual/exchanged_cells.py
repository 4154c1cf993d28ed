"""Two cells of a table's row that a translation has in the other order.

Told is where each of them has no word like one of its counterpart's, and each has some of the other’s.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from vademecum.checks.bilingual.comparison import Comparison
from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.rules.slip import Slip
from vademecum.language.collation import folded
from vademecum.language.languages import LANGUAGES

BETWEEN = re.compile(r"(?<!\\)\|")
# How a word begins that both languages may have, and a number.
ALIKE = re.compile(r"(?<!\w)(?:[a-z]{5}|\d+(?:[.,]\d+)?)")
MOST = 12  # cells of a row that are compared, each with each
LEAST = 3  # words that both have by which an exchange is known
SHOWN = 60
Cell = tuple[int, str, set[str]]  # where it stands, what it says, and how its words begin


def _exchanged_cells(here: str, _ours: str, there: str, _theirs: str) -> Iterator[Slip]:
    """The first of two cells of a row that stand in each other's place."""
    if not (here.lstrip().startswith("|") and there.lstrip().startswith("|")):
        return
    mine, others = list(_cells(here)), list(_cells(there))
    if len(mine) != len(others) or len(mine) > MOST:
        return
    # A row whose words are nowhere those of its counterpart.
    apart = [
        number for number, (one, other) in enumerate(zip(mine, others, strict=True)) if not one[2] & other[2]
    ]
    for first, second in itertools.combinations(apart, 2):
        crossed = mine[first][2] & others[second][2], mine[second][2] & others[first][2]
        if all(crossed) and (sum(map(len, crossed)) >= LEAST or _numbers(mine, others, first, second)):
            at, text, _ = mine[first]
            values = {"found": beginning(text, SHOWN), "other": beginning(others[first][1], SHOWN)}
            yield "cells-exchanged", at, values
            return


def _numbers(mine: list[Cell], others: list[Cell], first: int, second: int) -> bool:
    """Whether two cells are numbers, and all of each other’s."""
    said = mine[first][2], mine[second][2]
    figures = all(word[0].isdecimal() for words in said for word in words)
    return figures and said == (others[second][2], others[first][2])


def _cells(row: str) -> Iterator[Cell]:
    at = row.find("|") + 1
    for text in BETWEEN.split(row[at:].rstrip()):
        said = text.strip()
        yield at + len(text) - len(text.lstrip()), said, set(ALIKE.findall(folded(said).replace(",", ".")))
        at += len(text) + 1


COMPARISON = Comparison(dict.fromkeys(LANGUAGES, ("|",)), _exchanged_cells)
