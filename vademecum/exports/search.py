"""Document -> what the search knows of a page: its names, and what is said in each section, in words."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vademecum.document import inlines, tree, walking
from vademecum.document.inlines import Citation
from vademecum.document.tree import Blocks, Document, Node
from vademecum.language.collation import LIGATURES
from vademecum.language.languages import LANGUAGES
from vademecum.language.questions import taught
from vademecum.language.regex import regex
from vademecum.language.searching import page_asked, sought, without_elisions
from vademecum.language.typography import typeset
from vademecum.model import Concept
from vademecum.pages.common.page import Page
from vademecum.sources.library import Library
from vademecum.terms.acronyms_sought import Pairs

Words = Callable[[Citation], str]  # the words of a citation
Parts = Callable[[tree.Figure], Blocks]  # what a figure says in words

NOT_SEARCHED = frozenset(("home", "search"))
# Lists of cases by what nobody asks for in words; each set has many, whose titles hardly differ.
SETS_NOT_SEARCHED = frozenset(("outcomes", "stage", "evidence", "population", "period"))
# Other lists name every entry: they would answer every question, and no one's; their titles alone are sought.
WHOLE_LISTS = frozenset(("references", "acronyms"))
# What parts the words of a block from the next ones, until it is known what these are: a block, and a head.
STOP, COLON = "\x1e", "\x1f"
BETWEEN = " · "  # names, where several stand in one
ENDED = regex(rf"([{STOP}{COLON}])(?=\s*(\S?))")
KINDS = ("concept", "case", "chapter")  # each a kind of result; all else is a page


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading, in words; the first of a page has no anchor and is headed by its title."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page as it is indexed. `names` are what it is called beside its title, `others` what it is called in
    the other language, `about` where it stands and the words of its address, `asked` what people who mean it
    ask for: words and phrases; `taught` are words of questions that it answers; `also` is what is asked for
    where its texts have other words.
    """

    address: str
    language: str
    kind: str
    title: str
    names: tuple[str, ...]
    others: tuple[str, ...]
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    asked: tuple[str, ...] = ()
    taught: tuple[str, ...] = ()
    also: Pairs = ()

    def html(self) -> str:
        """The page for the index alone: Pagefind reads HTML (https://pagefind.app/docs/indexing/)."""
        metas = "".join(
            f'<meta data-pagefind-meta="{key}[content]" content="{words}">'
            for key, words in self._metas()
            if words
        )
        return (
            f'<!doctype html><html lang="{self.language}"><meta charset="utf-8">{metas}'
            f"<body data-pagefind-body>{''.join(self._parts())}</body></html>"
        )

    def _metas(self) -> Iterator[tuple[str, str]]:
        """What the page is called and asked for by. A word that it is asked for by counts among others; a
        phrase where it is all that is asked, and its words for little elsewhere: towns do not mean the page
        of *partner towns*.
        """
        phrases = tuple(one for one in self.asked if not one.isalnum())
        exact = dict.fromkeys(map(_in_one, (self.title, *self.names, *self.others, *phrases)))
        called = {"title": (self.title,), "names": self.names, "others": self.others, "about": self.about}
        for key, names in (*called.items(), ("exact", exact)):
            yield key, self._escaped(BETWEEN.join(names))
        words = filter(str.isalnum, self.asked)
        for key, asked in (("asked", words), ("phrases", phrases), ("taught", self.taught)):
            yield key, html.escape(BETWEEN.join(asked))  # without what else is asked where these words stand

    def _parts(self) -> Iterator[str]:
        for section in self.sections:
            if section.anchor:
                yield f'<h2 id="{html.escape(section.anchor)}">{self._escaped(section.title)}</h2>'
            yield f"<p>{self._escaped(section.text)}</p>"

    def _escaped(self, words: str) -> str:
        return html.escape(sought(words, self.language, self.also))


def is_searched(page: Page) -> bool:
    """Whether a page is one that can answer."""
    if page.key[0] != "index":
        return True
    set_, listed, _ = page.id.partition("/")  # "stage/observed" is a list; "outcomes" alone, the table of all
    return page.id not in NOT_SEARCHED and not (listed and set_ in SETS_NOT_SEARCHED)


def search_page(
    page: Page, document: Document, library: Library, citation: Words, figure: Parts, also: Pairs = ()
) -> SearchPage:
    """What the search knows of a page; `also` is what is asked in the words of this project."""
    concept = library.concepts.get(page.id) if page.kind == "concept" else None
    return SearchPage(
        page.address,
        page.language,
        page.kind if page.kind in KINDS else "page",
        typeset(page.title, page.spoken),
        _names(concept, page.language, library) if concept else _called(page, library),
        _others(concept, page.language) if concept else (),
        (page.eyebrow or "", page.address.rstrip("/").rpartition("/")[2].replace("-", " ")),
        tuple(
            Section(anchor, _set((title,), page.spoken), _set(texts, page.spoken))
            for anchor, title, texts in _sections(page, document, citation, figure)
        ),
        page_asked(page.key, page.language),
        taught(page.key, page.language),
        also,
    )


