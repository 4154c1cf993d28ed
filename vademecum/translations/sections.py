"""The sections of a text, and which section of one language says what a section of the other says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vademecum.document import tree, walking
from vademecum.document.markdown import parse
from vademecum.document.origin import body
from vademecum.language.collation import slug
from vademecum.language.regex import regex
from vademecum.language.words import words
from vademecum.sources.cache import Cache
from vademecum.sources.text.source_file import SourceFile

CITED = regex(r"@([a-z0-9][\w-]*)")
LINKED = regex(r"\]\(((?!concept:)[a-z]+:[a-z0-9-]+)")
FIGURE = regex(r"\{\{\s*figure:\s*([\w-]+)")


class Section(NamedTuple):
    """A heading with what stands below it, up to the next; with the anchor "", what stands above the first.

    `own` says that its author gave the anchor; else it is made of the heading's words. `at` is the byte
    offset of the section in the body.
    """

    anchor: str
    level: int
    own: bool
    words: str
    at: int


def sections_of(file: SourceFile, cache: Cache) -> tuple[Section, ...]:
    """The sections of a Markdown file's body, in order; none of them is empty."""
    parsed = cache.made(("parsed", file.path, ()), (file,), lambda: parse(body(file)))
    headings = [block for block in parsed.blocks if isinstance(block, tree.Heading)]
    text = file.body.encode()
    ends = [*(heading.at for heading in headings), len(text)]
    sections = [Section("", 0, False, text[: ends[0]].decode().strip(), 0)]
    taken: Counter[str] = Counter()
    for heading, end in zip(headings, ends[1:], strict=True):
        name = heading.anchor or slug(" ".join(walking.plain(heading.content).split())) or "section"
        taken[name] += 1
        anchor = name if taken[name] == 1 else f"{name}-{taken[name]}"
        said = text[heading.at : end].decode().strip()
        sections.append(Section(anchor, heading.level, bool(heading.anchor), said, heading.at))
    return tuple(section for section in sections if section.words)


Pair = tuple[str, str]  # the anchors of two sections that say the same
_Named = dict[str, Section]


def paired(
    one: Sequence[Section], other: Sequence[Section], known: Iterable[Pair], titles: Iterable[Pair] = ()
) -> list[Pair]:
    """The sections of two texts that say the same, by their anchors.

    First those that were paired before (`known`), that have titles given to them (`titles`), or an anchor of
    their authors' in common; then those that cite, link and show the same and are alone in that; what is left
    between two of these goes together in order.
    """
    ones, others = _named(one), _named(other)
    own = [(s.anchor, s.anchor) for s in one if not s.anchor or (s.own and s.anchor in others)]
    found = _Pairs()
    for a, b in (*own, *titles, *known):
        if a in ones and b in others:
            found.add(a, b)
    for a, b in _alike(ones, others, found):
        found.add(a, b)
    _in_order(list(ones), list(others), found)
    return [(a, found.there[a]) for a in ones if a in found.there]


def title_pairs(one: str, other: str) -> list[Pair]:
    """The anchors of a case's sections, which are called the same in every case, in two languages."""
    here, there = (words(language)["case"]["sections"] for language in (one, other))
    return [(slug(here[name]), slug(there[name])) for name in here]


def structure(text: str) -> Counter[str]:
    """What a passage cites, links to and shows, each as often as it does."""
    return Counter(
        [
            *(f"@{id_}" for id_ in CITED.findall(text)),
            *LINKED.findall(text),
            *(f"figure:{id_}" for id_ in FIGURE.findall(text)),
        ]
    )


class _Pairs:
    """Pairs in the making; each section is in one."""

    def __init__(self) -> None:
        self.there: dict[str, str] = {}
        self.here: dict[str, str] = {}

    def add(self, one: str, other: str) -> None:
        if one not in self.there and other not in self.here:
            self.there[one], self.here[other] = other, one


def _named(sections: Iterable[Section]) -> _Named:
    return {section.anchor: section for section in sections}


def _alike(ones: _Named, others: _Named, found: _Pairs) -> list[Pair]:
    """Sections not paired so far that alone, on both sides, have the same level and structure."""
    sides: list[Mapping[tuple[object, ...], list[str]]] = []
    for sections, taken in ((ones, found.there), (others, found.here)):
        by_look: dict[tuple[object, ...], list[str]] = {}
        for anchor, section in sections.items():
            if anchor not in taken and (look := structure(section.words)):
                by_look.setdefault((section.level, *sorted(look.items())), []).append(anchor)
        sides.append(by_look)
    here, there = sides
    return [
        (anchors[0], there[look][0])
        for look, anchors in here.items()
        if len(anchors) == 1 and len(there.get(look, ())) == 1
    ]


def _in_order(ones: Sequence[str], others: Sequence[str], found: _Pairs) -> None:
    """Pair what is left, in order, between sections that are paired; then the rest, if both have as many."""
    places = {anchor: number for number, anchor in enumerate(others)}
    at = 0
    for anchor in ones:
        if anchor in found.there:
            at = places[found.there[anchor]] + 1
        elif at < len(others) and others[at] not in found.here:
            found.add(anchor, others[at])
            at += 1
    left = [anchor for anchor in ones if anchor not in found.there]
    there = [anchor for anchor in others if anchor not in found.here]
    for one, other in zip(left, there, strict=True) if len(left) == len(there) else ():
        found.add(one, other)
