"""Nations that two languages do not share: a Swiss member in one, and *un élu allemand* in the other.

Told is where each text speaks of one nation, and but one, that the other speaks of in no way: by an
adjective, or by the name of its country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.bilingual.comparison import one_each
from vademecum.checks.rules.slip import Slip
from vademecum.language.formats import countries
from vademecum.language.nations import NATIONS

NATION = {
    "fr": re.compile(rf"(?i)\b({'|'.join(NATIONS['fr'])})(?:n?e)?s?\b"),
    "en": re.compile(rf"\b({'|'.join(NATIONS['en'])})[a-zèé]*"),
}
# The first letter may be a capital in French.
IN_NATIONS = {"fr": tuple(name[1:] for name in NATIONS["fr"]), "en": tuple(NATIONS["en"])}
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


def _nations(text: str, language: str) -> Nations:
    found: Nations = {}
    for one in NATION[language].finditer(text):
        found.setdefault(NATIONS[language][one[1].lower() if language == "fr" else one[1]], one)
    return found


def _names(text: str, language: str, code: str) -> bool:
    """Whether a text names a country."""
    return any(name in text for name in (countries(language)[code], *ALSO.get(code, ())))
