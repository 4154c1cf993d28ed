"""Dates and numbers as a language writes them."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from decimal import Decimal

from babel import Locale
from babel.dates import format_date

from vademecum.language.languages import LOCALES
from vademecum.language.typography import NARROW


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


def number(value: Decimal, language: str) -> str:
    """A number with its decimals as given: 8 635 and 81,13 in French, 8,635 and 81.13 in English."""
    text = f"{value:,f}"
    return text.translate(str.maketrans(",.", NARROW + ",")) if language == "fr" else text
