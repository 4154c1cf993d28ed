"""How words are written for the search: what a keyboard lacks stands beside what it has.

Pagefind folds capitals and accents, and takes words to their stems. What it does not know is marked here by
two characters that no text holds, and that the reader's script takes out again
(theme/assets/scripts/search-hit.js): a word that was cut for the index is joined (`JOINED` before the space),
and a word for the index alone is hidden (`HIDDEN` before it).
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from vademecum.language import collation
from vademecum.language.data import data_in
from vademecum.language.inflection import spellings

JOINED, HIDDEN = "\u2060", "\u2063"
# l’attractivité, d’action, jusqu’à: two words. Not aujourd’hui, whose d follows a letter.
_BEFORE = ("[cdjlmnst]", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu")
_ELIDED = re.compile(rf"\b(?:{'|'.join(_BEFORE)})['’](?=\w)", re.IGNORECASE)
# The apostrophe of one: looking back from a sign takes a quarter of the time of trying every word.
_ELISION = re.compile(r"['’](?=\w)(?:" + "|".join(rf"(?<=\b{one}.)" for one in _BEFORE) + ")", re.IGNORECASE)
LIGATURES = "œŒæÆ"
_IN_WORD = re.compile(r"[\w-]")
_IZED = re.compile(r"\b\w+(?:iz|lyz)(?:e[ds]?|ers?|ing|ations?|ational)\b", re.IGNORECASE)


def sought(text: str, language: str) -> str:
    """A text as the index takes it: plain spaces, French elisions cut, ligatures and -ize spelt out too."""
    text = _ELISION.sub(lambda found: f"{found[0]}{JOINED} ", " ".join(text.split()))
    if language == "en" and ("z" in text or "Z" in text):
        text = _IZED.sub(_spelt, text)
    if any(letter in text for letter in LIGATURES):
        text = " ".join(_with_letters(word) for word in text.split(" "))
    asked, forms, written = _synonyms(language)
    lower = _straight(text)
    # Most texts have none of the forms, which is told in a tenth of the time.
    found = forms.find_matches_as_indexes(lower, overlapping=True)
    if not any(_is_whole(lower, start, end) for _, start, end in found):
        return text
    return written.sub(lambda found: f"{found[0]} {asked[_straight(found[0])]}", text)


def page_asked(page: tuple[str, str], language: str) -> tuple[str, ...]:
    """What people ask for who mean a page, by its kind and id, such as the list of references."""
    return tuple(_asked_for(language)["pages"].get("/".join(page), ()))


@functools.cache
def _asked_for(language: str) -> dict[str, Any]:
    """synonyms.yml, of a language."""
    found: dict[str, Any] = data_in(Path(__file__).with_name("synonyms.yml"))[language]
    return found


@functools.cache
def _synonyms(language: str) -> tuple[dict[str, str], AhoCorasick, re.Pattern[str]]:
    """A form of texts, as `_straight` has it -> what is asked instead, hidden; what finds the forms in such a
    text, parts of words too; and what finds them in any, as whole words.
    """
    asked: dict[str, str] = {}
    for one in _asked_for(language)["texts"]:
        hidden = " ".join(HIDDEN + word for word in one["asked"].split())
        for form in one["written"]:
            cut = _straight(_ELISION.sub(lambda found: f"{found[0]}{JOINED} ", form))
            asked[cut] = f"{asked[cut]} {hidden}" if cut in asked else hidden
    forms = "|".join(sorted(map(re.escape, asked), key=len, reverse=True)).replace("'", "['’]")
    found = AhoCorasick(list(asked), implementation=Implementation.DFA)
    return asked, found, re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a part of a text is no part of a longer word."""
    return not (_IN_WORD.match(text[start - 1 : start]) or _IN_WORD.match(text, end))


def _straight(text: str) -> str:
    """A text without capitals, and with the apostrophe of keyboards."""
    return text.lower().replace("’", "'")


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
