"""Running text that uses given terms: sentences, paragraphs, sections, tables."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from words import Concept, Names, ordinary

# fmt: off
SMALL = {
    "fr": (
        "le", "la", "un", "une", "de", "du", "dans", "pour", "avec",
        "sur", "par", "et", "mais", "selon", "depuis", "entre", "vers", "où",
    ),
    "en": (
        "the", "its", "of", "in", "for", "with", "on", "by", "and",
        "but", "after", "since", "between", "towards", "where", "to", "from", "under",
    ),
}
# fmt: on
# What may stand before a term; French elides before a vowel, with either apostrophe. "A" is none, since it
# would ask what follows.
BEFORE = {"fr": ("la", "de", "que", "une", "cette"), "en": ("the", "every", "this", "of", "their")}
BEFORE_MANY = {"fr": ("les", "des", "leurs"), "en": ("the", "these", "their")}
ELIDED = {"la": "l", "de": "d", "que": "qu"}
APOSTROPHES = ("'", "’")


# The sentences of a section: how many words each has, and the concept that it uses, if it does; the same in
# all languages, since one is the translation of the other.
Plan = Sequence[tuple[Concept | None, int]]


def plan(rng: Random, concepts: Sequence[Concept], words: int) -> Plan:
    """A section of about `words` words that uses each concept once."""
    said: list[tuple[Concept | None, int]] = [(concept, rng.randint(10, 18)) for concept in concepts]
    while sum(length for _, length in said) < words - 8:
        said.append((None, rng.randint(10, 18)))
    rng.shuffle(said)
    return said


class Prose:
    """A writer in one language; everything it writes comes from its seeded generator."""

    def __init__(self, rng: Random, language: str) -> None:
        self.rng, self.language = rng, language
        self.words = ordinary(rng, language)

    def word(self) -> str:
        """An ordinary word."""
        return self.rng.choice(self.words)

    def some(self, count: int) -> list[str]:
        """`count` words, or one more: every other one is small, and none of these is the last."""
        small, pick = SMALL[self.language], self.rng.choice
        return [pick(small) if place % 2 else pick(self.words) for place in range(count | 1)]

    def title(self, name: str) -> str:
        return f"{name}, {' '.join(self.some(3))}"

    def line(self, words: int = 14) -> str:
        """A sentence without terms."""
        return sentence(self.some(words))

    def term(self, names: Names) -> str:
        """A written form of a term, with what stands before it."""
        form = self.rng.choice(names.used)
        many = any(word.endswith("s") for word in form.split())
        before = self.rng.choice((BEFORE_MANY if many else BEFORE)[self.language])
        if self.language == "fr" and before in ELIDED and form[0] in "aeio":
            return f"{ELIDED[before]}{self.rng.choice(APOSTROPHES)}{form}"
        return f"{before} {form}"

    def told(self, names: Names, words: int) -> str:
        """A sentence that uses a term, in the place of a small word."""
        said = self.some(words)
        said[self.rng.randrange(3, len(said) - 1, 2)] = self.term(names)
        return sentence(said)

    def section(self, plan: Plan) -> str:
        """Paragraphs of at most four sentences."""
        said = [
            self.told(concept.names[self.language], words) if concept else self.line(words)
            for concept, words in plan
        ]
        return "\n\n".join(" ".join(said[start : start + 4]) for start in range(0, len(said), 4))

    def table(self, rows: int = 5) -> str:
        """A table of three columns."""
        cells = [[" ".join(self.some(width)) for width in (1, 5, 3)] for _ in range(rows)]
        cells.insert(1, ["---"] * 3)
        return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def sentence(words: Sequence[str]) -> str:
    """Words as a sentence, with a comma where it is long."""
    text = " ".join(words[:9]) + (", " + " ".join(words[9:]) if len(words) > 9 else "")
    return text[0].upper() + text[1:] + "."
