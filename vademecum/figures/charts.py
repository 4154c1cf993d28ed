"""A figure's numbers -> SVG: few kinds, each legible on a phone, each number written where it is drawn.

Nothing here knows a language or the library: a `Plot` comes with its words ready.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from vademecum.drawings.lettering import LEADING, SMALL, broken, width
from vademecum.figures.grid import grid
from vademecum.figures.sequence import sequence
from vademecum.figures.sheet import WIDTH, Line, Mark, Plot, Said, Sheet
from vademecum.figures.typology import typology

BAR, GAP, BETWEEN = 15, 4, 13
RADIUS = 19


def svg(plot: Plot) -> Element:
    """The figure as an SVG element; the same plot gives the same bytes."""
    sheet = Sheet(plot.id)
    KINDS[plot.kind](plot, sheet)
    return sheet.done(
        "group" if plot.kind == "typology" else "img", plot.named_by, plot.alt.text, plot.alt.lang
    )


def _most(plot: Plot, most: Decimal) -> float:
    """What the full width stands for."""
    return float(plot.scale or most) or 1.0


def _values(plot: Plot) -> list[Decimal]:
    return [mark.value for line in plot.lines for mark in line.marks if mark.value is not None] or [
        Decimal(1)
    ]


# -- bars -----------------------------------------------------------------------------------------------


def _bars(plot: Plot, sheet: Sheet) -> None:
    """A label above each group of bars; at each bar's end its number, with what it counts."""
    room = max(
        _beside(mark, said) for line in plot.lines for mark, said in zip(line.marks, plot.series, strict=True)
    )
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
                sheet.y += 2
            _bar(sheet, at, mark, Said("") if above else said, full, most if plot.scale else 0, most)


def _beside(mark: Mark, said: Said) -> float:
    return width(mark.text) * 1.08 + (width(f" {said.text}", SMALL) if said.text else 0) + 10


def _bar(sheet: Sheet, at: int, mark: Mark, said: Said, full: float, track: float, most: float) -> None:
    length = full * float(mark.value) / most if mark.value is not None else 0.0
    if track and mark.value is not None:
        sheet.shape("rect", "track", x=0, y=sheet.y, width=full, height=BAR)
    if mark.value:  # nothing is drawn for none
        sheet.bar(at, 0, sheet.y, length, BAR)
    _written(
        sheet, 0 if mark.value is None else full + 6 if track else length + 6, sheet.y + BAR - 3, mark, said
    )
    sheet.y += BAR


def _written(sheet: Sheet, x: float, y: float, mark: Mark, said: Said) -> None:
    """A number in bold, and what it counts."""
    made = sheet.text(x, y, "", "words" if mark.value is not None else "quiet")
    number = SubElement(made, "tspan", {"font-weight": "600"} if mark.value is not None else {})
    number.text = mark.text
    if said.text:
        counted = SubElement(
            made,
            "tspan",
            {"class": "quiet", "font-size": f"{SMALL:g}"} | ({"lang": said.lang} if said.lang else {}),
        )
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


# -- dots -----------------------------------------------------------------------------------------------


def _dots(plot: Plot, sheet: Sheet) -> None:
    """A label above each line from nothing to the full number; on it a dot for each series.

    The numbers stand at the line's end or below it.
    """
    several = len(plot.series) > 1
    room = 0 if several else max(_beside(line.marks[0], plot.series[0]) for line in plot.lines)
    full, most = WIDTH - 12 - room, _most(plot, max(_values(plot)))
    for number, line in enumerate(plot.lines):
        sheet.y += BETWEEN if number else 0
        sheet.lines(0, line.label.text, WIDTH, bold=True, lang=line.label.lang)
        sheet.y += 10
        middle = sheet.y
        known = [
            (at, mark, 6 + full * float(mark.value) / most)
            for at, mark in enumerate(line.marks)
            if mark.value is not None
        ]
        if known:
            sheet.shape("line", "rule", x1=6, y1=middle, x2=6 + full, y2=middle, stroke_width=1)
            ends = [x for _, _, x in known]
            sheet.shape(
                "line",
                "lead",
                x1=min(6, *ends) if not several else min(ends),
                y1=middle,
                x2=max(ends),
                y2=middle,
                stroke_width=2.5,
            )
        for at, _, x in known:
            sheet.disc(at, x, middle, 5.5)
        sheet.y += 8
        if several:
            _key(plot, line, sheet)
        else:
            _written(sheet, full + 16 if known else 0, middle + 4.5, line.marks[0], plot.series[0])


def _key(plot: Plot, line: Line, sheet: Sheet) -> None:
    for at, (mark, said) in enumerate(zip(line.marks, plot.series, strict=True)):
        if mark.value is not None:
            sheet.disc(at, 6, sheet.y + 9, 4.5)
        _written(sheet, 17, sheet.y + 13.5, mark, said)
        sheet.y += LEADING


# -- matrix ---------------------------------------------------------------------------------------------


def _matrix(plot: Plot, sheet: Sheet) -> None:
    """A column for each series; in each cell a disc whose area is the number, with the number below it."""
    side = WIDTH * (0.34 if len(plot.series) < 4 else 0.28)
    step = (WIDTH - side) / len(plot.series)
    heads = [broken(said.text, step - 8, SMALL) for said in plot.series]
    for at, (lines, said) in enumerate(zip(heads, plot.series, strict=True)):
        for row, words in enumerate(reversed(lines)):
            y = (max(map(len, heads)) - row) * (LEADING - 1.5) - 4
            sheet.text(side + step * (at + 0.5), y, words, "quiet", SMALL, anchor="middle", lang=said.lang)
    sheet.y = max(map(len, heads)) * (LEADING - 1.5) + 2
    most, radius = float(max(_values(plot))) or 1.0, max(min(RADIUS, step / 2 - 3), 2)
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
            sheet.text(x, middle + radius + 14, mark.text, bold=True, anchor="middle")
        else:
            sheet.text(x, middle + 10, mark.text, "quiet", anchor="middle")
    sheet.y = top + height


KINDS: dict[str, Callable[[Plot, Sheet], None]] = {
    "bars": _bars,
    "stacked": _stacked,
    "dots": _dots,
    "matrix": _matrix,
    "grid": grid,
    "sequence": sequence,
    "typology": typology,
}
