#!/usr/bin/env python3
"""Time the check of a project: `python3 benchmarks/check.py PROJECT [--runs 3] [--against CHECKOUT PROJECT]`.

`build.py check` as a whole process, wall time and processor time; then, in one process that keeps what it
knows as `check --watch` does, the check after one case was changed. With `--against`, an older checkout that
has its own environment and its own synthetic project takes turns with it, and the ratios of the processor's
time are told. Medians, with the least and greatest. The project is copied: nothing in it is changed.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))


def whole(checkout: Path, python: str, project: Path) -> tuple[float, float]:
    """Seconds and seconds of processor of one check."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [python, "build.py", "check", "--project", str(project)]
    subprocess.run(command, cwd=checkout, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used


def again(project: Path, runs: int) -> list[float]:
    """Seconds of each check after one case was changed."""
    from vademecum.pages.project import check_project
    from vademecum.sources.cache import Cache

    case = sorted((project / "case_studies").glob("*.md"))[0]
    cache, seconds = Cache(), []
    check_project(project, cache)
    for number in range(runs):
        case.write_text(f"{case.read_text(encoding='utf-8')}\nEn {2000 + number}.\n", encoding="utf-8")
        start = time.perf_counter()
        check_project(project, cache)
        seconds.append(time.perf_counter() - start)
    return seconds


def told(name: str, figures: list[float], unit: str = " s") -> None:
    median, least, most = statistics.median(figures), min(figures), max(figures)
    print(f"{name:36} {median:6.2f}{unit}  ({least:.2f}–{most:.2f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("project", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--against", type=Path, nargs=2, metavar=("CHECKOUT", "PROJECT"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vademecum-check-") as folder:
        project = Path(folder, "project")
        shutil.copytree(given.project, project, ignore=shutil.ignore_patterns("site", ".cache"))
        ours, theirs = [], []
        for _ in range(given.runs):
            if given.against:
                checkout, other = (path.resolve() for path in given.against)
                theirs.append(whole(checkout, str(checkout / ".venv/bin/python"), other))
            ours.append(whole(HOUSE, sys.executable, project))
        told("check", [wall for wall, _ in ours])
        told("check, of processor", [used for _, used in ours])
        if theirs:
            told("the other, of processor", [used for _, used in theirs])
            pairs = zip(ours, theirs, strict=True)
            told("ratio of processor", [mine / other for (_, mine), (_, other) in pairs], "  ")
        told("again after one case changed", again(project, given.runs))


if __name__ == "__main__":
    main()
