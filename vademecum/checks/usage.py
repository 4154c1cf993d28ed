"""What a language writes in its own way, and was written in another's or in none: ordinals, dates, spaces
before signs.

Each rule is a pattern and what was meant, with the pattern's groups; a rule that looks at more than a sign
asks for the words around it, so that what is right in another place is left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from vademecum.checks.numbers import MONTHS, SPACE

Told = Iterator[tuple[str, int, dict[str, str]]]


_CAPITALS = "|".join(month.capitalize() for month in MONTHS["fr"])
Needs = tuple[str, ...] | re.Pattern[str]

# Each rule: what no text breaks it without, told in a fraction of the time; how it is broken; what was meant.
EVERY: tuple[tuple[Needs, str, str], ...] = (
    (("etc",), r"\b(etc)[ \u00a0]?(?:\.{2,}|…)", r"\1."),
    (("!!", "??"), r"([\w’'-]{0,30}[\w»”)][ \u00a0\u202f]?)(?:(!)!+|(\?)\?)(?![\w!?\[])", r"\1\2\3"),
    (("( ", "(\u00a0"), r"\([ \u00a0]+(\w[\w’'-]{0,30})", r"(\1"),
    ((" )", "\u00a0)"), r"([\w’'-]{0,30}\w)[ \u00a0]+\)", r"\1)"),
    (("m2",), rf"(\d{{1,12}}{SPACE}[kcd]?m)2\b", r"\1²"),
    (("m3",), rf"(\d{{1,12}}{SPACE}[kcd]?m)3\b", r"\1³"),
)
_SPACED = " \u00a0\u202f"
RULES: dict[str, tuple[tuple[Needs, str, str], ...]] = {
    "fr": (
        *EVERY,
        (("ème",), r"\b(\d{1,4}|[IVXL]{1,8})i?ème(s?)\b", r"\1e\2"),
        (("1ère",), r"\b1ère(s?)\b", r"1re\1"),
        (
            tuple(f" 1{space}" for space in _SPACED),
            rf"\b([LlDd][eu]|[Aa]u) 1{SPACE}({'|'.join(MONTHS['fr'])})\b",
            r"\1 1er \2",
        ),
        (("%", "€"), r"(\d{1,12})([%€])(?!\w)", r"\1 \2"),
        (
            re.compile(r"[:;!?](?:(?<=[a-zà-ÿ].)[\s»]|\Z)"),
            r"(?<![\w/])([\w’'-]{0,30}[a-zà-ÿ]{2})([:;!?])(?=[\s»]|\Z)",
            r"\1 \2",
        ),
        (
            tuple(f"{letter} {digit}{space}" for letter in "ns" for digit in "12" for space in _SPACED),
            rf"\b([Ee]n|[Dd]epuis|[Dd]ès) ([12]){SPACE}((?!000)[09]\d\d)(?![\d\w]|{SPACE}\w)",
            r"\1 \2\3",
        ),
        (
            tuple(month.capitalize() for month in MONTHS["fr"]),
            rf"\b(?<!rue du )(?<!place du )(?<!venue du )(?<!boulevard du )(?<!quai du )(?<!square du )"
            rf"(\d\d?(?:er)?{SPACE})({_CAPITALS})(?={SPACE}\d{{4}}\b)",
            "",  # the same in small letters
        ),
    ),
    "en": (
        *EVERY,
        (
            re.compile(r"[:;!?](?<=[ \u00a0\u202f].)"),
            r"([\w’'-]{0,30}[^\W\d_])[ \u00a0\u202f]([:;!?])(?=\s|\Z)",
            r"\1\2",
        ),
        (("%",), rf"(\d{{1,12}}){SPACE}%", r"\1%"),
        (
            tuple(f"{letter} {digit}{space}" for letter in "ne" for digit in "12" for space in f"{_SPACED},"),
            rf"\b([Ii]n|[Ss]ince) ([12])(?:{SPACE}|,)((?!000)[09]\d\d)(?![\d\w]|{SPACE}\w)",
            r"\1 \2\3",
        ),
    ),
}


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, compiled when a text first may break it."""
    return re.compile(pattern)


def usage(words: str, language: str) -> Told:
    """What some words of a language have in another way than it: code, place, what was found and meant."""
    for needs, pattern, meant in RULES.get(language, ()):
        if isinstance(needs, tuple):
            may = any(map(words.__contains__, needs))
        else:
            may = needs.search(words) is not None
        for found in _compiled(pattern).finditer(words) if may else ():
            nearest = found.expand(meant) if meant else found[0].lower()
            yield "other-usage", found.start(), {"found": found[0], "nearest": nearest}
