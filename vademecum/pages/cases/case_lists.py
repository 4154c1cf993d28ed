"""The list of cases with what readers choose them by, and the list of those that share something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Target, Text
from vademecum.document.tree import Block, Blocks
from vademecum.language.collation import slug, sort_key
from vademecum.model.facets import SILENT, Facet
from vademecum.pages.cases.outcome_lines import marks
from vademecum.pages.common.facet_words import facet_label, value_label
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page
from vademecum.pages.common.selections import Selection, labels
from vademecum.pages.common.text_builder import box, items, paragraph, plain, to_entry

SUMMARISED = 100  # the longest list whose cards have summaries
STYLES = ("cases.css",)
NAMED = ("country", "continent", "theme", "instrument")  # facets whose values have no order of their own
READ = ("sought", "announced", "claimed", "documented", "evaluated", SILENT)


def selection_page(selection: Selection, library: LanguageLibrary) -> Page:
    """The page of the cases that share something, without its text."""
    facets = {facet.name: facet for facet in library.library.facets}
    named = [facet_label(facets[name], library.language) for name, _ in selection.choices]
    said = labels(selection, library.library, library.language)
    titles = [f"{name} : {label}" for name, label in zip(named, said, strict=True)]
    title = " ; ".join(titles) if library.language == "fr" else "; ".join(titles).replace(" : ", ": ")
    return Page(
        "index",
        selection.id,
        library.language,
        library.language,
        title,
        library.address("index", selection.id),
        lead=counted(len(selection.cases), library),
        breadcrumb=library.crumbs("cases"),
        links=False,
        styles=STYLES,
    )


def counted(count: int, library: LanguageLibrary) -> str:
    """How many cases, in words."""
    said = library.words["cases"]["counted"]
    return str(said[min(count, 2)]).format(count)


def selected(selection: Selection, library: LanguageLibrary) -> Iterator[Block]:
    """The cases that share something, and the way to choose further."""
    name, value = selection.choices[0]
    link = to_entry("index", "cases", library.words["cases"]["narrow"], anchor=value_anchor(name, value))
    yield tree.Paragraph((link,), name="way")
    yield case_list(selection.cases, library)


def listed(library: LanguageLibrary) -> Iterator[Block]:
    """Every case, after what readers choose by and how the lines of outcomes are read."""
    cases = library.cases_by_title
    if cases:
        yield box("facets", [_facets(library)])
        yield _reading(library)
        yield _ways(library)
        yield tree.Paragraph((Text(counted(len(cases), library)),), name="counted")
        yield case_list(cases, library)


def _ways(library: LanguageLibrary) -> Block:
    """The other ways to see all cases."""
    said = library.words["cases"]["ways"]
    ways = [to_entry("index", "map", library.words["map"]["way"])]
    ways += [to_entry("index", id_, said[id_]) for id_ in ("outcomes", "compare")]
    return box("ways", [items((way,) for way in ways)])


def case_list(
    ids: Iterable[str], library: LanguageLibrary, reasons: tuple[str, ...] = (), brief: bool = False
) -> tree.CaseList:
    """Cases as a list in the order of their titles or, with the reason of each, in the order given; a brief
    one has no summaries, nor has a long one.
    """
    order = library.cases_by_title
    ids = list(ids) if reasons else sorted(ids, key=order.__getitem__)
    return tree.CaseList(tuple(_link(id_, library) for id_ in ids), reasons, brief or len(ids) > SUMMARISED)


def _link(id_: str, library: LanguageLibrary) -> inlines.Link:
    title, spoken = library.title("case", id_, library.language)
    return inlines.Link(Target("case", id_), (Text(title),), spoken if spoken != library.language else "")


# -- what readers choose by -------------------------------------------------------------------------------


def _facets(library: LanguageLibrary) -> Block:
    """Each facet with its values; what a value would give stands beside it, none included."""
    shared = library.addresses.selections
    counts = {one.choices[0]: len(one.cases) for one in shared.values() if len(one.choices) == 1}
    groups: list[Block] = []
    for facet in library.library.facets:
        if facet.values:
            listed = [_value(facet, value, counts, library) for value in ordered(facet, library)]
            groups.append(tree.Details(facet_label(facet, library.language), (tree.Items(tuple(listed)),)))
    return tree.Details(library.words["cases"]["choose"], tuple(groups))


def ordered(facet: Facet, library: LanguageLibrary) -> list[str]:
    """A facet's values as readers find them: in the order of their list where that means something, else by
    their names.
    """
    if facet.name not in NAMED:
        return list(facet.values)
    return sorted(
        facet.values, key=lambda value: sort_key(value_label(facet, value, library.library, library.language))
    )


def _value(
    facet: Facet, value: str, counts: dict[tuple[str, str], int], library: LanguageLibrary
) -> tree.Item:
    label = value_label(facet, value, library.library, library.language)
    count = counts.get((facet.name, value), 0)
    said: Inlines = (to_entry("index", f"{facet.name}/{value}", label),) if count else plain(label)
    number = inlines.Span((Text(str(count)),), name="count")
    return tree.Item((tree.Line((*said, Text(" "), number)),), anchor=value_anchor(facet.name, value))


def value_anchor(name: str, value: str) -> str:
    """The anchor of a value in the list of cases."""
    return f"{name}-{slug(value)}"


def _reading(library: LanguageLibrary) -> Block:
    """How the lines of outcomes are read: each mark with what it says."""
    said = library.words["cases"]["reading"]
    lines = [_sample(name, said[name]) for name in READ]
    text: Blocks = (paragraph(said["text"]), box("seen", [items(lines)]), paragraph(said["ours"]))
    return box("reading", [tree.Details(said["title"], text)])


def _sample(name: str, words: str) -> Inlines:
    told = {"sought": ("sought", ""), "announced": ("announced", ""), SILENT: (SILENT, SILENT)}
    return (*marks((told.get(name, ("observed", name)),)), Text(" "), *plain(words))
