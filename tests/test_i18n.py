"""Sorting, addresses, dates and typography, from the lists of i18n.yml."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vademecum.language.collation import initial, slug, sort_key
from vademecum.language.data import data_in
from vademecum.language.formats import long_date, number
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import typeset
from vademecum.language.words import words

CASES = data_in(Path(__file__).with_name("i18n.yml"))


def by_language(name: str) -> list[tuple[str, object, str]]:
    return [
        (language, given, expected)
        for language, pairs in CASES[name].items()
        for given, expected in pairs.items()
    ]


TYPED = str.maketrans({"␣": "\u00a0", "¬": "\u202f"})


@pytest.mark.parametrize("expected", CASES["sorted"], ids=lambda words: words[0])
def test_words_stand_in_the_order_of_a_dictionary(expected: list[str]) -> None:
    assert sorted(reversed(expected), key=sort_key) == expected


@pytest.mark.parametrize(("word", "letter"), CASES["initials"].items())
def test_a_word_stands_under_its_letter(word: str, letter: str) -> None:
    assert initial(word) == letter


@pytest.mark.parametrize(("text", "address"), CASES["slugs"].items())
def test_words_become_an_address(text: str, address: str) -> None:
    assert slug(text) == address


@pytest.mark.parametrize(("language", "value", "text"), by_language("numbers"))
def test_a_number_keeps_its_decimals(language: str, value: str, text: str) -> None:
    assert number(Decimal(value), language) == text.translate(TYPED)


@pytest.mark.parametrize(("language", "date", "text"), by_language("dates"))
def test_a_date_is_written_out(language: str, date, text: str) -> None:
    assert long_date(date, language) == text


@pytest.mark.parametrize(("language", "typed", "expected"), by_language("typeset"))
def test_a_text_is_set(language: str, typed: str, expected: str) -> None:
    assert typeset(typed, language) == expected.translate(TYPED)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(alphabet="ab é'’\"«»“”;:!?.% €0123\u00a0\u202f(n°p", max_size=30))
def test_setting_twice_is_setting_once(language: str, text: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


def keys(tree: object) -> object:
    return {key: keys(value) for key, value in tree.items()} if isinstance(tree, dict) else None


def test_both_languages_have_the_same_words() -> None:
    assert keys(words("fr")) == keys(words("en"))
