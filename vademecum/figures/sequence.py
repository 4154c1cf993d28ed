"""What follows what, as a drawing: dated events and periods, or numbered steps, on a line from top to bottom.

It shows an order: distances on the line are not lengths of time.
"""

from __future__ import annotations

from vademecum.drawings.lettering import LEADING, SMALL
from vademecum.figures.sheet import WIDTH, Line, Plot, Sheet

DISC, STEP = 5.5, 12.0  # radii: of an event, of a step's number
BESIDE = 2.4 * DISC  # from one sign of an event to the next
LANE = 15.0  # from the line of events to that of a period, and from one to the next
LANES = 4  # periods that run side by side; what is more shares the last lane
BETWEEN = 11.0


def sequence(plot: Plot, sheet: Sheet) -> None:
    """A sign and words for each row; a period's bar runs beside the events that fall into it."""
    if not any(line.when for line in plot.lines):
        _steps(plot, sheet)
        return
    if len(plot.series) > 1:
        _key(plot, sheet)
    lanes = _lanes(plot.lines)
    taken = max(len(_sides(plot, line)) for line in plot.lines)
    left = 2 * DISC + 12 + max(LANE * max(lanes.values(), default=0), BESIDE * max(taken - 1, 0))
    tops, ends = [], []
    for number, line in enumerate(plot.lines):
        sheet.y += BETWEEN if number else 0
        tops.append(sheet.y + LEADING / 2)
        _words(sheet, line, left)
        ends.append(sheet.y - LEADING / 2)
    x = DISC + 2
    sheet.shape("line", "rule", x1=x, y1=tops[0], x2=x, y2=tops[-1], stroke_width=2)
    for at, line in enumerate(plot.lines):
        sides = _sides(plot, line)
        if at in lanes:
            last = min(at + (line.through or 0), len(ends) - 1)
            left, top = x + LANE * lanes[at] - DISC, tops[at] - DISC
            sheet.bar(sides[0] if sides else 0, left, top, 2 * DISC, max(ends[last], tops[at]) + DISC - top)
        for place, side in enumerate(sides if at not in lanes else ()):
            sheet.disc(side, x + place * BESIDE, tops[at], DISC)


def _lanes(lines: tuple[Line, ...]) -> dict[int, int]:
    """The lane of each period, from 1: the first that is free where it begins."""
    found: dict[int, int] = {}
    until: list[int] = []
    for at, line in enumerate(lines):
        if line.through is None:
            continue
        lane = next((lane for lane, last in enumerate(until) if last < at), len(until))
        lane = min(lane, LANES - 1)
        until[lane : lane + 1] = [at + line.through]
        found[at] = lane + 1
    return found


def _sides(plot: Plot, line: Line) -> list[int]:
    """The numbers of the series that a row is of; the only one is that of every row."""
    if len(plot.series) == 1:
        return [0]
    return [at for at, mark in enumerate(line.marks) if mark.value]


def _words(sheet: Sheet, line: Line, left: float) -> None:
    most = WIDTH - left
    if line.when:
        sheet.lines(left, line.when, most, bold=True)
    sheet.lines(left, line.label.text, most, bold=not line.when, lang=line.label.lang)
    if line.more.text:
        sheet.lines(left, line.more.text, most, SMALL, name="quiet", lang=line.more.lang)


def _steps(plot: Plot, sheet: Sheet) -> None:
    """A number in a disc for each step, each joined to the next; who is in it, where that differs."""
    x, left, before = STEP + 1, 2 * STEP + 12, 0.0
    for number, line in enumerate(plot.lines):
        sheet.y += BETWEEN if number else 0
        middle = sheet.y + STEP + 1
        if number:
            tip = middle - STEP - 1
            sheet.shape("line", "lead", x1=x, y1=before + STEP, x2=x, y2=tip, stroke_width=1.5)
            for side in (-4, 4):
                sheet.shape("line", "lead", x1=x + side, y1=tip - 5, x2=x, y2=tip, stroke_width=1.5)
        sheet.shape("circle", "blob", cx=x, cy=middle, r=STEP)
        sheet.text(x, middle + 5, str(number + 1), "inverse", bold=True, anchor="middle")
        sheet.y += 3
        _words(sheet, line, left)
        for side in _sides(plot, line) if len(plot.series) > 1 else ():
            said = plot.series[side]
            sheet.lines(left, said.text, WIDTH - left, SMALL, lang=said.lang)
        sheet.y = max(sheet.y, middle + STEP + 1)
        before = middle


def _key(plot: Plot, sheet: Sheet) -> None:
    """The sign of each series."""
    for at, said in enumerate(plot.series):
        sheet.disc(at, DISC + 2, sheet.y + LEADING / 2, DISC)
        sheet.lines(2 * DISC + 12, said.text, WIDTH - 2 * DISC - 12, SMALL, name="quiet", lang=said.lang)
        sheet.y += 2
    sheet.y += 10
