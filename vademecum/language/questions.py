"""Questions that were put to the search, with the pages that answer each -> the words that mean a page.

What people call things, where texts have other words, is learned from what was asked before: of a question
that nobody has put yet, most words stand in one that somebody has.
"""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from vademecum.language.collation import folded
from vademecum.language.data import data_in
from vademecum.language.regex import regex
from vademecum.language.searching import without_elisions

# A word means a page where so many of the questions with it, and one more, are answered there.
SHARE = 0.3
MISSPELT = "wrong_letters"  # what the groups of questions begin with that are misspelt on purpose
_WORD = regex(r"\w\w+")


def taught(page: tuple[str, str], language: str) -> tuple[str, ...]:
    """The words that mean a page, by its kind and id."""
    return _taught(language).get(":".join(page), ())


@functools.cache
def _taught(language: str) -> dict[str, tuple[str, ...]]:
    put, written = Counter[str](), dict[str, str]()
    answered: dict[str, Counter[str]] = defaultdict(Counter)
    for question, pages in _questions(language):
        words = {_single(word): word for word in _WORD.findall(without_elisions(question.lower()))}
        put.update(words.keys())
        for single, word in words.items():
            written.setdefault(single, word)
        for page in pages:
            answered[page].update(words.keys())
    return {
        page: tuple(written[word] for word, count in counts.items() if count >= SHARE * (put[word] + 1))
        for page, counts in answered.items()
    }


def _questions(language: str) -> Iterator[tuple[str, list[str]]]:
    groups = data_in(Path(__file__).with_name(f"questions.{language}.yml"))
    for name, questions in groups.items():
        if not name.startswith(MISSPELT):
            yield from questions.items()


@functools.cache
def _single(word: str) -> str:
    """A word without accents, and in the singular."""
    plain = folded(word)
    return plain[:-1] if len(plain) > 4 and plain[-1] in "sx" else plain
