"""What the check takes for a hostile chapter, and for one twice as long: what is linear takes twice the time.

python3 benchmarks/limits.py [NAME]

The chapters are those of tests/hostile.py, each alone in the smallest sound project; of each the quickest of
five runs of the check, in seconds of processor. Exit status 1 where one took over three times as long: what
is quadratic takes four. The tests count calls, which are the same on any machine; only time shows what a
regular expression takes.
"""

from __future__ import annotations

import gc
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from hostile import FRONT, HOSTILE, OPENING
from projects import SOUND, findings
from timing import machine

RUNS = 5
BOUND = 3.0


def seconds(project: Path, body: str) -> float:
    (project / OPENING).write_text(FRONT + body, encoding="utf-8")
    taken = []
    gc.collect()
    gc.disable()  # it starts when it likes, and looks at all that there is
    for _ in range(RUNS):
        start = time.process_time()
        findings(project)
        taken.append(time.process_time() - start)
    gc.enable()
    return min(taken)


def measured(project: Path, size: int, text: Callable[[int], str]) -> tuple[float, float]:
    """What the check takes for the text and for twice as much, less what the rest of the project takes."""
    rest = seconds(project, "")
    return seconds(project, text(size)) - rest, seconds(project, text(2 * size)) - rest


def main(names: list[str]) -> int:
    print(machine())
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(SOUND, Path(folder) / "project"))
        for name, (size, text) in HOSTILE.items():
            if names and name not in names:
                continue
            once, twice = measured(project, size, text)
            # A text that a limit refuses takes next to nothing, whose ratio says nothing.
            wrong = twice > BOUND * max(once, 0.1)
            over += wrong
            print(f"{name:<28} {once:6.2f} s  {twice:6.2f} s{'   more than linear' if wrong else ''}")
    return over > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
