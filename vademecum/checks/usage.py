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
# Each rule: the signs without one of which no text breaks it, how it is broken, what was meant.
EVERY = (
    (("etc",), r"\b(etc)[ \u00a0]?(?:\.{2,}|…)", r"\1."),
    (("!!", "??"), r"([\w’'-]{0,30}[\w»”)][ \u00a0\u202f]?)(?:(!)!+|(\?)\?)(?![\w!?\[])", r"\1\2\3"),
    (("( ", "(\u00a0"), r"\([ \u00a0]+(\w[\w’'-]{0,30})", r"(\1"),
    ((" )", "\u00a0)"), r"([\w’'-]{0,30}\w)[ \u00a0]+\)", r"\1)"),
    (("m2",), rf"(\d{{1,12}}{SPACE}[kcd]?m)2\b", r"\1²"),
    (("m3",), rf"(\d{{1,12}}{SPACE}[kcd]?m)3\b", r"\1³"),
)
RULES = {
    "fr": (
        *EVERY,
        (("ème",), r"\b(\d{1,4}|[IVXL]{1,8})i?ème(s?)\b", r"\1e\2"),
        (("1ère",), r"\b1ère(s?)\b", r"1re\1"),
        ((" 1",), rf"\b([LlDd][eu]|[Aa]u) 1{SPACE}({'|'.join(MONTHS['fr'])})\b", r"\1 1er \2"),
        (("%", "€"), r"(\d{1,12})([%€])(?!\w)", r"\1 \2"),
        ((":", ";", "!", "?"), r"(?<![\w/])([\w’'-]{0,30}[a-zà-ÿ]{2})([:;!?])(?=[\s»]|\Z)", r"\1 \2"),
        (
            ("n ", "s "),
            rf"\b([Ee]n|[Dd]epuis|[Dd]ès) ([12]){SPACE}((?!000)[09]\d\d)(?![\d\w]|{SPACE}\w)",
            r"\1 \2\3",
        ),
    ),
    "en": (
        *EVERY,
        ((":", ";", "!", "?"), r"([\w’'-]{0,30}[^\W\d_])[ \u00a0\u202f]([:;!?])(?=\s|\Z)", r"\1\2"),
        (("%",), rf"(\d{{1,12}}){SPACE}%", r"\1%"),
        (
            ("n ", "e "),
            rf"\b([Ii]n|[Ss]ince) ([12])(?:{SPACE}|,)((?!000)[09]\d\d)(?![\d\w]|{SPACE}\w)",
            r"\1 \2\3",
        ),
    ),
}
# What a text that breaks a rule has, each beginning with a plain sign: most texts are looked through once.
_ANY = r"c(?<=etc)[ \u00a0]?(?:\.\.|…)|!!|\?\?|\([ \u00a0]|\)(?<=[ \u00a0]\))|[23](?<=[ \u00a0\u202fkcd]m.)\b"
_GROUPED = r"|[12](?=[ \u00a0\u202f,][09]\d\d)"
CANDIDATE = {
    "fr": re.compile(
        rf"{_ANY}{_GROUPED}|ème|ère(?<=1ère)|1(?<= 1)[ \u00a0]|[%€](?<=\d.)|[:;!?](?<=[a-zà-ÿ].)[\s»]"
        r"|[:;!?]\Z|[JFMASOND](?<=\d[ \u00a0\u202f].)|[JFMASOND](?<=er[ \u00a0\u202f].)"
    ),
    "en": re.compile(rf"{_ANY}{_GROUPED}|[:;!?%](?<=[ \u00a0\u202f].)"),
}
CAPITAL_MONTH = re.compile(rf"\b(\d\d?(?:er)?{SPACE})({_CAPITALS})(?={SPACE}\d{{4}}\b)")


@functools.cache
def _rules(language: str) -> list[tuple[tuple[str, ...], re.Pattern[str], str]]:
    """The rules of a language, compiled when a text first may break one."""
    return [(needs, re.compile(pattern), meant) for needs, pattern, meant in RULES[language]]


def usage(words: str, language: str) -> Told:
    """What some words of a language have in another way than it: code, place, what was found and meant."""
    if language not in RULES or not CANDIDATE[language].search(words):
        return
    for needs, pattern, meant in _rules(language):
        for found in pattern.finditer(words) if any(map(words.__contains__, needs)) else ():
            yield "other-usage", found.start(), {"found": found[0], "nearest": found.expand(meant)}
    for found in CAPITAL_MONTH.finditer(words) if language == "fr" else ():
        values = {"found": found[0], "nearest": f"{found[1]}{found[2].lower()}"}
        yield "other-usage", found.start(), values
