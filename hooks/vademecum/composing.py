"""Edition -> documents to print: which texts each holds, its glossary, index and sources."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

import segno

from . import blocks, references
from .addresses import absolute
from .documents import Acronym, Book, Chapter, Document, Entry, Handout, Head, Line, Section, Source, Text
from .edition import Edition
from .i18n import initial, long_date, said_in, slug, sort_key, typeset, words
from .model import LANGUAGES
from .reading import SCHEME, first_uses
from .scene import Page
from .writers.paper import Block, Paper, Target

BOOK = "vade-mecum.pdf"


def file_of(page: Page) -> str:
    """The document that a page is printed as, below pdf/<language>/; "" for a page that has none."""
    if page.kind in ("chapter", "case") or (page.kind, page.id) == ("index", "lexicon"):
        return page.address.rstrip("/") + ".pdf"
    return BOOK if (page.kind, page.id) == ("index", "handbook") else ""


def makers(edition: Edition) -> dict[str, Callable[[], Document]]:
    """Every document of one language, by its file: a chapter and a case each, the lexicon, the book, the booklets."""
    found: dict[str, Callable[[], Document]] = {}
    for page in edition.pages:
        if page.kind in ("chapter", "case"):
            found[file_of(page)] = functools.partial(chapter if page.kind == "chapter" else handout, edition, page)
        elif file := file_of(page):
            found[file] = functools.partial(lexicon if page.id == "lexicon" else book, edition)
    for id_ in edition.library.booklets:
        found[booklet_file(edition, id_)] = functools.partial(configured, edition, id_)
    return found


def documents(edition: Edition) -> Iterator[Document]:
    """Every document of one language, made one by one."""
    return (make() for make in makers(edition).values())


def named(edition: Edition, file: str) -> Document | None:
    """The document of this file; none where there is none."""
    make = makers(edition).get(file)
    return make() if make else None


def chapter(edition: Edition, page: Page) -> Chapter:
    """A chapter by itself, in the language that it is written in."""
    used = _used(edition, [page])
    press = _Composer(edition, page.spoken, [page], used)
    text, glossary = press.text(page), press.glossary(used)
    return Chapter(**press.common("chapter", file_of(page), page.title, [page]), text=text, glossary=glossary)


def handout(edition: Edition, page: Page) -> Handout:
    """A case as a handout; its terms stay plain, for want of room for a glossary. A case without questions gets those that any case raises."""
    press = _Composer(edition, page.spoken, [page], ())
    text = press.text(page)
    facts = [block for block in text.blocks if block.get("kind") == "facts"]
    at = next((number for number, block in enumerate(text.blocks) if block.get("kind") == "questions"), 0)
    questions = text.blocks[at - 1 : at + 1] if at else _asked(page)
    own = [block for block in text.blocks if block not in (*facts, *questions)]
    text = Text(text.kind, text.key, text.language, text.head, own)
    return Handout(**press.common("case", file_of(page), page.title, [page]), text=text, facts=facts, questions=questions, source=page.source or "")


def _asked(page: Page) -> list[Block]:
    """The questions that any case raises, under their heading."""
    said = words(page.spoken)
    asked = [typeset(question, page.spoken) for question in said["print"]["case_questions"].values()]
    items = [{"body": [{"block": "paragraph", "text": [question]}]} for question in asked]
    return [
        {"block": "heading", "level": 2, "text": [said["case"]["questions"]], "id": f"case:{page.id}#asked"},
        {"block": "box", "kind": "questions", "shades": [], "title": [], "body": [{"block": "numbers", "start": 1, "items": items}]},
    ]


def lexicon(edition: Edition) -> Book:
    """All concepts from A to Z."""
    page = next(page for page in edition.pages if (page.kind, page.id) == ("index", "lexicon"))
    concepts = _concepts(edition)
    press = _Composer(edition, edition.language, concepts, [concept.id for concept in concepts])
    texts = tuple(map(press.text, concepts))
    common = press.common("book", file_of(page), page.title, concepts)
    return Book(**common, cover=press.head(page), line="", sections=(Section("", texts),), glossary=(), acronyms=(), index=press.index())


def book(edition: Edition) -> Book:
    """The whole of one language: the handbook by part, the lexicon, the cases, acronyms."""
    said = edition.words
    cases = sorted((page for page in edition.pages if page.kind == "case"), key=lambda page: sort_key(page.title))
    parts = [*_parts(edition), (said["indexes"]["lexicon"], _concepts(edition)), (said["indexes"]["cases"], cases)]
    every = [page for _, pages in parts for page in pages]
    press = _Composer(edition, edition.language, every, [page.id for page in every if page.kind == "concept"])
    sections = tuple(Section(edition.set(title), tuple(map(press.text, pages))) for title, pages in parts if pages)
    common = press.common("book", BOOK, said["site"]["title"], every)
    cover = press.head(edition.pages[0], title=said["site"]["title"], lead=said["site"]["tagline"])
    line = edition.set(said["print"]["book_line"])
    return Book(**common, cover=cover, line=line, sections=sections, glossary=(), acronyms=press.acronyms(), index=press.index())


def booklet_file(edition: Edition, id_: str) -> str:
    """A configured booklet's file, named after its title."""
    title, _ = said_in(edition.library.booklets[id_].title, edition.language)
    return f"{slug(edition.words['print']['booklets'])}/{slug(title)}.pdf"


