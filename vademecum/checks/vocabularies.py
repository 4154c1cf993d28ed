"""Keys that an entry takes from a vocabulary and that do not stand in it."""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator

from pydantic import BaseModel

from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding, Vocabularies
from vademecum.sources.library import Library
from vademecum.sources.source_file import Document


def vocabularies(library: Library) -> Iterator[Finding]:
    """Every key that an entry takes from a vocabulary stands in it."""
    lists = {name: getattr(library.vocabularies, name) for name in Vocabularies.model_fields}
    entries: list[tuple[BaseModel, Document]] = [
        (concept, library.documents[f"lexicon/{id_}.yml"]) for id_, concept in library.concepts.items()
    ]
    entries += [(case.facts, case.documents[case.original]) for case in library.cases.values()]
    entries += [
        (meta, text.documents[language])
        for text in library.chapters.values()
        for language, meta in text.meta.items()
    ]
    for model, document in entries:
        for vocabulary, path, value in _keys(model, ()):
            known = lists[vocabulary]
            if known and value not in known:
                values = {"key": str(path[-2] if isinstance(path[-1], int) else path[-1]), "found": value}
                values |= {"choices": choices(known), "nearest": nearest(value, known)}
                yield Finding("unknown-vocabulary", document.where(*path), values)


def _keys(model: BaseModel, path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """(vocabulary, path, key) of every field whose type says that it comes from a vocabulary."""
    for name, kind, vocabulary in _fields(type(model)):
        value = getattr(model, name)
        if value is None:
            continue
        if vocabulary and kind == "one":
            yield vocabulary, (*path, name), value
        elif vocabulary:
            yield from ((vocabulary, (*path, name, number), key) for number, key in enumerate(value))
        elif kind == "models":
            for key, inner in value.items():
                yield from _keys(inner, (*path, name, key))


@functools.cache
def _fields(model: type[BaseModel]) -> list[tuple[str, str, str]]:
    """(field, "one" | "many" | "models", vocabulary) of the fields that concern vocabularies."""
    found = []
    for name, info in model.model_fields.items():
        arguments = typing.get_args(info.annotation)
        one = next((mark for mark in info.metadata if mark in Vocabularies.model_fields), "")
        inside = [
            mark for arg in arguments for mark in getattr(arg, "__metadata__", ()) if isinstance(mark, str)
        ]
        many = next((mark for mark in inside if mark in Vocabularies.model_fields), "")
        if one or many:
            found.append((name, "one" if one or type(None) in arguments else "many", one or many))
        elif any(isinstance(arg, type) and issubclass(arg, BaseModel) for arg in arguments[1:]):
            found.append((name, "models", ""))
    return found
