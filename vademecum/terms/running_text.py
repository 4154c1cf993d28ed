"""A document's words as one running text: what may be linked in it, and the sentence around a place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from vademecum.document import inlines, tree, walking
from vademecum.document.inlines import ACRONYMS, Link, Text
from vademecum.document.origin import Origin
from vademecum.document.tree import Document
from vademecum.language.regex import regex
from vademecum.terms.matching import Match, Matcher


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# In these nothing links: titles and addresses; what stands for something else; what is picked by its words.
PLAIN = frozenset(
    (
        tree.Heading,
        inlines.Link,
        inlines.Code,
        tree.CodeBlock,
        inlines.Citation,
        tree.Figure,
        inlines.Picture,
        tree.Question,
    )
)
# Boxes that list facts and neighbours, which name concepts and use none, and what the generator notes.
PLAIN_BOXES = frozenset(("facts", "labels", "relations", "older"))
# The words of a citation, for the sentences in which it stands.
Cited = Callable[[inlines.Citation], str]
SPACES = regex(r"[ \t\r\n\f\v]+")  # no-break spaces stay: French punctuation needs them

CUT = "\0"  # between blocks: part of no word, no term and no white space

LONGEST = 300
AROUND = 4 * LONGEST  # what is looked at of a sentence that has no end
# One sign first, not [.!?…]+: `re` then skips quickly from sign to sign.
SENTENCE_END = regex(r"[.!?…][.!?…]*(?:\s?[»”\"’')\]])*\s+(?=[«“\"‘'(\[\s]*[^\W\d_a-zß-öø-ÿœ])")
SPACE_OR_SIGN = regex(r"[\s(«“\"'’/\[]")
ABBREVIATIONS = _words(
    "al art c.-à-d cf chap dr e.g ed eds etc ex fig i.e m mm mme mr mrs ms n° no p pp sq ss st ste vol vs éd"
)


@dataclass(slots=True)
class Place:
    """A text that may hold links, with the origin that it was written in and its start in the document's
    text.
    """

    text: Text
    origin: Origin | None
    start: int
    number: int  # among all texts of the document, in the order of reading


@dataclass(slots=True)
class Linked:
    """A link to a concept, or to what an acronym stands for, that stands there already."""

    match: Match


@dataclass(slots=True)
class Section:
    """Where a heading begins a section."""

    anchor: str


def unsaid(citation: inlines.Citation) -> str:
    return ""


class RunningText:
    """The words of a document, in one text with a cut between blocks, and what stands where.

    One text for all of it, so that terms are sought once and a word that goes on in the next inline
    (`**inter**action`) is seen whole.
    """

    def __init__(self, document: Document, language: str | None, cited: Cited) -> None:
        self.language, self.cited = language, cited
        self.spots: list[Place | Linked | Section] = []  # in the order of reading
        self.pieces: list[str] = []
        self.length = self.count = 0
        for block in _flow(document):
            self._enter(block, None, plain=False, foreign=False, heading=False)
        self.text = "".join(self.pieces)
        self._ends: dict[int, list[int]] = {}  # where a block starts -> where its sentences end

    def _enter(self, node: Any, origin: Origin | None, plain: bool, foreign: bool, heading: bool) -> None:
        """Read a node. `plain`: nothing is linked in it; `foreign`: another language."""
        kind = type(node)
        if kind is Text:
            self._read(node, origin, plain or foreign)
            return
        block = kind in walking.WRITTEN
        if block:
            self._add(CUT)
            origin = node.origin
        heading = heading or kind is tree.Heading
        self._say(node, heading or plain)
        if self.language and (lang := getattr(node, "lang", "")):
            foreign = lang.partition("-")[0].lower() != self.language
        plain = plain or kind in PLAIN or _is_plain(node)
        if kind in PARTLY_PLAIN:
            for child, bare in _children(node):
                self._enter(child, origin, plain or bare, foreign, heading)
        else:
            for child in walking.children(node):
                self._enter(child, origin, plain, foreign, heading)
        if block:
            self._add(CUT)

    def _say(self, node: Any, plain: bool) -> None:
        """Note where a section begins and where a concept is linked; read what is no text."""
        kind = type(node)
        if kind is tree.Heading:
            self.spots.append(Section(node.anchor))
        elif kind is Link and not plain and (match := _led(node, self.length)):
            self.spots.append(Linked(match))
        elif kind is inlines.Code:
            self._add(node.words)
        elif kind is inlines.Citation:
            self._add(self.cited(node))
        elif kind is inlines.Break:
            self._add(" ")

    def _read(self, text: Text, origin: Origin | None, bare: bool) -> None:
        if not bare:
            self.spots.append(Place(text, origin, self.length, self.count))
        self.count += 1
        self._add(text.words)

    def _add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def matches(self, matcher: Matcher) -> Iterator[tuple[Place | Linked | Section, list[Match]]]:
        """Each spot with the matches that lie wholly in it (their offsets are the document's)."""
        found = iter(matcher.find(self.text))
        match = next(found, None)
        for spot in self.spots:
            inside = []
            if isinstance(spot, Place):
                end = spot.start + len(spot.text.words)
                while match and match.start < end:
                    if match.start >= spot.start and match.end <= end:
                        inside.append(match)
                    match = next(found, None)
            yield spot, inside

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a span of the text, within its block."""
        block = self.text.rfind(CUT, 0, start) + 1
        stop = self.text.find(CUT, end)
        stop = len(self.text) if stop < 0 else stop
        ends = self._ends.get(block)
        if ends is None:
            full = SENTENCE_END.finditer(self.text, block, stop)
            ends = self._ends[block] = [dot.end() for dot in full if not self._abbreviated(dot)]
        after = bisect_right(ends, start)
        first = ends[after - 1] if after else block
        last = bisect_left(ends, end, after)
        first = max(first, start - AROUND)
        stop = min(ends[last] if last < len(ends) else stop, end + AROUND)
        return _cut(self.text[first:stop], start - first, end - first)

    def _abbreviated(self, dot: re.Match[str]) -> bool:
        """Whether a full stop ends an abbreviation or an initial."""
        at = dot.start()
        word = SPACE_OR_SIGN.split(self.text[max(0, at - 9) : at])[-1]
        return self.text[at] == "." and ((len(word) == 1 and word.isalpha()) or word.lower() in ABBREVIATIONS)


def _cut(sentence: str, start: int, end: int) -> str:
    """White space folded; a long sentence is cut at words, around the span."""
    if len(sentence) <= LONGEST:
        return _plain(sentence).strip()
    before, form, after = map(_plain, (sentence[:start], sentence[start:end], sentence[end:]))
    room = max(LONGEST - len(form) - 2, 0)
    if len(before) + len(after) > room:
        tail = min(len(after), max(room // 2, room - len(before)))
        head = room - tail
        if len(before) > head:
            before = "…" + before[len(before) - head :].partition(" ")[2]
        if len(after) > tail:
            after = after[:tail].rpartition(" ")[0] + "…"
    return (before + form + after).strip()


def _plain(text: str) -> str:
    return SPACES.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text


def _led(link: Link, start: int) -> Match | None:
    """A link to a concept or an acronym as an occurrence of it, which starts there; None for other links."""
    target = link.target
    acronym = target.anchor if (target.kind, target.id) == ACRONYMS else ""
    if target.kind != "concept" and not acronym:
        return None
    words = walking.plain(link.content)
    return Match(start, start + len(words), words, "" if acronym else target.id, acronym)


def _flow(document: Document) -> Iterator[Any]:
    """The document's blocks, then those of its notes."""
    yield from document.blocks
    for note in document.notes:
        yield from note.blocks


PARTLY_PLAIN = frozenset((tree.Box, tree.Table, tree.Row))


def _children(node: Any) -> Iterator[tuple[Any, bool]]:
    """What one of these holds, and whether nothing links in it: titles of boxes, heads of tables."""
    if isinstance(node, tree.Box):
        yield from ((child, True) for child in node.title)
        yield from ((child, False) for child in node.blocks)
    elif isinstance(node, tree.Table):
        yield node.head, True
        yield from ((row, node.data) for row in node.rows)
    else:
        for number, cell in enumerate(node.cells):
            if number:
                yield tree.Rule(), True  # words of two cells are no words of one text
            yield from ((child, False) for child in cell)


def _is_plain(node: Any) -> bool:
    """A box that lists facts, or a signature."""
    if isinstance(node, tree.Box):
        return node.kind in PLAIN_BOXES
    return isinstance(node, tree.Paragraph) and node.name == "signature"
