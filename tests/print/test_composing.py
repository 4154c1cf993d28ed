"""Documents of small projects, composed: links lead where the document has their place; each has one name."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from papers import runs, said, shown
from pressed import squeezed
from projects import SOUND, editions
from tagged import Tagged

from vademecum.hosts.view import view
from vademecum.language.data import data_in
from vademecum.pages.edition import Edition
from vademecum.print import composing, press
from vademecum.print.documents import Book, Chapter, Handout

BODY = """
## Two ways {#two-ways}

Both [attractiveness](concept:attractiveness) and [influence](concept:influence) differ.[^1]
See [the other](case:valmont), [above](#two-ways), [nowhere](#gone) and [the list](index:lexicon).
AECs, and an AEC.

[^1]: A note with [a link](https://example.org/).
"""
DEFINED = "Making *people* wish[^a].\n\n[^a]: A [note](https://example.org/)."
BOOKLETS = """
pair: {title: {fr: Une paire, en: A pair}, contents: [case:valmont, chapter:opening]}
other: {title: {fr: Autre, en: A pair!}, contents: [chapter:opening, chapter:opening]}
long: {title: {fr: Long, en: LONG}, contents: [concept:influence]}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("composing") / "project"))
    for language in ("en", "fr"):
        chapter = folder / "docs" / language / "handbook" / "opening.md"
        chapter.write_text(chapter.read_text(encoding="utf-8") + BODY, encoding="utf-8")
    concept = folder / "lexicon" / "attractiveness.yml"
    entry = data_in(concept)
    entry["definitions"]["reed"]["text"]["en"] = DEFINED
    concept.write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "docs" / "booklets.yml").write_text(BOOKLETS.replace("LONG", "long " * 60), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def edition(project: Path) -> Edition:
    return editions(project)[1]


def links(document: Any) -> dict[str, tuple[str, str]]:
    """The links of a chapter's text, by their words."""
    return {said(run): (run["to"], run["address"]) for run in runs(document.text.blocks, "link")}


def test_a_link_leads_to_what_stands_in_the_document_else_to_the_web(edition: Edition) -> None:
    made = composing.chapter(edition, edition.page("chapter", "opening"))
    found, site = links(made), edition.setting.site
    assert found["attractiveness"][0] == "concept:attractiveness"
    assert found["the other"][0] == "" and found["the other"][1].startswith(site)
    assert found["above"][0] == "chapter:opening#two-ways"
    assert found["nowhere"][0] == "" and found["nowhere"][1].startswith(site)
    assert found["the list"] == ("", f"{site}en/lexicon/")


def test_an_acronym_leads_to_what_it_stands_for_in_the_same_document(edition: Edition) -> None:
    page = edition.page("chapter", "opening")
    made = composing.chapter(edition, page)
    assert links(made)["AECs"] == ("acronym:aec", "") and "AEC" not in links(made)
    explained = [(one.key, one.label, one.text, one.language) for one in made.acronyms]
    assert explained == [("acronym:aec", "AEC", "external action of local authorities", "en")]
    terms = {term["id"]: term for term in view(edition, edition.linked(page))["terms"]}
    assert terms["acronym:aec"]["summary"] == "external action of local authorities"
    assert terms["acronym:aec"]["url"] == "../../acronyms/#aec"


def test_a_book_holds_what_its_links_lead_to(edition: Edition) -> None:
    made = composing.booklet(edition, "x.pdf", "X", "", [("case", "valmont"), ("chapter", "opening")])
    text = made.sections[0].texts[1]
    found = {said(run): run["to"] for run in runs(text.blocks, "link")}
    assert found["the other"] == "case:valmont"


def test_a_note_of_a_definition_prints_in_the_glossary(edition: Edition, tmp_path: Path) -> None:
    made = composing.chapter(edition, edition.page("chapter", "opening"))
    assert "concept:attractiveness" in [entry.key for entry in made.glossary]
    pdf, findings = press.made(made, edition.library.root)
    (tmp_path / "made.pdf").write_bytes(pdf)
    printed = squeezed("".join(shown(tmp_path / "made.pdf")))
    assert findings == [] and "Makingpeoplewish" in printed and "Anote(example.org)" in printed


def test_each_booklet_has_a_file_of_its_own(edition: Edition) -> None:
    names = [composing.booklet_file(edition, id_) for id_ in edition.library.booklets]
    assert names[:2] == ["booklets/a-pair.pdf", "booklets/a-pair-other.pdf"]
    assert len(set(names)) == len(names) and max(map(len, names)) < 130
    texts = composing.configured(edition, "other").sections[0].texts
    assert [text.key for text in texts] == ["chapter:opening"]


def test_what_is_asked_for_may_have_a_title(edition: Edition) -> None:
    assert isinstance(composing.chosen(edition, [("chapter", "opening")], "x.pdf"), Chapter)
    assert isinstance(composing.chosen(edition, [("case", "valmont")], "x.pdf"), Handout)
    made = composing.chosen(edition, [("chapter", "opening")], "x.pdf", title="For Tuesday")
    assert isinstance(made, Book) and made.title == made.cover.title == "For Tuesday"


def test_the_cover_of_a_book_tells_of_the_last_change_to_its_texts(project: Path) -> None:
    days = {"docs/en/index.md": 9, "docs/en/handbook/opening.md": 3, "lexicon/attractiveness.yml": 5}
    dates = {path: datetime.date(2026, 11, day) for path, day in days.items()}
    edition = editions(project, dates=dates)[1]
    covers = {
        "5 November 2026": [composing.book(edition), composing.lexicon(edition)],
        "3 November 2026": [composing.configured(edition, "other")],
        "": [composing.configured(edition, "long")],  # of a concept that nobody knows the date of
    }
    assert {day: [book.cover.updated for book in books] for day, books in covers.items()} == {
        day: [day] * len(books) for day, books in covers.items()
    }


def test_a_handout_has_its_facts_and_questions_apart(edition: Edition) -> None:
    made = composing.handout(edition, edition.page("case", "valmont"))
    assert [block["kind"] for block in made.facts] == ["facts"]
    assert made.questions[0]["block"] == "heading" and made.questions[1]["kind"] == "questions"
    assert not any(block.get("kind") in ("facts", "questions") for block in made.text.blocks)


def test_a_case_of_a_booklet_asks_what_its_handout_asks(edition: Edition) -> None:
    handout = composing.handout(edition, edition.page("case", "valmont"))
    texts = composing.configured(edition, "pair").sections[0].texts
    assert texts[0].blocks[-2:] == handout.questions
    assert not any(block.get("kind") == "questions" for block in texts[1].blocks)


def test_the_contents_of_a_booklet_say_what_each_text_is(edition: Edition, tmp_path: Path) -> None:
    """In the booklet's own order, and apart from them what comes after."""
    keys = [("case", "valmont"), ("chapter", "opening"), ("concept", "influence")]
    pdf, findings = press.made(composing.booklet(edition, "x.pdf", "X", "", keys), edition.library.root)
    (tmp_path / "made.pdf").write_bytes(pdf)
    root = Tagged(tmp_path / "made.pdf").root
    listed = [[squeezed(entry.text()) for entry in one.all("TOCI")] for one in root.all("TOC")]
    assert findings == [] and [len(entries) for entries in listed[:3]] == [1, 1, 1]
    assert listed[2][0].startswith("influence") and listed[3][0].startswith("Glossary")
    contents = shown(tmp_path / "made.pdf")[1]
    places = [
        contents.index(words) for words in ("Case studies", "Chapters", "Opening", "Lexicon", "Sources")
    ]
    assert places == sorted(places)


def test_composing_needs_neither_press_nor_engine(project: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\nfrom projects import editions\nfrom pathlib import Path\n"
        "from vademecum.print import composing\n"
        f"made = [list(composing.documents(one)) for one in editions(Path({str(project)!r}))]\n"
        "print(len(made[0]), sorted({name.split('.')[0] for name in sys.modules} & {'mkdocs', 'typst'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "8 []\n"
