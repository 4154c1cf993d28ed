"""Sections that one language of a chapter or page has and the other has not."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from vademecum.model import Finding, Location
from vademecum.sources.source_file import SourceFile

HEADING = re.compile(r"^## +(.*)$", re.MULTILINE)
ANY = re.compile(r"^(?:#{1,6} |\*\*[^*\n]{2,80}\*\*[ :]*$|={3,}[ ]*$)", re.MULTILINE)
FENCE = re.compile(r"^(```|~~~).*?(?:^\1|\Z)", re.MULTILINE | re.DOTALL)
ANCHOR = re.compile(r"[ ]*\{[^{}]*\}\Z")
MARKS = re.compile(r"\[@[\w-]+|\d{3,}|\]\([^()\s]*\)|^[>|]|^[-*] ", re.MULTILINE)
LEAST = 40  # letters of a section that readers of the other language would miss
MOST = 60  # sections that are put side by side


def unlike_sections(original: SourceFile, document: SourceFile) -> Iterator[Finding]:
    """A remark at a translation that has fewer sections than its original, or more; those of cases are told
    by their names.
    """
    if document.path.startswith("case_studies/"):
        return
    if len(ANY.findall(original.body)) == len(ANY.findall(document.body)):
        return  # as many, of which one is at another level: told where it stands
    theirs, ours = _headed(original.body), _headed(document.body)
    if len(theirs) == len(ours) or max(len(theirs), len(ours)) > MOST:
        return
    longer, shorter, where = (theirs, ours, original) if len(theirs) > len(ours) else (ours, theirs, document)
    alone = _alone(tuple(text for _, text in longer), tuple(text for _, text in shorter))
    told = [longer[number][0] for number in alone if len(longer[number][1].strip()) >= LEAST]
    if not told:
        return
    shown = ", ".join(f"## {ANCHOR.sub('', heading)}" for heading in told)
    values = {"found": shown[:200], "other": where.path}
    yield Finding("sections-differ", Location(document.path, document.body_line), values)


def _headed(body: str) -> list[tuple[str, str]]:
    """The heading and the text of each section."""
    plain = FENCE.sub("", body)
    headings = list(HEADING.finditer(plain))
    ends = [*(found.start() for found in headings[1:]), len(plain)][: len(headings)]
    sections = zip(headings, ends, strict=True)
    return [(found[1].rstrip(" #"), plain[found.end() : end]) for found, end in sections]


def _alone(longer: tuple[str, ...], shorter: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the sections without a counterpart, where the others fit best in their order."""

    @functools.cache
    def best(one: int, other: int) -> tuple[float, tuple[int, ...]]:
        if other == len(shorter):
            return 0.0, tuple(range(one, len(longer)))
        cost, rest = best(one + 1, other + 1)
        pair = cost + _unlike(longer[one], shorter[other]), rest
        if len(longer) - one == len(shorter) - other:
            return pair
        without, left = best(one + 1, other)
        return min(pair, (without, (one, *left)), key=lambda way: way[0])

    return best(0, 0)[1]


def _unlike(one: str, other: str) -> float:
    """How little two texts have of what no translation changes: works, numbers, lists, length."""
    lengths = sorted((len(one) + 1, len(other) + 1))
    marks, others = MARKS.findall(one), MARKS.findall(other)
    shared = sum(min(marks.count(mark), others.count(mark)) for mark in set(marks))
    most = max(len(marks), len(others))
    return (1 - lengths[0] / lengths[1]) + (1 - shared / most if most else 0.0)
