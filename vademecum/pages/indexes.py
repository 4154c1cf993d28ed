"""The pages made from the whole library: home, handbook, lexicon twice, cases, references, acronyms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vademecum.document import references, tree
from vademecum.document.tree import Block, Blocks, Inlines, Target, Text
from vademecum.language.collation import initial, slug, sort_key
from vademecum.language.words import said_in
from vademecum.model import Acronym, Concept, Reference
from vademecum.model.tools import Sheet
from vademecum.pages import (
    case_lists,
    comparison,
    datasets,
    forms,
    maps,
    openings,
    outcome_matrix,
    tensions,
    tools,
)
from vademecum.pages.addresses import OF_CASES, has_index
from vademecum.pages.cases import period
from vademecum.pages.language_library import LanguageLibrary
from vademecum.pages.page import Page, PageText
from vademecum.pages.text_builder import (
    TextBuilder,
    box,
    entry,
    heading,
    items,
    led,
    paragraph,
    plain,
    signature,
    tight,
    to_concept,
    to_entry,
)
from vademecum.sources import library as sources

# What the home page has room for: beyond, its letters stand for the terms, and the latest cases for all.
TERMS_AT_HOME, CASES_AT_HOME = 80, 16
LAST = "9999"  # after every date: what goes on ends after all that has ended
Name = tuple[str, Concept, bool]
# The index that an index stands below, where that is not home.
ABOVE = {
    **dict.fromkeys(("domains", "lexicon-map", "propose-concept"), ("lexicon",)),
    **dict.fromkeys((*OF_CASES, "propose-case"), ("cases",)),
}
REFERENCES, ACRONYMS = "references.yml", "acronyms.yml"
# The style sheets and scripts that an index loads of its own.
STYLES = {
    **dict.fromkeys(("map", "lexicon-map"), ("drawings.css",)),
    "search": ("search.css",),
    **dict.fromkeys(("cases", "outcomes", "compare"), case_lists.STYLES),
    **dict.fromkeys(forms.FORMS, forms.STYLES),
}
SCRIPTS = {
    **dict.fromkeys(("map", "lexicon-map"), ("drawings.js",)),
    "cases": ("cases.js", "cases-mine.js", "cases-compare.js"),
    "compare": ("comparison.js",),
    **dict.fromkeys(forms.FORMS, forms.SCRIPTS),
}


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as a list of its kind shows it.

    `lang` is the language of its words, `meta_lang` that of `meta`, where they are not in that of the page.
    """

    kind: str
    id: str
    title: str
    summary: str
    meta: str
    lang: str
    meta_lang: str = ""
    part: str = ""

    def link(self, lang: str = "") -> tree.Link:
        """A link by the entry's title."""
        return to_entry(self.kind, self.id, self.title, lang)

    def title_link(self) -> tree.Paragraph:
        """The title as a list shows it."""
        return tree.Paragraph((tree.Strong((self.link(),), self.lang),))


def index(id_: str, library: LanguageLibrary) -> Page:
    """An index page, without its text."""
    if id_ == "home":
        return _home_page(library)
    if selection := library.addresses.selections.get(id_):
        return case_lists.selection_page(selection, library)
    source = {"references": REFERENCES, "acronyms": ACRONYMS, "tools": sources.GROUPS}.get(id_)
    return Page(
        "index",
        id_,
        library.language,
        library.language,
        library.words["indexes"][id_],
        library.address("index", id_),
        lead=library.words["leads"][id_],
        breadcrumb=library.crumbs(*ABOVE.get(id_, ())),
        links=False,
        source=source if source in library.library.documents else None,
        styles=STYLES.get(id_, ()),
        scripts=SCRIPTS.get(id_, ()),
    )


def write(page: Page, library: LanguageLibrary) -> PageText:
    """The text of an index page."""
    builder = TextBuilder(library, library.language)
    if selection := library.addresses.selections.get(page.id):
        return builder.text(case_lists.selected(selection, library))
    return builder.text(WRITERS[page.id](builder, library))


def spoken_in(text: sources.Article, language: str) -> str:
    """The language that a chapter or page is in: the one wanted where it has been written."""
    return language if language in text.meta else text.original


# -- home -------------------------------------------------------------------------------------------------


def _home_page(library: LanguageLibrary) -> Page:
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


