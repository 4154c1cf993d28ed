"""What is printed: each document names its parts, all of them plain data for a template of print/.

A chapter, a case's handout and the lexicon stand alone; a book puts texts in order under titles of their
own, with a glossary, an index and sources for exactly what it holds. `composing` fills them; nothing here
knows how.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vademecum.print.data import Block, Run


@dataclass(frozen=True, slots=True)
class Head:
    """A text's title block. `address` is its page on the web, which `code` holds as a picture."""

    title: str
    eyebrow: str = ""
    lead: str = ""
    audience: str = ""
    updated: str = ""
    address: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A chapter, a case or a concept: `key` is what links lead to."""

    kind: str
    key: str
    language: str
    head: Head
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of a glossary: its name here and in the other language, and the definition that is retained."""

    key: str
    label: str
    language: str
    other: str
    other_language: str
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Source:
    """A work cited: its entry, and what of the note on it is more than a paragraph."""

    key: str
    text: list[Run]
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the index, under its letter: a term with the pages that use it, or that leads to another."""

    letter: str
    label: str
    language: str
    key: str
    see: str = ""


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym and what it stands for, in a language; links to it lead to `key`."""

    key: str
    label: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Section:
    """Texts of a book under a title."""

    title: str
    texts: tuple[PrintedText, ...]


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """What every document has.

    `file` is its path below pdf/<language>/, `words` the interface's, `pictures` what its blocks show,
    `acronyms` those that its texts use.
    """

    template: str
    file: str
    language: str
    title: str
    date: str
    words: dict[str, Any]
    pictures: tuple[str, ...]
    acronyms: tuple[Acronym, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Chapter(PrintedDocument):
    """A chapter of the handbook with the glossary of exactly the terms that it uses."""

    text: PrintedText
    glossary: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Handout(PrintedDocument):
    """A case on two pages: facts beside its text, questions below. `source` is where to shorten it."""

    text: PrintedText
    facts: list[Block]
    questions: list[Block]
    source: str


@dataclass(frozen=True, slots=True)
class Tool(PrintedDocument):
    """A tool by itself. `fits` is the number of pages that its text should fit on; 0 for any."""

    text: PrintedText
    fits: int


@dataclass(frozen=True, slots=True)
class Map(PrintedDocument):
    """A page that is drawn: its maps, then the list that says the same."""

    text: PrintedText


@dataclass(frozen=True, slots=True)
class Book(PrintedDocument):
    """Texts in order.

    The whole book holds the lexicon, a booklet the glossary of the terms that its texts use.
    """

    cover: Head
    line: str
    sections: tuple[Section, ...]
    glossary: tuple[Entry, ...]
    index: tuple[Line, ...]
