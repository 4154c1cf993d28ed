"""Where words too long for a line may break on paper."""

from __future__ import annotations

import re

from vademecum.language.regex import regex

LONG_WORD, LONG_CODE = regex(r"[^\s\u00ad\u200b-]{31,}"), regex(r"[^\s\u200b]{13,}")
AFTER_SIGN = regex(r"(?<=[/._=&?:,;@#%+~)\]}>|\\-])(?=\w)")
STRETCHES = {width: regex(rf"[^\u200b]{{{width}}}(?=[^\u200b])") for width in (16, 30)}
BREAK = "\u200b"


def breakable(words: str, longest: re.Pattern[str] = LONG_WORD, width: int = 30) -> str:
    """Words of which none is too long for a line: they may break after signs, else where a line is full."""
    return longest.sub(
        lambda word: STRETCHES[width].sub(lambda piece: piece[0] + BREAK, AFTER_SIGN.sub(BREAK, word[0])),
        words,
    )


def breakable_code(words: str) -> str:
    """The same for code, which is never hyphenated, in the narrow column of a table too."""
    return breakable(words, LONG_CODE, 16)
