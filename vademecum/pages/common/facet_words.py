"""What facets and their values are called in a language."""

from __future__ import annotations

from vademecum.language.formats import continent_names, countries
from vademecum.language.words import words
from vademecum.model.descriptions import description
from vademecum.model.facets import PERIOD, SILENT, UNDATED, Facet
from vademecum.sources.library import Library


def facet_label(facet: Facet, language: str) -> str:
    """What a facet is called: as the interface says, else as the field that bears it is."""
    named: dict[str, str] = words(language)["cases"]["facets"]
    return named.get(facet.name) or description(facet.of).label[language]


def value_label(facet: Facet, value: str, library: Library, language: str) -> str:
    """What a value of a facet is called; the value itself where nothing says."""
    if value == SILENT:
        return str(words(language)["cases"]["silent"])
    if facet.name == "logic":
        return f"{value}. {library.label(facet.vocabulary, value, language)}"
    case = words(language)["case"]
    if value == UNDATED:
        return str(case["undated"])
    if facet.name == "goal":
        return str(case["goal"]).format(number=value, label=library.label(facet.vocabulary, value, language))
    if facet.vocabulary:
        return library.label(facet.vocabulary, value, language)
    if facet.name == PERIOD:
        return str(words(language)["cases"]["decade"]).format(value)
    named = {
        "country": countries(language),
        "continent": continent_names(language),
        "kind": case["outcome_kinds"],
        "stage": case["stages"],
        "evidence": case["evidence"],
        "status": case["statuses"],
    }
    return str(named.get(facet.name, {}).get(value, value))
