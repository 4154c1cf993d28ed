"""Letters and signs that a file lost when it was saved in another coding: d?lib?r?, l?accord, 40 000 ¤.

Where several words of a paragraph lost some, they are told at once: one cause, one thing to do.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.rules.slip import Slip
from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex

LOST = regex(
    r"(?<![\w?/=&.:])[^\W\d_]{0,20}(?:\?(?=[a-zà-ÿ])|\ufffd)[^\W\d_]{0,20}"
    r"(?:[?\ufffd][^\W\d_]{0,20}){0,7}(?![\w?/=&])"
)
LOST_LAST = regex(r"(?<![\w?/=&.:])([a-zà-ÿ]{3,20})\?(?![\w?/=&])")
LOST_EURO = regex(
    r"(\d{1,3}[ \u00a0\u202f]\d{3}[ \u00a0\u202f]?)(?:¤|\?(?=\.(?:\s|\Z)))|(\d[ \u00a0\u202f]?)¤"
)
LOST_APOSTROPHE = regex(
    r"(?<![\w?/=&.:'’-])([ldnscjmtLDNSCJMT]|[Qq]u)\?([aeiouyhéèêàâîôœ][a-zà-ÿ]{2,30})(?![\w?/=&])"
)
LOST_LETTER = regex(r"[?\ufffd]")
ACCENTED = "éèêàçôîâûœùëï"
# A letter that was lost between two others, as no question is; behind a word, before one that goes on.
WITHIN = regex(r"[^\W\d_]\?[a-zà-ÿ]")
LAST = regex(r"(?<![\w?/=&.:])([a-zà-ÿ]{2,20})\?(?= [a-zà-ÿ])")
FEWEST = 3  # letters of a word by which a question may have been asked: "pourquoi?parce"


def lost_letters(words: str) -> Iterator[Slip]:
    """Words that lost letters, the several of a paragraph as one; the signs of the euro that were lost."""
    lost = _lost_of(words) if WITHIN.search(words) else []
    if len(lost) > 1:
        yield _at_once(words, lost)
    else:
        yield from _lost(words)
        yield from _apostrophes(words)
        if lost and (not lost[0][1] or lost[0][1].endswith("’s")):  # of which the two above do not tell
            found, meant = lost[0]
            values = {"found": found[0], "nearest": meant or found[0].replace("?", "…")}
            yield "converted-twice", found.start(), values
    for found in LOST_EURO.finditer(words):
        values = {"found": found[0], "nearest": f"{found[1] or found[2]}€"}
        yield "converted-twice", found.start(), values


def _lost_of(words: str) -> list[tuple[re.Match[str], str]]:
    """The words that lost letters and what each was, "" where nobody knows; none if all may be questions."""
    within = [(found, _meant(found[0])) for found in LOST.finditer(words)]
    within = [
        (found, meant)
        for found, meant in within
        if meant or (WITHIN.search(found[0]) and not _is_question(found[0]))
    ]
    if not any(WITHIN.search(found[0]) for found, _ in within):
        return []
    told = {found.start() for found, _ in within}
    last = [
        (found, f"{found[1]}é")
        for found in LAST.finditer(words)
        if f"{found[1]}é" in dictionary("fr") and found.start() not in told
    ]
    return sorted((*within, *last), key=lambda one: one[0].start())


def _is_question(found: str) -> bool:
    """Whether known words stand around a question mark that lacks its space."""
    parts = found.split("?")
    return all(
        len(part) >= FEWEST and any(part.lower() in dictionary(one) for one in LANGUAGES)
        for part in filter(None, parts)
    )


def _meant(found: str) -> str:
    if found.endswith("?s") and found[:-2].lower() in dictionary("en"):
        return f"{found[:-2]}’s"
    if elided := LOST_APOSTROPHE.fullmatch(found):
        return f"{elided[1]}’{elided[2]}" if elided[2] in dictionary("fr") else ""
    return _accented(found, len(LOST_LETTER.findall(found)))


def _at_once(words: str, lost: list[tuple[re.Match[str], str]]) -> Slip:
    start, end = lost[0][0].start(), lost[-1][0].end()
    near, done = "", start
    for found, meant in lost:
        near += words[done : found.start()] + (meant or found[0].replace("?", "…"))
        done = found.end()
    return "converted-twice", start, {"found": beginning(words[start:end]), "nearest": beginning(near)}


def _lost(words: str) -> Iterator[Slip]:
    for found in LOST_LAST.finditer(words):
        if not any(found[1] in dictionary(one) for one in LANGUAGES) and f"{found[1]}é" in dictionary("fr"):
            values = {"found": found[0], "nearest": f"{found[1]}é"}
            yield "converted-twice", found.start(), values
    for found in LOST.finditer(words):
        for shown in (found[0], found[0].rstrip("?")):
            if (count := len(LOST_LETTER.findall(shown))) and (meant := _accented(shown, count)):
                yield "converted-twice", found.start(), {"found": shown, "nearest": meant}
                break


def _apostrophes(words: str) -> Iterator[Slip]:
    for found in LOST_APOSTROPHE.finditer(words):
        if found[2] in dictionary("fr"):
            yield "converted-twice", found.start(), {"found": found[0], "nearest": f"{found[1]}’{found[2]}"}


def _accented(shown: str, count: int) -> str:
    """A word whose lost letters are accented ones; "" where none is known."""
    parts = LOST_LETTER.split(shown)
    for chosen in _letters(count):
        word = "".join(itertools.chain.from_iterable(zip(parts, chosen, strict=True)))
        if (word.islower() or word.istitle()) and (
            word.lower() in dictionary("fr") or word in dictionary("fr")
        ):
            return word
    return ""


@functools.cache
def _letters(count: int) -> list[tuple[str, ...]]:
    """What stands behind each part of a word that lost so many letters: of two or more, nearly all are é."""
    likely = itertools.product(ACCENTED, repeat=min(count, 2))
    return [(*one, *"é" * (count - 2), "") for one in likely if count == 1 or "é" in one]
