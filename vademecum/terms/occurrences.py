"""Every place in a Markdown file where a term could link, with its line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vademecum.document.places import Places
from vademecum.sources.source_file import Document, line_column
from vademecum.terms import linking
from vademecum.terms.matching import Matcher

# HTML over several blocks, which the parser takes for text; our own content has none, but any file can be asked about.
HIDDEN = re.compile(
    r"^ {0,3}(?:<!--.*?-->|<(script|style|pre|textarea)\b.*?</\1>)", re.DOTALL | re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a file; line and column count from 1, columns in characters."""

    line: int
    column: int
    form: str
    concept: str


def occurrences(document: Document, matcher: Matcher) -> list[Occurrence]:
    """Every linkable occurrence in a document's text, in order, repeats included."""
    body = HIDDEN.sub(lambda hidden: re.sub(r"[^\n]", " ", hidden[0]), document.body)
    places = Places(body)
    found = []
    for place, match in linking.occurrences(places.parsed.tree, matcher):
        line, column = line_column(body, places.offset(place.element, place.part, match.start))
        found.append(Occurrence(line + document.body_line - 1, column, match.form, match.concept))
    return sorted(found, key=lambda occurrence: (occurrence.line, occurrence.column))
