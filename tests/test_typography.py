"""Setting texts: the pairs of typography.yml, and properties over arbitrary paragraphs."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hangs import no_hang
from hypothesis import given, settings
from hypothesis import strategies as st

from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import OPAQUE, rules, typeset, typeset_pieces

SIGNS = str.maketrans({"␣": "\u00a0", "¬": "\u202f"})
CASES = data_in(Path(__file__).with_name("typography.yml"))
PAIRS = [
    pytest.param(language, *pair, id=f"{language}: {kind}: {number}")
    for language, kinds in CASES.items()
    for kind, pairs in kinds.items()
    for number, pair in enumerate(pairs)
]


def pieces(given: str | list[str]) -> list[str]:
    return [piece.translate(SIGNS) for piece in ([given] if isinstance(given, str) else given)]


@pytest.mark.parametrize(("language", "typed", "expected"), PAIRS)
def test_a_paragraph_is_set(language: str, typed: str | list[str], expected: str | list[str]) -> None:
    once = typeset_pieces(pieces(typed), language)
    assert once == pieces(expected)
    assert typeset_pieces(once, language) == once


@pytest.mark.parametrize(("language", "typed", "expected"), PAIRS)
def test_a_text_is_a_paragraph_of_one_piece(
    language: str, typed: str | list[str], expected: str | list[str]
) -> None:
    if isinstance(typed, str):
        assert [typeset(*pieces(typed), language)] == pieces(expected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_asked_for_by_a_pair(language: str) -> None:
    known = rules(language)
    assert known
    seen: set[str] = set()
    for kinds in CASES[language].values():
        for typed, _ in kinds:
            text = "".join(pieces(typed)).replace(OPAQUE, "x")
            for rule in known.rules:
                edits = list(rule.edits(text))
                seen |= {rule.name} if edits else set()
                for start, end, new in reversed(edits):
                    text = text[:start] + new + text[end:]
    assert {rule.name for rule in known.rules} - seen <= {"doubled no-break space"}


TEXTS = st.text(alphabet="absntem é'’\"«»“”‘;:!?.,…% €0123\n\u00a0\u202f(n°p[]§—-k" + OPAQUE, max_size=30)
PARAGRAPHS = st.lists(st.one_of(TEXTS, st.just(OPAQUE), st.sampled_from(" \"'«».?")), max_size=6)


def letters(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LNM" or sign == OPAQUE)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=400)
@given(paragraph=PARAGRAPHS)
def test_setting_twice_is_setting_once(language: str, paragraph: list[str]) -> None:
    once = typeset_pieces(paragraph, language)
    assert typeset_pieces(once, language) == once


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=400)
@given(paragraph=PARAGRAPHS)
def test_letters_and_pieces_stay(language: str, paragraph: list[str]) -> None:
    once = typeset_pieces(paragraph, language)
    assert [letters(piece) for piece in once] == [letters(piece) for piece in paragraph]
    assert [bool(piece.strip()) for piece in once] == [bool(piece.strip()) for piece in paragraph]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=400)
@given(text=TEXTS)
def test_what_has_nothing_to_set_is_not_set(language: str, text: str) -> None:
    """The quick look at a text, that most texts end with, misses none that a rule changes."""
    known = rules(language)
    assert known
    if not known.candidate.search(text):
        assert not any(list(rule.edits(text.replace(OPAQUE, "x"))) for rule in known.rules)


HARD = [
    "'",
    '"',
    "«",
    "»",
    " ",
    "\n",
    ". ",
    "...",
    " ?",
    "?!",
    "« ",
    '"a',
    "1 ",
    "123 ",
    "n°",
    "p. ",
    "°1'",
    "@",
    "a.",
    "a@",
    "www.",
    "'n",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", HARD)
def test_time_grows_with_the_text_alone(language: str, part: str) -> None:
    with no_hang():
        for text in (part * (100_000 // len(part)), "«" + part * (100_000 // len(part)) + "x"):
            typeset(text, language)
        typeset_pieces([part] * 20_000, language)
