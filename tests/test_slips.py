"""Natural slips of editors: each is told at its place, with the form to write and what may be meant."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from projects import SOUND, findings

from vademecum.checks import messages
from vademecum.language.data import data_in

SLIPS = data_in(Path(__file__).parent / "slips.yml")
# Two concepts that claim one form, as influence.yml is when it takes a synonym of the other.
BEFORE, AFTER = "never: [rayonnement solaire]", "synonyms: [attractivité territoriale]"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told(name: str, project: Path) -> None:
    slip = SLIPS[name]
    file = project / slip["file"]
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    for old, new in slip["change"].items():
        assert old in text, f"{file.name} no longer holds {old!r}"
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    assert [messages.line(finding, "fr") for finding in findings(project)] == [slip["told"]]


def git(project: Path, *arguments: str, day: int = 1) -> None:
    named = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    when = {
        "GIT_AUTHOR_DATE": f"2026-11-{day:02}T12:00:00",
        "GIT_COMMITTER_DATE": f"2026-11-{day:02}T12:00:00",
    }
    command = ["env", *(f"{key}={value}" for key, value in when.items()), "git", *named, *arguments]
    subprocess.run(command, cwd=project, check=True, capture_output=True)


def claim(project: Path, file: str, old: str, new: str) -> None:
    path = project / "lexicon" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(project: Path) -> list[tuple[str, str]]:
    return [(f.location.path, f.values["other"]) for f in findings(project) if f.code == "form-claimed"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("influence.yml", BEFORE, AFTER),
        ("attractiveness.yml", "synonyms: [attractivité territoriale]", "synonyms: [rayonnement]"),
    ],
)
@pytest.mark.parametrize("committed", [False, True])
def test_a_form_that_is_taken_is_told_in_the_file_that_is_newer(
    file: str, old: str, new: str, committed: bool, project: Path
) -> None:
    git(project, "init", "--initial-branch=main")
    git(project, "add", ".")
    git(project, "commit", "--message=before")
    claim(project, file, old, new)
    if committed:
        git(project, "commit", "--all", "--message=after", day=2)
    other = {"influence.yml": "attractiveness.yml", "attractiveness.yml": "influence.yml"}[file]
    assert told(project) == [(f"lexicon/{file}", f"lexicon/{other}")]


def test_without_history_the_later_file_by_name_is_told(project: Path) -> None:
    claim(project, "influence.yml", BEFORE, AFTER)
    assert told(project) == [("lexicon/influence.yml", "lexicon/attractiveness.yml")]
