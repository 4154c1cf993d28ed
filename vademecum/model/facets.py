"""What readers choose cases by: the facets that markers name, and the values of each case in them.

A case's values come in parts, since some belong together: the type and population of one authority, the kind,
stage and evidence of one outcome. A choice within a facet widens what is found, choices in several facets
narrow it; those of one group must meet in one part. A country's continent, an outcome's stage and the decades
of a period are worked out here.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from vademecum.language.formats import continents
from vademecum.model import markers
from vademecum.model.cases import STAGES, Case, Outcome
from vademecum.model.shapes import Shape, fields, shape_of
from vademecum.model.vocabularies import Vocabularies
from vademecum.model.walk import walk

SILENT = "silent"  # the stage and the evidence of an outcome of which no source says what was observed
UNDATED = "undated"  # the decade of facts of which no source gives a year
OF_AUTHORITY = ("type", "population")  # what is known of a case's own authorities
OUTCOMES, PARTNERS, PERIOD = "outcomes", "partners", "period"
# The order in which facets are shown; those that a model adds stand behind them.
ORDER = (
    *("type", "population", "country", "continent", "theme", "instrument"),
    *("kind", "stage", "evidence", "logic", "goal", PERIOD, "status"),
)
# Those that no field holds as it is: facet -> its group.
DERIVED = {"continent": PARTNERS, "stage": OUTCOMES, PERIOD: PERIOD}
Part = Mapping[str, str]  # facet -> value
Parts = Mapping[str, tuple[Part, ...]]  # group -> the parts of a case in it
Choices = Mapping[str, Collection[str]]  # facet -> the values chosen


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its name, the group whose parts hold it, its values in order; `of` is the field that bears it,
    `vocabulary` the list of vocabularies.yml that its values are from, "" for none.
    """

    name: str
    group: str
    values: tuple[str, ...]
    of: str = ""
    vocabulary: str = ""


def parts_of(case: Case) -> Parts:
    """A case's values, group by group."""
    found: dict[str, dict[object, dict[str, str]]] = {}
    for step in walk(case, markers.Facet):
        mark = step.shape.mark(markers.Facet)
        assert mark is not None
        if mark.within == OUTCOMES or (mark.within and step.path[0] != mark.within):
            continue
        part = step.path[:2] if mark.within else step.path
        found.setdefault(mark.within or mark.name, {}).setdefault(part, {})[mark.name] = str(step.value)
    for partner in found.get(PARTNERS, {}).values():
        if continent := continents().get(partner["country"]):
            partner["continent"] = continent
    parts = {group: tuple(held.values()) for group, held in found.items()}
    outcomes = tuple(_stages(case.outcomes.values())) or ({"stage": SILENT, "evidence": SILENT},)
    return {**parts, OUTCOMES: outcomes, PERIOD: tuple({PERIOD: decade} for decade in _decades(case))}


def _stages(outcomes: Iterable[Outcome]) -> Iterator[Part]:
    """Each stage of each outcome; that nothing is told of what was observed is a stage like the others."""
    for outcome in outcomes:
        told = outcome.stages.told()
        for name, stage in told.items():
            known = {"evidence": stage.evidence} if stage.evidence else {}
            yield {"kind": outcome.kind, "stage": name, **known}
        if "observed" not in told:
            yield {"kind": outcome.kind, "stage": SILENT, "evidence": SILENT}


def _decades(case: Case) -> list[str]:
    """The first years of the decades in which the facts fall; what goes on does so until it was verified."""
    first, last = case.period.years()
    if first is None and last is None:
        return [UNDATED]
    start, end = first or last or 0, last or first or 0
    if case.goes_on and case.verified:
        end = max(end, case.verified.year)
    return [str(year) for year in range(start // 10 * 10, end + 1, 10)]


def facets(vocabularies: Vocabularies, cases: Iterable[Parts]) -> tuple[Facet, ...]:
    """Every facet in which a case has a value; with the values of its list, else those that cases have."""
    found: dict[str, dict[str, None]] = {}
    for parts in cases:
        for held in parts.values():
            for part in held:
                for name, value in part.items():
                    found.setdefault(name, {})[value] = None
    return tuple(_facet(name, vocabularies, sorted(found[name])) for name in _ordered() if name in found)


def _facet(name: str, vocabularies: Vocabularies, found: list[str]) -> Facet:
    if name in DERIVED:
        values = found if name != "stage" else [*STAGES, SILENT]
        return Facet(name, DERIVED[name], tuple(values))
    shape = marked()[name]
    mark, listed = shape.mark(markers.Facet), shape.mark(markers.Vocabulary)
    assert mark is not None
    vocabulary = listed.name if listed else ""
    known = [*getattr(vocabularies, vocabulary)] if listed else [*shape.choices]
    values = [*known, *(value for value in found if value not in known)]
    if name == "evidence" and SILENT not in values:
        values.append(SILENT)
    return Facet(name, mark.within or name, tuple(values), shape.of, vocabulary)


def _ordered() -> list[str]:
    names = [*marked(), *DERIVED]
    return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


@functools.cache
def marked() -> dict[str, Shape]:
    """The values of a case that bear the marker, by the names of their facets."""
    return {mark.name: shape for shape in _below(shape_of(Case)) if (mark := shape.mark(markers.Facet))}


def _below(shape: Shape) -> Iterator[Shape]:
    """A shape and all those inside it."""
    yield shape
    inner = [field.shape for field in fields(shape.model)] if shape.model else []
    for one in (*inner, shape.keys, shape.items, *shape.parts):
        if one is not None:
            yield from _below(one)


def meets(parts: Parts, choices: Choices, groups: Mapping[str, str]) -> bool:
    """Whether a case's parts meet choices: in each group, one part has a chosen value in each facet chosen.

    `groups` gives the group of each facet.
    """
    wanted: dict[str, dict[str, Collection[str]]] = {}
    for name, values in choices.items():
        wanted.setdefault(groups[name], {})[name] = values
    return all(
        any(all(part.get(name) in values for name, values in asked.items()) for part in parts.get(group, ()))
        for group, asked in wanted.items()
    )
