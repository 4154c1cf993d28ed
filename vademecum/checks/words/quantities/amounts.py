"""The numbers of a text, whatever a language writes around them: grouped digits, thousands, millions, months.

Two languages say one thing in many ways: 1,2 M€ and €1.2m, les années 90 and the 1990s, 2019-2020 and
2019/20. What only words tell, or may, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from vademecum.checks.words.quantities.dates import MONTH, MONTHS, SPACE
from vademecum.language.regex import regex

SURE = 100  # smaller ones stand in words in one language and in figures in the other as often
LEAST = 10
ELSEWHERE = regex(  # citations, addresses, anchors, attributes, notes, calls
    r"\[@[^\]\[]*\]|\]\([^()\s]*\)|https?://\S+|\{[^{}\n]*\}|\[\^[^\]\s]{0,100}\]"
)
_CURRENCY = r"(?:[€$£]|(?:euros|EUR|USD|US|GBP|F?CFA|XOF|XAF|CHF)\b)"
_SCALE = (
    rf"{SPACE}?(?P<scale>[kK]{SPACE}?{_CURRENCY}|M{SPACE}?(?:{_CURRENCY}|d['’]euros)|Mds?{SPACE}?{_CURRENCY}"
    rf"|(?:thousand|millions?|milliards?|billion)\b|%|(?:bn|[km])\b)"
)
NUMBER = {
    language: regex(
        rf"(?<![\w.,])(?P<digits>\d{{1,3}}(?:[ ,.\u00a0\u202f]\d{{3}})+(?![\d,.]\d|\d)"
        rf"|\d{{1,12}}(?:[.,]\d{{1,3}})?)(?![.,]?\d)"
        rf"(?:{_SCALE}|(?P<clock>{SPACE}?(?:h|am|pm|a\.m|p\.m|heures?|o['’]clock)\b|{SPACE}?h\d|:\d)"
        rf"|(?P<decade>s\b)|(?:er|st|nd|rd|th)?{SPACE}(?P<day>(?={names}\b)))?"
        rf"|\b(?P<month>{names})\b(?:{SPACE}(?=(?P<behind>\d\d?)(?!\d)))?"
    )
    for language, names in MONTH.items()
}
TIMES = {"k": 3, "K": 3, "t": 3, "m": 6, "M": 6, "b": 9, "milliard": 9, "Md": 9, "%": 0}
MONEY_BEFORE = regex(r"(?:[€$£]|\b[A-Z]{3}[ \u00a0])\Z")
COUNTED_BEHIND = regex(r"[ \u00a0](?:euros?|dollars?|pounds?|people|inhabitants|residents|visitors)\b")
DECADE_BEFORE = regex(r"(?:années|ann\.)[ \u00a0]\Z")
SPAN_BEFORE = regex(r"(?<!\d)((?:19|20)\d\d)[-–/]\Z")
SPAN_OF_DAYS = regex(r"\d(?:er)?(?: (?:au|et|to|and|or|ou|&) |[-–/])\Z")
HALF = regex(r"[ \u00a0](?:et demie?|and a half)\b")


class Number(NamedTuple):
    """How a number is written, where, and whether it is hardly ever written in words."""

    text: str
    at: int
    sure: bool


def numbers_in(text: str, language: str) -> dict[str, Number]:
    """The numbers and months of a text, by what they come to; each where it stands first."""
    body = ELSEWHERE.sub(lambda found: " " * len(found[0]), text) if "]" in text or "{" in text else text
    numbers: dict[str, Number] = {}
    for key, found, sure in _found(body, language):
        if key not in numbers or (sure and not numbers[key].sure):
            numbers[key] = Number(found[0].strip(), found.start(), sure)
    return numbers


def _found(body: str, language: str) -> Iterator[tuple[str, re.Match[str], bool]]:
    day = -1  # where a number stands that is the day of the month before it
    for found in NUMBER[language].finditer(body):
        if month := found["month"]:
            yield month_key(month, language), found, True
            day = found.start("behind")
            continue
        if found["clock"]:
            continue
        value = _value(found, body)
        if value is None:
            continue
        dated = found["day"] is not None or found.start() == day
        if dated and _in_span(found, body):
            continue  # of which the languages name one end or the other beside the month
        sure = dated or value >= SURE or bool(found["scale"])
        if sure or value >= LEAST:
            yield f"{value.normalize():f}", found, sure


def _in_span(found: re.Match[str], body: str) -> bool:
    """Whether a day is an end of a span: du 3 au 5 mai, May 3–5."""
    before, behind = body[max(0, found.start() - 12) : found.start()], body[found.end("digits") :][:4]
    return SPAN_OF_DAYS.search(before) is not None or re.match(r"[-–/]\d", behind) is not None


def month_key(month: str, language: str) -> str:
    """A month in any language."""
    return f"month {MONTHS[language].index(month) + 1}"


def _value(found: re.Match[str], body: str) -> Decimal | None:
    """What a number comes to; none where nobody can tell."""
    digits, scale = found["digits"], found["scale"] or ""
    before = body[max(0, found.start() - 10) : found.start()]
    value: Decimal | None
    if len(digits) > 4 and digits[-4] in " ,.\u00a0\u202f":
        value = Decimal(re.sub(r"\D", "", digits))
    elif not digits.isdecimal():
        value = Decimal(digits.replace(",", ".")) if scale else None
    else:
        value = _year(int(digits), digits, before, decade=bool(found["decade"]))
    if value is None or not scale:
        return value
    return None if HALF.match(body, found.end()) else value * _times(scale, before, body[found.end() :][:12])


def _year(value: int, digits: str, before: str, *, decade: bool) -> Decimal | None:
    """A number without a scale; of two figures it may be the end of a span of years, or a decade."""
    if len(digits) == 2:
        if span := SPAN_BEFORE.search(before):
            later = value > int(span[1][2:]) and value > 12  # 2019-05 may be a month
            return Decimal(f"{span[1][:2]}{digits}") if later else None
        if decade or DECADE_BEFORE.search(before):
            return Decimal(1900 + value) if value >= 30 else None
    return Decimal(value)


def _times(scale: str, before: str, behind: str) -> int:
    """By how much a word or letter makes a number larger; "m" alone may be metres."""
    if scale in ("k", "m", "bn") and not (MONEY_BEFORE.search(before) or COUNTED_BEHIND.match(behind)):
        return 1
    power = next((power for word, power in TIMES.items() if word in ("milliard", "Md") and word in scale), 0)
    return int(10 ** (power or TIMES[scale[0]]))
