"""What commands take and what they say: no markup, no control characters, no traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from commands import files, run, start
from projects import SOUND

ESCAPE = "\x1b[2K\x1b[1ANo fault.\u202e\x9b"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


USAGE = {
    "port out of range": ["serve", "--port", "80123"],
    "port below": ["serve", "--port", "-1"],
    "no file": ["print", "--chapter", "opening", "--output", ""],
    "a folder": ["print", "--chapter", "opening", "--output", "."],
    "no folder": ["print", "--chapter", "opening", "--output", "nowhere/a.pdf"],
    "no such file to check": ["check", "nowhere.md"],
    "a file outside to check": ["check", "/etc/hostname"],
    "no output": ["print", "--chapter", "opening"],
    "a title of a booklet": ["print", "--booklet", "pair", "--title", "Mine", "--output", "a.pdf"],
    "a title of two lines": ["print", "--chapter", "opening", "--title", "a\nb", "--output", "a.pdf"],
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE)
def test_what_cannot_be_understood_is_a_matter_of_usage(project: Path, arguments: list[str]) -> None:
    status, out, err = run(*arguments, "--project", project)
    assert (status, out) == (2, "") and "Usage: build.py" in err and "Error: " in err


@pytest.mark.parametrize("name", ["[/x]", "[red]x[/red]", ESCAPE, "", "x" * 5000, "../../secret"])
def test_any_name_that_is_nobodys_is_told_as_it_is(project: Path, name: str) -> None:
    status, out, err = run("print", "--project", project, "--chapter", name, "--output", project / "a.pdf")
    assert (status, out) == (1, "") and not (project / "a.pdf").exists()
    assert not set(ESCAPE) & set("\x1b\u202e\x9b") & set(err)
    assert name not in ("[/x]", "[red]x[/red]") or f"--chapter {name}: " in err


def test_a_text_does_not_command_the_terminal(project: Path) -> None:
    chapter = project / "docs" / "en" / "handbook" / "opening.md"
    lines = "".join(f'"[x](concept:{name})"\n\n' for name in ("a\u202eb", "c\u009bd"))
    chapter.write_text(chapter.read_text(encoding="utf-8") + lines, encoding="utf-8")
    (project / "lexicon" / "attractiveness.yml").write_text('domain: "a\\e[2Kb"\n', encoding="utf-8")
    for form in ("text", "github", "json"):
        status, out, err = run("check", "--project", project, "--format", form)
        assert status == 1 and not set("\x1b\u202e\x9b") & set(out + err), form
    assert any(
        "\\e" in found["message"]
        for found in json.loads(run("check", "--project", project, "--format", "json")[1])
    )


def test_texts_are_listed_and_found_by_id_and_by_the_name_in_their_address(project: Path) -> None:
    status, out, _ = run("print", "--project", project, "--language", "fr", "--list")
    assert status == 0
    assert "--chapter opening (ouverture): " in out and "--case valmont: " in out
    for name in ("opening", "ouverture"):
        target = project / f"{name}.pdf"
        status, _, err = run(
            *("print", "--project", project, "--language", "fr", "--chapter", name, "--output", target)
        )
        assert (status, target.read_bytes()[:4]) == (0, b"%PDF"), err
    assert files(project)["opening.pdf"] == files(project)["ouverture.pdf"]
    status, _, err = run(
        *(
            "print",
            "--project",
            project,
            "--language",
            "en",
            "--chapter",
            "ouvertur",
            "--output",
            project / "x.pdf",
        )
    )
    assert status == 1 and "“build.py print --list” tells all the names" in err


@pytest.mark.parametrize(
    ("address", "warned"),
    [("", True), ("https://vade-mecum.example/", True), ("https://handbook.gouv.fr/x/", False)],
)
def test_codes_that_lead_nowhere_are_told(project: Path, address: str, warned: bool) -> None:
    variables = {"SITE_URL": address} if address else {}
    arguments = ["--chapter", "opening", "--language", "en", "--output", project / "a.pdf"]
    status, _, err = run("print", "--project", project, *arguments, **variables)
    assert status == 0 and ("SITE_URL" in err) == warned, err


def test_a_title_makes_a_booklet_of_ones_own(project: Path) -> None:
    target = project / "mine.pdf"
    arguments = ["--case", "valmont", "--title", "Ours, <b> & #all", "--language", "en", "--output", target]
    assert run("print", "--project", project, *arguments)[0] == 0
    assert pypdfium2.PdfDocument(target).get_metadata_value("Title") == "Ours, <b> & #all"


def test_output_that_is_piped_away_is_no_trouble(project: Path) -> None:
    with start("print", "--project", project, "--list") as process:
        assert process.stdout
        process.stdout.close()
        process.wait(30)
        assert process.stderr and "Traceback" not in process.stderr.read()


# -- a stranger's folder -------------------------------------------------------------------------------

HOSTILE = """\
site_name: Theirs
hooks: [theirs.py]
theme: {name: material}
extra: {secret: !ENV SECRET}
"""


@pytest.fixture
def stranger(project: Path) -> Path:
    """A project whose settings, and a module named like one of ours, leave a trace where they are run."""
    trace = f"from pathlib import Path\nPath({str(project / 'trace')!r}).write_text('run')\n"
    (project / "mkdocs.yml").write_text(HOSTILE, encoding="utf-8")
    for name in ("theirs.py", "yaml.py", "typst.py", "vademecum.py"):
        (project / name).write_text(trace, encoding="utf-8")
    return project


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["links", "README.md", "--language", "en"],
        ["site", "--house-settings"],
        ["print", "--house-settings", "--chapter", "opening", "--output", "OUTPUT"],
    ],
    ids=lambda command: command[0],
)
def test_content_alone_runs_nothing_of_the_strangers(stranger: Path, command: list[str]) -> None:
    arguments = [str(stranger / "a.pdf") if word == "OUTPUT" else word for word in command]
    status, out, err = run(
        *arguments, "--project", stranger, folder=None if command[0] == "links" else stranger
    )
    assert status == 0, out + err
    assert not (stranger / "trace").exists()


def test_a_projects_own_settings_are_run_and_said_to_be(stranger: Path) -> None:
    _, _, err = run("site", "--project", stranger, "--language", "en", "--no-print")
    assert "are code: their plugins, hooks and theme are run. --house-settings" in err
    assert (stranger / "trace").exists()


def test_what_is_told_of_named_files_is_theirs(project: Path) -> None:
    (project / "lexicon" / "attractiveness.yml").write_text("domain: [", encoding="utf-8")
    chapter = project / "docs" / "en" / "handbook" / "opening.md"
    chapter.write_text(f"{chapter.read_text(encoding='utf-8')}\n[x](nowhere.md)\n", encoding="utf-8")
    for named in (chapter, "docs/en", "docs/en/handbook/opening.md"):
        status, out, err = run("check", "--project", project, named)
        assert (status, {line.partition(":")[0] for line in out.splitlines()}) == (
            1,
            {"docs/en/handbook/opening.md"},
        )
        assert "In the other files, faults: " in err
    status, out, err = run("check", "--project", project, "docs/fr", "references.yml")
    assert (status, out) == (0, "") and "No fault." in err and "faults: 0" not in err
