"""Words of which the other language says the contrary: a rise and a fall, before and after, north and south.

Told is where each text has one, and but one, word of such a pair, and they are not the same: where it has
several, or says no, one of them may well be said the other way round.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from vademecum.checks.bilingual.contraries import CONTRARIES
from vademecum.checks.bilingual.contrary_traits import CONTRARY_TRAITS
from vademecum.checks.bilingual.passages import sentence_by_sentence
from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Slip
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex

BY_LANGUAGE = [dict(zip(LANGUAGES, pair, strict=True)) for pair in (*CONTRARIES, *CONTRARY_TRAITS)]
NOT = regex(
    r"(?i)\b(?:n['’e]|ni|non|pas|sans|aucune?|jamais|not?|never|without|nor|none|cannot|neither|hardly|\w+n['’]t)\b"
)
ENDS = (". ", "; ", "? ", "! ", ".\n", "\u00a0;", "\u00a0?", "\u00a0!", " ;", " ?", " !")
IN_SIDES = {
    language: tuple(needle for pair in BY_LANGUAGE for side in pair[language].letters for needle in side)
    for language in LANGUAGES
}
# By language: the sides of the pairs, each by the letters that it is not without.
SIDES = {
    language: Suspects(
        [
            (letters, (number, side))
            for number, pair in enumerate(BY_LANGUAGE)
            for side, letters in enumerate(pair[language].letters)
        ]
    )
    for language in LANGUAGES
}


def opposites(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first word of a passage in our language that the other language has the contrary of: in all of it,
    else in one of its sentences.
    """
    mine_may = SIDES[ours].of(here)
    theirs_may = {(number, 1 - side) for number, side in SIDES[theirs].of(there)} if mine_may else ()
    numbers = dict.fromkeys(number for number, side in mine_may if (number, side) in theirs_may)
    parts = ((0, here, there), *sentence_by_sentence(here, there)) if numbers else ()
    for words, beside in map(_compiled, numbers):
        for at, one, other in parts:
            if found := _contrary(words, beside, (one, ours), (other, theirs)):
                mine, its = found
                yield "sense-differs", at + mine.start(), {"found": mine[0].strip(), "other": its[0].strip()}
                return


@functools.cache
def _compiled(number: int) -> tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]]:
    """By language, the words of a pair, each side as a group, and those beside which neither is told;
    compiled when both languages first may have one.
    """
    pair = BY_LANGUAGE[number]
    return (
        {language: regex(rf"(?i)\b(?:({of.one})|({of.other}))\b") for language, of in pair.items()},
        {language: regex(rf"(?i)\b(?:{of.beside})\b") for language, of in pair.items() if of.beside},
    )


def _contrary(
    words: dict[str, re.Pattern[str]],
    beside: dict[str, re.Pattern[str]],
    ours: tuple[str, str],
    theirs: tuple[str, str],
) -> tuple[re.Match[str], re.Match[str]] | None:
    """The one word of a pair that each of two texts has, in its language, where they are of two sides."""
    (one, language), (other, its) = ours, theirs
    mine = _one(words[language], one)
    contrary = _one(words[its], other) if mine else None
    if not (mine and contrary) or mine.lastindex == contrary.lastindex:
        return None
    around = _around(one, mine), _around(other, contrary)
    also = beside.get(language), beside.get(its)
    denied, denied_there = (len(NOT.findall(text)) for text in around)
    turned = denied != denied_there or any(
        words.search(text) for words, text in zip(also, around, strict=True) if words
    )
    return None if turned else (mine, contrary)


def _one(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The word of a pair that a text has, where it has one only."""
    found = list(itertools.islice(words.finditer(text), 2))
    return found[0] if len(found) == 1 else None


def _around(text: str, word: re.Match[str]) -> str:
    """The sentence of a word, without it."""
    start = max(text.rfind(end, 0, word.start()) for end in ENDS) + 1
    stop = min((at for end in ENDS if (at := text.find(end, word.end())) >= 0), default=len(text))
    return f"{text[start : word.start()]} {text[word.end() : stop]}"
