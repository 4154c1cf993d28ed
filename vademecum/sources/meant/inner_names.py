"""What an entry names that stands inside it: its parties by their names, its series by their labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vademecum.language.collation import folded
from vademecum.language.nearest import nearest
from vademecum.model.markers import RefersTo
from vademecum.model.shapes import Shape
from vademecum.sources.meant import misbuilt
from vademecum.sources.text.source_file import SourceFile

Path = tuple[str | int, ...]
SHORTEST = 4  # letters of a part of a name that can stand for it


def inner_ids(document: SourceFile, at: Path, shape: Shape | None) -> Mapping[str, list[str]]:
    """The ids that a value can name inside its entry, each with what else it is called; none where ids are
    those of other entries.
    """
    refers = shape.mark(RefersTo) if shape else None
    if refers is None or refers.of:
        return {}
    groups = [misbuilt.at(document.data, (*at, name)) for name in refers.within]
    return {
        str(id_): [folded(word) for word in _words(value)]
        for group in groups
        if isinstance(group, dict)
        for id_, value in group.items()
    }


def id_called(found: str, known: Mapping[str, list[str]]) -> str:
    """The id of what is called so, or has it in the name it alone bears, or is spelt nearly so."""
    wanted = folded(found)
    named = {id_: [folded(id_), *names] for id_, names in known.items()}
    for same in (
        [id_ for id_, names in named.items() if wanted in names],
        [id_ for id_, names in named.items() if any(f" {wanted} " in f" {name} " for name in names)],
    ):
        if len(same) == 1 and (wanted in named[same[0]] or len(wanted) >= SHORTEST):
            return same[0]
    return nearest(found, known)


def _words(value: Any) -> Iterator[str]:
    """The words of a part of an entry that it may be called by: those with a capital or a space."""
    for one in value.values() if isinstance(value, dict) else ():
        if isinstance(one, dict):
            yield from _words(one)
        elif isinstance(one, str):
            yield one
