"""Cases as columns of a comparison: what the page says without scripts, and what its script sets beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vademecum.document import tree, walking
from vademecum.document.tree import Block
from vademecum.language.formats import countries
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.model import Authority
from vademecum.model.cases import COMPARED, PARTIES
from vademecum.model.facets import SILENT
from vademecum.pages.cases.case_facts import period
from vademecum.pages.cases.outcome_lines import Told, outcome_lines, told_words
from vademecum.pages.common.addresses import relative
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import box, paragraph, to_entry
from vademecum.sources.library import CaseStudy


def compared(library: LanguageLibrary) -> Iterator[Block]:
    """The page of comparisons before its script fills it."""
    said = library.words["cases"]["compare"]
    way = tree.Paragraph((to_entry("index", "cases", said["choose"]),))
    yield box("comparison", [paragraph(said["without"]), way])


def comparison_data(library: LanguageLibrary, address: str) -> dict[str, Any]:
    """Every case as a column, in words: what the script of the page at this address puts side by side."""
    said = library.words
    compare = _all_set(said["cases"]["compare"], library.language)
    rows = [typeset(said["case"][name], library.language) for name in COMPARED]
    kinds = _all_set(said["case"]["outcome_kinds"], library.language)
    cases = library.library.cases
    return {
        "cases": {id_: _column(cases[id_], library, address) for id_ in library.cases_by_title},
        "list": relative(library.address("index", "cases"), address),
        "words": {**compare, "rows": rows, "kinds": kinds},
    }


def _all_set(texts: Mapping[str, str], language: str) -> dict[str, str]:
    return {key: typeset(text, language) for key, text in texts.items()}


def _column(case: CaseStudy, library: LanguageLibrary, address: str) -> dict[str, Any]:
    spoken = case.spoken_in(library.language)
    return {
        "title": typeset(case.words(spoken).title, spoken),
        "lang": spoken if spoken != library.language else "",
        "url": relative(library.address("case", case.id), address),
        "facts": [
            [typeset(text, library.language) for text in _fact(case, name, library)] for name in COMPARED
        ],
        "outcomes": _outcomes(case, spoken, library),
    }


def _fact(case: CaseStudy, name: str, library: LanguageLibrary) -> Iterable[str]:
    """The values of a row, in words."""
    facts, language = case.facts, library.language
    if name == "period":
        return [period(facts, language)]
    if name in PARTIES:
        said = case.translations.get(case.spoken_in(language))
        own = getattr(said, name, {}) if said else {}
        parties: dict[str, Authority] = getattr(facts, name)
        return [
            _party(own[key].name if key in own else party.name, party, library)
            for key, party in parties.items()
        ]
    if name == "logics":
        return [f"{key}. {library.label('logics', key)}" for key in facts.logics]
    return [library.label(name, key) for key in getattr(facts, name)]


def _party(name: str, party: Authority, library: LanguageLibrary) -> str:
    more = [library.label("types", party.type)] if party.type else []
    if party.country and party.country != "FR":
        more.append(countries(library.language).get(party.country, party.country))
    more += [library.label("populations", party.population)] if party.population else []
    return f"{name} ({', '.join(more)})" if more else name


def _outcomes(case: CaseStudy, spoken: str, library: LanguageLibrary) -> list[dict[str, Any]]:
    """Each outcome: its kind, for whom, and its stages."""
    whom = words(library.language)["case"]["for"]
    lines = zip(case.facts.outcomes, outcome_lines(case.facts), strict=True)
    return [
        {
            "kind": line.kind,
            "whom": typeset(whom[line.whom], library.language),
            "told": [_told(case, key, one, spoken, library) for one in line.told],
        }
        for key, line in lines
    ]


def _told(case: CaseStudy, key: str, told: Told, spoken: str, library: LanguageLibrary) -> list[str]:
    """A stage with its evidence, its text and the words that lead it in."""
    stage, evidence = told
    text = _text(case, key, stage, spoken, library)
    return [stage, evidence if stage != SILENT else "", text, _lead(stage, evidence, library.language)]


def _lead(stage: str, evidence: str, language: str) -> str:
    said = told_words([(stage, evidence)], language)
    return typeset(f"{said[:1].upper()}{said[1:]}.", language)


def _text(case: CaseStudy, key: str, stage: str, spoken: str, library: LanguageLibrary) -> str:
    """What is told of a stage, in plain words: the translation's, else the original's."""
    if stage == SILENT:
        return ""
    said = case.translations.get(spoken)
    translated = getattr(said.outcomes.get(key), stage, None) if said else None
    if translated:
        parsed = library.parsed(case.documents[spoken], ("outcomes", key, stage), translated)
    else:
        written = getattr(case.facts.outcomes[key].stages, stage).text
        path = ("outcomes", key, "stages", stage, "text")
        parsed = library.parsed(case.documents[case.original], path, written)
    return typeset(" ".join(walking.plain(parsed.blocks).split()), spoken)
