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
from vademecum.language.nearest import nearest
from vademecum.language.regex import regex
from vademecum.language.words import words
from vademecum.model import Concept, Finding, Reference
from vademecum.model.cases import PARTIES
from vademecum.model.tools import Markers
from vademecum.sources.meant.labels_meant import with_keys
from vademecum.sources.meant.suggestions import suggestion
from vademecum.sources.text.braces import quoted

if TYPE_CHECKING:
    from vademecum.sources.library import Library

# What is cited and the place in it: a title, p. 12.
PLACED = regex(
    r"(.*\S),? +\(?((?:pp?\.|§|section|chapitre|chapter|chap\.|page|pages|annexe)[ \u00a0]?\d[^()]*)\)?",
    re.IGNORECASE,
)
JOINED = regex(r"\s*[,;/&+]\s*|\s+(?:et|and|ou|or|puis|then)\s+")  # what stands between two ids
FEW = 10  # letters of a title that tell which it is
WORK = regex(r"\[?@?([\w-]+)(?:,([^\[\]]*))?\]?")
KINDS = ("concept", "case", "chapter")
OTHERWISE = {"case": ("case", "town"), "reference": ("work",)}  # where their names are
SHORTEST = 5  # letters of a part of a name that tell which it is


class Names:
    """The ids of a library's entries by what these are called, in any language; each kind is read when it is
    first asked for.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._ids: dict[str, dict[str, set[str]]] = {}

    def id(self, name: str, kinds: Collection[str] = KINDS) -> str:
        """The id of the entry that bears a name; "" where none or several do."""
        wanted = _plain(_bare_address(name) if "address" in kinds else name)
        ids = set[str]().union(*(self._of(kind).get(wanted, ()) for kind in kinds)) if wanted else set()
        return ids.pop() if len(ids) == 1 else ""

    def bearer(self, kind: str, name: str) -> str:
        """The id of the entry of a kind that alone is called so; a case also by who acts in it."""
        former = self.library.successors.get((kind, name), "")
        return former or self.id(name, OTHERWISE.get(kind, (kind,)))

    def part(self, kind: str, name: str) -> str:
        """The id of the entry of a kind that alone has some words in what it is called."""
        wanted = _plain(name)
        kinds = OTHERWISE.get(kind, (kind,)) if len(wanted) >= SHORTEST else ()
        within = (
            ids for one in kinds for other, ids in self._of(one).items() if f" {wanted} " in f" {other} "
        )
        ids = set[str]().union(*within)
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
        yield from ((id_, form) for id_, one in library.concepts.items() for form in _terms(one))
    elif kind == "chapter":
        for id_, chapter in library.chapters.items():
            yield from ((id_, name) for meta in chapter.meta.values() for name in _called(meta))
    elif kind in OF_A_WORK:
        yield from ((id_, name) for id_, work in library.references.items() for name in OF_A_WORK[kind](work))
    elif kind == "within":
        yield from _within(library)
    elif kind in OF_A_CASE:
        for id_, case in library.cases.items():
            for said in (case.facts, *case.translations.values()):
                yield from ((id_, name) for name in OF_A_CASE[kind](said))


def _bare_address(address: str) -> str:
    """An address without what any other may have before and behind it."""
    bare = re.sub(r"\A(?:https?://)?(?:www\.)?(?:(?:dx\.)?doi\.org/)?", "", address.strip().lower())
    return bare.rstrip("/")


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


def _addresses(work: Reference) -> Iterator[str]:
    """Where a work is read."""
    yield from (_bare_address(one) for one in (work.URL, work.DOI) if one)


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


OF_A_WORK = {"work": _of_work, "address": _addresses}
OF_A_CASE = {"case": _called, "town": _acting}


def with_ids(library: Library, findings: Iterable[Finding]) -> list[Finding]:
    """Findings; those on ids in another form with the id that was meant, where one is known, and those on
    keys of vocabularies with what there is to choose from.
    """
    return [
        _with_id(library, finding)
        if finding.code == "bad-form"
        else with_keys(library.vocabularies, finding)
        if "vocabulary" in finding.values
        else _listed(library, finding)
        if finding.code == "wrong-shape" and finding.values.get("refers")
        else finding
        for finding in findings
    ]


def _entry(library: Library, name: str) -> str:
    """The entry that is named by its id or as pages call it, with its kind or without: valmont ->
    case:valmont.
    """
    kind, colon, called = name.partition(":")
    if colon and kind in KINDS:
        id_ = library.names.bearer(kind, called.strip())
        return f"{kind}:{id_}" if id_ else ""
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
    found = values.get("found", "")
    if values.get("form") == "entry" and not values.get("nearest"):
        near = _entry(library, found)
    elif several := _several(library, finding):
        return several
    elif values.get("form") in ("id", "key"):
        work = WORK.fullmatch(found)
        id_ = work[1] if work and work[1] in library.references else ""
        if placed := PLACED.fullmatch(found):
            id_ = id_ or _id(library, placed[1].rstrip(","), "reference")
        place = placed[2] if placed else work[2] if work and id_ else ""
        if id_ and place and values["key"].endswith("source"):
            both = {"found": found, "id": id_, "place": quoted(place.strip())}
            return replace(finding, code="place-in-source", values=both)
        near = id_ or _id(library, found, values.get("refers", ""))
        if values.get("refers"):
            form = f"of-{values['refers']}"
            return replace(finding, values={**values, "form": form, "nearest": near})
    else:
        return finding
    return replace(finding, values={**values, "nearest": near}) if near else finding


def _listed(library: Library, finding: Finding) -> Finding:
    """A finding on names where a list of ids is wanted, with the ids that bear them."""
    values = finding.values
    kind, known = values["refers"], library.by_kind.get(values["refers"], {})
    parts = [part for part in JOINED.split(values["found"].strip("[]() ")) if part]
    ids = [part if part in known else library.names.bearer(kind, part) for part in parts]
    near = f"[{', '.join(dict.fromkeys(ids))}]" if ids and all(ids) else ""
    return replace(finding, values={**values, "nearest": near}) if near else finding


def _several(library: Library, finding: Finding) -> Finding | None:
    """What is told of several ids where one is wanted: which there are, and where the others may go."""
    values = finding.values
    ids = [part for part in JOINED.split(values.get("found", "").strip("[] ")) if part]
    known = library.by_kind.get(values.get("refers", ""), {})
    there = (part in known or (values.get("refers", ""), part) in library.unread for part in ids)
    if len(ids) < 2 or not all(there):
        return None
    ids = list(dict.fromkeys(ids))
    told = {"found": values["found"], "choices": ", ".join(ids), "key": values["key"].rpartition(".")[2]}
    if "in" not in values:
        return replace(finding, code="several-ids", values=told)
    if not values["in"]:
        return replace(finding, code="ids-in-one", values=told)
    others = ", ".join(f"{{{told['key']}: {one}}}" for one in ids[1:])
    beside = {"id": ids[0], "other": values["in"], "nearest": f"[{others}]"}
    return replace(finding, code="ids-beside", values=told | beside)


def _id(library: Library, found: str, kind: str) -> str:
    """The id that a name or an address stands for; of a field that refers, one that there is."""
    names = library.names
    near = names.id(found) or names.id(found, ("work",)) or names.id(found, ("address",))
    near = near or names.id(found, ("within",))
    if not kind:
        return near
    known = library.by_kind[kind]
    plain = suggestion("id", found)
    near = near if near in known else plain if plain in known else nearest(plain, known)
    return near or (_work(library, found) if kind == "reference" else "")


def _work(library: Library, found: str) -> str:
    """The one work that has some words in its title, or that its author alone wrote."""
    wanted = _words(found)
    ids = [
        id_
        for id_, work in library.references.items()
        if (len(wanted) >= FEW and f" {wanted} " in f" {_words(work.title)} ")
        or any(_words(one.short) == wanted for one in work.author)
    ]
    return ids[0] if len(ids) == 1 else ""


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text)))
