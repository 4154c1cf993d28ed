"""What a misspelt word may have meant, and what could have been chosen."""

from __future__ import annotations

import difflib
import functools
from collections import Counter, defaultdict
from collections.abc import Iterable

LIKE = 0.6  # how much alike two words are that may be one
FEW = 200  # choices that are all compared
LOOKED_AT = 5_000  # of many choices: how often one is looked up by a pair of letters, the rarest pairs first
COMPARED = 20


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice most like `word`, or an empty string where none is near.

    The time is bounded, however many choices there are: a project may hold thousands of ids, and as many
    that are misspelt.
    """
    word, listed = word.lower()[:FEW], tuple(choices)
    if len(listed) > FEW:
        listed = _shared(word, listed)
    return next(iter(difflib.get_close_matches(word, listed, 1, LIKE)), "")


def _shared(word: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    """The choices that share most pairs of letters with a word."""
    found = _by_pair(listed)
    counts: Counter[str] = Counter()
    looked_at = 0
    for pair in sorted(_pairs(word), key=lambda pair: len(found.get(pair, ()))):
        looked_at += len(found.get(pair, ()))
        if looked_at > LOOKED_AT:
            break
        counts.update(found.get(pair, ()))
    return tuple(choice for choice, _ in counts.most_common(COMPARED))


@functools.lru_cache(maxsize=8)
def _by_pair(listed: tuple[str, ...]) -> dict[str, list[str]]:
    """The choices by each pair of letters in them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for choice in listed:
        for pair in _pairs(choice):
            found[pair].append(choice)
    return dict(found)


def _pairs(word: str) -> set[str]:
    marked = f"^{word}$"
    return {marked[at : at + 2] for at in range(len(marked) - 1)}


def choices(words: Iterable[str], most: int = 12) -> str:
    """A list of valid choices for a message, cut where it would fill the screen."""
    listed = list(words)
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")
