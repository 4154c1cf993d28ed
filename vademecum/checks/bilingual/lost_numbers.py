"""Numbers that a passage has and its counterpart has in no way: *45,000 inhabitants* and *the inhabitants*.

One of them is told where few words can stand for it: a year, a share, an amount, one that counts something.
Of 3,900 paragraphs of published manuals in both languages, one is told so.
"""

from __future__ import annotations

from typing import NamedTuple

from vademecum.checks.bilingual.small_numbers import FIGURE, JOINS, OF_A_DATE, figures_in, had_in, in_words
from vademecum.checks.bilingual.units import NAMES
from vademecum.checks.words.quantities.amounts import numbers_in
from vademecum.checks.words.quantities.spoken_numbers import said
from vademecum.language.regex import regex

SEVERAL = 2  # numbers that no aside has
SHORT = 100  # letters of a passage of which a number is much
FEW = 0.6  # of the other's letters, in a short passage
LEAST = 13  # in words; smaller ones are said in too many ways: some, several, a dozen
TWO_FIGURES = 10
DAY = regex(r"\d\d?(?:er|st|nd|rd|th)?\Z")
YEAR = regex(r"(?:1[5-9]|20)\d\d\Z")
# Words that stand for a year, or tell one by another.
OF_YEARS = regex(
    r"(?i)\b(?:years?|annual\w*|then|now(?:adays)?|today|current\w*|same|that (?:very )?day|decades?|century"
    r"|années?|ans?|annuel\w*|alors|aujourd['’]hui|actuel\w*|même|cette date|décennies?|siècle)\b|\d0s\b"
)
# A hundred in a hundred is all, and associations are those of 1901: each language has words for them.
ALL = frozenset(("1", "100", "1901"))
WHOLE_WORDS = frozenset(("cent", "mille", "hundred", "thousand"))
TELEPHONE = regex(r"\+(?:\d[\d \u00a0.]{0,18})?\Z")  # as far as a number of one
JOINED = ("-", "–", "/", "°", "° ", "°\u00a0")  # before the second number of a law, or of a span
# What stands between two commas, or in brackets.
OPENS, SHUTS = regex(r"[,(–—][^,.;:()–—]*\Z"), regex(r"[^,.;:()–—]*(?:,(?!\d)|[)–—])")


IN_WORDS = {
    "fr": (
        *("reize ", "uatorze ", "uinze ", "eize ", "ix-", "ingt", "rente", "arante", "quante", "xante"),
        *(" cent ", "Cent ", " cents", "-cent", " mille ", " million", "Mille "),
    ),
    "en": (
        *("teen ", "wenty", "hirty", "orty", "ifty", "ixty", "eventy", "ighty", "inety"),
        *("hundred", "thousand", "million"),
    ),
}
LARGE, SMALL, DATED = "large", "small", "dated"


class Lost(NamedTuple):
    """A number that the other text lacks: what it comes to, how it is written, where, and of which kind."""

    key: str
    text: str
    at: int
    kind: str


def lacking_in(here: str, ours: str, there: str, theirs: str) -> dict[str, Lost]:
    """The numbers of a passage that another has in no way."""
    numbers = {} if _has_figures(here, there) else _in_figures(there, theirs)
    if any(map(there.__contains__, IN_WORDS[theirs])):
        numbers = _in_words(there, theirs) | numbers
    if not numbers:
        return {}
    has = numbers_in(here, ours).keys() | said(here, ours)
    if numbers.keys() - has:
        has |= {str(value) for value in had_in(here, ours)}
    return {key: one for key, one in numbers.items() if key not in has}


def lost_for_certain(
    lacking: dict[str, Lost], here: str, ours: str, there: str, theirs: str
) -> dict[str, Lost]:
    """Several of them, or one for which no words stand; none where the passage has one of its own instead,
    which is told where they differ.
    """
    # A date counts as its year: how a text tells it has many ways.
    lost = {key: one for key, one in lacking.items() if one.kind != DATED}
    short = len(there) < SHORT and len(here) < FEW * len(there)
    if len(lost) < SEVERAL and not short:
        lost = {key: one for key, one in lost.items() if not _in_other_words(key, one, there, here)}
    others = numbers_in(there, theirs) if lost else {}
    own = (key for key, one in numbers_in(here, ours).items() if lost and one.sure and key not in others)
    return {} if any(own) else lost


def added_number(here: str, ours: str, there: str, theirs: str) -> Lost | None:
    """The first number of our passage that the original's has in no way; of no aside, in which a translation
    may tell its readers more.
    """
    lacking = lacking_in(there, theirs, here, ours)
    lacking = {key: one for key, one in lacking.items() if not _is_aside(one, here)}
    lost = lost_for_certain(lacking, there, theirs, here, ours) if lacking else {}
    alone = (one for key, one in lost.items() if not _in_other_words(key, one, here, there))
    return min(alone, key=lambda one: one.at, default=None)


def _has_figures(here: str, there: str) -> bool:
    """Whether a text has all figures of another, as they are."""
    mine, others = figures_in(here), figures_in(there)
    return mine == others or set(mine).issuperset(others)


def _in_figures(text: str, language: str) -> dict[str, Lost]:
    """The large numbers and those of two figures that count something; of no time, which has many names."""
    found = {
        key: Lost(key, one.text, one.at, DATED if key.startswith("month") or DAY.match(one.text) else LARGE)
        for key, one in numbers_in(text, language).items()
        if one.sure
    }
    for one in FIGURE.finditer(text):
        unit = one[1] or ""
        counts = unit.islower() and unit not in NAMES and unit not in JOINS and unit not in OF_A_DATE
        if counts and int(one[0]) >= TWO_FIGURES:
            found.setdefault(one[0], Lost(one[0], one[0], one.start(), SMALL))
    return found


def _in_words(text: str, language: str) -> dict[str, Lost]:
    """The larger numbers in words that count something."""
    return {
        str(value): Lost(str(value), one.text, one.at, SMALL)
        for value, one in in_words(text, language).items()
        if value >= LEAST and not (one.unit or one.about or one.text.lower() in WHOLE_WORDS)
    }


def _in_other_words(key: str, number: Lost, text: str, other: str) -> bool:
    """Whether another text may say a number of a text in words that are none."""
    if key in ALL or text[max(0, number.at - 2) : number.at].endswith(JOINED):
        return True
    return YEAR.match(key) is not None and OF_YEARS.search(other) is not None


def _is_aside(number: Lost, text: str) -> bool:
    """Whether a number stands between two commas, or in brackets; or is that of a telephone."""
    if TELEPHONE.search(text, max(0, number.at - 20), number.at):
        return True
    opened = OPENS.search(text, max(0, number.at - SHORT), number.at)
    return opened is not None and SHUTS.match(text, number.at + len(number.text)) is not None
