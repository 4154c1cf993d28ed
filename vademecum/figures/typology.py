"""Gely's typology as a drawing: a row for each logic, a column for each aim."""

from __future__ import annotations

from xml.etree.ElementTree import SubElement

from vademecum.drawings.lettering import LEADING, SMALL, broken
from vademecum.figures.grid import COLUMN, centres, heads
from vademecum.figures.sheet import WIDTH, Line, Plot, Sheet


def typology(plot: Plot, sheet: Sheet) -> None:
    """A row for each logic, a column for each aim, dots where they meet; each row leads to its cases."""
    columns = centres(len(plot.series))
    heads(plot.series, columns, sheet)
    before = 0
    for line in plot.lines:
        aims = sum(mark.value is not None for mark in line.marks)
        sheet.shape(
            "line",
            "lead" if aims != before else "rule",
            x1=0,
            y1=sheet.y + 0.5,
            x2=WIDTH,
            y2=sheet.y + 0.5,
            stroke_width=1,
        )
        before = aims
        _logic(sheet, line, columns)


def _logic(sheet: Sheet, line: Line, columns: list[float]) -> None:
    top, most = sheet.y, columns[0] - COLUMN / 2 - 36
    if line.href:
        sheet.into = SubElement(sheet.root, "a", {"href": line.href})
    rows = len(broken(line.label.text, most, SMALL)) + 1
    height = rows * (LEADING - 1.3) + 12
    middle = top + height / 2
    sheet.shape("rect", "hit", x=0, y=top + 1, width=WIDTH, height=height - 1)
    sheet.shape("circle", "blob" if line.href else "ring", cx=12, cy=middle, r=11)
    sheet.text(12, middle + 4.6, line.letter, "inverse" if line.href else "words", bold=True, anchor="middle")
    sheet.y = top + 5
    sheet.lines(32, line.label.text, most, SMALL, lang=line.label.lang)
    more, name = line.more, "count" if line.href else "quiet"
    sheet.lines(32, more.text, most, SMALL, name=name, lang=more.lang)
    held = [x for x, mark in zip(columns, line.marks, strict=True) if mark.value is not None]
    if len(held) > 1:
        sheet.shape("line", "stroke", x1=held[0], y1=middle, x2=held[-1], y2=middle, stroke_width=2)
    for x, mark in zip(columns, line.marks, strict=True):
        sheet.shape(
            "circle",
            "blob" if mark.value is not None else "faint",
            cx=x,
            cy=middle,
            r=6 if mark.value is not None else 2,
        )
    sheet.into, sheet.y = sheet.root, top + height
