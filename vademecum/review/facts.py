"""Numbers and names that were not on a page before, each with its sentence and what its passage cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vademecum.language.mentions import names, numbers
from vademecum.review.changes import NewFact
from vademecum.review.pages import Pair, different
from vademecum.review.texts import Line


def facts(found: Iterable[Pair]) -> Iterator[NewFact]:
    """The new numbers and names of pages in their own language; those of lists stand elsewhere too."""
    for pair in found:
        page = pair.page
        if pair.after is None or page.spoken != page.language or page.kind in ("index", "home"):
            continue
        known = {number for line in pair.old for number in numbers(line.own)}
        before = "\n".join(line.own for line in pair.old)
        yield from _of(different(pair.new, pair.old), known, before, page.source or "")


def _of(lines: Iterable[Line], known: set[str], before: str, path: str) -> Iterator[NewFact]:
    """The numbers and names of some lines that are not known, nor, for a name, in the text before."""
    for line in lines:
        if line.heading or (line.origin is None and not line.sources):
            continue  # what the generator makes of facts: a date in words, a label of a list
        place = line.origin.location(line.at) if line.origin else None
        for kind, mentioned in (("number", numbers(line.own)), ("name", names(line.own))):
            for fact in mentioned:
                if fact not in known and not (kind == "name" and fact in before):
                    known.add(fact)
                    yield NewFact(
                        place.path if place else path,
                        place.line if place else 1,
                        kind,  # type: ignore[arg-type]
                        fact,
                        line.words,
                        line.sources,
                    )
