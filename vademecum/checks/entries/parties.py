"""Who acts in a case: parties named twice or in one place, and who works with whom."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.model import Case, Finding
from vademecum.model.cases import PARTIES
from vademecum.sources.text.source_file import SourceFile

# Keys of the vocabulary of types whose bearers lie each in one country; a network or an institution may not.
OF_A_COUNTRY = frozenset(
    ("commune", "intercommunality", "metropolis", "department", "region", "province", "federated-state")
)


def parties(case: Case, document: SourceFile) -> Iterator[Finding]:
    """What is wrong with those who act in a case."""
    yield from _twice(case, document)
    yield from _placed(case, document)
    yield from _links(case, document)
    yield from _unlinked(case, document)


def _twice(case: Case, document: SourceFile) -> Iterator[Finding]:
    """Who stands on both sides."""
    for id_ in case.authorities.keys() & case.partners.keys():
        yield Finding("party-twice", document.where("partners", id_, key=True), {"found": id_})
    names = {party.name.casefold() for party in case.authorities.values()}
    for id_, partner in case.partners.items():
        if partner.name.casefold() in names:
            yield Finding("said-twice", document.where("partners", id_, "name"), {"found": partner.name})


def _placed(case: Case, document: SourceFile) -> Iterator[Finding]:
    """Authorities without their country; two of one kind in one place, as a town and its region may be."""
    places: dict[tuple[str | None, str | None, object], str] = {}
    for group in PARTIES:
        for id_, party in getattr(case, group).items():
            if party.type not in OF_A_COUNTRY:
                continue
            if party.country is None:
                yield Finding("no-country", document.where(group, id_, key=True), {"found": party.name})
            if party.position is None:
                continue
            latitude, longitude = party.position
            other = places.setdefault((party.type, party.country, party.position), id_)
            if other != id_:
                values = {"found": f"[{latitude}, {longitude}]", "other": other}
                yield Finding("shared-position", document.where(group, id_, "position"), values)


def _links(case: Case, document: SourceFile) -> Iterator[Finding]:
    """Links of somebody with themselves, and those that stand twice."""
    seen: set[frozenset[str]] = set()
    for number, pair in enumerate(case.links):
        if pair[0] == pair[1]:
            yield Finding("self-link", document.where("links", number), {"found": f"[{', '.join(pair)}]"})
        elif frozenset(pair) in seen:
            yield Finding("said-twice", document.where("links", number), {"found": f"[{', '.join(pair)}]"})
        seen.add(frozenset(pair))


def _unlinked(case: Case, document: SourceFile) -> Iterator[Finding]:
    """Partners whom nobody works with, of which an empty list says none; the first
    authority where none is linked, as one among several may be.
    """
    linked = {id_ for pair in case.links for id_ in pair}
    if "links" not in case.model_fields_set or not linked <= case.authorities.keys() | case.partners.keys():
        return
    for id_ in case.partners:
        if id_ not in linked:
            near = f"[{next(iter(case.authorities))}, {id_}]"
            values = {"found": id_, "nearest": near}
            yield Finding("unlinked-partner", document.where("partners", id_, key=True), values)
    if linked and case.partners and linked.isdisjoint(case.authorities):
        id_ = next(iter(case.authorities))
        values = {"found": id_, "nearest": f"[{id_}, {next(iter(case.partners))}]"}
        yield Finding("unlinked-authority", document.where("authorities", id_, key=True), values)
