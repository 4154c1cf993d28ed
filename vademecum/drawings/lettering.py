"""How wide words are in a drawing, and where they break: nothing here has a font to ask."""

from __future__ import annotations

import functools
import re

# On a phone a drawing is shown at 350 of its 360 units: no letter may be smaller than 14 pixels there.
SIZE, SMALL = 15.0, 14.5
LEADING = 19.0  # from line to line at SIZE
# Widths in ems of the text's font, by and large; a figure leaves room for what this is out by.
NARROW, WIDE = frozenset("iljtfrI.,;:!|'’ ()[]-\u00a0\u202f"), frozenset("mwMW%@—…œŒæÆ")


@functools.cache
def _em(letter: str) -> float:
    """About how wide a letter is, in ems."""
    if letter in NARROW or letter in WIDE:
        return 0.3 if letter in NARROW else 0.86
    return 0.64 if letter.isupper() else 0.53 if ord(letter) < 0x250 else 1.0


@functools.lru_cache(maxsize=10_000)
def width(text: str, size: float = SIZE) -> float:
    """About how wide a text is."""
    return size * sum(map(_em, text))


def shortened(text: str, most: float, size: float = SIZE) -> str:
    """A text no wider than `most`, or its beginning with an ellipsis."""
    if width(text, size) <= most:
        return text
    while text and width(text + "…", size) > most:
        text = text[:-1]
    return text.rstrip() + "…"


def broken(text: str, most: float, size: float = SIZE) -> list[str]:
    """A text in lines no wider than `most`; a longer word has a line of its own."""
    return list(_broken(text, most, size))


@functools.lru_cache(maxsize=10_000)
def _broken(text: str, most: float, size: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in re.split(r"[ \t\r\n]+", text.strip()):
        if lines and width(f"{lines[-1]} {word}", size) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
