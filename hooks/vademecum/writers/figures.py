"""A figure's numbers -> SVG: few kinds, each legible on a phone, each number written where it is drawn.

Nothing here knows a language or the library: a `Plot` comes with its words ready.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from .drawing import LEADING, SMALL, WIDTH, Sheet, broken, width

BAR, GAP, BETWEEN = 15, 4, 13
RADIUS = 19
COLUMN = 25


@dataclass(frozen=True, slots=True)
class Said:
    """Words, with their language where it is not that of the words around them."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as it is drawn and as it is written; none where the source gives none."""

    value: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its label and a mark for each series. In a typology, `letter` names it, `more` stands below and `href` is where it leads."""

    label: Said
    marks: tuple[Mark, ...]
    letter: str = ""
    more: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn. `id` is the figure's on its page, `named_by` the id of the words that name it, `scale` the number of the full width."""

    id: str
    kind: str
    named_by: str
    alt: Said
    series: tuple[Said, ...]
    lines: tuple[Line, ...]
    scale: Decimal | None = None


def svg(plot: Plot) -> Element:
    """The figure as an SVG element; the same plot gives the same bytes."""
    sheet = Sheet(plot.id)
    KINDS[plot.kind](plot, sheet)
    return sheet.done("group" if plot.kind == "typology" else "img", plot.named_by, plot.alt.text, plot.alt.lang)


def _most(plot: Plot, most: Decimal) -> float:
    """What the full width stands for."""
    return float(plot.scale or most) or 1.0


def _values(plot: Plot) -> list[Decimal]:
    return [mark.value for line in plot.lines for mark in line.marks if mark.value is not None] or [Decimal(1)]


# -- bars -------------------------------------------------------------------------------------------------------------


def _bars(plot: Plot, sheet: Sheet) -> None:
    """A label above each group of bars; at each bar's end its number, with what it counts where there are several series."""
    several = len(plot.series) > 1
    room = max(_beside(mark, said if several else Said("")) for line in plot.lines for mark, said in zip(line.marks, plot.series, strict=True))
    above = room > WIDTH * 0.5  # no room beside the bars for what they count: it goes above each
    if above:
        room = max(_beside(mark, Said("")) for line in plot.lines for mark in line.marks)
    full, most = max(WIDTH - room, WIDTH * 0.3), _most(plot, max(_values(plot)))
    for number, line in enumerate(plot.lines):
        sheet.y += BETWEEN if number else 0
        sheet.lines(0, line.label.text, WIDTH, bold=True, lang=line.label.lang)
        for at, (mark, said) in enumerate(zip(line.marks, plot.series, strict=True)):
            sheet.y += GAP
            if above:
                sheet.lines(0, said.text, WIDTH, SMALL, name="quiet", lang=said.lang)
            _bar(sheet, at, mark, Said("") if above or not several else said, full, most if plot.scale else 0, most)


def _beside(mark: Mark, said: Said) -> float:
    return width(mark.text) * 1.08 + (width(f" {said.text}", SMALL) if said.text else 0) + 10


def _bar(sheet: Sheet, at: int, mark: Mark, said: Said, full: float, track: float, most: float) -> None:
    length = full * float(mark.value) / most if mark.value is not None else 0.0
    if track and mark.value is not None:
        sheet.shape("rect", "track", x=0, y=sheet.y, width=full, height=BAR)
    if mark.value is not None:
        sheet.bar(at, 0, sheet.y, length, BAR)
    _written(sheet, length + 6 if mark.value is not None else 0, sheet.y + BAR - 3, mark, said)
    sheet.y += BAR


def _written(sheet: Sheet, x: float, y: float, mark: Mark, said: Said) -> None:
    """A number in bold, and what it counts."""
    made = sheet.text(x, y, "", "words" if mark.value is not None else "quiet")
    number = SubElement(made, "tspan", {"font-weight": "600"} if mark.value is not None else {})
    number.text = mark.text
    if said.text:
        counted = SubElement(made, "tspan", {"class": "quiet", "font-size": f"{SMALL:g}"} | ({"lang": said.lang} if said.lang else {}))
        counted.text = f" {said.text}"


def _stacked(plot: Plot, sheet: Sheet) -> None:
    """One bar a row, its parts side by side; below it each part with its fill, its number and its name."""
    sums = [sum((mark.value or Decimal(0) for mark in line.marks), Decimal(0)) for line in plot.lines]
    most = max(_most(plot, max(sums)), float(max(sums)))
    for number, line in enumerate(plot.lines):
        sheet.y += BETWEEN if number else 0
        sheet.lines(0, line.label.text, WIDTH, bold=True, lang=line.label.lang)
        sheet.y, x = sheet.y + GAP, 0.0
        for at, mark in enumerate(line.marks):
            if mark.value:
                length = WIDTH * float(mark.value) / most
                sheet.bar(at, x, sheet.y, max(length - 1.5, 0), 2 * BAR)
                x += length
        sheet.y += 2 * BAR + GAP
        for at, (mark, said) in enumerate(zip(line.marks, plot.series, strict=True)):
            if mark.value is not None:
                sheet.bar(at, 0.5, sheet.y + 4, 11, 11)
            _written(sheet, 19, sheet.y + 14, mark, said)
            sheet.y += LEADING + 3


# -- dots -------------------------------------------------------------------------------------------------------------


