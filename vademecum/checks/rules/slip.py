"""What rules on running words tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vademecum.checks.rules.needles import Needs, Suspects

# The code of a finding, where in the words it begins, what was found there and what else is told.
Slip = tuple[str, int, dict[str, str]]
# What no words break a rule without, how they break it, and what was meant, with the pattern's groups.
Rule = tuple[Needs, str, str]
# What a rule that is no pattern alone tells of some words of a language.
Tell = Callable[[str, str], Iterator[Slip]]


def told(suspects: Suspects[Tell], words: str, language: str) -> Iterator[Slip]:
    """What the rules that some words may break tell of them."""
    for tell in suspects.of(words):
        yield from tell(words, language)


def outermost(slips: Iterable[Slip]) -> list[Slip]:
    """Slips of one kind in the order of their places, without those that stand wholly within another."""
    kept: list[Slip] = []
    end = -1
    for slip in sorted(slips, key=lambda one: (one[1], -len(one[2]["found"]))):
        last = slip[1] + len(slip[2]["found"])
        if last > end:
            kept.append(slip)
            end = last
    return kept
