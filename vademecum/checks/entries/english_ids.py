"""Ids that were made of a French title: they are in English in both languages, and stay once published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vademecum.language.collation import slug
from vademecum.model import Finding
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import SourceFile

# Words that a French title has and an English one, or a name alone, has not.
FRENCH = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "et", "pour", "au", "aux", "une", "avec"))


def english_ids(library: Library) -> Iterator[Finding]:
    """A remark at an entry that was not published yet, whose id says its French title and not the English."""
    for kind, id_, titles, document in _titled(library):
        french, english = (slug(titles.get(language, "")) for language in ("fr", "en"))
        if not english or id_ != french or (kind, id_) in library.published:
            continue
        if (set(id_.split("-")) & FRENCH) - set(english.split("-")) and english not in library.by_kind[kind]:
            yield Finding("french-id", document.where(), {"found": id_, "nearest": english})


def _titled(library: Library) -> Iterator[tuple[str, str, Mapping[str, str], SourceFile]]:
    """The entries with a file of their own: kind, id, what each is called in its languages, a file."""
    for id_, concept in library.concepts.items():
        terms = {language: term.preferred for language, term in concept.terms.items()}
        yield "concept", id_, terms, library.documents[f"lexicon/{id_}.yml"]
    for id_, case in library.cases.items():
        titles = {language: case.words(language).title for language in case.documents}
        yield "case", id_, titles, case.documents[case.original]
    for id_, chapter in library.chapters.items():
        of_meta: dict[str, Any] = chapter.meta
        titles = {language: meta.title for language, meta in of_meta.items()}
        yield "chapter", id_, titles, chapter.documents[chapter.original]
