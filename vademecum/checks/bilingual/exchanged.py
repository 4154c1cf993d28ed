"""The two languages of a field exchanged: the French below `en`, the English below `fr`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from vademecum.checks.rules.excerpts import beginning
from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex
from vademecum.model import Acronym, Finding, Location
from vademecum.model.markers import ByLanguage
from vademecum.model.walk import walk
from vademecum.sources.library import Entry, Library

PASSAGE, SWAPPED = "foreign-passage", "languages-swapped"
SIGNS = 2  # that may stand around a value: its quotation marks
SHOWN = 60
WORD = regex(r"[^\W\d_]{3,}")


def exchanged(entry: Entry) -> Iterator[Finding]:
    """A fault of an acronym's meanings, too short for a passage, that are each in the other language."""
    one, other = LANGUAGES
    texts = entry.model.meanings() if isinstance(entry.model, Acronym) else {}
    if len(texts) == len(LANGUAGES) and _are_of(texts[one], other, one) and _are_of(texts[other], one, other):
        found = " / ".join(beginning(texts[language], SHOWN) for language in LANGUAGES)
        yield Finding(SWAPPED, entry.document.where(*entry.at, one), {"found": found})


def _are_of(text: str, language: str, other: str) -> bool:
    """Whether some words of a text are of one language alone, and none of the other alone."""
    return bool(alone_in(text, language, other)) and not alone_in(text, other, language)


def alone_in(text: str, language: str, other: str) -> list[str]:
    """The words of a text that a language has, and the other has not."""
    known, strange = dictionary(language), dictionary(other)

    def has(words: Container[str], word: str) -> bool:
        return word in words or word.lower() in words

    return [word for word in WORD.findall(text) if has(known, word) and not has(strange, word)]


def with_fields_exchanged(library: Library, findings: Sequence[Finding]) -> list[Finding]:
    """Findings, those on a passage of the other language in both texts of a field as one."""
    passages: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for one in findings:
        if one.code == PASSAGE:
            passages[one.location.path, one.location.line].append(one)
    paths = {path for path, _ in passages}
    told_alone = {one.location for one in findings if one.code == SWAPPED}
    instead: dict[Location, Finding | None] = {}
    for entry in library.entries():
        if entry.document.path not in paths:
            continue
        for step in walk(entry.model, ByLanguage):
            path, said = (*entry.at, *step.path), step.value
            if any((*path, language) not in entry.document.values for language in LANGUAGES):
                continue
            places = [entry.document.where(*path, language) for language in LANGUAGES]
            told = [
                _within(passages, place, said.get(language))
                for place, language in zip(places, LANGUAGES, strict=True)
            ]
            if all(told):
                found = " / ".join(beginning(said[language], SHOWN) for language in LANGUAGES)
                swapped = Finding(SWAPPED, places[0], {"found": found})
                instead |= dict.fromkeys(told[1]) | dict.fromkeys(told[0])
                if places[0] not in told_alone:
                    instead[told[0][0]] = swapped
    kept = (instead.get(one.location, one) if one.code == PASSAGE else one for one in findings)
    return [one for one in kept if one is not None]


def _within(passages: dict[tuple[str, int], list[Finding]], place: Location, words: object) -> list[Location]:
    """Where passages that are told begin in a text, which stands at a place."""
    if not isinstance(words, str):
        return []
    end = place.column + len(words) + SIGNS
    return [
        one.location
        for one in passages.get((place.path, place.line), ())
        if place.column <= one.location.column < end
    ]
