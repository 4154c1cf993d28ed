"""Typography: apostrophes, quotation marks and no-break spaces as each language wants them.

The rules are data: typography.yml.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from vademecum.language.data import data_in
from vademecum.language.regex import regex

NARROW, NO_BREAK = "\u202f", "\u00a0"
# A piece of a paragraph that is no text: code, a picture, a note's mark. Unicode calls it the object
# replacement.
OPAQUE = "\ufffc"

# What is set around but never in: addresses are copied letter by letter. A mailbox begins where a row of its
# signs does: a long row is looked through once, and not from each sign.
ADDRESS = regex(r"(?:https?://|www\.)[^\s«»<>\"“”]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ADDRESSES = ("//", "www.", "@")  # what each of them has: told in a hundredth of the time
WORD = "x"  # what stands for something opaque while rules are applied: any letter that no rule asks for
STRAIGHT = regex('"+')  # a run of marks has one neighbour on each side
OPENING, CLOSING = "([{«“‘", ")]}»”"
EITHER = "'’—–-/"  # may stand before an opening mark or a closing one: l’"attrait", "les élus'"

SHUTS = regex(r"[()]|»(?=[^\W\d_])")  # the brackets of an address, and a mark that none has

Edit = tuple[int, int, str]  # text[start:end] is replaced; never empty


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of typography.yml, compiled."""

    name: str
    needs: frozenset[str]
    within: re.Pattern[str] | None
    find: re.Pattern[str] | None
    pairs: tuple[tuple[str, str], ...]
    to: str

    def edits(self, text: str) -> Iterator[Edit]:
        """What the rule changes in a text, in order; none overlap."""
        spans: Iterable[tuple[int, int]] = ((0, len(text)),)
        if self.within:
            spans = (found.span() for found in self.within.finditer(text))
        for start, end in spans:
            if self.find:
                for found in self.find.finditer(text, start, end):
                    if found[0] != self.to:
                        yield *found.span(), self.to
            else:
                yield from _paired(text, start, end, self.pairs)


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's rules in their order, and what every text has that they would change."""

    candidate: re.Pattern[str]
    rules: tuple[Rule, ...]


@functools.cache
def rules(language: str) -> Rules | None:
    """The rules of a language; None for one that we have none for."""
    data = data_in(Path(__file__).with_name("typography.yml"))
    if language not in data or not isinstance(data[language], dict):
        return None

    def pattern(rule: dict[str, Any], key: str) -> re.Pattern[str] | None:
        if key not in rule:
            return None
        return regex(rule[key].replace("<gap>", data["gap"]).replace("<space>", data["space"]))

    made = tuple(
        Rule(
            rule["name"],
            frozenset(rule.get("needs", "")),
            pattern(rule, "within"),
            pattern(rule, "find"),
            tuple((opening, closing) for opening, closing in rule.get("pairs", ())),
            rule.get("set", ""),
        )
        for rule in data[language]["rules"]
    )
    return Rules(regex(data[language]["candidate"]), made)


def _paired(text: str, start: int, end: int, pairs: Sequence[tuple[str, str]]) -> Iterator[Edit]:
    """Straight double marks that open and close, by depth; one that has no other stays as it is."""
    open_: list[int] = []
    found: list[Edit] = []
    for run in STRAIGHT.finditer(text, start, end):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        bound = not before or before.isspace() or before in OPENING
        opens = (bound or before in EITHER) and after and not after.isspace() and after not in CLOSING
        closes = not bound and not (after.isalnum() or after == "_")
        for at in range(*run.span()):
            if opens:
                open_.append(at)
            elif closes and open_:
                opening, closing = pairs[min(len(open_), len(pairs)) - 1]
                found += (open_.pop(), 0, opening), (at, 0, closing)
    yield from ((at, at + 1, mark) for at, _, mark in sorted(found))


