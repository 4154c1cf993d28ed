#!/usr/bin/env python3
"""Time `review`, `status` and `translated` on a project: `python3 benchmarks/review.py [PROJECT] [--runs 5]`.

The content is copied into a repository of its own; one text and one synonym are changed in it, so that every
page is linked again. Whole processes are timed, in turn; wall time and processor time are medians.
"""

from __future__ import annotations

import argparse
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
    run(folder, "translated")
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


def run(folder: Path, *arguments: str) -> tuple[float, float]:
    """Wall time and processor time of a command, in seconds."""
    command = [sys.executable, str(HOUSE / "build.py"), *arguments, "--project", str(folder)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description="Time review, status and translated on a project.")
    parser.add_argument("project", type=Path, nargs="?", default=HOUSE)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = laid_out(given.project.resolve(), Path(folder))
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
        for _ in range(given.runs):
            for name, command in COMMANDS.items():
                times[name].append(run(project, *command))
    for name, measured in times.items():
        wall, busy = (statistics.median(column) for column in zip(*measured, strict=True))
        least, most = min(one for one, _ in measured), max(one for one, _ in measured)
        print(f"{name:11} {wall:6.2f} s ({least:.2f}–{most:.2f}), processor {busy:.2f} s")


if __name__ == "__main__":
    main()
