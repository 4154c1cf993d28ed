"""Tree -> HTML: tests/html/*.yml holds what a page has for each node; no word becomes markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from lxml.html import HtmlElement
from trees import document, shown, web

from vademecum.document import inlines, tree, walking
from vademecum.document.html import html, html_of, html_of_table
from vademecum.document.inlines import Citation, Cited, Emphasis, Link, Picture, Span, Target, Text
from vademecum.document.tree import Box, Details, Item, Items, Line, Paragraph, Row, Table
from vademecum.document.web import Html
from vademecum.language.data import data_in

CASES = [
    case | {"file": file.stem}
    for file in sorted((Path(__file__).parent / "html").glob("*.yml"))
    for case in data_in(file)
]
COMMONMARK = json.loads((Path(__file__).parent / "print" / "commonmark.json").read_text(encoding="utf-8"))[
    "examples"
]
NASTY = "\"'><script>&lt;</p>"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']}: {case['name']}")
def test_markdown_becomes(case: dict[str, str]) -> None:
    assert shown(case["markdown"], case.get("language", "en")) == case["html"]


# -- what no Markdown writes ------------------------------------------------------------------------------


def of(*blocks: tree.Block, language: str = "en") -> str:
    return html_of(blocks, web(language))


def test_html_is_marked_as_such() -> None:
    assert isinstance(html(document("one"), web("en")), Html)


def test_blocks_say_what_language_they_are_in() -> None:
    words = (Text("l'un : oui"),)
    item = Item((Line(words),), lang="fr", anchor="a")
    assert of(Paragraph(words, lang="fr", name="caution"), Items((item,))) == (
        '<p class="caution" lang="fr">l’un\u00a0: oui</p><ul><li id="a" lang="fr">l’un\u00a0: oui</li></ul>'
    )
    assert of(Line(words, lang="fr"), tree.Heading(2, words, "b", "fr")) == (
        '<span lang="fr">l’un\u00a0: oui</span><h2 id="b" lang="fr">l’un\u00a0: oui</h2>'
    )
    entry = tree.Entry(words, ((Line(words),),), "c", "fr")
    assert of(tree.Entries((entry,)), tree.Quote((Line(words),), "fr")) == (
        '<dl><dt id="c" lang="fr">l’un\u00a0: oui</dt><dd lang="fr">l’un\u00a0: oui</dd></dl>'
        '<blockquote lang="fr">l’un\u00a0: oui</blockquote>'
    )


def test_a_box_of_the_generator_has_shades_an_anchor_and_a_language() -> None:
    box = Box("definition", (Paragraph((Text("x"),)),), (Text("Reed"),), ("retained",), "fr", "here")
    assert of(box) == (
        '<div class="admonition definition retained" id="here" lang="fr">'
        '<h2 class="admonition-title">Reed</h2><p>x</p></div>'
    )


def test_a_box_that_is_a_remark_has_no_heading() -> None:
    assert of(Box("note", (Paragraph((Text("x"),)),), (Text("Reed"),))) == (
        '<div class="admonition note"><p class="admonition-title">Reed</p><p>x</p></div>'
    )


def test_boxes_in_boxes_are_headed_one_level_below_each_other() -> None:
    stage = Box("stage", (), (Text("Sought"),))
    outcomes = Box("outcomes", (Box("outcome", (stage, stage), (Text("Practices"),)),))
    made = lxml_html.fragment_fromstring(of(tree.Heading(2, (Text("Outcomes"),)), outcomes, stage), "div")
    assert [one.tag for one in made.iter("h2", "h3", "h4")] == ["h2", "h3", "h4", "h4", "h3"]


def test_a_list_of_cards_is_a_list() -> None:
    card = Box("card", (Paragraph((Text("x"),)),))
    assert of(Box("cards", (card,))) == (
        '<ul class="admonition cards"><li class="admonition card"><p>x</p></li></ul>'
    )


def test_what_is_shown_when_asked_for() -> None:
    assert of(Details("The rest's <3>", (Paragraph((Text("x"),)),))) == (
        "<details><summary>The rest’s &lt;3&gt;</summary><p>x</p></details>"
    )


def test_a_table_of_data_names_its_rows_and_has_a_name_of_its_own() -> None:
    rows = (Row(((Text("a"),), (Text("1"),)), anchor="row-a"), Row(((), (Text("2"),))))
    table = Table(("", "right"), Row(((), (Text("n"),))), rows, heads=True, data=True)
    assert html_of_table(table, "Figure 1. Data", web("en")) == (
        '<div class="table" tabindex="0" role="region" aria-label="Figure 1. Data">'
        '<table class="data"><caption class="vm-unseen">Figure 1. Data</caption><thead>'
        '<tr><td></td><th scope="col" class="right">n</th></tr></thead><tbody>'
        '<tr id="row-a"><th scope="row">a</th><td class="right">1</td></tr>'
        '<tr><td></td><td class="right">2</td></tr></tbody></table></div>'
    )


def test_a_term_that_was_linked_by_itself() -> None:
    link = Link(Target("concept", "pull"), (Text("pull"),), term=True)
    assert of(Paragraph((link,))) == ('<p><a class="term" href="concept/pull/" data-term="pull">pull</a></p>')


def test_the_list_of_uses_shows_no_cards() -> None:
    link = Paragraph((Link(Target("concept", "pull"), (Text("pull"),)),))
    assert of(Box("uses", (link,)), link) == (
        '<div class="admonition uses"><p><a class="to-concept" href="concept/pull/">pull</a></p></div>'
        '<p><a class="to-concept" href="concept/pull/" data-term="pull">pull</a></p>'
    )


def test_a_bare_citation_has_no_brackets_and_an_unknown_work_no_place() -> None:
    known = Citation((Cited("reed", "3"), Cited("unknown")), bare=True)
    page = replace(web("en"), citation=lambda cited: "" if cited.source == "unknown" else cited.source)
    assert html_of((Paragraph((known, Citation((Cited("unknown"),)))),), page) == (
        '<p><span class="citations"><a class="citation" href="#source-reed">reed</a></span></p>'
    )


def test_no_link_stands_in_another() -> None:
    inside = (Link(Target("anchor", anchor="b"), (Text("b"),)), Citation((Cited("reed"),)))
    assert of(Paragraph((Link(Target("anchor", anchor="a"), inside),))) == (
        '<p><a href="#a">b<span class="citations">(reed)</span></a></p>'
    )


def test_a_note_called_in_a_link_is_called_after_it() -> None:
    link = Link(Target("anchor", anchor="a"), (Text("b"), inlines.NoteMark("key"), Text("c")))
    note = tree.Note("key", 1, (Paragraph((Text("d"),)),))
    assert html(tree.Document((Paragraph((link,)),), (note,)), web("en")).startswith(
        '<p><a href="#a">bc</a><sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
    )


def test_a_class_for_words() -> None:
    assert of(Paragraph((Span((Text("A"),), name="letter"), Span((Text("b"),))))) == (
        '<p><span class="letter">A</span>b</p>'
    )


def test_nothing_written_ends_a_tag_or_an_attribute() -> None:
    words = (Text(NASTY),)
    target = Target("outside", NASTY)
    box = Box(NASTY, (Paragraph(words, lang=NASTY, name=NASTY),), words, (NASTY,), NASTY, NASTY)
    link = Link(target, (Emphasis(words, NASTY), Picture(NASTY, NASTY, NASTY)), NASTY, NASTY)
    table = Table((NASTY,), Row((words,), NASTY), ())
    marked = of(tree.Heading(2, words, NASTY, NASTY), box, Paragraph((link, inlines.Code(NASTY))), table)
    tags = {element.tag for element in lxml_html.fragment_fromstring(marked, "div").iter()}
    assert tags == set(
        ["div", "h2", "p", "a", "em", "img", "code", "table", "caption", "thead", "tbody", "tr", "th"]
    )
    assert marked.count("<script") == 0


# -- any Markdown -----------------------------------------------------------------------------------------

PIECES = (
    (Path(__file__).parent / "html" / "pieces.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
)
TABLE = "| a | b[^1] |\n|---|:-:|\n| [c](case:c) | `d` |"
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
MARKDOWN = st.lists(
    st.sampled_from([*PIECES, TABLE])
    | st.text(LETTERS, max_size=12)
    | st.text("*_`[](){}<>&!#-|:^\\\"' ab\n", max_size=20),
    max_size=14,
).flatmap(lambda pieces: st.sampled_from(["\n", "\n\n", " "]).map(lambda joint: joint.join(pieces)))
HELD = frozenset(
    re.findall(
        r"\w+",
        """h1 h2 h3 h4 h5 h6 p ul ol li input dl dt dd blockquote pre code hr div table caption thead tbody tr
        th td figure sup a em strong del span br img""",
    )
)
WITHOUT = re.compile(r"[\s\u00a0\u202f'’‘“”\"«»….]+")  # what setting type may change


def plain(words: str) -> str:
    return WITHOUT.sub("", words)


def seen(element: HtmlElement) -> str:
    """The words of an element and those that stand for pictures, but for what repeats others: tables' names,
    notes' calls and ways back.
    """
    if (
        element.tag == "caption"
        or element.get("class") == "footnote-backref"
        or element.get("id", "").startswith("fnref")
    ):
        return ""
    inside = (element.text or "") + "".join(seen(child) + (child.tail or "") for child in element)
    return element.get("alt", "") + inside


def held(nodes: tuple[tree.Node, ...]) -> str:
    """The words that a tree's nodes hold, with those of its citations and figures."""
    words = []
    for node, _ in walking.walk(nodes):
        if isinstance(node, (inlines.Text, inlines.Code, tree.CodeBlock)):
            words.append(node.words)
        elif isinstance(node, inlines.Picture):
            words.append(node.alt)
        elif isinstance(node, tree.Figure):
            words.append(node.id)
        elif isinstance(node, Citation):
            joint = ", ".join
            words.append("(" + "; ".join(joint(filter(None, cited)) for cited in node.works) + ")")
    return "".join(words)


@settings(max_examples=300)
@given(MARKDOWN)
def test_any_markdown_is_html_that_holds_its_words_and_no_more(markdown: str) -> None:
    holds_its_words_and_no_more(markdown)


@pytest.mark.parametrize("example", COMMONMARK)
def test_commonmark_is_html_that_holds_its_words_and_no_more(example: str) -> None:
    holds_its_words_and_no_more(example)


def holds_its_words_and_no_more(markdown: str) -> None:
    made = document(markdown)
    marked = html(made, web("en"))
    page = lxml_html.fragment_fromstring(marked, "div")
    assert {element.tag for element in page.iter()} <= HELD
    words = held(made.blocks) + "".join(held(note.blocks) for note in made.notes)
    assert plain(seen(page)) == plain(words)
    # An anchor that its author gives twice is a fault, which is told.
    ids = [id_ for element in page.iter() if (id_ := element.get("id")) not in (None, "own")]
    assert len(ids) == len(set(ids))
    assert page.xpath("//a//a") == []
    known = {*ids, *made.anchors}
    assert {link.get("href") for link in page.iter("a") if link.get("class", "").startswith("footnote")} <= {
        f"#{id_}" for id_ in known
    }
