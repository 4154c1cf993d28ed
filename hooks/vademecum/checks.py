"""Library -> findings that no single file can show: what refers to nothing, what two entries claim, what is missing in a language."""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from .i18n import words
from .library import BOOKLETS, FIGURES, CaseStudy, Library
from .model import LANGUAGES, SECTIONS, Concept, Figure, Finding, Location, Vocabularies
from .schema import choices, nearest
from .sources import Document
from .spelling import variants
from .syntax import Fences

MAX_QUOTATION = 40


def check(library: Library) -> list[Finding]:
    """Every finding about the library as a whole; the texts' own come from reading them."""
    findings: list[Finding] = []
    for part in (_concepts, _claims, _cases, _vocabularies, _acronyms, _booklets, _figures, _pictures, _translations):
        findings += part(library)
    return findings


def unused(library: Library, used: Iterable[tuple[str, str]]) -> list[Finding]:
    """A remark for each concept and figure that no page uses; `used` holds those used on any other page, in any language, as (kind, id).

    None where a file is at fault: it might use it.
    """
    known = {("concept", id_): f"lexicon/{id_}.yml" for id_ in library.concepts} | {("figure", id_): f"{FIGURES}{id_}.yml" for id_ in library.figures}
    return [] if library.unread else [
        Finding(f"unused-{kind}", library.documents[known[kind, id_]].where(), {"found": id_}) for kind, id_ in sorted(known.keys() - set(used))
    ]


def _dangling(code: str, found: str, known: Iterable[str], document: Document, *path: str | int, key: bool = False) -> Iterator[Finding]:
    """A finding where `found` is not known."""
    if found not in known:
        yield Finding(code, document.where(*path, key=key), {"found": found, "nearest": nearest(found, known), "choices": choices(known)})


# -- concepts ---------------------------------------------------------------------------------------------------------


def _concepts(library: Library) -> Iterator[Finding]:
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
            yield from _dangling("unknown-concept", id_, library.concepts, document, *path, key=key)


def _definitions(concept: Concept, library: Library, document: Document) -> Iterator[Finding]:
    for key, definition in concept.definitions.items():
        at = ("definitions", key)
        yield from _dangling("unknown-reference", definition.source, library.references, document, *at, "source")
        if definition.cited_in:
            yield from _dangling("unknown-reference", definition.cited_in, library.references, document, *at, "cited_in")
        if definition.wording == "quoted":
            yield from _quotation(definition.text, document, *at, "text")
    retained = [key for key, definition in concept.definitions.items() if definition.retained]
    if len(retained) > 1:
        yield Finding("two-retained", document.where("definitions", retained[1], "retained"), {"found": ", ".join(retained)})
    if not retained and len(concept.definitions) > 1:
        yield Finding("none-retained", document.where("definitions", key=True), {"found": ", ".join(concept.definitions)})


def _quotation(text: Mapping[str, str], document: Document, *at: str | int) -> Iterator[Finding]:
    if len(text) > 1:
        yield Finding("quotation-translated", document.where(*at), {"found": ", ".join(text)})
    for language, quoted in text.items():
        if (count := len(quoted.split())) > MAX_QUOTATION:
            yield Finding("quotation-too-long", document.where(*at, language), {"found": str(count)})


def _claims(library: Library) -> Iterator[Finding]:
    """Two concepts that claim one form in one language: no text could tell which is meant."""
    for language in LANGUAGES:
        claimed: dict[str, str] = {}
        for id_, concept in library.concepts.items():
            terms = concept.terms.get(language)
            for form in terms.linking() if terms else ():
                rivals = {claimed[variant] for variant in variants(form, language) if claimed.get(variant, id_) != id_}
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


# -- cases ------------------------------------------------------------------------------------------------------------


def _cases(library: Library) -> Iterator[Finding]:
    for case in library.cases.values():
        document = case.documents[case.original]
        yield from _parties(case, document)
        yield from _case_references(case, library, document)
        yield from _untranslatable(case)
        for language, written in case.documents.items():
            yield from _sections(case, written, language)


def _parties(case: CaseStudy, document: Document) -> Iterator[Finding]:
    parties = {**case.facts.authorities, **case.facts.partners}
    for number, pair in enumerate(case.facts.links):
        for side, key in enumerate(pair):
            yield from _dangling("unknown-party", key, parties, document, "links", number, side)


