"""What an editor may have meant by a value that is not written in its form: a country's name for its code, a
date in words …
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable

from vademecum.language.languages import LOCALES

SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")


def suggestion(form: str, found: str) -> str:
    """The value in its form, or an empty string where nothing can be guessed. `form` is a name of
    messages.yml's `forms`, or a kind.
    """
    guess = GUESSES.get(form)
    return guess(found.strip()) if guess else ""


def folded(text: str) -> str:
    """Text without accents and capitals, its white space and hyphens made one space: what two spellings of
    one name share.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\s’'‑–-]+", " ", bare).casefold().split())


def _id(found: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", folded(found)))


def number(found: str) -> str:
    """A number written with spaces or quotation marks: "25 000" -> 25000."""
    bare = SPACES.sub("", found.strip("\"'«»“” \u00a0\u202f"))
    return bare if bare != found and re.fullmatch(r"-?\d+(\.\d+)?", bare) else ""


def _address(found: str) -> str:
    return f"https://{found}" if re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/[^\s<>\"\\]*)?", found) else ""


def _country(found: str) -> str:
    return found.upper() if re.fullmatch(r"[A-Za-z]{2}", found) else _countries().get(folded(found), "")


@functools.cache
def _countries() -> dict[str, str]:
    """The folded name of each country, in either language, and its code."""
    from babel import Locale

    return {
        folded(name): code
        for locale in LOCALES.values()
        for code, name in Locale.parse(locale).territories.items()
        if re.fullmatch(r"[A-Z]{2}", code)
    }


@functools.cache
def _months() -> dict[str, int]:
    """The folded name of each month, in either language, whole and short."""
    from babel import Locale

    return {
        folded(name).rstrip("."): number
        for locale in LOCALES.values()
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(locale).months["format"][width].items()
    }


def _date(found: str) -> str:
    """A date in words or in another order: "17 mars 2025", "mars 2025", "17/03/2025" -> its parts, the year
    first.
    """
    words = [word.rstrip(".,") for word in folded(found.replace("/", " ").replace(".", " ")).split()]
    numbers = [
        int(digits[1]) for word in words if (digits := re.fullmatch(r"(\d{1,4})(?:er|st|nd|rd|th)?", word))
    ]
    months = [_months()[word] for word in words if word in _months()]
    years = [number for number in numbers if number > 999]
    rest = [number for number in numbers if number <= 31]
    if numbers and numbers[0] > 999:
        rest.reverse()  # the day comes last
    if len(years) != 1 or len(months) > 1:
        return ""
    if not months and len(rest) == 2:  # in digits, as both languages have them: the day, then the month
        rest, months = rest[:1], [rest[1]]
    if not months or months[0] > 12 or len(rest) > 1:
        return ""
    return "-".join([f"{years[0]:04}", f"{months[0]:02}", *(f"{day:02}" for day in rest)])


def _day(found: str) -> str:
    date = _date(found)
    return date if len(date) == 10 else ""


GUESSES: dict[str, Callable[[str], str]] = {
    "id": _id,
    "key": _id,
    "integer": number,
    "number": number,
    "address": _address,
    "country": _country,
    "date": _date,
    "day": _day,
}
