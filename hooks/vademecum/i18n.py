"""Languages: interface words, dates, collation, addresses in words, typography."""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date

from .model import LANGUAGES

LOCALES = {"fr": "fr_FR", "en": "en_GB"}
NAMES = {"fr": "Français", "en": "English"}
LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
NARROW, NO_BREAK = "\u202f", "\u00a0"


@functools.cache
def words(language: str) -> dict[str, Any]:
    """The interface's words in one language: a group of words for each place that shows them."""
    every = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
    group: dict[str, Any] = _in(every, language)
    return group


def _in(tree: Any, language: str) -> Any:
    if isinstance(tree, dict) and set(tree) == set(LANGUAGES):
        return tree[language]
    return {key: _in(value, language) for key, value in tree.items()} if isinstance(tree, dict) else tree


def said_in(localised: dict[str, str], language: str) -> tuple[str, str]:
    """The words in `language` where they stand, else in the language that has them; with the language they are in."""
    spoken = language if language in localised else next(iter(localised))
    return localised[spoken], spoken


def long_date(date: datetime.date, language: str) -> str:
    """A date in words: 22 novembre 2026, 22 November 2026; the first of the month is "1er" in French."""
    text = format_date(date, "long", locale=LOCALES[language])
    return re.sub(r"^1 ", "1er ", text) if language == "fr" else text


@functools.cache
def sort_key(text: str) -> tuple[str, str, str]:
    """A key that sorts as a French dictionary does: letters first, then accents, then capitals.

    Follows the levels of the Unicode Collation Algorithm (UTS #10) for the letters of French and English: ligatures count as
    two letters, hyphens, apostrophes and spaces are passed over, and of two accents the last one decides (cote, côte, coté, côté).
    """
    spread = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    letters = "".join(c for c in spread if c.isalnum()).casefold()
    accents = "".join(c if unicodedata.combining(c) else " " for c in spread if c.isalnum() or unicodedata.combining(c))
    return letters, " ".join(reversed(accents.split(" "))), text.swapcase()


def number(value: Decimal, language: str) -> str:
    """A number with its decimals as they were given: 8 635 and 81,13 in French, 8,635 and 81.13 in English."""
    text = f"{value:,f}"
    return text.translate(str.maketrans(",.", NARROW + ",")) if language == "fr" else text


def initial(text: str) -> str:
    """The letter under which a word stands in an A to Z: É under E, œ under O."""
    return sort_key(text)[0][:1].upper() or "#"


def slug(text: str) -> str:
    """Words as the last part of an address: "L'intérêt local" -> "l-interet-local"."""
    spread = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    plain = "".join(c for c in spread if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "page"


FRENCH = (
    (re.compile(r"(?<=\w)'"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"[ \u00a0]+(?=[;!?](?:\s|$|[)\]»”]))"), NARROW),
    (re.compile(r"[ \u202f]+(?=:(?:\s|$))"), NO_BREAK),
    (re.compile(r"«[ \u202f]?(?=\S|$)"), "«" + NO_BREAK),
    (re.compile(r"[ \u202f]?»"), NO_BREAK + "»"),
    (re.compile(r"\u00a0{2,}"), NO_BREAK),
    (re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"(?<=\d)[ ](?=[%€])"), NO_BREAK),
    (re.compile(r"\b(n°|art\.|p\.|no) (?=\d)"), r"\1" + NO_BREAK),
)
ENGLISH = (
    # A text that begins with 's goes on from an emphasised or linked word.
    (re.compile(r"(?<=\w)'|^'(?=s\b)"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<![\w’])'(?=\w)"), "‘"),
    (re.compile(r'"(?=\w)|(?<=[\s(\[])"(?=\S)'), "“"),
    (re.compile(r'(?<=[\w.,;:!?)…])"'), "”"),
)
RULES = {"fr": FRENCH, "en": ENGLISH}
# A text with none of these has nothing to set: most have, but the test is a hundredth of the rules' cost.
CANDIDATES = {"fr": re.compile(r"['«»]|\.\.\.| [;:!?%€]|\d \d|n° |art\. |p\. "), "en": re.compile(r"['\"]|\.\.\.")}


def typeset(text: str, language: str) -> str:
    """Set a text's apostrophes, quotation marks and no-break spaces as its language wants; letters stay as they are.

    French: narrow no-break space before ; ! ?, no-break space before : and inside « » (Imprimerie nationale). Setting twice is
    setting once. A language that we have no rules for is left alone.
    """
    candidate = CANDIDATES.get(language)
    if candidate is None or not candidate.search(text):
        return text
    for pattern, replacement in RULES[language]:
        text = pattern.sub(replacement, text)
    return text
