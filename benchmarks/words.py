"""Words that look French or English, and the terms made of them, drawn from a seeded generator."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

LANGUAGES = ("fr", "en")

# fmt: off
ONSETS = (
    *("b", "br", "c", "ch", "d", "f", "fl", "g", "gl", "gr", "l"),
    *("m", "n", "p", "pl", "pr", "r", "s", "st", "t", "tr", "v"),
)
VOWELS = ("a", "e", "i", "o", "u", "a", "e", "i", "o", "ou")
CODAS = ("", "", "", "", "", "l", "n", "r")
# fmt: on

# No ending is the end of another, of its language, so different roots never make one word twice, nor an
# ordinary word a term.
NOUNS = (
    {"fr": "isation", "en": "isation"},
    {"fr": "isme", "en": "ism"},
    {"fr": "ance", "en": "ance"},
    {"fr": "ité", "en": "ity"},
    {"fr": "tude", "en": "tude"},
    {"fr": "ment", "en": "ment"},
    {"fr": "age", "en": "age"},
)
QUALITIES = (
    {"fr": "able", "en": "able"},
    {"fr": "ique", "en": "ic"},
    {"fr": "aire", "en": "ary"},
    {"fr": "iste", "en": "ist"},
)
ORDINARY = {"fr": ("er", "eur", "oir", "ée", "ais", "ière"), "en": ("ing", "er", "ed", "le", "ock", "ow")}


@dataclass(frozen=True, slots=True)
class Names:
    """What one language calls a concept; `used` are the written forms that prose may hold, plurals
    included.
    """

    preferred: str
    synonyms: tuple[str, ...]
    never: tuple[str, ...]
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept's id and its names, by language."""

    id: str
    names: dict[str, Names]


def roots(rng: Random, count: int) -> list[str]:
    """`count` different beginnings of words; one in four starts with a vowel, which makes French elide."""
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = (
            rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)
            for _ in range(rng.choice((2, 2, 2, 3)))
        )
        found[rng.choice(("", "", "", rng.choice("aeio"))) + "".join(syllables)] = None
    return list(found)


def ordinary(rng: Random, language: str, count: int = 800) -> list[str]:
    """Words for running text, none of which is a term."""
    return [root + rng.choice(ORDINARY[language]) for root in roots(rng, count)]


def concepts(rng: Random, count: int) -> list[Concept]:
    """`count` concepts: two in three are named by several words, one in five has an acronym."""
    qualities = roots(rng, 60)
    return [concept(rng, number, root, qualities) for number, root in enumerate(roots(rng, count))]


def concept(rng: Random, number: int, root: str, qualities: list[str]) -> Concept:
    """One concept. A name of one word has a synonym that holds it: the longest must win."""
    noun, endings = rng.choice(NOUNS), rng.choices(QUALITIES, k=2)
    first, second = rng.sample(qualities, 2)
    acronym = (f"{root[:2]}{second[:2]}{number}".upper(),) if number % 5 == 0 else ()
    names = {}
    for language in LANGUAGES:
        word, near, far = root + noun[language], first + endings[0][language], second + endings[1][language]
        preferred = (word,) if number % 3 == 0 else (word, near)
        synonym = (word, far)
        never = (f"{joined(preferred, language)} {'hors' if language == 'fr' else 'besides'} {far}",)
        used = (
            *(joined(preferred, language) for _ in range(2)),
            plural(preferred, language),
            plural(synonym, language),
        )
        names[language] = Names(
            joined(preferred, language),
            (joined(synonym, language), *acronym),
            never if number % 7 == 0 else (),
            used + acronym,
        )
    return Concept(names["en"].preferred.replace(" ", "-"), names)


def joined(words: tuple[str, ...], language: str) -> str:
    """A noun and its adjective in the order of the language."""
    return " ".join(words if language == "fr" else words[::-1])


def plural(words: tuple[str, ...], language: str) -> str:
    """The plural: in French the adjective agrees."""
    noun, *rest = words
    if language == "en":
        return joined((noun[:-1] + "ies" if noun.endswith("y") else noun + "s", *rest), language)
    return " ".join(word + "s" for word in words)
