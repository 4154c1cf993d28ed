"""The words of a language's dictionary, and the known word that a misspelt one was most likely meant for."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Container, Iterator
from pathlib import Path

from marisa_trie import Trie

from vademecum.language.regex import regex

_UNELIDED = regex(r"(jusqu|lorsqu|puisqu|quoiqu|aujourd)([aàeéèêioôuh]\w*)\Z", re.IGNORECASE)
# What is meant far more often than a nearer word: without an accent, and as messages are written.
_MEANT = {
    "fr": {
        **{"meme": "même", "memes": "mêmes", "aujourd": "aujourd’hui"},
        **{
            "bcp": "beaucoup",
            "qq": "quelques",
            "qqs": "quelques",
            "qqn": "quelqu’un",
            "qqch": "quelque chose",
        },
        **{"svp": "s’il vous plaît", "tjs": "toujours", "tjrs": "toujours", "pdt": "pendant", "ds": "dans"},
        **{"càd": "c’est-à-dire", "cad": "c’est-à-dire", "rdv": "rendez-vous", "qd": "quand", "dc": "donc"},
        **{
            "agire": "agir",
            "parmis": "parmi",
            "malgrés": "malgré",
            "ya": "y a",
            "biensûr": "bien sûr",
            "biensur": "bien sûr",
        },
        **{"hbts": "habitants", "dpt": "département", "dépt": "département", "gvt": "gouvernement"},
    },
    "en": {
        "covid": "Covid",
        "elus": "*élus*{lang=fr}",
        "govt": "government",
        "approx": "approximately",
        "btw": "by the way",
        "thru": "through",
        # As Americans spell.
        **{"color": "colour", "colors": "colours", "gray": "grey", "labor": "labour", "honor": "honour"},
        **{"favor": "favour", "favors": "favours", "neighbor": "neighbour", "neighbors": "neighbours"},
        **{"center": "centre", "centers": "centres", "theater": "theatre", "theaters": "theatres"},
        **{"defense": "defence", "traveler": "traveller", "travelers": "travellers", "aging": "ageing"},
    },
}
# Endings of tenses that few write: habitas, of which "habitants" is farther and more likely.
_SELDOM = regex(r"\w{4}(?:as|â[mt]es|ât|asse[sz]?|assent|assi(?:ons|ez)|î[mt]es|îrent)\Z")
# Days and months of which no name is a letter apart, as Augusto is of August.
_DATES = (
    *("January", "February", "September", "October", "November", "December"),
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
# Endings that are heard as another, or are taken for it: savont, réfugiers.
_HEARD = {"fr": (("ont", "ent"), ("ers", "és"), ("aît", "ait"), ("oie", "oit")), "en": ()}
_UNHEARD = regex(r"(?<=[iuy])ments?\Z")  # an e before it is not heard
LETTERS = {"fr": "esaitnrulodcmpévqfbghjàxèêyçûkîôwzâïëùœü-'", "en": "esiarntolcdugmphbyfvkwzxjq-'"}
_ACCENTED = {"a": "àâ", "c": "ç", "e": "éèêë", "i": "îï", "o": "ô", "u": "ùûü"}
ALIKE = {letter: base + some for base, some in _ACCENTED.items() for letter in base + some}
_MOST_ACCENTS = 8  # letters e of a word that may lack accents
_ACRONYM = range(3, 7)  # letters of an acronym that was written small
_LONGEST = 30  # letters of a word that suggestions are sought for
_SHORTEST = 5  # letters of a name that another may be mistaken for


@functools.cache
def dictionary(language: str) -> Container[str]:
    """All words of a language, "fr" or "en": a trie that is looked up where it lies, and not read."""
    words: Container[str] = Trie().mmap(str(Path(__file__).with_name("dictionaries") / f"{language}.marisa"))
    return words


def _elided(word: str, language: str) -> str:
    """What was written without its apostrophe: jusquà, lorsquil; "" for what was not."""
    found = _UNELIDED.match(word) if language == "fr" else None
    rest = found[2].lower() if found else ""
    rest = "à" if rest == "a" else rest
    return f"{found[1].lower()}’{rest}" if found and (rest == "à" or rest in dictionary("fr")) else ""


@functools.lru_cache(100_000)
def likely_meant(word: str, language: str, known: frozenset[str]) -> str:
    """The known word that one slip makes into this one; '' if there is none. Likelier slips come first."""
    if len(word) > _LONGEST:
        return ""
    words = dictionary(language)
    if (meant := _MEANT[language].get(word.lower())) or (meant := _elided(word, language)):
        return meant[0].upper() + meant[1:] if word[0].isupper() else meant
    small, name = word[0].lower() + word[1:], word[0].upper() + word[1:]
    if word.endswith(("assion", "assions")) and (noun := word.replace("assion", "ation")).lower() in words:
        return noun  # of which a tense of the verb is nearer
    if len(word) > 3 and (name in words or name in known):
        return name  # july, of which Jul is nearer
    if word.islower() and len(word) in _ACRONYM and word.upper() in known:
        return word.upper()
    rare = ""
    for candidate in _slips(small, language):
        name = candidate[0].upper() + candidate[1:]
        if candidate in words or candidate in known:
            likely = name if word[0].isupper() else candidate
            if language != "fr" or not _SELDOM.search(candidate):
                return likely
            rare = rare or likely
        elif name in words or name in known:
            return rare or name
    return rare


def _slips(word: str, language: str) -> Iterator[str]:
    """Every word one slip away: an accent, a letter doubled, exchanged, too few, too many or another."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (word.removesuffix(end) + other for end, other in _HEARD[language] if word.endswith(end))
    yield from (a + other + b[1:] for a, b in cuts if b for other in ALIKE.get(b[0], "") if other != b[0])
    if 1 < word.count("e") <= _MOST_ACCENTS:  # developpement, generalite
        parts = word.split("e")
        for chosen in itertools.product("eé", repeat=len(parts) - 1):
            yield parts[0] + "".join(letter + part for letter, part in zip(chosen, parts[1:], strict=True))
    if language == "fr" and (muted := _UNHEARD.search(word)):  # déploiment
        yield word[: muted.start()] + "e" + word[muted.start() :]
    yield from (a + b[1:] for a, b in cuts if len(b) > 1 and b[0] == b[1])
    yield from (a + b[0] + b for a, b in cuts if b and b[0].isalpha())
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + b[1:] for a, b in cuts if b and len(word) > 2)
    yield from (a + letter + b for a, b in cuts for letter in LETTERS[language])
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in LETTERS[language])


