"""Days that no calendar has, days of the week that a date was not, and times that no clock shows."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.language.regex import regex

SPACE = "[ \u00a0\u202f]"
DIGIT = regex(r"\d")
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
MONTH = {language: "|".join(names) for language, names in MONTHS.items()}
DAYS = {
    "fr": regex(rf"([0-3]\d){NO_ISSUE}(?:er)?{SPACE}({MONTH['fr']})\b(?:{SPACE}(\d{{4}}))?"),
    "en": regex(
        rf"([0-3]\d){NO_ISSUE}(?:st|nd|rd|th)?(?:{SPACE}of)?{SPACE}({MONTH['en']})\b(?:{SPACE}(\d{{4}}))?"
    ),
}
# Months cut short, with a year: only days that some month may not have are looked at.
_SHORT = {
    "fr": ("janv", "févr", "mars", "avr", "mai", "juin", "juill", "août", "sept", "oct", "nov", "déc"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_CUT = {language: "|".join(names) for language, names in _SHORT.items()}
SHORT_DAYS = {
    "fr": regex(rf"(29|3\d)(?<![\d.,]\d\d){SPACE}({_CUT['fr']})\.{SPACE}(\d{{4}})\b"),
    "en": regex(
        rf"(29|3\d)(?<![\d.,]\d\d)(?:st|nd|rd|th)?{SPACE}({_CUT['en']})t?\.?,?{SPACE}(\d{{4}})\b"
        rf"|({_CUT['en']})(?<!\w...)t?\.?{SPACE}(29|3\d),?{SPACE}(\d{{4}})\b"
    ),
}
# A year, a month and a day; not the number of an act.
WHOLE = regex(
    r"((?:19|20)\d\d)(?<![\w/.-]\d{4})(?<!n°[ \u00a0]\d{4})(?<!n°\d{4})(?<!\b[Nn]o[ \u00a0]\d{4})"
    r"([-/])(\d\d)\2(\d\d)(?![\w/-])"
)
ACT = regex(
    r"(?i:loi|décret|arrêté|ordonnance|délibération|dossier|marché|law|act|decree|order|file)[ \u00a0]\Z"
)
# "In June 31 towns came" is no day.
MONTH_FIRST = regex(
    rf"(?<!\b[Ii]n )\b({MONTH['en']}){SPACE}(29|3[01])(?:st|nd|rd|th)?(?:,?{SPACE}(\d{{4}})\b|(?=[.;:)]|\Z))"
)
# The same with a year of two digits, or with points, told where it can be no other number.
SHORT_SLASHED = regex(r"(?<![\w/.-])(\d\d)/(\d\d)/(\d\d)(?![\w/-])")
MONTHS_IN_FIGURES = frozenset(f"{month:02}" for month in range(1, 13))
LATE = 50  # two figures of a year beyond which it is one of the last century
DOTTED = regex(r"(?<![\w/.-])(\d\d)([.-])(\d\d)\2((?:19|20)\d\d)(?![\w/-]|[.]\d)")
YEARS = (".19", ".20", "-19", "-20")  # how that of a date begins
SLASHED = regex(
    rf"(?<![\w/.-])(\d\d?)(?:/(\d\d?)/|{SPACE}/{SPACE}(\d\d?){SPACE}/{SPACE})((?:19|20)\d\d)(?![\w/-])"
)
# A month and a year that one does something in; "n° 13/2016" is an act's.
MONTHLY = regex(r"\b(?:[Ee]n|[Dd]epuis|[Ii]n|[Ss]ince|[Dd]ès) (00|1[3-9]|[2-9]\d)/((?:19|20)\d\d)(?![\w/-])")
# What is done on a day: behind it "12/13/16" and "12.13.2016" are no plots and no version.
DONE_ON = {
    "fr": regex(r"(?:é|ée|és|ées|u|us|ue|ues|is|ise|it|ite) le \Z"),
    "en": regex(r"(?:ed|held|met|born|took place) on \Z"),
}
# A whole date, whose parts are named, and the day of the week before or behind it.
DATES = {
    "fr": regex(
        rf"(?<!\d)(?P<day>\d\d?)(?:er)?{SPACE}(?P<month>{MONTH['fr']}){SPACE}(?P<year>(?:19|20)\d\d)\b"
    ),
    "en": regex(
        rf"(?:(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH['en']})"
        rf"|\b(?P<month_first>{MONTH['en']}) (?P<day_second>\d\d?)(?:st|nd|rd|th)?)"
        r",? (?P<year>(?:19|20)\d\d)\b"
    ),
}
WEEK = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_BY_NAME = {  # short or whole: lun., lundi; Mon, Mon., Monday
    "fr": r"(?i:\b((lun|mar|mer|jeu|ven|sam|dim)(?:\.|di\b|credi\b|dredi\b|edi\b|anche\b)))",
    "en": r"\b(?<!The )((Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:r?s?\.?(?=\W)|(?:s|nes|rs|ur)?day\b))",
}
BEFORE = {language: regex(rf"{name},?{SPACE}(?:the )?\Z") for language, name in _BY_NAME.items()}
BEHIND = {
    "fr": regex(rf"(?:,?{SPACE}\(|,{SPACE}(?:un |le )?){_BY_NAME['fr']}\)?"),
    "en": regex(rf"(?:,?{SPACE}\(|,{SPACE}(?:an? |on )?){_BY_NAME['en']}\)?"),
}
BEGUN = {
    "fr": regex(rf"\b({'|'.join(WEEK['fr'])}){SPACE}(\d\d?)(?:er)?{SPACE}(?:au|et){SPACE}\Z"),
    "en": regex(rf"\b({'|'.join(WEEK['en'])}){SPACE}(\d\d?)(?:st|nd|rd|th)?{SPACE}(?:to|and){SPACE}\Z"),
}
# What a date may stand before, as its name: on the 13/05/2014 agenda.
CALLED_BY_DATE = regex(r"['’]s\b|[ ](?!(?:the|an?|it|they|we|in|at|by|and|its|their)\b)[a-z]{3,}")
NEAR = 16  # letters around a date in which its day of the week stands
IN_ITS_NAME = {  # of which each day's name has one
    "fr": (
        *("di ", "di\u00a0", "di,", "di)", "imanche"),
        *("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    ),
    "en": ("day", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
# Two days of one month, of which the first comes later.
SPANS = {
    "fr": (" au ", regex(rf"\b[Dd]u (\d\d?)(?:er)? au (\d\d?)(?:er)?{SPACE}(?:{MONTH['fr']})\b")),
    "en": (" to ", regex(rf"\b[Ff]rom (\d\d?) to (\d\d?){SPACE}(?:{MONTH['en']})\b")),
}
# Minutes that no hour has; hours that no day has, of a time and not of a length: 35 h 30 a week is right.
HOURS = {
    "fr": (
        ("h",),
        regex(
            r"(?<![\w.,])(?:[01]?\d|2[0-4])[ \u00a0]?h[ \u00a0]?[6-9]\d(?!\w)"
            r"|(?<=\b[àÀ][ \u00a0])(?:2[5-9]|[3-9]\d)[ \u00a0]?h[ \u00a0]?\d\d(?!\w| (?:par|hebdo))"
        ),
    ),
    "en": (
        ("at ", "At ", "pm", "am", "p.m", "a.m"),
        regex(
            r"(?<=\b[Aa]t )(?:(?:[01]?\d|2[0-4]):[6-9]\d|(?:2[5-9]|[3-9]\d):\d\d)(?!\d)"
            # A price may be so: only of what begins or is held.
            r"|(?:(?<=met at )|(?<=gan at )|(?<=ned at )|(?<=rted at )|(?<=eld at )|(?<=lace at )"
            r"|(?<=ins at ))"
            r"(?:2[5-9]|[3-9]\d)\.\d\d(?![\d%]|[ ](?:euros|per|pounds|dollars|degrees|points|m\b|km\b))"
            r"|(?<![\w.,:])(?:\d\d?[:.][6-9]\d|1[3-9]|[2-9]\d|00?)[ \u00a0]?[ap](?:\.m\.|m\b)(?! I\b)"
        ),
    ),
}
# A length that grew or shrank: from one that no clock shows.
LENGTH = regex(r"\b[Dd]e[ \u00a0](?:2[5-9]|[3-9]\d)[ \u00a0]?h(?:[ \u00a0]?\d\d)?[ \u00a0][àÀ][ \u00a0]\Z")
LEAP = 2000  # stands for a year that is not told


def days(words: str, language: str) -> Iterator[Slip]:
    """Days that no calendar has, in words and in digits; minutes that no hour has."""
    for found in DAYS[language].finditer(words):
        if not _is_day(found[1], MONTHS[language].index(found[2]) + 1, found[3]):
            yield "impossible-day", found.start(), {"found": found[0]}
    for found in MONTH_FIRST.finditer(words) if language == "en" else ():
        if not _is_day(found[2], MONTHS["en"].index(found[1]) + 1, found[3]):
            yield "impossible-day", found.start(), {"found": found[0]}
    yield from _in_figures(words, language)
    yield from _short_or_dotted(words, language)
    yield from _short_days(words, language)
    needs, hours = HOURS[language]
    for found in hours.finditer(words) if any(map(words.__contains__, needs)) else ():
        if not LENGTH.search(words, max(0, found.start() - NEAR), found.start()):
            yield "impossible-day", found.start(), {"found": found[0]}
    yield from _weekdays(words, language)
    between, span = SPANS[language]
    for found in span.finditer(words) if between in words else ():
        if int(found[1]) > int(found[2]):
            yield "numbers-reversed", found.start(), {"found": found[0]}


def _in_figures(words: str, language: str) -> Iterator[Slip]:
    """Dates in figures that are no day, and those that readers of English may take for one of two."""
    for found in SLASHED.finditer(words) if "/" in words else ():
        first, second, year = found[1], found[2] or found[3], found[4]
        here, there = _is_day(first, int(second), year), _is_day(second, int(first), year)
        if not here and (language == "fr" or not there):
            yield "impossible-day", found.start(), {"found": found[0]}
        elif language == "en" and here and there and int(first) != int(second):
            near = f"{int(first)} {MONTHS['en'][int(second) - 1]} {year}"
            yield "other-usage", found.start(), {"found": found[0], "nearest": near}
        elif language == "en" and there and not here:  # as Americans write it
            near = f"{int(second)} {MONTHS['en'][int(first) - 1]} {year}"
            yield "other-usage", found.start(), {"found": found[0], "nearest": near}
        elif (
            language == "en"
            and here
            and words.endswith(("on the ", "On the "), 0, found.start())
            and not CALLED_BY_DATE.match(words, found.end())
        ):
            near = f"{int(first)} {MONTHS['en'][int(second) - 1]} {year}"
            yield "other-usage", found.start() - 4, {"found": f"the {found[0]}", "nearest": near}


def _short_or_dotted(words: str, language: str) -> Iterator[Slip]:
    """The same with points, with a year of two figures, and of a month and a year."""
    for found in DOTTED.finditer(words) if any(map(words.__contains__, YEARS)) else ():
        if _is_lacking(found[1], found[3], found[4]) or _is_none(found, found[1], found[3], language):
            yield "impossible-day", found.start(), {"found": found[0]}
    for found in MONTHLY.finditer(words) if "/" in words else ():
        yield "impossible-day", found.start(1), {"found": f"{found[1]}/{found[2]}"}
    for found in SHORT_SLASHED.finditer(words) if "/" in words else ():
        first, second, end = found.groups()
        if _is_lacking(first, second, None) or _is_none(found, first, second, language):
            yield "impossible-day", found.start(), {"found": found[0]}
        elif language == "en" and first != second and {first, second} <= MONTHS_IN_FIGURES:
            near = f"{int(first)} {MONTHS['en'][int(second) - 1]} {'19' if int(end) > LATE else '20'}{end}"
            yield "other-usage", found.start(), {"found": found[0], "nearest": near}


def _is_none(found: re.Match[str], first: str, second: str, language: str) -> bool:
    """Whether two numbers on which something was done are no day and month, in English in neither order."""
    orders = [(first, second), (second, first)] if language == "en" else [(first, second)]
    done = DONE_ON[language].search(found.string, max(0, found.start() - NEAR), found.start())
    return done is not None and not any(_is_day(day, int(month), None) for day, month in orders)


def _is_lacking(day: str, month: str, year: str | None) -> bool:
    """Whether a day is one that some months have, and a month lacks."""
    return 1 <= int(month) <= 12 and 29 <= int(day) <= 31 and not _is_day(day, int(month), year)


def _short_days(words: str, language: str) -> Iterator[Slip]:
    """Days of months that are cut short, and of whole dates in digits."""
    for found in SHORT_DAYS[language].finditer(words):
        day, month, year = (part for part in found.groups() if part)
        if not day.isdecimal():
            day, month = month, day
        if not _is_day(day, _SHORT[language].index(month) + 1, year):
            yield "impossible-day", found.start(), {"found": found[0]}
    for found in WHOLE.finditer(words) if "-" in words or "/" in words else ():
        year, _, month, day = found.groups()
        act = ACT.search(words, max(0, found.start() - NEAR), found.start())
        if not act and not _is_day(day, int(month), year):
            yield "impossible-day", found.start(), {"found": found[0]}


def whole_date(found: re.Match[str], language: str) -> tuple[str, int, str]:
    """The day, the month and the year of what `DATES` finds, by whichever name its groups have them."""
    parts = found.groupdict()
    month = MONTHS[language].index(parts["month"] or parts["month_first"]) + 1
    return parts["day"] or parts["day_second"], month, parts["year"]


def _weekdays(words: str, language: str) -> Iterator[Slip]:
    """Days of the week that a date was not."""
    if not any(map(words.__contains__, IN_ITS_NAME[language])):
        return
    for found in DATES[language].finditer(words):
        day, month, year = whole_date(found, language)
        before = BEFORE[language].search(words, max(0, found.start() - NEAR), found.start())
        named = before or BEHIND[language].match(words, found.end())
        if named is None or not _is_day(day, month, year):
            continue
        yield from _span_begun(words, min(named.start(), found.start()), (day, month, year), language)
        name = WEEK[language][datetime.date(int(year), month, int(day)).weekday()]
        if not name.lower().startswith(named[2].lower()):
            start, end = min(named.start(), found.start()), max(named.end(), found.end())
            meant = name.capitalize() if named[1][0].isupper() else name
            shown = words[start:end]
            values = {"found": shown, "nearest": shown.replace(named[1], meant, 1)}
            yield "impossible-day", start, values


def _span_begun(words: str, end: int, last: tuple[str, int, str], language: str) -> Iterator[Slip]:
    """The first day of a span before its last, which alone has the month and year: du lundi 14 au …"""
    begun = BEGUN[language].search(words, max(0, end - 2 * NEAR), end)
    day, month, year = last
    # "Du jeudi 30 au dimanche 2 juin": the first is of the month before.
    if begun is None or int(begun[2]) > int(day) or not _is_day(begun[2], month, year):
        return
    name = WEEK[language][datetime.date(int(year), month, int(begun[2])).weekday()]
    if name.lower() != begun[1].lower():
        near = begun[0].rstrip().rpartition(" ")[0].replace(begun[1], name)
        shown = begun[0].rstrip().rpartition(" ")[0]
        yield "impossible-day", begun.start(), {"found": shown, "nearest": near}


def _is_day(day: str, month: int, year: str | None) -> bool:
    """Whether a month, in a year or in some year, has a day."""
    return 1 <= month <= 12 and 1 <= int(day) <= calendar.monthrange(int(year or LEAP), month)[1]
