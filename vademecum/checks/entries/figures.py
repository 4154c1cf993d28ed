"""What is wrong with a figure's rows and numbers, and with a picture's format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from vademecum.checks.entries.alt_numbers import alt_numbers
from vademecum.checks.entries.counted_shares import counted_shares
from vademecum.checks.entries.undrawn import SIGNS, undrawn
from vademecum.checks.markdown.descriptions import without_picture
from vademecum.checks.rules.excerpts import beginning
from vademecum.document.markdown_inlines import NO_ALT
from vademecum.language.nearest import choices
from vademecum.language.regex import regex
from vademecum.model import Figure, Finding
from vademecum.sources.library import FIGURES, Library
from vademecum.sources.meant.numbers_meant import thousands
from vademecum.sources.text.source_file import SourceFile

NUMBERED = regex(
    r"(?:Figure|Fig\.|Graphique|Tableau|Table|Chart|Graph)[ \u00a0]\d{1,3}[ \u00a0]?[:.–—-][ \u00a0]*",
    re.IGNORECASE,
)
SPACES = regex("[ \u00a0\u202f]")
ELSEWHERE = regex(
    r"(?:voir|cf\.?|see)(?: (?:le|la|les|the))? (?:tableau|table|texte|text|figure|légende|caption|titre)?"
    r"[^.]{0,30}(?:ci-dessous|ci-dessus|ci-contre|below|above|opposite)\.?",
    re.IGNORECASE,
)


def figures(library: Library) -> Iterator[Finding]:
    """What is wrong with the rows of each figure."""
    for id_, figure in library.figures.items():
        document = library.documents[f"{FIGURES}{id_}.yml"]
        for key in figure.rows:
            yield from _row(figure, key, document)
        for language, alt in figure.alt.items():
            if alt == figure.title.get(language) or NO_ALT.fullmatch(alt) or ELSEWHERE.fullmatch(alt):
                yield Finding("alt-as-title", document.where("alt", language), {"found": alt[:60]})
            elif near := without_picture(alt):
                values = {"found": beginning(alt, 60), "nearest": near}
                yield Finding("alt-says-picture", document.where("alt", language), values)
        yield from alt_numbers(figure, document)
        yield from _title(figure, document)
        yield from _points(figure, document)
        yield from _idle(figure, document)
        yield from _shares(figure, document)
        yield from counted_shares(figure, document)
        yield from undrawn(figure, document)
        if figure.kind == "stacked":
            yield from _whole(figure, document)
        yield from _labels("series", figure.series, document)
        if figure.kind != "sequence":  # in which one thing may come again
            yield from _labels("rows", figure.rows, document)
        if figure.kind in (*SIGNS, "typology"):  # whose values say yes or no
            yield from _signs(figure, document)
        if figure.kind == "sequence":
            yield from _order(figure, document)


def _title(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """A title that begins with a number, which stands in no other figure's."""
    for language, title in figure.title.items():
        if numbered := NUMBERED.match(title):
            values = {"found": beginning(title), "nearest": beginning(title[numbered.end() :])}
            yield Finding("typing-slip", document.where("title", language), values)


