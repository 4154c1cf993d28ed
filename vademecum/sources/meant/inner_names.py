"""What an entry names that stands inside it: its parties by their names, its series by their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vademecum.language.collation import folded
from vademecum.language.nearest import nearest
from vademecum.model.markers import RefersTo
from vademecum.model.shapes import Shape
from vademecum.model.walk import Path
from vademecum.sources.meant import misbuilt
from vademecum.sources.text.source_file import SourceFile

SHORTEST = 4  # letters of a part of a name that can stand for it


class InnerIds:
    """The ids that a value can name inside its entry, each with what else it is called."""

    def __init__(self, called: Mapping[str, Iterable[str]]) -> None:
        self.ids = dict.fromkeys(called)
        self._bearers: dict[str, set[str]] = {}
        self._names: dict[str, list[str]] = {}  # by each of their words
        for id_, names in called.items():
            for name in {folded(id_), *map(folded, names)}:
                self._bearers.setdefault(name, set()).add(id_)
        for name in self._bearers:
            for word in set(name.split(" ")):
                self._names.setdefault(word, []).append(name)

    def __contains__(self, id_: str) -> bool:
        return id_ in self.ids

    def called(self, found: str) -> str:
        """The id of what is called so, or has it in the name it alone bears, or is spelt nearly so."""
        wanted = folded(found)
        same = self._bearers.get(wanted) or self._with(wanted)
        return next(iter(same)) if len(same) == 1 else nearest(found, self.ids)

    def _with(self, wanted: str) -> set[str]:
        """The ids of what has some words in its name."""
        if len(wanted) < SHORTEST:
            return set()
        rarest = min((self._names.get(word, []) for word in wanted.split(" ")), key=len)
        within = (self._bearers[name] for name in rarest if f" {wanted} " in f" {name} ")
        return set[str]().union(*within)


class Inner:
    """What a part of a document names that stands inside it: gathered once for all its values."""

    def __init__(self, document: SourceFile, at: Path) -> None:
        self._document, self._at = document, at
        self._known: dict[tuple[str, ...], InnerIds] = {}

    def ids(self, shape: Shape | None) -> InnerIds | None:
        """The ids that a value of a shape can name; None where ids are those of other entries."""
        refers = shape.mark(RefersTo) if shape else None
        if refers is None or refers.of:
            return None
        if refers.within not in self._known:
            groups = [misbuilt.at(self._document.data, (*self._at, name)) for name in refers.within]
            called = {
                str(id_): list(_words(value))
                for group in groups
                if isinstance(group, dict)
                for id_, value in group.items()
            }
            self._known[refers.within] = InnerIds(called)
        return self._known[refers.within]


def _words(value: Any) -> Iterator[str]:
    """Every text of a part of an entry: its name, in each language, and what else tells which it is."""
    for one in value.values() if isinstance(value, dict) else ():
        if isinstance(one, dict):
            yield from _words(one)
        elif isinstance(one, str):
            yield one
