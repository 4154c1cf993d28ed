"""What a misspelt word may have meant, and what could have been chosen."""

from __future__ import annotations

import difflib
import functools
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

ALIKE = 0.6  # how like a choice must be: difflib's ratio, from 0 to 1
FEW = 64  # so many choices are compared one by one
LOOKED_AT = 1000  # places of the index that are read for a word, those of its rarest pairs of letters first
COMPARED = 4  # choices that share most of them are compared
LONGEST = 200  # characters of a word that can be meant for a choice


class Nearest:
    """Finds the choice most like a word, among many for many words.

    Few choices are compared one by one; of many, only those that share the word's rarest pairs of letters,
    so that the time for a word does not grow with them. What was found for a word is kept.
    """

    def __init__(self, choices: Iterable[str]) -> None:
        """`choices` in the order in which a reader would see them; an index is made when there are many."""
        self.choices = tuple(choices)
        self._found: dict[str, str] = {}
        self._same = {choice.lower(): choice for choice in reversed(self.choices) if not choice.islower()}
        self._places: dict[tuple[str, str], list[int]] = {}
        if len(self.choices) > FEW:
            for place, choice in enumerate(self.choices):
                for pair in _pairs(choice.lower()):
                    self._places.setdefault(pair, []).append(place)

    def to(self, word: str) -> str:
        """The choice most like `word`, or an empty string where none is near."""
        word = word.lower()
        if word in self._same:
            return self._same[word]
        if len(word) > LONGEST:
            return ""
        if word not in self._found:
            near = difflib.get_close_matches(word, self._alike(word), 1, ALIKE)
            self._found[word] = near[0] if near else ""
        return self._found[word]

    def _alike(self, word: str) -> Iterable[str]:
        """The choices that are worth a comparison."""
        if not self._places:
            return self.choices
        shared: Counter[int] = Counter()
        left = LOOKED_AT
        known = [pair for pair in _pairs(word) if pair in self._places]
        for pair in sorted(known, key=lambda pair: (len(self._places[pair]), pair)):  # the same in every run
            if left > 0:
                shared.update(self._places[pair][:left])
                left -= len(self._places[pair])
        return [self.choices[place] for place, _ in shared.most_common(COMPARED)]


def _pairs(text: str) -> set[tuple[str, str]]:
    """The pairs of letters of a text, its beginning and end with a space."""
    return set(pairwise(f" {text} "))


@functools.lru_cache(32)
def _among(choices: tuple[str, ...]) -> Nearest:
    return Nearest(choices)


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice most like `word`, or an empty string where none is near.

    The choices are indexed once for as long as they stay the same, and the time for a word has a bound
    however many they are: a project may hold thousands of ids, and as many that are misspelt. Who asks
    often keeps a `Nearest`.
    """
    return _among(tuple(choices)).to(word)


def choices(words: Iterable[str], most: int = 12) -> str:
    """A list of valid choices for a message, cut where it would fill the screen."""
    listed = list(words)
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")
