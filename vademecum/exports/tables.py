"""Lexicon and cases as tables for a spreadsheet: a row a concept, a case, a partnership, an outcome.

UTF-8 with the mark by which spreadsheets know it. French files have semicolons and decimal commas, as a
French Excel reads them. What strangers wrote is data: a cell that a spreadsheet would take for a formula has
an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from vademecum.document import references
from vademecum.exports.plain import Data
from vademecum.language.formats import countries
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import said_in, words
from vademecum.model import Authority, Case, Concept
from vademecum.pages.cases.parties import links, name_of
from vademecum.pages.handbook.datasets import columns
from vademecum.pages.lexicon.concepts import source
from vademecum.sources.library import CaseStudy

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
SEPARATORS = {"fr": ";", "en": ","}
JOINT = " | "  # between several values of a cell
Row = dict[str, Any]
Rows = Callable[[Data, str], Iterator[Row]]


def table(data: Data, name: str, language: str) -> bytes:
    """One of TABLES as CSV, its head in the language's words."""
    heads = columns(name, language)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=SEPARATORS[language], lineterminator="\r\n")
    writer.writerow(heads.values())
    for row in TABLES[name](data, language):
        writer.writerow([_cell(row.get(key), language) for key in heads])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any, language: str) -> str:
    """A value as a cell holds it; words that look like a formula are kept from being one."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(value).replace(".", ",") if language == "fr" else str(value)
    if isinstance(value, (list, tuple)):
        value = JOINT.join(" ".join(str(one).split()) for one in value if one)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


# -- the lexicon ------------------------------------------------------------------------------------------


def _lexicon(data: Data, language: str) -> Iterator[Row]:
    other = next(code for code in LANGUAGES if code != language)
    for concept in data.library.concepts.values():
        named = concept.terms.get(language) or next(iter(concept.terms.values()))
        degree = concept.equivalence.degree if concept.equivalence else None
        degrees = words(language)["concept"]["degrees"]
        yield {
            "id": concept.id,
            "term": concept.label(language),
            "other_term": concept.terms[other].preferred if other in concept.terms else "",
            "equivalence": degrees[degree] if degree else "",
            "domain": data.label("domains", concept.domain, language),
            "synonyms": named.synonyms,
            "replaced": named.replaced,
            "rejected": named.rejected,
            "summary": said_in(concept.summary, language)[0],
            "broader": _labels(data, concept.relations.broader, language),
            "related": _labels(data, sorted(data.here.related.get(concept.id, ())), language),
            "tags": [data.label("tags", key, language) for key in concept.tags],
            "reviewed": concept.reviewed,
            "address": data.uri("concept", concept.id),
        } | _definition(data, concept, language)


def _labels(data: Data, ids: Iterable[str], language: str) -> list[str]:
    return [known.label(language) for id_ in ids if (known := data.library.concepts.get(id_))]


def _definition(data: Data, concept: Concept, language: str) -> Row:
    """The definition that the handbook works with, else the first."""
    every = concept.definitions
    key = next((key for key, one in every.items() if one.retained), next(iter(every)))
    text, spoken = said_in(every[key].text, language)
    file = data.library.documents[source(concept.id)]
    return {
        "definition": data.words(file, ("definitions", key, "text", spoken), text, spoken),
        "holder": said_in(every[key].holder, language)[0],
        "year": every[key].year,
        "source": _work(data, every[key].source, language),
    }


def _work(data: Data, id_: str, language: str) -> str:
    known = data.library.references.get(id_)
    return references.label(known, language) if known else id_


# -- the cases --------------------------------------------------------------------------------------------


def _cases(data: Data, language: str) -> Iterator[Row]:
    for case in data.library.cases.values():
        facts, text = case.facts, case.words(language)
        authorities, partners = facts.authorities.values(), facts.partners.values()
        start, end = facts.period.start, facts.period.end
        yield {
            "case": case.id,
            "title": text.title,
            "summary": text.summary,
            "authorities": _names(case, facts.authorities, language),
            "types": _each(data.label("types", one.type, language) for one in authorities),
            "populations": _each(data.label("populations", one.population, language) for one in authorities),
            "partners": _names(case, facts.partners, language),
            "countries": _each(_country(one, language) for one in partners),
            "start": start,
            "end": end,
            "status": words(language)["case"]["statuses"][facts.status] if facts.status else "",
            "outcomes": len(facts.outcomes),
            "observed": sum(1 for one in facts.outcomes.values() if one.stages.observed),
            "silent": [words(language)["case"]["sections"][name] for name in facts.silent],
            "verified": facts.verified,
            "address": data.uri("case", case.id),
        } | _chosen(data, facts, language)


def _chosen(data: Data, facts: Case, language: str) -> Row:
    """What a case takes from vocabularies, and who pays."""
    groups = {"instruments": facts.instruments, "themes": facts.themes, "goals": facts.goals}
    return {
        "logics": list(facts.logics),
        "funders": [one.name for one in facts.funders.values()],
        **{name: [data.label(name, key, language) for key in keys] for name, keys in groups.items()},
    }


def _names(case: CaseStudy, parties: dict[str, Authority], language: str) -> list[str]:
    return [name_of(case, key, one, case.spoken_in(language)) for key, one in parties.items()]


def _each(labels: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, labels)))


def _country(one: Authority, language: str) -> str:
    return countries(language).get(one.country, one.country) if one.country else ""


def _partnerships(data: Data, language: str) -> Iterator[Row]:
    for case in data.library.cases.values():
        every = {**case.facts.authorities, **case.facts.partners}
        for pair in links(case):
            row: Row = {
                "case": case.id,
                "title": case.words(language).title,
                "address": data.uri("case", case.id),
            }
            for side, key in zip(("authority", "partner"), pair, strict=True):
                if one := every.get(key):
                    row |= {
                        f"{side}_{name}": value
                        for name, value in _party(data, case, key, one, language).items()
                    }
            yield row


def _party(data: Data, case: CaseStudy, key: str, one: Authority, language: str) -> Row:
    latitude, longitude = one.position or (None, None)
    return {
        "name": name_of(case, key, one, case.spoken_in(language)),
        "type": data.label("types", one.type, language),
        "country": _country(one, language),
        "latitude": latitude,
        "longitude": longitude,
        "geonames": one.identifiers.geonames if one.identifiers else None,
        "siren": one.identifiers.siren if one.identifiers else None,
    }


def _outcomes(data: Data, language: str) -> Iterator[Row]:
    said = words(language)["case"]
    for case in data.library.cases.values():
        spoken = case.spoken_in(language)
        translated = case.translations[spoken].outcomes if spoken in case.translations else {}
        for key, outcome in case.facts.outcomes.items():
            for name, stage in outcome.stages.told().items():
                there = getattr(translated.get(key), name, None)
                path = ("outcomes", key, name) if there else ("outcomes", key, "stages", name, "text")
                file = case.documents[spoken if there else case.original]
                yield {
                    "case": case.id,
                    "title": case.words(language).title,
                    "outcome": key,
                    "for": said["for"][outcome.for_],
                    "kind": said["outcome_kinds"][outcome.kind],
                    "stage": said["stages"][name],
                    "text": data.words(file, path, there or stage.text, spoken),
                    "source": _work(data, stage.source, language),
                    "locator": said_in(stage.locator, language)[0] if stage.locator else "",
                    "evidence": said["evidence"][stage.evidence] if stage.evidence else "",
                    "address": data.uri("case", case.id),
                }


TABLES: dict[str, Rows] = {
    "lexicon": _lexicon,
    "cases": _cases,
    "partnerships": _partnerships,
    "outcomes": _outcomes,
}
