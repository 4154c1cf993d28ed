"""One body in several cases: the same number of a register, and other facts, or another body's name."""

from __future__ import annotations

import math
from collections.abc import Iterator

from vademecum.language.collation import slug
from vademecum.model import Finding
from vademecum.model.cases import PARTIES, Authority
from vademecum.model.markers import Facet
from vademecum.model.shapes import fields
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import SourceFile

# What lists of cases are chosen by.
FACTS = tuple(field.key for field in fields(Authority) if field.shape.mark(Facet))
FAR = 10  # kilometres between two positions of one commune
OF_A_DEGREE = 111.2  # kilometres from south to north
SHORT = 3  # letters of a word of a name that says nothing of whose it is


def one_body(library: Library) -> Iterator[Finding]:
    """Remarks on what a case says of a body otherwise than another case that gives the same number for it."""
    known: dict[tuple[str, str], tuple[Authority, str]] = {}
    for case in library.cases.values():
        document = case.documents[case.original]
        for group in PARTIES:
            for id_, party in getattr(case.facts, group).items():
                yield from _party(party, (group, id_), document, known)


def _party(
    party: Authority,
    at: tuple[str, str],
    document: SourceFile,
    known: dict[tuple[str, str], tuple[Authority, str]],
) -> Iterator[Finding]:
    told: set[str] = set()
    for register, number in party.identifiers or ():
        if not isinstance(number, str):
            continue
        other, path = known.setdefault((register, number), (party, document.path))
        if path == document.path:
            continue
        if _words(other.name).isdisjoint(_words(party.name)):
            values = {"found": number, "other": f"{other.name} ({path})"}
            yield Finding("number-of-another", document.where(*at, "identifiers", register), values)
            continue
        for fact in FACTS:
            here, there = getattr(party, fact), getattr(other, fact)
            if here and there and here != there and fact not in told:
                told.add(fact)
                values = {"found": str(here), "other": f"{there} ({path})"}
                yield Finding("body-differs", document.where(*at, fact), values)
        if "position" not in told and _are_apart(party, other):
            told.add("position")
            values = {"found": _shown(party), "other": f"{_shown(other)} ({path})"}
            yield Finding("body-differs", document.where(*at, "position"), values)


def _are_apart(one: Authority, other: Authority) -> bool:
    """Whether two positions of a commune are of two places; a region's may be its centre and its seat."""
    if one.position is None or other.position is None or {one.type, other.type} - {"commune", None}:
        return False
    (north, east), (other_north, other_east) = one.position, other.position
    turned = abs(east - other_east)
    across = min(turned, 360 - turned) * math.cos(math.radians(north))
    return math.hypot(north - other_north, across) * OF_A_DEGREE > FAR


def _shown(party: Authority) -> str:
    latitude, longitude = party.position or (0, 0)
    return f"[{latitude}, {longitude}]"


def _words(name: str) -> set[str]:
    """The words of a name that may be those of another for the same body."""
    return {word for word in slug(name).split("-") if len(word) > SHORT} - {
        "ville",
        "commune",
        "conseil",
        "town",
    }
