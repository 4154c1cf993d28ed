"""Dates and numbers as a language writes them."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import get_currency_name, get_decimal_symbol, get_group_symbol

from vademecum.language.data import data_in
from vademecum.language.languages import LOCALES

FAR = 9999  # a year that no money ends in


@functools.cache
def countries(language: str) -> Mapping[str, str]:
    """The names of countries by their codes (ISO 3166-1)."""
    names: Mapping[str, str] = Locale.parse(LOCALES[language]).territories
    return names


@functools.cache
def _ends() -> dict[str, int]:
    """The last year in which money was used anywhere, by its code, after CLDR."""
    years: dict[str, int] = {}
    for used in get_global("territory_currencies").values():
        for code, _, end, _ in used:
            years[code] = max(years.get(code, 0), end[0] if end else FAR)
    return years


def is_in_use(currency: str, year: int) -> bool:
    """Whether money was still used in a year, or in the one before, of which accounts may be kept in it. What
    a source gives in later money than its year's was converted.
    """
    return year <= _ends().get(currency, FAR) + 1


@functools.cache
def continents() -> Mapping[str, str]:
    """The continent of each country by its code; a continent's key is one of `continents.yml`."""
    return {country: key for key, told in _continents().items() for country in told["countries"].split()}


@functools.cache
def continent_names(language: str) -> dict[str, str]:
    """The names of the continents by their keys, after CLDR."""
    names = countries(language)
    return {key: names[told["name"]] for key, told in _continents().items()}


@functools.cache
def _continents() -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = data_in(Path(__file__).with_name("continents.yml"))
    return told


@functools.lru_cache(1000)
def long_date(date: datetime.date, language: str, length: Literal["long", "medium"] = "long") -> str:
    """A date in words: 22 novembre 2026, 22 November 2026; the first of the month is "1er" in French. That of
    medium length has its month cut short: 22 nov. 2026.
    """
    text = format_date(date, length, locale=LOCALES[language])
    return re.sub(r"^1 ", "1er ", text) if language == "fr" else text


@functools.lru_cache(1000)
def any_date(date: str, language: str) -> str:
    """An ISO date of any precision in words: 2014, septembre 2014, 21 septembre 2014."""
    if len(date) == 10:
        return long_date(datetime.date.fromisoformat(date), language)
    if len(date) == 7:
        month = datetime.date.fromisoformat(f"{date}-01")
        return str(format_date(month, "LLLL yyyy", locale=LOCALES[language]))
    return date


def span(start: str, end: str, language: str) -> str:
    """Two ISO dates in words, or one: 2014–2019, juillet 2011 – septembre 2015, 2014."""
    first, last = any_date(start, language), any_date(end, language)
    joint = "–" if first.isdecimal() and last.isdecimal() else " – "
    return first if first == last else f"{first}{joint}{last}"


@functools.cache
def language_names(language: str) -> Mapping[str, str]:
    """The names of languages by their codes (ISO 639)."""
    names: Mapping[str, str] = Locale.parse(LOCALES[language]).languages
    return names


@functools.cache
def currencies() -> frozenset[str]:
    return frozenset(get_global("all_currencies"))


def is_currency(code: str) -> bool:
    """Whether a code is that of a currency, of today or of before (ISO 4217, after CLDR)."""
    return code in currencies()


def file_size(size: int, language: str) -> str:
    """A file's size: 48 ko, 48 kB."""
    thousands = max(1, round(size / 1000))
    return f"{number(Decimal(thousands), language)}\N{NO-BREAK SPACE}{'ko' if language == 'fr' else 'kB'}"


def money(value: Decimal, currency: str, language: str) -> str:
    """A sum with its currency: 40 000 euros, 40,000 euros."""
    return f"{number(value, language)} {get_currency_name(currency, value, LOCALES[language])}"


@functools.cache
def _signs(language: str) -> dict[int, str]:
    """What stands for the comma and the full stop of a number in a language, after CLDR."""
    locale = LOCALES[language]
    return str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})


def number(value: Decimal, language: str) -> str:
    """A number with its decimals as given: 8 635 and 81,13 in French, 8,635 and 81.13 in English.

    Babel gives the signs and not the text: it rounds, and refuses numbers of more than 28 figures.
    """
    return f"{value:,f}".translate(_signs(language))


UNITS = {"fr": ("ko", "Mo"), "en": ("kB", "MB")}


def size(count: int, language: str) -> str:
    """A file's weight, from its bytes: 401 ko or 1,2 Mo in French, 401 kB or 1.2 MB in English."""
    kilo, mega = UNITS[language]
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))}\N{NO-BREAK SPACE}{kilo}"
    return f"{number(round(Decimal(count) / 1_000_000, 1), language)}\N{NO-BREAK SPACE}{mega}"
