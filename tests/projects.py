"""Small projects to check: the sound one, and the sound one with a case's files laid over it."""

from __future__ import annotations

import shutil
from pathlib import Path

import engine
from vademecum import messages

HERE = Path(__file__).parent
SOUND, BROKEN = HERE / "sound", HERE / "broken"
EXPECTED = {"en": "expected.txt", "fr": "expected.fr.txt"}


def laid_over(case: Path, folder: Path) -> Path:
    """A copy of the sound project in `folder`, with the files of a case over it. A folder takes a file's place, and a file a folder's."""
    project = Path(shutil.copytree(SOUND, folder / "project"))
    for path in sorted(case.rglob("*")):
        target = project / path.relative_to(case)
        if path.is_dir() and not path.is_symlink() and target.is_file():
            target.unlink()
    return Path(shutil.copytree(case, project, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*EXPECTED.values())))


def lines(project: Path) -> dict[str, str]:
    """What `check` tells of a project, in each language."""
    findings = engine.check_project(project)
    return {language: "".join(f"{messages.line(finding, language)}\n" for finding in findings) for language in EXPECTED}
