"""Numbers of a text and of its translation that differ: a year, a sum or a share that one of them has wrong.

A number that one language has and the other has not is no fault by itself: a translation may leave out an
aside, or write it in words. Told is where each has one that the other has not, in the same section: one of
them is most likely the other, mistyped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.model import Finding, Location
from vademecum.sources.library import InLanguages
from vademecum.sources.source_file import SourceFile

# A number of three figures or more, grouped as either language does, or a share in per cent.
NUMBER = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\d,.]\d|\d)|(?<![\w.,])\d{3,12}(?![\d]|[.,]\d)"
    r"|(?<![\w.,])\d{1,3}(?:[.,]\d{1,2})?(?=[ \u00a0\u202f]?%)"
)
SECTION = re.compile(r"^## ", re.MULTILINE)
ELSEWHERE = re.compile(r"\[@[^\]\[]*\]|\]\([^()\s]*\)|\{#[\w-]+\}")  # citations, addresses, anchors


def same_numbers(written: InLanguages) -> Iterator[Finding]:
    """A remark where a section of a translation has a number that the original has not, and lacks one that
    it has; at the first such number.
    """
    original = written.documents[written.original]
    theirs = _sections(original)
    for language, document in written.documents.items():
        if language == written.original:
            continue
        ours = _sections(document)
        if len(ours) != len(theirs):
            continue  # another text, of which other findings tell
        for here, there in zip(ours, theirs, strict=True):
            more, fewer = here.keys() - there.keys(), there.keys() - here.keys()
            if more and fewer:
                found, at = min((here[number] for number in more), key=lambda one: one[1])
                other, _ = min((there[number] for number in fewer), key=lambda one: one[1])
                yield Finding("number-differs", _place(document, at), {"found": found, "other": other})


def _sections(document: SourceFile) -> list[dict[str, tuple[str, int]]]:
    """The numbers of each section of a body: how it is written and where it stands first, by its figures."""
    body = ELSEWHERE.sub(lambda found: " " * len(found[0]), document.body)
    ends = [found.start() for found in SECTION.finditer(body)]
    sections: list[dict[str, tuple[str, int]]] = []
    for start, end in zip([0, *ends], [*ends, len(body)], strict=True):
        numbers: dict[str, tuple[str, int]] = {}
        for found in NUMBER.finditer(body, start, end):
            grouped = len(found[0]) > 4 and found[0][-4] in " ,.\u00a0\u202f"
            plain = re.sub(r"\D", "" if grouped else ".", found[0])
            numbers.setdefault(plain, (found[0], found.start()))
        sections.append(numbers)
    return sections


def _place(document: SourceFile, at: int) -> Location:
    before = document.body[:at]
    line = document.body_line + before.count("\n")
    return Location(document.path, line, at - (before.rfind("\n") + 1) + 1)
