"""How translations stand, in every form; and what readers are told of passages older than their originals."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from commands import run
from projects import command
from repositories import commit, edit, repository

from vademecum.document import inlines, tree, walking
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import edition, read_project
from vademecum.print.composing import alone
from vademecum.translations import record

EDITS: dict[str, Any] = {
    "case_studies/valmont.fr.md": ["Un jumelage.", "Un jumelage de 1999."],
    "lexicon/attractiveness.yml": ["Le fait de donner envie de venir.", "Le fait de donner envie de rester."],
    "docs/fr/handbook/opening.md": ["[Un point]", "[Un tout autre point]"],
    "docs/fr/about.md": None,
    "docs/en/handbook/opening.md": ["[case](case:valmont)", "case"],
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound project, recorded, then changed in the originals alone."""
    made = repository(tmp_path_factory.mktemp("status") / "project")
    assert command("translated", "--project", str(made)).returncode == 0
    commit(made)
    edit(made, EDITS)
    commit(made)
    return made


def test_status_tells_what_is_left_with_what_was_said_before(project: Path) -> None:
    told = json.loads(run("status", "--project", project, "--format", "json")[1])
    found = {
        f"{one['condition']} {one['location']['path']} {one['part']}": (one["before"], one["after"])
        for one in told["left"]
    }
    assert found["stale case_studies/valmont.en.md #demarche"] == (
        "## Démarche\n\nUn jumelage.",
        "## Démarche\n\nUn jumelage de 1999.",
    )
    assert found["stale lexicon/attractiveness.yml definitions.reed.text"] == (
        "Le fait de donner envie de venir.",
        "Le fait de donner envie de rester.",
    )
    assert found["stale docs/en/handbook/opening.md key_points.0"] == ("Un point", "Un tout autre point")
    assert found["different docs/en/handbook/opening.md #debut"] == ("case:valmont", "")
    assert "orphaned docs/en/about.md " in found
    for total in told["totals"]:
        assert total["missing"] + total["stale"] <= total["words"]


@pytest.mark.parametrize(("language", "words"), [("fr", "plus ancien"), ("en", "older than the original")])
def test_status_speaks_the_editors_language(project: Path, language: str, words: str) -> None:
    status, out, _ = run("status", "--project", project, "--language", language)
    assert status == 0 and out.count(words) == 3
    places = re.findall(r"^(\S+?):(\d+):\d+: ", out, re.MULTILINE)
    assert ("case_studies/valmont.en.md", "15") in places, out


def editions(project: Path) -> dict[str, Edition]:
    read = read_project(project)
    return {one: edition(read, one, Setting("https://house.example/")) for one in ("fr", "en")}


def noted(made: Edition, kind: str, id_: str) -> list[str]:
    """Each note of a page, behind the heading that it stands under."""
    found, under = [], ""
    document = made.document(made.page(kind, id_))
    for block in document.blocks:
        if isinstance(block, tree.Heading):
            under = walking.plain(block.content)
        elif isinstance(block, tree.Box) and block.kind == "older":
            link = next(node for node, _ in walking.walk((block,)) if isinstance(node, inlines.Link))
            found.append(f"{under} -> {made.address(link.target, made.page(kind, id_))}")
    return found


def test_a_note_stands_at_the_head_of_each_older_section_and_of_no_other(project: Path) -> None:
    here = editions(project)["en"]
    case = "Approach -> ../../../etudes-de-cas/valmont/#demarche"
    assert noted(here, "case", "valmont") == [case]
    assert noted(here, "concept", "attractiveness") == ["Definition -> ../../../lexique/attractivite/"]
    assert noted(here, "chapter", "opening") == [" -> ../../../manuel/ouverture/"]
    assert noted(here, "concept", "influence") == []


def test_originals_bear_no_note(project: Path) -> None:
    here = editions(project)["fr"]
    assert [noted(here, page.kind, page.id) for page in here.pages if noted(here, *page.key)] == []


def test_a_note_leads_to_a_place_that_is_there(project: Path) -> None:
    made = editions(project)
    original = made["fr"].document(made["fr"].page("case", "valmont"))
    assert "demarche" in original.anchors


def test_paper_says_it_too_with_the_whole_address(project: Path) -> None:
    here = editions(project)["en"]
    printed = repr(alone(here, here.page("case", "valmont")))
    assert "older than its original" in printed
    assert "https://house.example/etudes-de-cas/valmont/#demarche" in printed


def test_without_a_record_nothing_is_said_to_be_old(project: Path) -> None:
    kept = (project / record.FILE).read_bytes()
    (project / record.FILE).unlink()
    try:
        here = editions(project)["en"]
        assert noted(here, "case", "valmont") == []
        status, _, err = run("status", "--project", project, "--language", "en")
        assert status == 0 and "No record" in err
    finally:
        (project / record.FILE).write_bytes(kept)
