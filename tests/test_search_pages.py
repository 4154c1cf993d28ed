"""Document -> what the search knows of a page: sections in words, names, and what a keyboard lacks."""

from __future__ import annotations

from pathlib import Path

import pytest
from trees import document

from vademecum.document import tree
from vademecum.document.tree import Blocks, Citation
from vademecum.exports.search import SearchPage, is_searched, search_page
from vademecum.hosts.search_index import search_index
from vademecum.language.searching import HIDDEN, JOINED, sought
from vademecum.pages.page import Page
from vademecum.sources.library import Library

PAGE = Page("chapter", "x", "en", "en", "Tom & Anna's", "handbook/x/", lead="A lead.")


def citation(node: Citation) -> str:
    return "(" + "; ".join(work.source for work in node.works) + ")"


def figure(node: tree.Figure) -> Blocks:
    rows = (tree.Row(((tree.Text("a"),), (tree.Text("1"),))),)
    return tree.Paragraph((tree.Text("Figure"),)), tree.Table(("", ""), tree.Row(((), ())), rows)


def searched(markdown: str) -> SearchPage:
    return search_page(PAGE, document(markdown), Library(Path()), citation, figure)


def texts(markdown: str) -> list[str]:
    return [section.text for section in searched(markdown).sections]


def test_a_page_has_a_section_for_its_lead_and_one_for_each_heading() -> None:
    sections = searched("Before.\n\n## One *two*\n\nIn it.\n\n### Three {#own}\n\nIn that.").sections
    assert [(one.anchor, one.title, one.text) for one in sections] == [
        ("", "Tom & Anna’s", "A lead. Before."),
        ("one-two", "One two", "In it."),
        ("own", "Three", "In that."),
    ]


def test_words_of_blocks_stand_apart_and_those_of_inlines_together() -> None:
    assert texts("- *in*terest\n- b\n  c\n\n| d | e |\n|---|---|\n| f | g |\n\nterm\n: said") == [
        "A lead. interest b c d e f g term said"
    ]


def test_no_mark_of_a_note_is_a_word_and_the_note_is() -> None:
    assert texts("One[^1].\n\n[^1]: A note.") == ["A lead. One. A note."]


def test_what_is_cited_and_shown_is_found_and_nothing_is_markup() -> None:
    page = searched("So [@reed; @moulin] `<b>` ![a picture](a.png)\n\n{{ figure: one }}")
    assert [section.text for section in page.sections] == ["A lead. So (reed; moulin) <b> Figure a 1"]
    assert "&lt;b&gt;" in page.html() and "<b>" not in page.html()


def test_boxes_and_what_is_shown_on_demand() -> None:
    held = tree.Paragraph((tree.Text("held"),))
    blocks = tree.Box("note", (held,), (tree.Text("Title"),)), tree.Details("More", (held,))
    found = search_page(PAGE, tree.Document(blocks), Library(Path()), citation, figure)
    assert found.sections[0].text == "A lead. Title held More held"


@pytest.mark.parametrize(("kind", "id_", "answers"), [("index", "search", False), ("case", "search", True)])
def test_the_search_does_not_find_itself(kind: str, id_: str, answers: bool) -> None:
    assert is_searched(Page(kind, id_, "en", "en", "", "")) is answers


@pytest.mark.parametrize(
    ("language", "written", "indexed"),
    [
        ("fr", "L’attractivité d'un\u00a0lieu", f"L’{JOINED} attractivité d'{JOINED} un lieu"),
        ("fr", "aujourd’hui", "aujourd’hui"),
        ("fr", "une œuvre", f"une œuvre {HIDDEN}oeuvre"),
        ("en", "organization", f"organization {HIDDEN}organisation"),
        ("en", "a size, a prize, to exercise", "a size, a prize, to exercise"),
        ("en", "the city’s part", "the city’s part"),
    ],
)
def test_what_keyboards_lack(language: str, written: str, indexed: str) -> None:
    assert sought(written, language) == indexed


def test_the_same_pages_give_the_same_files_whatever_their_order() -> None:
    pages = [searched("## One\n\nWords."), searched("Other.")]
    pages[1] = SearchPage("b/", "en", "concept", "b", ("bee",), ("abeille",), (), pages[1].sections)
    files = search_index(pages, "en")
    assert files == search_index(pages[::-1], "en")
    assert {name[9:11] for name in files if name.startswith("fragment/")} == {"ch", "co"}
