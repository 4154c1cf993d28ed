"""Small libraries, and what a reader sees of them: tests/pages/*.yml holds the files that make each one and
its pages as text.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dump import dump
from projects import SOUND, editions

from vademecum.hosts.rendering import render
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.pages.edition import Edition

FOLDER = Path(__file__).parent / "pages"
CASES = {file.stem: data_in(file) for file in sorted(FOLDER.glob("*.yml"))}


def made(case: dict, folder: Path) -> dict[str, Edition]:
    """The editions of a case's files, which may cite what the sound project does."""
    for path, text in {
        "references.yml": (SOUND / "references.yml").read_text(encoding="utf-8"),
        **case["files"],
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return dict(zip(LANGUAGES, editions(folder), strict=True))


def shown(made: dict[str, Edition], key: str) -> str:
    """A page, named as language/kind/id, as text."""
    language, kind, id_ = key.split("/")
    edition = made[language]
    page = next(page for page in edition.pages if (page.kind, page.id) == (kind, id_))
    return dump(render(edition, page))


@pytest.mark.parametrize(
    ("name", "page"), [(name, page) for name, case in CASES.items() for page in case["pages"]]
)
def test_a_page_shows(name: str, page: str, tmp_path: Path) -> None:
    assert shown(made(CASES[name], tmp_path), page) == CASES[name]["pages"][page]


def test_a_home_page_without_room_for_every_term_names_those_most_defined_and_leads_to_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vademecum.pages.handbook.home.TERMS_AT_HOME", 3)
    home = shown(made(CASES["letters"], tmp_path), "en/home/home")
    _, _, terms = home.partition("The words that sources define most often:\n")
    listed, _, rest = terms.partition("[All terms, from A to Z (")
    assert listed.count("- [") == 3 and rest.split(")")[0].isdigit() and int(rest.split(")")[0]) > 3


def test_a_home_page_without_room_for_every_case_lists_the_latest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vademecum.pages.handbook.home.CASES_AT_HOME", 1)
    case = (SOUND / "case_studies" / "valmont.fr.md").read_text(encoding="utf-8")
    files = {
        f"case_studies/{name}.fr.md": re.sub(r"period: .*", f"period: {{start: {year}}}", case)
        for name, year in (("old", 1998), ("new", 2021))
    }
    home = shown(made({"files": {**CASES["home"]["files"], **files}}, tmp_path), "fr/home/home")
    assert "etudes-de-cas/new/" in home and "etudes-de-cas/old/" not in home
