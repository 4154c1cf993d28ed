"""Library -> the site's pages: what stands where, and what each page is made of.

`plan` lists the pages of one language without writing any; `write` gives one page's blocks, made of facts
and of parsed fields. Links hold what they lead to: a writer makes the address. Where a concept is used,
the sources of a page and its glossary need other pages' texts, and are not here; anchors, numbers, the
order of notes come from `document.assembly`.
"""

from __future__ import annotations

from vademecum.document.tree import Blocks
from vademecum.language.words import words
from vademecum.model import Chapter
from vademecum.pages.cases import cases
from vademecum.pages.common.addresses import OF_CASES, has_index
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page, PageText
from vademecum.pages.common.text_builder import TextBuilder, box, items, plain, tight
from vademecum.pages.handbook import indexes, overviews
from vademecum.pages.handbook.chapters import chapter_order, spoken_in
from vademecum.pages.handbook.forms import FORMS
from vademecum.pages.handbook.indexes import index
from vademecum.pages.lexicon import concepts
from vademecum.pages.tools import tools
from vademecum.sources.library import Article
from vademecum.sources.text.source_file import SourceFile


def plan(library: LanguageLibrary) -> list[Page]:
    """Every page of one language, in the order of the site: home, handbook, lexicon, cases, tools, rest."""
    entries = library.library
    chapters = sorted(
        (_chapter(text, library) for text in entries.chapters.values()),
        key=lambda page: (page.order, page.id),
    )
    return [
        index("home", library),
        index("handbook", library),
        *chapters,
        index("lexicon", library),
        index("domains", library),
        *([index("lexicon-map", library)] if has_index("lexicon-map", entries) else []),
        *(concepts.page(concept, library) for concept in entries.concepts.values()),
        index("cases", library),
        *(index(id_, library) for id_ in OF_CASES if entries.cases),
        *(cases.page(case, library) for case in entries.cases.values()),
        *(index(id_, library) for id_ in library.addresses.selections),
        *([index("tools", library), *tools.pages(library)] if entries.tools else []),
        index("data", library),
        index("references", library),
        index("acronyms", library),
        index("status", library),
        *(index(id_, library) for id_ in FORMS),
        *(index(id_, library) for id_ in ("news", "plan", "search")),
        *(_plain(text, library) for id_, text in entries.pages.items() if id_ != "index"),
    ]


def write(page: Page, library: LanguageLibrary) -> PageText:
    """One page's text, kept on the library's cache until something that it shows is another."""
    if page.kind == "index" and page.id in overviews.WRITERS:
        return overviews.write(page, library)
    if page.kind in ("home", "index"):
        return indexes.write(page, library)
    entries = library.library
    key = ("text", page.language, page.kind, page.id)
    if page.kind == "concept":
        concept = entries.concepts[page.id]
        parts = (page, *_shown_by_concept(page.id, library))
        return library.cache.made(key, parts, lambda: concepts.write(concept, page, library))
    if page.kind == "case":
        case = entries.cases[page.id]
        parts = (page, *_shown_by_case(page.id, library))
        return library.cache.made(key, parts, lambda: cases.write(case, page, library))
    if page.kind == "tool":
        tool = entries.tools[page.id]
        parts = (page, entries.documents[tool.path()], tools.shown_by(tool, library))
        return library.cache.made(key, parts, lambda: tools.write(tool, page, library))
    if page.kind == "chapter":
        chapter = entries.chapters[page.id]
        file, meta = chapter.documents[page.spoken], chapter.meta[page.spoken]
        return library.cache.made(key, (page, file), lambda: _write_chapter(page, meta, file, library))
    file = entries.pages[page.id].documents[page.spoken]
    return library.cache.made(key, (page, file), lambda: _write_plain(page, file, library))


def _shown_by_concept(id_: str, library: LanguageLibrary) -> tuple[object, ...]:
    """What a concept's page is made from: whole files too, since its blocks know their lines."""
    entries = library.library
    known_there = (library.narrower, library.related, library.contrasts)
    neighbours = {
        *entries.concepts[id_].relations.broader,
        *(other for relation in known_there for other in relation.get(id_, ())),
    }
    contrasts = library.contrasts.get(id_, {})
    holders = {id_, *(holder for _, holder in contrasts.values())}
    return (
        [entries.documents.get(concepts.source(holder)) for holder in sorted(holders)],
        contrasts,
        [(other, entries.concepts[other].terms) for other in sorted(neighbours) if other in entries.concepts],
        library.narrower.get(id_),
        library.related.get(id_),
        entries.vocabularies.tags,
    )


def _shown_by_case(id_: str, library: LanguageLibrary) -> tuple[object, ...]:
    """What a case's page is made from."""
    entries = library.library
    case = entries.cases[id_]
    followed = [entries.concepts.get(concept) for concept in case.facts.concepts]
    return case.documents, entries.vocabularies, case.facts.reference_data in entries.references, followed


def _write_chapter(page: Page, meta: Chapter, file: SourceFile, library: LanguageLibrary) -> PageText:
    builder = TextBuilder(library, page.spoken)
    points = [
        tight(builder.markdown(file, ("key_points", number), point))
        for number, point in enumerate(meta.key_points)
    ]
    above: Blocks = ()
    if points:
        above = (box("key-points", [items(points)], plain(words(page.spoken)["chapter"]["key_points"])),)
    return builder.text((*above, *builder.markdown(file)))


def _write_plain(page: Page, file: SourceFile, library: LanguageLibrary) -> PageText:
    builder = TextBuilder(library, page.spoken)
    return builder.text(builder.markdown(file))


def _chapter(text: Article, library: LanguageLibrary) -> Page:
    spoken = spoken_in(text, library.language)
    meta, kind = text.meta[spoken], library.words["kinds"]["chapter"].lower()
    return Page(
        "chapter",
        text.id,
        library.language,
        spoken,
        meta.title,
        library.address("chapter", text.id),
        lead=meta.summary,
        audience=meta.audience,
        eyebrow=f"{library.label('parts', meta.part)} · {kind} {meta.order}",
        breadcrumb=library.crumbs("handbook"),
        source=text.documents[spoken].path,
        order=chapter_order(text, library),
    )


def _plain(text: Article, library: LanguageLibrary) -> Page:
    spoken = spoken_in(text, library.language)
    meta = text.meta[spoken]
    return Page(
        "page",
        text.id,
        library.language,
        spoken,
        meta.title,
        library.address("page", text.id),
        lead=meta.summary,
        breadcrumb=library.crumbs(),
        source=text.documents[spoken].path,
    )
