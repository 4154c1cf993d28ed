"""Passages of a translation that seem to lack a sentence, a paragraph or an item of the original.

On the handbook's own texts a paragraph in English has 0.68 to 1.43 of the letters of the French, and sections
have as many paragraphs in both: a passage that is told by its length alone lies far beyond, and one that is
told within them lacks a number or a sentence as well. Of 2,800 paragraphs of published manuals in both, one
in two hundred has a sentence fewer in English and less than 0.72 of the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.bilingual.lost_numbers import SMALL, Lost, added_number, lacking_in, lost_for_certain
from vademecum.checks.bilingual.passages import GAP, Passage, parted
from vademecum.checks.bilingual.unlike_sections import without_counterpart
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.amounts import ELSEWHERE, numbers_in
from vademecum.language.regex import regex

# Behind the end of a line, which is found much quicker than the beginning of one.
ITEM, ROW = regex(r"\n[ ]*(?:[-*+]|\d{1,2}[.)])[ ]"), regex(r"\n\|")
RULER = regex(r"^\|[ \t]*:?-[|: \t-]*$", re.MULTILINE)  # below the head of a table
LONG, SHORT = 200, 100  # letters of a passage from which its length tells, by itself or with a number
MUCH = 0.42  # of the other's letters: a sentence is lacking for certain
LESS = 0.72  # the same, where a number is lacking too
WITHOUT = {"en": 0.72, "fr": 0.9}  # the same in each language, where a sentence is lacking too
FEWER = 0.8  # of the other's letters, in fewer paragraphs
ALIKE = 1.6  # times as long as its counterpart, or as short
MOST = 20  # passages that are put side by side
# Between two sentences: not behind an abbreviation, which a small letter or a figure follows.
NEXT = regex(r"[.!?…][»”)\]]*\s+[«“(\[]?\s?[A-ZÀ-Þ]")
SHOWN = 40


def missing_passages(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first passage of a section that is much shorter in ours, the translation's, or lacks numbers."""
    for pattern in (ITEM, ROW):
        counts = _count(pattern, here), _count(pattern, there)
        if 0 < counts[0] < counts[1]:
            yield _fewer(*counts, _first(pattern, here))
    mine, others = _passages(here), _passages(there)
    if len(mine) != len(others):
        shorter = _letters(mine) < FEWER * _letters(others) >= FEWER * LONG
        cut = _letters(others) >= LONG and sentences(here) < sentences(there)
        if len(mine) < len(others) and (shorter or cut or _lacks_some(mine, others)):
            yield _fewer(len(mine), len(others), mine[0][0] if mine else 0)
        return
    for (at, one), (_, other) in zip(mine, others, strict=True):
        ratio = len(one) / len(other)
        lacking = lacking_in(one, ours, other, theirs)
        less = ratio < LESS and len(other) >= SHORT and any(of.kind != SMALL for of in lacking.values())
        if less or _is_cut(one, ours, other):
            yield "lengths-differ", at, {"found": _shown(one), "other": _shown(other)}
            return
        if lacking and (lost := lost_for_certain(lacking, one, ours, other, theirs)):
            elsewhere = numbers_in(here, ours)  # in another paragraph of the section
            if not all(key in elsewhere for key in lost):
                yield "numbers-untranslated", at, {"found": _written(lost), "other": _shown(one)}
                return


def added_items(here: str, there: str) -> Iterator[Slip]:
    """The first list or table of a section of ours, the translation's, if the original's has fewer lines."""
    for pattern in (ITEM, ROW):
        counts = _count(pattern, here), _count(pattern, there)
        if 0 < counts[1] < counts[0]:
            values = {"found": str(counts[0]), "other": str(counts[1])}
            yield "items-added", _first(pattern, here), values
            return


def added_numbers(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first number of each passage of ours, the translation's, that the original's has not."""
    mine, others = _passages(here), _passages(there)
    for (at, one), (_, other) in zip(mine, others, strict=True) if len(mine) == len(others) else ():
        added = added_number(one, ours, other, theirs)
        if added and added.key not in numbers_in(there, theirs):  # in another paragraph
            values = {"found": added.text, "other": _shown(other)}
            yield "number-added", at + max(0, here[at:].find(added.text)), values


def _written(lost: dict[str, Lost]) -> str:
    return ", ".join(number.text for number in lost.values())


def _lacks_some(mine: list[Passage], others: list[Passage]) -> bool:
    """Whether passages are those of another text without a long one of them, as far as their lengths tell:
    where two were made one, that is longer than either.
    """
    if not mine or len(others) > MOST:
        return False
    shorter, longer = (tuple(words for _, words in side) for side in (mine, others))
    lacking = without_counterpart(longer, shorter)
    rest = [words for number, words in enumerate(longer) if number not in lacking]
    alike = all(1 / ALIKE < len(one) / len(other) < ALIKE for one, other in zip(shorter, rest, strict=True))
    return alike and max(len(longer[number]) for number in lacking) >= SHORT


def _count(pattern: re.Pattern[str], text: str) -> int:
    """How many items, or rows of tables without their heads, a text has."""
    found = len(pattern.findall(f"\n{text}"))
    return found - 2 * len(RULER.findall(text)) if found and pattern is ROW else found


def _first(pattern: re.Pattern[str], text: str) -> int:
    """Where the first line of a text begins that is an item, or a row."""
    found = pattern.search(f"\n{text}")
    return found.start() if found else 0  # of the end of the line before it


def _is_cut(one: str, language: str, other: str) -> bool:
    """Whether a passage is so short beside the other language's that it lacks a sentence."""
    ratio = len(one) / len(other)
    return (ratio < MUCH and len(other) >= LONG) or (
        ratio < WITHOUT[language] and len(other) >= SHORT and sentences(one) < sentences(other)
    )


def sentences(text: str) -> int:
    """How many sentences a text has, as far as their ends tell."""
    return len(NEXT.findall(text)) + 1


def lost_in_field(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The same of a field, which is one passage: a sentence, else its numbers."""
    if _is_cut(here, ours, there):
        yield "lengths-differ", 0, {"found": _shown(here), "other": _shown(there)}
        return
    lacking = lacking_in(here, ours, there, theirs)
    if lacking and (lost := lost_for_certain(lacking, here, ours, there, theirs)):
        yield "numbers-untranslated", 0, {"found": _written(lost), "other": _shown(here)}
    elif len(here) < ALIKE * len(there):
        yield from added_numbers(here, ours, there, theirs)


def _fewer(count: int, other: int, at: int) -> Slip:
    return "items-differ", at, {"found": str(count), "other": str(other)}


def _passages(text: str) -> list[Passage]:
    """Where each paragraph of a section begins, and its words without what no reader sees."""
    found = []
    for start, part in parted(text, GAP):
        if words := ELSEWHERE.sub("", part).strip():
            found.append((start + len(part) - len(part.lstrip()), words))
    return found


def _letters(passages: list[Passage]) -> int:
    return sum(len(words) for _, words in passages)


def _shown(words: str) -> str:
    """How a passage begins and ends."""
    plain = " ".join(words.replace("[", "").split())
    return plain if len(plain) <= 2 * SHOWN else f"{plain[:SHOWN].rstrip()} … {plain[-SHOWN:].lstrip()}"
