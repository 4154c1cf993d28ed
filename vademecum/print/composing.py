"""Edition -> documents to print: which texts each holds, its glossary, index and sources."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence

from vademecum.document import tree
from vademecum.document.tree import Blocks
from vademecum.language.collation import slug, sort_key
from vademecum.language.typography import typeset
from vademecum.language.words import said_in, words
from vademecum.model.tools import Sheet
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition
from vademecum.print.data import Block
from vademecum.print.documents import (
    Book,
    Chapter,
    Handout,
    Map,
    PrintedDocument,
    PrintedText,
    Section,
    Tool,
)
from vademecum.print.parts import Parts

BOOK = "vade-mecum.pdf"
LONGEST_NAME = 100  # of a booklet's file: systems take 255 bytes
ALONE = ("chapter", "case", "tool")  # the kinds of page that are printed each as a document
DRAWN = ("map", "lexicon-map")  # the index pages that are
# What the documents of two index pages hold, and the texts that one may have: the press keeps a whole
# document in memory, some 6 MB a text.
HELD = {"lexicon": ("concept",), "handbook": ("chapter", "concept", "case")}
MOST = 300


def held(edition: Edition, page: Page) -> list[Page]:
    """The texts of the document that an index page is printed as."""
    kinds = HELD.get(page.id, ()) if page.kind == "index" else ()
    return [one for one in edition.pages if one.kind in kinds]


def file_of(edition: Edition, page: Page) -> str:
    """The document that a page is printed as, below pdf/<language>/; "" for a page that has none."""
    if _stands_alone(page) or 0 < len(held(edition, page)) <= MOST:
        return BOOK if page.id == "handbook" and page.kind == "index" else page.address.rstrip("/") + ".pdf"
    return ""


def _stands_alone(page: Page) -> bool:
    return page.kind in ALONE or (page.kind == "index" and page.id in DRAWN)


def makers(edition: Edition) -> dict[str, Callable[[], PrintedDocument]]:
    """Every document of one language, by its file: chapters, cases, tools, maps, lexicon, book, booklets."""
    found: dict[str, Callable[[], PrintedDocument]] = {}
    for page in edition.pages:
        if _stands_alone(page):
            found[file_of(edition, page)] = functools.partial(alone, edition, page)
        elif file := file_of(edition, page):
            found[file] = functools.partial(lexicon if page.id == "lexicon" else book, edition)
    for id_ in edition.library.booklets:
        found[booklet_file(edition, id_)] = functools.partial(configured, edition, id_)
    return found


def documents(edition: Edition) -> Iterator[PrintedDocument]:
    """Every document of one language, made one by one."""
    return (make() for make in makers(edition).values())


def named(edition: Edition, file: str) -> PrintedDocument | None:
    """The document of this file; none where there is none."""
    make = makers(edition).get(file)
    return make() if make else None


def alone(edition: Edition, page: Page) -> PrintedDocument:
    """A chapter, case, tool or map by itself."""
    make = {"chapter": chapter, "case": handout, "tool": tool, "index": map_of}[page.kind]
    return make(edition, page)


def tool(edition: Edition, page: Page) -> Tool:
    """A tool by itself; its terms stay plain, for want of room for a glossary. A session fits on a page."""
    parts = Parts(edition, page.spoken, [page])
    text = parts.text(page)
    common = parts.common("tool", file_of(edition, page), page.title, [page])
    return Tool(**common, text=text, fits=int(isinstance(edition.library.tools[page.id], Sheet)))


def map_of(edition: Edition, page: Page) -> Map:
    """A page that is drawn, by itself."""
    parts = Parts(edition, page.spoken, [page])
    text = parts.text(page)
    return Map(**parts.common("map", file_of(edition, page), page.title, [page]), text=text)


def chapter(edition: Edition, page: Page) -> Chapter:
    """A chapter by itself, in the language that it is written in."""
    used = _used(edition, [page])
    parts = Parts(edition, page.spoken, [page])
    text, glossary = parts.text(page), parts.glossary(used)
    return Chapter(
        **parts.common("chapter", file_of(edition, page), page.title, [page]), text=text, glossary=glossary
    )


def handout(edition: Edition, page: Page) -> Handout:
    """A case as a handout; its terms stay plain, for want of room for a glossary.

    A case without questions gets those that any case raises.
    """
    parts = Parts(edition, page.spoken, [page])
    facts, asked, rest = _divided(edition.linked(page).document.blocks)
    own, beside, questions = parts.flows(page, rest, facts, asked)
    text = parts.placed(page, own)
    common = parts.common("case", file_of(edition, page), page.title, [page])
    return Handout(
        **common, text=text, facts=beside, questions=questions or _asked(page), source=page.source or ""
    )


def _divided(blocks: Blocks) -> tuple[Blocks, Blocks, Blocks]:
    """A case's facts, its questions under their heading, and the rest of its text."""
    facts = tuple(block for block in blocks if _is_box(block, "facts"))
    at = next((number for number, block in enumerate(blocks) if _is_box(block, "questions")), None)
    if at is None:
        return facts, (), tuple(block for block in blocks if block not in facts)
    start = at - 1 if at and _is_box(blocks[at - 1], "older") else at
    start = start - 1 if start and isinstance(blocks[start - 1], tree.Heading) else start
    rest = (*blocks[:start], *blocks[at + 1 :])
    return facts, blocks[start : at + 1], tuple(block for block in rest if block not in facts)


