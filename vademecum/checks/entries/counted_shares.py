"""Shares of a figure and the numbers that they are shares of, which do not fit in one row."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterator
from decimal import Decimal

from vademecum.model import Figure, Finding
from vademecum.sources.text.source_file import SourceFile

LEAST = 4  # rows: that three of them fit is no chance
ABOUT = Decimal("0.02")  # part of a share by which rounding its number may move it


def counted_shares(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """A remark at the one number that is not to its share as those of all other rows are to theirs."""
    for share, count in itertools.permutations(figure.series, 2):
        if figure.series[share].in_per_cent and not figure.series[count].in_per_cent:
            values = {key: (row.values.get(share), row.values.get(count)) for key, row in figure.rows.items()}
            rows = {key: (one, of) for key, (one, of) in values.items() if one and of}
            if len(rows) < LEAST:
                continue
            each = statistics.median(one / of for one, of in rows.values())
            odd = [key for key, (one, of) in rows.items() if abs(one - each * of) > _rounding(one)]
            if len(odd) == 1:
                one, of = rows[odd[0]]
                said = {"found": f"{of:f}", "other": f"{one:f}", "nearest": f"{one / each:.0f}"}
                yield Finding("share-off", document.where("rows", odd[0], "values", count), said)


def _rounding(share: Decimal) -> Decimal:
    """By how much a share may be off: a step of its last figure, and a part of it."""
    step = Decimal(1).scaleb(min(0, int(share.as_tuple().exponent)))
    return step + ABOUT * share
