"""Small numbers that two languages say otherwise, both in figures; and numbers that both say in words.

Told is where each text has one, and but one, that the other has in no way: it is most likely the other,
mistaken.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from vademecum.checks.bilingual.other_shares import SHARES
from vademecum.checks.words.slip import Slip
from vademecum.checks.words.spoken_numbers import NUMBERS, come_to, said

FIGURE = re.compile(r"(?<![\w.,/–€$£-])\d{1,2}(?=[ \u00a0]([a-zà-ÿ]{2,})|[ \u00a0]?[,.;:)](?!\d)|\Z)")
DIGIT = re.compile(r"\d")
FIGURES = re.compile(r"(?<![A-Za-zÀ-ÿ])\d+")  # of no acronym
# Units of which a translation may have others; behind numbers that are told only where both are of one.
UNITS = {
    unit: names.split()[0]
    for names in (
        "mois month months",
        "an ans année années year years",
        "jour jours day days nuit nuits night nights",
        "semaine semaines week weeks",
        "heure heures hour hours",
        "minute minutes",
        "trimestre trimestres quarter quarters",
        "semestre semestres",
        "km kilomètres kilometres",
        "miles",
        "mètres metres",
        "feet",
        "ha hectares",
        "acres",
        "kg kilos",
        "tonnes tons",
        "euros",
        "dollars",
        "pounds",
        "millions million milliards billion thousand",
        "degrés degrees",
        "sur out in",
        "et and à to or ou",
    )
    for unit in names.split()
}
# Words of which a number may be no number, or one that the other language has a word of its own for.
PASSED = frozenset(
    (
        *(
            "un",
            "une",
            "one",
            "neuf",
            "dizaine",
            "douzaine",
            "quinzaine",
            "vingtaine",
            "trentaine",
            "quarantaine",
        ),
        *(
            "cinquantaine",
            "soixantaine",
            "centaine",
            "centaines",
            "millier",
            "milliers",
            "million",
            "millions",
        ),
        *("dozen", "hundreds", "thousands"),
    )
)
# What says a number that neither language has so: ten years, some weeks.
VAGUE = re.compile(
    r"\b(?:neuf|décennies?|trimestre\w*|semestre\w*|\w+[tz]aines?|milliers?|hundreds|thousands|quarter\w*|decades?"
    r"|étages?|stor(?:e?y|ies|eys)|floors?"  # of which each language begins to count at its own
    r"|dozens?|fortnight\w*|half a year|weeks?|semaines?|jours)\b"
)
TWO = re.compile(
    r"\b(?:both|twice|couple|pair|double\w*|either|neither|second|bi\w+|each other|deuxième|paire|l['’]une?"
    r"|(?:[Ll]es|[Cc]es|[Ss]es|[Ll]eurs|[Nn]os|[Vv]os|[Dd]es|[Aa]ux|entre|[Tt]ous|[Tt]outes) deux"
    r"|(?:[Tt]he|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Oo]ur|between|[Tt]win\w*|[Jj]umel\w*) two)\b"
)


def _run(words: list[str]) -> str:
    """The pattern of number words in a row. It begins with a letter, by which most places are passed over."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    first = "".join(by_letter)
    begun = "|".join(
        f"(?<=[{letter}{letter.upper()}])(?:{'|'.join(ends)})" for letter, ends in by_letter.items()
    )
    return (
        rf"[{first}{first.upper()}](?<![\w’'-].)(?:{begun})"
        rf"(?:(?:[ \u00a0-]|[ -](?:et|and)[ -])(?:{'|'.join(words)}|une?|one)\b)*(?![\w-])"
    )


RUN = {
    language: re.compile(_run([word for word in words if word not in PASSED]))
    for language, words in NUMBERS.items()
}
# 2014 as it is spoken: twenty fourteen.
SPOKEN_YEAR = re.compile(
    r"(?:nineteen|twenty)[ -](?:\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)", re.IGNORECASE
)
PER_CENT = re.compile(r" (?:pour |per ?)cent\b|(?<=our )cent")


class Said(NamedTuple):
    """How a number is written, where, and the unit that others may stand for."""

    text: str
    at: int
    unit: str


Quantities = dict[int, Said]


@functools.lru_cache(4)  # of the texts that are compared, each asked for several times
def figures_in(text: str) -> tuple[str, ...]:
    """The figures of a text, sorted; not of its citations, whose places in works each language has alike."""
    first, *rest = text.split("[@")
    plain = first + "".join([part.partition("]")[2] for part in rest]) if rest else text
    return tuple(sorted(FIGURES.findall(plain)))


def counts(text: str, language: str) -> bool:
    """Whether a text says a number or a share, as far as it is compared."""
    return (
        DIGIT.search(text) is not None
        or any(word in text for word in SHARES[language])
        or RUN[language].search(text) is not None
    )


def small_numbers(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The number in figures, and the one in words, that a text in our language alone has, and the other’s."""
    if figures_in(here) != figures_in(there):
        mine, others = in_figures(here), in_figures(there)
        if mine and others and mine.keys() != others.keys():
            yield from _apart(mine, others, _had(here, ours), _had(there, theirs))
    mine, others = in_words(here, ours), in_words(there, theirs)
    if mine and others and mine.keys() != others.keys() and not (VAGUE.search(here) or VAGUE.search(there)):
        for side, text in ((mine, there), (others, here)):
            if 2 in side and (TWO.search(text) or TWO.search(here) or TWO.search(there)):
                del side[2]
        yield from _apart(mine, others, _had(here, ours), _had(there, theirs))


def _apart(
    mine: Quantities, others: Quantities, had: frozenset[int], had_there: frozenset[int]
) -> Iterator[Slip]:
    """The one number that a text has and the other has in no way, which has another; both of one unit."""
    more = [value for value in mine if value not in others and value not in had_there]
    fewer = [value for value in others if value not in mine and value not in had]
    if len(more) == len(fewer) == 1:
        found, other = mine[more[0]], others[fewer[0]]
        if found.unit == other.unit:
            yield "number-differs", found.at, {"found": found.text, "other": other.text}


def _had(text: str, language: str) -> frozenset[int]:
    """Every number of a text in figures or in words, its parts too."""
    spoken = (int(value) for value in said(text, language) if value.isdecimal())
    return frozenset((*map(int, FIGURES.findall(text)), *spoken))


def in_figures(text: str) -> Quantities:
    """The numbers of one or two figures that count something, as far as words tell."""
    found: Quantities = {}
    for one in FIGURE.finditer(text):
        found.setdefault(int(one[0]), Said(one[0], one.start(), UNITS.get(one[1] or "", "")))
    return found


def in_words(text: str, language: str) -> Quantities:
    """The numbers that a text says in words, of several words as one."""
    found: Quantities = {}
    for one in RUN[language].finditer(text):
        if not (PER_CENT.match(text, one.end()) or SPOKEN_YEAR.match(one[0])):
            found.setdefault(come_to(one[0], language), Said(one[0], one.start(), ""))
    return found
