"""What is nearly a table, and rows of one that are none: what was probably meant."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator

from vademecum.checks.markdown.near_lines import BLANK, FAR, Line, Told
from vademecum.checks.markdown.near_totals import totals
from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.words.quantities.numbers import spoken
from vademecum.checks.words.remains.placeholders import cells
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.formats import long_date
from vademecum.language.regex import regex
from vademecum.model import Finding

# Cells that a spreadsheet sets apart.
CELLS = {
    "\t": regex(r"\t+"),
    ";": regex(r"(?<=\S);(?=\S)"),
    ",": regex(r"(?<=\S),(?=\S)"),
}
# A comma of a sentence; a number behind a small word or a sign: "de 4,5", "£12,500".
PROSE = regex(r", |,[ ]*$|(?:\b[a-zà-ÿ]{1,4}[ \u00a0]|[(€£$])\d{1,3},\d+(?![\d,])")
SPACES = regex(r"(?<![.,:;!?…»\s])[ ]{2,}(?=\S)")  # between two columns of a page; not behind a sentence
ITEM = regex(r"[-–•*+▪●] (?=[^\W\d_])")  # the beginning of an item
SHORT = 40  # letters of a cell
FIGURES = regex(r"[<>~+-]?[€£$]?\d[\d ,.\u00a0\u202f]{0,15}(?:%|€|[kM]€)?|[-–—]|n\.? ?[cdr]\.?")
# A row that a PDF runs together: a year, then numbers with their units.
_UNIT = r"(?:[ \u00a0\u202f]?(?:%|[kM]?€))?"
VALUE = regex(
    rf"(?:19|20)\d\d(?=[ \u00a0]|\Z)|\d{{4,}}(?:[.,]\d{{1,3}})?{_UNIT}"
    rf"|\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})*(?:[.,]\d{{1,3}})?{_UNIT}"
)
YEARLY = regex(rf"(?:19|20)\d\d(?:[ \u00a0\u202f]+[+-]?\d[\d.,]{{0,12}}{_UNIT}){{1,20}}")
# Below a head that says so, a day is a number in some sheets: of days since the last but one of 1899.
DATED = regex(r"(?:dates?(?: (?:de|d['’]|du|des|of)[ ]?[\w’' ]{1,40})?|jour|day|échéances?)\Z", re.IGNORECASE)
DAY = regex(r"[34]\d{4}")
SHEETS = datetime.date(1899, 12, 30)
MARKED = regex(r"[^\w\s|]\t")  # a line behind a bullet, as word processors copy it
WIDE = 10  # columns of which a sheet of paper holds a word or a number each
ROW = regex(r"\|.*\||[^|]*\S[ \t]\|[ \t]\S")
DRAWN, DRAWN_LINE = regex(r"[+|][-=+|: ]*[+|][ ]*"), regex(r"[-=]{2}")
EMPTY_ROW = regex(r"\|[ \t|]*\|[ \t]*\n[|: \t-]*-[|: \t-]*(?:\n|\Z)")  # and its line of dashes
OF_RULER, DASH = "|: \t–—-", regex(r"[–—-]")
RULER = regex(r"[|: \t-]*-[|: \t-]*$")


# A number with its groups as a language has them, and as the other or none has; what parts them.
GROUPED = {
    "fr": (
        regex(r"[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+"),
        regex(r"[1-9]\d{0,2}(?:(?:\.\d{3})+|,000|(?:,\d{3}){2,})"),
        " ",
    ),
    "en": (
        regex(r"[1-9]\d{0,2}(?:,\d{3})+"),
        regex(r"[1-9]\d{0,2}(?:(?:[ \u00a0\u202f]\d{3})+|\.000|(?:\.\d{3}){2,})"),
        ",",
    ),
}


def raw_rows(lines: list[Line]) -> Told:
    """Rows of a table without their line of dashes, or with one that has another number of columns."""
    if code := _cause(lines):
        columns = max(line.words.strip("|+").count("|") + 1 for line in lines)
        yield lines[0], code, {"nearest": _ruler(columns)} if code == "drawn-table" else {}
        return
    if slip := _slip_of_head(lines):
        yield slip
        return
    rows = [line for line in lines if ROW.match(line.words)]
    if len(rows) > 1 or (rows and rows[0].words.startswith("|") and rows[0].words.count("|") > 1):
        first = next((row for row in rows if not RULER.match(row.words)), rows[0])
        columns = first.words.strip("|").count("|") + 1
        yield first, "raw-table", {"nearest": _ruler(columns)}
    elif len(lines) > 1:
        yield from _cells(lines)


def _slip_of_head(lines: list[Line]) -> tuple[Line, str, dict[str, str]] | None:
    """A bar too many among the heads above a line of dashes."""
    at = next((n for n, line in enumerate(lines) if RULER.match(line.words) and "|" in line.words), 0)
    if not at:
        return None
    head = lines[0].words
    columns = lines[at].words.strip("|").count("|")
    if at == 1 and "||" in head.strip("|") and re.sub(r"\|{2,}", "|", head).strip("|").count("|") == columns:
        return lines[0], "typing-slip", {"nearest": re.sub(r"\|{2,}", "|", head)}
    return None


def _cause(lines: list[Line]) -> str:
    """The code of what undoes a table that has its line of signs; "" where it has none."""
    drawn = [line for line in lines if _is_drawn(line.words)]
    if len(drawn) > 1:
        return "drawn-table"
    at = next((n for n, line in enumerate(lines) if "|" in line.words and _is_ruler(line.words)), 0)
    if not at:
        return ""
    ruler, head = lines[at].words, lines[at - 1].words
    if "\t" in ruler or "\t" in head:
        return "table-with-tabs"
    if not RULER.match(ruler):
        return "drawn-table"
    rows = [ROW.match(line.words) is not None or line.words.startswith("|") for line in lines[:at]]
    return "" if all(rows) else "table-after-text"


def _ruler(columns: int) -> str:
    return "| " + " | ".join(["---"] * min(columns, 12)) + " |"


def _is_drawn(words: str) -> bool:
    """Whether a line is one that parts rows in tables drawn with signs: +---+."""
    return DRAWN.fullmatch(words) is not None and DRAWN_LINE.search(words) is not None


def _is_ruler(words: str) -> bool:
    """Whether a line is of dashes, of any kind, and what may stand between them in a table."""
    return not words.strip(OF_RULER) and DASH.search(words) is not None


def _cells(lines: list[Line]) -> Told:
    """Rows that came from a spreadsheet: as many cells in each, set apart by a tab, or tightly by ; or ,."""
    if all(MARKED.match(line.words) for line in lines):
        return  # a list that was pasted, of which others tell
    for sign, cell in CELLS.items():
        counts = [len(cell.findall(line.words)) for line in lines]
        if sign == "," and any(PROSE.search(line.words) for line in lines):
            return  # decimals in sentences
        least = 2 if sign == "," else 1
        if counts[0] >= least and counts[0] == counts[1] and counts.count(counts[0]) > len(counts) // 2:
            parts = [part.strip() for part in cell.split(lines[0].words)]
            row = "| " + " | ".join(parts[:12]) + " |"
            yield lines[0], "cells", {"nearest": row, "ruler": _ruler(len(parts))}
            return
    rows = [[cell.strip(BLANK) for cell in line.words.split(";")] for line in lines]
    spaced = [SPACES.split(line.words) for line in lines] if "  " in lines[0].words else [[""]]
    known = spaced if _are_columns(spaced) else _yearly(lines)
    if known or _are_cells(rows):
        first = (known or rows)[0]
        row = "| " + " | ".join(first[:12]) + " |"
        yield lines[0], "cells", {"nearest": row, "ruler": _ruler(len(first))}


def _yearly(lines: list[Line]) -> list[list[str]]:
    """The cells of lines that each begin with a year and go on with numbers, below a head that may have as
    many words; none where lines do not.
    """
    rows = [VALUE.findall(line.words) for line in lines if YEARLY.fullmatch(line.words)]
    if len(rows) < 2 or len(lines) - len(rows) > 1:
        return []
    head = lines[0].words.split()
    titled = not YEARLY.fullmatch(lines[0].words) and len(head) == len(rows[0])
    return [*([head] if titled else []), *([cell.strip() for cell in row] for row in rows)]


def _are_columns(rows: list[list[str]]) -> bool:
    """Whether lines that spaces part are rows: of as many short cells, three or more where they are two each,
    with a number or nothing but a sign in each row below the head.
    """
    head, *below = rows
    return (
        len(head) > 1
        and len(below) + len(head) > 3
        and all(len(row) == len(head) and any(map(FIGURES.fullmatch, row)) for row in below)
        and all(0 < len(cell) <= SHORT for row in rows for cell in row)
    )


def _are_cells(rows: list[list[str]]) -> bool:
    """Whether lines that semicolons with spaces part, as French has them, are rows: three or more, of as many
    short cells, below whose head each ends with a number; or two of three cells or more.
    """
    head, *below = rows
    return (
        len(below) + len(head) > 3
        and len(head) > 1
        and all(len(row) == len(head) and FIGURES.fullmatch(row[-1]) for row in below)
        and all(0 < len(cell) <= SHORT for row in rows for cell in row)
    )


def code_of_rows(lines: list[Line], origin: Origin) -> str:
    """What rows are that are no table: cut off by an empty line from the table above them; its title, right
    above it; "" where an empty line cut off the line of dashes below them, at which it is told.
    """
    first, last = lines[0].text.offset(lines[0].at), lines[-1].text.offset(lines[-1].at)
    above = origin.source[max(0, first - FAR) : first].rstrip().rpartition(b"\n")[2].strip()
    below = origin.source[last : last + 2 * FAR].partition(b"\n")[2].decode(errors="ignore")
    if len(lines) == 1 and lines[0].words.strip("| ").count("|") == 0 and below[:1] == "|":
        return "table-title"
    if EMPTY_ROW.match(below):
        return ""  # of which the table that begins there tells
    if RULER.match(ruler := below.lstrip().partition("\n")[0]) and "|" in ruler:
        return ""
    return "parted-table" if above.startswith(b"|") else "raw-table"


def _dashes(node: tree.Table, origin: Origin) -> Iterator[Finding]:
    """A row of a table that was meant to part two others; more columns than a sheet holds."""
    if len(node.head.cells) > WIDE:
        values = {"found": str(len(node.head.cells)), "limit": str(WIDE)}
        yield Finding("wide-table", origin.location(node.at), values)
    if not any(walking.plain(cell).strip() for cell in node.head.cells):
        shown = "| " * len(node.head.cells) + "|"
        above = origin.source[max(0, node.at - FAR) : node.at].rstrip(b" ")
        rows = above[:-1].rpartition(b"\n")[2].lstrip().startswith(b"|") and above.endswith(b"\n")
        yield Finding("empty-row" if rows else "empty-head", origin.location(node.at), {"found": shown})
    for row in node.rows:
        cells = [walking.plain(cell).strip() for cell in row.cells]
        if row.origin is not None and all(len(cell) > 1 and not cell.strip("-:–—=_") for cell in cells):
            yield Finding("dashes-in-table", row.origin.location(row.at), {"found": " | ".join(cells)[:60]})


def _days(node: tree.Table) -> Iterator[Finding]:
    """The first day of a column of dates that a spreadsheet has as the number of days since 1900."""
    for number, head in enumerate(node.head.cells):
        if not DATED.match(walking.plain(head).strip()):
            continue
        for row in node.rows:
            shown = walking.plain(row.cells[number]).strip() if number < len(row.cells) else ""
            if row.origin is not None and DAY.fullmatch(shown):
                day = SHEETS + datetime.timedelta(days=int(shown))
                values = {"found": shown, "nearest": long_date(day, spoken(row.origin))}
                yield Finding("day-of-sheet", row.origin.location(row.at), values)
                break


def _groups(node: tree.Table) -> Iterator[Finding]:
    """The first number of a column whose groups are not set apart as those of others are."""
    for number in range(len(node.head.cells)):
        cells = [
            (row, walking.plain(row.cells[number]).strip())
            for row in node.rows
            if number < len(row.cells) and row.origin is not None
        ]
        language = spoken(cells[0][0].origin) if cells and cells[0][0].origin else ""
        if language not in GROUPED or not any(GROUPED[language][0].fullmatch(shown) for _, shown in cells):
            continue
        for row, shown in cells:
            if row.origin is not None and GROUPED[language][1].fullmatch(shown):
                first = row.cells[number][0]
                at = first.offset(0) if isinstance(first, inlines.Text) else row.at
                near = re.sub(r"[.,\s]", GROUPED[language][2], shown)
                yield Finding("number-form", row.origin.location(at), {"found": shown, "nearest": near})
                return


def _lists(node: tree.Table) -> Iterator[Finding]:
    """The first cell that holds a list, whose items run on in it."""
    for row in node.rows if node.origin is not None else ():
        for cell in row.cells:
            shown = walking.plain(cell).strip()
            if (item := ITEM.match(shown)) and f" {item[0]}" in shown[1:] and row.origin is not None:
                yield Finding("list-in-cell", row.origin.location(row.at), {"found": beginning(shown, SHORT)})
                return


def tables(node: tree.Table, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    """What is wrong with a table that is one."""
    if not node.rows:
        heads = " | ".join(walking.plain(cell).strip() for cell in node.head.cells)
        yield Finding("table-without-rows", origin.location(node.at), {"found": beginning(heads, SHORT)})
    yield from _dashes(node, origin)
    yield from _lists(node)
    yield from cells(node, origin, references)
    yield from _days(node)
    yield from totals(node, origin, references)
    yield from _groups(node)
