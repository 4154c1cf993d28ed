"""Works that a translation cites otherwise than its original: another, none, or another place in one – a page
or a section mistyped.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

from vademecum.checks.bilingual.passages import GAP, side_by_side
from vademecum.checks.rules.slip import Slip
from vademecum.language.regex import regex

CITED = regex(r"\[(@[^\[\]\n]{1,200})\]")
WORK = regex(r"@([\w-]+)(?:,\s*([^;]*))?")
FIGURES = regex(r"\d+")
Places = dict[str, Counter[tuple[str, ...]]]
Works = dict[str, list[re.Match[str]]]


def other_places(here: str, _ours: str, there: str, _theirs: str) -> Iterator[Slip]:
    """The first place that one text cites of a work and another, in the other language, does not, which cites
    another instead; where each stands. Only figures are compared: words are of a language.
    """
    citations, theirs = CITED.findall(here), CITED.findall(there)
    if citations == theirs or sorted(citations) == sorted(theirs):
        return
    mine, others = _places(citations), _places(theirs)
    for source, places in mine.items():
        beside = others.get(source)
        if beside is None or places.total() != beside.total():
            continue  # one that is cited more often in a language is no slip
        more, fewer = list((places - beside).elements()), list((beside - places).elements())
        if len(more) == 1 and more[0] and fewer[0]:
            found = next(one for one in CITED.finditer(here) if more[0] in _places([one[1]]).get(source, ()))
            other = next(
                one for one in CITED.finditer(there) if fewer[0] in _places([one[1]]).get(source, ())
            )
            yield "place-cited-differs", found.start(), {"found": found[0], "other": other[0]}
            return


def other_works(here: str, there: str, ours: str, theirs: str) -> Iterator[Slip]:
    """The first work that a passage of the original cites and ours does not, which may cite another instead.

    One that the whole text, `ours`, cites as often as the original does has only moved.
    """
    if CITED.findall(here) == CITED.findall(there):
        return
    for at, one, other in side_by_side(here, there):
        if told := [*_of_passage(one, other, _works(ours), _works(theirs))]:
            yield from ((code, at + start, values) for code, start, values in told)
            return
    yield from _place_lost(_works(here), _works(there), here, there, ours)


def _of_passage(here: str, there: str, ours: Works, theirs: Works) -> Iterator[Slip]:
    """The same of one passage, given the works of the whole texts."""
    mine, others = _works(here), _works(there)
    lacking, strange = _fewer(mine, others, ours, theirs), _fewer(others, mine, theirs, ours)
    if lacking and strange:
        found, other = mine[strange[0]][-1], others[lacking[0]][-1]
        yield "place-cited-differs", found.start(), {"found": found[0], "other": other[0]}
        return
    # One that is cited once more for the same paragraph is a matter of style.
    for work in lacking:
        if work not in mine:
            other = others[work][0]
            place = next(place.strip() for source, place in WORK.findall(other[1]) if source == work)
            shown = f"[@{work}, {place}]" if place and "@" not in place else f"[@{work}]"
            yield "citation-untranslated", _like(here, there, other.start()), {"found": shown}
            return
    for work in strange:
        if work not in others:
            found = mine[work][0]
            yield "citation-added", found.start(), {"found": found[0]}
            return


def _fewer(mine: Works, others: Works, ours: Works, theirs: Works) -> list[str]:
    """The works that a passage cites fewer times than its counterpart, as does the text than the other."""
    return [
        work
        for work, citations in others.items()
        if len(mine.get(work, ())) < len(citations) and len(ours.get(work, ())) < len(theirs.get(work, ()))
    ]


def _place_lost(mine: Works, others: Works, here: str, there: str, ours: str) -> Iterator[Slip]:
    """The first place in a work that the original cites and our text nowhere; ours cites fewer there."""
    for work, citations in others.items():
        if len(mine.get(work, ())) >= len(citations):
            continue
        had = {figure for one in _works(ours).get(work, ()) for figure in FIGURES.findall(one[1])}
        for one in citations:
            places = _places([one[1]])[work]
            if all(place and had.isdisjoint(place) for place in places):
                yield "citation-untranslated", _like(here, there, one.start()), {"found": one[0]}
                return


@functools.lru_cache(16)  # of whole texts, each of whose passages asks for them again
def _works(text: str) -> Works:
    """The citations of each work."""
    found: Works = {}
    for citation in CITED.finditer(text) if "[@" in text else ():
        for source, _ in WORK.findall(citation[1]):
            found.setdefault(source, []).append(citation)
    return found


def _like(here: str, there: str, at: int) -> int:
    """Where the paragraph of a passage begins like another's by its place; else the passage's."""
    mine, others = list(GAP.finditer(here)), list(GAP.finditer(there))
    before = sum(gap.end() <= at for gap in others)
    return mine[before - 1].end() if before and len(mine) == len(others) else 0


def _places(citations: list[str]) -> Places:
    """How often each place of each work is cited, a place by its figures."""
    found: Places = {}
    for citation in citations:
        for source, place in WORK.findall(citation):
            found.setdefault(source, Counter())[tuple(FIGURES.findall(place))] += 1
    return found
