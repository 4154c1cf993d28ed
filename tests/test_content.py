"""The project's own content leaves nothing to be read twice: what `check` remarks must not stand here."""

from __future__ import annotations

import pytest
import spelled
import yaml
from projects import findings

from vademecum.checks import messages
from vademecum.language.languages import LANGUAGES
from vademecum.language.spelling import dictionary, misspelt, read_words, words_of
from vademecum.sources.library import HOUSE


def test_no_paragraph_is_too_long() -> None:
    found = [messages.line(finding, "en") for finding in findings(HOUSE) if finding.code == "long-paragraph"]
    assert found == [], "\n".join(found)


@pytest.fixture(scope="module")
def content() -> list[spelled.Found]:
    return spelled.texts(HOUSE)


def own_words(language: str) -> frozenset[str]:
    """The words that editors have listed beside the content."""
    return read_words((HOUSE / f"words.{language}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_known(content: list[spelled.Found], language: str) -> None:
    acronyms = yaml.safe_load((HOUSE / "acronyms.yml").read_text(encoding="utf-8"))
    known = own_words(language) | words_of(acronyms)
    missed = [
        f"{path}:{line}: {word.word} ({word.suggestion}?)"
        for text, spoken, path, line in content
        if spoken == language
        for word in misspelt(text, language, known)
    ]
    assert not missed, (
        f"{len(missed)} words that neither the dictionary nor words.{language}.txt knows:\n"
        + "\n".join(missed)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_lists_hold_only_what_is_used_and_unknown(content: list[spelled.Found], language: str) -> None:
    used = words_of(text for text, spoken, _, _ in content if spoken == language)
    idle = [
        word
        for word in sorted(own_words(language))
        if not {word, word[0].upper() + word[1:]} & used or word in dictionary(language)
    ]
    assert idle == [], f"take these out of words.{language}.txt: nothing needs them any more"


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_lists_are_sorted(language: str) -> None:
    lines = (HOUSE / f"words.{language}.txt").read_text(encoding="utf-8").splitlines()
    words = [line.partition("#")[0].strip() for line in lines if not line.startswith("#")]
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
