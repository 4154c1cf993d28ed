"""Units of a figure's numbers that two languages give otherwise: other money, thousands that one counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.model.markers import ByLanguage
from vademecum.model.walk import Path, walk
from vademecum.sources.library import Entry

MONEY = {
    "€": regex(r"€|\beuros?\b|\bEUR\b"),
    "$": regex(r"\$|\bdollars?\b|\bUSD\b"),
    "£": regex(r"£|\bGBP\b|\bpounds\b|\blivres sterling\b"),
    "%": regex(r"%|\bpour cent\b|\bper ?cent\b"),
    "points": regex(r"\bpp\b|\bpts?\b|\b(?:percentage )?points?\b"),
}
_NO_RATE = r"(?<!par )(?<!pour )(?<!per )"  # per thousand people
# By what a unit counts, and how: k€, €k, in thousands.
SCALES = {
    3: regex(
        r"(?i)\bk[ ]?(?:[€$£]|EUR\b)|[€$£][ ]?(?:k\b|['’]?000\b)"
        rf"|{_NO_RATE}\b(?:milliers?|mille|thousands?)\b"
    ),
    6: regex(rf"(?i)\bm(?:io)?[ ]?(?:[€$£]|EUR\b)|[€$£][ ]?mn?\b|{_NO_RATE}\bmillions?\b"),
    9: regex(rf"(?i)\bmds?[ ]?(?:[€$£]|EUR\b)|[€$£][ ]?bn\b|{_NO_RATE}\b(?:milliards?|billions?)\b"),
}


def other_units(entry: Entry) -> Iterator[Finding]:
    """A remark for each series whose label and unit together come to another unit in the other language."""
    series: dict[Path, list[tuple[Path, dict[str, str]]]] = defaultdict(list)
    for step in walk(entry.model, ByLanguage):
        if step.shape.of.startswith("Series.") and len(step.value) == len(LANGUAGES):
            series[step.path[:-1]].append((step.path, step.value))
    one, other = LANGUAGES
    for said in series.values():
        for patterns in (MONEY, SCALES):
            theirs, ours = (_found(patterns, [words[code] for _, words in said]) for code in (one, other))
            if theirs == ours or not (patterns is SCALES or (theirs and ours)):
                continue
            path, words = next(
                pair
                for pair in reversed(said)
                if len({str(_found(patterns, [w])) for w in pair[1].values()}) > 1
            )
            values = {"found": words[other], "other": words[one]}
            yield Finding("number-differs", entry.document.where(*entry.at, *path, other), values)
            break


def _found(patterns: dict[str, re.Pattern[str]] | dict[int, re.Pattern[str]], texts: list[str]) -> list[str]:
    """What some words name of these."""
    return [str(key) for key, pattern in patterns.items() if any(map(pattern.search, texts))]
