"""Totals of a table that are not the sums of what stands above them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from vademecum.checks.words.quantities.numbers import MARKS, spoken
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

TOTAL = regex(r"totaux|(?:grand )?total(?: général| de la période)?|(?:overall|sum) ?(?:total)?|somme", re.I)
# Rows that stand in another, or that sum up some: then no sum is that of a column.
PARTIAL = regex(r"\s*(?:dont|sous-total|sous total|subtotal|sub-total|of which|including|total)\b", re.I)
# A whole number with its unit, which is the same all down a column; a share or a mean is none.
AMOUNT = regex(
    r"([€£$]?)(\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d{1,9})([ \u00a0\u202f]?(?:€|£|\$|k€|M€|[a-zà-ÿ]{1,15})?)"
)
SHARE, WHOLE = regex(r"(\d{1,3}(?:[.,]\d{1,2})?)[ \u00a0\u202f]?%"), 100
EMPTY = frozenset(("", "-", "–", "—"))
YEARS = range(1900, 2100)
FEWEST = 2  # rows above a total


def totals(node: tree.Table, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """The numbers of a last row called Total that are not the sums of their columns."""
    if len(node.rows) <= FEWEST or (last := node.rows[-1]).origin is None:
        return
    rows = [[walking.plain(cell).strip() for cell in row.cells] for row in node.rows]
    if not rows[-1] or not TOTAL.fullmatch(rows[-1][0].rstrip(" :\u00a0")):
        return
    if any(PARTIAL.match(row[0]) for row in rows[:-1] if row):
        return
    group = MARKS.get(spoken(origin), ("", ""))[0]
    for column in range(1, len(rows[-1])):
        cells = [row[column] if column < len(row) else "" for row in rows]
        yield from _shares(cells, last.origin, last.at)
        found = [AMOUNT.fullmatch(cell) for cell in cells if cell not in EMPTY]
        parts = [part for part in found if part]
        one_unit = len({(part[1], part[3].strip()) for part in parts}) == 1
        if cells[-1] in EMPTY or None in found or len(parts) <= FEWEST or not one_unit:
            continue
        *above, total = (int(re.sub(r"\D", "", part[2])) for part in parts)
        if sum(above) != total and not all(value in YEARS for value in above):
            sign, _, unit = parts[-1].groups()
            values = {"found": cells[-1], "other": f"{sign}{_written(sum(above), group)}{unit}"}
            first = last.cells[column][0]
            at = first.offset(0) if isinstance(first, inlines.Text) else last.at
            yield Finding("wrong-total", last.origin.location(at), values)


def _shares(column: list[str], origin: Origin, at: int) -> Iterator[Finding]:
    """Shares below which 100 % stands, and that come to another number, more than rounding makes."""
    found = [SHARE.fullmatch(cell) for cell in column]
    if None in found or len(found) <= FEWEST:
        return
    *above, total = (Decimal(one[1].replace(",", ".")) for one in found if one)
    whole = sum(above, Decimal(0))
    if total == WHOLE and abs(whole - WHOLE) > max(Decimal(1), Decimal(len(above)) / 2):
        shown = f"{whole.normalize():f}"
        other = f"{shown}%" if spoken(origin) == "en" else f"{shown.replace('.', ',')}\u00a0%"
        values = {"found": column[-1], "other": other}
        yield Finding("wrong-total", origin.location(at), values)


def _written(number: int, group: str) -> str:
    """A number with its digits in groups, as a language has them."""
    return f"{number:,}".replace(",", group or ",")
