#!/usr/bin/env python3
"""Time `review`, `status` and `translated` on a project: `python3 benchmarks/review.py [PROJECT] [--runs 5]`.

The content is copied into a repository of its own; one text and one synonym are changed in it, so that every
page is linked again. Whole processes are timed, in turn; wall time and processor time are medians.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from timing import Run, run, summary

HOUSE = Path(__file__).resolve().parents[1]
CONTENT = ("docs", "lexicon", "case_studies", "references.yml", "acronyms.yml", "vocabularies.yml")
COMMANDS = {
    "review": ["review", "--base", "main", "--format", "markdown"],
    "status": ["status", "--format", "json"],
    "translated": ["translated"],
    "check": ["check", "--format", "json"],
}


def laid_out(project: Path, folder: Path) -> Path:
    """A repository with a project's content on its branch main, recorded, and a change on top."""
    for name in CONTENT:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy(source, folder / name)
    timed(folder, "translated")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "content"]):
        git(folder, *command)
    git(folder, "checkout", "-q", "-b", "work")
    change(folder)
    git(folder, "commit", "-q", "-a", "-m", "change")
    return folder


def change(folder: Path) -> None:
    """A sentence more in a case; a synonym more."""
    case = next(iter(sorted((folder / "case_studies").glob("*.fr.md"))))
    case.write_text(case.read_text(encoding="utf-8") + "\nUne phrase de 2021, à Lyon.\n", encoding="utf-8")
    concept = next(iter(sorted((folder / "lexicon").glob("*.yml"))))
    text = re.sub(
        r"(?m)^(    synonyms: \[)", r'\1"benchmark", ', concept.read_text(encoding="utf-8"), count=1
    )
    concept.write_text(text, encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True)


def timed(folder: Path, *arguments: str) -> Run:
    return run([sys.executable, str(HOUSE / "build.py"), *arguments, "--project", str(folder)], folder)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time review, status and translated on a project.")
    parser.add_argument("project", type=Path, nargs="?", default=HOUSE)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = laid_out(given.project.resolve(), Path(folder))
        times: dict[str, list[Run]] = {name: [] for name in COMMANDS}
        for _ in range(given.runs):
            for name, arguments in COMMANDS.items():
                times[name].append(timed(project, *arguments))
    for name, runs in times.items():
        print(summary(name, runs))


if __name__ == "__main__":
    main()