@functools.lru_cache(20_000)
def typeset(text: str, language: str) -> str:
    """Set a text's apostrophes, quotation marks and no-break spaces as its language wants; letters stay.

    French: narrow no-break space before ; ! ?, no-break space before : and inside « » (Imprimerie nationale).
    Setting twice is setting once; time grows with the length of the text. `language` is "fr", "en" …; one
    that we have no rules for is left alone, as are addresses in the text.
    """
    known = rules(language)
    if known is None or not known.candidate.search(text):
        return text
    return _set([text], known)[0]


def typeset_words(words: Any, language: str) -> Any:
    """A group of the interface's words with their type set, those of the groups in it too."""
    if isinstance(words, dict):
        return {key: typeset_words(value, language) for key, value in words.items()}
    if isinstance(words, list):
        return [typeset_words(value, language) for value in words]
    return typeset(words, language)


def typeset_pieces(pieces: Sequence[str], language: str) -> list[str]:
    """Set the consecutive texts of one paragraph as one text, across links, emphasis and code.

    As many pieces come back. What is no text arrives as the piece OPAQUE, stands for a word, and comes back
    as it is. What replaces signs of two pieces goes into the first of them. Otherwise as `typeset`.
    """
    known = rules(language)
    if known is None or not known.candidate.search("".join(pieces)):
        return list(pieces)
    return _set(pieces, known)


def _set(pieces: Sequence[str], known: Rules) -> list[str]:
    """Apply all rules, one after the other, to the text that the pieces make, and cut it where they ended."""
    text = "".join(pieces)
    ends = list(accumulate(map(len, pieces)))
    # What the rules look at: as long as the text, and the same but for what is opaque.
    seen = _without_opaque(text)
    signs = set(seen)
    for rule in known.rules:
        if rule.needs and rule.needs.isdisjoint(signs):
            continue
        edits = _kept(rule.edits(seen), text, ends)
        if edits:
            text, seen, ends = _applied(text, edits), _applied(seen, edits), _shifted(ends, edits)
            signs = set(seen)
    return [text[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _without_opaque(text: str) -> str:
    """The text with letters in place of what is opaque or an address: of the same length."""
    text = text.replace(OPAQUE, WORD)
    if any(map(text.__contains__, ADDRESSES)):
        text = ADDRESS.sub(lambda found: WORD * len(found[0]), text)
    return text


def _kept(edits: Iterable[Edit], text: str, ends: Sequence[int]) -> list[Edit]:
    """The edits that leave something of every piece: a link keeps what one clicks on."""
    kept = []
    for edit in edits:
        start, end, _ = edit
        if end - start > 1 and len(ends) > 1:
            inside = ends[bisect_right(ends, start) : bisect_right(ends, end)]
            if inside and text[inside[0] : inside[-1]].strip():
                continue
        kept.append(edit)
    return kept


def run_on(address: str) -> int:
    """Where an address ends that the next word was written against: behind the bracket or quotation mark that
    shuts what stands around it; 0 for one that is by itself.
    """
    open_ = 0
    for found in SHUTS.finditer(address):
        open_ += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == "»" or open_ < 0:
            return found.end() if address[found.end() : found.end() + 1].isalpha() else 0
    return 0


def _applied(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits."""
    parts: list[str] = []
    done = 0
    for start, end, new in edits:
        parts += text[done:start], new
        done = end
    return "".join((*parts, text[done:]))


def _shifted(ends: Sequence[int], edits: Sequence[Edit]) -> list[int]:
    """Where the pieces end after the edits; what an edit puts belongs to the piece that it starts in."""
    moved, by, at = [], 0, 0
    for piece_end in ends:
        while at < len(edits) and edits[at][1] <= piece_end:
            by += len(edits[at][2]) - (edits[at][1] - edits[at][0])
            at += 1
        if at < len(edits) and edits[at][0] < piece_end:  # cut by the end of a piece: all of it stands before
            moved.append(edits[at][0] + by + len(edits[at][2]))
        else:
            moved.append(piece_end + by)
    return moved
