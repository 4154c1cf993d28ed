"""What two languages say of one thing in quantities that are not the same: an hour, a day of the week, a
century, the unit of a number.

Told is where each text has one, and but one, that the other has not: it is most likely the other, mistaken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from vademecum.checks.bilingual.comparison import DIGITS, Comparison, Said, one_apart
from vademecum.checks.bilingual.units import FIRST, measured, units_in
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.amounts import Number, numbers_in
from vademecum.checks.words.quantities.dates import SPACE, WEEK
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex

Quantities = dict[int, tuple[str, int]]  # what each comes to -> how it is written, and where
NOON = 12
# A time of the day: before seven, "2 h" is as likely how long something lasts.
_AT = rf"(?<=à{SPACE})|(?<=dès{SPACE})|(?<=vers{SPACE})|(?!0?[0-6]{SPACE}?h)"
CLOCK = {
    "fr": regex(rf"\b(?:{_AT})([01]?\d|2[0-3]){SPACE}?h(?:{SPACE}?([0-5]\d))?\b(?!/)"),
    "en": regex(rf"\b(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))?{SPACE}?([ap])\.?m\b"),
}
OF_CLOCK = {
    "fr": tuple(f"{n}{space}h" for n in range(10) for space in (*" \u00a0\u202f", "")),
    "en": ("am", "pm", ".m"),
}
OF_CENTURY = {"fr": ("siècle",), "en": ("centur",)}
ROMAN = {"I": 1, "V": 5, "X": 10}
CENTURY = {
    "fr": regex(r"\b([IVX]{1,5})(?:e|ème)\b(?=[^.;\n]{0,30}siècle)"),
    "en": regex(r"\b(\d{1,2})(?:st|nd|rd|th)\b(?=[^.;\n]{0,30}\bcentur)"),
}
IN_ARTICLE = dict.fromkeys(LANGUAGES, ("rticle",))
ARTICLE = regex(r"\b[LRD]\.?[ \u00a0*]?(\d{2,5}(?:-\d{1,3})*)(?![\w-])")
ZONES = regex(r"\b(?:GMT|UTC|CEST|CET|heures? (?:de|locales?)|(?:local|London|Paris) time)\b")
# Days of the week by their places in it.
OF_WEEK = {"fr": ("di", "dimanche"), "en": ("day",)}
WEEKDAYS = {
    language: {day.lower(): place for place, day in enumerate(days)} for language, days in WEEK.items()
}
WEEKDAY = {language: regex(rf"(?i)\b({'|'.join(days)})s?\b") for language, days in WEEKDAYS.items()}
# Where both texts have as many of each, they are of the same units: nearly all are.
OF_UNIT = (
    *("€", "$", "£", "%", "²", "³", " m", "km", " ha", "kg", "tonne", "\u00a0m", "\u00a0ha"),
    *("euro", "dollar", "mile", "feet", "acre", "yard"),
)
MOST = 5  # numbers that are looked for all over a text


def _clocks(text: str, language: str) -> Quantities:
    """The times of a day in minutes; none of a text that names a zone, or another place's time."""
    found: Quantities = {}
    if ZONES.search(text):
        return found
    for one in CLOCK[language].finditer(text):
        hours = int(one[1])
        if language == "en":
            hours = hours % NOON + (NOON if one[3] == "p" else 0)
        found.setdefault(60 * hours + int(one[2] or 0), (one[0], one.start()))
    return found


def _centuries(text: str, language: str) -> Quantities:
    found: Quantities = {}
    for one in CENTURY[language].finditer(text):
        value = int(one[1]) if language == "en" else _roman(one[1])
        found.setdefault(value, (one[0], one.start()))
    return found


def _weekdays(text: str, language: str) -> Quantities:
    found: Quantities = {}
    for one in WEEKDAY[language].finditer(text):
        found.setdefault(WEEKDAYS[language][one[1].lower()], (one[0], one.start()))
    return found


def _articles(text: str, _language: str) -> Said[str]:
    """The articles of codes that a text names."""
    return {one[1]: (one[0], one.start()) for one in ARTICLE.finditer(text)}


def _roman(written: str) -> int:
    values = [ROMAN[letter] for letter in written]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def other_units(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first number that both texts have, in two units wherever it stands."""
    if all(here.count(sign) == there.count(sign) for sign in OF_UNIT):
        return
    if Counter(units_in(here)) == Counter(units_in(there)):
        return
    numbers, others = numbers_in(here, ours), numbers_in(there, theirs)
    apart = 0
    for key in numbers.keys() & others.keys():
        one, other = measured(here, numbers[key].at), measured(there, others[key].at)
        if not (one and other) or one.unit == other.unit:
            continue
        if "m" in (one.unit, other.unit) and float(key) >= 1e6:
            continue  # 5m may be millions
        mine, beside = _all_units(here, numbers[key]), _all_units(there, others[key])
        if mine.isdisjoint(beside):
            yield "number-differs", numbers[key].at, {"found": one.text, "other": other.text}
            return
        apart += 1
        if apart > MOST:
            return


def _all_units(text: str, number: Number) -> set[str]:
    """Every unit that a number has in a text."""
    digits = FIRST.match(number.text)
    places = re.finditer(rf"(?<![\d.,]){re.escape(digits[0])}(?![.,]?\d)", text) if digits else ()
    return {one.unit for place in places if (one := measured(text, place.start()))}


COMPARISONS = (
    Comparison(IN_ARTICLE, partial(one_apart, _articles)),
    Comparison(OF_CLOCK, partial(one_apart, _clocks)),
    Comparison(OF_CENTURY, partial(one_apart, _centuries)),
    Comparison(OF_WEEK, partial(one_apart, _weekdays)),
    Comparison(dict.fromkeys(LANGUAGES, DIGITS), other_units),
)
