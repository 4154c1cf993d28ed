"""Identifiers that were promised to last: what was published is there, former ids name one entry."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.language.nearest import nearest
from vademecum.model import Finding, Location
from vademecum.sources.library import Library
from vademecum.sources.published import PUBLISHED


def identifiers(library: Library) -> Iterator[Finding]:
    """Entries that were published once and are gone without a successor; former ids that are in use."""
    known = library.by_kind
    for (kind, id_), published in library.published.items():
        there = id_ in known[kind] or (kind, id_) in library.successors
        if not there and library.unread.isdisjoint({(kind, id_), (kind, "*")}):
            values = {"found": f"{kind}:{id_}", "id": id_, "nearest": nearest(id_, known[kind])}
            yield Finding("published-gone", Location(PUBLISHED, published.line), values)
    yield from _former(library)


def _former(library: Library) -> Iterator[Finding]:
    """Former ids that an entry of today bears, or that two entries claim."""
    known = library.by_kind
    for entry in library.entries():
        id_ = getattr(entry.model, "id", "")
        for number, former in enumerate(getattr(entry.model, "formerly", ())):
            other = former if former in known[entry.kind] else library.successors[entry.kind, former]
            if other != id_ or other == former:
                place = entry.document.where(*entry.at, "formerly", number)
                values = {"found": former, "other": f"{entry.kind}:{other}"}
                yield Finding("former-id-own" if former == id_ else "former-id-taken", place, values)
