"""Nations that two languages do not share: a Swiss member in one, *un élu allemand* or *l'Allemagne* in the
other.

Told is where each text speaks of one nation, and but one, that the other speaks of in no way: by an
adjective, or by the name of its country.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from vademecum.checks.bilingual.comparison import one_each
from vademecum.checks.rules.slip import Slip
from vademecum.language.formats import countries
from vademecum.language.languages import LANGUAGES
from vademecum.language.nations import NATIONS
from vademecum.language.regex import regex

# Names in CLDR that no text writes so, and those that are other words as well: La réunion, un jersey.
_UNWRITTEN = regex(r"[&(]| - |\bSAR\b")
_OTHER_WORDS = {"EU", "EZ", "JE", "QO", "RE", "UN", "XA", "XB", "ZZ"}
COUNTRIES = {
    language: {
        name: code
        for code, name in countries(language).items()
        if code.isalpha() and code not in _OTHER_WORDS and not _UNWRITTEN.search(name)
    }
    for language in LANGUAGES
}
# The first letter of an adjective may be a capital in French.
IN_NATIONS = {
    "fr": (*(name[1:] for name in NATIONS["fr"]), *COUNTRIES["fr"]),
    "en": (*NATIONS["en"], *COUNTRIES["en"]),
}
# Countries that are called otherwise as well, or by a part of them.
ALSO = {
    "FR": ("Hexagone",),
    "GB": ("Britain", "UK", "England", "Scotland", "Wales", "Bretagne", "Angleterre", "Écosse", "Galles"),
    "NL": ("Holland", "Hollande"),
    "US": ("America", "US", "Amérique"),
}
Nations = dict[str, re.Match[str]]  # by the code of a country: where one is spoken of first


def other_nations(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The one nation that a text in our language speaks of and the other not, which speaks of another."""
    mine = _nations(here, ours)
    others = _nations(there, theirs) if mine else {}
    if not others or mine.keys() == others.keys():
        return
    had = {code for code in others if _names(here, ours, code)}
    had_there = {code for code in mine if _names(there, theirs, code)}
    if pair := one_each(mine, others, had, had_there):
        found, other = mine[pair[0]], others[pair[1]]
        yield "name-differs", found.start(), {"found": found[0], "other": other[0]}


@functools.cache
def _nation(language: str) -> re.Pattern[str]:
    """An adjective of a nation, or the name of a country; the longest first, so that Guinea-Bissau is none of
    Guinea's.
    """
    adjectives = _by_letter(NATIONS[language]) if language == "fr" else "|".join(NATIONS[language])
    names = "|".join(map(re.escape, sorted(COUNTRIES[language], key=len, reverse=True)))
    either = {
        "fr": rf"(?:({adjectives})(?:n?e)?s?|(?=[A-ZÀ-Þ])({names}))\b",
        "en": rf"(?=[A-ZÀ-Þ])(?:({adjectives})[a-zèé]*|({names})\b)",
    }
    return regex(rf"\b{either[language]}(?!-[A-ZÀ-Þ])")


def _by_letter(words: Iterable[str]) -> str:
    """Words of which the first letter may be a capital; a text is asked for each first letter once."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(
        f"[{first}{first.upper()}](?:{'|'.join(rests)})" for first, rests in sorted(groups.items())
    )


def _nations(text: str, language: str) -> Nations:
    found: Nations = {}
    for one in _nation(language).finditer(text):
        adjective = one[1] and (one[1].lower() if language == "fr" else one[1])
        code = NATIONS[language][adjective] if adjective else COUNTRIES[language][one[2]]
        found.setdefault(code, one)
    return found


def _names(text: str, language: str, code: str) -> bool:
    """Whether a text names a country."""
    return any(name in text for name in (countries(language)[code], *ALSO.get(code, ())))
