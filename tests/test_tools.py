"""Tools: what is filled in on screen, what is taken away, what the check adds up."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from test_page_texts import CASES, project
from trees import web

from vademecum.document import inlines, tree
from vademecum.document.html import html_of
from vademecum.exports.tools import downloads
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import edition, opened
from vademecum.pages.tools.sheets import clock, length
from vademecum.sources.loading import load
from vademecum.terms.linking import link
from vademecum.terms.matchers import Matchers

HOUSE = Path(__file__).resolve().parents[1]
WORDS = (inlines.Text("What is *left*?"),)


@pytest.fixture
def editions(tmp_path: Path) -> dict[str, Edition]:
    read = opened(project(CASES["tools"], tmp_path))
    return {language: edition(read, language, Setting("https://house.example/")) for language in LANGUAGES}


@pytest.mark.parametrize(
    ("minutes", "fr", "en"),
    [
        (45, "45 min", "45 min"),
        (60, "1 h", "1 hr"),
        (65, "1 h 05", "1 hr 05 min"),
        (390, "6 h 30", "6 hr 30 min"),
    ],
)
def test_a_length_in_words(minutes: int, fr: str, en: str) -> None:
    assert (length(minutes, "fr"), length(minutes, "en")) == (fr, en)


def test_a_step_begins_so_long_after_the_first() -> None:
    assert [clock(minutes) for minutes in (0, 65, 600)] == ["0:00", "1:05", "10:00"]


# -- on screen --------------------------------------------------------------------------------------------


def test_room_to_write_has_a_name_for_those_who_cannot_see_it() -> None:
    blank = tree.Blank("left", 'What is "left"?', 4)
    assert html_of((blank,), web("en")) == (
        '<textarea name="left" rows="4" aria-label="What is “left”?"></textarea>'
    )


def test_a_question_is_a_group_of_buttons() -> None:
    question = tree.Question(
        "left", WORDS, ((inlines.Text("All"),), (inlines.Text("Nothing & more"),)), anchor="q"
    )
    assert html_of((question,), web("en")) == (
        '<fieldset class="question" id="q"><legend>What is *left*?</legend>'
        '<label><input type="radio" name="left" value="0"> <span>All</span></label>'
        '<label><input type="radio" name="left" value="1"> <span>Nothing &amp; more</span></label></fieldset>'
    )


def test_a_point_is_ticked_by_its_words() -> None:
    item = tree.Item((tree.Line(WORDS), tree.Paragraph(WORDS, name="signature")), checked=False, name="vote")
    assert html_of((tree.Items((item,)),), web("en")) == (
        '<ul><li class="task tick"><input type="checkbox" id="tick-vote" name="vote"><div>'
        '<label for="tick-vote">What is *left*?</label>'
        '<p class="signature">What is *left*?</p></div></li></ul>'
    )


def test_empty_cells_of_a_table_to_fill_in_are_fields() -> None:
    head = tree.Row(((inlines.Text("Value"),), (inlines.Text("Date"),)))
    table = tree.Table(("", ""), head, (tree.Row(((), (inlines.Text("known"),))),), name="fill")
    made = html_of((table,), web("en"))
    assert made.count("<textarea") == 1
    assert '<textarea name="fill-1-0" rows="2" aria-label="Value, 1"></textarea>' in made


def test_nothing_links_in_a_question() -> None:
    """What is picked by its words is no link; the words around it still are, and only they."""
    terms = Matchers(load(HOUSE / "tests" / "sound")[0])["en"]
    text = (inlines.Text("attractiveness"),)
    blocks = (tree.Question("one", text, (text,)), tree.Blank("two", "attractiveness"), tree.Paragraph(text))
    linked, uses, _ = link(tree.Document(blocks), terms)
    assert linked.blocks[:2] == blocks[:2]
    assert isinstance(linked.blocks[2].content[0], inlines.Link) and len(uses) == 1


# -- taken away -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "separator"), [("fr", ";"), ("en", ",")])
def test_markers_open_in_a_spreadsheet(editions: dict[str, Edition], language: str, separator: str) -> None:
    made = editions[language]
    (download,) = downloads(made, made.page("tool", "signs"))
    assert download.file == {"fr": "outils/signes/signes.csv", "en": "tools/signs/signs.csv"}[language]
    assert download.content.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(download.content.decode("utf-8-sig")), delimiter=separator)
    assert len(head) == len(row) == 8
    ours = {"fr": "la ville (de nous)", "en": "the town (ours)"}[language]
    assert (row[3], row[-1]) == (ours, "")


def test_a_survey_is_text_with_room_for_answers(editions: dict[str, Edition]) -> None:
    made = editions["en"]
    (download,) = downloads(made, made.page("tool", "practices"))
    text = download.content.decode()
    assert text.startswith("Survey\n======\n\nTo know.\n")
    assert "Which task?\n\n> \n" in text and "https://house.example/en/tools/survey/" in text
    assert "Our question" not in text and "Anna Reed" not in text


def test_other_pages_offer_no_file(editions: dict[str, Edition]) -> None:
    made = editions["en"]
    assert [page.key for page in made.pages if downloads(made, page)] == [
        ("tool", "practices"),
        ("tool", "signs"),
    ]


# -- content ----------------------------------------------------------------------------------------------


def test_the_booklet_of_a_session_holds_its_sheet_and_all_its_handouts() -> None:
    booklets = data_in(HOUSE / "docs" / "booklets.yml")
    for path in sorted((HOUSE / "docs" / "tools" / "sheets").glob("*.yml")):
        handouts = data_in(path)["handouts"]
        contents = booklets[path.stem]["contents"]
        assert contents[0] == f"tool:{path.stem}"
        assert {key for keys in handouts.values() for key in keys} <= set(contents), path.stem
