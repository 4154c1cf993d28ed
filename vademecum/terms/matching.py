"""Surface forms -> concepts, per language, longest first.

A `Matcher` knows every normal form of every concept (`spelling.variants`) and finds them in a folded copy
of the text.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from vademecum.language.addresses import unlinkable
from vademecum.language.inflection import (
    JOINT,
    LETTER,
    POINT,
    WORDS,
    fold,
    is_acronym,
    normalised,
    unaccented,
    variants,
    written,
)
from vademecum.language.regex import regex
from vademecum.terms.patterns import factored, first_words, following, preceding

JOINERS = "-\u2010\u2011'\u2019" + POINT


@dataclass(frozen=True, slots=True)
class Term:
    """What the matcher needs of one concept in one language; `never`: longer phrases that stay plain."""

    concept: str
    forms: tuple[str, ...]
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One occurrence of a concept or, with "" for it, of an acronym: `form` is `text[start:end]` as given."""

    start: int
    end: int
    form: str
    concept: str
    acronym: str = ""


# The parts of a term in a folded text: a word, a joint between words, any other sign. In its normal form each
# space is a joint: three in a row are a dash between spaces.
_PART_OF_FORM = regex(rf"{LETTER}+|.", re.DOTALL)
_PART = regex(rf"({LETTER}+)|({JOINT})|.", re.DOTALL)
Rests = dict[str, Any]  # a part of a term -> what may follow it there; "" where a term may end


def _rests(strings: Iterable[str]) -> Rests:
    """What may follow a word, part by part. Going down it takes no pattern: compiling one for each of a
    thousand first words cost more than all texts.
    """
    rests: Rests = {}
    for string in strings:
        inner = rests
        for part in _PART_OF_FORM.findall(string):
            inner = inner.setdefault(part, {})
        inner[""] = {}
    return rests


def _longest(rests: Rests, lower: str, at: int, limit: int) -> int:
    """Where the longest of the rests ends that stands there in a folded text by `limit`; 0 for none."""
    end = at if "" in rests else 0
    while part := _PART.match(lower, at, limit):
        inner = rests.get(" " if part[2] else part[0] if part[0] != "\u2019" else "'")
        if inner is None:
            break
        rests, at = inner, part.end()
        if "" in rests:
            end = at
    return end


