"""Library -> the site's pages: what stands where, and each page's text as Markdown.

`plan` lists the pages of one language without writing any; `write` gives one page's text, through templates that hold no logic of
their own. What comes out is plain Markdown (tables, notes, definition lists, `!!!` boxes), so that another engine could take it. Links
between entries stay `concept:id`, `case:id`, `chapter:id`; `reading` turns them into addresses. Nothing that needs the text of another
page is here: where a concept is used, the sources a page cites and its glossary come with the reading.
"""

from __future__ import annotations

from vademecum.pages import cases, concepts, indexes
from vademecum.pages.indexes import chapter_order, index, spoken_in
from vademecum.pages.scene import BODY, Page, Scene, Text, fill, render
from vademecum.sources.cache import Cache
from vademecum.sources.library import Text as Texts


def plan(scene: Scene) -> list[Page]:
    """Every page of one language, in the order of the site: home, handbook, lexicon, cases, the rest."""
    library = scene.library
    chapters = sorted(
        (_chapter(text, scene) for text in library.chapters.values()), key=lambda page: (page.order, page.id)
    )
    return [
        index("home", scene),
        index("handbook", scene),
        *chapters,
        index("lexicon", scene),
        index("domains", scene),
        *(concepts.page(concept, scene) for concept in library.concepts.values()),
        index("cases", scene),
        *(cases.page(case, scene) for case in library.cases.values()),
        index("references", scene),
        index("acronyms", scene),
        *(_plain(text, scene) for id_, text in library.pages.items() if id_ != "index"),
    ]


def write(page: Page, scene: Scene, cache: Cache) -> Text:
    """One page's text, kept on the cache until something that it shows is another."""
    library = scene.library
    parts: tuple[object, ...] = (page,)
    if page.kind == "concept":
        concept = library.concepts[page.id]
        known_there = (scene.narrower, scene.related, scene.contrasts)
        neighbours = {
            *concept.relations.broader,
            *(id_ for relation in known_there for id_ in relation.get(page.id, ())),
        }
        parts += (
            concept,
            scene.contrasts.get(page.id),
            [library.concepts[id_].terms for id_ in sorted(neighbours) if id_ in library.concepts],
        )
        return cache.made(
            ("text", page.language, page.kind, page.id), parts, lambda: concepts.write(concept, page, scene)
        )
    if page.kind == "case":
        case = library.cases[page.id]
        followed = [library.concepts.get(id_) for id_ in case.facts.concepts]
        parts += (
            case.facts,
            case.translations,
            case.documents[page.spoken],
            library.vocabularies,
            library.references,
            followed,
        )
        return cache.made(
            ("text", page.language, page.kind, page.id), parts, lambda: cases.write(case, page, scene)
        )
    if page.kind == "chapter":
        text = library.chapters[page.id]
        return fill(
            render("chapter.md.j2", page.spoken, key_points=text.meta[page.spoken].key_points),
            text.documents[page.spoken],
        )
    if page.kind == "page":
        return fill(BODY, library.pages[page.id].documents[page.spoken])
    return indexes.write(page, scene)


def _chapter(text: Texts, scene: Scene) -> Page:
    spoken = spoken_in(text, scene.language)
    meta = text.meta[spoken]
    return Page(
        "chapter",
        text.id,
        scene.language,
        spoken,
        meta.title,
        scene.address("chapter", text.id),
        lead=meta.summary,
        audience=meta.audience,
        eyebrow=f"{scene.label('parts', meta.part)} · {scene.words['kinds']['chapter'].lower()} {meta.order}",
        breadcrumb=scene.crumbs("handbook"),
        source=text.documents[spoken].path,
        order=chapter_order(text, scene),
    )


def _plain(text: Texts, scene: Scene) -> Page:
    spoken = spoken_in(text, scene.language)
    meta = text.meta[spoken]
    return Page(
        "page",
        text.id,
        scene.language,
        spoken,
        meta.title,
        scene.address("page", text.id),
        lead=meta.summary,
        breadcrumb=scene.crumbs(),
        source=text.documents[spoken].path,
    )
