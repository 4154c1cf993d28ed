"""Rules of the check that are patterns alone, as the form's scripts can use them: written once, told by both.

A pattern of Python becomes one of JavaScript with the flag u, where a class such as \\w is of ASCII alone and
has to be spelt out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks import near_citations, people, traces, typed

WORD, LETTER = r"\p{L}\p{M}\p{N}_", r"\p{L}\p{M}"
# A class that is made by taking away from a class, which JavaScript has no words for.
TAKEN = {r"[^\W\d_]": f"[{LETTER}]", r"[^\W_]": rf"[{LETTER}\p{{N}}]", r"[^\W\d]": f"[{LETTER}_]"}
OUTSIDE = {
    "w": f"[{WORD}]",
    "W": f"[^{WORD}]",
    "A": r"(?<![\s\S])",
    "Z": r"(?![\s\S])",
    "b": f"(?:(?<=[{WORD}])(?![{WORD}])|(?<![{WORD}])(?=[{WORD}]))",
}
SYNTAX = r"^$\.*+?()[]{}|/-"  # what may be escaped under the flag u; a hyphen within brackets alone
KEPT = "dDsSntru"
# Each rule: the code of its finding, its pattern, and what was meant: $1 a group of it, "" nothing.
RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    *(("other-program", pattern, "") for pattern in dict.fromkeys(pattern for _, pattern in traces.TRACES)),
    ("person-named", people.alone(), ""),
    ("parted-word", typed.PARTED, "$1$2"),
    ("ibidem", near_citations.IBIDEM, ""),
    ("typing-slip", typed.ANGLES, "« $1 »"),
    ("numbers-reversed", typed.LONG_YEAR, ""),
)


def patterns() -> list[list[str]]:
    """[code, pattern of JavaScript, its flags, what was meant] for each rule."""
    return [
        [code, in_script(pattern.pattern), "gmu" if pattern.flags & re.MULTILINE else "gu", meant]
        for code, pattern, meant in RULES
    ]


def in_script(pattern: str) -> str:
    """A pattern of Python as one of JavaScript. Raises ValueError for what has no counterpart there."""
    if "(?i" in pattern or "(?P" in pattern:
        raise ValueError(pattern)
    return "".join(_parts(pattern))


def _parts(pattern: str) -> Iterator[str]:
    at, within = 0, False
    while at < len(pattern):
        if not within and (taken := next((one for one in TAKEN if pattern.startswith(one, at)), "")):
            yield TAKEN[taken]
            at += len(taken)
            continue
        sign = pattern[at]
        if sign == "\\":
            yield _escape(pattern[at + 1], within)
            at += 2
            continue
        within = (sign == "[" and not within) or (within and sign != "]")
        yield sign
        at += 1


def _escape(sign: str, within: bool) -> str:
    """What stands behind a backslash; an escape that JavaScript does not know is but the sign."""
    if sign == "w" and within:
        return WORD
    if sign in OUTSIDE and not within:
        return OUTSIDE[sign]
    known = sign in KEPT or sign.isdecimal() or (sign in SYNTAX and (within or sign != "-"))
    return f"\\{sign}" if known else sign
