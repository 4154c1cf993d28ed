"""What the browser is told of the cases: facets, each case's values in them, and the words to say it with.

The same numbers as the pages show, in the order in which they show them: a facet's values as its list has
them, cases as the list of cases has them. Each part of a case is a run of places in the lists of values, -1
for none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vademecum.language.formats import continents
from vademecum.language.typography import typeset
from vademecum.model.facets import Facet, Part
from vademecum.pages.cases.case_lists import ordered
from vademecum.pages.cases.likeness import FRANCE
from vademecum.pages.common.addresses import relative
from vademecum.pages.common.language_library import LanguageLibrary

MINE = ("type", "population", "country", "theme")  # what is asked of an authority that looks for others


def facet_data(library: LanguageLibrary, address: str) -> dict[str, Any]:
    """The data of the list of cases, for its scripts; `address` is the list's own."""
    words = _set(library.words["cases"]["script"], library.language)
    words["mine"]["reasons"] = _set(library.words["cases"]["reasons"], library.language)
    facets = [facet for facet in library.library.facets if facet.values]
    values = {facet.name: ordered(facet, library) for facet in facets}
    places = {name: {value: place for place, value in enumerate(known)} for name, known in values.items()}
    groups: dict[str, list[Facet]] = {}
    for facet in facets:
        groups.setdefault(facet.group, []).append(facet)
    parts = library.library.case_parts
    cases = [
        [_places(parts[id_].get(group, ()), held, places) for group, held in groups.items()]
        for id_ in library.cases_by_title
    ]
    return {
        "facets": [_facet(facet, values[facet.name], list(groups)) for facet in facets],
        "cases": cases,
        "mine": [name for name in MINE if name in values],
        "continents": [continents().get(code, "") for code in values.get("country", ())],
        "home": FRANCE,
        "compare": relative(library.address("index", "compare"), address),
        "words": words,
    }


def _facet(facet: Facet, values: list[str], groups: list[str]) -> dict[str, Any]:
    """What it and its values are called, the script reads from the page's own lists."""
    return {"name": facet.name, "group": groups.index(facet.group), "values": values}


def _places(parts: Iterable[Part], facets: list[Facet], places: dict[str, dict[str, int]]) -> list[int]:
    """The parts of a case in one group, one after the other."""
    return [places[one.name].get(part.get(one.name, ""), -1) for part in parts for one in facets]


def _set(said: Any, language: str) -> Any:
    """Words with their type set, but for their fields."""
    if isinstance(said, dict):
        return {key: _set(value, language) for key, value in said.items()}
    if isinstance(said, list):
        return [_set(value, language) for value in said]
    return typeset(said, language)
