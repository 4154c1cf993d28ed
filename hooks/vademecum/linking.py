"""Element tree -> element tree with links; and each use of a term, with its section and sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from .matching import Match, Matcher

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What stands in the middle of a sentence; everything else starts a text of its own.
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var".split()
)
PLAIN = frozenset("a button code figure kbd math nav pre samp script style summary svg textarea var".split()) | HEADINGS
PLAIN_CLASSES = frozenset(("admonition-title", "citation", "signature"))
NOTE_CLASSES = frozenset(("footnote-ref", "footnote-backref", "headerlink"))
STASHED = re.compile("\x02[^\x03]*\x03?")  # Python-Markdown's placeholders
AMPERSAND = re.compile("\x02amp\x03(#[0-9]+;|)")  # one of them: &, perhaps of a character reference
SPACES = re.compile(r"[\t\r\n\f\v][ \t\r\n\f\v]*| [ \t\r\n\f\v]+")  # no-break spaces stay: French punctuation needs them

LONGEST = 300
SENTENCE_END = re.compile(r"[.!?…]+(?:\s?[»”\"’')\]])*\s+(?=[«“\"‘'(\[\s]*[^\W\d_a-zß-öø-ÿœ])")
ABBREVIATION = re.compile(
    r"(?:\b(?:etc|MM?|Mrs?|Dr|St|Ste|pp?|art|vol|chap|cf|no|n°|n|éd|ed|eds|al|vs|e\.g|i\.e|p\. ex|[A-Z]))\.$",
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


class _Flow:
    """The running text of one block, piece by piece, and its sentences."""

    __slots__ = ("ends", "pieces", "text")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.text = ""
        self.ends: list[int] | None = None

    def offset(self, piece: int) -> int:
        """Where a piece starts in the text; the text is put together when first asked for."""
        if not self.text:
            self.text = "".join(self.pieces)
        return sum(map(len, self.pieces[:piece]))

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a span of the text."""
        if self.ends is None:
            stops = (stop for stop in SENTENCE_END.finditer(self.text))
            self.ends = [stop.end() for stop in stops if not self._abbreviated(stop)]
        after = bisect_right(self.ends, start)
        first = self.ends[after - 1] if after else 0
        last = next((stop for stop in self.ends[after:] if stop >= end), len(self.text))
        return _cut(self.text[first:last], start - first, end - first)

    def _abbreviated(self, stop: re.Match[str]) -> bool:
        return stop[0][0] == "." and bool(ABBREVIATION.search(self.text, max(0, stop.start() - 8), stop.start() + 1))


def _cut(sentence: str, start: int, end: int) -> str:
    """White space folded, placeholders out; a long sentence is cut at words, around the span."""
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
    if "\x02" in text:
        text = STASHED.sub("", AMPERSAND.sub(lambda found: unescape("&" + found[1]), text))
    return SPACES.sub(" ", text)


@dataclass(slots=True)
class Place:
    """A text that may hold links: `element.text` or `element.tail`, and where a link in it would go."""

    element: Element
    part: str
    string: str
    parent: Element
    index: int  # of the first link among the parent's children
    flow: _Flow
    piece: int


@dataclass(slots=True)
class _Linked:
    """An `a` with data-term that stands in the tree already."""

    concept: str
    form: str
    flow: _Flow
    piece: int


_Event = Place | _Linked | str  # a str: the id of a heading, where a section starts


class _Walk:
    """One pass over a tree, in document order."""

    def __init__(self, language: str | None) -> None:
        self.language = language
        self.events: list[_Event] = []

    def enter(self, element: Element, flow: _Flow, plain: bool, foreign: bool, heading: bool) -> None:
        """Events of an element and all in it, its tail apart. `plain`: no links here; `foreign`: other language."""
        tag, classes = element.tag, element.get("class")
        if not isinstance(tag, str):  # a comment or a processing instruction
            return
        if tag in HEADINGS:
            heading = True
            self.events.append(element.get("id") or "")
        if classes or tag in PLAIN or tag == "table":
            names = frozenset(classes.split()) if classes else frozenset()
            if names & NOTE_CLASSES:
                return
            plain = plain or tag in PLAIN or bool(names & PLAIN_CLASSES) or tag == "table" and "data" in names
            if tag == "a" and not heading and (concept := element.get("data-term")):
                self.events.append(_Linked(concept, "".join(element.itertext()), flow, len(flow.pieces)))
        if lang := element.get("lang"):
            foreign = bool(self.language) and lang.partition("-")[0].lower() != self.language
        bare = plain or foreign
        if element.text:
            self._text(element, "text", element.text, element, 0, flow, bare)
        for index, child in enumerate(element, 1):
            if child.tag in INLINE:
                self.enter(child, flow, plain, foreign, heading)
            else:
                flow.pieces.append("\n")
                self.enter(child, _Flow(), plain, foreign, heading)
            if child.tail:
                self._text(child, "tail", child.tail, element, index, flow, bare)

    def _text(
        self, element: Element, part: str, string: str, parent: Element, index: int, flow: _Flow, bare: bool
    ) -> None:
        if not bare and not string.isspace() and not isinstance(string, AtomicString):
            self.events.append(Place(element, part, string, parent, index, flow, len(flow.pieces)))
        flow.pieces.append(string)


