"""Keys that an entry takes from a vocabulary and that do not stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vademecum.language.collation import folded
from vademecum.language.nearest import ALL, choices, named_choices
from vademecum.model import Finding
from vademecum.model.markers import Vocabulary
from vademecum.model.walk import Step, walk, walk_data
from vademecum.sources.library import VOCABULARIES, Entry, Library
from vademecum.sources.meant.labels_meant import Labels, meant
from vademecum.sources.text.source_file import Refused, SourceFile


def vocabularies(library: Library, entry: Entry) -> Iterator[Finding]:
    """Every key that an entry takes from a vocabulary stands in it."""
    steps = walk(entry.model, Vocabulary)
    yield from _unknown(library, entry.document, entry.at, steps, vars(entry.model))


def misfits(library: Library) -> Iterator[Finding]:
    """The same of each file that does not fit its model otherwise."""
    for model, document in library.misfits:
        if isinstance(document.data, dict):
            steps = [step for step in walk_data(model, document.data, Vocabulary) if _is_text(step.value)]
            yield from _unknown(library, document, (), steps, document.data)


def said_twice(library: Library) -> Iterator[Finding]:
    """Two keys of one list that readers see under one name."""
    document = library.documents.get(VOCABULARIES)
    for name in type(library.vocabularies).model_fields if document else ():
        seen: set[tuple[str, str]] = set()
        for key, labels in getattr(library.vocabularies, name).items():
            named = {(language, folded(label)) for language, label in labels.items()}
            if document and (shared := seen & named):
                language, _ = min(shared)
                place = document.where(name, key, language)
                yield Finding("said-twice", place, {"found": labels[language]})
            seen |= named


def keys_in_capitals(library: Library) -> Iterator[Finding]:
    """A key with capitals, which all that choose it would have to write so too. One letter may be a capital,
    as a logic's is.
    """
    document = library.documents.get(VOCABULARIES)
    for name in type(library.vocabularies).model_fields if document else ():
        labels = getattr(library.vocabularies, name)
        for key in labels:
            if document and len(key) > 1 and (small := key.lower()) != key:
                near = "" if small in labels else small
                place = document.where(name, key, key=True)
                yield Finding("key-in-capitals", place, {"found": key, "nearest": near})


def _is_text(value: Any) -> bool:
    """Whether a value of a file is text that says something, and that was not refused."""
    return isinstance(value, str) and bool(value.strip()) and not isinstance(value, Refused)


def _unknown(
    library: Library,
    document: SourceFile,
    at: tuple[str, ...],
    steps: Iterable[Step],
    entry: Mapping[str, Any],
) -> Iterator[Finding]:
    for path, shape, value, _ in steps:
        marker = shape.mark(Vocabulary)
        if marker is None or (marker.when and entry.get(marker.when[0]) != marker.when[1]):
            continue
        labels: Labels = getattr(library.vocabularies, marker.name)
        if (key := value.strip()) not in labels:
            near = meant(key, labels)
            values = {
                "key": shape.of.partition(".")[2],
                "found": key,
                "choices": choices(labels, most=ALL),
                **named_choices(labels, "" if near else key),
                "list": marker.name,
                "nearest": "" if shape.is_key and near[:1] == "[" else near,  # no key is a list
            }
            yield Finding("unknown-vocabulary", document.where(*at, *path, key=shape.is_key), values)
