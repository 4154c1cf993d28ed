"""Pages on the site as a whole: all of its pages, section by section; and what is new in it (news.py)."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import inlines, tree
from vademecum.document.tree import Block
from vademecum.language.collation import sort_key
from vademecum.language.words import said_in
from vademecum.pages.common.bearings import SECTIONS
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page, PageText
from vademecum.pages.common.text_builder import (
    TextBuilder,
    heading,
    items,
    to_concept,
    to_entry,
)
from vademecum.pages.handbook import news
from vademecum.pages.handbook.chapters import by_part, chapter_cards, spoken_in
from vademecum.pages.handbook.entry_cards import case_cards

# -- the plan of the site
# ---------------------------------------------------------------------------------------------------------


def _plan(library: LanguageLibrary) -> Iterator[Block]:
    """Every page by its title, as lists of lists."""
    entries, said = library.library, library.words
    for id_ in SECTIONS:
        if not library.addresses.has("index", id_):
            continue
        yield heading(said["indexes"][id_])
        yield tree.Paragraph((to_entry("index", id_, said["leads"][id_]),))
        if id_ == "handbook":
            for part, cards in by_part(chapter_cards(library)).items():
                yield heading(part, level=3)
                yield items((card.link(card.lang),) for card in cards)
        elif id_ == "lexicon":
            concepts = sorted(
                entries.concepts.values(), key=lambda one: (sort_key(one.label(library.language)), one.id)
            )
            yield items((to_concept(concept, library.language),) for concept in concepts)
        elif id_ == "cases":
            yield items((card.link(card.lang),) for card in case_cards(library))
        else:
            titles = {one: said_in(tool.title, library.language) for one, tool in entries.tools.items()}
            yield items(
                (to_entry("tool", one, title, lang if lang != library.language else ""),)
                for one, (title, lang) in titles.items()
            )
    yield heading(said["plan"]["others"])
    yield items(_others(library))


def _others(library: LanguageLibrary) -> Iterator[tuple[inlines.Link]]:
    """The pages that belong to no section."""
    within = {*SECTIONS, "home", "plan"}
    for kind, id_ in library.addresses.by_key:
        if kind == "index" and id_ not in within and id_ in library.words["indexes"]:
            yield (to_entry("index", id_, library.words["indexes"][id_]),)
    for id_, text in library.library.pages.items():
        if id_ != "index":
            spoken = spoken_in(text, library.language)
            lang = spoken if spoken != library.language else ""
            yield (to_entry("page", id_, text.meta[spoken].title, lang),)


WRITERS = {"plan": _plan, "news": news.listed}


def write(page: Page, library: LanguageLibrary) -> PageText:
    """The text of one of these pages."""
    return TextBuilder(library, library.language).text(WRITERS[page.id](library))
