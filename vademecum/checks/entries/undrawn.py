"""What a figure says that its drawing does not show, and a drawing that shows nothing."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.language.nearest import choices
from vademecum.model import Figure, Finding
from vademecum.sources.text.source_file import SourceFile

SIGNS = ("grid", "sequence")  # kinds whose rows have words of their own
SHOWN = {"start": ("sequence",), "end": ("sequence",), "text": SIGNS}  # the kinds that draw what a row says
SCALED = ("bars", "stacked", "dots")  # whose full width stands for a number
COUNTING = (*SCALED, "matrix")  # which draw nothing for nought


def undrawn(figure: Figure, document: SourceFile) -> Iterator[Finding]:
    """What a figure's rows, scale and series say for nothing."""
    for key in figure.rows:
        yield from _unseen(figure, key, document)
    if figure.scale is not None and figure.kind not in SCALED:
        values = {"key": "scale", "found": figure.kind, "choices": choices(SCALED)}
        yield Finding("not-drawn", document.where("scale", key=True), values)
    drawn = [key for key, series in figure.series.items() if series.drawn]
    if not drawn:
        first = next(iter(figure.series))
        values = {"found": ", ".join(figure.series)}
        yield Finding("no-series-drawn", document.where("series", first, "drawn"), values)
    elif figure.kind in (*COUNTING, "grid"):
        yield from _empty(figure, drawn, document)


def _unseen(figure: Figure, key: str, document: SourceFile) -> Iterator[Finding]:
    """What a row says that its kind of figure does not draw."""
    for name, kinds in SHOWN.items():
        if getattr(figure.rows[key], name) is not None and figure.kind not in kinds:
            values = {"key": f"rows.{key}.{name}", "found": figure.kind, "choices": choices(kinds)}
            yield Finding("not-drawn", document.where("rows", key, name, key=True), values)


def _empty(figure: Figure, drawn: list[str], document: SourceFile) -> Iterator[Finding]:
    """A figure none of whose drawn numbers is known or, where numbers are drawn by their size, more than
    nought; in a grid, nought says no.
    """
    values = [row.values.get(series) for row in figure.rows.values() for series in drawn]
    if not any(value or (value is not None and figure.kind == "grid") for value in values):
        yield Finding("nothing-drawn", document.where("rows", key=True), {"found": ", ".join(drawn)})
