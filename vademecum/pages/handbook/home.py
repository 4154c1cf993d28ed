"""The home page: what the site is, a way in for each kind of reader, then chapters, terms and cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vademecum.document import tree
from vademecum.document.tree import Block, Blocks
from vademecum.model.tools import Sheet
from vademecum.pages.cases import case_lists
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page
from vademecum.pages.common.text_builder import (
    TextBuilder,
    box,
    heading,
    items,
    paragraph,
    plain,
    to_concept,
    to_entry,
)
from vademecum.pages.handbook import forms, openings
from vademecum.pages.handbook.chapters import by_part, chapter_cards, spoken_in
from vademecum.pages.handbook.entry_cards import Card
from vademecum.pages.lexicon.lexicon_lists import by_label, one_line

# What the home page has room for: the terms that are defined most often and the latest cases; lists have all.
TERMS_AT_HOME, CASES_AT_HOME = 12, 3
LAST = "9999"  # after every date: what goes on ends after all that has ended


def page(library: LanguageLibrary) -> Page:
    """The home page, without its text."""
    text = library.library.pages.get("index")
    spoken = spoken_in(text, library.language) if text else library.language
    site = library.words["site"]
    title, lead = (
        (text.meta[spoken].title, text.meta[spoken].summary) if text else (site["title"], site["tagline"])
    )
    source = text.documents[spoken].path if text else None
    styles = case_lists.STYLES if library.library.cases else ()
    return Page(
        "home",
        "home",
        library.language,
        spoken,
        title,
        "",
        lead=lead,
        source=source,
        links=False,
        styles=styles,
    )


def sections(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The text of the home page."""
    said = library.words["home"]
    if text := library.library.pages.get("index"):
        spoken = spoken_in(text, library.language)
        lang = spoken if spoken != library.language else ""
        # The box says the language of all that stands in it; a note stands outside and says its own.
        blocks = builder.markdown(text.documents[spoken])
        builder.mark_notes(lang)
        yield tree.Box("hero", blocks, lang=lang)
    yield from openings.dispute(builder, library)
    yield from openings.witness(builder, library)
    yield box("doors", _doors(library))
    if parts := by_part(chapter_cards(library)):
        yield heading(said["chapters"])
        yield box("doors", (_part_door(title, cards) for title, cards in parts.items()))
    yield heading(said["lexicon"])
    yield from _terms(library)
    if library.library.cases:
        yield heading(said["cases"])
        yield case_lists.case_list(_latest_cases(library), library, brief=True)
        yield _all("cases", said["every_case"], len(library.library.cases))


def _doors(library: LanguageLibrary) -> Iterator[Block]:
    """One way in for each kind of reader."""
    home, tools = library.words["home"], library.library.tools
    sheets = any(isinstance(tool, Sheet) for tool in tools.values())
    links = {
        "practitioner": [
            ("all_terms", "index", "lexicon", ""),
            ("all_domains", "index", "domains", ""),
            ("all_cases", "index", "cases", ""),
        ],
        "trainer": [
            *([("sheets", "index", "tools", "sheets")] if sheets else []),
            *([("all_tools", "index", "tools", "")] if tools else []),
            ("all_chapters", "index", "handbook", ""),
        ],
        "editor": [
            *((id_, "index", id_, "") for id_ in forms.FORMS),
            *([("contribute", "page", "contribute", "")] if "contribute" in library.library.pages else []),
        ],
    }
    for name, listed in links.items():
        ways = [(to_entry(kind, id_, home[key], anchor=at),) for key, kind, id_, at in listed]
        blocks: Blocks = (paragraph(home[f"{name}_text"]), *((items(ways),) if ways else ()))
        yield box("door", blocks, plain(home[name]))


def _part_door(title: str, cards: Iterable[Card]) -> Block:
    return box("door", [items((card.link(card.lang),) for card in cards)], plain(title))


def _terms(library: LanguageLibrary) -> Iterator[Block]:
    """The terms with most definitions, in the order of the alphabet, and the way to all."""
    said, concepts = library.words["home"], by_label(library.library.concepts.values(), library.language)
    shown = sorted(concepts, key=lambda concept: -len(concept.definitions))[:TERMS_AT_HOME]
    if len(concepts) > len(shown):
        yield paragraph(said["most_defined"])
    links = [(to_concept(concept, library.language),) for concept in by_label(shown, library.language)]
    yield box("terms", one_line(links))
    yield _all("lexicon", said["every_term"], len(concepts))


def _all(id_: str, words: str, count: int) -> Block:
    """The way to a whole list."""
    return tree.Paragraph((to_entry("index", id_, words.format(count=count)),), name="all")


def _latest_cases(library: LanguageLibrary) -> list[str]:
    """The cases whose facts are the latest, as many as the home page has room for."""

    def end(id_: str) -> tuple[str, str]:
        facts = library.library.cases[id_].facts
        start, end = facts.period.start or "", facts.period.end or ""
        return LAST if facts.goes_on and start else end or start, start

    return sorted(library.cases_by_title, key=end, reverse=True)[:CASES_AT_HOME]
