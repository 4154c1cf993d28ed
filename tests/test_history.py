"""The dates of files, from histories that nobody would write on purpose."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from vademecum.sources import history

DAY = datetime.date(2026, 3, 2)
NAMES = [
    b"plain.md",
    b"n\xc3.md",
    b"bell\x01.md",
    b"two\nlines.md",
    b"\nfirst.md",
    "été.md".encode(),
    b"a b/c",
]
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "x@y.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **{f"GIT_{who}_DATE": "2026-03-02T12:00:00+00:00" for who in ("AUTHOR", "COMMITTER")},
}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=os.environ | GIT)


@pytest.fixture(params=["main", "grafted", "grafted-old"])
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A repository on a branch of a certain name, in which each name was once a file."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", f"--initial-branch={request.param}")
    for name in NAMES:
        path = folder / os.fsdecode(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=All")
    (folder / os.fsdecode(NAMES[1])).unlink()
    git(folder, "commit", "--quiet", "--all", "--message=Deleted")
    git(folder, "tag", "grafted", "HEAD~1")
    return folder


def test_any_name_has_its_date(repository: Path) -> None:
    assert history.dates(repository) == ({os.fsdecode(name): DAY for name in NAMES}, "")


def test_a_folder_of_the_repository_knows_its_own_files(repository: Path) -> None:
    folder = repository / "below"
    folder.mkdir()
    (folder / "page.md").write_text("x", encoding="utf-8")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=Below")
    assert history.dates(folder) == ({"page.md": DAY}, "")


def test_a_shallow_clone_gives_no_dates(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")
    assert history.dates(tmp_path / "shallow") == ({}, "shallow clone")


def test_without_repository_or_git_there_are_no_dates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history.dates(tmp_path) == ({}, "no git")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history.dates(tmp_path) == ({}, "no git")


def test_a_date_of_no_calendar_is_no_date() -> None:
    assert history.newest(b"//2026-13-40\0\0\nodd.md\0//2026-03-02\0\0\nodd.md\0") == ({"odd.md": DAY}, "")
