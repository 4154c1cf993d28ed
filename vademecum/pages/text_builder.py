"""Puts a page's text together: Markdown fields parsed each at its own place, and blocks made of facts around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from vademecum.document import tree
from vademecum.document.tree import Block, Blocks, Cited, Inlines, Target, Text
from vademecum.language.words import said_in
from vademecum.model import Concept, Finding
from vademecum.pages.language_library import LanguageLibrary
from vademecum.pages.page import PageText
from vademecum.sources.source_file import Document, Path_


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
        return PageText(tuple(blocks), self.notes, tuple(self.findings))

    # -- Markdown fields ----------------------------------------------------------------------------------

    def markdown(self, file: Document, path: Path_ = (), text: str = "") -> Blocks:
        """The blocks of a Markdown field, or of a file's body."""
        parsed = self.library.parsed(file, path, text)
        self.notes |= parsed.notes
        self.findings += parsed.findings
        return parsed.blocks

    def localised(self, file: Document, path: Path_, texts: Mapping[str, str]) -> Blocks:
        """A Markdown field with a text for each language: the one spoken, else the other, marked as being in it."""
        text, language = said_in(dict(texts), self.spoken)
        blocks = self.markdown(file, (*path, language), text)
        return blocks if language == self.spoken else in_language(blocks, language)


def in_language(blocks: Blocks, language: str) -> Blocks:
    """Blocks marked as being in a language, each for itself."""
    return tuple(replace(block, lang=language) if hasattr(block, "lang") else block for block in blocks)


def led(lead: Inlines, blocks: Blocks) -> Blocks:
    """Blocks whose first paragraph begins with other inlines; a paragraph of its own where none begins them."""
    if blocks and isinstance(blocks[0], (tree.Paragraph, tree.Line)):
        return replace(blocks[0], content=lead + blocks[0].content), *blocks[1:]
    return tree.Paragraph(lead), *blocks


def plain(words: str, lang: str = "") -> Inlines:
    """Plain words, marked with their language where it is another."""
    text = Text(" ".join(words.split()))
    return (tree.Span((text,), lang),) if lang else (text,)


def to_entry(kind: str, id_: str, words: str, lang: str = "", anchor: str = "") -> tree.Link:
    """A link to an entry's page."""
    return tree.Link(Target(kind, id_, anchor), (Text(words),), lang)


def to_concept(concept: Concept, spoken: str) -> tree.Link:
    """A link to a concept by its label, in the language that has one."""
    named = concept.named_in(spoken)
    return to_entry("concept", concept.id, concept.label(spoken), named if named != spoken else "")


def cited(source: str, locator: str = "", bare: bool = False) -> tree.Citation:
    """A citation that no text wrote."""
    return tree.Citation((Cited(source, " ".join(locator.split())),), bare)


def joined(parts: Iterable[Inlines], joint: str) -> Inlines:
    """Inlines with a joint between them."""
    made: Inlines = ()
    for number, part in enumerate(parts):
        made += ((Text(joint),) if number else ()) + part
    return made


def entry(term: str, *definitions: Blocks | Inlines) -> tree.Entry:
    """An entry of a definition list; a definition of inlines alone is a line."""
    return tree.Entry((Text(term),), tuple(_blocks(said) for said in definitions))


def _blocks(said: Blocks | Inlines) -> Blocks:
    inline = said and not isinstance(said[0], tree.Written)
    return (tree.Line(said),) if inline else said  # type: ignore[arg-type,return-value]


def box(kind: str, blocks: Iterable[Block], title: Inlines = (), shades: tuple[str, ...] = ()) -> tree.Box:
    """A box of the generator's own."""
    return tree.Box(kind, tuple(blocks), title, shades)


def heading(words: str, anchor: str = "", level: int = 2) -> tree.Heading:
    return tree.Heading(level, (Text(words),), anchor)


def signature(content: Inlines) -> tree.Paragraph:
    """The line that says whose the words above are."""
    return tree.Paragraph(content, name="signature")
