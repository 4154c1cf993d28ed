"""Document -> document with its terms linked and its acronyms explained; and each use of a term, with its
section and sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from vademecum.document import inlines, tree
from vademecum.document.inlines import ACRONYMS, Inline, Inlines, Link, Target, Text
from vademecum.document.tree import Document, Note
from vademecum.language.collation import slug
from vademecum.terms.matching import Match, Matcher
from vademecum.terms.running_text import Cited, Linked, Place, RunningText, Section, unsaid


@dataclass(frozen=True, slots=True)
class Use:
    """A concept used in a section: `anchor` is its heading's id ('' before the first heading).

    `sentence` is plain text, its white space folded, at most about 300 characters.
    """

    concept: str
    form: str
    sentence: str
    anchor: str


def occurrences(document: Document, matcher: Matcher) -> Iterator[tuple[Place, Match]]:
    """Every occurrence of a concept that could be a link, repeats included; the match's offsets are the
    place's own.
    """
    for place, matches in RunningText(document, matcher.language, unsaid).matches(matcher):
        for match in matches:
            if isinstance(place, Place) and match.concept:
                by = place.start
                yield place, Match(match.start - by, match.end - by, match.form, match.concept)


def concepts_used(document: Document, matcher: Matcher) -> set[str]:
    """The concepts that linking would find a use of: what is to be known of pages that nobody writes."""
    return {
        match.concept
        for spot, matches in RunningText(document, matcher.language, unsaid).matches(matcher)
        for match in ([spot.match] if isinstance(spot, Linked) else matches)
        if match.concept
    }


def link(
    document: Document, matcher: Matcher, own: str | None = None, cited: Cited = unsaid
) -> tuple[Document, tuple[Use, ...], tuple[str, ...]]:
    """Link the first occurrence of each concept in each section, and that of each acronym in the document to
    what it stands for; the words stay as they are.

    `own` is the concept whose page this is, `cited` gives the words of a citation. A link to a concept that
    stands there already is the first of its section, so linking
    twice is linking once. Returns the document, the uses in order, one per concept and section, and the
    acronyms by their anchors in the list of all.
    """
    words = RunningText(document, matcher.language, cited)
    uses: list[Use] = []
    edits: dict[int, Inlines] = {}
    acronyms: dict[str, None] = {}
    anchor, seen = "", {own}
    for spot, matches in words.matches(matcher):
        if isinstance(spot, Section):
            anchor, seen = spot.anchor, {own}
            continue
        first = []
        for match in [spot.match] if isinstance(spot, Linked) else matches:
            if match.acronym:
                if (name := slug(match.acronym)) not in acronyms:
                    acronyms[name] = None
                    first.append(match)
            elif match.concept not in seen:
                seen.add(match.concept)
                first.append(match)
                uses.append(Use(match.concept, match.form, words.sentence(match.start, match.end), anchor))
        if first and isinstance(spot, Place):
            edits[spot.number] = _linked(spot, first)
    return (_Edit(edits).document(document) if edits else document), tuple(uses), tuple(acronyms)


def _linked(place: Place, matches: list[Match]) -> Inlines:
    """A text with links in it."""
    made: list[Inline] = []
    done = 0
    for match in matches:
        start, end = match.start - place.start, match.end - place.start
        if start > done:
            made.append(place.text.part(done, start))
        target = Target(*ACRONYMS, slug(match.acronym)) if match.acronym else Target("concept", match.concept)
        made.append(Link(target, (place.text.part(start, end),), term=True))
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
        (
            inlines.Emphasis,
            inlines.Strong,
            inlines.Struck,
            inlines.Span,
            Link,
            tree.Heading,
            tree.Paragraph,
            tree.Line,
        ),
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
