"""Definitions of links that lead nowhere: `[town hall]: https://…`, which nothing in the text refers to.

The parser takes such a line away and gives no event of it, so that its words would be lost in silence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from vademecum.document.field_text import FieldText
from vademecum.language.regex import regex

SIGN = "]:"  # which every definition has
# A definition alone on its line, in a list or in a quotation too; notes and citations are none.
DEFINITION = regex(
    rb"^[ >]*(?:(?:[-*+]|\d{1,9}[.)])[ ]+)?"
    rb"(\[(?![\^@])((?:[^\[\]\\\n]|\\.)+)\]:[ \t]*(?:\n[ \t]*)?[^\s][^\n]*)",
    re.MULTILINE,
)


def tell_of_unused(field: FieldText, events: Iterable[Any]) -> None:
    """Tell of each definition in a field that no link refers to, or that another of its name stands above."""
    used, shown = set(), []
    for event, range_ in events:
        if isinstance(event, dict):
            used |= set(_labels(event))
            if "Start" not in event and "End" not in event:
                shown.append((range_["start"], range_["end"]))
    shown.sort()
    told: set[str] = set()
    for found in DEFINITION.finditer(field.bytes):
        at = found.start(2)
        before = bisect_right(shown, (at, len(field.bytes))) - 1
        if before >= 0 and shown[before][1] > at:
            continue  # its words are shown: it is none
        label = _normal(found[2].decode(errors="replace"))
        if label not in used or label in told:
            field.report("unused-definition", found.start(1), found[1].decode(errors="replace")[:60])
        told.add(label)


def _labels(event: dict[str, Any]) -> Iterator[str]:
    """The name of the definition that a link or picture refers to."""
    started = event.get("Start")
    if isinstance(started, dict):
        for kind in ("Link", "Image"):
            if kind in started and started[kind]["id"]:
                yield _normal(str(started[kind]["id"]))


def _normal(label: str) -> str:
    return " ".join(label.split()).casefold()
