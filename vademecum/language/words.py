"""The interface's words in each language, and which language has the words of an entry."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES


@functools.cache
def words(language: str) -> dict[str, Any]:
    """The interface's words in one language: a group of words for each place that shows them."""
    group: dict[str, Any] = _in(_of_interface(), language)
    return group


@functools.cache
def _of_interface() -> Any:
    """The interface's words in both languages, read once for both."""
    return data_in(Path(__file__).with_name("words.yml"))


def words_in(file: Path, language: str) -> dict[str, Any]:
    """The words of a file of ours in one language, where each is written as {fr: …, en: …}."""
    group: dict[str, Any] = _in(data_in(file), language)
    return group


def _in(tree: Any, language: str) -> Any:
    if isinstance(tree, dict) and set(tree) == set(LANGUAGES):
        return tree[language]
    return {key: _in(value, language) for key, value in tree.items()} if isinstance(tree, dict) else tree


def said_in(localised: dict[str, str], language: str) -> tuple[str, str]:
    """The words in `language`, else in the language that has them; with the language that they are in."""
    spoken = language if language in localised else next(iter(localised))
    return localised[spoken], spoken
