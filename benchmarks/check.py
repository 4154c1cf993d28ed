#!/usr/bin/env python3
"""Time the check of a project: `python3 benchmarks/check.py PROJECT [--runs 3] [--against CHECKOUT PROJECT]`.

`build.py check` as a whole process, which knows nothing of the project, then once more, which knows what the
first found clean; then, in one process that keeps what it knows as `check --watch` does, the check after one
case was changed. With `--against`, an older checkout that has its own environment and its own synthetic
project takes turns with it, and the ratios of the processor's time are told. The project is copied: nothing
in it is changed.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from timing import Run, machine, run, summary

HOUSE = Path(__file__).resolve().parents[1]


def check(checkout: Path, python: str, project: Path) -> Run:
    return run([python, "build.py", "check", "--project", str(project)], checkout)


def again(project: Path, runs: int) -> list[float]:
    """Seconds of each check after one case was changed."""
    sys.path.insert(0, str(HOUSE))
    from vademecum.pages.project import check_again
    from vademecum.sources.cache import Cache

    case = sorted((project / "case_studies").glob("*.md"))[0]
    cache, seconds = Cache(), []
    check_again(project, cache)
    for number in range(runs):
        case.write_text(f"{case.read_text(encoding='utf-8')}\nEn {2000 + number}.\n", encoding="utf-8")
        start = time.perf_counter()
        check_again(project, cache)
        seconds.append(time.perf_counter() - start)
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("project", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--against", type=Path, nargs=2, metavar=("CHECKOUT", "PROJECT"))
    given = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory(prefix="vademecum-check-") as folder:
        project = Path(folder, "project")
        left = shutil.ignore_patterns("site", ".*")
        shutil.copytree(given.project, project, symlinks=True, ignore=left)
        ours: dict[str, list[Run]] = {"check": [], "once more": []}
        theirs: list[Run] = []
        for _ in range(given.runs):
            if given.against:
                checkout, other = (path.resolve() for path in given.against)
                theirs.append(check(checkout, str(checkout / ".venv/bin/python"), other))
            shutil.rmtree(project / ".cache", ignore_errors=True)
            for times in ours.values():
                times.append(check(HOUSE, sys.executable, project))
        if theirs:
            print(summary("the other", theirs))
        for name, times in ours.items():
            print(summary(name, times))
            if theirs:
                found = [a.processor / b.processor for a, b in zip(times, theirs, strict=True)]
                median, least, most = statistics.median(found), min(found), max(found)
                print(f"{name}: ratio of processor {median:.2f} ({least:.2f}–{most:.2f})")
        seconds = again(project, given.runs)
        median, least, most = statistics.median(seconds), min(seconds), max(seconds)
        print(f"again after one case changed {median:.2f} s ({least:.2f}–{most:.2f})")


if __name__ == "__main__":
    main()
