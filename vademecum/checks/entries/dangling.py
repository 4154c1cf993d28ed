"""A name that an entry gives, and that nothing bears."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding, Model
from vademecum.model.markers import RefersTo
from vademecum.model.walk import Step, walk
from vademecum.sources.library import Entry, Library
from vademecum.sources.text.source_file import SourceFile


def dangling(
    code: str,
    found: str,
    known: Iterable[str],
    document: SourceFile,
    *path: str | int,
    key: bool = False,
    meant: str = "",
) -> Iterator[Finding]:
    """A finding where `found` is not known; `meant` is what it may stand for, else what is spelt like it."""
    if found not in known:
        near = meant or nearest(found, known)
        values = {"found": found, "nearest": near, "choices": choices(known)}
        yield Finding(code, document.where(*path, key=key), values)


def references(library: Library, entry: Entry) -> Iterator[Finding]:
    """What an entry names by an id: concepts, sources, chapters, cases, and what stands inside an entry, such
    as a party.
    """
    for step in walk(entry.model, RefersTo):
        marker = step.shape.mark(RefersTo)
        if marker is None:
            continue
        path, key = (*entry.at, *step.path), step.shape.is_key
        kind, id_ = _named(marker, step.value)
        if marker.another and id_ == getattr(entry.model, "id", None):
            yield Finding("self-relation", entry.document.where(*path, key=key), {"found": id_})
        elif len(marker.kinds) > 1 and (kind, id_) == (entry.kind, getattr(entry.model, "id", "")):
            yield Finding("leads-to-itself", entry.document.where(*path, key=key), {"found": step.value})
        elif (known := _known(library, entry.model, marker, kind, step)) is not None:
            names = library.names
            meant = (
                ""
                if id_ in known
                else names.bearer(kind, id_) or nearest(id_, known) or names.part(kind, id_)
            )
            yield from dangling(f"unknown-{kind}", id_, known, entry.document, *path, key=key, meant=meant)


def _named(marker: RefersTo, value: str) -> tuple[str, str]:
    """The kind and id of what is named; where it may be of several kinds, the kind is written with it."""
    if len(marker.kinds) == 1:
        return marker.kinds[0], value
    kind, _, id_ = value.partition(":")
    return kind, id_


def _known(
    library: Library, entry: Model, marker: RefersTo, kind: str, step: Step
) -> Mapping[str, Any] | None:
    """What could be named there; none where that depends on something that is itself unknown."""
    if not marker.within:
        return library.by_kind[kind]
    holder: Model | None = entry
    if marker.of:  # the key of the mapping around says in which entry
        holder = library.by_kind[marker.of].get(str(step.path[-1]))
    if holder is None:
        return None
    return {key: value for name in marker.within for key, value in getattr(holder, name).items()}
