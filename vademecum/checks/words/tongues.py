"""Names and labels that stand under the wrong language, by the words of both dictionaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vademecum.checks.words.locators import is_of
from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex
from vademecum.language.spelling import plain_words
from vademecum.model import Acronym, Concept, Figure, Finding, Location, Model, Vocabularies
from vademecum.model.concepts import OF_THEIR_LANGUAGE, Terms
from vademecum.model.markers import Plain
from vademecum.model.walk import Step, walk
from vademecum.sources.text.source_file import Path_, SourceFile

Own = Mapping[str, frozenset[str]]  # the project's own words in each language
OTHER = dict(zip(LANGUAGES, reversed(LANGUAGES), strict=True))
# With what goes with them, these are mostly names: Union européenne, Assemblée nationale, Agenda 2030.
BODIES = frozenset(
    (
        *("objectifs", "union", "nations", "assemblée", "sénat", "parlement", "état", "commission"),
        *("conseil", "banque", "convention", "charte", "ministère", "organisation", "fonds"),
        *("cour", "pacte", "accord", "caisse"),
        *("united", "european", "council", "parliament", "bank", "court", "fund"),
        *("charter", "assembly", "ministry", "office", "world"),
    )
)
# What the other language lends, as it is.
LENT = frozenset(
    (
        *("think tank", "soft law", "soft power", "smart city", "city branding", "place branding"),
        *("nation branding", "networking", "capacity building", "laissez-faire", "savoir-faire"),
        *("vis-à-vis", "de facto", "département", "métropole", "communauté de communes"),
        *("communauté urbaine", "communauté d'agglomération"),
    )
)
ARTICLE = regex(r"(?:l['’]|(?:les?|la|une?|des|the|an?) )(?=.{3})")
QUOTES = '"«»“” \u00a0\u202f'
DIGIT = regex(r"\d")
LABELS = ("Definition.holder", "Acronym.", "Vocabularies.")
HOLDERS = (Concept, Acronym, Vocabularies, Figure)  # of such terms, labels and places in works


def misplaced(document: SourceFile, at: Path_, model: Model, own: Own, language: str) -> Iterator[Finding]:
    """Terms of a language that are words of the other alone, or begin with a capital without being names;
    labels of which each is in the other's language.
    """
    for step in walk(model, Plain) if isinstance(model, HOLDERS) else ():
        path = (*at, *step.path)
        if path not in document.values or language not in path:
            continue
        place = document.where(*path)
        if isinstance(step.owner, Terms) and not set(OF_THEIR_LANGUAGE).isdisjoint(step.path):
            copied = (
                language != LANGUAGES[0] and step.path[-2:-1] == ("synonyms",) and _is_accented(step.value)
            )
            alike = _is_in(model, step.value, OTHER[language], lent_alone=copied)
            if not alike and seems(step.value, OTHER[language], language, own):
                values = {"found": step.value, "key": language, "nearest": OTHER[language]}
                yield Finding("foreign-term", place, values)
            elif small := _small(step.value, language):
                bare = ARTICLE.sub("", small).strip(QUOTES)
                code = "capital-term" if bare == small else "term-form"
                yield Finding(code, place, {"found": step.value, "nearest": bare or small})
        elif _is_of_other(model, step, language, own):
            yield Finding("foreign-words-here", place, {"found": step.value, "key": language})
        elif step.shape.of.endswith(".locator"):
            yield from _of_locator(model, step, language, place)
        elif language == LANGUAGES[0] and step.shape.of.startswith(LABELS) and path[-1] == language:
            other = _beside(model, step)
            swapped = other and seems(step.value, OTHER[language], language, own)
            if swapped and seems(other, language, OTHER[language], own):
                yield Finding("languages-swapped", place, {"found": f"{step.value} / {other}"})


def _of_locator(model: Any, step: Step, language: str, place: Location) -> Iterator[Finding]:
    """A place in a work that the other language names so; both exchanged are told once."""
    if not is_of(OTHER[language], step.value) or is_of(language, step.value):
        return
    beside = _beside(model, step)
    if not is_of(language, beside):
        yield Finding("foreign-words-here", place, {"found": step.value, "key": language})
    elif language == LANGUAGES[0]:
        yield Finding("languages-swapped", place, {"found": f"{step.value} / {beside}"})


def _is_of_other(model: Any, step: Step, language: str, own: Own) -> bool:
    """Whether the words of an acronym in a language, which are no name, are those of the other."""
    words, other = step.value, OTHER[language]
    if not isinstance(model, Acronym) or step.path[-1] != language or " " not in words or not words.islower():
        return False
    beside = _beside(model, step)  # swapped ones are told as such
    return seems(words, other, language, own) and not (beside and seems(beside, language, other, own))


def seems(words: str, language: str, instead_of: str, own: Own) -> bool:
    """Whether words are all of a language, and one of them is none of another. Capitals begin names, which
    are of every language.
    """
    small = [word for word in plain_words(words) if word.islower() and len(word) > 1]
    mine, other = own.get(instead_of, frozenset()), dictionary(instead_of)
    strange = any(word not in other and word not in mine for word in small)
    # Last, since a second dictionary is only read where some word is strange.
    return strange and all(word in dictionary(language) for word in small)


def _small(term: str, language: str) -> str:
    """A term without its capital, where its first word is one that has none; "" for any other."""
    first, *_ = plain_words(term) or [""]
    small = first.lower()
    words = dictionary(language)
    if len(first) < 2 or not term.startswith(first) or first != first.capitalize():
        return ""
    rest = term[len(first) :]
    plain = small in words and first not in words and rest == rest.lower()
    return f"{small}{rest}" if plain and not (rest and small in BODIES) and not DIGIT.search(rest) else ""


def _is_accented(term: str) -> bool:
    """Whether a term of several words has an accent, as English ones have not."""
    return not term.isascii() and " " in term


def _is_in(model: Any, term: str, language: str, *, lent_alone: bool) -> bool:
    """Whether a concept is called so in a language too, or the term is one that languages lend."""
    if term.casefold().replace("’", "'") in LENT:
        return True
    if lent_alone:  # a French name that was copied under the English ones
        return False
    terms = model.terms.get(language)
    return terms is not None and term.casefold() in map(
        str.casefold, (terms.preferred, *terms.synonyms, *terms.forms)
    )


def _beside(model: Model, step: Step) -> str:
    """What stands in the other language beside a label."""
    around: Any = model
    for key in step.path[:-1]:
        held = isinstance(around, (dict, tuple))
        around = around[key] if held else getattr(around, str(key))
    other = OTHER[str(step.path[-1])]
    return str((around.get(other) if isinstance(around, dict) else getattr(around, other, "")) or "")