def _dots(plot: Plot, sheet: Sheet) -> None:
    """A label above each line from nothing to the full number; on it a dot for each series, whose numbers are written beside or below."""
    several = len(plot.series) > 1
    full, most = WIDTH - 12.0 - (0 if several else max(_beside(mark, Said("")) for line in plot.lines for mark in line.marks)), _most(plot, max(_values(plot)))
    for number, line in enumerate(plot.lines):
        sheet.y += BETWEEN if number else 0
        sheet.lines(0, line.label.text, WIDTH, bold=True, lang=line.label.lang)
        sheet.y += 10
        middle = sheet.y
        known = [(at, mark, 6 + full * float(mark.value) / most) for at, mark in enumerate(line.marks) if mark.value is not None]
        if known:
            sheet.shape("line", "rule", x1=6, y1=middle, x2=6 + full, y2=middle, stroke_width=1)
            ends = [x for _, _, x in known]
            sheet.shape("line", "lead", x1=min(6, *ends) if not several else min(ends), y1=middle, x2=max(ends), y2=middle, stroke_width=2.5)
        for at, _, x in known:
            sheet.disc(at, x, middle, 5.5)
        sheet.y += 8
        if several:
            _key(plot, line, sheet)
        else:
            _written(sheet, known[0][2] + 11 if known else 0, middle + 4.5, line.marks[0], Said(""))


def _key(plot: Plot, line: Line, sheet: Sheet) -> None:
    for at, (mark, said) in enumerate(zip(line.marks, plot.series, strict=True)):
        if mark.value is not None:
            sheet.disc(at, 6, sheet.y + 9, 4.5)
        _written(sheet, 17, sheet.y + 13.5, mark, said)
        sheet.y += LEADING


# -- matrix -----------------------------------------------------------------------------------------------------------


def _matrix(plot: Plot, sheet: Sheet) -> None:
    """A column for each series; in each cell a disc whose area is the number, with the number below it."""
    side = WIDTH * (0.34 if len(plot.series) < 4 else 0.28)
    step = (WIDTH - side) / len(plot.series)
    heads = [broken(said.text, step - 8, SMALL) for said in plot.series]
    for at, (lines, said) in enumerate(zip(heads, plot.series, strict=True)):
        for row, line in enumerate(reversed(lines)):
            y = (max(map(len, heads)) - row) * (LEADING - 1.5) - 4
            sheet.text(side + step * (at + 0.5), y, line, "quiet", SMALL, anchor="middle", lang=said.lang)
    sheet.y = max(map(len, heads)) * (LEADING - 1.5) + 2
    most, radius = float(max(_values(plot))) or 1.0, min(RADIUS, step / 2 - 3)
    for line in plot.lines:
        _cells(sheet, line, side, step, most, radius)


def _cells(sheet: Sheet, line: Line, side: float, step: float, most: float, radius: float) -> None:
    sheet.shape("line", "rule", x1=0, y1=sheet.y + 0.5, x2=WIDTH, y2=sheet.y + 0.5, stroke_width=1)
    top, label = sheet.y, broken(line.label.text, side - 8)
    height = max(2 * radius + 30, len(label) * LEADING + 14)
    sheet.y = top + (height - len(label) * LEADING) / 2
    sheet.lines(0, line.label.text, side - 8, bold=True, lang=line.label.lang)
    for at, mark in enumerate(line.marks):
        x, middle = side + step * (at + 0.5), top + height / 2 - 7
        if mark.value is not None:
            sheet.disc(0, x, middle, max(radius * math.sqrt(float(mark.value) / most), 1))
        sheet.text(x, middle + (radius + 14 if mark.value is not None else 10), mark.text, "quiet" if mark.value is None else "words", bold=mark.value is not None, anchor="middle")
    sheet.y = top + height


# -- typology ---------------------------------------------------------------------------------------------------------


def _typology(plot: Plot, sheet: Sheet) -> None:
    """A row for each logic, a column for each aim, a dot where the logic has the aim; each row leads to its cases."""
    columns = [WIDTH - COLUMN * (len(plot.series) - at) + COLUMN / 2 for at in range(len(plot.series))]
    ends = []
    for said, x in reversed(list(zip(plot.series, columns, strict=True))):  # like stairs: the last aim's words stand highest
        lines = broken(said.text, x - 16, SMALL)
        for line in lines:
            sheet.y += LEADING - 1
            sheet.text(x - 7, sheet.y - 3, line, "words", SMALL, anchor="end", lang=said.lang)
        ends.append((x, sheet.y - (len(lines) - 1) * (LEADING - 1) - 7.5))
        sheet.y += 4
    sheet.y += 4
    for x, y in ends:
        sheet.shape("line", "lead", x1=x, y1=y, x2=x, y2=sheet.y, stroke_width=1)
        sheet.shape("line", "lead", x1=x - 4, y1=y, x2=x, y2=y, stroke_width=1)
    before = 0
    for line in plot.lines:
        aims = sum(mark.value is not None for mark in line.marks)
        sheet.shape("line", "lead" if aims != before else "rule", x1=0, y1=sheet.y + 0.5, x2=WIDTH, y2=sheet.y + 0.5, stroke_width=1)
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
    sheet.lines(32, line.more, most, SMALL, name="count" if line.href else "quiet")
    held = [x for x, mark in zip(columns, line.marks, strict=True) if mark.value is not None]
    if len(held) > 1:
        sheet.shape("line", "stroke", x1=held[0], y1=middle, x2=held[-1], y2=middle, stroke_width=2)
    for x, mark in zip(columns, line.marks, strict=True):
        sheet.shape("circle", "blob" if mark.value is not None else "faint", cx=x, cy=middle, r=6 if mark.value is not None else 2)
    sheet.into, sheet.y = sheet.root, top + height


KINDS: dict[str, Callable[[Plot, Sheet], None]] = {"bars": _bars, "stacked": _stacked, "dots": _dots, "matrix": _matrix, "typology": _typology}
