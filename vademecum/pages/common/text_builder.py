"""Puts a page's text together: Markdown fields parsed each at its place, blocks made of facts around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from string import Formatter

from vademecum.document import inlines, tree
from vademecum.document.inlines import Cited, Inlines, Target, Text
from vademecum.document.tree import Block, Blocks
from vademecum.language.collation import slug
from vademecum.language.words import said_in
from vademecum.model import Concept, Finding
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import PageText
from vademecum.sources.text.source_file import Path_, SourceFile

DEFINITION = "definition-"  # what the anchor of a definition begins with


class TextBuilder:
    """Collects the blocks of one page; remembers the notes and findings of every field that it parsed.

    `spoken` is the language around: what is in the other is marked with it.
    """

    def __init__(self, library: LanguageLibrary, spoken: str) -> None:
        self.library, self.spoken = library, spoken
        self.notes: dict[str, Blocks] = {}
        self.findings: list[Finding] = []

    def text(self, blocks: Iterable[Block]) -> PageText:
        """The page's text, with what its fields brought along."""
        made = tuple(blocks)  # before the rest: notes and findings come as the blocks are made
        return PageText(made, self.notes, tuple(self.findings))

    # -- Markdown fields ----------------------------------------------------------------------------------

    def markdown(self, file: SourceFile, path: Path_ = (), text: str = "", lang: str = "") -> Blocks:
        """The blocks of a Markdown field, or of a file's body; with `lang`, marked as in that language.

        So are the notes that are written there.
        """
        parsed = self.library.parsed(file, path, text)
        self.findings += parsed.findings
        self.notes |= {key: in_language(blocks, lang) for key, blocks in parsed.notes.items()}
        return in_language(parsed.blocks, lang)

    def localised(self, file: SourceFile, path: Path_, texts: Mapping[str, str]) -> Blocks:
        """A Markdown field with a text for each language: the one spoken, else the other, marked so."""
        text, language = said_in(dict(texts), self.spoken)
        return self.markdown(file, (*path, language), text, language if language != self.spoken else "")

    def mark_notes(self, lang: str) -> None:
        """Mark the notes so far as in a language: they stand outside a box that says so of their calls."""
        self.notes = {key: in_language(blocks, lang) for key, blocks in self.notes.items()}

    # -- plain fields -------------------------------------------------------------------------------------

    def words(self, texts: Mapping[str, str]) -> Inlines:
        """A plain field with words for each language: the one spoken, else the other, marked so."""
        text, language = said_in(dict(texts), self.spoken)
        return plain(text, language if language != self.spoken else "")


def in_language(blocks: Blocks, language: str) -> Blocks:
    """Blocks marked as being in a language, each for itself; as they are without one."""
    return tuple(_in_language(block, language) for block in blocks) if language else blocks


def _in_language(block: Block, language: str) -> Block:
    if isinstance(block, (tree.Heading, tree.Paragraph, tree.Line, tree.Quote, tree.Box)):
        return replace(block, lang=language)
    if isinstance(block, tree.Details):
        return replace(block, blocks=in_language(block.blocks, language))
    if isinstance(block, tree.Items):
        return replace(block, items=tuple(replace(item, lang=language) for item in block.items))
    if isinstance(block, tree.Entries):
        return replace(block, entries=tuple(_entry_in_language(entry, language) for entry in block.entries))
    if isinstance(block, tree.Table):
        rows = tuple(_row_in_language(row, language) for row in block.rows)
        return replace(block, head=_row_in_language(block.head, language), rows=rows)
    return block


def _entry_in_language(entry: tree.Entry, language: str) -> tree.Entry:
    definitions = tuple(in_language(blocks, language) for blocks in entry.definitions)
    return replace(entry, definitions=definitions, lang=language)


def _row_in_language(row: tree.Row, language: str) -> tree.Row:
    return replace(row, cells=tuple((inlines.Span(cell, language),) for cell in row.cells))