def _set(texts: Iterable[str], language: str) -> str:
    """Texts as one, with plain spaces between and their type set. A passage shows blocks in one line: what
    ended without a stop of its own gets one, or a point where the next does not begin a sentence.
    """
    colon = " :" if language == "fr" else ":"
    text = ENDED.sub(
        lambda found: colon if found[1] == COLON and found[2] else _stop(found[2]), " ".join(texts)
    )
    return typeset(" ".join(text.split()), language)


def _stop(begins: str) -> str:
    return " ·" if begins.islower() else "."


def _in_one(name: str) -> str:
    """A name as one word: who asks for it by all of its words, in their order, means its page."""
    return "".join(filter(str.isalnum, without_elisions(name.translate(LIGATURES)))).lower()


def _names(concept: Concept, language: str, library: Library) -> tuple[str, ...]:
    """What a concept is called in a language beside its label: synonyms, forms, acronyms."""
    terms = concept.terms.get(language)
    forms = (*terms.synonyms, *terms.forms, *terms.manual) if terms else ()
    acronyms = (acronym.id for acronym in library.acronyms.values() if acronym.concept == concept.id)
    return tuple(dict.fromkeys((*forms, *acronyms)))


def _called(page: Page, library: Library) -> tuple[str, ...]:
    """What a page that is no concept's is called beside its title: the list of acronyms, each of them."""
    return tuple(library.acronyms) if page.key == ("index", "acronyms") else ()


def _others(concept: Concept, language: str) -> tuple[str, ...]:
    """What a concept is called in the other language, its label first."""
    terms = [concept.terms[other] for other in LANGUAGES if other != language and other in concept.terms]
    forms = (form for one in terms for form in (one.preferred, *one.synonyms, *one.forms, *one.manual))
    return tuple(dict.fromkeys(forms))


def _sections(
    page: Page, document: Document, citation: Words, figure: Parts
) -> list[tuple[str, str, list[str]]]:
    """(anchor, title, texts) of each section; an entry of a list that has an anchor is one too."""
    sections: list[tuple[str, str, list[str]]] = [("", page.title, [page.lead or ""])]
    if page.kind == "index" and page.id not in WHOLE_LISTS:
        return sections
    for block in document.blocks:
        if isinstance(block, tree.Heading):
            sections.append((block.anchor, _words(walking.children(block), citation, figure), []))
        elif isinstance(block, tree.Entries) and all(entry.anchor for entry in block.entries):
            for entry in block.entries:
                said = (part for blocks in entry.definitions for part in blocks)
                term = _words(entry.term, citation, figure)
                sections.append((entry.anchor, term, [_words(said, citation, figure)]))
        else:
            sections[-1][2].append(_words((block,), citation, figure))
    for note in document.notes:
        sections[-1][2].append(_words(note.blocks, citation, figure))
    return sections


def _words(nodes: Iterable[Node], citation: Words, figure: Parts) -> str:
    out: list[str] = []
    _gather(nodes, citation, figure, out)
    return "".join(out)


def _gather(nodes: Iterable[Node], citation: Words, figure: Parts, out: list[str]) -> None:
    """Add the words of nodes, each block ended; without what stands for pictures and calls notes."""
    for node in nodes:
        kind = type(node)
        if kind in WORDS:
            out.append(node.words)  # type: ignore[union-attr]  # as each of these has
        elif isinstance(node, Citation):
            out.append(citation(node))
        elif isinstance(node, tree.Figure):
            _gather(figure(node), citation, figure, out)
        elif heads := HEADED.get(kind):
            head, body = heads(node)
            _gather(head, citation, figure, out)
            out.append(_end(out[-1] if out else "", COLON))
            _gather(body, citation, figure, out)
        elif held := HELD.get(kind):
            _gather(held(node), citation, figure, out)
        else:
            _gather(walking.children(node), citation, figure, out)
        if kind in walking.WRITTEN:
            out.append(_end(out[-1] if out else ""))
        elif kind is inlines.Break:
            out.append(" ")


def _end(words: str, mark: str = STOP) -> str:
    """What parts words that end so from the next ones: they may have a stop of their own."""
    ends = words[-1:].isalnum() or words.endswith((")", "]", "»", "”", "%", "€"))
    return f"{mark} " if ends else " "


WORDS = frozenset((inlines.Text, inlines.Code, tree.CodeBlock))
# What some nodes hold, as blocks where its parts stand apart.
HELD: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    tree.Row: lambda node: tuple(map(tree.Line, node.cells)),
    tree.Question: lambda node: tuple(map(tree.Line, (node.content, *node.options))),
}
# What has a head: that, and what is said below it.
HEADED: dict[type, Callable[[Any], tuple[Iterable[Node], Iterable[Node]]]] = {
    tree.Box: lambda node: (node.title, node.blocks),
    tree.Details: lambda node: ((inlines.Text(node.summary),), node.blocks),
    tree.Entry: lambda node: (node.term, (block for blocks in node.definitions for block in blocks)),
}
