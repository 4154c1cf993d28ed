"""Dates and numbers as a language writes them."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from babel.dates import format_date

from vademecum.language.languages import LOCALES
from vademecum.language.typography import NARROW


def long_date(date: datetime.date, language: str) -> str:
    """A date in words: 22 novembre 2026, 22 November 2026; the first of the month is "1er" in French."""
    text = format_date(date, "long", locale=LOCALES[language])
    return re.sub(r"^1 ", "1er ", text) if language == "fr" else text


def number(value: Decimal, language: str) -> str:
    """A number with its decimals as given: 8 635 and 81,13 in French, 8,635 and 81.13 in English."""
    text = f"{value:,f}"
    return text.translate(str.maketrans(",.", NARROW + ",")) if language == "fr" else text
