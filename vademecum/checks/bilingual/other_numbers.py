"""Numbers that two languages do not share: 1,200 in one and 1,300 in the other, 2014 and 2016.

A number that one language has and the other has not is no fault by itself: a translation may leave out an
aside, or write it in words. Told is where each has one that the other has not, in the same passage or field:
one of them is most likely the other, mistyped.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator

from vademecum.checks.bilingual.comparison import DIGITS
from vademecum.checks.bilingual.small_numbers import figures_in
from vademecum.checks.bilingual.units import RATIOS, measured
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.amounts import Number, numbers_in
from vademecum.checks.words.quantities.dates import MONTHS
from vademecum.checks.words.quantities.spoken_numbers import said
from vademecum.language.regex import regex

# What makes a number larger, in either language, and the months that have a day before or behind them.
LARGER = ("illi", "€", "$", "£", "bn", "thousand", *MONTHS["en"])
EVERY_MONTH = tuple(name for names in MONTHS.values() for name in names)
IN_NUMBERS = {language: (*DIGITS, *names) for language, names in MONTHS.items()}
# By the unit of a number, those that the other language may have it in, each with how many of them make one.
CONVERTED: dict[str, dict[str, float]] = defaultdict(dict)
for (one, other), ratio in RATIOS.items():
    CONVERTED[one][other], CONVERTED[other][one] = 1 / ratio, ratio
# Numbers that words say of things, and no fraction comes to; how words say a share.
FEW = frozenset(("2", "3", "4", "6", "7", "8", "9", "11", "12"))
SHARES = regex(r"cent\b|(?:\bsur|\bin|\bout of|\bof every)[ \u00a0](?:[a-z]+|\d+)\b", re.IGNORECASE)
ABOUT = 0.07  # part by which what is converted may be rounded


def other_numbers(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first number that a text in our language alone has, and the other text’s; nothing where one of
    them lacks none. Small ones are passed over: they are words, or stand in words, as often.
    """
    if _same_figures(here, there):
        return
    numbers, others = numbers_in(here, ours), numbers_in(there, theirs)
    more = {key: numbers[key] for key in numbers.keys() - others.keys() if numbers[key].sure}
    fewer = {key: others[key] for key in others.keys() - numbers.keys() if others[key].sure}
    if not (more and fewer):
        return
    more = {key: more[key] for key in more.keys() - _in_words(more, there, theirs)}
    fewer = {key: fewer[key] for key in fewer.keys() - _in_words(fewer, here, ours)}
    _take_converted(more, here, fewer, there)
    if more and fewer:
        found, beside = (min(side.values(), key=lambda one: one.at) for side in (more, fewer))
        if _are_turnout(found.text, here, beside.text, there):
            return
        yield "number-differs", found.at, {"found": found.text, "other": beside.text}


def _same_figures(one: str, other: str) -> bool:
    """Whether two texts have the same figures, and no word that makes another number of them."""
    figures = figures_in(one)
    if figures != figures_in(other):
        return False
    larger = LARGER if figures else EVERY_MONTH
    return not any(name in text for text in (one, other) for name in larger)


def _are_turnout(found: str, here: str, beside: str, there: str) -> bool:
    """Whether one text has how many voted, and the other how many did not."""
    if not (found.endswith("%") and beside.endswith("%")) or ("abst" in here) == ("abst" in there):
        return False
    one, other = (float(re.sub(r"[^0-9,.]", "", share).replace(",", ".")) for share in (found, beside))
    return abs(one + other - 100) < 0.01


def _in_words(numbers: dict[str, Number], other: str, language: str) -> frozenset[str]:
    """What the other text says in words; a share of two per cent is not what “two towns” say."""
    spoken = said(other, language)
    if not spoken.isdisjoint(FEW) and not SHARES.search(other):
        spoken -= {key for key in FEW & numbers.keys() if numbers[key].text.endswith("%")}
    return spoken


def _take_converted(more: dict[str, Number], here: str, fewer: dict[str, Number], there: str) -> None:
    """Take away the numbers of both sides that are one length, surface or weight in two countries' units."""
    others: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for key, number in fewer.items():
        if one := measured(there, number.at):
            bisect.insort(others[one.unit], (_size(number), key))
    for key, number in tuple(more.items()):
        one = measured(here, number.at)
        for unit, times in CONVERTED.get(one.unit, {}).items() if one else ():
            if near := _near(others[unit], times * _size(number)):
                others[unit].remove(near)
                del more[key], fewer[near[1]]
                break


def _near(sizes: list[tuple[float, str]], size: float) -> tuple[float, str] | None:
    """The first of some sizes that is about another."""
    at = bisect.bisect_left(sizes, (size * (1 - ABOUT), ""))
    return sizes[at] if at < len(sizes) and sizes[at][0] <= size * (1 + ABOUT) else None


def _size(number: Number) -> float:
    return float(re.sub(r"[^0-9]", "", number.text) or 0)
