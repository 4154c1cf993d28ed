"""Small numbers that two languages say otherwise: in figures, in words, or one in each.

Told is where each text has one, and but one, that the other has in no way: it is most likely the other,
mistaken.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from vademecum.checks.bilingual.comparison import DIGITS, one_each
from vademecum.checks.bilingual.passages import whole_or_sentence
from vademecum.checks.bilingual.units import NAMES
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.amounts import SURE, numbers_in
from vademecum.checks.words.quantities.dates import MONTHS
from vademecum.checks.words.quantities.spoken_numbers import NUMBERS, come_to, said
from vademecum.language.regex import regex

# All begin with a figure, by which a text is searched much quicker than by what stands before it.
FIGURE = regex(r"\d(?<![\w.,/–€$£-]\d)\d?(?=[ \u00a0]([A-Za-zÀ-ÿ]{2,}|à\b)|[ \u00a0]?[,.;:)](?!\d)|\Z)")
# A larger one that counts something: 800 Syrians, 20,000 people; no year.
LARGE = regex(
    r"\d(?<![\w.,/–€$£-]\d)(?<!\d[ \u00a0\u202f]\d)(?:\d\d|\d{0,2}(?:[ ,\u00a0\u202f]\d{3})+)"
    r"(?=[ \u00a0]([A-Za-zÀ-ÿ]{3,}))"
)
FIGURES = regex(r"\d(?<![A-Za-zÀ-ÿ]\d)\d*")  # of no acronym
WHOLE = regex(r"\d(?:(?<![A-Za-zÀ-ÿ\d]\d)\d{0,2}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)|(?<![A-Za-zÀ-ÿ]\d)\d*)")
OF_A_DATE = frozenset(itertools.chain.from_iterable(MONTHS.values()))
# Words between two numbers, behind one that is told only where both have the same.
JOINS = {"sur": "sur", "out": "sur", "in": "sur"} | dict.fromkeys(("et", "and", "à", "to", "or", "ou"), "et")
IN_YEAR = regex(r"[ \u00a0](?:in|à|to|and|et) (?:19|20)\d\d\b")  # 8 in 2018, which joins no numbers
# Words of which a number may be no number, or one that the other language has a word of its own for.
PASSED = frozenset(
    (
        *("un", "une", "one", "quinzaine", "centaines", "millier", "milliers", "million", "millions"),
        *("milliard", "milliards", "billion", "billions", "hundreds", "thousands", "cents", "vingts"),
    )
)
# Those that are about as many as they say, and how far from it another is no such number.
ABOUT = frozenset(
    (
        *("dizaine", "douzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine"),
        *("centaine", "dozen"),
    )
)
FAR = 1.4
A_BEFORE = regex(r"\b(?:[Uu]ne|[Aa]|[Tt]he|[Ll]a)[ \u00a0](?:petite |bonne |good |few )?\Z")
NINE_BEFORE = regex(r"\b(?:[Ll]es|[Cc]es|[Ss]es|[Nn]os|[Vv]os|[Ll]eurs|[Aa]ux|[Dd]es)[ \u00a0]\Z")
# Storeys, of which each language begins to count at its own.
OWN = ("étage", "stor", "floor")
# Words that say a number as well, and which.
ALSO = (
    (regex(r"\b(?:dizaines?|douzaines?|dozens?|decades?|décennies?)\b"), (10, 12)),
    (regex(r"\b(?:demi-douzaine|half a dozen|half a year|semest\w+)\b"), (6,)),
    (regex(r"\b(?:quinzaines?|fortnight\w*|bihebdo\w*)\b"), (2, 14, 15)),
    (regex(r"\b(?:hundreds|centaines?)\b"), (100, 200)),
    (regex(r"\b(?:thousands|milliers?)\b"), (1000,)),
    (regex(r"\b(?:tri[a-z]{2,}|thrice|quarter\w*)\b"), (3,)),
    (regex(r"\b(?:quadr\w+|quatuor|quart\w*)\b"), (4,)),
)
IN_ALSO = (
    *("aine", "ozen", "deca", "déc", "half", "semes", "fort", "dreds", "ousands", "illi", "tri", "thri"),
    "qua",
)
TWO = regex(
    r"\b(?:both|twice|couple|pair|double\w*|either|neither|second|bi\w+|each other|deuxième|paire|l['’]une?"
    r"|latter|former|twins?|jumel\w+|another|other|autre|half|moitié|dual|duo|binôme)\b"
)


AND_MORE = "une?|one|neuf|cents|vingts|millions?|milliards?|billion"


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
        rf"(?:(?:[ \u00a0-]|[ -](?:et|and)[ -])(?:{'|'.join(words)}|{AND_MORE})\b)*(?![\w’'])"
    )


RUN = {
    language: regex(_run([word for word in words if word not in PASSED]))
    for language, words in NUMBERS.items()
}
# Of which a text has some that says a number.
IN_NUMBERS = {
    language: (*DIGITS, *(form for word in words if word not in PASSED for form in (word, word.title())))
    for language, words in NUMBERS.items()
}
# 2014 as it is spoken: twenty fourteen.
SPOKEN_YEAR = regex(
    r"(?:nineteen|twenty)[ -](?:\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)", re.IGNORECASE
)
# What makes a share of a number in words, or how often; others tell of these.
NO_COUNT = regex(
    r"[ -](?:pour |per ?)cent\b|(?<=our )cent|[ -](?:tiers|quarts?|cinquièmes?|dixièmes?)\b"
    r"|[ -](?:thirds?|quarters?|fifths?|tenths?)\b|[ ](?:et demie?|and a half)\b"
    r"|[ -](?:fois|times) (?:par|an?|each|every) "
)
EVERY_BEFORE = regex(r"\b(?:[Tt]ous les|[Tt]outes les|[Ee]very)[ \u00a0]\Z")
BEHIND = regex(r"[ \u00a0-](?:d['’]|de |of )?([a-zà-ÿ]+)")


class Said(NamedTuple):
    """How a number is written, where, and the unit that others may stand for."""

    text: str
    at: int
    unit: str
    about: bool = False


Quantities = dict[int, Said]


@functools.lru_cache(4)  # of the texts that are compared, each asked for several times
def figures_in(text: str) -> tuple[str, ...]:
    """The figures of a text, sorted; not of its citations, whose places in works each language has alike."""
    first, *rest = text.split("[@")
    plain = first + "".join([part.partition("]")[2] for part in rest]) if rest else text
    return tuple(sorted(FIGURES.findall(plain)))


def small_numbers(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The number in figures, and the one in words, that a text in our language alone has, and the other’s: in
    all of it, else in one of its sentences.
    """
    return whole_or_sentence(_of_passage, here, ours, there, theirs)