def _foreign(barred: list[tuple[int, int]], spans: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The names among `barred` that are no part of a term themselves, as *data.example.org* may be."""
    own = set()
    for start, _, end in spans:
        at = bisect_left(barred, (start,))
        while at < len(barred) and barred[at][1] <= end:
            own.add(at)
            at += 1
    return [span for at, span in enumerate(barred) if at not in own]


class Matcher:
    """Finds the terms of one language in texts.

    One prefix tree finds the first words of all terms; what may follow a first word is a small tree of its
    own, made when a text first needs it: a matcher is ready early and pays only for what is used.
    """

    def __init__(self, terms: Iterable[Term], language: str, acronyms: Iterable[str] = ()) -> None:
        """`language` is "fr" or "en". Of two concepts that claim one form, the first one has it; what no
        concept claims, an acronym may.
        """
        self.language = language
        self.acronyms = frozenset(filter(is_acronym, acronyms))  # in capitals, as no concept's id is
        self._owners: dict[str, str] = {}  # normal form -> concept or acronym; '' for what stays plain
        self._accents: dict[str, set[str]] = {}  # as capitals may be written -> the forms with their accents
        self._bare: set[str] = set()  # the first words of those
        self._rests: dict[str, set[str]] = {}  # first word -> what may follow it in a term
        self._acronyms: dict[str, set[str]] = {}  # first word, in lower case -> whole acronyms
        self._tails: dict[str, tuple[Rests, re.Pattern[str] | None]] = {}
        terms = list(terms)
        for term in terms:  # what editors wrote comes before what the rules make of it
            self._claim(map(written, term.forms), term.concept)
        for term in terms:
            self._claim((made for form in term.forms for made in variants(form, language)), term.concept)
        for term in terms:
            self._claim((made for phrase in term.never for made in variants(phrase, language)), "")
        for acronym in sorted(self.acronyms):
            self._claim(variants(acronym, language), acronym)
        self._before = regex(preceding(language))
        self._after = regex(following(language))
        self._starts = first_words({*self._rests, *self._acronyms})

    def _claim(self, forms: Iterable[str], owner: str) -> None:
        for form in forms:
            first = WORDS.match(form)
            if first is None or form in self._owners:
                continue
            self._owners[form] = owner
            if is_acronym(form):
                self._acronyms.setdefault(first[0].lower(), set()).add(form)
                continue
            self._rests.setdefault(first[0], set()).add(form[first.end() :])
            for bare in unaccented(form):
                self._accents.setdefault(bare, set()).add(form)
                if first := WORDS.match(bare):
                    self._bare.add(first[0])
                    self._rests.setdefault(first[0], set()).add(bare[first.end() :])

    def find(self, text: str) -> list[Match]:
        """All matches in `text`, in order, none overlapping, whole words only.

        Where terms overlap, the longest wins, then the first; another gives way to a shorter form of its
        own that still fits. Time grows with the length of the text, whatever it holds.
        """
        folded = fold(text)
        spans = self._spans(" " + (folded[0] if folded else text))
        if not spans:
            return []
        if folded:
            _, starts, ends = folded
            spans = [(starts[start - 1] + 1, ends[end - 2] + 1, owner) for start, end, owner in spans]
        return [self._match(text, start - 1, end - 1, owner) for start, end, owner in spans if owner]

    def _match(self, text: str, start: int, end: int, owner: str) -> Match:
        if owner in self.acronyms:
            return Match(start, end, text[start:end], "", owner)
        return Match(start, end, text[start:end], owner)

    def _spans(self, cased: str) -> list[tuple[int, int, str]]:
        """Start, end and owner of each match in a folded text that starts with a space."""
        lower = cased.lower()
        barred = unlinkable(cased)
        spans, last, clash = [], 0, bool(barred)
        for hit in self._starts.finditer(lower):
            start, head_end = hit.span(1)
            if lower[start - 1] in JOINERS and not self._before.match(lower, start):
                continue
            tail, acronym = self._tails.get(hit[1]) or self._tail(hit[1])
            end = _longest(tail, lower, head_end, len(lower))
            if acronym and (match := acronym.match(cased, start)):
                end = max(end, match.end())
            if end and not (
                self._after.match(lower, end) and (hit[1] not in self._bare or self._stands(cased[start:end]))
            ):
                end = self._end(cased, lower, (start, head_end), end - 1)
            if end:
                spans.append((start, head_end, end))
                clash = clash or start < last
                last = max(last, end)
        chosen = self._settled(cased, lower, spans, barred) if clash and spans else spans
        return [(start, end, self._owner(cased[start:end]) or "") for start, _, end in chosen]

    def _end(self, cased: str, lower: str, head: tuple[int, int], limit: int) -> int:
        """Where the longest term ends that starts with this first word and ends by `limit`; 0 for none."""
        tail, acronym = self._tail(lower[slice(*head)])
        while limit >= head[1]:
            end = _longest(tail, lower, head[1], limit)
            if acronym and (match := acronym.match(cased, head[0], limit)):
                end = max(end, match.end())
            if not end or (self._after.match(lower, end) and self._stands(cased[head[0] : end])):
                return end
            limit = end - 1
        return 0

    def _stands(self, form: str) -> bool:
        """Whether what a pattern found is a form of a term, its accents missing on capitals alone."""
        return self._owner(form) is not None

    def _tail(self, word: str) -> tuple[Rests, re.Pattern[str] | None]:
        """What may follow a first word, made when first needed; and the acronyms it may start.

        Neither looks at what comes after.
        """
        if known := self._tails.get(word):
            return known
        acronyms = self._acronyms.get(word)
        whole = regex(factored(acronyms)) if acronyms else None
        self._tails[word] = _rests(self._rests.get(word, ())), whole
        return self._tails[word]

    def _owner(self, form: str) -> str | None:
        """The concept or acronym of a form as it stands in a text; '' for a plain phrase, None for none."""
        owner = self._owners.get(form)
        if owner is None:
            normal = normalised(form)
            owner = self._owners.get(normal)
            if owner is None:
                owner = self._owners.get(lower := normal.lower())
                if owner is None:
                    owner = self._capitals(normal, lower)
        return owner

    def _capitals(self, normal: str, lower: str) -> str | None:
        """The concept of a form that has capitals without accents; of several, the first in the alphabet."""
        for form in sorted(self._accents.get(lower, ())):
            if all(a == b or c.isupper() for a, b, c in zip(form, lower, normal, strict=True)):
                return self._owners[form]
        return None

    def _settled(
        self, cased: str, lower: str, spans: list[tuple[int, int, int]], barred: list[tuple[int, int]]
    ) -> list[tuple[int, int, int]]:
        """Of overlapping candidates (start, end of first word, end): the longest, then the first.

        None has a part of what is `barred`, but one that is all of it.
        """
        taken = bytearray(len(lower))
        for start, end in _foreign(barred, spans):
            taken[start:end] = bytes([1]) * (end - start)
        queue = [(start - end, start, head_end, end) for start, head_end, end in spans]
        heapq.heapify(queue)
        chosen = []
        while queue:
            _, start, head_end, end = heapq.heappop(queue)
            limit = taken.find(1, start, end)
            if limit < 0:
                chosen.append((start, head_end, end))
                taken[start:end] = bytes([1]) * (end - start)
            elif shorter := self._end(cased, lower, (start, head_end), limit):
                heapq.heappush(queue, (start - shorter, start, head_end, shorter))
        return sorted(chosen)
