"""The inlines of the tree: the closed set of what stands within a paragraph, and what a link leads to.

Every one is frozen. What was parsed knows where it was written, by its offsets in the origin of its block:
they count the bytes of the field's text in UTF-8, as the parser does. What is made of facts has none.

A link holds what it leads to, not an address: a writer makes the address, from the page that it writes. Words
are as written: a writer sets their type.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from vademecum.model.fields import ENTRY_KINDS

# What a link may lead to: an entry of the library or a list of them; a place in the same document; an
# address elsewhere; nothing,
# where what was written cannot be followed (the checks tell of it, and the words stay).
ENTRIES = (*ENTRY_KINDS, "page", "index")
ACRONYMS = ("index", "acronyms")  # the list that says what each acronym stands for, by `kind` and `id`


class Target(NamedTuple):
    """What a link leads to: `kind` is one of ENTRIES, "anchor", "outside", "file", "path" (to no source of an
    entry) or "nothing".

    `id` is the entry's id, the whole address of what is outside, or a file's path from the site's root;
    `anchor` a place on the page, without its #; `written` the destination as its author wrote it, for
    messages; `language` the edition that it leads to, where that is another.
    """

    kind: str
    id: str = ""
    anchor: str = ""
    written: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Words. `pieces` says where they were written: (index in `words`, byte offset), one for each piece that
    is the source's own.
    """

    words: str
    pieces: tuple[tuple[int, int], ...] = ()

    def offset(self, index: int) -> int:
        """The byte offset of a character of the words; -1 where they were not written in a source."""
        number = bisect_right(self.pieces, (index, sys.maxsize)) - 1
        if number < 0:
            return -1
        start, at = self.pieces[number]
        return at + len(self.words[start:index].encode())

    def part(self, start: int, end: int) -> Text:
        """The words from one index to another, which still know where they were written."""
        words = self.words[start:end]
        if not self.pieces:
            return Text(words)
        after = bisect_right(self.pieces, (start, sys.maxsize))
        before = bisect_left(self.pieces, (end, -1), after)
        inside = [(at - start, offset) for at, offset in self.pieces[after:before]]
        return Text(words, ((0, self.offset(start)), *inside))


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised words; `lang` is their language where it is not that of the words around them."""

    content: Inlines
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Strong:
    content: Inlines
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Struck:
    content: Inlines
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Words in another language, or of a class that the generator's own parts have."""

    content: Inlines
    lang: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    words: str
    lang: str = ""
    at: int = -1


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `term` says that the linker made it; `title` is what its author wants shown when it is pointed
    at.
    """

    target: Target
    content: Inlines
    lang: str = ""
    title: str = ""
    term: bool = False
    at: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the project, by its path from the project's root ("" where there is none); `written` is
    what its author wrote of it. `at` is where that stands, `begins` where the whole does.
    """

    path: str
    alt: str
    title: str = ""
    written: str = ""
    at: int = -1
    end: int = -1
    begins: int = -1


class Cited(NamedTuple):
    """A work that is cited, by its id, and the place in it."""

    source: str
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Works cited together; `bare` where no brackets stand around them, as in a signature."""

    works: tuple[Cited, ...]
    bare: bool = False
    at: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The call of a note. `key` names the note in its document, across the fields that the document is made
    of.
    """

    key: str
    at: int = -1
    end: int = -1


Inline = Text | Emphasis | Strong | Struck | Span | Code | Break | Link | Picture | Citation | NoteMark
Inlines = tuple[Inline, ...]
