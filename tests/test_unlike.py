"""Numbers that two languages have alike, each in its own way, and those that one of them has wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from vademecum.checks.bilingual.both_languages import lost_in
from vademecum.checks.bilingual.unlike import unlike
from vademecum.language.data import data_in

PAIRS = data_in(Path(__file__).with_name("numbers_alike.yml"))


def told(french: str, english: str) -> list[str]:
    """What is told of the English where the French has another number, unit, hour or century."""
    found = unlike(english, "en", french, "fr")
    return [values["found"] for code, _, values in found if code != "place-cited-differs"]


@pytest.mark.parametrize(("french", "english"), PAIRS["alike"])
def test_nothing_is_told_of_one_number_in_two_languages(french: str, english: str) -> None:
    assert told(french, english) == []


@pytest.mark.parametrize(("french", "english", "found"), PAIRS["unlike"])
def test_another_number_is_told(french: str, english: str, found: str) -> None:
    assert told(french, english) == [found]


def lost(french: str, english: str) -> list[str]:
    """What is told of the English as lacking."""
    found = lost_in(english, "en", french, "fr", english, french)
    return [code for code, _, _ in found] + told(french, english)


@pytest.mark.parametrize(("french", "english"), PAIRS["free"])
def test_nothing_is_told_of_a_free_translation(french: str, english: str) -> None:
    assert lost(french, english) == []


@pytest.mark.parametrize(("french", "english", "code"), PAIRS["lost"])
def test_what_a_translation_lacks_is_told(french: str, english: str, code: str) -> None:
    assert lost(french, english) == [code]
