"""Rules of the check that are patterns alone, as the form's scripts can use them: written once, told by both.

A pattern of Python becomes one of JavaScript with the flag u, where a class such as \\w is of ASCII alone and
has to be spelt out: here, but for the edge of a word, \\b, which is long and frequent and is left to the
scripts. There ^ and $ are those of a line.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from vademecum.checks.entries import silences
from vademecum.checks.markdown import bodies, near_citations
from vademecum.checks.words import keyboard, usage
from vademecum.checks.words.names import people
from vademecum.checks.words.quantities import years
from vademecum.checks.words.remains import drafts, placeholders, traces
from vademecum.language.regex import regex

WORD, LETTER = r"\p{L}\p{M}\p{N}_", r"\p{L}\p{M}"
# A class that is made by taking away from a class, which JavaScript has no words for.
TAKEN = {r"[^\W\d_]": f"[{LETTER}]", r"[^\W_]": rf"[{LETTER}\p{{N}}]", r"[^\W\d]": f"[{LETTER}_]"}
OUTSIDE = {
    "w": f"[{WORD}]",
    "W": f"[^{WORD}]",
    "A": r"(?<![\s\S])",
    "Z": r"(?![\s\S])",
}
SYNTAX = r"^$\.*+?()[]{}|/-"  # what may be escaped under the flag u; a hyphen within brackets alone
KEPT = "dDsSntrub"
_PIECES = regex(rf"{'|'.join(map(re.escape, TAKEN))}|\\.|[\[\]]|[^\\\[\]]+", re.DOTALL)
NONE = regex(r"\(\?(?:i|P|>|\()|[*+?}]\+")  # flags, names, and what is never given back


class Rule(NamedTuple):
    """What is told of some words: the code of its finding, its pattern, what was meant ($1 a group of it, ""
    nothing), of which language it is ("" of every one), what must not stand before what is found, and the
    words without one of which nothing is found.
    """

    code: str
    pattern: re.Pattern[str]
    meant: str = ""
    language: str = ""
    not_behind: str = ""
    needs: tuple[str, ...] = ()

    def in_script(self) -> str:
        """The pattern for JavaScript, which can look back as far as it likes."""
        found = in_script(self.pattern.pattern)
        return f"(?<!{in_script(self.not_behind)})(?:{found})" if self.not_behind else found


def _traces() -> Iterator[Rule]:
    """A rule for each pattern of another program's traces, with all of its needs."""
    needs: dict[str, list[str]] = {}
    for need, pattern in traces.TRACES:
        needs.setdefault(pattern, []).append(need)
    for pattern, of_pattern in needs.items():
        yield Rule(traces.code_of(pattern), traces.compiled(pattern), needs=tuple(of_pattern))


def _usage() -> Iterator[Rule]:
    """A rule for each of usage, but for what is only put in small letters, which stays with the check."""
    for rules in (usage.RULES, usage.NUMBERED):
        for language, of_language in rules.items():
            for needs, pattern, meant in of_language:
                if meant:
                    words = needs if isinstance(needs, tuple) else ()
                    groups = meant.replace("\\", "$")
                    yield Rule("other-usage", regex(pattern), groups, language, needs=words)


RULES: tuple[Rule, ...] = (
    *_traces(),
    Rule("person-named", people.PERSON, not_behind=people.PLACE, needs=people.TITLES),
    Rule("parted-word", keyboard.PARTED, "$1$2", needs=("- ", "-\n")),
    Rule("ibidem", near_citations.IBIDEM, needs=near_citations.IBIDS),
    Rule("typing-slip", keyboard.ANGLES, "« $1 »", needs=("<<",)),
    Rule("numbers-reversed", years.LONG_YEAR, needs=("19", "20")),
    *_usage(),
)


def patterns(languages: Collection[str]) -> list[list[str | tuple[str, ...]]]:
    """[code, pattern of JavaScript, what was meant, its language, its needs] for each rule of these
    languages and of every one.
    """
    return [
        [rule.code, rule.in_script(), rule.meant, rule.language, rule.needs]
        for rule in RULES
        if not rule.language or rule.language in languages
    ]


def unsaid() -> dict[str, str]:
    """What says but that there is nothing to say, each pattern of a whole text whatever its capitals: in any
    text, in a paragraph besides, as all that stands in a section of a case.
    """
    said = {"text": placeholders.NOTHING, "paragraph": bodies.UNSAID, "section": silences.SILENT}
    return {of: in_script(pattern.pattern) for of, pattern in said.items()}


def noted() -> str:
    """What says but that a text is not done, or not for readers: a pattern of a whole text."""
    return in_script(drafts.NOTES.pattern)


@functools.cache
def in_script(pattern: str) -> str:
    """A pattern of Python as one of JavaScript. Raises ValueError for what has no counterpart there."""
    bare = re.sub(r"\\.|\[[^]]*\]", "a", pattern)
    if NONE.search(bare) or r"\\b" in pattern:
        raise ValueError(pattern)
    return "".join(_parts(pattern))


def _parts(pattern: str) -> Iterator[str]:
    within = False
    for piece in _PIECES.findall(pattern):
        if piece in TAKEN:
            yield TAKEN[piece]
        elif piece[0] == "\\":
            yield _escape(piece[1], within)
        else:
            within = piece == "[" or (within and piece != "]")
            yield piece


def _escape(sign: str, within: bool) -> str:
    """What stands behind a backslash; an escape that JavaScript does not know is but the sign."""
    if sign == "w" and within:
        return WORD
    if sign in OUTSIDE and not within:
        return OUTSIDE[sign]
    known = sign in KEPT or sign.isdecimal() or (sign in SYNTAX and (within or sign != "-"))
    return f"\\{sign}" if known else sign
