"""The order of a dictionary, the letter that a word stands under, what two spellings of one name share, and
words as a part of an address.
"""

from __future__ import annotations

import functools
import re
import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})


@functools.cache
def sort_key(text: str) -> tuple[str, str, str]:
    """A key that sorts as a French dictionary does: letters first, then accents, then capitals.

    Follows the levels of the Unicode Collation Algorithm (UTS #10) for the letters of French and English:
    ligatures count as two letters, hyphens, apostrophes and spaces are passed over, and of two accents the
    last one decides (cote, côte, coté, côté).
    """
    spread = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    letters = "".join(c for c in spread if c.isalnum()).casefold()
    accents = "".join(
        c if unicodedata.combining(c) else " " for c in spread if c.isalnum() or unicodedata.combining(c)
    )
    return letters, " ".join(reversed(accents.split(" "))), text.swapcase()


def initial(text: str) -> str:
    """The letter under which a word stands in an A to Z: É under E, œ under O."""
    return sort_key(text)[0][:1].upper() or "#"


def letters(text: str) -> str:
    """The letters and digits of a text, small: the same where texts differ in signs and spaces alone."""
    return "".join(filter(str.isalnum, text)).casefold()


def folded(text: str) -> str:
    """Text without accents and capitals, its white space and hyphens made one space: what two spellings of
    one name share.
    """
    return " ".join(re.sub(r"[\s’'‑–-]+", " ", _without_accents(text)).casefold().split())


@functools.lru_cache(20_000)
def slug(text: str) -> str:
    """Words as the last part of an address: "L'intérêt local" -> "l-interet-local"."""
    plain = _without_accents(text.translate(LIGATURES)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "page"


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
