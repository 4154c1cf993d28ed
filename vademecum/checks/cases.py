"""What is wrong with a case study as a whole: its sections."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from vademecum.document.syntax import Fences
from vademecum.language.nearest import choices, nearest
from vademecum.language.words import words
from vademecum.model import SECTIONS, Finding, Location
from vademecum.sources.library import CaseStudy, Library
from vademecum.sources.source_file import Document


def cases(library: Library) -> Iterator[Finding]:
    """What is wrong with the sections of each case, in each of its languages."""
    for case in library.cases.values():
        for language, written in case.documents.items():
            yield from _sections(case, written, language)


def _sections(case: CaseStudy, document: Document, language: str) -> Iterator[Finding]:
    """Each section of a case is written or named as silent, and no other section stands in it."""
    titles = words(language)["case"]["sections"]
    known = {title.casefold(): name for name, title in titles.items()}
    written = {}
    for text in _titles(document.body):
        if (name := known.get(text.casefold())) is None:
            values = {
                "found": text,
                "choices": choices(titles.values()),
                "nearest": nearest(text, titles.values()),
            }
            yield Finding("section-unknown", _line(document, text), values)
        elif name in case.facts.silent:
            yield Finding("section-not-silent", _line(document, text), {"found": text})
        written[name] = text
    for name in SECTIONS:
        if name not in written and name not in case.facts.silent:
            yield Finding("section-missing", _line(document, ""), {"found": titles[name]})
    if language == case.original:
        for number, name in enumerate(case.facts.silent):
            yield Finding("silent-section", document.where("silent", number), {"found": titles[name]})


@functools.lru_cache(maxsize=8192)
def _titles(body: str) -> list[str]:
    """The second-level headings of a text, outside its code; parsing it whole is left to the reading of its
    page.
    """
    lines = Fences(None).run(body.split("\n"))
    return [match[1] for line in lines if (match := re.match(r"## +(.*?)\s*(?:\{[^}]*\})?[\s#]*$", line))]


def _line(document: Document, text: str) -> Location:
    """The place of a heading in a document's body; the body's first line for an empty text."""
    lines = document.body.split("\n")
    number = next((n for n, line in enumerate(lines) if line.startswith("#") and text and text in line), 0)
    return Location(document.path, document.body_line + number, 1)
