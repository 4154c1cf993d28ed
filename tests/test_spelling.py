"""Misspelt words: the texts of spelling.yml, and the time it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hangs import no_hang

from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary
from vademecum.language.spelling import misspelt, read_words, words_of

CASES = data_in(Path(__file__).with_name("spelling.yml"))
KNOWN = frozenset(CASES["known"])


def texts(kind: str) -> list[tuple[str, object]]:
    return [(language, text) for language in (*LANGUAGES, "hy") for text in CASES[language].get(kind, ())]


@pytest.mark.parametrize(("language", "text"), texts("right"))
def test_right_words_are_known(language: str, text: str) -> None:
    assert misspelt(text, language, KNOWN) == []


@pytest.mark.parametrize(("language", "case"), texts("wrong"))
def test_wrong_words_are_told_at_their_place(language: str, case: tuple[str, dict[str, str]]) -> None:
    text, expected = case
    found = misspelt(text, language, KNOWN)
    assert {one.word: one.suggestion for one in found} == expected
    assert all(text[one.offset :].startswith(one.word) for one in found)


@pytest.mark.parametrize(("text", "words"), CASES["lists"].items())
def test_a_list_of_words(text: str, words: list[str]) -> None:
    assert read_words(text) == set(words)


def test_the_words_of_names_are_known() -> None:
    known = words_of(["Réseau Xqzt d’Urbax", "Vlong-sur-Zmer", "the Qwlt's port"])
    assert known >= {"Réseau", "Xqzt", "Urbax", "Vlong", "Zmer", "Qwlt"}
    assert misspelt("Xqzt, puis d'Urbax. Vlong-sur-Zmer", "fr", known) == []


@pytest.mark.parametrize(
    "part", ["a", "é", "a-", "l'", "a’", "fotif ", "\u00ad", "e\u0301", "Fotif, ", "a·e·s "]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_time_grows_with_the_text_alone(language: str, part: str) -> None:
    dictionary(language)
    with no_hang():
        misspelt(part * (50_000 // len(part)), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dictionary_is_sorted_and_whole(language: str) -> None:
    words = dictionary(language)
    assert {"fr": 400_000, "en": 80_000}[language] < len(words)
    assert not any(len(word) < 2 or word != word.strip() for word in words)
