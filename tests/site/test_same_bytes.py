"""The same input gives the same bytes, whichever day, place and way it is built."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from workshop import ANOTHER_DAY, build_py, bytes_of, commit, differing, git, run

HERE = Path(__file__).parent
UNDATED = "the pages carry no date of last change"


@pytest.fixture
def clone(project, tmp_path):
    """Makes a clone of the real project."""

    def make(name, *options):
        git(tmp_path, "clone", "--quiet", *options, f"file://{project}", name)
        return tmp_path / name

    return make


@pytest.fixture
def small(project, tmp_path):
    """A small project of its own, with the real project's generator beside it."""
    return Path(shutil.copytree(HERE / "untranslated", tmp_path / "small"))


def test_another_day_makes_the_same_site_and_print(project, small):
    commit(small)
    made = []
    for day in ({}, ANOTHER_DAY):
        shutil.rmtree(small / ".cache", ignore_errors=True)
        shutil.rmtree(small / "site", ignore_errors=True)
        done = build_py(project, "site", "--language", "en", "--project", str(small), **day)
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(bytes_of(small / "site"))
    assert differing(*made) == [] and any(path.endswith(".pdf") for path in made[0])


def test_the_clock_of_these_tests_is_another_one(tmp_path):
    another = {"PYTHONPATH": str(HERE / "clock"), "TODAY": "2031-12-30T12:00:00Z", "TZ": "UTC"}
    assert (
        run([sys.executable, "-c", "import datetime; print(datetime.date.today())"], tmp_path, another).stdout
        == "2031-12-30\n"
    )


def test_a_fault_stops_mkdocs_by_itself_too(clone):
    folder = clone("project")
    (folder / "lexicon" / "twinning.yml").write_text("domain: nowhere\n", encoding="utf-8")
    done = run([sys.executable, "-m", "mkdocs", "build", "--site-dir", "alone"], folder, {})
    assert done.returncode != 0 and "lexicon/twinning.yml:1:" in done.stderr
    assert not list((folder / "alone").rglob("*.html"))


def without_git(project, small):
    return small, "no git"


def without_commit(project, small):
    git(small, "init", "--quiet")
    return small, "no git"


def shallow(project, small):
    commit(small)
    (small / "docs" / "fr" / "more.md").write_text(
        "---\ntitle: Plus\nsummary: Une page de plus.\n---\n\nUne phrase.\n", encoding="utf-8"
    )
    git(small, "add", "--all")
    git(small, "commit", "--quiet", "--message=More")
    git(small.parent, "clone", "--quiet", "--depth=1", f"file://{small}", "shallow")
    return small.parent / "shallow", "shallow clone"


@pytest.mark.parametrize("way", [without_git, without_commit, shallow])
def test_without_history_there_are_no_dates_and_it_is_said_once(project, small, way):
    folder, why = way(project, small)
    done = build_py(project, "site", "--language", "en", "--project", str(folder))
    assert done.returncode == 0
    said = [line for line in done.stdout.splitlines() if UNDATED in line]
    assert len(said) == 1 and said[0].startswith(f".:1:1: remark: {UNDATED}; {why}; ")
    assert not any(
        b"<time " in page for path, page in bytes_of(folder / "site").items() if path.endswith(".html")
    )


def test_dates_are_those_of_the_commits_from_one_call(project, small, tmp_path):
    commit(small)
    calls, wrapper = tmp_path / "calls", tmp_path / "bin" / "git"
    wrapper.parent.mkdir()
    wrapper.write_text(
        f'#!/bin/sh\necho "$@" >> {calls}\nexec {shutil.which("git")} "$@"\n', encoding="utf-8"
    )
    wrapper.chmod(0o755)
    done = build_py(
        project,
        "site",
        "--language",
        "en",
        "--project",
        str(small),
        PATH=f"{wrapper.parent}{os.pathsep}{os.environ['PATH']}",
    )
    assert done.returncode == 0 and UNDATED not in done.stdout
    assert '<time datetime="2026-03-02">' in (small / "site" / "a-propos" / "index.html").read_text(
        encoding="utf-8"
    )
    assert len(calls.read_text(encoding="utf-8").splitlines()) == 1