def configured(edition: Edition, id_: str) -> Book:
    """A booklet that docs/booklets.yml names."""
    made = edition.library.booklets[id_]
    title, line = (said_in(words, edition.language)[0] if words else "" for words in (made.title, made.line))
    return booklet(edition, booklet_file(edition, id_), title, line, made.keys())


def chosen(edition: Edition, keys: Sequence[tuple[str, str]], file: str) -> Document:
    """What was asked for: a chapter or a case alone as it is, anything else as a booklet."""
    pages = {(page.kind, page.id): page for page in edition.pages}
    if len(keys) == 1 and keys[0][0] in ("chapter", "case"):
        return (chapter if keys[0][0] == "chapter" else handout)(edition, pages[keys[0]])
    title = pages[keys[0]].title if len(keys) == 1 else edition.words["print"]["selection"]
    return booklet(edition, file, title, edition.words["site"]["title"], keys)


def booklet(edition: Edition, file: str, title: str, line: str, keys: Iterable[tuple[str, str]]) -> Book:
    """The chapters, concepts and cases of `keys`, in their order."""
    found = {(page.kind, page.id): page for page in edition.pages}
    pages = [found[key] for key in keys]
    used = [id_ for id_ in _used(edition, pages) if ("concept", id_) not in {(page.kind, page.id) for page in pages}]
    press = _Composer(edition, edition.language, pages, [*used, *(page.id for page in pages if page.kind == "concept")])
    texts, glossary = tuple(map(press.text, pages)), press.glossary(used)
    common = press.common("book", file, title, pages)
    cover = press.head(edition.pages[0], title=title, lead=edition.words["site"]["tagline"])
    return Book(**common, cover=cover, line=edition.set(line), sections=(Section("", texts),), glossary=glossary, acronyms=(), index=press.index())


def _concepts(edition: Edition) -> list[Page]:
    return sorted((page for page in edition.pages if page.kind == "concept"), key=lambda page: sort_key(page.title))


def _parts(edition: Edition) -> list[tuple[str, list[Page]]]:
    """The handbook's chapters by part, in reading order."""
    parts: dict[str, list[Page]] = {}
    for page in edition.pages:
        if page.kind == "chapter":
            part = edition.library.chapters[page.id].meta[page.spoken].part
            parts.setdefault(edition.library.label("parts", part, edition.language), []).append(page)
    return list(parts.items())


def _used(edition: Edition, pages: Iterable[Page]) -> list[str]:
    return list(dict.fromkeys(id_ for page in pages for id_ in first_uses(edition.reading(page))))


@functools.lru_cache(maxsize=4096)
def code(address: str) -> str:
    """An address as a QR code, in SVG."""
    return segno.make(address, error="m").svg_inline(border=0, dark="#17233b")


