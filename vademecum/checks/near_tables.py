"""What is nearly a table, and rows of one that are none: what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from vademecum.checks.near_lines import Line, Told
from vademecum.checks.placeholders import cells
from vademecum.document import tree, walking
from vademecum.document.origin import Origin
from vademecum.model import Finding

# Cells that a spreadsheet sets apart.
CELLS = {"\t": re.compile(r"\t+"), ";": re.compile(r"(?<=\S);(?=\S)"), ",": re.compile(r"(?<=\S),(?=\S)")}
WIDE = 10  # columns of which a sheet of paper holds a word or a number each
ROW = re.compile(r"\|.*\||[^|]*\S[ \t]\|[ \t]\S")
RULER = re.compile(r"[|: \t-]*-[|: \t-]*$")


def raw_rows(lines: list[Line]) -> Told:
    """Rows of a table without their line of dashes, or with one that has another number of columns."""
    rows = [line for line in lines if ROW.match(line.words)]
    if len(rows) > 1 or (rows and rows[0].words.startswith("|") and rows[0].words.count("|") > 1):
        first = next((row for row in rows if not RULER.match(row.words)), rows[0])
        columns = first.words.strip("|").count("|") + 1
        yield first, "raw-table", {"nearest": _ruler(columns)}
    elif len(lines) > 1:
        yield from _cells(lines)


def _ruler(columns: int) -> str:
    return "| " + " | ".join(["---"] * min(columns, 12)) + " |"


def _cells(lines: list[Line]) -> Told:
    """Rows that came from a spreadsheet: as many cells in each, set apart by a tab, or tightly by ; or ,."""
    for sign, cell in CELLS.items():
        counts = [len(cell.findall(line.words)) for line in lines]
        least = 2 if sign == "," else 1
        if counts[0] >= least and counts[0] == counts[1] and counts.count(counts[0]) > len(counts) // 2:
            parts = [part.strip() for part in cell.split(lines[0].words)]
            row = "| " + " | ".join(parts[:12]) + " |"
            yield lines[0], "cells", {"nearest": f"{row} {_ruler(len(parts))}"}
            return


def parted(lines: list[Line], origin: Origin) -> bool | None:
    """Whether an empty line cut rows off the table above them; None for rows whose line of dashes it cut off,
    below which it is told.
    """
    first, last = lines[0].text.offset(lines[0].at), lines[-1].text.offset(lines[-1].at)
    above = origin.source[:first].rstrip().rpartition(b"\n")[2].strip()
    below = origin.source[last:].partition(b"\n")[2].lstrip().partition(b"\n")[0].decode()
    if RULER.match(below) and "|" in below:
        return None
    return above.startswith(b"|")


def _dashes(node: tree.Table, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """A row of a table that was meant to part two others; more columns than a sheet holds."""
    if len(node.head.cells) > WIDE:
        values = {"found": str(len(node.head.cells)), "limit": str(WIDE)}
        yield Finding("wide-table", origin.location(node.at), values)
    for row in node.rows:
        cells = [walking.plain(cell).strip() for cell in row.cells]
        if row.origin is not None and all(len(cell) > 1 and not cell.strip("-:–—=_") for cell in cells):
            yield Finding("dashes-in-table", row.origin.location(row.at), {"found": " | ".join(cells)[:60]})


def tables(node: tree.Table, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    yield from _dashes(node, origin, _)
    yield from cells(node, origin, _)
