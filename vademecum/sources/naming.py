"""What a name stands for where an id is asked for: a concept's term, an entry's title or address, a work with
a place in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vademecum.language.collation import folded
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import words
from vademecum.model import Concept, Finding, Reference
from vademecum.model.cases import PARTIES
from vademecum.model.tools import Markers

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

    def bearer(self, kind: str, name: str) -> str:
        """The id of the entry of a kind that alone is called so; a case also by who acts in it."""
        return self.id(name, ("case", "town") if kind == "case" else (kind,))

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
        yield from ((id_, form) for id_, one in library.concepts.items() for form in _terms(one))
    elif kind == "chapter":
        for id_, chapter in library.chapters.items():
            yield from ((id_, name) for meta in chapter.meta.values() for name in _called(meta))
    elif kind == "work":
        yield from ((id_, name) for id_, work in library.references.items() for name in _of_work(work))
    elif kind == "within":
        yield from _within(library)
    elif kind in OF_A_CASE:
        for id_, case in library.cases.items():
            for said in (case.facts, *case.translations.values()):
                yield from ((id_, name) for name in OF_A_CASE[kind](said))


def _terms(concept: Concept) -> Iterator[str]:
    """What a concept is called, in every language."""
    for terms in concept.terms.values():
        yield from (terms.preferred, *terms.synonyms, *terms.forms)


def _of_work(work: Reference) -> Iterator[str]:
    """A work's title, and how a text cites it: by who wrote it and its year."""
    yield work.title
    for name in (*(one.short for one in work.author[:1] or work.editor[:1]), work.publisher or ""):
        if name and work.issued:
            yield f"{name} {work.issued[:4]}"
            yield f"{name}, {work.issued[:4]}"


def _within(library: Library) -> Iterator[tuple[str, str]]:
    """The keys of what stands within an entry: a definition by its holder, a flow by its label."""
    for concept in library.concepts.values():
        for key, definition in concept.definitions.items():
            holder = definition.holder
            yield from ((key, name) for name in ((holder,) if isinstance(holder, str) else holder.values()))
    for tool in library.tools.values():
        if isinstance(tool, Markers):
            yield from ((key, label) for key, flow in tool.flows.items() for label in flow.values())


def _bare(name: str) -> str:
    """A town's name without what it is: "Ville de Valmont" -> "Valmont"."""
    for language in LANGUAGES:
        for before in words(language)["map"]["before"].split("|"):
            name = name.removeprefix(before)
    return name


def _called(said: Any) -> list[str]:
    """The title and address of a text in one language."""
    return [name for name in (said.title, said.slug) if name]


def _acting(said: Any) -> list[str]:
    """The names of who acts in a case, also without what they are."""
    names = [party.name for group in PARTIES for party in getattr(said, group).values()]
    return [*names, *map(_bare, names)]


OF_A_CASE = {"case": _called, "town": _acting}


def with_ids(library: Library, findings: Iterable[Finding]) -> list[Finding]:
    """Findings; those on ids in another form with the id that was meant, where one is known."""
    return [_with_id(library, finding) if finding.code == "bad-form" else finding for finding in findings]


def _entry(library: Library, name: str) -> str:
    """The entry that is named without its kind, by its id or as pages call it: valmont -> case:valmont."""
    groups: dict[str, Collection[str]] = {
        "chapter": library.chapters,
        "concept": library.concepts,
        "case": library.cases,
        "tool": library.tools,
    }
    by_id = [f"{kind}:{name}" for kind, group in groups.items() if name in group]
    by_name = [f"{kind}:{id_}" for kind in KINDS if (id_ := library.names.bearer(kind, name))]
    near = by_id or by_name
    return near[0] if len(near) == 1 else ""


def _with_id(library: Library, finding: Finding) -> Finding:
    values = finding.values
    if values.get("form") == "entry" and not values.get("nearest"):
        near = _entry(library, values["found"])
    elif values.get("form") in ("id", "key"):
        work = WORK.fullmatch(values["found"])
        near = work[1] if work and work[1] in library.references else library.names.id(values["found"])
        near = near or library.names.id(values["found"], ("work",))
        near = near or library.names.id(values["found"], ("within",))
    else:
        return finding
    return replace(finding, values={**values, "nearest": near}) if near else finding
