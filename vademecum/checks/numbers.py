"""Numbers in running words that are written as the other language does, and days that no calendar has.

A rule asks for the word behind the number, where the same signs mean something else in another place: 12,500
in French is a decimal of a kilometre and a slip of inhabitants.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from vademecum.document.origin import Origin
from vademecum.language.languages import LANGUAGES
from vademecum.sources.library import language_of

Told = Iterator[tuple[str, int, dict[str, str]]]

SPACE = "[ \u00a0\u202f]"
DIGIT = re.compile(r"\d")
START = r"(?<![\w.,+/-])(?<!\d[ \u00a0\u202f])"
# What is counted one by one, in the plural; what is measured may have three decimals.
COUNTED = {
    "fr": (
        rf"{SPACE}(?!(?:million|milliard|tonne|kilomètre|mètre|hectare|litre|degré|point|seconde)s|fois|mois\b)"
        rf"(?:[a-zà-ÿ]{{3,}}[sx]\b|€(?!{SPACE}?(?:par\b|/)))"  # a price of one may have three decimals
    ),
    "en": (
        rf"{SPACE}(?!(?:million|billion|tonne|kilometre|metre|hectare|litre|degree|point|second|time)s?\b|was|has)"
        r"(?:[a-z]{3,}s|people|children|women|men)\b"
    ),
}
_SHORT = rf"{SPACE}?(?:[%€]|[kM]€|Md€)"
MEASURED = {
    "fr": rf"{_SHORT}|{SPACE}(?:millions?|milliards?|euros?|kilomètres?|km|hectares?|points?)\b",
    "en": rf"{_SHORT}|{SPACE}(?:million|billion|euros?|kilometres?|km|hectares?|points?|per cent)\b",
}
# The rate of the CFA franc to the euro, which has three.
_NO_RATE = r"(?!655[.,]957\b)"
# A language's numbers as the other has them: groups of three digits, then decimals.
GROUPS = {
    "fr": re.compile(
        rf"{START}{_NO_RATE}(?:[1-9]\d?\d?(?:,\d{{3}}){{2,}}|[1-9]\d?\d?[,.]\d{{3}}(?={COUNTED['fr']}))(?![\d,])"
    ),
    "en": re.compile(rf"{START}[1-9]\d?\d?(?:(?:{SPACE}\d{{3}})+|\.\d{{3}})(?={COUNTED['en']})"),
}
DECIMALS = {
    "fr": re.compile(rf"{START}\d{{1,3}}\.\d{{1,2}}(?={MEASURED['fr']})"),
    "en": re.compile(rf"{START}\d{{1,3}},\d{{1,2}}(?={MEASURED['en']})"),
}
MARKS = {"fr": (" ", ","), "en": (",", ".")}  # between groups, before decimals
NEXT = re.compile(r"[ \u00a0\u202f]?[\w%€²]{1,20}")

MONTHS = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
# Not the number of an issue or page: no. 32 March 2019.
# Looked for behind the two digits of a day, so that it is asked at digits alone.
NO_ISSUE = (
    r"(?<![\d.,]\d\d)(?<!n°[ \u00a0]\d\d)(?<!\bno[ \u00a0]\d\d)(?<!\b[Nn]o\.[ \u00a0]\d\d)"
    r"(?<!p\.[ \u00a0]\d\d)"
)
_NAMES = {language: "|".join(names) for language, names in MONTHS.items()}
DAYS = {
    "fr": re.compile(rf"([0-3]\d){NO_ISSUE}(?:er)?{SPACE}({_NAMES['fr']})\b(?:{SPACE}(\d{{4}}))?"),
    "en": re.compile(
        rf"([0-3]\d){NO_ISSUE}(?:st|nd|rd|th)?(?:{SPACE}of)?{SPACE}({_NAMES['en']})\b(?:{SPACE}(\d{{4}}))?"
    ),
}
# "In June 31 towns came" is no day.
MONTH_FIRST = re.compile(
    rf"(?<!\b[Ii]n )\b({_NAMES['en']}){SPACE}(29|3[01])(?:st|nd|rd|th)?(?:,?{SPACE}(\d{{4}})\b|(?=[.;:)]|\Z))"
)
SLASHED = re.compile(r"(?<![\w/.-])(\d\d?)/(\d\d?)/((?:19|20)\d\d)(?![\w/-])")
# A day of the week with its whole date, whose parts are named.
_WEEK = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_ENGLISH_DATE = (
    rf"(?:(?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>{_NAMES['en']})"
    rf"|(?P<month_first>{_NAMES['en']}) (?P<day_second>\d\d?)(?:st|nd|rd|th)?),? (?P<year>(?:19|20)\d\d)\b"
)
WEEKDAYS = {
    "fr": re.compile(
        rf"\b(?i:({'|'.join(_WEEK['fr'])})){SPACE}(?P<day>\d\d?)(?:er)?{SPACE}(?P<month>{_NAMES['fr']})"
        rf"{SPACE}(?P<year>(?:19|20)\d\d)\b"
    ),
    "en": re.compile(rf"\b({'|'.join(_WEEK['en'])}),? {_ENGLISH_DATE}"),
}
IN_ITS_NAME = {"fr": ("di ", "di\u00a0", "dimanche"), "en": ("day",)}  # of which each day's name has one
# Two days of one month, of which the first comes later.
SPANS = {
    "fr": (" au ", re.compile(rf"\b[Dd]u (\d\d?)(?:er)? au (\d\d?)(?:er)?{SPACE}(?:{_NAMES['fr']})\b")),
    "en": (" to ", re.compile(rf"\b[Ff]rom (\d\d?) to (\d\d?){SPACE}(?:{_NAMES['en']})\b")),
}
HOURS = re.compile(r"(?<![\w.,])(?:[01]?\d|2[0-4])[ \u00a0]?h[ \u00a0]?[6-9]\d(?!\w)")
LEAP = 2000  # stands for a year that is not told


def spoken(origin: Origin) -> str:
    """The language of a text: the key that its path ends in, else its file's; "" where neither says."""
    said = next((str(key) for key in reversed(origin.path) if key in LANGUAGES), "")
    return said or language_of(origin.file.path)


