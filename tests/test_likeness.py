"""Authorities like mine, and cases like a case: what is nearest, and why; tests/like_mine.yml has both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_cases import library

from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import words
from vademecum.pages.cases.likeness import Neighbours, Profile, Reason, mine, nearest, profile
from vademecum.sources.library import Library

DATA: dict[str, Any] = data_in(Path(__file__).with_name("like_mine.yml"))


@pytest.fixture(scope="module")
def cases() -> Library:
    return library(DATA["cases"])


def profiles(cases: Library) -> list[tuple[str, Profile]]:
    return [(id_, profile(parts)) for id_, parts in sorted(cases.case_parts.items())]


def bands(cases: Library) -> tuple[str, ...]:
    return tuple(cases.vocabularies.populations)


def said(reason: Reason) -> str:
    return f"{reason.name}: {', '.join(reason.values)}" if reason.values else reason.name


@pytest.mark.parametrize("asked", DATA["asked"], ids=lambda asked: str(asked["mine"]))
def test_the_nearest_cases_come_first_with_their_reasons(cases: Library, asked: dict[str, Any]) -> None:
    told = {("type_" if name == "type" else name): value for name, value in asked["mine"].items()}
    found = nearest(mine(**told), profiles(cases), bands(cases))
    reasons = {one.id: [said(reason) for reason in one.reasons] for one in found}
    assert list(reasons.items()) == list(asked["near"].items())


@pytest.mark.parametrize("id_", DATA["similar"])
def test_a_case_has_neighbours(cases: Library, id_: str) -> None:
    found = Neighbours(profiles(cases), bands(cases)).of(id_)
    assert [one.id for one in found] == DATA["similar"][id_]
    assert all(one.score and one.reasons for one in found)


def test_neighbours_are_the_nearest_that_a_comparison_of_all_would_find(cases: Library) -> None:
    """But for the next band of population, which is not looked for, though told."""
    known = profiles(cases)
    neighbours = Neighbours(known, bands(cases), most=len(known))
    for id_, own in known:
        others = [(other, one) for other, one in known if other != id_]
        every = [near for near in nearest(own, others, bands(cases)) if near.score > 1]
        assert [near.id for near in neighbours.of(id_) if near.score > 1] == [near.id for near in every]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_words(language: str) -> None:
    told = [reason for asked in DATA["asked"] for near in asked["near"].values() for reason in near]
    assert {reason.partition(":")[0] for reason in told} == words(language)["cases"]["reasons"].keys()
