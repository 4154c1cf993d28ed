"""Blocks from several fields -> one document: headings get anchors, figures numbers, notes their order; what
is wrong across them is told.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from vademecum.document import inlines, tree, walking
from vademecum.document.tree import Block, Blocks, Contents, Document, Note
from vademecum.language.collation import slug
from vademecum.model import Finding

# Anchors of the sections that a page gets when it is set.
RESERVED = ("sources", "uses", "content")


def assemble(blocks: Blocks, notes: Mapping[str, Blocks], lang: str = "") -> tuple[Document, list[Finding]]:
    """A document of these blocks, and what is wrong with its structure.

    `notes` are those written in its fields, by their keys; those that nothing calls are left out. Every
    anchor of the document is
    given once: an author's own first, then those that headings and figures get from their words and names.
    """
    anchors = _Anchors()
    findings = list(anchors.claim(blocks))
    numbers = _Figures(anchors)
    blocks = rebuilt(blocks, {tree.Heading: anchors.given, tree.Figure: numbers.numbered})
    called = _called(blocks, notes)
    headings = anchors.headings
    contents = tuple(Contents(node.level, node.anchor, _words(node), node.lang) for node in headings)
    document = Document(blocks, called, contents, frozenset(anchors.taken - set(RESERVED)))
    return document, [*findings, *_levels(headings, contents), *_uncalled(notes, called)]


def _words(heading: tree.Heading) -> str:
    return " ".join(walking.plain(heading.content).split())


@functools.lru_cache(maxsize=16)
def _encoded(text: str) -> bytes:
    """A text in UTF-8: made once, though many findings look into it."""
    return text.encode()


class _Anchors:
    """The anchors of a document, each given once."""

    def __init__(self) -> None:
        self.taken: set[str] = set(RESERVED)
        self.headings: list[tree.Heading] = []  # each with its anchor, in the order of reading
        self.last: dict[str, int] = {}  # the number that a name was last given with: no number is tried twice

    def claim(self, blocks: Blocks) -> Iterator[Finding]:
        """Take the anchors that are written, and tell of those that are taken."""
        for node in walking.parts(blocks):
            anchor, origin = getattr(node, "anchor", ""), node.origin
            if anchor:
                if anchor in self.taken and origin is not None and isinstance(node, tree.Heading):
                    at = _encoded(origin.text).find(f"#{anchor}".encode(), node.at)
                    yield Finding("duplicate-anchor", origin.location(at + 1), {"found": anchor})
                self.taken.add(anchor)

    def given(self, heading: tree.Heading) -> tree.Heading:
        """A heading with an anchor of its own."""
        if not heading.anchor:
            heading = replace(heading, anchor=self.free(slug(_words(heading))))
        self.headings.append(heading)
        return heading

    def free(self, name: str) -> str:
        """A name, with a number after it where it is taken."""
        name = name if name[0].isalpha() else "s-" + name
        anchor = name
        while anchor in self.taken:
            self.last[name] = self.last.get(name, 1) + 1
            anchor = f"{name}-{self.last[name]}"
        self.taken.add(anchor)
        return anchor


class _Figures:
    """The figures of a document, numbered in the order of reading."""

    def __init__(self, anchors: _Anchors) -> None:
        self.anchors, self.count = anchors, 0

    def numbered(self, figure: tree.Figure) -> tree.Figure:
        self.count += 1
        return replace(figure, anchor=self.anchors.free(f"figure-{slug(figure.id)}"), number=self.count)


# What a kind of block becomes.
Changes = Mapping[type, Callable[[Any], Block]]


def rebuilt(blocks: Blocks, changes: Changes) -> Blocks:
    """The blocks with changes made to some kinds that hold no others, those inside others too.

    What nothing was changed in is the same as before.
    """
    made = tuple([_rebuilt(block, changes) for block in blocks])
    return blocks if made == blocks else made


def _rebuilt(block: Block, changes: Changes) -> Block:
    if change := changes.get(type(block)):
        return change(block)
    if isinstance(block, (tree.Box, tree.Quote, tree.Details)):
        inside = rebuilt(block.blocks, changes)
        return block if inside is block.blocks else replace(block, blocks=inside)
    if isinstance(block, tree.Items):
        items = tuple([_item(item, changes) for item in block.items])
        return block if items == block.items else replace(block, items=items)
    if isinstance(block, tree.Entries):
        entries = tuple([_entry(entry, changes) for entry in block.entries])
        return block if entries == block.entries else replace(block, entries=entries)
    return block


def _item(item: tree.Item, changes: Changes) -> tree.Item:
    inside = rebuilt(item.blocks, changes)
    return item if inside is item.blocks else replace(item, blocks=inside)


def _entry(entry: tree.Entry, changes: Changes) -> tree.Entry:
    inside = tuple([rebuilt(blocks, changes) for blocks in entry.definitions])
    return entry if inside == entry.definitions else replace(entry, definitions=inside)


def _called(blocks: Blocks, notes: Mapping[str, Blocks]) -> tuple[Note, ...]:
    """The notes that are called, in the order of their first calls; those that notes call come after."""
    order: dict[str, None] = {}
    waiting: list[Blocks] = [blocks] if notes else []
    while waiting:
        marks = [node.key for node, _ in walking.walk(waiting.pop(0)) if isinstance(node, inlines.NoteMark)]
        new = [key for key in dict.fromkeys(marks) if key not in order and key in notes]
        order |= dict.fromkeys(new)
        waiting += [notes[key] for key in new]
    return tuple(Note(key, number, notes[key]) for number, key in enumerate(order, 1))


def _uncalled(notes: Mapping[str, Blocks], called: tuple[Note, ...]) -> Iterator[Finding]:
    """Notes that nothing calls."""
    for key in notes.keys() - {note.key for note in called}:
        first = notes[key][0] if notes[key] else None
        if first is not None and first.origin is not None:
            yield Finding(
                "unused-note", first.origin.location(first.at), {"found": f"[^{key.rpartition('^')[2]}]"}
            )


def _levels(headings: Iterable[tree.Heading], contents: Iterable[Contents]) -> Iterator[Finding]:
    """Headings that break the order of levels, or say nothing."""
    last = 1
    for node, (level, _, words, _) in zip(headings, contents, strict=True):
        origin = node.origin
        code, found = "", "#" * level + " " + words
        if level == 1:
            code, found = "top-heading", words
        elif not words:
            code, found = "empty-heading", "#" * level
        elif level > last + 1:
            code = "skipped-level"
        if code and origin is not None:
            yield Finding(code, origin.location(node.at), {"found": found})
        last = level
