"""All outcomes of all cases in one table: their kinds by their stages, each cell opening its cases.

Beside it stand the figures whose source counted outcomes in its own way; the two are never added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Text
from vademecum.document.tree import Block
from vademecum.model.cases import EVIDENCE
from vademecum.model.facets import OUTCOMES, SILENT, Facet
from vademecum.pages.cases.outcome_lines import marks
from vademecum.pages.common.facet_words import value_label
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import box, heading, paragraph, plain, to_entry

BESIDE = "outcomes"  # what the figures say that stand beside this table


@dataclass(slots=True)
class Cell:
    """The outcomes of one kind at one stage: how many, in how many cases, on what evidence."""

    outcomes: int = 0
    cases: set[str] = field(default_factory=set)
    evidence: Counter[str] = field(default_factory=Counter)


def cells(library: LanguageLibrary) -> dict[tuple[str, str], Cell]:
    """Every (kind, stage) of which a case tells."""
    found: dict[tuple[str, str], Cell] = {}
    for id_, parts in library.library.case_parts.items():
        for part in parts.get(OUTCOMES, ()):
            if "kind" in part:
                cell = found.setdefault((part["kind"], part["stage"]), Cell())
                cell.outcomes += 1
                cell.cases.add(id_)
                cell.evidence[part.get("evidence", "")] += 1
    return found


def matrix(library: LanguageLibrary) -> Iterator[Block]:
    """The table of our cases' outcomes, then the figures of the study."""
    said = library.words["cases"]["matrix"]
    facets = {facet.name: facet for facet in library.library.facets}
    if "kind" in facets:
        yield heading(said["ours"])
        yield paragraph(said["ours_text"])
        yield _table(facets["kind"], facets["stage"], library)
    figures = [id_ for id_, figure in library.library.figures.items() if figure.beside == BESIDE]
    if figures:
        yield heading(said["theirs"])
        yield paragraph(said["theirs_text"])
        yield from (tree.Figure(id_) for id_ in figures)


def _table(kinds: Facet, stages: Facet, library: LanguageLibrary) -> Block:
    found, language = cells(library), library.language
    said = library.words["cases"]["matrix"]
    names = [value_label(stages, stage, library.library, language) for stage in stages.values]
    head: list[Inlines] = [plain(said["kind"])]
    for stage, name in zip(stages.values, names, strict=True):
        head.append((*marks(((stage, ""),), alone=True), Text(f" {name[:1].upper()}{name[1:]}")))
    rows = []
    for kind in kinds.values:
        label = plain(value_label(kinds, kind, library.library, language))
        row = [_cell((kind, stage), found.get((kind, stage)), library) for stage in stages.values]
        rows.append(tree.Row((label, *row)))
    align = ("", *("" for _ in stages.values))
    table = tree.Table(align, tree.Row(tuple(head)), tuple(rows), heads=True, data=True)
    return box("matrix", [table])


def _cell(key: tuple[str, str], cell: Cell | None, library: LanguageLibrary) -> Inlines:
    """How many outcomes, with the way to their cases; then on what evidence."""
    said = library.words["cases"]["matrix"]
    if cell is None:
        return (inlines.Span(plain(said["none"]), name="none"),)
    kind, stage = key
    count = said["outcomes"][min(cell.outcomes, 2) - 1].format(cell.outcomes)
    cases = said["cases"][min(len(cell.cases), 2) - 1].format(len(cell.cases))
    link = to_entry("index", f"{OUTCOMES}/{kind}-{stage}", f"{count}, {cases}")
    known = [name for name in EVIDENCE if cell.evidence[name]]
    if stage == SILENT or not known:
        return (link,)
    labels = library.words["case"]["evidence"]
    lines: Inlines = ()
    for name in known:
        mark = marks(((stage, name),), alone=True)
        text = said["evidence"].format(label=labels[name], count=cell.evidence[name])
        lines += (inlines.Break(), *mark, Text(text))
    return (link, *lines)
