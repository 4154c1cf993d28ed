"""The numbers and names that a text mentions: what whoever compares it with its source looks at first."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.language.regex import regex

NUMBER = regex(r"(?<![\w.])\d+(?:[ \u00a0\u202f,]\d{3})*(?:[.,]\d+)?(?![\w])")
NAME = regex(r"(?<![\w’'-])[A-ZÀ-ÖØ-Ý][\w’-]+(?:[ -](?:de |du |la |le |d’|sur )?[A-ZÀ-ÖØ-Ý][\w’-]+)*")
# A capital that opens a sentence tells nothing.
OPENS = regex(r"(?:^|[.!?:…»”]|\|)[\s\d.)«“\"*|\[(-]*$")


def numbers(text: str) -> Iterator[str]:
    """The numbers of a text, as they are written."""
    yield from (match[0] for match in NUMBER.finditer(text))


def names(text: str) -> Iterator[str]:
    """The words of a text that have a capital within a sentence, those that follow one another together."""
    for match in NAME.finditer(text):
        if not OPENS.search(text[max(0, match.start() - 40) : match.start()]):
            yield match[0]
