"""Passages against the record: what a language lacks, what is older than its original, what is left over.

A part is stale where its original says something else than when the translation was last made or changed, and
the translation does not. Where both have changed since, whoever changed the translation saw the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from vademecum.language.languages import LANGUAGES
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library
from vademecum.translations import record as records
from vademecum.translations.passages import Part, Passage, Unit, units
from vademecum.translations.record import Record, Recorded, Seen
from vademecum.translations.sections import Pair, Section, paired, structure, title_pairs

# "current": both say the same as when they were compared; "new": nothing is recorded yet; "renewed": both
# changed since; "reworded": the translation alone did; "orphaned": the original is gone.
Condition = Literal["current", "new", "renewed", "reworded", "stale", "missing", "orphaned", "shared"]


class State(NamedTuple):
    """How one part of a unit stands: the language that it is translated from, the one that is concerned, and
    what was recorded of it ({} for nothing)."""

    unit: Unit
    part: Part
    original: str
    language: str
    condition: Condition
    recorded: Recorded

    @property
    def of(self) -> Passage | None:
        """The passage that is translated."""
        return self.part.said.get(self.original)

    @property
    def by(self) -> Passage | None:
        """The passage that is, or should be, its translation."""
        return self.part.said.get(self.language)


@dataclass(frozen=True)
class Survey:
    """How every part of a library stands, and which unit of the record each unit is."""

    states: tuple[State, ...]
    names: Mapping[str, str]

    def of(self, *conditions: Condition) -> list[State]:
        return [state for state in self.states if state.condition in conditions]


def survey(library: Library, record: Record, cache: Cache | None = None) -> Survey:
    """Compare a library with its record."""
    return compared(units(library, cache), record)


def compared(found: Iterable[Unit], record: Record) -> Survey:
    """Compare units with a record."""
    every = list(found)
    gone = records.gone(record, (unit.key for unit in every))
    names: dict[str, str] = {}
    states: list[State] = []
    for unit in every:
        digests = _digests(unit) if gone and unit.key not in record else ()
        names[unit.key] = records.known_as(unit.key, digests, record, gone)
        states += _states(unit, record.get(names[unit.key], {}))
    return Survey(tuple(states), names)


def _digests(unit: Unit) -> Iterator[str]:
    """The digests of a unit's passages, but for the shortest: those of two units may be the same."""
    words = [passage.words for part in unit.parts for passage in part.said.values()]
    words += [section.words for sections in unit.sections.values() for section in sections]
    return (Passage(said).digest for said in words if len(said) > 20)


def _states(unit: Unit, parts: Mapping[str, Recorded]) -> Iterator[State]:
    for part in unit.parts:
        yield _state(unit, part, parts.get(part.name, {}))
    if unit.sections:
        yield from _of_sections(unit, parts)


def _of_sections(unit: Unit, parts: Mapping[str, Recorded]) -> Iterator[State]:
    """How the sections of a text stand, each found again by its anchor in either language."""
    by_anchor = {
        (language, seen.anchor): recorded
        for recorded in parts.values()
        for language, seen in recorded.items()
        if seen.anchor is not None
    }
    for part in section_parts(unit, parts.values()):
        places = ((language, passage.anchor) for language, passage in part.said.items())
        recorded = next((by_anchor[place] for place in places if place in by_anchor), {})
        yield _state(unit, part, recorded)


def section_parts(unit: Unit, recorded: Iterable[Recorded] = ()) -> Iterator[Part]:
    """The sections of a text as parts: those that say the same in both languages are one."""
    first, second = LANGUAGES
    ones, others = unit.sections.get(first, ()), unit.sections.get(second, ())
    known: list[Pair] = []
    for one in recorded:
        here, there = one.get(first), one.get(second)
        if here and there and here.anchor is not None and there.anchor is not None:
            known.append((here.anchor, there.anchor))
    titles = title_pairs(first, second) if unit.key.startswith("case_studies/") else ()
    pairs = paired(ones, others, known, titles) if len(unit.files) == len(LANGUAGES) else []
    there_of, by_anchor = dict(pairs), {section.anchor: section for section in others}
    for section in ones:
        said = {first: _passage(section)}
        if section.anchor in there_of:
            said[second] = _passage(by_anchor[there_of[section.anchor]])
        yield Part(f"#{section.anchor}", said)
    taken = set(there_of.values())
    for section in others:
        if section.anchor not in taken:
            yield Part(f"#{section.anchor}", {second: _passage(section)})


def _passage(section: Section) -> Passage:
    return Passage(section.words, (), section.anchor, section.at)


def _state(unit: Unit, part: Part, recorded: Recorded) -> State:
    original = unit.original or next(iter(recorded), "") or next(iter(part.said))
    other = next(language for language in LANGUAGES if language != original)
    return State(unit, part, original, other, _condition(part, original, other, recorded), recorded)


def _condition(part: Part, original: str, other: str, recorded: Recorded) -> Condition:
    if original not in part.said:
        return "orphaned"
    if other not in part.said:
        return "shared" if part.shared else "missing"
    if not (original in recorded and other in recorded):
        return "new"
    anew = part.said[original].digest != recorded[original].digest
    reworded = part.said[other].digest != recorded[other].digest
    if anew:
        return "renewed" if reworded else "stale"
    return "reworded" if reworded else "current"


# -- structure ---------------------------------------------------------------------------------------------


def lost(state: State) -> tuple[Sequence[str], Sequence[str]]:
    """What only the original of a part cites, links to or shows, and what only its translation does."""
    if state.of is None or state.by is None:
        return (), ()
    here, there = structure(state.of.words), structure(state.by.words)
    return sorted((here - there).elements()), sorted((there - here).elements())


# -- recording ---------------------------------------------------------------------------------------------


def recorded_anew(
    found: Survey, record: Record, confirmed: Iterable[str] = ()
) -> dict[str, dict[str, Recorded]]:
    """The record as it should be: new and changed pairs noted, what is stale kept as it was.

    The parts of units whose keys are `confirmed` are noted as they are, since somebody has compared them.
    """
    sure = set(confirmed)
    made: dict[str, dict[str, Recorded]] = {}
    for state in found.states:
        kept = state.condition in ("stale", "missing", "orphaned") and len(state.recorded) > 1
        if kept and state.unit.key not in sure:
            noted: Recorded = state.recorded
        else:
            noted = _noted(state)
        if noted:
            made.setdefault(state.unit.key, {})[_name(state, noted)] = noted
    return made


def _noted(state: State) -> dict[str, Seen]:
    """A part's passages as they are, the original first."""
    is_section = state.part.name.startswith("#")
    return {
        language: Seen(passage.digest, passage.anchor if is_section else None)
        for language in (state.original, state.language)
        if (passage := state.part.said.get(language))
    }


def _name(state: State, noted: Recorded) -> str:
    """The name of a part in the record: a section's is its anchor in the language that comes first."""
    seen = next(iter(noted.values()))
    return state.part.name if seen.anchor is None else f"#{seen.anchor}"
