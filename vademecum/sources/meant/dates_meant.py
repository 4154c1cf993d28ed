"""The date that an editor may have meant by words, by another order, or by what a program exported."""

from __future__ import annotations

import datetime
import functools
import re

from vademecum.language.collation import folded
from vademecum.language.languages import LOCALES
from vademecum.language.regex import regex

HYPHENS = regex("[\u2010-\u2015\u2212]")  # what programs set for one
# An hour, and the fraction that a table makes of a year.
HOUR = regex(r"(?:(?<=\d)t|(?<!\d))\d{1,2} ?(?:h|:) ?(?:\d\d(?::\d\d)?(?:\.\d+)?)?z?(?!\d)|(?<=\d{4})\.0\Z")
# An issue, or a part of a year: its number is neither a day nor a month.
COUNTED = regex(
    r"(?:n[°ºo]\.?|numero|vol\.?|issue) ?\d+"
    r"|(?:\d(?:er|e|eme|st|nd|rd|th) )?(?:semestre|trimestre|quarter|half)\b|\b[sqt][1-4]\b"
)
# What says that the date is another than the one that is named.
OTHER = regex(r"\b(?:avant|apres|before|after|annees|decennie|decade|siecle|century)\b|\d{4}s\b")
GLUED = regex(r"(?<!\d)([12]\d{3})([01]\d)([0-3]\d)(?!\d)")
DAY = regex(r"(\d{1,2})(?:er|e|eme|st|nd|rd|th)?")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
LONGEST = 80  # letters
DAY_LONG = len("2000-01-01")


def date_meant(found: str) -> str:
    """A date in its form, as exact as what was found says and no more: "17 mars 2025" -> 2025-03-17, "12 et
    13 mai 2014" -> 2014-05, "1er semestre 2014" -> 2014; "" where it is another or none: before 2014, 31
    février 2023.
    """
    return date if _is_of_calendar(date := _said(found)) else ""


def is_no_day(found: str) -> bool:
    """Whether some words say a day that no calendar has: 31/02/2023."""
    return not _is_of_calendar(_said(found))


def _is_of_calendar(date: str) -> bool:
    """Whether a date that may be but a year, or a month, is one."""
    try:
        datetime.date.fromisoformat(date if len(date) == DAY_LONG else "2000-01-01")
    except ValueError:
        return False
    return True


def _said(found: str) -> str:
    """A date in its form, though no calendar may have it."""
    if re.fullmatch(r"[12][ \u00a0\u202f]\d{3}", found):  # a year with a group of thousands
        return found[0] + found[2:]
    text = folded(HYPHENS.sub("-", found[: LONGEST + 1]))
    if len(found) > LONGEST or OTHER.search(text):
        return ""
    tokens = re.findall(r"[a-z0-9]+", COUNTED.sub(" ", HOUR.sub(" ", GLUED.sub(r"\1 \2 \3", text))))
    numbers = [int(day[1]) for token in tokens if (day := DAY.fullmatch(token))]
    years = {token for token in tokens if re.fullmatch(r"[12]\d{3}", token)}
    if len(years) != 1 or any(token.isdecimal() and len(token) > 4 for token in tokens):
        return ""
    months = {months_named()[token] for token in tokens if token in months_named()}
    if not months and len(numbers) == 1 and len(roman := [one for one in tokens if one in ROMAN]) == 1:
        months = {ROMAN.index(roman[0]) + 1}
    year = years.pop()
    return "-".join((year, *_within(numbers, months, first=tokens[0] == year)))


def _within(numbers: list[int], months: set[int], *, first: bool) -> tuple[str, ...]:
    """The month and day in some numbers and names of months, as far as they are sure; the year may come
    `first`.
    """
    if not months and len(numbers) == 1:
        numbers, months = [], set(numbers)
    elif not months and len(numbers) == 2:
        day, month = reversed(numbers) if first else numbers
        day, month = (month, day) if month > 12 >= day and not first else (day, month)
        numbers, months = [day], {month}
    if len(months) != 1 or not 1 <= (month := months.pop()) <= 12:
        return ()
    days = set(numbers)
    return (f"{month:02}", f"{days.pop():02}") if len(days) == 1 and max(numbers) <= 31 else (f"{month:02}",)


@functools.cache
def months_named() -> dict[str, int]:
    """The folded name of each month, in either language, whole and short."""
    from babel import Locale

    return {
        folded(name).rstrip("."): number
        for locale in LOCALES.values()
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(locale).months["format"][width].items()
    }
