"""The line of an outcome: a mark for each stage that sources tell of, its evidence, and the same in words.

It is the same wherever a case is listed. A mark is drawn by the style sheet, and says nothing that the words
do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Text
from vademecum.document.tree import Blocks
from vademecum.language.words import words
from vademecum.model import STAGES, Case
from vademecum.model.facets import SILENT

Told = tuple[str, str]  # a stage, or that the sources are silent, and its evidence


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What is known of an outcome: its kind, whom it is for, each stage told of with its evidence ("" for
    none). The stage `silent` stands in for the observed one.
    """

    kind: str
    whom: str
    told: tuple[Told, ...]


def outcome_lines(facts: Case) -> tuple[OutcomeLine, ...]:
    """What is known of each outcome of a case."""
    lines = []
    for outcome in facts.outcomes.values():
        told: list[Told] = [(name, stage.evidence or "") for name, stage in outcome.stages.told().items()]
        if outcome.stages.observed is None:
            told.append((SILENT, SILENT))
        lines.append(OutcomeLine(outcome.kind, outcome.for_, tuple(told)))
    return tuple(lines)


# -- in words ---------------------------------------------------------------------------------------------


def told_words(told: Iterable[Told], language: str) -> str:
    """The stages of an outcome in words: "sought; observed (claimed)"."""
    case, said = words(language)["case"], words(language)["cases"]
    parts = []
    for stage, evidence in told:
        if stage == SILENT:
            parts.append(said["unobserved"])
        else:
            label = str(case["stages"][stage]).lower()
            known = f" ({case['evidence'][evidence]})" if evidence else ""
            parts.append(label + known)
    return str(said["joint"]).join(parts)


def marks(told: Iterable[Told], alone: bool = False) -> Inlines:
    """The mark of each stage, in the order of stages; a stage that is not told of leaves its place empty, but
    where a mark stands `alone`.
    """
    known: Mapping[str, str] = dict(told)
    names = []
    for stage in STAGES:
        if alone and stage not in known and not (stage == "observed" and SILENT in known):
            continue
        name = stage if stage in known else SILENT if stage == "observed" else "untold"
        names.append(" ".join(filter(None, ("mark", name, known.get(name, "") if name != SILENT else ""))))
    return (inlines.Span(tuple(inlines.Span((), name=name) for name in names), name="marks"),)


def seen(outcomes: Iterable[OutcomeLine], language: str) -> Blocks:
    """The outcomes of a case, a line each; that the sources tell of none is a line too."""
    case, said = words(language)["case"], words(language)["cases"]
    lines = [
        _line(case["outcome_kinds"][one.kind], case["for"][one.whom], one.told, language) for one in outcomes
    ]
    if not lines:
        lines = [tree.Item((tree.Line((*marks(((SILENT, ""),)), Text(said["no_outcome"]))),))]
    return (tree.Box("seen", (tree.Items(tuple(lines)),)),)


def _line(kind: str, whom: str, told: tuple[Told, ...], language: str) -> tree.Item:
    named: Inlines = (inlines.Strong((Text(kind),)), inlines.Span((Text(f" {whom}"),), name="whom"))
    told_of = inlines.Span((Text(told_words(told, language)),), name="told")
    return tree.Item(
        (tree.Line((inlines.Span(named, name="which"), Text(" "), *marks(told), Text(" "), told_of)),)
    )
