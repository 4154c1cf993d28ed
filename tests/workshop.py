"""Copies of the project to build, and what their builds say and leave."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
MADE = (".git", ".venv", ".cache", ".site-before", ".*_cache", ".hypothesis", "__pycache__", "site")
NOT_COPIED = shutil.ignore_patterns(*MADE, "tests", "benchmarks")
COMMITTED = "2026-03-02T12:00:00+00:00"
# The clock of whoever builds, as tests/site/clock turns it.
ANOTHER_DAY = {
    "PYTHONPATH": str(HOUSE / "tests" / "site" / "clock"),
    "TODAY": "2031-12-31T23:59:00Z",
    "TZ": "Pacific/Auckland",
}
QUIET_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_DATE": COMMITTED,
    "GIT_COMMITTER_DATE": COMMITTED,
    "GIT_AUTHOR_NAME": "Somebody",
    "GIT_AUTHOR_EMAIL": "somebody@vade-mecum.example",
    "GIT_COMMITTER_NAME": "Somebody",
    "GIT_COMMITTER_EMAIL": "somebody@vade-mecum.example",
}


def copy_of_house(folder: Path) -> Path:
    """The real project without what is made from it, generator included."""
    return Path(shutil.copytree(HOUSE, folder, ignore=NOT_COPIED))


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, env=os.environ | QUIET_GIT
    )


def commit(folder: Path) -> Path:
    """Make a folder a repository of one commit."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Everything")
    return folder


def build_py(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `build.py` runs, with the generator that stands in the project's own folder."""
    return run([sys.executable, "-m", "vademecum", *arguments], project, environment)


def run(command: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


def build(project: Path, **environment: str) -> Path:
    """Build a project that must be sound; its site."""
    done = build_py(project, "site", "--language", "en", **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, for comparing."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths that only one side has, or that are not the same on both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
