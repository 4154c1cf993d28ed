"""The project's own lists of words: lines that no word of a text can be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.model import Finding, Location

WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.-]+[^\W_]+)*['’]?")
ELIDED = re.compile(r"\A[cdjlmnst]['’](?=\w)", re.IGNORECASE)  # a French article, which is no part of a word
PARTS = re.compile(r"[\w.'’-]+")


def wrong_lines(path: str, text: str, language: str) -> Iterator[Finding]:
    """A remark for each line that holds several words, or signs that are none of a word."""
    for number, line in enumerate(text.split("\n"), 1):
        word = line.partition("#")[0].strip()
        elided = language == "fr" and ELIDED.match(word)
        if not word or (WORD.fullmatch(word) and not elided):
            continue
        place = Location(path, number)
        if len(word.removeprefix("- ").split()) > 1:
            yield Finding("words-on-a-line", place, {"found": line.strip()})
            continue
        parts = [part.strip("-.'’") for part in PARTS.findall(ELIDED.sub("", word) if elided else word)]
        near = ", ".join(part for part in parts if part and not part.isdecimal())
        yield Finding("no-word", place, {"found": line.strip(), "nearest": near})
