"""Two cells of a table's row that a translation has in the other order.

Told is where each of them has no word like one of its counterpart's, and each has some of the other’s.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from vademecum.checks.bilingual.comparison import Comparison
from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.rules.slip import Slip
from vademecum.language.collation import folded
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex

BETWEEN = regex(r"(?<!\\)\|")
# How a word begins that both languages may have, and a number.
ALIKE = regex(r"(?<!\w)(?:[a-z]{5}|\d+(?:[.,]\d+)?)")
MOST = 12  # cells of a row that are compared, each with each
LEAST = 3  # words that both have by which an exchange is known
SHOWN = 60
Words = list[set[str]]  # of each cell of a row: how its words begin


def _exchanged_cells(here: str, _ours: str, there: str, _theirs: str) -> Iterator[Slip]:
    """The first of two cells of a row that stand in each other's place."""
    if not (here.lstrip().startswith("|") and there.lstrip().startswith("|")) or "---" in here:
        return
    mine, others = _words(here), _words(there)
    if len(mine) != len(others) or len(mine) > MOST:
        return
    # The cells whose words are none of their counterpart's.
    pairs = enumerate(zip(mine, others, strict=True))
    apart = [number for number, (one, other) in pairs if one and other and not one & other]
    for first, second in itertools.combinations(apart, 2):
        crossed = mine[first] & others[second], mine[second] & others[first]
        if all(crossed) and (sum(map(len, crossed)) >= LEAST or _numbers(mine, others, first, second)):
            cells, beside = BETWEEN.split(here), BETWEEN.split(there)
            cell = cells[first]
            at = sum(map(len, cells[:first])) + first + len(cell) - len(cell.lstrip())
            values = {
                "found": beginning(cell.strip(), SHOWN),
                "other": beginning(beside[first].strip(), SHOWN),
            }
            yield "cells-exchanged", at, values
            return


def _words(row: str) -> Words:
    return [set(ALIKE.findall(cell)) for cell in BETWEEN.split(folded(row).replace(",", "."))]


def _numbers(mine: Words, others: Words, first: int, second: int) -> bool:
    """Whether two cells are numbers, and all of each other’s."""
    said = mine[first], mine[second]
    figures = all(word[0].isdecimal() for words in said for word in words)
    return figures and said == (others[second], others[first])


COMPARISON = Comparison(dict.fromkeys(LANGUAGES, ("|",)), _exchanged_cells)