def _events(tree: Element, language: str | None) -> list[_Event]:
    walk = _Walk(language)
    walk.enter(tree, _Flow(), plain=False, foreign=False, heading=False)
    return walk.events


def linkable(tree: Element, language: str | None = None) -> Iterator[tuple[Element, str, str]]:
    """The texts that may hold links, in document order: (element, "text" or "tail", the string).

    Not in headings, links, code, figures, tables of class "data", titles of boxes, citations and
    signatures; nor, when a language is given, in what is marked as another one.
    """
    for event in _events(tree, language):
        if isinstance(event, Place):
            yield event.element, event.part, event.string


def occurrences(tree: Element, matcher: Matcher, own: str | None = None) -> Iterator[tuple[Element, str, Match]]:
    """Every occurrence that could be a link, repeats included: (element, "text" or "tail", match)."""
    for event in _events(tree, matcher.language):
        if isinstance(event, Place):
            for match in _matches(event, matcher):
                if match.concept != own:
                    yield event.element, event.part, match


def _matches(place: Place, matcher: Matcher) -> list[Match]:
    """Matches in one text: none in a placeholder, none that goes on in the neighbouring element."""
    string = place.string
    matches = matcher.find(string)
    if not matches:
        return matches
    if "\x02" in string:
        stashed = [stash.span() for stash in STASHED.finditer(string)]
        matches = [m for m in matches if not any(a <= m.start < b for a, b in stashed)]
    edges = [m for m in matches if m.start == 0 or m.end == len(string)]
    if not edges or len(place.flow.pieces) == 1:
        return matches
    offset = place.flow.offset(place.piece)
    text = place.flow.text
    joined = [m for m in edges if not matcher.whole(text, offset + m.start, offset + m.end)]
    return [m for m in matches if m not in joined] if joined else matches


def link(tree: Element, matcher: Matcher, address: Callable[[str], str], own: str | None = None) -> list[Use]:
    """Link the first occurrence of each concept in each section, in place; the words stay as they are.

    `address` gives a concept's address; `own` is the concept whose page this is. A link that stands there
    already (an `a` with data-term) is the first of its section, so linking twice is linking once. Returns
    the uses in order, one per concept and section.
    """
    found = _Found(own)
    edits: list[tuple[Place, list[Match]]] = []
    for event in _events(tree, matcher.language):
        if isinstance(event, str):
            found.section(event)
        elif isinstance(event, _Linked):
            found.first(event.concept, event.form, event, 0)
        else:
            first = [m for m in _matches(event, matcher) if found.first(m.concept, m.form, event, m.start)]
            if first:
                edits.append((event, first))
    for place, matches in reversed(edits):  # from the end: the indices of what comes before stay right
        _insert(place, matches, address)
    return found.uses


class _Found:
    """The uses so far, and the concepts that this section has used."""

    def __init__(self, own: str | None) -> None:
        self.own = own
        self.uses: list[Use] = []
        self.section("")

    def section(self, anchor: str) -> None:
        self.anchor = anchor
        self.seen = {self.own}

    def first(self, concept: str, form: str, place: Place | _Linked, start: int) -> bool:
        """Whether this is the section's first occurrence; if so, it is a use."""
        if concept in self.seen:
            return False
        self.seen.add(concept)
        start += place.flow.offset(place.piece)
        self.uses.append(Use(concept, form, place.flow.sentence(start, start + len(form)), self.anchor))
        return True


def _insert(place: Place, matches: list[Match], address: Callable[[str], str]) -> None:
    links = []
    for match, end in zip(matches, [*(m.start for m in matches[1:]), None], strict=True):
        a = Element("a", {"class": "term", "href": address(match.concept), "data-term": match.concept})
        a.text, a.tail = match.form, place.string[match.end : end]
        links.append(a)
    setattr(place.element, place.part, place.string[: matches[0].start])
    place.parent[place.index : place.index] = links
