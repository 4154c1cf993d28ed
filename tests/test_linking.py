"""Linking documents: the pages of tests/linker/pages.yml, and properties over arbitrary Markdown."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vademecum.document import inlines, tree, walking
from vademecum.document.assembly import assemble
from vademecum.document.markdown import parse
from vademecum.document.origin import body
from vademecum.language.data import data_in
from vademecum.sources.text.source_file import SourceFile
from vademecum.terms.linking import Use, concepts_used, link, occurrences
from vademecum.terms.matching import Matcher, Term
from vademecum.terms.running_text import LONGEST

PAGES = data_in(Path(__file__).parent / "linker/pages.yml")
TERMS = [
    Term(id_, tuple(term["forms"]), tuple(term.get("never", ()))) for id_, term in PAGES["terms"].items()
]
MATCHER = Matcher(TERMS, PAGES["language"], PAGES["acronyms"])


def read(source):
    """A text as a document."""
    parsed = parse(body(SourceFile("docs/fr/page.md", body=source, text=source)))
    return assemble(parsed.blocks, parsed.notes)[0]


def all_blocks(document):
    return [*document.blocks, *(block for note in document.notes for block in note.blocks)]


def nodes(document):
    return [node for node, _ in walking.walk(all_blocks(document))]


def words(document):
    """All that a reader sees, letter for letter."""
    return walking.plain(all_blocks(document))


def shown(document):
    """The text of a document, a block a line, its links in the notation of the cases."""

    def inline(node):
        text = "".join(map(inline, walking.children(node))) or getattr(node, "words", "")
        if isinstance(node, inlines.Link) and node.target.kind in ("concept", "index"):
            led = node.target.anchor or node.target.id
            text = f"[[{text}|{led}]]" if node.term else f"{{{{{text}|{led}}}}}"
        return f"\n{text}\n" if isinstance(node, (tree.Written, tree.Row)) else text

    def cells(node):
        if isinstance(node, tree.Row):
            return "".join("\n" + "".join(map(inline, cell)) for cell in node.cells)
        if isinstance(node, (tree.Table, tree.Items, tree.Item, tree.Box, tree.Quote)):
            title = "".join(map(inline, node.title)) + "\n" if isinstance(node, tree.Box) else ""
            inside = (
                walking.children(node)[len(node.title) :]
                if isinstance(node, tree.Box)
                else walking.children(node)
            )
            return title + "\n".join(map(cells, inside))
        return (
            inline(node).replace("\n", " ") if isinstance(node, (tree.Paragraph, tree.Line)) else inline(node)
        )

    return [
        " ".join(line.split())
        for block in all_blocks(document)
        for line in cells(block).split("\n")
        if line.strip()
    ]


@pytest.mark.parametrize("page", PAGES["pages"].values(), ids=list(PAGES["pages"]))
def test_page(page):
    assert set(page) <= {"source", "shows", "uses"}
    document, uses, _ = link(read(page["source"]), MATCHER)
    assert shown(document) == page["shows"].splitlines()
    if "uses" in page:
        assert [f"{use.concept} @ {use.anchor}: {use.sentence}" for use in uses] == page["uses"]


def test_every_term_of_the_pages_is_used():
    shows = "".join(page["shows"] for page in PAGES["pages"].values())
    assert {concept for concept in PAGES["terms"] if f"|{concept}]]" in shows} == set(PAGES["terms"])


def test_acronyms_that_stand_explained_are_not_linked_again():
    once, _, names = link(read("Une ONG, une DG."), MATCHER)
    assert names == ("ong", "dg")
    assert link(once, MATCHER) == (once, (), names)


def test_an_acronym_is_no_occurrence_of_a_concept():
    assert not list(occurrences(read("Une ONG."), MATCHER))
    assert not concepts_used(read("Une ONG."), MATCHER)


def test_own_page():
    _, uses, _ = link(
        read("Le jumelage, le [mot](concept:twinning) et le rayonnement."), MATCHER, own="twinning"
    )
    assert uses == (Use("influence", "rayonnement", "Le jumelage, le mot et le rayonnement.", ""),)


def test_tables_of_data_boxes_of_facts_and_signatures_are_left_alone():
    words = (inlines.Text("jumelage"),)
    row = tree.Row((words,))
    blocks = (
        tree.Table(("",), row, (row,), data=True),
        tree.Box("facts", (tree.Paragraph(words),)),
        tree.Paragraph(words, name="signature"),
        tree.Figure("jumelage"),
    )
    assert link(tree.Document(blocks), MATCHER) == (tree.Document(blocks), (), ())


def test_occurrences_give_every_repeat():
    document = read("## jumelage\n\nLe jumelage, *un jumelage*, `jumelage`.\n\n*jumelage*{lang=en}")
    found = [
        (place.text.words[match.start : match.end], match.form)
        for place, match in occurrences(document, MATCHER)
    ]
    assert found == [("jumelage", "jumelage")] * 2


def test_a_long_sentence_is_cut_at_words_around_its_form():
    many = " ".join(["mot"] * 200)
    _, (use,), _ = link(read(f"Le {many} jumelage {many}."), MATCHER)
    assert len(use.sentence) <= LONGEST
    assert re.fullmatch(r"…(mot )+jumelage( mot)+…", use.sentence)


WORDS = (
    "jumelage",
    "l'attractivité",
    "pôle d'attractivité",
    "action",
    "actions locales",
    "mot",
    "**mot",
    "action**",
    "*jumelage*",
    "[rayonnement](x)",
)
MORE = (
    "# rayonnement\n",
    "\n\n",
    "[mot](concept:influence)",
    "`jumelage`",
    "- action",
    "> jumelage",
    "coopé\u00adration",
    "*action*{lang=en}",
    "R&D",
    "ONG",
    "&amp;",
    "<b>",
    "é\u0301",
    "!",
    ". ",
)
SOURCES = st.lists(st.one_of(st.sampled_from(WORDS + MORE), st.text(max_size=4)), max_size=25).map(" ".join)


@settings(max_examples=150)
@given(SOURCES)
def test_linking_keeps_the_words_nests_no_links_and_is_done_once(source):
    before = read(source)
    document, uses, names = link(before, MATCHER)
    assert words(document) == words(before)
    links = [node for node in nodes(document) if isinstance(node, inlines.Link)]
    assert not [
        inner for one in links for inner, _ in walking.walk(one.content) if isinstance(inner, inlines.Link)
    ]
    headings = [node for node in nodes(document) if isinstance(node, tree.Heading)]
    assert not [
        inner for one in headings for inner, _ in walking.walk(one.content) if getattr(inner, "term", False)
    ]
    assert link(document, MATCHER) == (document, uses, names)
    _, by_hand, _ = link(before, Matcher([], "fr"))
    assert {(use.concept, use.anchor) for use in by_hand} <= {(use.concept, use.anchor) for use in uses}
    assert all(len(use.sentence) <= LONGEST for use in uses)


@settings(max_examples=150)
@given(SOURCES)
def test_linked_words_know_where_they_were_written(source):
    encoded = source.encode()
    for node in nodes(link(read(source), MATCHER)[0]):
        if isinstance(node, inlines.Text) and len(node.pieces) == 1 and "&" not in source:
            at = node.offset(0)
            assert encoded[at : at + len(node.words.encode())].decode() == node.words


@settings(max_examples=100)
@given(SOURCES)
def test_no_concept_is_linked_twice_in_a_section(source):
    document, uses, names = link(read(source), MATCHER)
    seen = set()
    linked = [
        node for node in nodes(document) if isinstance(node, tree.Heading) or getattr(node, "term", False)
    ]
    for node in linked:
        if isinstance(node, tree.Heading):
            seen = set()
        elif node.target.kind == "concept":
            assert node.target.id not in seen
            seen.add(node.target.id)
    assert len([node for node in linked if isinstance(node, inlines.Link)]) <= len(uses) + len(names)
