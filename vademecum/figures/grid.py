"""Who has what, as a drawing: a row for each thing, a column for each series, a sign where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vademecum.drawings.lettering import LEADING, SIZE, SMALL, broken, width
from vademecum.figures.sheet import WIDTH, Line, Mark, Plot, Said, Sheet

COLUMN = 25.0
WIDEST = 150.0  # what columns may take of the sheet, whatever their number
YES, NO = 6.5, 2.5  # radii


def grid(plot: Plot, sheet: Sheet) -> None:
    """A disc for yes, a point for no, a question mark where the source does not say; a key below."""
    columns = centres(len(plot.series))
    heads(plot.series, columns, sheet)
    for line in plot.lines:
        sheet.shape("line", "rule", x1=0, y1=sheet.y + 0.5, x2=WIDTH, y2=sheet.y + 0.5, stroke_width=1)
        _row(sheet, line, columns)
    sheet.shape("line", "lead", x1=0, y1=sheet.y + 0.5, x2=WIDTH, y2=sheet.y + 0.5, stroke_width=1)
    _key(plot, sheet)


def centres(count: int) -> list[float]:
    """The middle of each column, the last at the sheet's right edge; many columns are narrower."""
    column = min(COLUMN, WIDEST / count)
    return [WIDTH - column * (count - at) + column / 2 for at in range(count)]


def heads(series: Sequence[Said], columns: Sequence[float], sheet: Sheet) -> None:
    """What each column is, in words that stand to its left, each joined to its column by a line."""
    ends = []
    for said, x in reversed(
        list(zip(series, columns, strict=True))
    ):  # like stairs: the last column's words stand highest
        lines = broken(said.text, x - 16, SMALL)
        for words in lines:
            sheet.y += LEADING - 1
            sheet.text(x - 7, sheet.y - 3, words, "words", SMALL, anchor="end", lang=said.lang)
        ends.append((x, sheet.y - (len(lines) - 1) * (LEADING - 1) - 7.5))
        sheet.y += 4
    sheet.y += 4
    for x, y in ends:
        sheet.shape("line", "lead", x1=x, y1=y, x2=x, y2=sheet.y, stroke_width=1)
        sheet.shape("line", "lead", x1=x - 4, y1=y, x2=x, y2=y, stroke_width=1)


def _row(sheet: Sheet, line: Line, columns: Sequence[float]) -> None:
    top, most = sheet.y, columns[0] - COLUMN / 2 - 6
    sheet.y = top + 6
    sheet.lines(0, line.label.text, most, bold=True, lang=line.label.lang)
    middle = top + 6 + LEADING / 2
    if line.more.text:
        sheet.lines(0, line.more.text, most, SMALL, name="quiet", lang=line.more.lang)
    sheet.y = max(sheet.y + 5, top + 6 + LEADING + 5)
    for x, mark in zip(columns, line.marks, strict=True):
        _sign(sheet, mark.value, x, middle)


def _sign(sheet: Sheet, value: Decimal | None, x: float, y: float) -> None:
    if value is None:
        sheet.text(x, y + 5, "?", "quiet", anchor="middle")
    else:
        sheet.shape("circle", "blob" if value else "point", cx=x, cy=y, r=YES if value else NO)


def _key(plot: Plot, sheet: Sheet) -> None:
    """What the signs say, those that the drawing has, in one line or several."""
    known: dict[Decimal | None, Mark] = {}
    for mark in (mark for line in plot.lines for mark in line.marks):
        known.setdefault(mark.value, mark)
    x, sheet.y = 0.0, sheet.y + 8
    for value in sorted(known, key=lambda value: (value is None, -(value or 0))):
        words = known[value].text
        long = 20 + width(words, SMALL) * 1.06 + 18
        if x and x + long - 18 > WIDTH:
            x, sheet.y = 0.0, sheet.y + LEADING
        _sign(sheet, value, x + 7, sheet.y + LEADING / 2)
        sheet.text(x + 20, sheet.y + LEADING / 2 + SIZE / 3, words, "quiet", SMALL)
        x += long
    sheet.y += LEADING + 4
