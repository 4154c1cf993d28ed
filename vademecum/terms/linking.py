"""Element tree -> element tree with links; and each use of a term, with its section and sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from vademecum.terms.matching import Match, Matcher


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What stands in the middle of a sentence; everything else starts a text of its own.
INLINE = _words(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var"
)
PLAIN = (
    _words("a button cite code figure kbd math nav pre samp script style summary svg textarea var") | HEADINGS
)
# Titles, sources, and the boxes that list facts and neighbours: they name concepts, and use none.
PLAIN_CLASSES = frozenset(("admonition-title", "citation", "signature", "facts", "labels", "relations"))
NOTE_CLASSES = frozenset(("footnote-ref", "footnote-backref", "headerlink"))
STASHED = re.compile("\x02[^\x03]*\x03?")  # Python-Markdown's placeholders
AMPERSAND = re.compile("\x02amp\x03(#[0-9]+;|)")  # one of them: &, perhaps of a character reference
SPACES = re.compile(r"[ \t\r\n\f\v]+")  # no-break spaces stay: French punctuation needs them

CUT = "\0"  # between blocks: part of no word, no term and no white space

LONGEST = 300
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
    """A text that may hold links: `element.text` or `element.tail`, and where a link in it would go."""

    element: Element
    part: str
    string: str
    parent: Element
    index: int  # of the first link among the parent's children
    start: int  # in the page's text


@dataclass(slots=True)
class _Linked:
    """An `a` with data-term that stands in the tree already."""

    match: Match


class _Page:
    """The words of a tree, in one text with a cut between blocks, and what stands where.

    One text for all of it, so that terms are sought once and a word that goes on in the next element
    (`**inter**action`) is seen whole.
    """

    def __init__(self, tree: Element, language: str | None) -> None:
        self.language = language
        self.spots: list[Place | _Linked | str] = []  # in document order; a str: a heading's id
        self.pieces: list[str] = []
        self.length = 0
        self._enter(tree, plain=False, foreign=False, heading=False)
        self.text = "".join(self.pieces)
        self._ends: dict[int, list[int]] = {}  # where a block starts -> where its sentences end

    def _enter(self, element: Element, plain: bool, foreign: bool, heading: bool) -> None:
        """Read an element, its tail apart. `plain`: nothing is linked in it; `foreign`: another language."""
        tag, classes = element.tag, element.get("class")
        names = classes.split() if classes else ()
        if not isinstance(tag, str) or not NOTE_CLASSES.isdisjoint(names):
            return  # a comment; a footnote's mark
        if tag in HEADINGS:
            heading = True
            self.spots.append(element.get("id") or "")
        elif tag == "a" and not (heading or plain) and (concept := element.get("data-term")):
            form = "".join(element.itertext())
            self.spots.append(_Linked(Match(self.length, self.length + len(form), form, concept)))
        plain = (
            plain
            or tag in PLAIN
            or (tag == "table" and "data" in names)
            or not PLAIN_CLASSES.isdisjoint(names)
        )
        if self.language and (lang := element.get("lang")):
            foreign = lang.partition("-")[0].lower() != self.language
        bare = plain or foreign
        self._read(element, "text", element.text, element, 0, bare)
        for index, child in enumerate(element, 1):
            block = child.tag not in INLINE
            if block:
                self._add(CUT)
            self._enter(child, plain, foreign, heading)
            if block:
                self._add(CUT)
            self._read(child, "tail", child.tail, element, index, bare)

    def _read(
        self, element: Element, part: str, string: str | None, parent: Element, index: int, bare: bool
    ) -> None:
        if not string:
            return
        if not bare and not isinstance(string, AtomicString):
            self.spots.append(Place(element, part, string, parent, index, self.length))
        self._add(string)

    def _add(self, string: str) -> None:
        self.pieces.append(string)
        self.length += len(string)

    def matches(self, matcher: Matcher) -> Iterator[tuple[Place | _Linked | str, list[Match]]]:
        """Each spot with the matches that lie wholly in it (their offsets are the page's)."""
        text = self.text
        if "\x02" in text:
            text = STASHED.sub(lambda stash: CUT * len(stash[0]), text)
        found = iter(matcher.find(text))
        match = next(found, None)
        for spot in self.spots:
            inside = []
            if isinstance(spot, Place):
                end = spot.start + len(spot.string)
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
        last = next((dot for dot in ends[after:] if dot >= end), stop)
        return _cut(self.text[first:last], start - first, end - first)

    def _abbreviated(self, dot: re.Match[str]) -> bool:
        """Whether a full stop ends an abbreviation or an initial."""
        at = dot.start()
        word = SPACE_OR_SIGN.split(self.text[max(0, at - 9) : at])[-1]
        return self.text[at] == "." and ((len(word) == 1 and word.isalpha()) or word.lower() in ABBREVIATIONS)


def _cut(sentence: str, start: int, end: int) -> str:
    """White space folded, placeholders out; a long sentence is cut at words, around the span."""
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
    if "\x02" in text:
        text = STASHED.sub(" ", AMPERSAND.sub(lambda found: unescape("&" + found[1]), text))
    return SPACES.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text


def linkable(tree: Element, language: str | None = None) -> Iterator[tuple[Element, str, str]]:
    """The texts that may hold links, in document order: (element, "text" or "tail", the string).

    Not in headings, links, code, figures, tables of class "data", titles of boxes, citations and
    signatures; nor, when a language is given, in what is marked as another one.
    """
    for spot in _Page(tree, language).spots:
        if isinstance(spot, Place):
            yield spot.element, spot.part, spot.string


def occurrences(tree: Element, matcher: Matcher, own: str | None = None) -> Iterator[tuple[Place, Match]]:
    """Every occurrence that could be a link, repeats included; the match's offsets are the place's own."""
    for place, matches in _Page(tree, matcher.language).matches(matcher):
        for match in matches:
            if match.concept != own and isinstance(place, Place):
                by = place.start
                yield place, Match(match.start - by, match.end - by, match.form, match.concept)


def link(tree: Element, matcher: Matcher, address: Callable[[str], str], own: str | None = None) -> list[Use]:
    """Link the first occurrence of each concept in each section, in place; the words stay as they are.

    `address` gives a concept's address; `own` is the concept whose page this is. A link that stands there
    already (an `a` with data-term) is the first of its section, so linking twice is linking once. Returns
    the uses in order, one per concept and section.
    """
    page = _Page(tree, matcher.language)
    uses: list[Use] = []
    edits: list[tuple[Place, list[Match]]] = []
    anchor, seen = "", {own}
    for spot, matches in page.matches(matcher):
        if isinstance(spot, str):
            anchor, seen = spot, {own}
            continue
        first = []
        for match in [spot.match] if isinstance(spot, _Linked) else matches:
            if match.concept not in seen:
                seen.add(match.concept)
                first.append(match)
                uses.append(Use(match.concept, match.form, page.sentence(match.start, match.end), anchor))
        if first and isinstance(spot, Place):
            edits.append((spot, first))
    for place, matches in reversed(edits):  # from the end: the indices of what comes before stay right
        _insert(place, matches, address)
    return uses


def _insert(place: Place, matches: list[Match], address: Callable[[str], str]) -> None:
    links, string = [], place.string
    for match, end in zip(matches, [*(m.start for m in matches[1:]), place.start + len(string)], strict=True):
        a = Element("a", {"class": "term", "href": address(match.concept), "data-term": match.concept})
        a.text, a.tail = match.form, string[match.end - place.start : end - place.start]
        links.append(a)
    setattr(place.element, place.part, string[: matches[0].start - place.start])
    place.parent[place.index : place.index] = links
