"""How words are written for the search: what a keyboard lacks stands beside what it has.

Pagefind folds capitals and accents, and takes words to their stems. What it does not know is marked here by
two characters that no text holds, and that the reader's script takes out again
(theme/assets/scripts/search-hit.js): a word that was cut for the index is joined (`JOINED` before the space),
and a word for the index alone is hidden (`HIDDEN` before it).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from vademecum.language import collation
from vademecum.language.data import data_in
from vademecum.language.inflection import spellings
from vademecum.language.regex import regex

JOINED, HIDDEN = "\u2060", "\u2063"
# l’attractivité, d’action, jusqu’à: two words. Not aujourd’hui, whose d follows a letter.
_BEFORE = ("[cdjlmnst]", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu")
_ELIDED = regex(rf"\b(?:{'|'.join(_BEFORE)})['’](?=\w)", re.IGNORECASE)
# The apostrophe of one: looking back from a sign takes a quarter of the time of trying every word.
_ELISION = regex(r"['’](?=\w)(?:" + "|".join(rf"(?<=\b{one}.)" for one in _BEFORE) + ")", re.IGNORECASE)
LIGATURES = "œŒæÆ"
_IN_WORD = regex(r"[\w-]")
_IZED = regex(r"\b\w+(?:iz|lyz)(?:e[ds]?|ers?|ing|ations?|ational)\b", re.IGNORECASE)


def sought(text: str, language: str, also: tuple[tuple[str, str], ...] = ()) -> str:
    """A text as the index takes it: plain spaces, French elisions cut, ligatures and -ize spelt out too.

    `also` are forms of texts with what is asked instead, beside those that every project has.
    """
    text = _ELISION.sub(lambda found: f"{found[0]}{JOINED} ", " ".join(text.split()))
    if language == "en" and ("z" in text or "Z" in text):
        text = _IZED.sub(_spelt, text)
    if any(letter in text for letter in LIGATURES):
        text = " ".join(_with_letters(word) for word in text.split(" "))
    asked, forms = _synonyms(language, also)
    lower = _straight(text)
    parts, done = list[str](), 0
    for start, end in _whole(lower, forms):
        parts += text[done:end], f" {asked[lower[start:end]]}"
        done = end
    return "".join((*parts, text[done:])) if parts else text


def page_asked(page: tuple[str, str], language: str) -> tuple[str, ...]:
    """What people ask for who mean a page, by its kind and id, such as the list of references."""
    return tuple(_asked_for(language)["pages"].get("/".join(page), ()))


@functools.cache
def _asked_for(language: str) -> dict[str, Any]:
    """synonyms.yml, of a language."""
    found: dict[str, Any] = data_in(Path(__file__).with_name("synonyms.yml"))[language]
    return found


@functools.cache
def _synonyms(language: str, also: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], AhoCorasick]:
    """A form of texts, as `_straight` has it -> what is asked instead, hidden; and what finds the forms in
    such a text, parts of words too.
    """
    asked: dict[str, str] = {}
    known = [(form, one["asked"]) for one in _asked_for(language)["texts"] for form in one["written"]]
    for form, words in (*known, *also):
        hidden = " ".join(HIDDEN + word for word in words.split())
        cut = _straight(_ELISION.sub(lambda found: f"{found[0]}{JOINED} ", form))
        asked[cut] = f"{asked[cut]} {hidden}" if cut in asked else hidden
    return asked, AhoCorasick(list(asked), implementation=Implementation.DFA)


def _whole(text: str, forms: AhoCorasick) -> Iterator[tuple[int, int]]:
    """Where forms stand as whole words, the longest of those that begin at a place; none overlap."""
    spans = [(start, end) for _, start, end in forms.find_matches_as_indexes(text, overlapping=True)]
    spans.sort(key=lambda span: (span[0], -span[1]))
    done = 0
    for start, end in spans:
        if start >= done and _is_whole(text, start, end):
            yield start, end
            done = end


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a part of a text is no part of a longer word."""
    return not (_IN_WORD.match(text[start - 1 : start]) or _IN_WORD.match(text, end))


def _straight(text: str) -> str:
    """A text without capitals, and with the apostrophe of keyboards: as long as the text.

    Of all capitals İ alone would be two letters.
    """
    return text.replace("İ", "i").lower().replace("’", "'")


def without_elisions(text: str) -> str:
    """A text short of what French elides: effet d'action -> effet action."""
    return _ELIDED.sub("", text)


def _with_letters(word: str) -> str:
    """A word with, hidden behind it, what it is where ligatures are two letters each."""
    plain = word.translate(collation.LIGATURES)
    return word if plain == word else f"{word} {HIDDEN}{plain}"


def _spelt(found: re.Match[str]) -> str:
    """A word in -ize with the one in -ise hidden behind it, if there is one: questions are put in -ise."""
    others = sorted(spellings(found[0].lower()) - {found[0].lower()})
    return " ".join([found[0], *(HIDDEN + other for other in others)])