def _is_box(block: tree.Block, kind: str) -> bool:
    return isinstance(block, tree.Box) and block.kind == kind


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


def _with_questions(parts: Parts, page: Page) -> PrintedText:
    """A text of a booklet: a case without questions gets those that its handout asks."""
    text = parts.text(page)
    own = any(block.get("kind") == "questions" for block in text.blocks)
    if page.kind != "case" or own:
        return text
    return dataclasses.replace(text, blocks=[*text.blocks, *_asked(page)])


def lexicon(edition: Edition) -> Book:
    """All concepts from A to Z."""
    page, concepts = edition.page("index", "lexicon"), _concepts(edition)
    parts = Parts(edition, edition.language, concepts)
    texts = tuple(map(parts.text, concepts))
    common = parts.common("book", file_of(edition, page), page.title, concepts)
    return Book(
        **common,
        cover=parts.cover(page),
        line="",
        sections=(Section("", texts),),
        glossary=(),
        index=parts.index(_ids(concepts)),
    )


def book(edition: Edition) -> Book:
    """The whole of one language: the handbook by part, the lexicon, the cases, all acronyms."""
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
    parts = Parts(edition, edition.language, every)
    sections = tuple(
        Section(_set(edition, title), tuple(map(parts.text, pages))) for title, pages in titled if pages
    )
    common = parts.common("book", BOOK, said["site"]["title"], every, edition.acronyms)
    cover = parts.cover(edition.pages[0], title=said["site"]["title"], lead=said["site"]["tagline"])
    line = _set(edition, said["print"]["book_line"])
    return Book(
        **common,
        cover=cover,
        line=line,
        sections=sections,
        glossary=(),
        index=parts.index(_ids(every)),
    )


def booklet_file(edition: Edition, id_: str) -> str:
    """A configured booklet's file, named after its title; after its id too where another has that name."""
    return f"{slug(edition.words['print']['booklets'])}/{_booklet_names(edition)[id_]}.pdf"


def _booklet_names(edition: Edition) -> dict[str, str]:
    names: dict[str, str] = {}
    for id_, made in edition.library.booklets.items():
        name = slug(said_in(made.title, edition.language)[0])[:LONGEST_NAME].strip("-")
        while name in names.values():
            name += f"-{id_}"
        names[id_] = name
    return names


def configured(edition: Edition, id_: str) -> Book:
    """A booklet that docs/booklets.yml names."""
    made = edition.library.booklets[id_]
    title, line = (said_in(words, edition.language)[0] if words else "" for words in (made.title, made.line))
    return booklet(edition, booklet_file(edition, id_), title, line, made.keys())


def chosen(edition: Edition, keys: Sequence[tuple[str, str]], file: str, title: str = "") -> PrintedDocument:
    """What was asked for: one text alone as it is; concepts, and what gets a title, as a booklet."""
    if len(keys) == 1 and keys[0][0] in ALONE and not title:
        return alone(edition, edition.page(*keys[0]))
    named = edition.page(*keys[0]).title if len(keys) == 1 else edition.words["print"]["selection"]
    return booklet(edition, file, title or named, edition.words["site"]["title"], keys)


def booklet(edition: Edition, file: str, title: str, line: str, keys: Iterable[tuple[str, str]]) -> Book:
    """The chapters, concepts, cases and tools of `keys`, in their order, each once."""
    pages = [edition.page(*key) for key in dict.fromkeys(keys)]
    used = [id_ for id_ in _used(edition, pages) if id_ not in _ids(pages)]
    parts = Parts(edition, edition.language, pages)
    texts = tuple(_with_questions(parts, page) for page in pages)
    glossary = parts.glossary(used)
    common = parts.common("book", file, title, pages)
    cover = parts.cover(edition.pages[0], title=title, lead=edition.words["site"]["tagline"])
    return Book(
        **common,
        cover=cover,
        line=_set(edition, line),
        sections=(Section("", texts),),
        glossary=glossary,
        index=parts.index([*used, *_ids(pages)]),
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
    """The concepts that pages use, in the order of their first uses."""
    return list(dict.fromkeys(id_ for page in pages for id_ in edition.linked(page).first_uses()))


def _ids(pages: Iterable[Page]) -> list[str]:
    """The concepts among pages."""
    return [page.id for page in pages if page.kind == "concept"]


def _set(edition: Edition, text: str) -> str:
    return typeset(text, edition.language)