class _Composer:
    """Makes the parts of one document, and knows what stands in it, so that links lead there."""

    def __init__(self, edition: Edition, language: str, pages: list[Page], terms: Iterable[str]) -> None:
        self.edition, self.language, self.library = edition, language, edition.library
        self.texts = {f"{page.kind}:{page.id}": page for page in pages}
        self.terms = set(terms)
        self.cited: dict[str, None] = {}
        self.pictures: dict[str, None] = {}

    # -- parts --------------------------------------------------------------------------------------------------------

    def common(self, template: str, file: str, title: str, pages: list[Page]) -> dict[str, Any]:
        """What every document has; called last, when it is known what is cited."""
        dates = [date for page in pages if (date := self.edition.setting.dates.get(page.source or ""))]
        return {
            "template": template, "file": file, "language": self.language, "title": typeset(title, self.language),
            "date": max(dates).isoformat() if dates else "", "words": _set(words(self.language)["print"], self.language),
            "pictures": tuple(self.pictures), "sources": self.sources(),
        }

    def head(self, page: Page, title: str = "", lead: str = "") -> Head:
        address = self.edition.setting.site + absolute(page.address, page.language)
        date = self.edition.setting.dates.get(page.source or "")
        updated = long_date(date, self.language) if date else ""
        said = (title or page.title, page.eyebrow or "", lead or page.lead or "", page.audience or "", updated)
        named, eyebrow, summary, audience, changed = (typeset(text, page.spoken) for text in said)
        return Head(named, eyebrow, summary, audience, changed, address, code(address))

    def text(self, page: Page) -> Text:
        """A page's text, without the list of its sources: the document has one for all."""
        reading = self.edition.reading(page)
        return Text(page.kind, f"{page.kind}:{page.id}", page.spoken, self.head(page), self.blocks(page, _own(reading.tree)))

    def blocks(self, page: Page, elements: Iterable[Element], key: str = "") -> list[Block]:
        paper = Paper(key or f"{page.kind}:{page.id}", page.spoken, lambda link: self.target(link, page), lambda src: self.picture(src, page))
        made = paper.blocks(elements)
        self.cited |= paper.cited
        return made

    def glossary(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Each term with the definition that the handbook works with."""
        return tuple(sorted(map(self.entry, ids), key=lambda entry: sort_key(entry.label)))

    def entry(self, id_: str) -> Entry:
        concept = self.library.concepts[id_]
        page = next(page for page in self.edition.pages if (page.kind, page.id) == ("concept", id_))
        voices = [box for box in self.edition.reading(page).tree.iter("div") if "definition" in box.get("class", "").split()]
        voice = next((box for box in voices if "retained" in box.get("class", "").split()), voices[0])
        said = [child for child in voice if child.get("class") != "admonition-title"]
        named = concept.named_in(self.language)
        other = next((language for language in LANGUAGES if language != named and language in concept.terms), "")
        made = self.blocks(page, said, f"gloss:{id_}")
        blocks = [{"block": "lang", "lang": page.spoken, "body": made}] if page.spoken != self.language else made
        label, equivalent = typeset(concept.label(self.language), named), concept.terms[other].preferred if other else ""
        return Entry(f"concept:{id_}", label, named, equivalent, other, blocks)

    def sources(self) -> tuple[Source, ...]:
        """Everything cited, once, by author and date."""
        listed = sorted(self.cited, key=lambda id_: sort_key(references.label(self.library.references[id_], self.language)))
        return tuple(Source(f"source:{id_}", self.source(id_)) for id_ in listed)

    def source(self, id_: str) -> list[Any]:
        tree = blocks.parse(references.entry(self.library.references[id_], self.language)).tree
        made = Paper(f"source:{id_}", self.language, lambda link: Target("bare", "", link.get("href", "")), str).blocks(tree)
        return list(made[0]["text"])

    def index(self) -> tuple[Line, ...]:
        """Every term that stands in the document, and the synonyms that send the reader to it."""
        lines = []
        for id_ in self.terms:
            concept = self.library.concepts[id_]
            named = concept.named_in(self.language)
            label = concept.label(self.language)
            lines.append(Line(initial(label), typeset(label, named), named, f"concept:{id_}"))
            for other in concept.terms[named].synonyms if named == self.language else ():
                lines.append(Line(initial(other), typeset(other, named), named, f"concept:{id_}", typeset(label, named)))
        return tuple(sorted(lines, key=lambda line: (sort_key(line.label), line.key)))

    def acronyms(self) -> tuple[Acronym, ...]:
        listed = sorted(self.library.acronyms.values(), key=lambda acronym: sort_key(acronym.id))
        return tuple(Acronym(a.id, typeset(getattr(a, self.language) or a.fr or a.en or "", self.language)) for a in listed)

    # -- links --------------------------------------------------------------------------------------------------------

    def target(self, link: Element, page: Page) -> Target:
        """Where a link of a page leads in this document, or on the web."""
        href = link.get("href", "")
        if link.get("class") == "citation":
            return Target("citation", "source:" + href.removeprefix("#source-"))
        if id_ := link.get("data-term"):
            kind = "term" if link.get("class") == "term" else "concept"
            return Target(kind, f"concept:{id_}" if id_ in self.terms else "")
        if href.startswith("#"):
            return Target("place", f"{page.kind}:{page.id}{href}")
        if SCHEME.match(href):
            return Target("outside", "", href)
        return self.place(href, page)

    def place(self, href: str, page: Page) -> Target:
        """A link to another page of the site."""
        path, _, anchor = href.partition("#")
        address = posixpath.normpath(posixpath.join(page.address, path)).removeprefix(".")
        other = self.edition.by_address[f"{address}/" if address else ""]
        key = f"{other.kind}:{other.id}"
        if key in self.texts:
            known = anchor and anchor in self.edition.reading(other).anchors
            return Target(other.kind, f"{key}#{anchor}" if known else key)
        return Target(other.kind, "", self.edition.setting.site + absolute(other.address, self.edition.language) + (f"#{anchor}" if anchor else ""))

    def picture(self, src: str, page: Page) -> str:
        path = "docs/" + posixpath.normpath(posixpath.join(page.address, src))
        self.pictures[path] = None
        return path


def _own(tree: Element) -> list[Element]:
    """A page's own elements: without the list of sources that its reading adds."""
    children = list(tree)
    at = next((number for number, child in enumerate(children) if child.tag == "h2" and child.get("id") == "sources"), len(children))
    return children[:at] + [child for child in children[at:] if child.get("class") == "footnote"]


def _set(said: dict[str, Any], language: str) -> dict[str, Any]:
    return {key: typeset(text, language) if isinstance(text, str) else text for key, text in said.items()}
