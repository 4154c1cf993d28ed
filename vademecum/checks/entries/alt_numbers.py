"""Numbers of a figure's description that the figure has not: one of the two was corrected alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from vademecum.checks.words.amounts import numbers_in
from vademecum.model import Figure, Finding
from vademecum.sources.text.source_file import SourceFile

LARGE = re.compile(r"\d{3}|\d[ ,.\u00a0\u202f]\d{3}")
LEAST = 100  # smaller ones are counts of what one sees, or shares that are worked out
MOST = 40  # values whose sums and differences are looked at
FIGURES = re.compile(r"\d+(?:\.\d+)?")
ROUNDED = re.compile(
    r"\b(?:environ|près d[e’']|plus d[e’']|moins d[e’']|presque|quelque|autour de"
    r"|about|around|nearly|almost|over|under|some|more than|less than|up to|jusqu[’']à|roughly)"
    r"[ \u00a0]?[€$£]?\Z",
    re.IGNORECASE,
)


def alt_numbers(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """A remark at the first number of each description that nothing of the figure is or comes to."""
    known: frozenset[str] | None = None
    for language, alt in figure.alt.items():
        if not LARGE.search(alt):
            continue
        known = _known(figure, language) if known is None else known | _known(figure, language)
        for key, number in numbers_in(alt, language).items():
            large = not key.startswith("month") and Decimal(key) >= LEAST and "%" not in number.text
            if large and key not in known and not ROUNDED.search(alt[max(0, number.at - 20) : number.at]):
                yield Finding("alt-number", document.where("alt", language), {"found": number.text})
                break


def _known(figure: Figure, language: str) -> frozenset[str]:
    """Every number of a figure's words and rows, their sums, differences and means."""
    texts = list(_strings(figure.model_dump(exclude={"alt"})))
    said = {key for text in texts for key in (*numbers_in(text, language), *FIGURES.findall(text))}
    columns = [[row.values.get(key) for row in figure.rows.values()] for key in figure.series]
    lines = [list(row.values.values()) for row in figure.rows.values()]
    values: set[Decimal] = set()
    for group in (*columns, *lines, list(itertools.chain(*lines))):
        given = [Decimal(value) for value in group if value is not None]
        values |= {*given, sum(given, Decimal(0))} | (
            {sum(given, Decimal(0)) / len(given)} if given else set()
        )
        values |= {abs(one - other) for one, other in itertools.combinations(given[:MOST], 2)}
    return frozenset(said | {f"{value.normalize():f}" for value in values})


def _strings(value: Any) -> Iterator[str]:
    """Every text and number within some data, keys among them."""
    if isinstance(value, dict):
        for key, within in value.items():
            yield str(key)
            yield from _strings(within)
    elif isinstance(value, (list, tuple)):
        for within in value:
            yield from _strings(within)
    elif value is not None:
        yield str(value)
