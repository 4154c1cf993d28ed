"""The pages made from the whole library: what such a page is, and who writes the text of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vademecum.document import inlines, tree
from vademecum.document.tree import Block
from vademecum.pages.cases import case_lists, comparison, maps, outcome_matrix
from vademecum.pages.common.addresses import OF_CASES
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page, PageText
from vademecum.pages.common.text_builder import TextBuilder, box, heading, items, paragraph, to_entry
from vademecum.pages.handbook import acronym_list, chapters, datasets, forms, home, reference_list
from vademecum.pages.lexicon import lexicon_lists, tensions
from vademecum.pages.tools import tools
from vademecum.sources import library as sources

# The index that an index stands below, where that is not home.
ABOVE = {
    **dict.fromkeys(("domains", "lexicon-map", "propose-concept"), ("lexicon",)),
    **dict.fromkeys((*OF_CASES, "propose-case"), ("cases",)),
}
# The file that an index is made from, where that is one.
SOURCES = {
    "references": reference_list.REFERENCES,
    "acronyms": acronym_list.ACRONYMS,
    "tools": sources.GROUPS,
}
# The style sheets and scripts that an index loads of its own.
STYLES = {
    "map": ("drawings.css",),
    "lexicon-map": ("drawings.css", "graphs.css"),
    "search": ("search.css",),
    "news": ("news.css",),
    "cases": case_lists.STYLES,
    **dict.fromkeys(("outcomes", "compare"), (*case_lists.STYLES, "comparison.css")),
    **dict.fromkeys(forms.FORMS, forms.STYLES),
}
SCRIPTS = {
    **dict.fromkeys(("map", "lexicon-map"), ("drawings.js",)),
    "cases": ("cases.js", "cases-mine.js", "cases-compare.js"),
    "compare": ("comparison.js",),
    **dict.fromkeys(forms.FORMS, forms.SCRIPTS),
}


def index(id_: str, library: LanguageLibrary) -> Page:
    """An index page, without its text."""
    if id_ == "home":
        return home.page(library)
    if selection := library.addresses.selections.get(id_):
        return case_lists.selection_page(selection, library)
    source = SOURCES.get(id_)
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


def _search(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The lists that lead to every page, for who cannot search or has not found."""
    yield heading(library.words["search"]["lists"])
    listed = [id_ for id_ in LISTED if id_ != "tools" or library.library.tools]
    yield box(
        "entries",
        [
            items(
                (
                    tree.Paragraph(
                        (inlines.Strong((to_entry("index", id_, library.words["indexes"][id_]),)),)
                    ),
                    paragraph(library.words["leads"][id_]),
                )
                for id_ in listed
            )
        ],
    )


LISTED = ("lexicon", "domains", "cases", "handbook", "tools", "acronyms", "references")  # beside a search
WRITERS: dict[str, Callable[[TextBuilder, LanguageLibrary], Iterable[Block]]] = {
    "home": home.sections,
    "handbook": chapters.handbook,
    "lexicon": lexicon_lists.lexicon,
    "domains": lexicon_lists.domains,
    "cases": lambda _, library: case_lists.listed(library),
    "map": maps.listed,
    "lexicon-map": tensions.listed,
    "outcomes": lambda _, library: outcome_matrix.matrix(library),
    "compare": lambda _, library: comparison.compared(library),
    "tools": tools.listed,
    "data": datasets.listed,
    "references": reference_list.listed,
    "acronyms": acronym_list.listed,
    "status": lambda builder, library: (),  # what it lists takes every page, and is made when it is rendered
    **{id_: forms.writer(id_) for id_ in forms.FORMS},
    "search": _search,
}
