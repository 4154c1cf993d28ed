"""Numbers of a figure's description that the figure has not: one of the two was corrected alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from vademecum.checks.words.quantities.amounts import Number, numbers_in
from vademecum.language.regex import regex
from vademecum.model import Figure, Finding
from vademecum.sources.text.source_file import SourceFile

LARGE = regex(r"\d{3}|\d[ ,.\u00a0\u202f]\d{3}")
LEAST = 100  # smaller ones are counts of what one sees, or shares that are worked out
MOST = 40  # values in a group whose differences are looked at
FIGURES = regex(r"\d+(?:\.\d+)?")
FAR = 20  # letters before a number in which a word says that it is rounded
ROUNDED = regex(
    r"\b(?:environ|près d[e’']|plus d[e’']|moins d[e’']|presque|quelque|autour de|jusqu[’']à|about|around"
    r"|nearly|almost|over|under|some|more than|less than|up to|roughly)[ \u00a0]?[€$£]?\Z",
    re.IGNORECASE,
)


def alt_numbers(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """A remark at the first number of each description that nothing of the figure is or comes to; of shares,
    at the first that no drawn number is or comes to.
    """
    drawn = {
        _plain(value) for row in figure.rows.values() for value in row.values.values() if value is not None
    }
    shares = any(series.in_per_cent for series in figure.series.values())
    for language, alt in figure.alt.items():
        numbers = numbers_in(alt, language) if LARGE.search(alt) or (shares and "%" in alt) else {}
        strange = {key: number for key, number in numbers.items() if key not in drawn}
        worked_out = _worked_out(figure) if strange else drawn
        for key, number in strange.items():
            share = shares and "%" in number.text
            told = share or (_is_large(key, number) and not _stands(number.text, figure, document))
            if not told or key in worked_out or (not share and key in _said(figure, language)):
                continue
            if not ROUNDED.search(alt[max(0, number.at - FAR) : number.at]):
                yield Finding("alt-number", document.where("alt", language), {"found": number.text})
                break


def _is_large(key: str, number: Number) -> bool:
    """Whether a number is one that only the figure's data can tell."""
    return not key.startswith("month") and Decimal(key) >= LEAST and "%" not in number.text


def _stands(number: str, figure: Figure, document: SourceFile) -> bool:
    """Whether a number stands elsewhere in a file than in its descriptions, as most do."""
    return document.text.count(number) > sum(alt.count(number) for alt in figure.alt.values())


def _said(figure: Figure, language: str) -> set[str]:
    """Every number of a figure's words."""
    texts = list(_strings(figure.model_dump(exclude={"alt"})))
    return {key for text in texts for key in (*numbers_in(text, language), *FIGURES.findall(text))}


def _worked_out(figure: Figure) -> set[str]:
    """Every number of a figure's rows, their sums, differences and means."""
    columns = [[row.values.get(key) for row in figure.rows.values()] for key in figure.series]
    lines = [list(row.values.values()) for row in figure.rows.values()]
    values: set[Decimal] = set()
    for group in (*columns, *lines, list(itertools.chain(*lines))):
        if given := [Decimal(value) for value in group if value is not None]:
            values |= {*given, sum(given, Decimal(0)), sum(given, Decimal(0)) / len(given)}
        values |= {abs(one - other) for one, other in itertools.combinations(given[:MOST], 2)}
    return set(map(_plain, values))


def _plain(value: Decimal) -> str:
    return f"{Decimal(value).normalize():f}"


def _strings(value: Any) -> Iterator[str]:
    """Every text and number within some data, keys among them."""
    if isinstance(value, dict):
        yield from _strings((*value.keys(), *value.values()))
    elif isinstance(value, (list, tuple)):
        for within in value:
            yield from _strings(within)
    elif value is not None:
        yield str(value)