def _case_references(case: CaseStudy, library: Library, document: Document) -> Iterator[Finding]:
    facts = case.facts
    if facts.reference_data:
        yield from _dangling("unknown-reference", facts.reference_data, library.references, document, "reference_data")
    for key, outcome in facts.outcomes.items():
        for name, stage in outcome.stages.told().items():
            at = ("outcomes", key, "stages", name, "source")
            yield from _dangling("unknown-reference", stage.source, library.references, document, *at)
    for id_, definition in facts.concepts.items():
        yield from _dangling("unknown-concept", id_, library.concepts, document, "concepts", id_, key=True)
        if concept := library.concepts.get(id_):
            yield from _dangling("unknown-definition", definition, concept.definitions, document, "concepts", id_)


def _untranslatable(case: CaseStudy) -> Iterator[Finding]:
    """Words in a translation for things that the original does not have."""
    for language, translation in case.translations.items():
        document = case.documents[language]
        for group in ("authorities", "partners", "logics", "outcomes"):
            known = getattr(case.facts, group)
            for key in getattr(translation, group):
                yield from _dangling("untranslatable", key, known, document, group, key, key=True)
        asked = len(case.facts.questions)
        for number in range(asked, len(translation.questions)):
            yield Finding("untranslatable", document.where("questions", number), {"found": f"questions.{number}", "choices": f"questions: {asked}"})
        for key, stages in translation.outcomes.items():
            if key in case.facts.outcomes:
                told = case.facts.outcomes[key].stages.told()
                for name in stages.model_dump(exclude_none=True):
                    yield from _dangling("untranslatable", name, told, document, "outcomes", key, name, key=True)


def _sections(case: CaseStudy, document: Document, language: str) -> Iterator[Finding]:
    """Each section of a case is written or named as silent, and no other section stands in it."""
    titles = words(language)["case"]["sections"]
    known = {title.casefold(): name for name, title in titles.items()}
    written = {}
    for text in _titles(document.body):
        if (name := known.get(text.casefold())) is None:
            values = {"found": text, "choices": choices(titles.values()), "nearest": nearest(text, titles.values())}
            yield Finding("section-unknown", _line(document, text), values)
        elif name in case.facts.silent:
            yield Finding("section-not-silent", _line(document, text), {"found": text})
        written[name] = text
    for name in SECTIONS:
        if name not in written and name not in case.facts.silent:
            yield Finding("section-missing", _line(document, ""), {"found": titles[name]})
    if language == case.original:
        for number, name in enumerate(case.facts.silent):
            yield Finding("silent-section", document.where("silent", number), {"found": titles[name]})


@functools.lru_cache(maxsize=8192)
def _titles(body: str) -> list[str]:
    """The second-level headings of a text, outside its code; parsing it whole is left to the reading of its page."""
    lines = Fences(None).run(body.split("\n"))
    return [match[1] for line in lines if (match := re.match(r"## +(.*?)\s*(?:\{[^}]*\})?[\s#]*$", line))]


def _line(document: Document, text: str) -> Location:
    """The place of a heading in a document's body; the body's first line for an empty text."""
    lines = document.body.split("\n")
    number = next((n for n, line in enumerate(lines) if line.startswith("#") and text and text in line), 0)
    return Location(document.path, document.body_line + number, 1)


# -- vocabularies, acronyms, translations -----------------------------------------------------------------------------


def _vocabularies(library: Library) -> Iterator[Finding]:
    """Every key that an entry takes from a vocabulary stands in it."""
    lists = {name: getattr(library.vocabularies, name) for name in Vocabularies.model_fields}
    entries: list[tuple[BaseModel, Document]] = [
        (concept, library.documents[f"lexicon/{id_}.yml"]) for id_, concept in library.concepts.items()
    ]
    entries += [(case.facts, case.documents[case.original]) for case in library.cases.values()]
    entries += [(meta, text.documents[language]) for text in library.chapters.values() for language, meta in text.meta.items()]
    for model, document in entries:
        for vocabulary, path, value in _keys(model, ()):
            known = lists[vocabulary]
            if known and value not in known:
                values = {"key": str(path[-2] if isinstance(path[-1], int) else path[-1]), "found": value}
                values |= {"choices": choices(known), "nearest": nearest(value, known)}
                yield Finding("unknown-vocabulary", document.where(*path), values)


