"""How long an entry takes to read, from its words in one language."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import walking
from vademecum.language.words import said_in
from vademecum.model import Model
from vademecum.model.markers import Translated
from vademecum.model.walk import walk
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.sources.text.source_file import SourceFile

PACE = 200  # words a minute: slow enough for a text whose words are weighed


def minutes(kind: str, id_: str, library: LanguageLibrary) -> int:
    """The minutes that an entry takes, at least one; 0 where there is no such entry."""
    models, body = _parts(kind, id_, library)
    if not models:
        return 0
    count = sum(len(text.split()) for model in models for text in _texts(model, library.language))
    if body is not None:
        count += len(walking.plain(library.parsed(body).blocks).split())
    return max(1, round(count / PACE))


def _parts(kind: str, id_: str, library: LanguageLibrary) -> tuple[list[Model], SourceFile | None]:
    """The models that hold an entry's fields, and the file that holds its text."""
    entries, language = library.library, library.language
    if kind == "concept" and (concept := entries.concepts.get(id_)):
        return [concept], None
    if kind == "tool" and (tool := entries.tools.get(id_)):
        return [tool], None
    if kind == "case" and (case := entries.cases.get(id_)):
        spoken = case.spoken_in(language)
        return [case.translations.get(spoken, case.facts)], case.documents[spoken]
    if kind == "chapter" and (text := entries.chapters.get(id_)):
        spoken = language if language in text.meta else text.original
        return [text.meta[spoken]], text.documents[spoken]
    return [], None


def _texts(model: Model, language: str) -> Iterator[str]:
    """The words of an entry's fields that each language has."""
    for step in walk(model, Translated):
        value = (
            said_in(step.value, language)[0] if isinstance(step.value, dict) and step.value else step.value
        )
        if isinstance(value, str):
            yield value
