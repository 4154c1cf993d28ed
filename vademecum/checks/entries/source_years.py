"""What a case or a figure gives as told by works that are older than it: outcomes observed, sums spent, years
of which a figure has numbers.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from vademecum.checks.entries.facts import FORESEEN
from vademecum.language.regex import regex
from vademecum.model import Case, Figure, Finding
from vademecum.model.funding import Amount
from vademecum.sources.library import FIGURES, Library
from vademecum.sources.text.source_file import SourceFile

AHEAD = 1  # years that a sum is voted ahead of its own
YEAR = regex(r"(?:19|20)\d\d")


def source_years(library: Library) -> Iterator[Finding]:
    """Remarks on the works of each case that are too old for what they are cited for."""
    for case in library.cases.values():
        document = case.documents[case.original]
        yield from _observed(case.facts, document, library)
        if case.facts.status not in FORESEEN:
            yield from _sums(case.facts, document, library)
    for id_, figure in library.figures.items():
        yield from _years(figure, library.documents[f"{FIGURES}{id_}.yml"], library)


def _observed(case: Case, document: SourceFile, library: Library) -> Iterator[Finding]:
    """Outcomes observed before the beginning: the beginning itself is told where all are."""
    start, end = case.period.start, case.period.end
    if not start or start[:4] > str(datetime.date.today().year) or (end and end < start):
        return  # of which others tell
    observed = {id_: stage for id_, one in case.outcomes.items() if (stage := one.stages.observed)}
    issued = {id_: _issued(stage.source, library) for id_, stage in observed.items()}
    early = [id_ for id_, date in issued.items() if date and date[:4] < start[:4]]
    if not early:
        return
    whole = len(early) == len(observed)
    for id_ in early[:1] if whole else early:
        values = {"found": f"{issued[id_]} ({observed[id_].source})", "limit": start}
        path = ("period", "start") if whole else ("outcomes", id_, "stages", "observed", "source")
        yield Finding("observed-before", document.where(*path), values)


def _sums(case: Case, document: SourceFile, library: Library) -> Iterator[Finding]:
    """Sums of a year in which their source was long published."""
    given: list[tuple[tuple[str, ...], tuple[Amount, ...]]] = [(("budget",), case.budget)]
    given += [(("funders", id_, "amounts"), funder.amounts) for id_, funder in case.funders.items()]
    for path, amounts in given:
        for number, amount in enumerate(amounts):
            issued = _issued(amount.source, library)
            past = issued and int(issued[:4]) + AHEAD < (amount.year or 0) <= datetime.date.today().year
            if past:
                values = {"found": str(amount.year), "limit": f"{issued} ({amount.source})"}
                yield Finding("sum-after-source", document.where(*path, number, "year"), values)


def _years(figure: Figure, document: SourceFile, library: Library) -> Iterator[Finding]:
    """The first year that a figure has numbers of and in which all works that it is drawn from were long
    published. A sequence may have dates that were known before.
    """
    works = (figure.source, *(passage.source for passage in figure.also))
    issued = [_issued(id_, library)[:4] for id_ in works]
    if figure.kind == "sequence" or not all(issued):
        return
    for key, row in figure.rows.items():
        label = next(iter((row.label or {}).values()), "").strip()
        numbers = any(value is not None for value in row.values.values())
        if numbers and YEAR.fullmatch(label) and int(max(issued)) + AHEAD < int(label):
            values = {"found": label, "limit": max(issued)}
            yield Finding("year-after-source", document.where("rows", key, "label"), values)
            return


def _issued(id_: str, library: Library) -> str:
    work = library.references.get(id_)
    return (work.issued or "") if work else ""