def _keys(model: BaseModel, path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """(vocabulary, path, key) of every field whose type says that it comes from a vocabulary."""
    for name, kind, vocabulary in _fields(type(model)):
        value = getattr(model, name)
        if value is None:
            continue
        if vocabulary and kind == "one":
            yield vocabulary, (*path, name), value
        elif vocabulary:
            yield from ((vocabulary, (*path, name, number), key) for number, key in enumerate(value))
        elif kind == "models":
            for key, inner in value.items():
                yield from _keys(inner, (*path, name, key))


@functools.cache
def _fields(model: type[BaseModel]) -> list[tuple[str, str, str]]:
    """(field, "one" | "many" | "models", vocabulary) of the fields that concern vocabularies."""
    found = []
    for name, info in model.model_fields.items():
        one = next((mark for mark in info.metadata if mark in Vocabularies.model_fields), "")
        inside = [mark for arg in _args(info.annotation) for mark in getattr(arg, "__metadata__", ()) if isinstance(mark, str)]
        many = next((mark for mark in inside if mark in Vocabularies.model_fields), "")
        optional = type(None) in _args(info.annotation)
        if one or many:
            found.append((name, "one" if one or optional else "many", one or many))
        elif any(isinstance(arg, type) and issubclass(arg, BaseModel) for arg in _args(info.annotation)[1:]):
            found.append((name, "models", ""))
    return found


def _args(annotation: Any) -> tuple[Any, ...]:
    return typing.get_args(annotation)


def _acronyms(library: Library) -> Iterator[Finding]:
    if document := library.documents.get("acronyms.yml"):
        for id_, acronym in library.acronyms.items():
            if acronym.concept:
                yield from _dangling("unknown-concept", acronym.concept, library.concepts, document, id_, "concept")


def _booklets(library: Library) -> Iterator[Finding]:
    known: dict[str, Iterable[str]] = {"chapter": library.chapters, "concept": library.concepts, "case": library.cases}
    for id_, booklet in library.booklets.items():
        for number, (kind, name) in enumerate(booklet.keys()):
            yield from _dangling(f"unknown-{kind}", name, known[kind], library.documents[BOOKLETS], id_, "contents", number)


# -- figures ----------------------------------------------------------------------------------------------------------


def _figures(library: Library) -> Iterator[Finding]:
    for id_, figure in library.figures.items():
        document = library.documents[f"{FIGURES}{id_}.yml"]
        yield from _dangling("unknown-reference", figure.source, library.references, document, "source")
        for key in figure.rows:
            yield from _row(figure, key, library, document)


def _row(figure: Figure, key: str, library: Library, document: Document) -> Iterator[Finding]:
    """A row's name, its series, and its numbers within the scale."""
    row = figure.rows[key]
    if figure.kind == "typology" and library.vocabularies.logics and key not in library.vocabularies.logics:
        values = {"key": "rows", "found": key, "choices": choices(library.vocabularies.logics), "nearest": nearest(key, library.vocabularies.logics)}
        yield Finding("unknown-vocabulary", document.where("rows", key, key=True), values)
    if figure.kind != "typology" and not row.label:
        yield Finding("missing-field", document.where("rows", key, key=True), {"key": "label"})
    for series, value in row.values.items():
        yield from _dangling("unknown-series", series, figure.series, document, "rows", key, "values", series, key=True)
        drawn = series in figure.series and figure.series[series].drawn
        if drawn and value is not None and figure.scale is not None and value > figure.scale:
            values = {"key": f"rows.{key}.values.{series}", "found": f"{value:f}", "limit": f"{figure.scale:f}"}
            yield Finding("out-of-range", document.where("rows", key, "values", series), values)


SIGNATURES = {b"\x89PNG\r\n\x1a\n": (".png",), b"\xff\xd8\xff": (".jpg", ".jpeg"), b"GIF8": (".gif",), b"RIFF": (".webp",)}


def _pictures(library: Library) -> Iterator[Finding]:
    """Pictures that cannot be printed: those that are not what their names say, and those in a format that paper does not know."""
    for path in sorted(library.pictures):
        with (library.root / path).open("rb") as file:
            start = file.read(8)
        if not any(start.startswith(mark) and path.lower().endswith(endings) for mark, endings in SIGNATURES.items()):
            yield Finding("unprintable-picture", Location(path), {"found": path.rpartition("/")[2]})


def _translations(library: Library) -> Iterator[Finding]:
    """A remark for each entry or passage that one of the languages lacks."""
    for id_, concept in library.concepts.items():
        document = library.documents[f"lexicon/{id_}.yml"]
        for path, texts in _localised(concept):
            for language in LANGUAGES:
                if language not in texts:
                    yield _missing(document, language, *path)
    for id_, figure in library.figures.items():
        for path, texts in _figure_words(figure):
            yield from (_missing(library.documents[f"{FIGURES}{id_}.yml"], language, *path) for language in LANGUAGES if language not in texts)
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
    named: dict[tuple[str, ...], Any] = {(name,): getattr(figure, name) for name in ("title", "alt", "caution", "note")}
    named |= {("series", key, name): getattr(series, name) for key, series in figure.series.items() for name in ("label", "unit")}
    named |= {("rows", key, "label"): row.label for key, row in figure.rows.items()}
    return ((path, texts) for path, texts in named.items() if texts)


def _untranslated(
    documents: Mapping[str, Document], original: str, gaps: Callable[[str], Iterable[Finding]] = lambda language: ()
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
