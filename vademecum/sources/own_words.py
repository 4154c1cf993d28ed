"""A project's list of words: lines that no word of a text can be, words twice or out of their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.language.collation import sort_key
from vademecum.language.regex import regex
from vademecum.model import Finding, Location

AROUND = "\"'«»“”‘’„()[]*.,;:!?-–•_ \u00a0\u202f"  # what stands around a word and is none of it
ELIDED = regex(r"(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)
WORD = regex(r"(?!\d+\Z)[^\W_]+(?:[-'’‑.][^\W_]+)*")


def own_words(path: str, text: str) -> Iterator[Finding]:
    """Findings about lines with several words, with signs around one, with none; about their order."""
    yield from _in_order(path, text)
    french = ".fr." in path
    for number, line in enumerate(text.split("\n"), 1):
        written = line.partition("#")[0].strip()
        place = Location(path, number)
        if len(written.split()) > 1:
            values = {"found": line.strip()}
            if (bare := written.lstrip("-–•* \u00a0")) != written and WORD.fullmatch(bare):
                yield Finding("word-form", place, {**values, "nearest": bare})
            else:
                yield Finding("words-on-a-line", place, values)
        elif written and ((french and ELIDED.match(written)) or not WORD.fullmatch(written)):
            bare = written.strip(AROUND)
            bare = ELIDED.sub("", bare, count=1) if french else bare
            if len(re.findall(r"[^\W\d_]{2,}", bare)) > 1 and not WORD.fullmatch(bare):
                yield Finding("words-on-a-line", place, {"found": line.strip()})
            else:
                near = {"nearest": bare} if WORD.fullmatch(bare) else {}
                yield Finding("word-form", place, {"found": line.strip(), **near})


def _in_order(path: str, text: str) -> Iterator[Finding]:
    """Findings about words that stand twice, or behind one that comes after them; a line without a word, or
    with a note alone, begins another list.
    """
    first: dict[str, int] = {}
    before = ""
    for number, line in enumerate(text.split("\n"), 1):
        word = line.partition("#")[0].strip()
        if word and not WORD.fullmatch(word):
            continue
        if word and (earlier := first.setdefault(word, number)) != number:
            yield Finding("word-twice", Location(path, number), {"found": word, "other": str(earlier)})
        elif word and before and sort_key(word) < sort_key(before):
            yield Finding("word-order", Location(path, number), {"found": word, "other": before})
        before = word
