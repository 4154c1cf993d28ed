"""Blocks of an original that its translation lacks, or the other way round: a table, a list, a box, a
quotation, a picture, a figure.

A translation may say in a sentence what a list says, or quote within a paragraph. A block of words is told of
only where no other stands in its place and what is around it is too short to say it as well, or has none of
its names and numbers. Pictures and figures have no words: they are counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from vademecum.checks.bilingual.other_shares import GROUPED
from vademecum.checks.bilingual.passages import GAP
from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.amounts import ELSEWHERE
from vademecum.document.markdown_blocks import ALERT, ALERTS, CALL
from vademecum.language.regex import regex

EMPTY = "\n\n"
ITEM = regex(r"[ ]*(?:[-*+]|\d{1,2}[.)])[ ]")
SIGNS = regex(r"(?m)^[>|\s*+-]+|\[!\w+\]|[|*_#]+|:?-{2,}:?")
PICTURE = regex(r"!\[[^\]\n]{0,400}\]\(<?([^()\s<>]++)[^()\n]*\)")
OF_LANGUAGE = regex(r"[._-](?:fr|en)(?=\.)")  # of a picture with words in it
# What no translation changes: a number, and what begins with a capital behind another word.
FACT = regex(r"\d+(?:[ ,.\u00a0\u202f]\d{3})*|(?<=[\w,|] )[A-ZÀ-Þ][\wà-ÿ-]{2,}")
LISTED, TABLED, BOXED, QUOTED = "-", "|", "!", ">"  # kinds of blocks; "" is a paragraph
SHORT = 0.55  # of the original's letters: what is lacking stands nowhere
BESIDE = {LISTED: 0.6, QUOTED: 0.6, TABLED: 0.75, BOXED: 0.75}  # the same of a neighbour and of the block
FACTS = 2  # of a block, none of which the translation has
SHOWN = 60
MARKS = ("\n|", "\n>", "\n-", "\n*", "\n+", "\n1", "\n  ")  # of which each such block begins with one


class Block(NamedTuple):
    """A part of a section between empty lines: of which kind, as written, its letters, and where."""

    kind: str
    text: str
    letters: int
    at: int


def missing_blocks(here: str, there: str) -> Iterator[Slip]:
    """The first block of a section that ours, the translation's, lacks; else a box of another kind there."""
    if lacking := [*_uncalled(PICTURE, here, there), *_uncalled(CALL, here, there)]:
        yield "block-untranslated", 0, {"found": lacking[0][0].strip()}
        return
    fewer = here.count(EMPTY) < there.count(EMPTY) and any(mark in there for mark in MARKS)
    if not (fewer or ("[!" in here and "[!" in there)):
        return
    ours, theirs = _blocks(here), _blocks(there)
    if 0 < len(ours) < len(theirs) and (lost := _lost(ours, theirs)):
        yield "block-untranslated", ours[0].at, {"found": _shown(lost)}
    else:
        yield from _other_boxes(ours, theirs)


def added_blocks(here: str, there: str) -> Iterator[Slip]:
    """The first block of a section of ours, the translation's, that the original lacks."""
    if lacking := [*_uncalled(PICTURE, there, here), *_uncalled(CALL, there, here)]:
        yield "block-added", lacking[0].start(), {"found": lacking[0][0].strip()}
    elif there.count(EMPTY) < here.count(EMPTY) and any(mark in here for mark in MARKS):
        ours, theirs = _blocks(here), _blocks(there)
        if 0 < len(theirs) < len(ours) and (lost := _lost(theirs, ours)):
            yield "block-added", lost.at, {"found": _shown(lost)}


def _shown(block: Block) -> str:
    """How a block begins: by its first line, and what is quoted without the signs of the others."""
    first, *rest = block.text.splitlines()
    more = " ".join(line.lstrip("> ") for line in rest) if block.text[0] == ">" else "…" if rest else ""
    return beginning(f"{first} {more}".strip(), SHOWN)


