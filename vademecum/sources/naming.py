"""What a name stands for where an id is asked for: a concept's term, an entry's title or address, a work with
a place in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vademecum.language.collation import folded
from vademecum.model import Finding

if TYPE_CHECKING:
    from vademecum.sources.library import Library

WORK = re.compile(r"\[?@?([\w-]+)(?:,[^\[\]]*)?\]?")
KINDS = ("concept", "case", "chapter")


class Names:
    """The ids of a library's entries by what these are called, in any language; each kind is read when it is
    first asked for.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._ids: dict[str, dict[str, set[str]]] = {}

    def id(self, name: str, kinds: Iterable[str] = KINDS) -> str:
        """The id of the entry that bears a name; "" where none or several do."""
        wanted = _plain(name)
        ids = set[str]().union(*(self._of(kind).get(wanted, ()) for kind in kinds)) if wanted else set()
        return ids.pop() if len(ids) == 1 else ""

    def _of(self, kind: str) -> dict[str, set[str]]:
        if kind not in self._ids:
            found: dict[str, set[str]] = {}
            for id_, name in _names(self.library, kind):
                found.setdefault(_plain(name), set()).add(id_)
            self._ids[kind] = found
        return self._ids[kind]


def _plain(name: str) -> str:
    return folded(name.replace("-", " "))


def _names(library: Library, kind: str) -> Iterator[tuple[str, str]]:
    """Every name of the entries of a kind, each with the entry's id."""
    if kind == "concept":
        for id_, concept in library.concepts.items():
            for terms in concept.terms.values():
                yield from ((id_, form) for form in (terms.preferred, *terms.synonyms, *terms.forms))
    elif kind == "case":
        for id_, case in library.cases.items():
            yield from (
                (id_, name) for words in (case.facts, *case.translations.values()) for name in _called(words)
            )
    elif kind == "chapter":
        for id_, chapter in library.chapters.items():
            yield from ((id_, name) for meta in chapter.meta.values() for name in _called(meta))


def _called(words: Any) -> list[str]:
    """The title and address of a text in one language."""
    return [name for name in (words.title, words.slug) if name]


def with_ids(library: Library, findings: Iterable[Finding]) -> list[Finding]:
    """Findings; those on ids in another form with the id that was meant, where one is known."""
    return [_with_id(library, finding) if finding.code == "bad-form" else finding for finding in findings]


def _with_id(library: Library, finding: Finding) -> Finding:
    values = finding.values
    if values.get("form") not in ("id", "key"):
        return finding
    work = WORK.fullmatch(values["found"])
    near = work[1] if work and work[1] in library.references else library.names.id(values["found"])
    return replace(finding, values={**values, "nearest": near}) if near else finding
