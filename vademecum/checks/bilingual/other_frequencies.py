"""How often a thing is, where two languages say it otherwise: every two years and every year.

Told is where each text has one frequency, and but one, that the other has in no way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from vademecum.checks.bilingual.comparison import one_each
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.spoken_numbers import NUMBERS
from vademecum.language.regex import regex

A_YEAR = {"year": 1, "half": 2, "quarter": 4, "month": 12, "week": 52, "day": 365}
SPANS = {
    name: span
    for span, names in {
        "year": "an ans année années year years",
        "half": "semestre semestres",
        "quarter": "trimestre trimestres quarter quarters",
        "month": "mois month months",
        "week": "semaine semaines week weeks",
        "day": "jour jours day days",
    }.items()
    for name in names.split()
}
# By its words alone; those that some take for twice a year, and others for every two years, are passed over.
NAMED = {
    name: Fraction(rate)
    for rate, names in {
        "1": "annuel annuelle annuels annuelles annuellement annual annually yearly",
        "2": "semestriel semestrielle semestriels semestrielles half-yearly six-monthly",
        "4": "trimestriel trimestrielle trimestriels trimestrielles quarterly",
        "12": "mensuel mensuelle mensuels mensuelles mensuellement monthly",
        "26": "fortnightly",
        "52": "hebdomadaire hebdomadaires hebdo weekly",
        "365": "quotidien quotidienne quotidiens quotidiennes quotidiennement daily everyday day-to-day",
        "1/2": "biennal biennale biennaux biennales biennial",
        "1/3": "triennal triennale triennaux triennales triennial",
    }.items()
    for name in names.split()
}
DOUBTED = regex(
    r"(?i)\b(?:bisannuel\w*|biannu\w+|bimensuel\w*|bimonthly|bimestriel\w*|bihebdo\w*|biweekly|semi-\w+ly)\b"
)
_COUNT = {
    "fr": rf"\d{{1,2}}|{'|'.join(word for word, value in NUMBERS['fr'].items() if value < 100)}",
    "en": rf"\d{{1,2}}|{'|'.join(word for word, value in NUMBERS['en'].items() if value < 100)}",
}
_SPANS, _TERMS = "mois|semaine|jour|trimestre|semestre", "year|month|week|day|quarter"
FREQUENCY = {
    "fr": regex(
        rf"(?i)\btou(?:s|tes) les (?:(?P<every>{_COUNT['fr']}) )?(?P<one>ans|(?:{_SPANS})s?)\b"
        rf"|\b(?:chaque |au |à l['’])(?P<each>année|{_SPANS})\b"
        rf"|\b(?P<times>{_COUNT['fr']}) fois (?:par |dans l['’]|l['’])(?P<a>an|année|{_SPANS})\b"
        rf"|\bpar (?P<per>an|{_SPANS})\b"
        rf"|\b(?P<named>{'|'.join(NAMED)})\b"
    ),
    "en": regex(
        rf"(?i)\bevery (?:(?P<every>other|second|{_COUNT['en']}) )?(?P<one>(?:{_TERMS})s?)\b"
        rf"|\beach (?P<each>{_TERMS})\b"
        rf"|\b(?:(?P<once>once)|(?P<twice>twice)|(?P<times>{_COUNT['en']}) times) (?:an?|per|each|every|in a)"
        rf" (?P<a>{_TERMS})\b|\b(?:an?|per) (?P<per>{_TERMS})\b"
        rf"|(?<!newly )\b(?P<named>{'|'.join(sorted(NAMED, key=len, reverse=True))})\b"
    ),
}
IN_FREQUENCY = {
    "fr": (
        *("haque ", "nnuel", "ensuel", "striel", "ebdo", "uotidien", "ennal", "us les ", "utes les "),
        *("fois l", *(f"ar {span}" for span in ("an", *_SPANS.split("|")))),
    ),
    "en": (
        *("very ", "ach ", "nnual", "early", "onthly", "eekly", "uarterly", "aily", "ennial", "veryday"),
        *("ay-to-day", "rtnightly", "nce a", "wice a", "times a", "nce in", "wice in", "times in"),
        *("nce every", *(f"er {span}" for span in _TERMS.split("|"))),
    ),
}
# A span that is as likely how long something lasts, or when it comes.
LASTS = regex(r"(?i)(?:a |au |à l['’])\w+\Z")
FORTNIGHT, WEEK = ((15, "day"), (14, "day")), ((8, "day"), (7, "day"))
Rates = dict[Fraction, re.Match[str]]


def other_frequencies(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The one frequency that a text in our language has and the other has not, which has another."""
    mine, also = _frequencies(here, ours)
    if not mine:
        return
    others, also_there = _frequencies(there, theirs)
    if pair := one_each(mine, others, also, also_there):
        one, other = mine[pair[0]], others[pair[1]]
        if not _by_other_words(one, other):
            yield "number-differs", one.start(), {"found": one[0], "other": other[0]}


def _by_other_words(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether one text counts, and the other says of what: twice a year, and each spring and autumn."""
    counted, plain = (one, other) if one["a"] else (other, one)
    span = plain["each"] or plain["per"] or (plain["one"] if not plain["every"] else None)
    return bool(counted["a"] and span) and SPANS[counted["a"].lower()] == SPANS[(span or "").lower()]


def _frequencies(text: str, language: str) -> tuple[Rates, set[Fraction]]:
    """The frequencies of a text, and those that it may mean by words of a length; none of one in doubt."""
    found: Rates = {}
    also: set[Fraction] = set()
    if DOUBTED.search(text):
        return found, also
    for one in FREQUENCY[language].finditer(text):
        rate = _rate(one.groupdict(), language)
        if LASTS.match(one[0]):
            also.add(rate)
        else:
            found.setdefault(rate, one)
    return found, also


def _rate(parts: dict[str, str | None], language: str) -> Fraction:
    """How often in a year."""
    if name := parts["named"]:
        return NAMED[name.lower()]
    span = SPANS[(parts["one"] or parts["each"] or parts["a"] or parts["per"] or "").lower()]
    if every := parts["every"]:
        number = 2 if every.lower() in ("other", "second") else _number(every, language)
        if (number, span) in FORTNIGHT:
            return Fraction(26)
        return Fraction(52) if (number, span) in WEEK else Fraction(A_YEAR[span], number or 1)
    times = 2 if parts.get("twice") else _number(parts["times"] or "1", language)
    return Fraction(A_YEAR[span] * times)


def _number(written: str, language: str) -> int:
    return int(written) if written.isdecimal() else NUMBERS[language][written.lower()]
