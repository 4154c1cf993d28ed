"""Document -> document with its terms linked; and each use of a term, with its section and sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from vademecum.document import tree
from vademecum.document.origin import Origin
from vademecum.document.tree import Document, Inline, Inlines, Link, Note, Target, Text
from vademecum.terms.matching import Match, Matcher


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# In these nothing links: titles and addresses; what stands for something else; what is picked by its words.
PLAIN = frozenset(
    (
        tree.Heading,
        tree.Link,
        tree.Code,
        tree.CodeBlock,
        tree.Citation,
        tree.Figure,
        tree.Picture,
        tree.Question,
    )
)
# Boxes that list facts and neighbours, which name concepts and use none, and what the generator notes.
PLAIN_BOXES = frozenset(("facts", "labels", "relations", "older"))
# The words of a citation, for the sentences in which it stands.
Cited = Callable[[tree.Citation], str]
SPACES = re.compile(r"[ \t\r\n\f\v]+")  # no-break spaces stay: French punctuation needs them

CUT = "\0"  # between blocks: part of no word, no term and no white space

LONGEST = 300
AROUND = 4 * LONGEST  # what is looked at of a sentence that has no end
# One sign first, not [.!?…]+: `re` then skips quickly from sign to sign.
SENTENCE_END = re.compile(r"[.!?…][.!?…]*(?:\s?[»”\"’')\]])*\s+(?=[«“\"‘'(\[\s]*[^\W\d_a-zß-öø-ÿœ])")
SPACE_OR_SIGN = re.compile(r"[\s(«“\"'’/\[]")
ABBREVIATIONS = _words(
    "al art c.-à-d cf chap dr e.g ed eds etc ex fig i.e m mm mme mr mrs ms n° no p pp sq ss st ste vol vs éd"
)


@dataclass(frozen=True, slots=True)
class Use:
    """A concept used in a section: `anchor` is its heading's id ('' before the first heading).

    `sentence` is plain text, its white space folded, at most about 300 characters.
    """

    concept: str
    form: str
    sentence: str
    anchor: str


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
class _Linked:
    """A link to a concept that stands there already."""

    match: Match


@dataclass(slots=True)
class _Section:
    """Where a heading begins a section."""

    anchor: str


def _unsaid(citation: tree.Citation) -> str:
    return ""


class _Words:
    """The words of a document, in one text with a cut between blocks, and what stands where.

    One text for all of it, so that terms are sought once and a word that goes on in the next inline
    (`**inter**action`) is seen whole.
    """

    def __init__(self, document: Document, language: str | None, cited: Cited) -> None:
        self.language, self.cited = language, cited
        self.spots: list[Place | _Linked | _Section] = []  # in the order of reading
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
        block = kind in tree.WRITTEN
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
            for child in tree.children(node):
                self._enter(child, origin, plain, foreign, heading)
        if block:
            self._add(CUT)

    def _say(self, node: Any, plain: bool) -> None:
        """Note where a section begins and where a concept is linked; read what is no text."""
        kind = type(node)
        if kind is tree.Heading:
            self.spots.append(_Section(node.anchor))
        elif kind is Link and node.target.kind == "concept" and not plain:
            words = tree.plain(node.content)
            self.spots.append(_Linked(Match(self.length, self.length + len(words), words, node.target.id)))
        elif kind is tree.Code:
            self._add(node.words)
        elif kind is tree.Citation:
            self._add(self.cited(node))
        elif kind is tree.Break:
            self._add(" ")

    def _read(self, text: Text, origin: Origin | None, bare: bool) -> None:
        if not bare:
            self.spots.append(Place(text, origin, self.length, self.count))
        self.count += 1
        self._add(text.words)

    def _add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def matches(self, matcher: Matcher) -> Iterator[tuple[Place | _Linked | _Section, list[Match]]]:
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


def occurrences(document: Document, matcher: Matcher) -> Iterator[tuple[Place, Match]]:
    """Every occurrence that could be a link, repeats included; the match's offsets are the place's own."""
    for place, matches in _Words(document, matcher.language, _unsaid).matches(matcher):
        for match in matches:
            if isinstance(place, Place):
                by = place.start
                yield place, Match(match.start - by, match.end - by, match.form, match.concept)


def concepts_used(document: Document, matcher: Matcher) -> set[str]:
    """The concepts that linking would find a use of: what is to be known of pages that nobody writes."""
    return {
        match.concept
        for spot, matches in _Words(document, matcher.language, _unsaid).matches(matcher)
        for match in ([spot.match] if isinstance(spot, _Linked) else matches)
    }


def link(
    document: Document, matcher: Matcher, own: str | None = None, cited: Cited = _unsaid
) -> tuple[Document, tuple[Use, ...]]:
    """Link the first occurrence of each concept in each section; the words stay as they are.

    `own` is the concept whose page this is, `cited` gives the words of a citation. A link to a concept that
    stands there already is the first of its section, so linking
    twice is linking once. Returns the document and the uses in order, one per concept and section.
    """
    words = _Words(document, matcher.language, cited)
    uses: list[Use] = []
    edits: dict[int, Inlines] = {}
    anchor, seen = "", {own}
    for spot, matches in words.matches(matcher):
        if isinstance(spot, _Section):
            anchor, seen = spot.anchor, {own}
            continue
        first = []
        for match in [spot.match] if isinstance(spot, _Linked) else matches:
            if match.concept not in seen:
                seen.add(match.concept)
                first.append(match)
                uses.append(Use(match.concept, match.form, words.sentence(match.start, match.end), anchor))
        if first and isinstance(spot, Place):
            edits[spot.number] = _linked(spot, first)
    return (_Edit(edits).document(document) if edits else document), tuple(uses)


def _linked(place: Place, matches: list[Match]) -> Inlines:
    """A text with links in it."""
    made: list[Inline] = []
    done = 0
    for match in matches:
        start, end = match.start - place.start, match.end - place.start
        if start > done:
            made.append(place.text.part(done, start))
        made.append(Link(Target("concept", match.concept), (place.text.part(start, end),), term=True))
        done = end
    if done < len(place.text.words):
        made.append(place.text.part(done, len(place.text.words)))
    return tuple(made)


class _Edit:
    """Puts links in the place of texts, by their numbers; whatever holds none is shared with the document
    before.
    """

    def __init__(self, edits: dict[int, Inlines]) -> None:
        self.edits = edits
        self.count = 0

    def document(self, document: Document) -> Document:
        blocks = self.nodes(document.blocks)
        notes = tuple(Note(note.key, note.number, self.nodes(note.blocks)) for note in document.notes)
        return replace(document, blocks=blocks, notes=notes)

    def nodes(self, nodes: tuple[Any, ...]) -> tuple[Any, ...]:
        """Nodes with the links that belong in them."""
        made: list[Any] = []
        changed = False
        for node in nodes:
            if type(node) is Text:
                new = self.edits.get(self.count, (node,))
                self.count += 1
                made += new
                changed = changed or new[0] is not node
            else:
                kept = self.node(node)
                made.append(kept)
                changed = changed or kept is not node
        return tuple(made) if changed else nodes

    def node(self, node: Any) -> Any:
        """A node whose parts are edited in the order of reading."""
        parts = {}
        for name in PARTS.get(type(node), ()):
            before = getattr(node, name)
            if isinstance(before, tree.Row):
                after: Any = self.node(before)
            elif before and isinstance(before[0], tuple):
                after = self.groups(before)
            else:
                after = self.nodes(before)
            if after is not before:
                parts[name] = after
        return replace(node, **parts) if parts else node

    def groups(self, groups: tuple[Any, ...]) -> tuple[Any, ...]:
        """The cells of a row, or the definitions of a term."""
        made = tuple(self.nodes(group) for group in groups)
        return groups if all(one is other for one, other in zip(made, groups, strict=True)) else made


# The parts of each node that hold others, in the order of reading.
PARTS: dict[type, tuple[str, ...]] = {
    **dict.fromkeys(
        (tree.Emphasis, tree.Strong, tree.Struck, tree.Span, Link, tree.Heading, tree.Paragraph, tree.Line),
        ("content",),
    ),
    **dict.fromkeys((tree.Item, tree.Quote, tree.Details), ("blocks",)),
    tree.Box: ("title", "blocks"),
    tree.Items: ("items",),
    tree.Entries: ("entries",),
    tree.Entry: ("term", "definitions"),
    tree.Table: ("head", "rows"),
    tree.Row: ("cells",),
    tree.Question: ("content", "options"),
}