def numbers(words: str, language: str) -> Told:
    """What is wrong with the numbers in some words of a language: code, place, what was found and meant."""
    if language not in LANGUAGES or not DIGIT.search(words):
        return
    group, point = MARKS[language]
    for found in GROUPS[language].finditer(words):
        yield _other_form(words, found, re.sub(r"\D", group, found[0]))
    for found in DECIMALS[language].finditer(words):
        yield _other_form(words, found, re.sub(r"\D", point, found[0]))
    yield from _days(words, language)


def _other_form(words: str, found: re.Match[str], meant: str) -> tuple[str, int, dict[str, str]]:
    behind = NEXT.match(words, found.end())
    after = behind[0] if behind else ""
    return "number-form", found.start(), {"found": found[0] + after, "nearest": meant + after}


def _days(words: str, language: str) -> Told:
    """Days that no calendar has, in words and in digits; minutes that no hour has."""
    for found in DAYS[language].finditer(words):
        if not _is_day(found[1], MONTHS[language].index(found[2]) + 1, found[3]):
            yield "impossible-day", found.start(), {"found": found[0]}
    for found in MONTH_FIRST.finditer(words) if language == "en" else ():
        if not _is_day(found[2], MONTHS["en"].index(found[1]) + 1, found[3]):
            yield "impossible-day", found.start(), {"found": found[0]}
    for found in SLASHED.finditer(words) if "/" in words else ():
        first, second, year = found.groups()
        if not _is_day(first, int(second), year) and (
            language == "fr" or not _is_day(second, int(first), year)
        ):
            yield "impossible-day", found.start(), {"found": found[0]}
    for found in HOURS.finditer(words) if language == "fr" else ():
        yield "impossible-day", found.start(), {"found": found[0]}
    yield from _weekdays(words, language)
    between, span = SPANS[language]
    for found in span.finditer(words) if between in words else ():
        if int(found[1]) > int(found[2]):
            yield "numbers-reversed", found.start(), {"found": found[0]}


def _weekdays(words: str, language: str) -> Told:
    """Days of the week that a date was not."""
    if not any(map(words.__contains__, IN_ITS_NAME[language])):
        return
    for found in WEEKDAYS[language].finditer(words):
        parts = found.groupdict()
        day = parts["day"] or parts["day_second"]
        month = MONTHS[language].index(parts["month"] or parts["month_first"]) + 1
        if not _is_day(day, month, parts["year"]):
            continue
        name = _WEEK[language][datetime.date(int(parts["year"]), month, int(day)).weekday()]
        if name.lower() != found[1].lower():
            meant = name.capitalize() if found[1][0].isupper() else name
            yield (
                "impossible-day",
                found.start(),
                {"found": found[0], "nearest": found[0].replace(found[1], meant, 1)},
            )


def _is_day(day: str, month: int, year: str | None) -> bool:
    """Whether a month, in a year or in some year, has a day."""
    return 1 <= month <= 12 and 1 <= int(day) <= calendar.monthrange(int(year or LEAP), month)[1]
