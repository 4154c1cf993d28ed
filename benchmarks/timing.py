"""The time and memory of whole processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One process and those it waited for: wall time, processor time, peak memory of the largest of them."""

    seconds: float
    processor: float
    megabytes: float


def run(command: Sequence[str], folder: Path, given: Path = Path(os.devnull)) -> Run:
    """Run a command in a folder, with a file as its input, and wait for it; its output is shown only where
    it fails, which ends the program.
    """
    start = time.perf_counter()
    with given.open("rb") as read:
        process = subprocess.Popen(
            command, cwd=folder, stdin=read, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{output.decode(errors='replace')}\n{' '.join(command)}: exit status {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def ratios(these: Sequence[Run], those: Sequence[Run]) -> tuple[float, float, float]:
    """Median, least and greatest of the pairwise ratios of wall times."""
    found = [a.seconds / b.seconds for a, b in zip(these, those, strict=True)]
    return statistics.median(found), min(found), max(found)


def differences(these: Sequence[Run], those: Sequence[Run]) -> tuple[float, float, float]:
    """Median, least and greatest of what each run took longer than the other of its pair."""
    found = [a.seconds - b.seconds for a, b in zip(these, those, strict=True)]
    return statistics.median(found), min(found), max(found)


def machine() -> str:
    """What to read the figures with: a load above the number of these processes says that others were at
    work.
    """
    return f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"


def summary(name: str, runs: Sequence[Run]) -> str:
    """One line: median seconds, their range, processor seconds, peak memory."""
    seconds = [one.seconds for one in runs]
    processor = statistics.median(one.processor for one in runs)
    peak = max(one.megabytes for one in runs)
    wall = f"{statistics.median(seconds):7.2f} s  ({min(seconds):.2f}–{max(seconds):.2f})"
    return f"{name:<34} {wall}  {processor:7.2f} s of processor  {peak:6.0f} MB"
