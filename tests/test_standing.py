"""The page of how all stand: what each list tells, in which order; who only checks does not make it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import SOUND
from repositories import edit
from test_translations import note

from vademecum.document import tree, walking
from vademecum.editing.standing import standing, uses
from vademecum.hosts.rendering import render
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import edition, read_project

EDITS = {
    "lexicon/attractiveness.yml": ["Ce qui fait venir.", "Ce qui fait rester."],
    "lexicon/influence.yml": ["Ce qui se voit de loin.", "Ce qui se voit de près."],
    "docs/en/about.md": None,
    "case_studies/valmont.fr.md": ["concepts: {", "silent: [lessons]\nverified: 2024-05-06\nconcepts: {"],
}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    project = Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("standing") / "project"))
    note(project)
    edit(project, EDITS)
    case = project / "case_studies" / "valmont.fr.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.partition("## Enseignements")[0], encoding="utf-8")
    read = read_project(project)
    return {one: edition(read, one, Setting("https://house.example/")) for one in ("fr", "en")}


def lists(made: Edition) -> dict[str, list[tuple[str, ...]]]:
    """The cells of each list, by its heading's anchor."""
    found: dict[str, list[tuple[str, ...]]] = {}
    name = ""
    for block in standing(made):
        if isinstance(block, tree.Heading):
            name = block.anchor.removeprefix("standing-")
            found[name] = []
        elif isinstance(block, tree.Table):
            found[name] += [tuple(walking.plain(cell) for cell in row.cells) for row in block.rows]
    return found


def test_each_list_tells_of_its_entries(editions: dict[str, Edition]) -> None:
    told = lists(editions["en"])
    assert [row[:2] for row in told["stale"]] == [
        ("attractiveness", "in English, passages: 1 (words of the original: 4)"),
        ("influence", "in English, passages: 1 (words of the original: 6)"),
    ]
    assert told["missing"] == [("À propos", "the whole text, in English (words: 4)", "0")]
    assert [row[:2] for row in told["silent"]] == [("Valmont and its neighbours", "Lessons")]
    assert told["unchecked"][-1][:2] == ("Valmont and its neighbours", "6\u00a0May\u00a02024")
    assert {row[1] for row in told["unchecked"][:-1]} == {"never"}
    assert any(row[0].startswith("Valmont") for row in told["orphaned"])


def test_the_other_language_tells_the_same(editions: dict[str, Edition]) -> None:
    french, english = (lists(editions[language]) for language in ("fr", "en"))
    assert {name: len(rows) for name, rows in french.items()} == {n: len(rows) for n, rows in english.items()}
    assert french["stale"][0][:2] == ("attractivité", "en anglais, passages : 1 (mots de l’original : 4)")


def test_what_most_pages_use_comes_first(editions: dict[str, Edition]) -> None:
    counts = uses(editions["en"])
    assert counts["concept", "attractiveness"] > counts["concept", "influence"] > 0
    for name, rows in lists(editions["en"]).items():
        numbers = [int(row[2]) for row in rows]
        assert name == "unchecked" or numbers == sorted(numbers, reverse=True)


def test_the_page_stands_on_the_site_with_its_contents(editions: dict[str, Edition]) -> None:
    for language, address in (("fr", "suivi/"), ("en", "status/")):
        made = editions[language]
        rendered = render(made, made.by_address[address])
        assert rendered.headings[0].anchor == "standing-stale"
        assert "attractiv" in rendered.html and rendered.html.count("<table") >= 4


def test_who_only_checks_does_not_make_it(editions: dict[str, Edition]) -> None:
    made = editions["en"]
    assert made.document(made.page("index", "status")).blocks == ()


def test_lists_that_are_empty_are_named_in_a_sentence(tmp_path: Path) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))
    note(project)
    made = edition(read_project(project), "en", Setting(""))
    first, *rest = standing(made)
    assert isinstance(first, tree.Paragraph)
    assert walking.plain(first.content).startswith(
        "Nothing to report: older than the original, to translate,"
    )
    assert [block.anchor for block in rest if isinstance(block, tree.Heading)] == ["standing-unchecked"]
