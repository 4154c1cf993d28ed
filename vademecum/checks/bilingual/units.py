"""Units that two languages call otherwise: of measure, of time, of money, and what counts millions."""

from __future__ import annotations

from typing import NamedTuple

from vademecum.checks.words.quantities.dates import SPACE
from vademecum.language.regex import regex

# What the languages call each unit in words. One night is one day; a quarter, or a term, is three months.
NAMES = {
    name: names.split()[0]
    for names in (
        "an ans année années year years",
        "mois month months",
        "semaine semaines week weeks",
        "jour jours journée journées nuit nuits day days night nights",
        "heure heures hour hours",
        "minute minutes",
        "seconde secondes second seconds",
        "trimestre trimestres quarter quarters term terms",
        "semestre semestres semester semesters",
        "décennie décennies decade decades",
        "siècle siècles century centuries",
        "km kilomètre kilomètres kilometre kilometres",
        "mile miles",
        "mètre mètres metre metres",
        "foot feet",
        "yard yards",
        "ha hectare hectares",
        "acre acres",
        "kg kilo kilos kilogramme kilogrammes kilogram kilograms",
        "tonne tonnes",
        "euro euros",
        "dollar dollars",
        "pounds",
        "million millions",
        "milliard milliards billion billions",
        "degré degrés degree degrees",
    )
    for name in names.split()
}
# Units by what stands behind a number; pounds may be money or weight.
SIGNS = {
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
    "mi²": r"square miles?\b",
    "ft²": r"square f(?:ee|oo)t\b",
    "mi": r"miles?\b",
    "ft": r"(?:feet|foot|ft)\b",
    "yd": r"yards?\b",
    "ac": r"acres?\b",
    "lb": r"(?:pounds|lbs?)\b(?! sterling)",
}
# How many of the first unit make one of the second: a translation may have the other country's.
RATIOS = {
    ("km", "mi"): 1.609,
    ("m", "ft"): 1 / 3.281,
    ("m", "yd"): 0.9144,
    ("ha", "ac"): 1 / 2.471,
    ("kg", "lb"): 1 / 2.205,
    ("km²", "mi²"): 2.59,
    ("m²", "ft²"): 1 / 10.764,
}
_BY_GROUP = tuple(SIGNS)
_GROUPS = "|".join(f"({pattern})" for pattern in SIGNS.values())
# By a digit or a sign first, so that most letters are passed over.
ANY = regex(rf"\d{SPACE}?(?:{_GROUPS})|([€$£])(?=[ \u00a0]?\d)")
BEHIND = regex(
    r"[\d.,\u00a0\u202f ]*"
    rf"(?:(?:millions?|milliards?|billion|bn|thousand){SPACE}?(?:d['’]|de |of )?)?-?(?:{_GROUPS})"
)
BEFORE = regex(r"([€$£])[ \u00a0]?\Z")
FIRST = regex(r"\d+(?:[ ,.\u00a0\u202f]\d{3})*(?:[.,]\d{1,3})?(?!\d)")


class Measured(NamedTuple):
    """The unit of a number, and both as they are written."""

    unit: str
    text: str


def units_in(text: str) -> list[str]:
    """The unit of each measure of a text, whatever it is called there."""
    found = ((one.lastindex or 0, one[0]) for one in ANY.finditer(text))
    return [sign if group > len(SIGNS) else _BY_GROUP[group - 1] for group, sign in found]


def measured(text: str, at: int) -> Measured | None:
    """What the number at a place is of; none where we know no such unit."""
    if before := BEFORE.search(text, max(0, at - 2), at):
        number = FIRST.match(text, at)
        return Measured(before[1], f"{before[0]}{number[0] if number else ''}")
    behind = BEHIND.match(text, at)
    return Measured(_BY_GROUP[behind.lastindex - 1], behind[0]) if behind and behind.lastindex else None
