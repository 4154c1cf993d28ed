"""A field of a translation that still has the words of the original, told by the whole and not by a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding, Location
from vademecum.model.markers import Plain
from vademecum.model.walk import walk
from vademecum.sources.library import Entry, InLanguages, Library

UNKNOWN = "misspelt-word"


def with_fields_left(library: Library, findings: Sequence[Finding]) -> list[Finding]:
    """Findings, those on unknown words of a translated field that says what the original does as one."""
    paths = {one.location.path for one in findings if one.code == UNKNOWN}
    left: dict[tuple[str, int], Finding] = {}
    for both in library.in_languages():
        if any(document.path in paths for document in both.documents.values()):
            left.update(((one.location.path, one.location.line), one) for one in _left(both))
    for entry in library.entries():
        if entry.document.path in paths and entry.document.path.endswith(".yml"):
            left.update(((one.location.path, one.location.line), one) for one in _left_beside(entry))
    if not left:
        return list(findings)
    told: set[Location] = set()
    kept: list[Finding] = []
    for one in findings:
        field = left.get((one.location.path, one.location.line)) if one.code == UNKNOWN else None
        if field is None or one.location.column < field.location.column:
            kept.append(one)
        elif field.location not in told:
            told.add(field.location)
            kept.append(field)
    return kept


def _left_beside(entry: Entry) -> Iterator[Finding]:
    """Each text of an entry that is the same in its second language as in the first, beside it."""
    first, *others = LANGUAGES
    said = {step.path: step.value for step in walk(entry.model, Plain) if isinstance(step.value, str)}
    for path, words in said.items():
        here = (*entry.at, *path)
        if path[-1] in others and said.get((*path[:-1], first)) == words and here in entry.document.values:
            values = {"found": words if len(words) <= 60 else f"{words[:59]}…"}
            yield Finding("left-as-is", entry.document.where(*here), {**values, "language": str(path[-1])})


def _left(both: InLanguages) -> Iterator[Finding]:
    """Each translated text of several words that is the original's."""
    original = {step.path: step.value for step in walk(both.words[both.original], Plain)}
    for language, model in both.words.items():
        document = both.documents[language]
        for step in walk(model, Plain) if language != both.original else ():
            words = step.value
            if isinstance(words, str) and " " in words and original.get(step.path) == words:
                values = {"found": words if len(words) <= 60 else f"{words[:59]}…"}
                yield Finding("left-as-is", document.where(*step.path), {**values, "language": language})
