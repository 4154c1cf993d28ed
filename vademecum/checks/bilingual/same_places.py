"""Places in works that a translation cites otherwise than its original: a page or a section mistyped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

CITED = re.compile(r"\[(@[^\[\]\n]{1,200})\]")
WORK = re.compile(r"@([\w-]+)(?:,\s*([^;]*))?")
FIGURES = re.compile(r"\d+")
Places = dict[str, Counter[tuple[str, ...]]]


def other_places(here: str, there: str) -> Iterator[tuple[dict[str, str], int]]:
    """The first place that one text cites of a work and another, in the other language, does not, which cites
    another instead; where each stands. Only figures are compared: words are of a language.
    """
    if "[@" not in here or "[@" not in there:
        return
    ours, theirs = CITED.findall(here), CITED.findall(there)
    if ours == theirs or sorted(ours) == sorted(theirs):
        return
    mine, others = _places(ours), _places(theirs)
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
            yield {"found": found[0], "other": other[0]}, found.start()
            return


def _places(citations: list[str]) -> Places:
    """How often each place of each work is cited, a place by its figures."""
    found: Places = {}
    for citation in citations:
        for source, place in WORK.findall(citation):
            found.setdefault(source, Counter())[tuple(FIGURES.findall(place))] += 1
    return found
