"""French and English are spelt as their dictionaries have it, or as the project's own lists of names and terms do."""

from __future__ import annotations

from pathlib import Path

import pytest
import spelled

from vademecum.language.languages import LANGUAGES
from vademecum.sources.library import HOUSE

LISTS = Path(__file__).parent / "words"
ACRONYMS = {
    line.split(":")[0]
    for line in (HOUSE / "acronyms.yml").read_text(encoding="utf-8").splitlines()
    if line[:1].isalnum()
}


def listed(language: str) -> list[str]:
    """The project's own words of a language: names, acronyms, terms of the trade."""
    return (LISTS / f"{language}.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def content() -> list[spelled.Found]:
    return spelled.words(HOUSE)


def ours(language: str) -> set[str]:
    """Our words as they may be written: one without capitals may begin a sentence."""
    return {form for word in listed(language) for form in (word, word[0].upper() + word[1:])} | ACRONYMS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_known(content: list[spelled.Found], language: str) -> None:
    own = ours(language)
    missed = []
    for word, spoken, path, line in content:
        if (
            spoken == language
            and word not in own
            and (wrong := [part for part in spelled.parts(word, language) if part not in own])
        ):
            nearest = spelled.near(wrong[0], language)
            missed.append(f"{path}:{line}: {word}" + (f" ({', '.join(nearest)}?)" if nearest else ""))
    assert not missed, (
        f"{len(missed)} words that neither the dictionary nor tests/words/{language}.txt knows:\n"
        + "\n".join(missed)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_lists_hold_only_what_is_used_and_unknown(content: list[spelled.Found], language: str) -> None:
    words = {word for word, spoken, _, _ in content if spoken == language}
    needed = {
        form
        for word in words
        for form in (word, *spelled.parts(word, language))
        if not spelled.known(form, language)
    }
    idle = [word for word in listed(language) if not {word, word[0].upper() + word[1:]} & needed]
    assert idle == [], f"take these out of tests/words/{language}.txt: nothing needs them any more"


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_lists_are_sorted(language: str) -> None:
    assert listed(language) == sorted(set(listed(language)), key=lambda word: (word.casefold(), word))


def test_misspelt_words_are_found_where_they_stand(tmp_path: Path) -> None:
    """Else all of the above says nothing."""
    page = tmp_path / "docs" / "fr" / "handbook" / "page.md"
    page.parent.mkdir(parents=True)
    text = "L'acord de *twinning*{: lang=en } et `codde`.\n\n*Wroong*{: lang=en }, words.\n"
    page.write_text(f"---\ntitle: Un titre fotif\n---\n\n{text}", encoding="utf-8")
    wrong = [
        (word, spoken, line)
        for word, spoken, _, line in spelled.words(tmp_path)
        if not spelled.known(word, spoken)
    ]
    assert wrong == [("fotif", "fr", 2), ("L'acord", "fr", 5), ("Wroong", "en", 7), ("words", "fr", 7)]
