"""What is wrong with a concept among the others: its definitions, the forms that it claims."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from vademecum.checks.entries.definitions import definitions
from vademecum.checks.entries.terms import terms
from vademecum.language.collation import slug
from vademecum.language.inflection import variants
from vademecum.language.languages import LANGUAGES
from vademecum.model import Concept, Finding
from vademecum.sources.history import Ages
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import SourceFile

MAX_QUOTATION = 40


def concepts(library: Library) -> Iterator[Finding]:
    """What is wrong with the definitions of each concept."""
    for id_, concept in library.concepts.items():
        document = library.documents[f"lexicon/{id_}.yml"]
        yield from _definitions(concept, document)
        yield from definitions(concept, document, library)
        yield from _years(concept, document, library)
        yield from terms(concept, document, library)


def _years(concept: Concept, document: SourceFile, library: Library) -> Iterator[Finding]:
    """Years of definitions that are not those of the works that give them."""
    for key, definition in concept.definitions.items():
        ids = [id_ for id_ in (definition.source, definition.cited_in) if id_ in library.references]
        works = {id_: library.references[id_].issued for id_ in ids if id_}
        years = [int(issued[:4]) for issued in works.values() if issued]
        if definition.year is None or not years or None in works.values():
            continue
        if max(years) > datetime.date.today().year:
            continue  # the work's own year is told
        found = ", ".join(f"{definition.year} ≠ {issued} ({id_})" for id_, issued in works.items())
        place = document.where("definitions", key, "year")
        if definition.year > max(years):
            yield Finding("after-source", place, {"found": found})
        elif definition.year not in years:
            yield Finding("year-differs", place, {"found": found, "nearest": str(years[0])})


def hierarchy(library: Library) -> Iterator[Finding]:
    """Concepts that contain themselves, by way of others; neighbours of which one contains the other.

    SKOS allows neither (https://www.w3.org/TR/skos-reference/, S27), and no reader could draw it.
    """
    above = {id_: set(concept.relations.broader) for id_, concept in library.concepts.items()}
    for id_, concept in library.concepts.items():
        document, containing = library.documents[f"lexicon/{id_}.yml"], _all_above(id_, above)
        if id_ in containing and id_ not in above[id_]:  # of one that names itself, that is told
            yield Finding("broader-circle", document.where("relations", "broader"), {"found": id_})
        for number, other in enumerate(concept.relations.related):
            near = other in library.concepts and other not in concept.relations.broader
            if near and (other in containing or id_ in _all_above(other, above)):
                yield Finding(
                    "related-above", document.where("relations", "related", number), {"found": other}
                )


def _all_above(id_: str, above: Mapping[str, set[str]]) -> set[str]:
    """Every concept that contains one, by way of others too."""
    found: set[str] = set()
    waiting = list(above.get(id_, ()))
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            waiting += above.get(one, ())
    return found


def _definitions(concept: Concept, document: SourceFile) -> Iterator[Finding]:
    for key, definition in concept.definitions.items():
        if definition.wording == "quoted":
            yield from _quotation(definition.text, document, "definitions", key, "text")
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


def _quotation(text: Mapping[str, str], document: SourceFile, *at: str | int) -> Iterator[Finding]:
    if len(text) > 1:
        yield Finding("quotation-translated", document.where(*at), {"found": ", ".join(text)})
    for language, quoted in text.items():
        if (count := len(quoted.split())) > MAX_QUOTATION:
            yield Finding("quotation-too-long", document.where(*at, language), {"found": str(count)})


def claims(library: Library) -> Iterator[Finding]:
    """Two concepts that claim one form in one language: no text could tell which is meant. The one that is
    newer is told.
    """
    ages = Ages(library.root)
    for language in LANGUAGES:
        claimed: dict[str, tuple[str, str]] = {}
        told: set[tuple[str, str, str]] = set()
        for id_, concept in library.concepts.items():
            terms = concept.terms.get(language)
            for form in terms.linking() if terms else ():
                for variant in variants(form, language):
                    other, its = claimed.setdefault(variant, (id_, form))
                    if (
                        other != id_
                        and (id_, form, other) not in told
                        and not _named_alike(library, id_, other)
                    ):
                        told.add((id_, form, other))
                        yield _claim(library, ages, language, (id_, form), (other, its))


def _claim(
    library: Library, ages: Ages, language: str, one: tuple[str, str], other: tuple[str, str]
) -> Finding:
    """The finding at the concept that was not published yet, else at the lesser name of the two, else in the
    file that changed last: its editor is the one who can be told of the other.
    """
    files = {id_: f"lexicon/{id_}.yml" for id_, _ in (one, other)}
    if _yields(library, one, language) < _yields(library, other, language) or (
        _yields(library, one, language) == _yields(library, other, language)
        and ages.newer(files[other[0]], files[one[0]])
    ):
        one, other = other, one
    id_, form = one
    path = library.concepts[id_].terms[language].path_of(form)
    place = library.documents[files[id_]].where("terms", language, *path)
    return Finding("form-claimed", place, {"found": form, "other": files[other[0]]})


def _yields(library: Library, claim: tuple[str, str], language: str) -> tuple[bool, bool]:
    """How readily a concept gives a form up: the more, the newer it is and the lesser its name."""
    id_, form = claim
    return ("concept", id_) not in library.published, form != library.concepts[id_].terms[language].preferred


def _named_alike(library: Library, one: str, other: str) -> bool:
    """Whether two concepts are called the same in a language, which is told of the two as a whole."""
    labels = [library.concepts[id_].label for id_ in (one, other)]
    return any(len({slug(label(language)) for label in labels}) == 1 for language in LANGUAGES)
