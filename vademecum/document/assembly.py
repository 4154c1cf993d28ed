"""Blocks from several fields -> one document: headings get anchors, figures numbers, notes their order; what is wrong across them is told."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from vademecum.document import tree
from vademecum.document.tree import Block, Blocks, Contents, Document, Note
from vademecum.language.collation import slug
from vademecum.model import Finding

# Anchors of the sections that a page gets when it is set.
RESERVED = ("sources", "uses", "content")


def assemble(blocks: Blocks, notes: Mapping[str, Blocks], lang: str = "") -> tuple[Document, list[Finding]]:
    """A document of these blocks, and what is wrong with its structure.

    `notes` are those written in its fields, by their keys; those that nothing calls are left out. Every anchor of the document is
    given once: an author's own first, then those that headings and figures get from their words and names.
    """
    anchors = _Anchors()
    findings = list(anchors.claim(blocks))
    numbers = _Figures(anchors)
    blocks = rebuilt(blocks, lambda block: numbers.numbered(anchors.given(block)))
    called = _called(blocks, notes)
    headings = tuple(
        Contents(node.level, node.anchor, " ".join(tree.plain(node.content).split()), node.lang)
        for node in tree.parts(blocks)
        if isinstance(node, tree.Heading)
    )
    document = Document(blocks, called, headings, frozenset(anchors.taken - set(RESERVED)))
    return document, [*findings, *_levels(blocks), *_uncalled(notes, called)]


@functools.lru_cache(maxsize=16)
def _encoded(text: str) -> bytes:
    """A text in UTF-8: made once, though many findings look into it."""
    return text.encode()


class _Anchors:
    """The anchors of a document, each given once."""

    def __init__(self) -> None:
        self.taken: set[str] = set(RESERVED)
        self.last: dict[str, int] = {}  # the number that a name was last given with: no number is tried twice

    def claim(self, blocks: Blocks) -> Iterator[Finding]:
        """Take the anchors that are written, and tell of those that are taken."""
        for node in tree.parts(blocks):
            anchor, origin = getattr(node, "anchor", ""), node.origin
            if anchor:
                if anchor in self.taken and origin is not None and isinstance(node, tree.Heading):
                    at = _encoded(origin.text).find(f"#{anchor}".encode(), node.at)
                    yield Finding("duplicate-anchor", origin.location(at + 1), {"found": anchor})
                self.taken.add(anchor)

    def given(self, block: Block) -> Block:
        """A heading with an anchor of its own."""
        if not isinstance(block, tree.Heading) or block.anchor:
            return block
        return replace(block, anchor=self.free(slug(" ".join(tree.plain(block.content).split()))))

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

    def numbered(self, block: Block) -> Block:
        if not isinstance(block, tree.Figure):
            return block
        self.count += 1
        return replace(block, anchor=self.anchors.free(f"figure-{slug(block.id)}"), number=self.count)


def rebuilt(blocks: Blocks, change: Callable[[Block], Block]) -> Blocks:
    """The blocks with a change made to each, those inside others too; what nothing was changed in is the same as before."""
    made = tuple(_rebuilt(block, change) for block in blocks)
    return blocks if all(one is other for one, other in zip(made, blocks, strict=True)) else made


def _rebuilt(block: Block, change: Callable[[Block], Block]) -> Block:
    block = change(block)
    if isinstance(block, (tree.Box, tree.Quote, tree.Details)):
        inside = rebuilt(block.blocks, change)
        return block if inside is block.blocks else replace(block, blocks=inside)
    if isinstance(block, tree.Items):
        items = tuple(_item(item, change) for item in block.items)
        return block if all(map(_same, items, block.items)) else replace(block, items=items)
    if isinstance(block, tree.Entries):
        entries = tuple(_entry(entry, change) for entry in block.entries)
        return block if all(map(_same, entries, block.entries)) else replace(block, entries=entries)
    return block


def _item(item: tree.Item, change: Callable[[Block], Block]) -> tree.Item:
    inside = rebuilt(item.blocks, change)
    return item if inside is item.blocks else replace(item, blocks=inside)


def _entry(entry: tree.Entry, change: Callable[[Block], Block]) -> tree.Entry:
    inside = tuple(rebuilt(blocks, change) for blocks in entry.definitions)
    return entry if all(map(_same, inside, entry.definitions)) else replace(entry, definitions=inside)


def _same(one: object, other: object) -> bool:
    return one is other


def _called(blocks: Blocks, notes: Mapping[str, Blocks]) -> tuple[Note, ...]:
    """The notes that are called, in the order of their first calls; those that notes call come after."""
    order: dict[str, None] = {}
    waiting: list[Blocks] = [blocks] if notes else []
    while waiting:
        marks = [node.key for node, _ in tree.walk(waiting.pop(0)) if isinstance(node, tree.NoteMark)]
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


def _levels(blocks: Blocks) -> Iterator[Finding]:
    """Headings that break the order of levels, or say nothing."""
    last = 1
    for node in tree.parts(blocks):
        if not isinstance(node, tree.Heading):
            continue
        origin = node.origin
        words, level = " ".join(tree.plain(node.content).split()), node.level
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
