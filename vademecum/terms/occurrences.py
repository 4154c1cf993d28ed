"""Every place in a Markdown file where a term could link, with its line and column."""

from __future__ import annotations

from dataclasses import dataclass

from vademecum.document.assembly import assemble
from vademecum.document.markdown import parse
from vademecum.document.origin import body
from vademecum.sources.text.source_file import SourceFile
from vademecum.terms import linking
from vademecum.terms.matching import Matcher


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a file; line and column count from 1, columns in characters."""

    line: int
    column: int
    form: str
    concept: str


def occurrences(file: SourceFile, matcher: Matcher) -> list[Occurrence]:
    """Every linkable occurrence in a file's text, in order, repeats included."""
    parsed = parse(body(file))
    document, _ = assemble(parsed.blocks, parsed.notes)
    found = []
    for place, match in linking.occurrences(document, matcher):
        if place.origin is not None:
            at = place.origin.location(place.text.offset(match.start))
            found.append(Occurrence(at.line, at.column, match.form, match.concept))
    return sorted(found, key=lambda occurrence: (occurrence.line, occurrence.column))