def _uncalled(pattern: re.Pattern[str], here: str, there: str) -> Iterator[re.Match[str]]:
    """The pictures or figures that are shown there, and not here; none where as many others are."""
    sign = "![" if pattern is PICTURE else "{{"
    if sign not in there:
        return
    mine = [OF_LANGUAGE.sub("", one[1]) for one in pattern.finditer(here)]
    theirs, shown = list(pattern.finditer(there)), set(mine)
    lacking = [one for one in theirs if OF_LANGUAGE.sub("", one[1]) not in shown]
    yield from lacking if len(mine) < len(theirs) else ()


def _blocks(text: str) -> list[Block]:
    """The blocks of a section, without its heading; a list is one, however it is spaced."""
    found: list[Block] = []
    at = 0
    for part in GAP.split(text):
        start = text.index(part, at)
        at = start + len(part)
        shown = ELSEWHERE.sub("", part).strip()
        if not shown or shown.startswith("#"):
            continue
        kind = _kind(part.lstrip("\n"), found[-1].kind if found else "")
        block = Block(kind, part.strip(), len("".join(SIGNS.sub("", shown).split())), at - len(part.lstrip()))
        if kind == LISTED and found and found[-1].kind == LISTED:
            before = found.pop()
            block = Block(kind, f"{before.text}\n{part}", before.letters + block.letters, before.at)
        found.append(block)
    return found


def _kind(part: str, before: str) -> str:
    if part[:1] == "|":
        return TABLED
    if part[:1] == ">":
        return BOXED if ALERT.match(part.lstrip("> ")) else QUOTED
    return LISTED if ITEM.match(part) or (before == LISTED and part.startswith("  ")) else ""


def _lost(ours: list[Block], theirs: list[Block]) -> Block | None:
    """The first block of theirs whose kind is rarer in ours, and whose words are not there in another way."""
    kinds = [block.kind for block in ours]
    rarer = Counter(block.kind for block in theirs) - Counter(kinds)
    had, whole = sum(block.letters for block in ours), sum(block.letters for block in theirs)
    text = " ".join(block.text for block in ours)
    for number, block in enumerate(theirs):
        if not (block.kind and rarer[block.kind] and block.letters):
            continue
        facts = set(map(_plain, FACT.findall(block.text)))
        strange = len(facts) >= FACTS and facts.isdisjoint(map(_plain, FACT.findall(text)))
        alone = [one.kind for one in (*theirs[:number], *theirs[number + 1 :])] == kinds
        if had < SHORT * whole or (strange and had < whole) or (alone and _unsaid(number, ours, theirs)):
            return block
    return None


def _plain(fact: str) -> str:
    return GROUPED.sub("", fact)


def _unsaid(number: int, ours: list[Block], theirs: list[Block]) -> bool:
    """Whether neither neighbour of a block that is lacking is long enough to say it as well."""
    block = theirs[number]
    pairs = [
        (ours[at], theirs[beside])
        for at, beside in ((number - 1, number - 1), (number, number + 1))
        if 0 <= at < len(ours)
    ]
    return all(mine.letters < BESIDE[block.kind] * (other.letters + block.letters) for mine, other in pairs)


def _other_boxes(ours: list[Block], theirs: list[Block]) -> Iterator[Slip]:
    """The first box of another kind than its counterpart, where both have as many boxes."""
    mine = [(one, block.at) for block in ours if block.kind == BOXED and (one := _box(block))]
    others = [one for block in theirs if block.kind == BOXED and (one := _box(block))]
    for (one, at), other in zip(mine, others, strict=True) if len(mine) == len(others) else ():
        if ALERTS[one] != ALERTS[other]:
            yield "box-differs", at, {"found": f"> [!{one.upper()}]", "other": f"> [!{other.upper()}]"}
            return


def _box(block: Block) -> str:
    """The kind of a box, as far as we know it."""
    alert = ALERT.match(block.text.lstrip("> "))
    return alert[1].lower() if alert and alert[1].lower() in ALERTS else ""
