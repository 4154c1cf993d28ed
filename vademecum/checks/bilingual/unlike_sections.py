"""Sections that one language of a chapter or page has and the other has not."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.library import is_beside_handbook
from vademecum.sources.text.source_file import SourceFile

HEADING = regex(r"^## +(.*)$", re.MULTILINE)
ANY = regex(r"^(?:#{1,6} |\*\*[^*\n]{2,80}\*\*[ :]*$|={3,}[ ]*$)", re.MULTILINE)
FENCE = regex(r"^(```|~~~).*?(?:^\1|\Z)", re.MULTILINE | re.DOTALL)
UNDERLINED = regex(r"(?<=\n\n)(?=\w)([^\n]{1,80})\n-{2,}(?=[ ]*\n)")  # as Markdown has it too
ANCHOR = regex(r"[ ]*\{[^{}]*\}\Z")
MARKS = regex(r"\[@[\w-]+|\d{3,}|\]\([^()\s]*\)|^[>|]|^[-*] ", re.MULTILINE)
# A line by itself that stands for a heading: its signs, if any, and its words, which end no sentence.
LINE = regex(
    r"(?<=\n\n)((?:\\?#{1,6}|[•▪●–*-][ \u00a0]|\d{1,2}[.)])?[ \u00a0]*)([*_]{0,3})(?=[^\W\d_])"
    r"([^\n|{}\[\]]{2,60}?)\2([ \u00a0]?:)?(?=\n(?!:[ \t]))"
)
ENDS = (".", "!", "?", ",", ";", "…", "»", "”", ")")
LIKE = 2.5  # times as long as its counterpart, or as short
LEAST = 40  # letters of a section that readers miss on a page beside the handbook, which may say less
MOST = 60  # sections that are put side by side


class Section(NamedTuple):
    """A section: its heading, its text, and the line of the body on which that begins."""

    heading: str
    text: str
    line: int


def unlike_sections(original: SourceFile, document: SourceFile) -> Iterator[Finding]:
    """A remark at a translation that has fewer sections than its original, or more; those of cases are told
    by their names. One at the line that was to be a heading, where there is one.
    """
    if document.path.startswith("case_studies/"):
        return
    if len(ANY.findall(original.body)) == len(ANY.findall(document.body)):
        return  # as many, of which one is at another level: told where it stands
    theirs, ours = _headed(original.body), _headed(document.body)
    if len(theirs) == len(ours) or max(len(theirs), len(ours)) > MOST:
        return
    longer, shorter, where, lacks = (
        (theirs, ours, original, document) if len(theirs) > len(ours) else (ours, theirs, document, original)
    )
    alone = without_counterpart(tuple(one.text for one in longer[1:]), tuple(one.text for one in shorter[1:]))
    least = LEAST if is_beside_handbook(document.path) else 1
    told: list[str] = []
    for before, number in enumerate(alone):
        heading, text, _ = longer[number + 1]
        if meant := _meant(shorter[number - before], len(text)):
            yield from _as_heading(meant, shorter[number - before].line, lacks)
        elif len(text.strip()) >= least:
            told.append(heading)
    if told:
        shown = ", ".join(f"## {ANCHOR.sub('', heading)}" for heading in told)
        values = {"found": shown[:200], "other": where.path}
        yield Finding("sections-differ", document.in_body(), values)


def _meant(section: Section, length: int) -> re.Match[str] | None:
    """The one line of a section that stands by itself as a heading does, above as much as there is to be."""
    text = f"\n\n{section.text}\n"
    lines = [line for line in LINE.finditer(text) if not line[3].endswith(ENDS)]
    if len(lines) != 1:
        return None
    return lines[0] if length / LIKE < len(text) - lines[0].end() < length * LIKE else None


def _as_heading(line: re.Match[str], begins: int, document: SourceFile) -> Iterator[Finding]:
    """A line that was to be a heading; what has signs of one, or is in capitals, is told of already."""
    if "#" in line[1] or line[3].isupper():
        return
    above = begins + line.string.count("\n", 2, line.start())  # two stand before the section's own
    place = Location(document.path, document.body_line + above)
    values = {"found": line[0].strip(), "nearest": f"## {line[3]}"}
    yield Finding("tight-heading", place, values)


def _headed(body: str) -> list[Section]:
    """The text above the first heading, then each section."""
    plain = FENCE.sub(lambda found: "\n" * found[0].count("\n"), f"\n\n{body}")
    plain = UNDERLINED.sub(lambda found: f"## {found[1]}\n", plain)[2:]
    headings = list(HEADING.finditer(plain))
    starts = [0, *(found.end() for found in headings)]
    ends = [*(found.start() for found in headings), len(plain)]
    names = ["", *(found[1].rstrip(" #") for found in headings)]
    above = itertools.starmap(functools.partial(plain.count, "\n"), itertools.pairwise([0, *starts]))
    return [
        Section(name, plain[start:end], line)
        for name, start, end, line in zip(names, starts, ends, itertools.accumulate(above), strict=True)
    ]


def without_counterpart(longer: tuple[str, ...], shorter: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the texts without a counterpart, where the others fit best in their order."""

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
