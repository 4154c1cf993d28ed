"""Printing what one names, on the command line and in the preview."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from projects import SOUND, command, editions
from tagged import Tagged

from vademecum.preview.state import PreviewState
from vademecum.print import press
from vademecum.sources.library import HOUSE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sound project with a booklet."""
    folder = Path(shutil.copytree(SOUND, tmp_path / "project"))
    booklet = {
        "pair": {
            "title": {"fr": "Une paire", "en": "A pair"},
            "contents": ["case:valmont", "chapter:opening"],
        }
    }
    (folder / "docs" / "booklets.yml").write_text(
        yaml.safe_dump(booklet, allow_unicode=True), encoding="utf-8"
    )
    return folder


def titles(path: Path) -> list[str]:
    return [heading.text() for heading in Tagged(path).root.all("H1")]


def prints(project: Path, *arguments: str) -> Path:
    output = project / "made.pdf"
    done = command(
        "print", "--project", str(project), "--language", "en", "--output", str(output), *arguments
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return output


def test_a_chapter_alone_prints_as_it_does_on_the_site(project: Path) -> None:
    assert titles(prints(project, "--chapter", "opening")) == ["Opening"]


def test_several_entries_print_as_a_booklet_in_order(project: Path) -> None:
    found = titles(prints(project, "--chapter", "opening", "--concept", "attractiveness"))
    assert found[:2] == ["Opening", "attractiveness"] and found[-2:] == ["Index of terms", "Sources"]


def test_a_configured_booklet_keeps_its_order(project: Path) -> None:
    case = editions(project)[1].library.cases["valmont"].words("en").title
    assert titles(prints(project, "--booklet", "pair"))[:2] == [case, "Opening"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--booklet", "pair", "--chapter", "opening"),
        ("--chapter", "opening", "--output", "nowhere/made.pdf"),
    ],
)
def test_what_cannot_be_understood_is_a_matter_of_usage(project: Path, arguments: tuple[str, ...]) -> None:
    done = command(
        "print",
        "--project",
        str(project),
        "--language",
        "en",
        "--output",
        str(project / "made.pdf"),
        *arguments,
    )
    assert done.returncode == 2, done.stderr
    assert not (project / "made.pdf").exists()


@pytest.mark.parametrize(
    ("kind", "id_", "near"),
    [
        ("chapter", "openin", "opening"),
        ("case", "valmond", "valmont"),
        ("booklet", "pear", "pair"),
        ("case", "Valmont et ses", "valmont"),
        ("case", "neighbours", "valmont"),
        ("case", "opening", "--chapter opening"),
    ],
)
def test_what_is_not_there_is_a_fault_with_what_is_near(
    project: Path, kind: str, id_: str, near: str
) -> None:
    done = command(
        "print",
        "--project",
        str(project),
        "--language",
        "en",
        "--output",
        str(project / "made.pdf"),
        f"--{kind}",
        id_,
    )
    assert done.returncode == 1
    assert f"--{kind} {id_}: " in done.stderr and f"did you mean “{near}”?" in done.stderr
    assert not (project / "made.pdf").exists()


@pytest.mark.parametrize(
    ("kind", "name"),
    [("case", "Valmont"), ("chapter", "ouverture"), ("chapter", "OPENING"), ("booklet", "Une paire")],
)
def test_a_name_is_taken_in_either_language_and_in_any_capitals(project: Path, kind: str, name: str) -> None:
    prints(project, f"--{kind}", name)


def test_printing_leaves_what_stands_beside_its_file(project: Path) -> None:
    (project / "made.json").write_text("mine", encoding="utf-8")
    prints(project, "--case", "valmont")
    assert (project / "made.json").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in project.glob("made.*") if path.suffix != ".json"] == ["made.pdf"]


def test_a_site_without_print_has_no_documents_and_no_links_to_them(project: Path) -> None:
    site = project / "site"
    for arguments, expected in ((["--no-print"], False), ([], True), (["--no-print"], False)):
        done = command("site", "--project", str(project), "--language", "en", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        assert (site / "pdf" / "en" / "handbook" / "opening.pdf").exists() == expected
        assert (
            "opening.pdf" in (site / "en" / "handbook" / "opening" / "index.html").read_text(encoding="utf-8")
        ) == expected


def test_an_unknown_entry_of_a_booklet_is_a_fault_with_its_place(project: Path) -> None:
    path = project / "docs" / "booklets.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("chapter:opening", "chapter:openin"), encoding="utf-8"
    )
    done = command("check", "--project", str(project), "--language", "en")
    assert done.returncode == 1
    assert "docs/booklets.yml:4:5: no chapter has this name; openin;" in done.stdout
    assert "did you mean “opening”?" in done.stdout


def test_the_preview_prints_with_the_templates_as_they_are(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = Path(shutil.copytree(HOUSE / "print", tmp_path / "print"))
    monkeypatch.setattr(press, "TEMPLATES", templates)
    state = PreviewState(project, "en")
    path = "/pdf/en/handbook/opening.pdf"
    first = state.respond(path)
    template = templates / "chapter.typ"
    template.write_text(template.read_text(encoding="utf-8") + "\n#pagebreak()\nAdded.\n", encoding="utf-8")
    second = state.respond(path)
    assert first[:2] == second[:2] == (200, "application/pdf")
    (tmp_path / "second.pdf").write_bytes(second[2])
    assert "Added." in Tagged(tmp_path / "second.pdf").root.text()
    assert state.respond("/pdf/en/none.pdf")[0] == 404


def test_a_case_too_long_for_its_handout_is_told_with_its_excess(project: Path) -> None:
    case = editions(project)[0].library.cases["valmont"]
    file = project / case.documents[case.original].path
    file.write_text(file.read_text(encoding="utf-8") + "\nToo long by far. " * 900, encoding="utf-8")
    done = command(
        "print",
        "--project",
        str(project),
        "--language",
        case.original,
        "--output",
        str(project / "made.pdf"),
        "--case",
        "valmont",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{file.relative_to(project).as_posix()}:1:1:" in done.stdout
    assert " mm " in done.stdout
