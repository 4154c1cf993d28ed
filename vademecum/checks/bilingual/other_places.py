"""Works that a translation cites otherwise than its original: another, none, or another place in one – a page
or a section mistyped.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

from vademecum.checks.bilingual.passages import GAP
from vademecum.checks.words.slip import Slip

CITED = re.compile(r"\[(@[^\[\]\n]{1,200})\]")
WORK = re.compile(r"@([\w-]+)(?:,\s*([^;]*))?")
FIGURES = re.compile(r"\d+")
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
    """The first work that a passage of the original cites and ours does not, which may cite another instead;
    else the first that ours cites and the original does not.

    One that the whole text, `ours`, cites as often as the original does has only moved.
    """
    if "[@" not in there and "[@" not in here:
        return
    mine, others = _works(here), _works(there)
    if mine.keys() == others.keys():
        yield from _place_lost(mine, others, here, there, ours)
        return
    all_mine, all_theirs = _works(ours), _works(theirs)
    lacking = [one for one in others if one not in mine and len(all_mine.get(one, ())) < len(all_theirs[one])]
    strange = [one for one in mine if one not in others and len(all_mine[one]) > len(all_theirs.get(one, ()))]
    if not lacking:
        if strange:
            found = mine[strange[0]][0]
            yield "citation-added", found.start(), {"found": found[0]}
        return
    other = others[lacking[0]][0]
    place = next(place.strip() for source, place in WORK.findall(other[1]) if source == lacking[0])
    shown = f"[@{lacking[0]}, {place}]" if place and "@" not in place else f"[@{lacking[0]}]"
    if strange:
        found = mine[strange[0]][0]
        yield "place-cited-differs", found.start(), {"found": found[0], "other": other[0]}
    else:
        yield "citation-untranslated", _like(here, there, other.start()), {"found": shown}


def _place_lost(mine: Works, others: Works, here: str, there: str, ours: str) -> Iterator[Slip]:
    """The first place in a work that the original cites and our text nowhere; ours cites fewer there."""
    for work, citations in others.items():
        if len(mine[work]) >= len(citations):
            continue
        had = {figure for one in _works(ours)[work] for figure in FIGURES.findall(one[1])}
        for one in citations:
            places = _places([one[1]])[work]
            if all(place and had.isdisjoint(place) for place in places):
                yield "citation-untranslated", _like(here, there, one.start()), {"found": one[0]}
                return


@functools.lru_cache(8)  # of whole texts, each of whose sections asks for them again
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
