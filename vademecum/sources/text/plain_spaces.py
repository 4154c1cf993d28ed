"""Keys and indents of YAML without what cannot be seen: spaces that are no ordinary ones, invisible signs."""

from __future__ import annotations

import re
import unicodedata

from vademecum.language.regex import regex
from vademecum.sources.text.dashes import SIGNS, SPACES, UNUSUAL_SPACE
from vademecum.sources.text.slips import Slip

UNUSUAL = regex(rf"^([ ]*(?:- +)*)([ ]*[{SPACES}][ {SPACES}]*)", re.MULTILINE)
BEHIND_KEY = regex(rf"(^[ ]*(?:- +)*[a-z_]+:|[{{,][ ]*[a-z_]+:)([ {SPACES}]+)(?=\S)", re.MULTILINE)


def plain_key(key: str) -> tuple[str, str]:
    """A key as it was meant, and the name of what cannot be seen in it, or is written in another way."""
    if key.isascii():
        return key, ""
    bare = "".join(sign for sign in key if unicodedata.category(sign) not in ("Cf", "Zs") or sign == " ")
    composed = unicodedata.normalize("NFC", bare.strip())
    if bare != key:
        sign = next(s for s in key if unicodedata.category(s) in ("Cf", "Zs") and s != " ")
        return composed, SIGNS.get(sign, "other")
    return composed, "decomposed" if composed != key else ""


def plain_spaces(text: str) -> tuple[str, list[Slip]]:
    """A text with ordinary spaces in its indents and behind its keys, and the first of each that are not."""
    found: list[Slip] = []
    for code, pattern in (("unusual-indent", UNUSUAL), ("unusual-space", BEHIND_KEY)):
        if not UNUSUAL_SPACE.search(text):
            break
        if first := next((one for one in pattern.finditer(text) if UNUSUAL_SPACE.search(one[2])), None):
            start = first.start(2)
            line, at = text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1
            sign = next(character for character in first[2] if character != " ")
            values = {"sign": SIGNS.get(sign, "other"), "found": text.split("\n")[line].strip()}
            found.append(Slip(code, line, at, values))
            text = pattern.sub(lambda one: one[1] + " " * len(one[2]), text)
    return text, found
