"""Facts that cannot be: an end before its start, a day to come, a place outside its country, one party twice.

What a value is, the model says; what it can be, this module.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Any

from vademecum.checks.entries.acronyms import acronyms
from vademecum.checks.entries.bodies import bodies
from vademecum.checks.entries.codes import codes
from vademecum.checks.entries.money import EARLIEST, sums
from vademecum.checks.entries.parties import parties
from vademecum.checks.entries.places import boxes, is_in
from vademecum.checks.entries.populations import populations
from vademecum.checks.entries.silences import says_nothing
from vademecum.language.collation import letters
from vademecum.model import STAGES, Case, Finding
from vademecum.model.chapters import PLACE
from vademecum.model.markers import At, Checked, InWorld, Marker, Past, Since, Until
from vademecum.model.passages import Passage
from vademecum.model.references import Acronym
from vademecum.model.tools import ReadingPath
from vademecum.model.walk import Step, walk
from vademecum.sources.library import Entry, Library
from vademecum.sources.meant.codes import country_named, is_country
from vademecum.sources.text.source_file import SourceFile

# What may be to come of a case that is not over.
FORESEEN: dict[str | None, frozenset[type[Marker]]] = {
    "planned": frozenset((Since, Until)),
    "under-way": frozenset((Until,)),
}


def facts(entry: Entry, today: datetime.date) -> Iterator[Finding]:
    """Every fact of an entry that cannot be, or is likely to be a slip."""
    yield from dates(entry, today)
    yield from _places(entry)
    yield from _lists(entry)
    yield from codes(entry)
    if isinstance(entry.model, Case):
        yield from parties(entry.model, entry.document)
        yield from _said(entry.model, entry.document)
        yield from bodies(entry.model, entry.document)
        yield from populations(entry.model, entry.document)
        yield from _logics(entry.model, entry.document)
        yield from _outcomes(entry.model, entry.document)
        yield from _status(entry.model, entry.document, today)
        yield from sums(entry.model, entry.document, today, foreseen=entry.model.status in FORESEEN)


# -- time -------------------------------------------------------------------------------------------------


def dates(entry: Entry, today: datetime.date) -> Iterator[Finding]:
    """Dates to come; an end before its start; years after the day on which the entry was last compared."""
    steps = walk(entry.model, Past)
    checked = [step for step in steps if Checked in step.shape.marks]
    starts = {id(step.owner): step for step in steps if Since in step.shape.marks}
    early = _checked_before(entry, steps, checked, today)
    after = checked and not early
    if early:
        yield early
    for step in steps:
        marks, told = step.shape.marks, str(step.value)
        foreseen = not FORESEEN.get(getattr(entry.model, "status", None), frozenset()).isdisjoint(marks)
        place = entry.document.where(*entry.at, *step.path)
        begun = starts.get(id(step.owner)) if Until in marks else None
        if foreseen:
            continue
        if told > today.isoformat()[: len(told)]:
            yield Finding("to-come", place, {"found": told, "limit": today.isoformat()})
        elif begun is not None and _before(told, begun.value):
            yield Finding("end-before-start", place, {"found": f"{begun.value} – {told}"})
        elif Since in marks and int(told[:4]) < EARLIEST:
            yield Finding("early-year", place, {"found": told, "limit": str(EARLIEST)})
        elif after and {Since, Until} & marks.keys() and _before(str(checked[0].value), told):
            yield Finding("after-check", place, {"found": told, "limit": str(checked[0].value)})


def _checked_before(
    entry: Entry, steps: Sequence[Step], checked: Sequence[Step], today: datetime.date
) -> Finding | None:
    """A check before all that the entry says of its time: the check's date is the one that cannot be."""
    told = [str(step.value) for step in steps if {Since, Until} & set(step.shape.marks)]
    if getattr(entry.model, "status", None) in FORESEEN or any(
        _before(today.isoformat(), one) for one in told
    ):
        return None  # of which others tell
    if not checked or not told or not all(_before(str(checked[0].value), one) for one in told):
        return None
    values = {"found": str(checked[0].value), "other": min(told)}
    return Finding("checked-before", entry.document.where(*entry.at, *checked[0].path), values)


def _status(case: Case, document: SourceFile, today: datetime.date) -> Iterator[Finding]:
    """A status that the period or an outcome contradicts: planned and begun, under way and at its end."""
    now, period = today.isoformat(), case.period
    said, at = {"planned": (period.start, "start"), "under-way": (period.end, "end")}.get(
        case.status or "", (None, "")
    )
    if said and said < now[: len(said)]:
        values = {"found": str(case.status), "other": f"{at}: {said}"}
        yield Finding("past-status", document.where("status"), values)
        return
    for id_, outcome in case.outcomes.items() if case.status == "planned" else ():
        if observed := outcome.stages.observed:
            place = document.where("outcomes", id_, "stages", "observed")
            yield Finding("observed-ahead", place, {"found": observed.text[:60]})


