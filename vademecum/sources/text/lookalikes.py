"""Signs that look like others and are not: letters of another script within a word, ligatures of a PDF,
letters that were converted twice.

The letters of Greek and Cyrillic that look like Latin ones are those of Unicode's table of confusables
(UTS 39) that differ in no font.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

ALIKE = "аеорсухіјѕАВЕКМНОРСТУХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
LATIN = dict(zip(ALIKE, "aeopcyxijsABEKMHOPCTYXIJSoABEZHIKMNOPTYX", strict=True))
_FOREIGN = "".join(LATIN)
_LETTER = "A-Za-zÀ-ɏ"
MIXED = re.compile(rf"(?<=[{_LETTER}])[{_FOREIGN}]|[{_FOREIGN}](?=[{_LETTER}])")
LIGATURE = re.compile("[\ufb00-\ufb06]")
# What UTF-8 is when it is read as Windows-1252: é -> Ã©, ’ -> â€™.
TWICE = re.compile(
    "[ÃÂ][\u0080-\u00bf\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2018-\u201d\u2020-\u2022]|â€."
)

# A text without any of these has none of them.
TELLING = frozenset((*LATIN, *"\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06ÃÂ€"))


class Alike(NamedTuple):
    """A sign that looks like another: its finding's code, where it stands, itself, what was meant."""

    code: str
    offset: int
    text: str
    meant: str


def look_alikes(text: str) -> Iterator[Alike]:
    """Each such sign of a text, once."""
    told = set[str]()
    for code, pattern in (("look-alike", MIXED), ("look-alike", LIGATURE), ("converted-twice", TWICE)):
        for found in pattern.finditer(text):
            if found[0] not in told:
                told.add(found[0])
                yield Alike(code, found.start(), found[0], _meant(found[0]))


def _meant(found: str) -> str:
    if found in LATIN:
        return LATIN[found]
    try:
        return found.encode("cp1252").decode()
    except UnicodeError:
        return unicodedata.normalize("NFKC", found)
