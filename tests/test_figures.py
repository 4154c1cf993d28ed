"""Figures: what is drawn stands in the table, has a name, stays on its sheet, and is the same each time."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import fromstring, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from lxml.html import HtmlElement
from trees import web

from vademecum.document.html import html_of
from vademecum.figures.charts import KINDS, svg
from vademecum.figures.figure import Drawn, drawn
from vademecum.figures.html import html_of_figure
from vademecum.figures.sheet import PAPER, WIDTH, Line, Mark, Plot, Said, on_paper, on_screen
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import typeset
from vademecum.sources.cache import Cache
from vademecum.sources.library import HOUSE, Library
from vademecum.sources.loading import load

SMALL = Path(__file__).parent / "site" / "untranslated"
NUMBER = re.compile(r"\d[\d\u202f,.]*(?<![,.])")
LIBRARIES = {project: load(project, Cache())[0] for project in (HOUSE, SMALL)}
DRAWN = [
    (library, language, name)
    for library in LIBRARIES.values()
    for language in LANGUAGES
    for name in library.figures
]
NAMED = [f"{language}/{name}" for _, language, name in DRAWN]
LABELS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
    max_size=90,
)
SAID = st.builds(Said, LABELS, st.sampled_from(["", "en"]))


def parts(shown: tuple[Library, str, str]) -> Drawn:
    library, language, name = shown
    return drawn(library.figures[name], "here", 1, language, library)


@pytest.fixture(params=DRAWN, ids=NAMED)
def figure(request: pytest.FixtureRequest) -> HtmlElement:
    """Each figure of the project, and of a small one with a figure of each kind, as a page has it."""
    return lxml_html.fragment_fromstring(html_of_figure(parts(request.param), web(request.param[1])))


def words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def numbers(texts: list[str]) -> set[str]:
    return {number for text in texts for number in NUMBER.findall(text)}


def test_every_number_drawn_stands_in_the_table(figure: HtmlElement) -> None:
    drawn = figure.find(".//svg")
    assert drawn is not None
    if "typology" in figure.get("class", ""):
        letters = [text.text for text in drawn.iter("text") if text.get("text-anchor") == "middle"]
        assert letters == [words(head)[0] for head in figure.iterfind(".//tbody//th")]
        return
    written = [words(text) for text in drawn.iter("text")]
    table = numbers([words(cell) for cell in figure.iter() if cell.tag in ("td", "th")])
    assert numbers(written) - table == set()
    assert numbers(written) or not table


def test_a_drawing_has_a_name_and_words_that_stand_for_it(figure: HtmlElement) -> None:
    drawn = figure.find(".//svg")
    assert drawn is not None and drawn.get("role") == (
        "group" if "typology" in figure.get("class", "") else "img"
    )
    named = {element.get("id"): words(element) for element in figure.iter() if element.get("id")}
    assert all(named[id_] for id_ in drawn.get("aria-labelledby", "").split())


def test_a_part_of_a_typology_leads_to_the_cases_read_so(figure: HtmlElement) -> None:
    rows = {row.get("id"): row for row in figure.iter("tr")}
    svg_ = figure.find(".//svg")
    assert svg_ is not None
    leading = {link.get("href", "")[1:] for link in svg_.iter("a")}
    assert leading == {id_ for id_, row in rows.items() if id_ and row.find(".//a") is not None}


def test_the_small_project_has_a_figure_of_each_kind() -> None:
    assert {figure.kind for figure in LIBRARIES[SMALL].figures.values()} == KINDS.keys()


def test_both_languages_show_the_same_numbers() -> None:
    for name, figure in LIBRARIES[HOUSE].figures.items():
        for row in figure.rows.values():
            assert row.label is None or set(row.label) == set(LANGUAGES), name


@st.composite
def plots(draw: st.DrawFn) -> Plot:
    kind = draw(st.sampled_from(sorted(KINDS)))
    series = draw(st.lists(SAID, min_size=1, max_size=5))
    value = st.none() | st.decimals(0, 10**9, places=2)
    mark = st.builds(Mark, value, st.text("0123456789,. %", max_size=14))
    marks = st.lists(mark, min_size=len(series), max_size=len(series)).map(tuple)
    letter = st.sampled_from("ABC") if kind == "typology" else st.just("")
    lines = draw(
        st.lists(
            st.builds(
                Line,
                SAID,
                marks,
                letter,
                SAID,
                st.sampled_from(["", "#there"]),
                st.sampled_from(["", "2014", "septembre 2014 – 22 novembre 2026"]),
                st.none() | st.integers(0, 6),
            ),
            min_size=1,
            max_size=6,
        )
    )
    known = [mark.value for line in lines for mark in line.marks if mark.value is not None]
    scale = draw(st.none() | st.just(max([*known, Decimal(1)])))
    return Plot("here", kind, "title", draw(SAID), tuple(series), tuple(lines), scale)


@settings(max_examples=200)
@given(plots())
def test_any_words_and_numbers_make_a_drawing_that_stays_within_its_sheet(plot: Plot) -> None:
    made = tostring(svg(plot), encoding="unicode")
    assert made == tostring(svg(plot), encoding="unicode")
    drawn = fromstring(made)
    _, _, width, height = map(float, drawn.get("viewBox", "").split())
    assert width == WIDTH
    for shape in drawn.iter("rect"):
        x, y, w, h = (float(shape.get(name, "")) for name in ("x", "y", "width", "height"))
        assert min(x, y, w, h) >= 0 and x + w <= width + 0.01 and y + h <= height + 0.01
    for shape in (circle for circle in drawn.iter("circle") if circle not in drawn.findall(".//pattern/*")):
        x, y, r = (float(shape.get(name, "")) for name in ("cx", "cy", "r"))
        assert r <= x <= width - r + 0.01 and y - r >= 0 and y + r <= height + 0.01
    assert fromstring(on_paper(svg(plot))).get("viewBox") == drawn.get("viewBox")


@settings(max_examples=30)
@given(plots())
def test_paper_has_a_colour_for_every_class(plot: Plot) -> None:
    drawn = svg(plot)
    assert {name for element in drawn.iter() for name in element.get("class", "").split()} <= PAPER.keys()
    assert "class" not in {name for element in fromstring(on_paper(drawn)).iter() for name in element.attrib}


@settings(max_examples=30)
@given(plots())
def test_a_page_has_the_drawing_as_it_was_made(plot: Plot) -> None:
    made = svg(plot)
    assert tostring(fromstring(on_screen(made))) == tostring(made)


@pytest.mark.parametrize("shown", DRAWN, ids=NAMED)
def test_a_figure_in_words_has_all_that_its_page_says(shown: tuple[Library, str, str]) -> None:
    figure = parts(shown)
    page = lxml_html.fragment_fromstring(html_of_figure(figure, web(shown[1])))
    page.find(".//svg").getparent().remove(page.find(".//svg"))
    page.find("details/summary").text = ""
    apart = lxml_html.fragment_fromstring(html_of(figure.blocks(), web(shown[1])), "div")
    for caption in (*page.iter("caption"), *apart.iter("caption")):
        caption.text = ""
    assert words(page).replace(" ", "") == words(apart).replace(" ", "")


def test_a_table_of_data_names_its_rows(figure: HtmlElement) -> None:
    rows = figure.findall(".//tbody/tr")
    assert rows and all(row[0].tag == "th" and row[0].get("scope") == "row" for row in rows)
    assert all(cell.get("scope") == "col" for cell in figure.iterfind(".//thead/tr/th"))


def test_what_is_drawn_is_set_once_for_screen_and_paper(
    figure: HtmlElement, request: pytest.FixtureRequest
) -> None:
    """The writers set what they write, and not the drawing: in it nothing is left to set."""
    language = request.node.callspec.id.split("/")[0]
    texts = [
        text
        for element in figure.find(".//svg").iter()
        if not element.get("lang")
        for text in (element.text, element.tail)
        if text
    ]
    assert [text for text in texts if typeset(text, language) != text] == []