def _points(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """A number whose point was meant to part thousands, unless a figure has parts of one as fine."""
    values = [value for row in figure.rows.values() for value in row.values.values() if value is not None]
    if not any(thousands(str(value)) for value in values) or any(0 < value < 1 for value in values):
        return
    for key, row in figure.rows.items():
        for series, value in row.values.items():
            if near := thousands(str(value)):
                place = document.where("rows", key, "values", series)
                yield Finding("thousands-point", place, {"found": str(value), "nearest": near})


def _idle(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """A series that no row is of; the figure's source among those beside it. A grid may have a column of
    which sources say nothing.
    """
    rows = figure.rows.values()
    used = {series for row in rows for series, value in row.values.items() if value is not None}
    for key in figure.series if used and figure.kind not in ("grid", "typology") else ():
        if key not in used:
            yield Finding("unused-series", document.where("series", key, key=True), {"found": key})
    for number, passage in enumerate(figure.also):
        if passage.source == figure.source and passage.locator in (None, figure.locator):
            yield Finding("said-twice", document.where("also", number), {"found": passage.source})


def _shares(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """A series in per cent of which every value is a part of one, at the first of them."""
    for key, series in figure.series.items():
        values = [(name, row.values.get(key)) for name, row in figure.rows.items()]
        known = [(name, value) for name, value in values if value]
        parts = series.in_per_cent and len(known) > 1 and all(0 < value < 1 for _, value in known)
        if parts and not _says_percent(figure, [value for _, value in known]):
            name, first = known[0]
            said = {"found": f"{first:f}", "nearest": f"{first * 100:f}".rstrip("0").rstrip(".")}
            yield Finding("share-for-percent", document.where("rows", name, "values", key), said)


def _whole(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """The first row whose parts, which stand upon each other, come to more than a whole or than the scale."""
    drawn = [key for key, series in figure.series.items() if series.drawn]
    shares = bool(drawn) and all(figure.series[key].in_per_cent for key in drawn)
    limits = {"beyond-whole": Decimal(100)} if shares else {}
    limits |= {"sum-beyond-scale": figure.scale} if figure.scale is not None else {}
    rounding = len(drawn) if shares else 0
    for key, row in figure.rows.items():
        parts = [value for series in drawn if (value := row.values.get(series))]
        whole = sum(parts, Decimal(0))
        if figure.scale is not None and max(parts, default=whole) > figure.scale:
            continue  # told of the part itself
        for code, limit in limits.items():
            if whole > limit + rounding:
                said = {"found": f"{whole.normalize():f}", "limit": f"{limit:f}"}
                yield Finding(code, document.where("rows", key, "values"), said)
                return


def _says_percent(figure: Figure, values: Iterable[Decimal]) -> bool:
    """Whether the description of a figure gives one of its small values in per cent, as it is meant then."""
    told = [SPACES.sub("", alt).replace(",", ".") for alt in figure.alt.values()]
    return any(f"{value}%" in alt for value in values for alt in told)


def _labels(group: str, named: Mapping[str, Any], document: SourceFile) -> Iterator[Finding]:
    """Two series or rows of a figure that readers see under one label."""
    seen: dict[tuple[str, str], str] = {}
    for key, one in named.items():
        for language, label in (one.label or {}).items():
            other = seen.setdefault((language, label.casefold()), key)
            if other != key:
                values = {"found": label[:60], "other": other}
                yield Finding("shared-label", document.where(group, key, "label"), values)
                break


def _row(figure: Figure, key: str, document: SourceFile) -> Iterator[Finding]:
    """A row's name, and its numbers within the scale."""
    row = figure.rows[key]
    if figure.kind != "typology" and not row.label:
        yield Finding(
            "missing-field", document.where("rows", key, key=True), {"key": "label", "leaf": "label"}
        )
    for series, value in row.values.items():
        drawn = series in figure.series and figure.series[series].drawn
        if drawn and value is not None and figure.scale is not None and value > figure.scale:
            values = {"found": f"{value:f}", "limit": f"{figure.scale:f}"}
            yield Finding("beyond-scale", document.where("rows", key, "values", series), values)


def _signs(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """Values that are neither yes nor no."""
    for key, row in figure.rows.items():
        for series, value in row.values.items():
            if value not in (None, 0, 1):
                values = {"key": f"rows.{key}.values.{series}", "found": f"{value:f}"}
                yield Finding("neither-yes-nor-no", document.where("rows", key, "values", series), values)


def _order(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """Rows of a sequence without the date that others have, before the row above, or of no series."""
    dated, before = any(row.start or row.end for row in figure.rows.values()), ""
    for key, row in figure.rows.items():
        place = document.where("rows", key, key=True)
        if dated and row.start is None:
            yield Finding("undated-row", place, {})
        elif row.start is not None:
            length = min(len(row.start), len(before))
            if row.start[:length] < before[:length]:
                values = {"found": row.start, "limit": before}
                yield Finding("out-of-order", document.where("rows", key, "start"), values)
            before = row.start
        if len(figure.series) > 1 and not any(row.values.values()):
            values = {"nearest": next(iter(figure.series)), "choices": choices(figure.series)}
            yield Finding("seriesless-row", place, values)
