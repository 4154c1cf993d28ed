"""Typography: apostrophes, quotation marks and no-break spaces as each language wants them."""

from __future__ import annotations

import re
from collections.abc import Sequence

NARROW, NO_BREAK = "\u202f", "\u00a0"
OPAQUE = "\ufffc"  # a piece of a paragraph that is no text, such as code or a picture
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
CANDIDATES = {
    "fr": re.compile(r"['«»]|\.\.\.| [;:!?%€]|\d \d|n° |art\. |p\. "),
    "en": re.compile(r"['\"]|\.\.\."),
}


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


def typeset_pieces(pieces: Sequence[str], language: str) -> list[str]:
    """Set the consecutive texts of one paragraph; the piece OPAQUE is no text and comes back as it is."""
    return [typeset(piece, language) for piece in pieces]
