"""The passages of a library that are older than their originals, by where they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vademecum.language.languages import LANGUAGES
from vademecum.model.walk import Path
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library
from vademecum.translations import record
from vademecum.translations.states import Survey, survey


class OlderPassage(NamedTuple):
    """A passage that is older than its original: a field by its `path`, or a section by its place `at` in the
    body. `original` is the language of the original, `anchor` its section there, "" for a field.
    """

    path: Path
    at: int
    original: str
    anchor: str


Older = Mapping[str, tuple[OlderPassage, ...]]  # by the path of the file


def recorded_survey(library: Library, cache: Cache | None = None) -> Survey:
    """How a library stands by the record beside it, which is empty where there is none to be read."""
    return survey(library, record.read(library.root)[0], cache)


def older(found_by: Survey) -> Older:
    """What is older than its original."""
    found: dict[str, tuple[OlderPassage, ...]] = {}
    for state in found_by.of("stale"):
        if state.by is not None and state.of is not None:
            path = state.unit.files[state.language].path
            passage = OlderPassage(state.by.path, state.by.at, state.original, state.of.anchor)
            found[path] = (*found.get(path, ()), passage)
    return found


def other_language(language: str) -> str:
    """The language that is not this one."""
    return next(other for other in LANGUAGES if other != language)
