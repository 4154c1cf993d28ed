"""Which of many rules some words may break, told in one pass over them by the letters that each rule needs.

The automaton is Aho and Corasick's (Efficient string matching, 1975): to ask for each needle by itself took
two fifths of what looking at a text takes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

Rule = TypeVar("Rule")
Needs = tuple[str, ...] | re.Pattern[str]


class Suspects(Generic[Rule]):
    """Rules, each with what no words break it without: one of some needles, or a pattern."""

    def __init__(self, rules: Sequence[tuple[Needs, Rule]]) -> None:
        self.rules = [rule for _, rule in rules]
        self._patterns = [(n, needs) for n, (needs, _) in enumerate(rules) if isinstance(needs, re.Pattern)]
        needed: dict[str, set[int]] = {}
        for number, (needs, _) in enumerate(rules):
            for needle in () if isinstance(needs, re.Pattern) else needs:
                needed.setdefault(needle, set()).add(number)
        self._needed = list(needed.values())
        self._automaton = AhoCorasick(list(needed))

    def of(self, words: str) -> list[Rule]:
        """The rules that some words may break, in their order."""
        found = self._automaton.find_matches_as_indexes(words, overlapping=True)
        numbers = {number for needle, _, _ in found for number in self._needed[needle]}
        numbers |= {number for number, needs in self._patterns if needs.search(words)}
        return [self.rules[number] for number in sorted(numbers)] if numbers else []
