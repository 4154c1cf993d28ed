"""A field or a line of a translation that still has the words of the original, told by the whole and not by a
word.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence

from vademecum.checks.rules.excerpts import beginning
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.model.markers import ByLanguage, Plain
from vademecum.model.walk import walk
from vademecum.sources.library import Entry, InLanguages, Library

UNKNOWN = "misspelt-word"
# A word that no name has, but those that join its parts.
COMMON = regex(r"(?<![\w’'-])(?!(?:des|les|sur|aux|lès|sous|the|and|for)\b)[a-zà-ÿ]{3,}\b")
SHOWN = 60
Places = dict[tuple[str, int], list[tuple[int, Finding | None]]]


def with_fields_left(library: Library, findings: Sequence[Finding]) -> list[Finding]:
    """Findings, those on unknown words of a translated text that says what the original does as one: of a
    field, or of a line.
    """
    unknown = [one for one in findings if one.code == UNKNOWN]
    left = _all_left(library, unknown) if unknown else {}
    told: set[Location] = set()
    kept: list[Finding] = []
    for one in findings:
        whole = _around(one, left) if one.code == UNKNOWN else None
        if whole is None:
            kept.append(one)
        elif whole.location not in told:
            told.add(whole.location)
            kept.append(whole)
    return kept


def _all_left(library: Library, unknown: Sequence[Finding]) -> Places:
    """By line, where texts stand in the files with unknown words, and what is told of those that are left."""
    wrong = {(one.location.path, one.location.line) for one in unknown}
    paths = {path for path, _ in wrong}
    left: Places = defaultdict(list)
    for both in library.in_languages():
        if any(document.path in paths for document in both.documents.values()):
            for one in (*_left(both), *_lines_left(both, wrong)):
                left[one.location.path, one.location.line].append((one.location.column, one))
    theirs = {(one.location.path, one.location.line) for one in unknown if one.values["code"] == LANGUAGES[0]}
    for entry in library.entries():
        if entry.document.path in paths:
            for place, found in _within(entry, theirs):
                left[place.path, place.line].append((place.column, found))
    return left


def _around(word: Finding, left: Places) -> Finding | None:
    """The field that a word stands in, if it is left."""
    fields = sorted(left.get((word.location.path, word.location.line), ()), key=lambda one: one[0])
    at = bisect.bisect([column for column, _ in fields], word.location.column)
    return fields[at - 1][1] if at else None


def _finding(words: str, language: str, place: Location) -> Finding:
    return Finding("left-as-is", place, {"found": beginning(words, SHOWN), "language": language})


def _left(both: InLanguages) -> Iterator[Finding]:
    """Each translated text of several words that is the original's."""
    original = {step.path: step.value for step in walk(both.words[both.original], Plain)}
    for language, model in both.words.items():
        document = both.documents[language]
        for step in walk(model, Plain) if language != both.original else ():
            words = step.value
            if isinstance(words, str) and " " in words and original.get(step.path) == words:
                yield _finding(words, language, document.where(*step.path))


def _lines_left(both: InLanguages, wrong: set[tuple[str, int]]) -> Iterator[Finding]:
    """Each line of a translated body that is one of the original's, which has no unknown word there."""
    theirs = both.documents[both.original]
    known = {
        line
        for number, line in enumerate(theirs.body.split("\n"), theirs.body_line)
        if COMMON.search(line) and (theirs.path, number) not in wrong
    }
    for language, document in both.documents.items():
        for number, line in enumerate(document.body.split("\n"), document.body_line):
            if language != both.original and line in known and (document.path, number) in wrong:
                column = len(line) - len(line.lstrip()) + 1
                yield _finding(line.strip(), language, Location(document.path, number, column))


def _within(entry: Entry, wrong: set[tuple[str, int]]) -> Iterator[tuple[Location, Finding | None]]:
    """Where each text by language stands, with what is told of it where both languages have it alike; nothing
    of one that has unknown words in either.
    """
    first, *others = LANGUAGES
    for step in walk(entry.model, ByLanguage):
        path, said = (*entry.at, *step.path), step.value
        if any((*path, language) not in entry.document.values for language in LANGUAGES):
            continue
        words, place = said.get(first), entry.document.where(*path, first)
        yield place, None
        named = not isinstance(words, str) or not COMMON.search(words) or (place.path, place.line) in wrong
        for language in others:
            alike = not named and said.get(language) == words
            place = entry.document.where(*path, language)
            yield place, _finding(words, language, place) if alike else None