def _of_passage(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    figures = in_figures(here), in_figures(there)
    words = in_words(here, ours), in_words(there, theirs)
    if figures[0].keys() == figures[1].keys() and words[0].keys() == words[1].keys():
        return
    had = had_in(here, ours), had_in(there, theirs)
    for side, text in zip(words, (there, here), strict=True):
        if 2 in side and TWO.search(text):
            del side[2]
    # What both say in words is no number that one has in figures.
    spoken = words[0].keys() & words[1].keys()
    plain = [side - (spoken - _figures(text)) for side, text in zip(had, (here, there), strict=True)]
    told = [*_apart(*figures, *plain), *_apart(*words, *had)]
    if not told:
        mine, others = (
            one | counted | _large(text)
            for text, one, counted in zip((here, there), figures, words, strict=True)
        )
        told = list(_apart(mine, others, *had))
    yield from told


def _apart(
    mine: Quantities, others: Quantities, had: frozenset[int], had_there: frozenset[int]
) -> Iterator[Slip]:
    """The one number that a text has and the other has in no way, which has another; both of one unit."""
    if pair := one_each(mine, others, had, had_there):
        found, other = mine[pair[0]], others[pair[1]]
        near = (found.about or other.about) and max(pair) < FAR * min(pair)
        rest = sum(pair) in had & had_there  # all but two of twenty-seven, and twenty-five
        if found.unit == other.unit and not near and not rest:
            yield "number-differs", found.at, {"found": found.text, "other": other.text}


def had_in(text: str, language: str) -> frozenset[int]:
    """Every number of a text in figures or in words; its parts too where it is a large one."""

    def large(run: re.Match[str]) -> str:
        value = come_to(run[0], language)
        wholes.append(value)
        return run[0] if value >= SURE else "."

    wholes: list[int] = []
    spoken = [int(value) for value in said(RUN[language].sub(large, text), language) if value.isdecimal()]
    figures = (int(key) for key in numbers_in(text, language) if key.isdecimal())
    also = (
        value
        for pattern, values in (ALSO if any(map(text.__contains__, IN_ALSO)) else ())
        if pattern.search(text)
        for value in values
    )
    return frozenset((*_figures(text), *figures, *wholes, *spoken, *also))


def _figures(text: str) -> set[int]:
    return set(map(_value, WHOLE.findall(text)))


def in_figures(text: str) -> Quantities:
    """The numbers of one or two figures that count something, as far as words tell."""
    found: Quantities = {}
    for one in FIGURE.finditer(text):
        unit = one[1] or ""
        if unit in OF_A_DATE:
            continue  # which is told by itself
        joins = "" if IN_YEAR.match(text, one.end()) else JOINS.get(unit, "")
        found.setdefault(int(one[0]), Said(one[0], one.start(), NAMES.get(unit) or joins))
    return found


def _large(text: str) -> Quantities:
    """The larger ones that count something."""
    found: Quantities = {}
    for one in LARGE.finditer(text):
        found.setdefault(_value(one[0]), Said(one[0], one.start(), NAMES.get(one[1], "")))
    return found


def _value(figures: str) -> int:
    return int("".join(filter(str.isdecimal, figures)))


def in_words(text: str, language: str) -> Quantities:
    """The numbers that a text says in words, of several words as one."""
    found: Quantities = {}
    for one in RUN[language].finditer(text):
        if _counts(text, one):
            behind = BEHIND.match(text, one.end())
            word = behind[1] if behind else ""
            if not word.startswith(OWN):
                about = one[0].lower() in ABOUT
                unit = NAMES.get(word, "")
                found.setdefault(come_to(one[0], language), Said(one[0], one.start(), unit, about))
    return found


def _counts(text: str, run: re.Match[str]) -> bool:
    """Whether number words count something there, as far as the words around them tell."""
    if NO_COUNT.match(text, run.end()) or SPOKEN_YEAR.match(run[0]):
        return False
    start, first = max(0, run.start() - 16), run[0].lower()
    if EVERY_BEFORE.search(text, start, run.start()):
        return False
    if first in ABOUT:
        return A_BEFORE.search(text, start, run.start()) is not None
    return first != "neuf" or run[0][0] == "N" or NINE_BEFORE.search(text, start, run.start()) is not None
