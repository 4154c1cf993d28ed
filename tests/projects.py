"""Small projects to check: the sound one, and the sound one with a case's files laid over it."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from vademecum.checks import messages
from vademecum.checks.together import seen_together
from vademecum.checks.unused import unused
from vademecum.checks.words.spelling import known_words, misspelt_words
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import Project, opened, read_project
from vademecum.sources.cache import Cache

HERE = Path(__file__).parent
SOUND, BROKEN = HERE / "sound", HERE / "broken"
EXPECTED = {"en": "expected.txt", "fr": "expected.fr.txt"}


def laid_over(case: Path, folder: Path) -> Path:
    """A copy of the sound project in `folder`, with the files of a case over it.

    A folder may take a file's place.
    """
    project = Path(shutil.copytree(SOUND, folder / "project"))
    for path in case.rglob("*"):
        target = project / path.relative_to(case)
        if path.is_dir() and not path.is_symlink() and target.is_file():
            target.unlink()
    return Path(
        shutil.copytree(
            case,
            project,
            symlinks=True,
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns(*EXPECTED.values()),
        )
    )


def editions(
    project: Path, cache: Cache | None = None, dates: Mapping[str, datetime.date] | None = None
) -> list[Edition]:
    """A project's edition in each language, of sources last changed on dates; nothing is checked."""
    return _editions(opened(project, cache), cache, dates)


def _editions(
    made: Project, cache: Cache | None, dates: Mapping[str, datetime.date] | None = None
) -> list[Edition]:
    setting = Setting("https://vade-mecum.example/", dates=dates or {})
    return [
        Edition(made.library, made.addresses, language, made.matching, setting, cache)
        for language in LANGUAGES
    ]


def findings(project: Path, cache: Cache | None = None) -> list[Finding]:
    """What `check` finds, in this process: a tenth of a command's time, less with a cache."""
    read = read_project(project, cache)
    found, made = read.findings, _editions(read, cache)
    known = known_words(read.library)
    for edition in made:
        wrong = misspelt_words(read.library, known, edition.language, edition.here.parsed)
        found = [*found, *edition.findings.of_pages(), *edition.findings.of_loose_files(), *wrong]
    used = set().union(*(edition.used() for edition in made))
    return messages.ordered(seen_together(read.library, [*found, *unused(read.library, used)]))


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the commands of build.py."""
    return subprocess.run(
        [sys.executable, "-m", "vademecum", *arguments],
        cwd=HERE.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
