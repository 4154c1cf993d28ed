"""The codes of countries and languages, and the names that people write for them, in French and English."""

from __future__ import annotations

import functools
import re

from vademecum.language.collation import folded
from vademecum.language.languages import LOCALES
from vademecum.language.nearest import nearest


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
    "palestine": "PS",
    "ecosse": "GB",
    "scotland": "GB",
    "pays de galles": "GB",
    "wales": "GB",
    "quebec": "CA",
    "catalogne": "ES",
    "taiwan": "TW",
    "coree": "KR",
    "birmanie": "MM",
    "rdc": "CD",
    "republique democratique du congo": "CD",
    "democratic republic of the congo": "CD",
    "republique du congo": "CG",
    "republic of the congo": "CG",
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


def country_called(name: str) -> str:
    """The code of the country that bears a whole name, in French or English; "" for any other name."""
    return SHORT.get(folded(name)) or _countries().get(folded(name), "")


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
    if near:
        return near.pop() if len(near) == 1 else ""
    by_name = _countries()
    return by_name.get(nearest(wanted, by_name), "") if len(wanted) > 3 else ""


def language_named(found: str) -> str:
    """The code of the language that a name, in French or English, or another code stands for."""
    wanted = folded(found)
    if found.isupper() and is_country(found) and wanted not in (spoken := spoken_in(found)):
        return spoken[0] if len(spoken) == 1 else ""  # AM is Armenia, and am Amharic
    if code := languages_named().get(wanted, ""):
        return code
    return wanted if wanted in languages_named().values() else ""


@functools.cache
def languages_named() -> dict[str, str]:
    """The folded name of each language, in French, English and itself, and its code."""
    from babel import Locale

    named = [Locale.parse(locale).languages for locale in LOCALES.values()]
    codes = {folded(name): code for names in named for code, name in names.items() if len(code) in (2, 3)}
    own = {"deutsch": "de", "espanol": "es", "italiano": "it", "portugues": "pt", "fre": "fr", "fra": "fr"}
    return codes | own | {"eng": "en", "ger": "de", "deu": "de", "spa": "es", "ita": "it"}


def spoken_in(country: str) -> tuple[str, ...]:
    """The codes of the languages that are official in a country, or in a region of it, most spoken first."""
    from babel.languages import get_official_languages

    return tuple(get_official_languages(country, regional=True, de_facto=True))
