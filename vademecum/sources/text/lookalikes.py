"""Signs that look like others and are not: letters of another script within a word, ligatures of a PDF,
letters that were converted twice.

The letters of Greek and Cyrillic that look like Latin ones are those of Unicode's table of confusables
(UTS 39) that differ in no font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from vademecum.language.regex import regex

ALIKE = "аеорсухіјѕАВЕКМНОРСТУХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
LATIN = dict(zip(ALIKE, "aeopcyxijsABEKMHOPCTYXIJSoABEZHIKMNOPTYX", strict=True))
_FOREIGN = "".join(LATIN)
_LETTER = "A-Za-zÀ-ɏ"
MIXED = regex(rf"(?<=[{_LETTER}])[{_FOREIGN}]|[{_FOREIGN}](?=[{_LETTER}])")
LIGATURE = regex("[\ufb00-\ufb06]")
# What UTF-8 is when it is read as Windows-1252: é -> Ã©, ’ -> â€™.
TWICE = regex(
    "[ÃÂ][\u0080-\u00bf\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2018-\u201d\u2020-\u2022]|â€."
)
# What UTF-8 is when it is read as a Macintosh's or as DOS had them: é -> √© or ├®.
ELSEWHERE = {
    "mac_roman": regex(r"[√¬≈].|‚[ÄÇ]."),
    "cp850": regex(r"[├┬].|ÔÇ."),
}
# Letters of a Macintosh that were read as those of Windows, LÕaction, and the other way round, coopÈration:
# where no capital stands in a word.
MACINTOSH = regex(
    r"(?:(?<=\b[LDNSCJMldnscjm])|(?<=\b[Qq]u))Õ(?=[a-zà-ÿA-Z])|(?<=[a-z])(?:[ŽÏÈËÍ](?=[a-z])|Ž|ˆ)|\blˆ"
    r"|(?<=[a-z.,])Ó(?=[\s.,;])|(?<=[a-z])Ê(?=[:;!?])"
)
READ_SO = {
    **{"Õ": "’", "Ž": "é", "ˆ": "à", "Ï": "œ", "Ó": "”", "Ê": "\u00a0"},
    **{"È": "é", "Ë": "è", "Í": "ê"},
}

# A text without any of these has none of them.
TELLING = frozenset((*LATIN, *"\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06ÃÂ€√¬≈‚├┬Ô", *READ_SO))


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
    yield from _read_elsewhere(text)


def _read_elsewhere(text: str) -> Iterator[Alike]:
    """Letters that a Macintosh or DOS was asked to read, each once."""
    told = set[str]()
    for coding, pattern in ELSEWHERE.items():
        for found in pattern.finditer(text):
            if found[0] not in told and (meant := _decoded(found[0], coding)):
                told.add(found[0])
                yield Alike("converted-twice", found.start(), found[0], meant)
    for found in MACINTOSH.finditer(text):
        letter = found[0][-1]
        if letter not in told:
            told.add(letter)
            yield Alike("converted-twice", found.end() - 1, letter, READ_SO[letter])


def _decoded(found: str, coding: str) -> str:
    """What signs of a coding are in UTF-8; "" where they are none of it."""
    try:
        return found.encode(coding).decode()
    except UnicodeError:
        return ""


def _meant(found: str) -> str:
    if found in LATIN:
        return LATIN[found]
    try:
        return found.encode("cp1252").decode()
    except UnicodeError:
        return unicodedata.normalize("NFKC", found)
