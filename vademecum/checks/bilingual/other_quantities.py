"""What two languages say of one thing in quantities that are not the same: an hour, a century, the unit of a
number.

Told is where each text has one, and but one, that the other has not: it is most likely the other, mistaken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vademecum.checks.words.amounts import Number, numbers_in
from vademecum.checks.words.dates import SPACE
from vademecum.checks.words.slip import Slip

Quantities = dict[int, tuple[str, int]]  # what each comes to -> how it is written, and where
NOON = 12
# A time of the day: before seven, "2 h" is as likely how long something lasts.
_AT = rf"(?<=à{SPACE})|(?<=dès{SPACE})|(?<=vers{SPACE})|(?!0?[0-6]{SPACE}?h)"
CLOCK = {
    "fr": re.compile(rf"\b(?:{_AT})([01]?\d|2[0-3]){SPACE}?h(?:{SPACE}?([0-5]\d))?\b(?!/)"),
    "en": re.compile(rf"\b(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))?{SPACE}?([ap])\.?m\b"),
}
OF_CLOCK = {
    "fr": tuple(f"{n}{space}h" for n in range(10) for space in (*" \u00a0\u202f", "")),
    "en": ("am", "pm", ".m"),
}
OF_CENTURY = {"fr": "siècle", "en": "centur"}
ROMAN = {"I": 1, "V": 5, "X": 10}
CENTURY = {
    "fr": re.compile(r"\b([IVX]{1,5})(?:e|ème)\b(?=[^.;\n]{0,30}siècle)"),
    "en": re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b(?=[^.;\n]{0,30}\bcentur)"),
}
ZONES = re.compile(r"\b(?:GMT|UTC|CEST|CET|heures? (?:de|locales?)|(?:local|London|Paris) time)\b")
# Units by what the languages call them; pounds may be money or weight.
UNITS = {
    "€": r"[kM]?€|Mds? ?€|euros?\b|EUR\b",
    "$": r"\$|dollars?\b|USD\b",
    "£": r"£|GBP\b",
    "%": r"%|pour cent\b|per cent\b|percent\b",
    "km²": r"km²|kilomètres? carrés?\b|square kilometres?\b",
    "km": r"km\b|kilom[èe]tres?\b",
    "m²": r"m²|mètres? carrés?\b|square metres?\b",
    "m³": r"m³|mètres? cubes?\b|cubic metres?\b",
    "m": r"m\b|m[èe]tres?\b",
    "ha": r"ha\b|hectares?\b",
    "kg": r"kg\b|kilos?\b|kilogram(?:me)?s?\b",
    "t": r"tonnes?\b",
    "mi": r"miles?\b",
    "ft": r"(?:feet|foot|ft)\b",
    "yd": r"yards?\b",
    "ac": r"acres?\b",
    "lb": r"(?:pounds|lbs?)\b(?! sterling)",
}
SIGNS = tuple(UNITS)  # by the number of the group that tells of each
_GROUPS = "|".join(f"({pattern})" for pattern in UNITS.values())
# Where both texts have as many of each, they are of the same units: nearly all are.
OF_UNIT = (
    *("€", "$", "£", "%", "²", "³", " m", "km", " ha", "kg", "tonne", "\u00a0m", "\u00a0ha"),
    *("euro", "dollar", "mile", "feet", "acre", "yard"),
)
# By a digit or a sign first, so that most letters are passed over.
UNIT = re.compile(rf"\d{SPACE}?(?:{_GROUPS})|([€$£])(?=[ \u00a0]?\d)")
BEHIND = re.compile(
    r"[\d.,\u00a0\u202f ]*"
    rf"(?:(?:millions?|milliards?|billion|bn|thousand){SPACE}?(?:d['’]|de |of )?)?(?:{_GROUPS})"
)
FIRST = re.compile(r"\d+(?:[ ,.\u00a0\u202f]\d{3})*(?:[.,]\d{1,3})?(?!\d)")
MOST = 5  # numbers that are looked for all over a text
BEFORE = re.compile(r"([€$£])[ \u00a0]?\Z")


def other_quantities(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first quantity of each sort that a text in our language has otherwise than the other.

    The second text is read only where the first has a quantity of the sort: most have none.
    """
    for read in (_clocks, _centuries):
        if (mine := read(here, ours)) and (others := read(there, theirs)):
            yield from _apart(mine, others)
    if any(here.count(sign) != there.count(sign) for sign in OF_UNIT) and _signs(here) != _signs(there):
        yield from _units(here, ours, there, theirs)


def _apart(mine: Quantities, others: Quantities) -> Iterator[Slip]:
    """The one quantity that a text has and the other has not, which has another; nothing where it is not one
    on each side.
    """
    more = [value for value in mine if value not in others]
    fewer = [value for value in others if value not in mine]
    if len(more) == len(fewer) == 1:
        (found, at), (other, _) = mine[more[0]], others[fewer[0]]
        yield "number-differs", at, {"found": found, "other": other}


def _clocks(text: str, language: str) -> Quantities:
    """The times of a day in minutes; none of a text that names a zone, or another place's time."""
    found: Quantities = {}
    if not any(sign in text for sign in OF_CLOCK[language]) or ZONES.search(text):
        return found
    for one in CLOCK[language].finditer(text):
        hours = int(one[1])
        if language == "en":
            hours = hours % NOON + (NOON if one[3] == "p" else 0)
        found.setdefault(60 * hours + int(one[2] or 0), (one[0], one.start()))
    return found


def _centuries(text: str, language: str) -> Quantities:
    found: Quantities = {}
    if OF_CENTURY[language] not in text:
        return found
    for one in CENTURY[language].finditer(text):
        value = int(one[1]) if language == "en" else _roman(one[1])
        found.setdefault(value, (one[0], one.start()))
    return found


def _roman(written: str) -> int:
    values = [ROMAN[letter] for letter in written]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _signs(text: str) -> Counter[str]:
    """How often a text has each unit, whatever it is called."""
    found = ((one.lastindex or 0, one[0]) for one in UNIT.finditer(text))
    return Counter(sign if number > len(UNITS) else SIGNS[number - 1] for number, sign in found)


def _units(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first number that both texts have, in two units wherever it stands."""
    numbers, others = numbers_in(here, ours), numbers_in(there, theirs)
    apart = 0
    for key in numbers.keys() & others.keys():
        one, other = _unit(here, numbers[key].at), _unit(there, others[key].at)
        if not (one and other) or one[0] == other[0] or ("m" in (one[0], other[0]) and float(key) >= 1e6):
            continue  # 5m may be millions
        mine, beside = _all_units(here, numbers[key]), _all_units(there, others[key])
        if mine.isdisjoint(beside):
            yield "number-differs", numbers[key].at, {"found": one[1], "other": other[1]}
            return
        apart += 1
        if apart > MOST:
            return


def _unit(text: str, at: int) -> tuple[str, str] | None:
    """The unit of the number at a place, with both as they are written; none where we know none."""
    behind = BEHIND.match(text, at)
    if before := BEFORE.search(text, max(0, at - 2), at):
        number = FIRST.match(text, at)
        return before[1], f"{before[0]}{number[0] if number else ''}"
    return (SIGNS[behind.lastindex - 1], behind[0]) if behind and behind.lastindex else None


def _all_units(text: str, number: Number) -> set[str]:
    """Every unit that a number has in a text."""
    digits = FIRST.match(number.text)
    places = re.finditer(rf"(?<![\d.,]){re.escape(digits[0])}(?![.,]?\d)", text) if digits else ()
    return {unit[0] for place in places if (unit := _unit(text, place.start()))}
