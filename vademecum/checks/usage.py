"""What a language writes in its own way, and was written in another's or in none: ordinals, dates, spaces
before signs.

Each rule is a pattern and what was meant, with the pattern's groups; a rule that looks at more than a sign
asks for the words around it, so that what is right in another place is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vademecum.checks.numbers import MONTHS, SPACE

Told = Iterator[tuple[str, int, dict[str, str]]]


class Rule(NamedTuple):
    """One rule: signs of which a text that breaks it has one, how it is broken, what was meant."""

    signs: str
    found: re.Pattern[str]
    meant: str


def _rule(signs: str, found: str, meant: str) -> Rule:
    return Rule(signs, re.compile(found), meant)


_CAPITALS = "|".join(month.capitalize() for month in MONTHS["fr"])
EVERY = (
    _rule("e", r"\b(etc)[ \u00a0]?(?:\.{2,}|…)", r"\1."),
    _rule("!?", r"([\w’'-]*[\w»”)][ \u00a0\u202f]?)(?:(!)!+|(\?)\?)(?![\w!?\[])", r"\1\2\3"),
    _rule("(", r"\([ \u00a0]+(\w[\w’'-]*)", r"(\1"),
    _rule(")", r"([\w’'-]*\w)[ \u00a0]+\)", r"\1)"),
    _rule("m", rf"(\d+{SPACE}[kcd]?m)2\b", r"\1²"),
    _rule("m", rf"(\d+{SPACE}[kcd]?m)3\b", r"\1³"),
)
RULES = {
    "fr": (
        *EVERY,
        _rule("è", r"\b(\d+|[IVXL]+)i?ème(s?)\b", r"\1e\2"),
        _rule("è", r"\b1ère(s?)\b", r"1re\1"),
        _rule("1", rf"\b([LlDd][eu]|[Aa]u) 1{SPACE}({'|'.join(MONTHS['fr'])})\b", r"\1 1er \2"),
        _rule("%€", r"(\d+)([%€])(?!\w)", r"\1 \2"),
        _rule(":;!?", r"(?<![\w/])([\w’'-]*[a-zà-ÿ]{2})([:;!?])(?=[\s»]|\Z)", r"\1 \2"),
        _rule(
            "0123456789",
            rf"\b([Ee]n|[Dd]epuis|[Dd]ès) ([12]){SPACE}((?!000)[09]\d\d)(?![\d\w]|{SPACE}\w)",
            r"\1 \2\3",
        ),
    ),
    "en": (
        *EVERY,
        _rule(":;!?", r"([\w’'-]*[^\W\d_])[ \u00a0\u202f]([:;!?])(?=\s|\Z)", r"\1\2"),
        _rule("%", rf"(\d+){SPACE}%", r"\1%"),
        _rule(
            "0123456789",
            rf"\b([Ii]n|[Ss]ince) ([12])(?:{SPACE}|,)((?!000)[09]\d\d)(?![\d\w]|{SPACE}\w)",
            r"\1 \2\3",
        ),
    ),
}
CAPITAL_MONTH = re.compile(rf"\b(\d\d?(?:er)?{SPACE})({_CAPITALS})(?={SPACE}\d{{4}}\b)")


def usage(words: str, language: str) -> Told:
    """What some words of a language have in another way than it: code, place, what was found and meant."""
    for signs, pattern, meant in RULES.get(language, ()):
        if any(sign in words for sign in signs):
            for found in pattern.finditer(words):
                yield "other-usage", found.start(), {"found": found[0], "nearest": found.expand(meant)}
    for found in CAPITAL_MONTH.finditer(words) if language == "fr" else ():
        values = {"found": found[0], "nearest": f"{found[1]}{found[2].lower()}"}
        yield "other-usage", found.start(), values
