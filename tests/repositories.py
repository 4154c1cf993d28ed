"""Repositories of git with the sound project in them, and what is done to their files."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from projects import SOUND

AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2026-01-01T12:00:00Z"))
}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as an author of no machine; its answer."""
    command = ["git", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | AUTHOR | ALONE,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def repository(folder: Path, project: Path = SOUND) -> Path:
    """A repository whose branch main holds a project."""
    shutil.copytree(project, folder, dirs_exist_ok=True)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def commit(folder: Path, message: str = "change") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)


def edit(folder: Path, edits: Mapping[str, Any]) -> None:
    """Change files: a pair replaces the one with the other, a text is the whole file, none deletes it."""
    for name, change in edits.items():
        path = folder / name
        if change is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(change, str):
            path.write_text(change, encoding="utf-8")
            continue
        text = path.read_text(encoding="utf-8")
        assert change[0] in text, f"{name} does not hold {change[0]!r}"
        path.write_text(text.replace(change[0], change[1]), encoding="utf-8")
