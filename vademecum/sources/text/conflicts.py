"""The marks that git leaves in a file which two people changed at the same place."""

from __future__ import annotations

import re

from vademecum.language.regex import regex
from vademecum.sources.text.slips import Slip

# What a line of = stands below that underlines no title: nothing, or what is no paragraph.
NO_TITLE = regex(r"\s*|(?:[#>|]|[-*] ).*")
CONFLICT = regex(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def without_conflicts(text: str) -> tuple[str, list[Slip]]:
    """A text with the first side of each of git's conflicts, the other side's lines left empty."""
    if "=======" in text and "<<<<<<<" not in text and ">>>>>>>" not in text:
        return _without_leftovers(text)
    if ("<<<<<<<" not in text and ">>>>>>>" not in text) or not CONFLICT.search(text):
        return text, []
    slips: list[Slip] = []
    kept: list[str] = []
    other = False
    for number, line in enumerate(text.split("\n")):
        mark = line[:7] if line[7:8] in ("", " ") else ""
        opens = mark == "<<<<<<<"
        ends = mark == ">>>>>>>"
        if opens or (ends and not other):
            slips.append(Slip("conflict", number, 0, {"found": line}))
        other = not ends and (other or (bool(slips) and mark in ("=======", "|||||||")))
        kept.append("" if other or opens or ends else line)
    return "\n".join(kept), slips


def _without_leftovers(text: str) -> tuple[str, list[Slip]]:
    """A text without lines that parted two versions, of which the other marks are gone."""
    lines = text.split("\n")
    left = [
        number
        for number, line in enumerate(lines)
        if line == "=======" and (not number or NO_TITLE.fullmatch(lines[number - 1]))
    ]
    for number in left:
        lines[number] = ""
    return "\n".join(lines), [Slip("conflict", number, 0, {"found": "======="}) for number in left]
