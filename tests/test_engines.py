"""The same site whichever engine builds it: our command, MkDocs by itself, ProperDocs, its living fork."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
import workshop
from commands import HOUSE, run
from proving import full
from workshop import ANOTHER_DAY, bytes_of, commit, differing

GENERATOR = ("hooks", "vademecum", "theme", "print", "mkdocs.yml")
# What editors' programs leave beside what is read: in either language, and among the pictures.
UNREAD = (
    "docs/en/note.tmp",
    "docs/fr/about.md~",
    "docs/fr/handbook/opening.md.orig",
    "docs/assets/a.png.bak",
)
ENGINES = {"mkdocs": [], "properdocs": ["--config-file", "mkdocs.yml"]}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which every field is filled, with a generator of its own, as a checkout has it, and
    committed; built with our command.
    """
    folder = full(tmp_path_factory.mktemp("engines"))
    for name in GENERATOR:
        copy = shutil.copytree if (HOUSE / name).is_dir() else shutil.copy
        copy(HOUSE / name, folder / name)
    for name in UNREAD:
        (folder / name).write_text("A draft that is nobody's to read.", encoding="utf-8")
    status, out, err = run("site", "--project", commit(folder))
    assert status == 0, out + err
    return folder


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_by_itself_makes_the_same_files_on_another_day(project: Path, engine: str) -> None:
    target = project / f"by-{engine}"
    command = [sys.executable, "-m", engine, "build", "--strict", *ENGINES[engine], "--site-dir", str(target)]
    done = workshop.run(command, project, ANOTHER_DAY)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith("WARNING")] == []
    ours, theirs = bytes_of(project / "site"), bytes_of(target)
    assert len(ours) > 100 and any(name.endswith(".pdf") for name in ours)
    assert differing(ours, theirs) == []


def test_what_nothing_reads_is_not_published(project: Path) -> None:
    names = {Path(path).name for path in UNREAD}
    assert [path for path in (project / "site").rglob("*") if path.name in names] == []
