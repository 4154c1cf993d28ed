"""What a misspelt word may have meant, and what could have been chosen."""

from __future__ import annotations

import difflib
import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from vademecum.language.collation import folded
from vademecum.language.regex import regex

# How like a choice must be to be believed: difflib's ratio, from 0 to 1. Measured on slips of the keyboard in
# ids, and on ids that are not there, for which any other would be far-fetched.
ALIKE = 0.6  # one that goes on where the word ends, or the other way round: "reed" and "reed-2019"
SAME_BEGIN = 0.7  # one that has the word's first letter, in which slips are rare
OTHER_BEGIN = 0.8
ONE_SLIP = 0.9  # of ten letters and figures or more, whatever their letters alone are like
FIGURES = 0.95  # one without letters, since another number is another thing
FEW = 64  # so many choices are compared one by one
LOOKED_AT = 1000  # places of the index that are read for a word, those of its rarest pairs of letters first
COMPARED = 4  # choices that share most of them are compared; as many are looked at, the most alike first
NO_LETTER = regex(r"[\W\d_]+")
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
        self._plain = {folded(choice): choice for choice in reversed(self.choices)}
        self._folded = tuple(self._plain)
        self._places: dict[tuple[str, str], list[int]] = {}
        if len(self.choices) > FEW:
            for place, choice in enumerate(self._folded):
                for pair in _pairs(choice):
                    self._places.setdefault(pair, []).append(place)

    def to(self, word: str) -> str:
        """The choice most like `word`, or an empty string where none is near."""
        word = folded(word)
        if len(word) > LONGEST:
            return ""
        if word not in self._found:
            near = difflib.get_close_matches(word, self._alike(word), COMPARED, ALIKE)
            meant = next((choice for choice in near if _is_near(word, choice)), "")
            self._found[word] = self._plain.get(meant, "")
        return self._found[word]

    def _alike(self, word: str) -> Iterable[str]:
        """The choices that are worth a comparison."""
        if not self._places:
            return self._folded
        shared: Counter[int] = Counter()
        left = LOOKED_AT
        known = [pair for pair in _pairs(word) if pair in self._places]
        for pair in sorted(known, key=lambda pair: (len(self._places[pair]), pair)):  # the same in every run
            if left > 0:
                shared.update(self._places[pair][:left])
                left -= len(self._places[pair])
        return [self._folded[place] for place, _ in shared.most_common(COMPARED)]


def _is_near(word: str, choice: str) -> bool:
    """Whether somebody who wrote `word` may be believed to have meant `choice`: in the letters alone too, and
    in the last part of a path.
    """
    word, choice = word.rpartition("/")[2], choice.rpartition("/")[2]
    letters, of_choice = NO_LETTER.sub("", word), NO_LETTER.sub("", choice)
    if not letters or not of_choice:
        return _ratio(word, choice) >= FIGURES
    if choice.startswith(word) or word.startswith(choice):
        return True
    bar = SAME_BEGIN if letters[0] == of_choice[0] else OTHER_BEGIN
    whole = _ratio(word, choice)
    return whole >= ONE_SLIP or min(whole, _ratio(letters, of_choice)) >= bar


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


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


# Choices told with their names, and letters of them all: beside a guess, and where nothing is guessed.
FEW_NAMED, MOST_NAMED = 12, 300
ALL_NAMED, LONGEST_NAMED = 20, 600
WORD_BEGIN = regex(r"\b[a-z]{5}")  # by which two words are known as kin: "coopération", "coopérations"
SENTENCE = regex(r"[,;:()\d]")  # what is more than a name, or is told by its numbers
ALL = 40  # keys of a model or a vocabulary: who sees but some of them adds one that is there


def choices(words: Iterable[str], most: int = 12) -> str:
    """A list of valid choices for a message, cut where it would fill the screen."""
    listed = list(words)
    return ", ".join(listed[:most]) + (", …" if len(listed) > most else "")


def named_choices(labels: Mapping[str, Mapping[str, str]], found: str = "") -> dict[str, str]:
    """A short list of choices with what French readers call each that has another name: "close (proche)"; {}
    of a list that would fill the screen. `found` is a value of which nothing is guessed: the list may then
    be longer, and those come first whose names have a word of it.
    """
    names = {choice: label.get("fr", "") for choice, label in labels.items()}
    few, most = (ALL_NAMED, LONGEST_NAMED) if found else (FEW_NAMED, MOST_NAMED)
    if not 0 < len(names) <= few or any(map(SENTENCE.search, (*names, *names.values()))):
        return {}
    words = _begins(found[:LONGEST])
    ordered = sorted(names, key=lambda choice: words.isdisjoint(_begins(names[choice])))
    shown = ", ".join(_named(choice, names[choice]) for choice in ordered)
    return {"choices.fr": shown} if len(shown) <= most else {}


def _begins(text: str) -> set[str]:
    return set(WORD_BEGIN.findall(folded(text)))


def _named(choice: str, name: str) -> str:
    """A choice with its name, where that says more."""
    if not name or folded(name) == folded(choice.replace("_", " ")):
        return choice
    return f"{choice} ({name if name[1:2].isupper() else name[:1].lower() + name[1:]})"
