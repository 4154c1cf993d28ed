"""Edition -> documents to print: which texts each holds, its glossary, index and sources."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence

from vademecum.language.collation import slug, sort_key
from vademecum.language.typography import typeset
from vademecum.language.words import said_in, words
from vademecum.pages.edition import Edition
from vademecum.pages.page import Page
from vademecum.pages.uses import first_uses
from vademecum.print.documents import Book, Chapter, Document, Handout, Section, Text
from vademecum.print.paper import Block
from vademecum.print.parts import Parts

BOOK = "vade-mecum.pdf"
# What the documents of two index pages hold, and the texts that one may have: the press keeps a whole document in memory, some 6 MB a text.
HELD = {"lexicon": ("concept",), "handbook": ("chapter", "concept", "case")}
MOST = 300


def held(edition: Edition, page: Page) -> list[Page]:
    """The texts of the document that an index page is printed as."""
    kinds = HELD.get(page.id, ()) if page.kind == "index" else ()
    return [one for one in edition.pages if one.kind in kinds]


def file_of(edition: Edition, page: Page) -> str:
    """The document that a page is printed as, below pdf/<language>/; "" for a page that has none."""
    if page.kind in ("chapter", "case") or 0 < len(held(edition, page)) <= MOST:
        return BOOK if page.id == "handbook" and page.kind == "index" else page.address.rstrip("/") + ".pdf"
    return ""


def makers(edition: Edition) -> dict[str, Callable[[], Document]]:
    """Every document of one language, by its file: a chapter and a case each, the lexicon, the book, the booklets."""
    found: dict[str, Callable[[], Document]] = {}
    for page in edition.pages:
        if page.kind in ("chapter", "case"):
            found[file_of(edition, page)] = functools.partial(
                chapter if page.kind == "chapter" else handout, edition, page
            )
        elif file := file_of(edition, page):
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
    parts = Parts(edition, page.spoken, [page], used)
    text, glossary = parts.text(page), parts.glossary(used)
    return Chapter(
        **parts.common("chapter", file_of(edition, page), page.title, [page]), text=text, glossary=glossary
    )


def handout(edition: Edition, page: Page) -> Handout:
    """A case as a handout; its terms stay plain, for want of room for a glossary. A case without questions gets those that any case raises."""
    parts = Parts(edition, page.spoken, [page], ())
    text = parts.text(page)
    facts = [block for block in text.blocks if block.get("kind") == "facts"]
    at = next((number for number, block in enumerate(text.blocks) if block.get("kind") == "questions"), 0)
    questions = text.blocks[at - 1 : at + 1] if at else _asked(page)
    own = [block for block in text.blocks if block not in (*facts, *questions)]
    text = Text(text.kind, text.key, text.language, text.head, own)
    common = parts.common("case", file_of(edition, page), page.title, [page])
    return Handout(**common, text=text, facts=facts, questions=questions, source=page.source or "")


def _asked(page: Page) -> list[Block]:
    """The questions that any case raises, under their heading."""
    said = words(page.spoken)
    asked = [typeset(question, page.spoken) for question in said["print"]["case_questions"].values()]
    items = [{"body": [{"block": "paragraph", "text": [question]}]} for question in asked]
    return [
        {"block": "heading", "level": 2, "text": [said["case"]["questions"]], "id": f"case:{page.id}#asked"},
        {
            "block": "box",
            "kind": "questions",
            "shades": [],
            "title": [],
            "body": [{"block": "numbers", "start": 1, "items": items}],
        },
    ]


def lexicon(edition: Edition) -> Book:
    """All concepts from A to Z."""
    page = next(page for page in edition.pages if (page.kind, page.id) == ("index", "lexicon"))
    concepts = _concepts(edition)
    parts = Parts(edition, edition.language, concepts, [concept.id for concept in concepts])
    texts = tuple(map(parts.text, concepts))
    common = parts.common("book", file_of(edition, page), page.title, concepts)
    return Book(
        **common,
        cover=parts.head(page),
        line="",
        sections=(Section("", texts),),
        glossary=(),
        acronyms=(),
        index=parts.index(),
    )


def book(edition: Edition) -> Book:
    """The whole of one language: the handbook by part, the lexicon, the cases, acronyms."""
    said = edition.words
    cases = sorted(
        (page for page in edition.pages if page.kind == "case"), key=lambda page: sort_key(page.title)
    )
    titled = [
        *_parts(edition),
        (said["indexes"]["lexicon"], _concepts(edition)),
        (said["indexes"]["cases"], cases),
    ]
    every = [page for _, pages in titled for page in pages]
    parts = Parts(edition, edition.language, every, [page.id for page in every if page.kind == "concept"])
    sections = tuple(
        Section(edition.set(title), tuple(map(parts.text, pages))) for title, pages in titled if pages
    )
    common = parts.common("book", BOOK, said["site"]["title"], every)
    cover = parts.head(edition.pages[0], title=said["site"]["title"], lead=said["site"]["tagline"])
    line = edition.set(said["print"]["book_line"])
    return Book(
        **common,
        cover=cover,
        line=line,
        sections=sections,
        glossary=(),
        acronyms=parts.acronyms(),
        index=parts.index(),
    )


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
    used = [
        id_
        for id_ in _used(edition, pages)
        if ("concept", id_) not in {(page.kind, page.id) for page in pages}
    ]
    parts = Parts(
        edition, edition.language, pages, [*used, *(page.id for page in pages if page.kind == "concept")]
    )
    texts, glossary = tuple(map(parts.text, pages)), parts.glossary(used)
    common = parts.common("book", file, title, pages)
    cover = parts.head(edition.pages[0], title=title, lead=edition.words["site"]["tagline"])
    return Book(
        **common,
        cover=cover,
        line=edition.set(line),
        sections=(Section("", texts),),
        glossary=glossary,
        acronyms=(),
        index=parts.index(),
    )


def _concepts(edition: Edition) -> list[Page]:
    return sorted(
        (page for page in edition.pages if page.kind == "concept"), key=lambda page: sort_key(page.title)
    )


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
