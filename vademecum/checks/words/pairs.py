"""Quotation marks and brackets that stand without their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.language.regex import regex
from vademecum.language.typography import OPAQUE

PAIRS = {"«": "»", "(": ")", "“": "”"}
CLOSING = {shut: opened for opened, shut in PAIRS.items()}
LONG = 200  # letters of a quotation that a mark of another kind ends
SHUT = regex(r"(?:(?![ivx]{4})[a-zà-ÿ]{4}|(?:19|20)\d\d)\)")  # no "a)", no "viii)"
STRAIGHT = regex(r'(?<!\d)"')  # 5" are seconds or inches
SQUARES = regex(r"[\[\]]")
WORD_BEFORE = regex(rf"(?:[a-zà-ÿ]{{4}}|...{OPAQUE})\](?![(\[])", re.DOTALL)
OPENS_WORDS = regex(rf"\[(?=[^\W\d_]{{2}}|{OPAQUE}|(?:19|20)\d\d[\s.,;])(?![^\[\]()\n]{{1,80}}\()")


def pairs(words: str) -> Iterator[Slip]:
    """What is opened and not closed in a paragraph, or closed and not opened; the first of each."""
    open_: list[tuple[str, int]] = []
    for found in re.finditer("[«»()“”]", words):
        sign, at = found[0], found.start()
        if sign in PAIRS and not (sign == "“" and "„" in words):  # German marks close so
            open_.append((sign, at))
        elif sign in CLOSING and any(opened == CLOSING[sign] for opened, _ in open_):
            while open_.pop()[0] != CLOSING[sign]:
                pass
        elif sign == "»" or (sign == ")" and SHUT.match(words, max(0, at - 4))):
            found_there = words[max(0, at - 30) : at + 1].strip()
            yield "open-pair", at, {"found": found_there, "shut": CLOSING[sign]}
            return
    straight = [found.start() for found in STRAIGHT.finditer(words)] if '"' in words else []
    if open_ and open_[0][0] in "«“" and len(straight) == 1 and 0 < straight[0] - open_[0][1] < LONG:
        (sign, at), end = open_[0], straight[0]
        near = words[at:end].rstrip() + {"«": " »", "“": "”"}[sign]
        yield "typing-slip", at, {"found": words[at : end + 1], "nearest": near}
        return
    if open_:
        sign, at = open_[0]
        yield "open-pair", at, {"found": words[at : at + 30].strip(), "shut": PAIRS[sign]}
    if len(straight) % 2:
        at = straight[-1]
        yield "open-pair", at, {"found": words[max(0, at - 15) : at + 15].strip(), "shut": '"'}


def square(words: str) -> Iterator[Slip]:
    """The first square bracket that stands alone in a paragraph, of those that enclose words; not the
    beginning of a link or citation, of which others tell.
    """
    open_: list[int] = []
    for found in SQUARES.finditer(words):
        if found[0] == "[":
            open_.append(found.start())
        elif open_:
            open_.pop()
        elif WORD_BEFORE.match(words, max(0, found.start() - 4)):
            found_there = words[max(0, found.start() - 30) : found.end()].strip()
            yield "open-pair", found.start(), {"found": found_there, "shut": "["}
            return
    if open_ and OPENS_WORDS.match(words, open_[0]):
        yield "open-pair", open_[0], {"found": words[open_[0] : open_[0] + 30].strip(), "shut": "]"}
