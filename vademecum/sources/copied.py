"""A translation of a case that is still its original, copied to begin with."""

from __future__ import annotations

from vademecum.language.words import words
from vademecum.sources.text.source_file import SourceFile


def headings(document: SourceFile, language: str) -> int:
    """How many lines of a case's text are headings of its sections, as one language calls them."""
    titles = set(words(language)["case"]["sections"].values())
    return sum(
        line.removeprefix("## ").strip() in titles for line in document.body.split("\n") if line[:3] == "## "
    )


def is_copy(document: SourceFile, language: str, original: SourceFile, its: str) -> bool:
    """Whether a file says the same as its original, or has its sections in the original's language."""
    same = document.body.strip() != "" and document.body.split() == original.body.split()
    return same or headings(document, its) > headings(document, language)