def _before(one: str, other: str) -> bool:
    """Whether one date is before another as far as both say it: 2014 is not before 2014-05."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


# -- places -----------------------------------------------------------------------------------------------


def _places(entry: Entry) -> Iterator[Finding]:
    for step in walk(entry.model, InWorld, At):
        place = entry.document.where(*entry.at, *step.path)
        marker = step.shape.mark(At)
        if marker is None:
            if not is_country(step.value):
                values = {"found": step.value, "nearest": country_named(step.value)}
                yield Finding("unknown-country", place, values)
            continue
        code = getattr(step.owner, marker.country) or ""
        if not boxes().get(code) or is_in(code, *step.value):
            continue
        latitude, longitude = step.value
        values = {"found": f"[{latitude}, {longitude}], {code}"}
        if is_in(code, longitude, latitude):
            yield Finding("swapped-position", place, {**values, "nearest": f"[{longitude}, {latitude}]"})
        else:
            yield Finding("position-elsewhere", place, values)


# -- words and outcomes -----------------------------------------------------------------------------------


def _said(case: Case, document: SourceFile) -> Iterator[Finding]:
    if case.summary == case.title:
        yield Finding("said-twice", document.where("summary"), {"found": case.summary[:60]})


def _logics(case: Case, document: SourceFile) -> Iterator[Finding]:
    """A logic whose reason is its letter, a tick, or that of another."""
    seen: set[str] = set()
    for key, reason in case.logics.items():
        if (words := letters(reason)) in seen:
            yield Finding("said-twice", document.where("logics", key), {"found": reason[:60]})
        seen.add(words)
        if reason.strip(" .").casefold() == key.casefold() or says_nothing(reason):
            yield Finding("says-nothing", document.where("logics", key), {"found": reason})


def _outcomes(case: Case, document: SourceFile) -> Iterator[Finding]:
    """Outcomes of which nothing is told, or the same at every stage."""
    for id_, outcome in case.outcomes.items():
        at, told = ("outcomes", id_, "stages"), outcome.stages.told()
        if not told:
            yield Finding("no-stage", document.where(*at), {"found": id_})
        texts: dict[str, str] = {}
        for name, stage in told.items() if len(told) > 1 else ():
            words = letters(stage.text)
            if words in texts:
                values = {"found": stage.text[:60], "other": texts[words]}
                yield Finding("same-stage", document.where(*at, name, "text"), values)
            texts.setdefault(words, name)
        for name, stage in told.items():
            if stage.evidence and name != STAGES[-1]:
                place = document.where(*at, name, "evidence")
                yield Finding("evidence-of-hopes", place, {"found": stage.evidence})
        if (observed := outcome.stages.observed) and observed.evidence is None:
            yield Finding("no-evidence", document.where(*at, "observed"), {"found": observed.text[:60]})


# -- lists ------------------------------------------------------------------------------------------------


def _lists(entry: Entry) -> Iterator[Finding]:
    """What stands twice in one list, or in two where it can but stand in one."""
    for step in walk(entry.model, kind="list"):
        if len(step.value) > 1:
            yield from _twice(entry, step)
    if isinstance(entry.model, ReadingPath):
        yield from _stops(entry, entry.model)
    if isinstance(entry.model, Acronym):
        yield from acronyms(entry)
    if entry.kind == "concept":
        model: Any = entry.model
        for id_ in set(model.relations.broader) & set(model.relations.related):
            at = entry.document.where("relations", "related", model.relations.related.index(id_))
            yield Finding("said-twice", at, {"found": id_})
        for key, definition in model.definitions.items():
            if definition.cited_in == definition.source:
                at = entry.document.where("definitions", key, "cited_in")
                yield Finding("cited-in-itself", at, {"found": definition.source})


def _stops(entry: Entry, path: ReadingPath) -> Iterator[Finding]:
    """A path that leads to one place twice."""
    seen: set[str] = set()
    for number, stop in enumerate(path.steps):
        if stop.to in seen:
            yield Finding("said-twice", entry.document.where("steps", number, "to"), {"found": stop.to})
        seen.add(stop.to)


def _twice(entry: Entry, step: Step) -> Iterator[Finding]:
    """An item that stands in a list before: words, words by language, or a passage of a work."""
    seen: set[str] = set()
    for number, value in enumerate(step.value):
        if not isinstance(value, (str, dict, Passage)):
            continue
        words = next(iter(value.values())) if isinstance(value, dict) else value
        shown = value.source if isinstance(value, Passage) else str(words)
        folded = re.sub(r"\s+", " ", str(words)).strip()
        if folded in seen:
            place = entry.document.where(*entry.at, *step.path, number)
            yield Finding("said-twice", place, {"found": shown[:60]})
        seen.add(folded)


def _apart(library: Library) -> Iterator[Finding]:
    """Two chapters, each in one language alone, that stand in one place."""
    alone: dict[tuple[str, int], str] = {}
    for chapter in library.chapters.values():
        if len(chapter.meta) > 1:
            continue
        ((language, meta),) = chapter.meta.items()
        document = chapter.documents[language]
        other = alone.setdefault((meta.part, meta.order), document.path)
        folder = document.path.rpartition("/")[0]
        if other.rpartition("/")[0] != folder:
            near = f"{folder}/{other.rpartition('/')[2]}"
            yield Finding(
                "pair-apart",
                document.where("order"),
                {"found": document.path, "other": other, "nearest": near},
            )


def orders(library: Library) -> Iterator[Finding]:
    """Two chapters that want one place in one part; one that stands elsewhere in the other language."""
    yield from _apart(library)
    taken: dict[tuple[str, str, int], str] = {}
    for chapter in library.chapters.values():
        original = chapter.meta[chapter.original]
        for language, meta in chapter.meta.items():
            document = chapter.documents[language]
            for key in PLACE:
                found, other = getattr(meta, key), getattr(original, key)
                known = key != "part" or {found, other} <= library.vocabularies.parts.keys()
                if found != other and known:
                    values = {"key": key, "found": str(found), "other": str(other)}
                    yield Finding("place-differs", document.where(key), values)
            taker = taken.setdefault((language, meta.part, meta.order), document.path)
            if taker != document.path:
                values = {"found": str(meta.order), "other": taker}
                yield Finding("shared-order", document.where("order"), values)
