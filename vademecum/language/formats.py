"""Dates and numbers as a language writes them."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from vademecum.language.languages import LOCALES


@functools.cache
def countries(language: str) -> Mapping[str, str]:
    """The names of countries by their codes (ISO 3166-1)."""
    names: Mapping[str, str] = Locale.parse(LOCALES[language]).territories
    return names


@functools.lru_cache(1000)
def long_date(date: datetime.date, language: str) -> str:
    """A date in words: 22 novembre 2026, 22 November 2026; the first of the month is "1er" in French."""
    text = format_date(date, "long", locale=LOCALES[language])
    return re.sub(r"^1 ", "1er ", text) if language == "fr" else text


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
