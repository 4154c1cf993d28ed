"""A translation of a case that is still its original, copied to begin with."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from vademecum.language.words import words
from vademecum.model import Case, CaseTranslation
from vademecum.model.shapes import Shape, fields, shape_of
from vademecum.model.walk import Path
from vademecum.sources.text.source_file import SourceFile


def headings(document: SourceFile, language: str) -> int:
    """How many lines of a case's text are headings of its sections, as one language calls them."""
    titles = set(words(language)["case"]["sections"].values())
    body = unicodedata.normalize("NFC", document.body)
    return sum(line.removeprefix("## ").strip() in titles for line in body.split("\n") if line[:3] == "## ")


def is_copy(document: SourceFile, language: str, original: SourceFile, its: str) -> bool:
    """Whether a file says the same as its original, or has its sections in the original's language."""
    same = document.body.strip() != "" and document.body.split() == original.body.split()
    return same or headings(document, its) > headings(document, language)


def inner_facts(data: Any) -> Iterator[Path]:
    """The keys inside a translation's groups that only the original holds, such as an authority's type."""
    own, words = shape_of(Case), shape_of(CaseTranslation)
    for key, value in data.items() if isinstance(data, dict) else ():
        if (its := own.step(key)) and (part := words.step(key)):
            yield from _facts(its, part, value, (key,))


def _facts(own: Shape, words: Shape, data: Any, at: Path) -> Iterator[Path]:
    if not isinstance(data, dict):
        return
    known = {field.key for field in fields(words.model)} if words.model else data.keys()
    held = {field.key for field in fields(own.model)} if own.model else set()
    yield from ((*at, key) for key in data if key in held and key not in known)
    if own.model and own.model.stands_for_all and own.model.stands_for_all not in known:
        own = own.step(own.model.stands_for_all) or own
    for key, value in data.items():
        if key in known and (its := own.step(key)) and (part := words.step(key)):
            yield from _facts(its, part, value, (*at, key))


def without(data: Any, paths: set[Path], at: Path = ()) -> Any:
    """A file's data without the keys at some paths."""
    if not isinstance(data, dict):
        return data
    return {key: without(value, paths, (*at, key)) for key, value in data.items() if (*at, key) not in paths}