@functools.lru_cache(8)
def _names(known: frozenset[str]) -> dict[str, list[str]]:
    """The project's names by their first letter."""
    found: dict[str, list[str]] = {}
    for name in sorted(known):
        if name[0].isupper() and len(name) >= _SHORTEST and name[1:] == name[1:].lower():
            found.setdefault(name[0], []).append(name)
    return found


@functools.lru_cache(100_000)
def own_name_meant(word: str, known: frozenset[str]) -> str:
    """The project's name that one slip makes into this one; '' if there is none."""
    return next((name for name in _names(known).get(word[0], ()) if is_one_apart(word, name)), "")


def is_ours(word: str, language: str) -> bool:
    """Whether a misspelt word is surely of a language: cut short as messages are written, or an English noun
    with the s of a plural that it has not.
    """
    small = word.lower()
    singular = language == "en" and len(word) > 5 and small[-1] == "s" and small[:-1] in dictionary("en")
    return singular or small in _MEANT.get(language, ())


@functools.lru_cache(10_000)
def date_meant(word: str) -> str:
    """The day or month that one slip makes into an English word; "" for a French month, in a name or none."""
    if word.endswith("bre"):
        return ""
    return next((name for name in _DATES if name[0] == word[0] and is_one_apart(word, name)), "")


def is_one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less, other or exchanged makes one word of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    a, b = one[same:], other[same:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
