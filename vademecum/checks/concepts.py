"""What is wrong with a concept among the others: what it names and is not there, its definitions, the forms that it claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vademecum.checks.dangling import dangling
from vademecum.language.inflection import variants
from vademecum.language.languages import LANGUAGES
from vademecum.model import Concept, Finding
from vademecum.sources.library import Library
from vademecum.sources.source_file import Document

MAX_QUOTATION = 40


def concepts(library: Library) -> Iterator[Finding]:
    for id_, concept in library.concepts.items():
        document = library.documents[f"lexicon/{id_}.yml"]
        yield from _relations(concept, library, document)
        yield from _definitions(concept, library, document)


def _relations(concept: Concept, library: Library, document: Document) -> Iterator[Finding]:
    named: list[tuple[str, tuple[str | int, ...], bool]] = [
        (id_, ("relations", kind, number), False)
        for kind in ("broader", "related")
        for number, id_ in enumerate(getattr(concept.relations, kind))
    ]
    named += [(id_, ("relations", "contrasts", id_), True) for id_ in concept.relations.contrasts]
    for id_, path, key in named:
        if id_ == concept.id:
            yield Finding("self-relation", document.where(*path, key=key), {"found": id_})
        else:
            yield from dangling("unknown-concept", id_, library.concepts, document, *path, key=key)


def _definitions(concept: Concept, library: Library, document: Document) -> Iterator[Finding]:
    for key, definition in concept.definitions.items():
        at = ("definitions", key)
        yield from dangling(
            "unknown-reference", definition.source, library.references, document, *at, "source"
        )
        if definition.cited_in:
            yield from dangling(
                "unknown-reference", definition.cited_in, library.references, document, *at, "cited_in"
            )
        if definition.wording == "quoted":
            yield from _quotation(definition.text, document, *at, "text")
    retained = [key for key, definition in concept.definitions.items() if definition.retained]
    if len(retained) > 1:
        yield Finding(
            "two-retained",
            document.where("definitions", retained[1], "retained"),
            {"found": ", ".join(retained)},
        )
    if not retained and len(concept.definitions) > 1:
        yield Finding(
            "none-retained",
            document.where("definitions", key=True),
            {"found": ", ".join(concept.definitions)},
        )


def _quotation(text: Mapping[str, str], document: Document, *at: str | int) -> Iterator[Finding]:
    if len(text) > 1:
        yield Finding("quotation-translated", document.where(*at), {"found": ", ".join(text)})
    for language, quoted in text.items():
        if (count := len(quoted.split())) > MAX_QUOTATION:
            yield Finding("quotation-too-long", document.where(*at, language), {"found": str(count)})


def claims(library: Library) -> Iterator[Finding]:
    """Two concepts that claim one form in one language: no text could tell which is meant."""
    for language in LANGUAGES:
        claimed: dict[str, str] = {}
        for id_, concept in library.concepts.items():
            terms = concept.terms.get(language)
            for form in terms.linking() if terms else ():
                rivals = {
                    claimed[variant]
                    for variant in variants(form, language)
                    if claimed.get(variant, id_) != id_
                }
                for rival in sorted(rivals):
                    document = library.documents[f"lexicon/{id_}.yml"]
                    place = document.where(*_form_path(document, language, form))
                    yield Finding("form-claimed", place, {"found": form, "other": f"lexicon/{rival}.yml"})
                for variant in variants(form, language):
                    claimed.setdefault(variant, id_)


def _form_path(document: Document, language: str, form: str) -> tuple[str | int, ...]:
    terms = document.data["terms"][language]
    for name in ("synonyms", "forms"):
        for number, written in enumerate(terms.get(name, [])):
            if written.strip() == form:
                return "terms", language, name, number
    return "terms", language, "preferred"