def _home(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
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
    yield _terms(library)
    if library.library.cases:
        yield heading(said["cases"])
        yield case_lists.case_list(_latest_cases(library), library, brief=True)


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


def _terms(library: LanguageLibrary) -> Block:
    """Every term, or the letters that they begin with where there is no room for all."""
    concepts = _by_label(library.library.concepts.values(), library.language)
    if len(concepts) <= TERMS_AT_HOME:
        links = [(to_concept(concept, library.language),) for concept in concepts]
        return box("terms", _one_line(links))
    names = dict.fromkeys(initial(concept.label(library.language)) for concept in concepts)
    letters = [(to_entry("index", "lexicon", name, anchor=letter_anchor(name)),) for name in names]
    return box("letters", _one_line(letters))


def _one_line(links: list[tuple[tree.Link]]) -> Blocks:
    return (items(links),) if links else ()


def _latest_cases(library: LanguageLibrary) -> list[str]:
    """The cases whose facts are the latest, as many as the home page has room for."""

    def end(id_: str) -> tuple[str, str]:
        facts = library.library.cases[id_].facts
        start, end = facts.period.start or "", facts.period.end or ""
        return LAST if facts.goes_on and start else end or start, start

    return sorted(library.cases_by_title, key=end, reverse=True)[:CASES_AT_HOME]


# -- chapters and cases -----------------------------------------------------------------------------------


def _handbook(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    for title, cards in by_part(chapter_cards(library)).items():
        yield heading(title)
        yield _cards(cards)


def _cases(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    yield from case_lists.listed(library)


def _cards(cards: Iterable[Card]) -> Block:
    return box("cards", map(_card, cards))


def _card(card: Card) -> Block:
    summary = (paragraph(card.summary, card.lang),) if card.summary else ()
    meta = (signature(plain(card.meta), card.meta_lang),) if card.meta else ()
    return box("card", (card.title_link(), *summary, *meta), shades=(card.kind,))


def by_part(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """Chapters under the titles of their parts."""
    parts: dict[str, list[Card]] = {}
    for card in cards:
        parts.setdefault(card.part, []).append(card)
    return parts


def chapter_order(text: sources.Article, library: LanguageLibrary) -> tuple[int, int]:
    """A chapter's place: its part among the parts, then its number."""
    meta, parts = text.meta[spoken_in(text, library.language)], list(library.library.vocabularies.parts)
    return (parts.index(meta.part) if meta.part in parts else len(parts), meta.order)


def chapter_cards(library: LanguageLibrary) -> list[Card]:
    """The chapters as cards, in reading order."""
    chapters = library.library.chapters.values()
    return [
        _chapter_card(text, library)
        for text in sorted(chapters, key=lambda text: (chapter_order(text, library), text.id))
    ]


def _chapter_card(text: sources.Article, library: LanguageLibrary) -> Card:
    spoken = spoken_in(text, library.language)
    meta, lang = text.meta[spoken], spoken if spoken != library.language else ""
    part = library.label("parts", meta.part)
    return Card("chapter", text.id, meta.title, meta.summary or "", meta.audience or "", lang, lang, part)


def case_cards(library: LanguageLibrary) -> list[Card]:
    """The cases as cards, by title, each with the period of its facts."""
    cards = []
    for case in library.library.cases.values():
        text, spoken = case.words(library.language), case.spoken_in(library.language)
        lang = spoken if spoken != library.language else ""
        when = period(case.facts, library.language)
        cards.append(Card("case", case.id, text.title, text.summary, when, lang))
    return sorted(cards, key=lambda card: sort_key(card.title))


# -- the lexicon ------------------------------------------------------------------------------------------


def _lexicon(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    letters: dict[str, list[Name]] = {}
    for named in _names(library):
        letters.setdefault(initial(named[0]), []).append(named)
    links = [(tree.Link(Target("anchor", anchor=letter_anchor(name)), (Text(name),)),) for name in letters]
    if has_index("lexicon-map", library.library):
        yield tree.Paragraph((to_entry("index", "lexicon-map", library.words["lexicon_map"]["way"]),))
    yield box("letters", _one_line(links))
    for name, found in letters.items():
        yield heading(name, letter_anchor(name))
        yield box("entries", [items(_lines(found, library))])


def letter_anchor(name: str) -> str:
    """The anchor of a letter of the lexicon."""
    return f"letter-{slug(name)}"


def _names(library: LanguageLibrary) -> list[Name]:
    """Every name of every concept, in order: (name, concept, whether it is a synonym, which sends on)."""
    names: list[Name] = []
    for concept in library.library.concepts.values():
        names.append((concept.label(library.language), concept, False))
        terms = concept.terms.get(library.language)
        sent = (*terms.synonyms, *terms.replaced, *terms.rejected) if terms else ()
        names += [(name, concept, True) for name in sent]
    return sorted(names, key=lambda named: (sort_key(named[0]), named[1].id))


def _lines(names: Iterable[Name], library: LanguageLibrary) -> Iterator[Blocks]:
    """A line for each name; synonyms that follow one another and lead to the same concept are one."""
    sent: list[str] = []
    before: Concept | None = None
    for name, concept, synonym in names:
        if sent and not (synonym and concept is before):
            yield _sent_on(sent, before, library)
            sent = []
        if synonym:
            sent.append(name)
        else:
            yield _listed(concept, library.language)
        before = concept
    if sent:
        yield _sent_on(sent, before, library)


def _sent_on(names: list[str], concept: Concept | None, library: LanguageLibrary) -> Blocks:
    see = library.words["concept"]["see"]
    link = (to_concept(concept, library.language),) if concept else ()
    return (tree.Paragraph((*plain(", ".join(names)), Text(f", {see} "), *link)),)


def _listed(concept: Concept, language: str) -> Blocks:
    """A concept with its summary."""
    summary, spoken = said_in(concept.summary, language)
    named = concept.named_in(language)
    label = to_entry("concept", concept.id, concept.label(language))
    title = tree.Strong((label,), named if named != language else "")
    return tree.Paragraph((title,)), paragraph(summary, spoken if spoken != language else "")


def _by_label(concepts: Iterable[Concept], language: str) -> list[Concept]:
    return sorted(concepts, key=lambda concept: (sort_key(concept.label(language)), concept.id))


def _domains(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    groups: dict[str, list[Concept]] = {key: [] for key in library.library.vocabularies.domains}
    for concept in library.library.concepts.values():
        groups.setdefault(concept.domain, []).append(concept)
    for key, concepts in groups.items():
        if concepts:
            yield heading(library.label("domains", key))
            listed = _by_label(concepts, library.language)
            yield box("entries", [items(_listed(concept, library.language) for concept in listed)])


# -- references and acronyms ------------------------------------------------------------------------------


def _references(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    labels = {
        id_: references.label(reference, library.language)
        for id_, reference in library.library.references.items()
    }
    listed = tuple(
        entry(labels[id_], _reference(library.library.references[id_], builder, library.language), anchor=id_)
        for id_ in sorted(labels, key=lambda id_: sort_key(labels[id_]))
    )
    if listed:
        yield tree.Entries(listed)


def _reference(reference: Reference, builder: TextBuilder, language: str) -> Blocks:
    """A work's full entry, then what is noted of it."""
    made = references.entry(reference, language)
    note = (reference.note or {}).get(language)
    if not note:
        return (tree.Line(made),)
    file = builder.library.library.documents[REFERENCES]
    blocks = builder.markdown(file, (reference.id, "note", language), note)
    return led((*made, Text(" ")), tight(blocks))


def _acronyms(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    acronyms = sorted(library.library.acronyms.values(), key=lambda acronym: sort_key(acronym.id))
    listed = tuple(
        entry(acronym.id, _meaning(acronym, library), anchor=slug(acronym.id)) for acronym in acronyms
    )
    if listed:
        yield tree.Entries(listed)


def _meaning(acronym: Acronym, library: LanguageLibrary) -> Inlines:
    """What an acronym stands for, and where it is explained: at once where these are the same words."""
    language, concept = library.language, library.library.concepts.get(acronym.concept or "")
    meanings = {key: said for key, said in (("fr", acronym.fr), ("en", acronym.en)) if said}
    text, spoken = said_in(meanings, language) if meanings else ("", language)
    if concept and text == concept.label(language):
        return (to_concept(concept, language),)
    meaning = plain(text, spoken if spoken != language else "")
    if concept is None:
        return meaning
    return *meaning, Text(f", {library.words['concept']['see']} "), to_concept(concept, language)


# -- search -----------------------------------------------------------------------------------------------


def _search(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The lists that lead to every page, for who cannot search or has not found."""
    yield heading(library.words["search"]["lists"])
    listed = [id_ for id_ in LISTED if id_ != "tools" or library.library.tools]
    yield box(
        "entries",
        [
            items(
                (
                    tree.Paragraph((tree.Strong((to_entry("index", id_, library.words["indexes"][id_]),)),)),
                    paragraph(library.words["leads"][id_]),
                )
                for id_ in listed
            )
        ],
    )


LISTED = ("lexicon", "domains", "cases", "handbook", "tools", "acronyms", "references")  # beside a search
WRITERS: dict[str, Callable[[TextBuilder, LanguageLibrary], Iterable[Block]]] = {
    "home": _home,
    "handbook": _handbook,
    "lexicon": _lexicon,
    "domains": _domains,
    "cases": _cases,
    "map": maps.listed,
    "lexicon-map": tensions.listed,
    "outcomes": lambda _, library: outcome_matrix.matrix(library),
    "compare": lambda _, library: comparison.compared(library),
    "tools": tools.listed,
    "data": datasets.listed,
    "references": _references,
    "acronyms": _acronyms,
    "status": lambda builder, library: (),  # what it lists takes every page, and is made when it is rendered
    **{id_: forms.writer(id_) for id_ in forms.FORMS},
    "search": _search,
}
