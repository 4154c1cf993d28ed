"""Document -> search entries: a section's words, plain, once, and as keyboards write them."""

from __future__ import annotations

from trees import document

from vademecum.document import tree
from vademecum.document.tree import Blocks, Citation
from vademecum.exports.search import SearchEntry, search_entries
from vademecum.pages.page import Page

PAGE = Page("chapter", "x", "en", "en", "Tom & Anna's", "handbook/x/", lead="A lead.")


def citation(node: Citation) -> str:
    return "(" + "; ".join(work.source for work in node.works) + ")"


def figure(node: tree.Figure) -> Blocks:
    rows = (tree.Row(((tree.Text("a"),), (tree.Text("1"),))),)
    return tree.Paragraph((tree.Text("Figure"),)), tree.Table(("", ""), tree.Row(((), ())), rows)


def entries(markdown: str) -> list[SearchEntry]:
    return search_entries(PAGE, document(markdown), citation, figure)


def texts(markdown: str) -> list[str]:
    return [entry["text"] for entry in entries(markdown)]


def test_a_page_has_an_entry_for_its_lead_and_one_for_each_section() -> None:
    found = entries("Before.\n\n## One *two*\n\nIn it.\n\n### Three {#own}\n\nIn that.")
    assert [tuple(entry.values()) for entry in found] == [
        ("handbook/x/", "Tom &amp; Anna's", "A lead. Before."),
        ("handbook/x/#one-two", "One two", "In it."),
        ("handbook/x/#own", "Three", "In that."),
    ]


def test_words_of_blocks_stand_apart_and_those_of_inlines_together() -> None:
    assert texts("- *in*terest\n- b\n  c\n\n| d | e |\n|---|---|\n| f | g |\n\nterm\n: said") == [
        "A lead. interest b c d e f g term said"
    ]


def test_no_mark_of_a_note_is_a_word_and_the_note_is() -> None:
    assert texts("One[^1].\n\n[^1]: A note.") == ["A lead. One. A note."]


def test_what_is_cited_and_shown_is_found_and_nothing_is_markup() -> None:
    assert texts("It's so [@reed; @moulin] `<b>` ![a picture](a.png)\n\n{{ figure: one }}") == [
        "A lead. It's so (reed; moulin) &lt;b&gt; Figure a 1"
    ]


def test_boxes_and_what_is_shown_on_demand() -> None:
    held = tree.Paragraph((tree.Text("held"),))
    blocks = tree.Box("note", (held,), (tree.Text("Title"),)), tree.Details("More", (held,))
    found = search_entries(PAGE, tree.Document(blocks), citation, figure)
    assert found[0]["text"] == "A lead. Title held More held"