def emphasised(blocks: Blocks) -> Blocks:
    """Blocks whose paragraphs are emphasised whole: words that stand in for a translation."""
    return tuple(
        replace(block, content=(inlines.Emphasis(block.content, block.lang),), lang="")
        if isinstance(block, (tree.Paragraph, tree.Line))
        else block
        for block in blocks
    )


def tight(blocks: Blocks) -> Blocks:
    """Blocks as an item or a definition holds them: one paragraph alone is but a line."""
    if len(blocks) == 1 and isinstance(only := blocks[0], tree.Paragraph):
        return (tree.Line(only.content, only.lang, origin=only.origin, at=only.at),)
    return blocks


def led(lead: Inlines, blocks: Blocks) -> Blocks:
    """Blocks that begin with words in the language around, in their first paragraph or one before."""
    first = blocks[0] if blocks else None
    if isinstance(first, (tree.Paragraph, tree.Line)):
        said = (inlines.Span(first.content, first.lang),) if first.lang else first.content
        return replace(first, content=lead + said, lang=""), *blocks[1:]
    return tree.Paragraph(lead), *blocks


def filled(words: str, **parts: Inlines) -> Inlines:
    """Words of the interface with inlines in their fields: "In French: {label}"."""
    made: Inlines = ()
    for before, name, _, _ in Formatter().parse(words):
        made += ((Text(before),) if before else ()) + (parts[name] if name else ())
    return made


def plain(words: str, lang: str = "") -> Inlines:
    """Plain words, marked with their language where it is another."""
    text = Text(" ".join(words.split()))
    return (inlines.Span((text,), lang),) if lang else (text,)


def to_entry(kind: str, id_: str, words: str, lang: str = "", anchor: str = "") -> inlines.Link:
    """A link to an entry's page."""
    return inlines.Link(Target(kind, id_, anchor), plain(words), lang)


def to_concept(concept: Concept, spoken: str, anchor: str = "") -> inlines.Link:
    """A link to a concept, or a place on its page, by its label, in the language that has one."""
    named = concept.named_in(spoken)
    return to_entry("concept", concept.id, concept.label(spoken), named if named != spoken else "", anchor)


def definition_anchor(key: str) -> str:
    """Where a concept's page has one of its definitions."""
    return f"{DEFINITION}{slug(key)}"


def cited(source: str, locator: str = "", bare: bool = False) -> inlines.Citation:
    """A citation that no text wrote."""
    return inlines.Citation((Cited(source, " ".join(locator.split())),), bare)


def joined(parts: Iterable[Inlines], joint: str) -> Inlines:
    """Inlines with a joint between them."""
    made: Inlines = ()
    for number, part in enumerate(parts):
        made += ((Text(joint),) if number else ()) + part
    return made


def entry(term: str, *definitions: Blocks | Inlines, anchor: str = "") -> tree.Entry:
    """An entry of a definition list; a definition of inlines alone is a line."""
    return tree.Entry(plain(term), tuple(_blocks(said) for said in definitions), anchor)


def items(listed: Iterable[Blocks | Inlines], start: int | None = None) -> tree.Items:
    """A list; an item of inlines alone is a line."""
    return tree.Items(tuple(tree.Item(_blocks(said)) for said in listed), start)


def _blocks(said: Blocks | Inlines) -> Blocks:
    inline = said and not isinstance(said[0], tree.Written)
    return (tree.Line(said),) if inline else said  # type: ignore[arg-type,return-value]


def box(kind: str, blocks: Iterable[Block], title: Inlines = (), shades: tuple[str, ...] = ()) -> tree.Box:
    """A box of the generator's own."""
    return tree.Box(kind, tuple(blocks), title, shades)


def heading(words: str, anchor: str = "", level: int = 2) -> tree.Heading:
    """A heading of plain words."""
    return tree.Heading(level, plain(words), anchor)


def paragraph(words: str, lang: str = "") -> tree.Paragraph:
    """A paragraph of plain words."""
    return tree.Paragraph(plain(words), lang)


def signature(content: Inlines, lang: str = "") -> tree.Paragraph:
    """The line that says whose the words above are."""
    return tree.Paragraph(content, lang, name="signature")
