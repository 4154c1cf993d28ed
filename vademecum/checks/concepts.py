"""What is wrong with a concept among the others: its definitions, the forms that it claims."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from vademecum.language.inflection import variants
from vademecum.language.languages import LANGUAGES
from vademecum.model import Concept, Finding
from vademecum.model.concepts import Terms
from vademecum.sources.history import Ages
from vademecum.sources.library import Library
from vademecum.sources.source_file import SourceFile

MAX_QUOTATION = 40
STEM = 5  # letters by which a word is known again, whatever its ending
ARTICLE = {
    "fr": re.compile(r"(?:l['’]|(?:le|la|les|un|une|des) )(?=\w)"),
    "en": re.compile(r"(?:the|an?) (?=\w)"),
}
PARTS = re.compile(
    r"\s*;\s*|(?<=\w)\s*/\s*(?=\w)|(?<=\w),\s+(?=\w)(?!.*\b(?:et|ou|and|or)\b)|\s+\(|\)|\s*[.,;:]+\Z"
)


def concepts(library: Library) -> Iterator[Finding]:
    """What is wrong with the definitions of each concept."""
    for id_, concept in library.concepts.items():
        document = library.documents[f"lexicon/{id_}.yml"]
        yield from _definitions(concept, document)
        yield from _years(concept, document, library)
        yield from _forms(concept, document)


def _forms(concept: Concept, document: SourceFile) -> Iterator[Finding]:
    """Terms that no text would have so: with an article, several in one; a synonym that is the term."""
    for language, terms in concept.terms.items():
        yield from _never(terms, language, document)
        own = set(variants(terms.preferred, language))
        places = [("preferred",), *(("synonyms", number) for number in range(len(terms.synonyms)))]
        for path, form in zip(places, (terms.preferred, *terms.synonyms), strict=True):
            place = document.where("terms", language, *path)
            bare = ARTICLE[language].sub("", form, count=1) if ARTICLE[language].match(form) else form
            if (parts := list(filter(None, PARTS.split(bare)))) != [form]:
                yield Finding("term-form", place, {"found": form, "nearest": ", ".join(parts)})
            elif path[0] == "synonyms" and own & set(variants(form, language)):
                yield Finding("said-twice", place, {"found": form})


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


def _never(terms: Terms, language: str, document: SourceFile) -> Iterator[Finding]:
    """What is kept from linking, where that would be all of the term or nothing of it."""
    own = set[str]().union(*(variants(form, language) for form in (*terms.linking(), *terms.manual)))
    forms = (*terms.linking(), *terms.manual)
    words = [word[:STEM] for form in forms for word in re.findall(r"\w{4,}", form)] + [*forms]
    for number, phrase in enumerate(terms.never):
        place = document.where("terms", language, "never", number)
        if own & set(variants(phrase, language)):
            yield Finding("never-term", place, {"found": phrase})
        elif not any(word.casefold() in phrase.casefold() for word in words):
            yield Finding("idle-never", place, {"found": phrase})


def hierarchy(library: Library) -> Iterator[Finding]:
    """Concepts that contain themselves, by way of others; neighbours of which one contains the other.

    SKOS allows neither (https://www.w3.org/TR/skos-reference/, S27), and no reader could draw it.
    """
    above = {id_: set(concept.relations.broader) for id_, concept in library.concepts.items()}
    for id_, concept in library.concepts.items():
        document, containing = library.documents[f"lexicon/{id_}.yml"], _all_above(id_, above)
        if id_ in containing:
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
                    if other != id_ and (id_, form, other) not in told:
                        told.add((id_, form, other))
                        yield _claim(library, ages, language, (id_, form), (other, its))


def _claim(
    library: Library, ages: Ages, language: str, one: tuple[str, str], other: tuple[str, str]
) -> Finding:
    """The finding in the file that changed last: its editor is the one who can be told of the other."""
    files = {id_: f"lexicon/{id_}.yml" for id_, _ in (one, other)}
    if ages.newer(files[other[0]], files[one[0]]):
        one, other = other, one
    id_, form = one
    path = library.concepts[id_].terms[language].path_of(form)
    place = library.documents[files[id_]].where("terms", language, *path)
    return Finding("form-claimed", place, {"found": form, "other": files[other[0]]})
