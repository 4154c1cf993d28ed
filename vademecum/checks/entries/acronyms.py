"""Acronyms that no text has so, or that every text has as a word; what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from vademecum.checks.rules.excerpts import beginning
from vademecum.language.collation import slug
from vademecum.language.regex import regex
from vademecum.model import Acronym, Finding
from vademecum.sources.library import Entry

DOTTED = regex(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?")  # A.B.C.
PARTED = regex(r"(?!(?:DG|UN|EU|UE|ONU) )(?=.*\b[A-Z]{1,2}\b)[A-Z]{1,4}(?: [A-Z]{1,4})+")  # A BC
SEVERAL = regex(  # in one key; HIV/AIDS is one
    r"(?!(?:VIH|HIV|TCP|CAD)/)[A-Z]{2,8}(?:(?:, ?| ?/ ?| et | ou | and | or )[A-Z]{2,8})+"
)
# An article before words that are no name.
ARTICLES = {"fr": regex(r"(?:l['’]|(?:la|le|les) )(?=[a-zà-ÿ])"), "en": regex(r"the (?=[a-z])")}
FEWEST = 3  # letters of an acronym that are in no other order by chance: EU and UE
# An abbreviation ends with its full stop, as "etc." does, and initials.
STOPPED = regex(r"(?<=[^\W\d_]{5})\.\Z")
PLURAL = regex(r"([A-Z]{2,})s")
# Words that a line in capitals has: an acronym of the same letters would be explained there.
WORDS = frozenset(("ou", "et", "la", "le", "les", "de", "du", "des", "ne", "or", "and", "the", "of"))
JOINS = WORDS | {
    "a",
    "au",
    "aux",
    "d",
    "en",
    "l",
    "for",
    "in",
    "on",
    "to",
}


def acronyms(entry: Entry) -> Iterator[Finding]:
    """What is wrong with an acronym and with its meanings."""
    acronym = str(entry.at[0])
    place = entry.document.where(*entry.at, key=True)
    if acronym.islower():
        yield Finding("small-acronym", place, {"found": acronym, "nearest": acronym.upper()})
    elif acronym.lower() in WORDS or len(acronym) == 1:
        yield Finding("common-acronym", place, {"found": acronym})
    elif acronym.isdecimal():
        yield Finding("number-as-acronym", place, {"found": acronym})
    elif near := _plain(acronym):
        yield Finding("acronym-form", place, {"found": acronym, "nearest": near})
    elif _is_of_others(acronym, list(cast("Acronym", entry.model).meanings().values())):
        said = next(iter(cast("Acronym", entry.model).meanings().values()))
        yield Finding("acronym-of-other-words", place, {"found": f"{acronym}: {beginning(said)}"})
    elif near := _reordered(acronym, cast("Acronym", entry.model).meanings()):
        yield Finding("acronym-order", place, {"found": acronym, "nearest": near})
    yield from _meanings(entry, acronym)


def _is_of_others(acronym: str, meanings: list[str]) -> bool:
    """Whether no letter of an acronym begins a word of its meanings. Words with capitals may be names, or
    tell of other countries, whose acronyms are of words in their languages.
    """
    common = len(meanings) > 1 and all(said == said.lower() and " " in said for said in meanings)
    if not (common and acronym.isupper()):
        return False
    return not set(slug(acronym)) & {word[0] for said in meanings for word in slug(said).split("-") if word}


def _reordered(acronym: str, meanings: Mapping[str, str]) -> str:
    """The first letters of the words that an acronym stands for, where it has the same in another order; ""
    where it has those of one of its meanings in their order.
    """
    if not (acronym.isascii() and acronym.isupper() and len(acronym) >= FEWEST):
        return ""
    begun = [_initials(said) for said in meanings.values()]
    mixed = [one for one in begun if sorted(one) == sorted(acronym)]
    return mixed[0] if mixed and acronym not in begun else ""


def _initials(said: str) -> str:
    """The first letters of some words, but for those that join them."""
    return "".join(word[0] for word in slug(said).split("-") if word not in JOINS and word).upper()


def _plain(acronym: str) -> str:
    """An acronym as texts have it, where it was written in another way."""
    if DOTTED.fullmatch(acronym):
        return acronym.replace(".", "")
    if SEVERAL.fullmatch(acronym):
        return ", ".join(f"{one}: …" for one in re.split(r"\W+", acronym))
    if PARTED.fullmatch(acronym):
        return acronym.replace(" ", "")
    return plural[1] if (plural := PLURAL.fullmatch(acronym)) else ""


def _meanings(entry: Entry, acronym: str) -> Iterator[Finding]:
    """What an acronym stands for, with the acronym itself in brackets, or with a full stop behind it."""
    for language, said in cast("Acronym", entry.model).meanings().items():
        where = entry.document.where(*entry.at, language)
        if said == acronym:
            yield Finding("acronym-in-words", where, {"found": said[:60], "nearest": "…"})
        elif within := re.fullmatch(rf"{re.escape(acronym)}[ \u00a0]\((\w[^()]*)\)", said):
            yield Finding("acronym-in-words", where, {"found": said[:60], "nearest": beginning(within[1])})
        elif (article := ARTICLES[language].match(said)) and acronym[0].lower() != said[0]:
            near = beginning(said[article.end() :])
            yield Finding("term-form", where, {"found": said[:60], "nearest": near})
        elif said.endswith(f" ({acronym})") or said.startswith(f"{acronym} : "):
            alone = said.removesuffix(f" ({acronym})").removeprefix(f"{acronym} : ")
            yield Finding("acronym-in-words", where, {"found": said[:60], "nearest": beginning(alone)})
        elif STOPPED.search(said):
            yield Finding("typing-slip", where, {"found": said[-40:], "nearest": said[-40:-1]})
