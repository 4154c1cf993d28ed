"""The passages of a text: its sections, their blocks, and what stands in a block by itself."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.language.regex import regex

SECTION = regex(r"^## ", re.MULTILINE)
GAP = regex(r"\n[ \t]*\n")  # between two blocks
# Where a paragraph, an item or a row ends.
ITEM = regex(r"\n[ \t]*\n|\n(?=[ ]*(?:[-*+>|]|\d{1,2}[.)])[ ])")
SENTENCE = regex(r"(?<=[.!?…])[»”)\]]*\s+(?=[«“(\[]?\s?[A-ZÀ-Þ])")
LIKE = 2.5  # times as long as its counterpart, or as short, a sentence may be
Passage = tuple[int, str]  # where it begins, and what it says


def sections(body: str) -> list[Passage]:
    """What stands above the first heading, then each section."""
    starts = [0, *(found.start() for found in SECTION.finditer(body))]
    return [(start, body[start:end]) for start, end in zip(starts, [*starts[1:], len(body)], strict=True)]


def parted(text: str, between: re.Pattern[str]) -> list[Passage]:
    """The parts of a text between places that a pattern finds."""
    found = list(between.finditer(text))
    if not found:
        return [(0, text)]
    starts = [0, *(one.end() for one in found)]
    ends = [*(one.start() for one in found), len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def side_by_side(here: str, there: str) -> Iterator[tuple[int, str, str]]:
    """Each passage of a section beside its counterpart in another language, and where it begins: by items and
    rows where both have as many of them, else by paragraphs, else as a whole.
    """
    for between in (ITEM, GAP):
        mine, others = parted(here, between), parted(there, between)
        if len(mine) == len(others):
            yield from ((at, one, other) for (at, one), (_, other) in zip(mine, others, strict=True))
            return
    yield 0, here, there


@functools.lru_cache(4)  # of the passages that are compared, which several comparisons ask for
def sentence_by_sentence(here: str, there: str) -> tuple[tuple[int, str, str], ...]:
    """Each sentence of a passage beside its counterpart, and where it begins; none where one of the passages
    has more, but without those that are cut at other places, as far as their lengths tell.
    """
    mine, others = parted(here, SENTENCE), parted(there, SENTENCE)
    if len(mine) != len(others):
        return ()
    return tuple(
        (at, one, other)
        for (at, one), (_, other) in zip(mine, others, strict=True)
        if 1 / LIKE < len(one) / max(1, len(other)) < LIKE
    )


def whole_or_sentence(
    told: Callable[[str, str, str, str], Iterable[Slip]], here: str, ours: str, there: str, theirs: str
) -> Iterator[Slip]:
    """What is told of all of a passage beside its counterpart, each with its language; where nothing is, of
    each of its sentences.
    """
    of_all = [*told(here, ours, there, theirs)]
    yield from of_all
    for at, one, other in () if of_all else sentence_by_sentence(here, there):
        for code, start, values in told(one, ours, other, theirs):
            yield code, at + start, values
