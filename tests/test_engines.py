"""The same site whichever engine builds it: our command, MkDocs by itself, ProperDocs, its living fork."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import HOUSE, files, run
from projects import SOUND

GENERATOR = ("hooks", "vademecum", "theme", "print", "vocabularies.yml", "mkdocs.yml")
ENGINES = {"mkdocs": [], "properdocs": ["--config-file", "mkdocs.yml"]}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest project with a generator of its own, as a checkout has it; built with our command."""
    folder = Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("engines") / "project"))
    for name in GENERATOR:
        copy = shutil.copytree if (HOUSE / name).is_dir() else shutil.copy
        copy(HOUSE / name, folder / name)
    status, out, err = run("site", "--project", folder)
    assert status == 0, out + err
    return folder


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_by_itself_makes_the_same_files(project: Path, engine: str) -> None:
    target = project / f"by-{engine}"
    command = [sys.executable, "-m", engine, "build", "--strict", *ENGINES[engine], "--site-dir", str(target)]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith("WARNING")] == []
    ours, theirs = files(project / "site"), files(target)
    assert len(ours) > 40
    assert sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)) == []
