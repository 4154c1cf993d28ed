"""Which of many rules some words may break, told in one pass over them by the letters that each rule needs.

The automaton is Aho and Corasick's (Efficient string matching, 1975): to ask for each needle by itself took
two fifths of what looking at a text takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

Rule = TypeVar("Rule")
Needs = tuple[str, ...] | Callable[[str], object]


class Suspects(Generic[Rule]):
    """Rules, each with what no words break it without: one of some needles, or what a question tells."""

    def __init__(self, rules: Sequence[tuple[Needs, Rule]]) -> None:
        self.rules = [rule for _, rule in rules]
        self._asked = [(number, needs) for number, (needs, _) in enumerate(rules) if callable(needs)]
        needed: dict[str, set[int]] = {}
        for number, (needs, _) in enumerate(rules):
            for needle in () if callable(needs) else needs:
                needed.setdefault(needle, set()).add(number)
        self._needed = list(needed.values())
        # The fullest automaton passes over a text in half the time, but is too large to stay in the
        # processor's memory between two texts: this one is quicker there, and made in an eighth of the time.
        self._automaton = AhoCorasick(list(needed), implementation=Implementation.ContiguousNFA)

    def of(self, words: str) -> list[Rule]:
        """The rules that some words may break, in their order."""
        numbers: set[int] = set()
        for needle, _, _ in self._automaton.find_matches_as_indexes(words, overlapping=True):
            numbers |= self._needed[needle]
        for number, asks in self._asked:
            if asks(words):
                numbers.add(number)
        return [self.rules[number] for number in sorted(numbers)] if numbers else []
