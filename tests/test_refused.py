"""A disk, a lock, a place that is taken: one sentence, status 1, the site of before whole, nothing left."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from commands import HOUSE, built, files, left_behind, run, said_by, start

from vademecum.language.data import data_in

HERE = Path(__file__).parent
CASES = data_in(HERE / "refused" / "cases.yml")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("built"))


@pytest.fixture
def project(sound: Path, tmp_path: Path) -> Path:
    """A built project in which a chapter has changed since."""
    folder = Path(shutil.copytree(sound, tmp_path / "project"))
    chapter = next(folder.glob("docs/en/handbook/*.md"))
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nOne sentence more.\n", encoding="utf-8")
    return folder


def site(project: Path, **variables: str) -> tuple[int, str, str]:
    return run("site", "--project", project, "--language", "en", **variables)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_the_system_refuses_is_told_in_a_sentence(project: Path, case: dict[str, Any]) -> None:
    before = files(project / "site")
    arguments = (
        ["--chapter", "opening", "--output", project / "made.pdf"] if case["command"] == "print" else []
    )
    status, _, err = run(
        *(case["command"], "--project", project, "--language", "en", *arguments),
        PYTHONPATH=os.pathsep.join([str(HERE / "refused"), str(HOUSE)]),
        REFUSED=str(project / case["below"]).rstrip("/"),
        REFUSAL=str(getattr(errno, case["errno"])),
        AFTER=str(case["after"]),
    )
    assert status == 1 and case["told"] in err, err
    assert len([line for line in err.splitlines() if case["told"] in line]) == 1
    assert (files(project / "site"), (project / "made.pdf").exists()) == (before, False)
    assert site(project)[0] == 0 and left_behind(project) == []


def test_a_file_system_that_takes_no_more_is_told(project: Path) -> None:
    """The real thing, in the process of the press and in ours: no file may grow beyond 20 kB."""
    before = files(project / "site")
    code = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
        f"sys.argv = ['build.py', 'site', '--project', {str(project)!r}, '--language', 'en']; "
        "runpy.run_module('vademecum', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert "The disk is full, or the file too large" in done.stderr
    assert files(project / "site") == before
    assert site(project)[0] == 0 and left_behind(project) == []


def elsewhere(project: Path) -> Path:
    """A folder outside the project with something in it."""
    folder = project.parent / "elsewhere"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", ["link", "dangling link", "file"])
def test_a_site_that_is_a_link_or_a_file_is_left_alone(project: Path, kind: str) -> None:
    shutil.rmtree(project / "site")
    if kind == "file":
        (project / "site").write_text("mine", encoding="utf-8")
    else:
        target = elsewhere(project) if kind == "link" else project / "nowhere"
        (project / "site").symlink_to(target)
    for _ in range(2):
        status, _, err = site(project)
        assert status == 1 and f"{project}/site is a link or a file" in err
    (project / "site").unlink()
    assert site(project)[0] == 0
    assert kind != "link" or [path.name for path in (project.parent / "elsewhere").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (".cache", "link"),
        (".cache/print", "file"),
        (".cache/print/en", "link"),
        (".cache/lock", "link to a file"),
        (".cache/lock", "folder"),
        (".site-before", "link"),
        (".site-before", "file"),
    ],
)
def test_what_stands_in_place_of_our_files_is_not_followed(project: Path, name: str, kind: str) -> None:
    path, foreign = project / name, elsewhere(project)
    if path.exists():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if kind.startswith("link"):
        path.symlink_to(foreign / "mine.txt" if kind.endswith("file") else foreign)
    elif kind == "file":
        path.write_text("theirs", encoding="utf-8")
    else:
        path.mkdir()
        (path / "theirs").write_text("theirs", encoding="utf-8")
    assert site(project)[0] == 0
    assert files(foreign) == {"mine.txt": b"mine"}
    assert (project / "site" / "index.html").exists() and not (project / ".site-before").exists()


def test_a_build_that_waits_says_for_whom(project: Path) -> None:
    with (project / ".cache" / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("4711\n")
        lock.flush()
        with start("site", "--project", project, "--language", "en") as process:
            assert process.stderr
            said = process.stderr.readline()
            fcntl.flock(lock, fcntl.LOCK_UN)
            rest = said_by(process, 60)[1]
    assert "under way (process 4711)" in said, said + rest
    assert process.returncode == 0


def test_two_builds_at_once_both_end_well(project: Path) -> None:
    commands = [start("site", "--project", project, "--language", "en") for _ in range(2)]
    outputs = [said_by(command, 90) for command in commands]
    assert [command.returncode for command in commands] == [0, 0], outputs
    assert sum("nothing had changed" in out for out, _ in outputs) == 1
    assert left_behind(project) == []


def test_a_template_that_is_missing_or_broken_is_told_with_its_place(project: Path) -> None:
    for name in ("hooks", "vademecum", "mkdocs.yml"):
        (project / name).symlink_to(HOUSE / name)
    shutil.copytree(HOUSE / "theme", project / "theme")
    before = files(project / "site")
    (project / "theme" / "main.html").write_text("{% extends 'none.html' %}", encoding="utf-8")
    status, _, err = site(project)
    assert status == 1 and "The build stopped: none.html" in err, err
    (project / "theme" / "main.html").write_text("\n{% block %}", encoding="utf-8")
    status, _, err = site(project)
    assert status == 1 and "theme/main.html:2: " in err, err
    assert files(project / "site") == before and left_behind(project) == []
    # The content alone is sound.
    assert run("site", "--project", project, "--house-settings")[0] == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site_name: [", "cannot be read"),
        ("- a list", "cannot be read"),
        ("site_name: X\nsite_url: nowhere\n", "site_url must be a whole address"),
        ("site_name: X\nplugins: [none-of-this-name]\n", "cannot be read"),
        ("site_name: X\ntheme: {name: none-of-this-name}\n", "cannot be read"),
    ],
)
def test_settings_that_cannot_be_used_are_told(project: Path, text: str, told: str) -> None:
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    status, _, err = site(project)
    assert status == 1 and told in err and "mkdocs.yml" in err, err
