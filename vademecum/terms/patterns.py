"""The regular expressions that terms are sought by: many words as one, and what may stand around a term."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os.path import commonprefix

from vademecum.language.inflection import HYPHEN, JOINT, LETTER, POINT, QUOTE
from vademecum.language.regex import regex

# What is no letter, by ranges: a third faster to look for than [^\\w…]. Latin 1, punctuation, signs.
BETWEEN = (
    r"[\x00-/:-@\[-^`{-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7\u2000-\u206f\u20a0-\u20bf"
    r"\u2190-\u245f\u2500-\u2775\u2794-\u27bf]"
)
ELISIONS = ("[ldjnscmt]", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu")
# English makes one word of a noun and one of these; the noun is still a term: *network-based*, *city-led*.
COMPOUNDED = (
    "aware|backed|based|building|centered|centred|driven|focused|free|friendly|funded|induced|led|level|like|linked|"
    "making|oriented|owned|ready|related|run|sensitive|specific|sponsored|style|supported|type|wide"
)
DEEPEST = 40  # branchings of a prefix tree: `re` calls itself for each


def factored(strings: set[str]) -> str:
    """One regular expression for many strings, longest first, factored into prefix trees.

    Each string is read once from left to right, where a plain alternation would try them all in turn. A
    tree has DEEPEST levels; what is deeper (forms each a prefix of the next) has trees of its own, tried
    before it.
    """
    trees: list[str] = []
    while strings:
        deeper: set[str] = set()
        trees.append(_tree(strings, "", deeper, DEEPEST))
        strings = deeper
    return trees[0] if len(trees) == 1 else f"(?:{'|'.join(reversed(trees))})" if trees else ""


def _tree(strings: Iterable[str], before: str, deeper: set[str], levels: int) -> str:
    """The tree of `strings`, which follow `before`; those that need more levels are added to `deeper`."""
    groups: dict[str, list[str]] = {}
    for string in strings:
        groups.setdefault(string[:1], []).append(string)
    optional = "?" if groups.pop("", None) else ""
    branches = []
    for group in groups.values():
        prefix = commonprefix(group)  # noqa: RUF071  # of strings, which is what it compares
        rests = {string[len(prefix) :] for string in group}
        if len(group) > 1 and levels == 0:
            deeper.update(before + prefix + rest for rest in rests if rest)
            rests &= {""}
        if rests:
            rest = _tree(rests, before + prefix, deeper, levels - 1) if len(rests) > 1 else ""
            branches.append(re.escape(prefix).replace("\\ ", JOINT).replace("'", QUOTE) + rest)
    return f"(?:{'|'.join(branches)}){optional}" if branches else ""


def first_words(heads: set[str]) -> re.Pattern[str]:
    """Any first word of a term, where a word starts.

    The leading class lets `re` skip quickly from one place between words to the next, so texts are searched
    with one space before them.
    """
    return regex(rf"{BETWEEN}({factored(heads) or '(?!)'})(?!{LETTER})")


def preceding(language: str) -> str:
    """What a term starts after: no hyphen or apostrophe that joins, but in French an elision."""
    before = [rf"(?<!{LETTER}{HYPHEN})(?<!{LETTER}{QUOTE})(?<!{LETTER}[{POINT}])"]
    if language == "fr":
        before += [rf"(?<=\b{elided}{QUOTE})" for elided in ELISIONS]
    return f"(?:{'|'.join(before)})"


def following(language: str) -> str:
    """What ends a term: no letter, no hyphen, apostrophe or other sign that joins.

    English has its possessive 's and its compounds. What is left of inclusive forms is none that we know.
    """
    owned = rf"(?![sS](?!{LETTER}))" if language == "en" else ""
    made = rf"(?!(?:{COMPOUNDED})(?!{LETTER}|{HYPHEN}))" if language == "en" else ""
    part = rf"[{POINT}]{LETTER}|\([^\W\d_]{{1,5}}\)"
    return rf"(?!{LETTER}|{HYPHEN}{made}{LETTER}|{QUOTE}{owned}{LETTER}|{part})"
