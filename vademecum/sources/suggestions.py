"""What an editor may have meant by a value that is not written in its form: a country's name for its code, a
date in words …
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any

from vademecum.language.formats import is_currency
from vademecum.language.languages import LANGUAGES, LOCALES
from vademecum.language.nearest import nearest
from vademecum.language.words import words

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


def _integer(found: str) -> str:
    """A number, or the one year that words hold."""
    years = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", found)
    return number(found) or (years[0] if len(years) == 1 else "")


def _boolean(found: str) -> str:
    return {"oui": "true", "vrai": "true", "yes": "true", "x": "true", "1": "true"}.get(
        folded(found), {"non": "false", "faux": "false", "no": "false", "0": "false"}.get(folded(found), "")
    )


def by_label(found: str, labels: Mapping[str, Mapping[str, str]]) -> str:
    """The key that a label stands for, in any language; or the one that alone has the words in its label."""
    wanted = folded(found)
    names = [(key, folded(label)) for key, by_language in labels.items() for label in by_language.values()]
    if same := next((key for key, name in names if name == wanted), ""):
        return same
    within = {key for key, name in names if f" {wanted} " in f" {name} "}
    return within.pop() if wanted and len(within) == 1 else ""


def choice_meant(found: str, valid: Collection[str]) -> str:
    """The value of a choice that an editor may have meant, by what pages call it or by its spelling."""
    if (meant := CHOICES.get(folded(found), "")) in valid:
        return meant
    return by_label(found, called(frozenset(valid))) or nearest(found, valid)


# Kinds of works and of wording in French, which no page names.
CHOICES = {
    "livre": "book", "ouvrage": "book", "rapport": "report", "these": "thesis", "memoire": "thesis",
    "loi": "legislation", "decret": "legislation", "page web": "webpage", "norme": "standard",
    "site": "webpage", "chapitre": "chapter", "entretien": "interview", "discours": "speech",
    "traite": "treaty",
    "article de presse": "article-newspaper", "revue": "article-journal", "donnees": "dataset",
    "colloque": "paper-conference", "cite": "quoted", "citee": "quoted", "citation": "quoted",
    "reformule": "restated", "reformulee": "restated", "barres": "bars", "points": "dots",
    "matrice": "matrix",    "proche": "close", "partielle": "partial", "aucune": "none", "identique": "exact",
}  # fmt: skip


@functools.cache
def called(valid: frozenset[str]) -> dict[str, dict[str, str]]:
    """What pages call each of some values, by language: the group of the interface's words that has them."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        waiting: list[Any] = [words(language)]
        while waiting:
            group = waiting.pop()
            if isinstance(group, Mapping):
                if valid <= group.keys():
                    for key in valid:
                        found.setdefault(key, {}).setdefault(language, str(group[key]))
                waiting += group.values()
    return found


def _address(found: str) -> str:
    if re.match(r"https?://\S+ ", found):
        return "%20".join(found.split())
    return f"https://{found}" if re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/[^\s<>\"\\]*)?", found) else ""


def _country(found: str) -> str:
    return found.upper() if is_country(found.upper()) else country_named(found)


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


# What countries are also called by.
SHORT = {
    "rfa": "DE",
    "usa": "US",
    "etats unis": "US",
    "uk": "GB",
    "angleterre": "GB",
    "england": "GB",
    "rdc": "CD",
    "drc": "CD",
}
NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"))


@functools.cache
def _codes() -> frozenset[str]:
    from babel import Locale

    known = map(str, Locale.parse(LOCALES["en"]).territories)
    return frozenset(code for code in known if re.fullmatch(r"[A-Z]{2}", code)) - NO_COUNTRIES


def is_country(code: str) -> bool:
    """Whether a code is that of a country of today."""
    return code in _codes() and not _successors(code)


def _successors(code: str) -> list[str]:
    """The codes that a former or longer one has become: UK -> GB, FRA -> FR."""
    from babel.core import get_global

    found: list[str] = get_global("territory_aliases").get(code.upper(), [])
    return found


def country_named(found: str) -> str:
    """The code of the country that a name, a part of it or a code stands for; "" for none, or several."""
    wanted = folded(found)
    if code := SHORT.get(wanted) or _countries().get(wanted, ""):
        return code
    if len(later := _successors(found)) == 1:
        return later[0]
    names = _countries().items()
    if len(wanted) == 2:  # letters of its name, the first first
        tried = (f"{wanted[0]}[a-z]*{wanted[1]}",)
        near = {code for name, code in names for one in tried if re.match(one, name)}
    else:
        near = {code for name, code in names if f" {wanted} " in f" {name} "}
    if len(near) == 1:
        return near.pop()
    by_name = _countries()
    return by_name.get(nearest(wanted, by_name), "") if len(wanted) > 3 else ""


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


def _any_date(found: str) -> str:
    """A date in words, or the one year that there is."""
    year = _integer(found)
    return _date(found) or (year if len(year) == 4 else "")


def _day(found: str) -> str:
    date = _date(found)
    return date if len(date) == 10 else ""


def _joined(found: str) -> str:
    """A number that was written in groups of digits."""
    return SPACES.sub("", found)


def _last(found: str) -> str:
    """The identifier that an address of GeoNames or Wikidata ends in."""
    ends = re.search(r"\bQ?[1-9]\d*\b", found.upper())
    return ends[0] if ends else ""


def _currency(found: str) -> str:
    """The code of a currency that a sign or name stands for."""
    signs = {"€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "£": "GBP", "cfa": "XOF"}
    return signs.get(folded(found), "") or (found.upper() if is_currency(found.upper()) else "")


GUESSES: dict[str, Callable[[str], str]] = {
    "id": _id,
    "key": _id,
    "integer": _integer,
    "boolean": _boolean,
    "number": number,
    "address": _address,
    "country": _country,
    "date": _any_date,
    "day": _day,
    "siren": _joined,
    "insee": _joined,
    "geonames": _last,
    "wikidata": _last,
    "currency": _currency,
}
