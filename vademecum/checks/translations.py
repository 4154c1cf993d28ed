"""What one of the languages lacks: entries, files and passages."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.model import Concept, Figure, Finding
from vademecum.sources.library import FIGURES, CaseStudy, Library
from vademecum.sources.source_file import Document


def translations(library: Library) -> Iterator[Finding]:
    """A remark for each entry or passage that one of the languages lacks."""
    for id_, concept in library.concepts.items():
        document = library.documents[f"lexicon/{id_}.yml"]
        for path, texts in _localised(concept):
            for language in LANGUAGES:
                if language not in texts:
                    yield _missing(document, language, *path)
    for id_, figure in library.figures.items():
        for path, texts in _figure_words(figure):
            yield from (
                _missing(library.documents[f"{FIGURES}{id_}.yml"], language, *path)
                for language in LANGUAGES
                if language not in texts
            )
    for case in library.cases.values():
        yield from _untranslated(case.documents, case.original, functools.partial(_case_gaps, case))
    for text in (*library.chapters.values(), *library.pages.values()):
        yield from _untranslated(text.documents, text.original)


def _missing(document: Document, language: str, *path: str | int) -> Finding:
    name = ".".join(map(str, path)) or document.path
    return Finding("missing-translation", document.where(*path), {"found": name, "language": language})


def _localised(concept: Concept) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """(path, {language: words}) of everything in a concept that both languages should have."""
    yield ("terms",), concept.terms
    yield ("summary",), concept.summary
    if concept.note:
        yield ("note",), concept.note
    if concept.equivalence:
        yield ("equivalence", "note"), concept.equivalence.note
    for key, definition in concept.definitions.items():
        if definition.wording == "restated":
            yield ("definitions", key, "text"), definition.text
    for id_, difference in concept.relations.contrasts.items():
        yield ("relations", "contrasts", id_), difference


def _figure_words(figure: Figure) -> Iterator[tuple[tuple[str, ...], Mapping[str, str]]]:
    """The same of a figure."""
    named: dict[tuple[str, ...], Any] = {
        (name,): getattr(figure, name) for name in ("title", "alt", "caution", "note")
    }
    named |= {
        ("series", key, name): getattr(series, name)
        for key, series in figure.series.items()
        for name in ("label", "unit")
    }
    named |= {("rows", key, "label"): row.label for key, row in figure.rows.items()}
    return ((path, texts) for path, texts in named.items() if texts)


def _untranslated(
    documents: Mapping[str, Document],
    original: str,
    gaps: Callable[[str], Iterable[Finding]] = lambda language: (),
) -> Iterator[Finding]:
    for language in LANGUAGES:
        if language not in documents:
            yield _missing(documents[original], language)
        elif language != original:
            yield from gaps(language)


def _case_gaps(case: CaseStudy, language: str) -> Iterator[Finding]:
    """The passages of a case's facts that its translation leaves out."""
    said, document = case.translations[language], case.documents[language]
    for key in case.facts.logics.keys() - said.logics.keys():
        yield _missing(document, language, "logics", key)
    for key, outcome in case.facts.outcomes.items():
        for name in outcome.stages.told():
            if key not in said.outcomes or getattr(said.outcomes[key], name) is None:
                yield _missing(document, language, "outcomes", key, name)
    for number in range(len(said.questions), len(case.facts.questions)):
        yield _missing(document, language, "questions", number)
