"""Commands that are stopped or refused on purpose: what they are started with, and what they leave."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from projects import SOUND

HOUSE = Path(__file__).resolve().parents[1]
STOPPED = {signal.SIGINT: 130, signal.SIGTERM: 143}


def start(*arguments: object, folder: Path | None = None, **variables: str) -> subprocess.Popen[str]:
    """A command of build.py, started in a folder as build.py starts it: signals wait until it answers them.
    Ctrl+C reaches it though a shell lets tests ignore it.
    """
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "vademecum", *map(str, arguments)],
        cwd=folder or HOUSE,
        env=os.environ | {"PYTHONPATH": str(HOUSE)} | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=_hold_back,
    )


def _hold_back() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})


def run(*arguments: object, folder: Path | None = None, **variables: str) -> tuple[int, str, str]:
    """A command's exit status, standard output and standard error; a traceback fails."""
    with start(*arguments, folder=folder, **variables) as process:
        out, err = said_by(process, 120)
    assert "Traceback" not in err, err
    return process.returncode, out, err


def said_by(process: subprocess.Popen[str], seconds: float) -> tuple[str, str]:
    """What a command said, once it is at its end; one that goes on is killed, so that nobody waits for it."""
    try:
        return process.communicate(timeout=seconds)
    except BaseException:
        process.kill()
        raise


def built(folder: Path) -> Path:
    """The sound project copied to `folder` and built there."""
    project = Path(shutil.copytree(SOUND, folder / "project"))
    status, out, err = run("site", "--project", project, "--language", "en")
    assert status == 0, out + err
    return project


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def left_behind(project: Path) -> list[str]:
    """What a build has left aside."""
    beside = [path.name for path in project.glob(".*") if path.name not in (".cache", ".git")]
    within = [path.name for path in (project / ".cache").rglob("*") if path.name.startswith((".", "build-"))]
    return sorted(beside + within)


def descendants(number: int) -> set[int]:
    """The processes that a process has begun, and theirs. Reads /proc, which Linux has."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(words[1])
    found: set[int] = set()
    while more := {child for child, parent in parents.items() if parent in found | {number}} - found:
        found |= more
    return found


def alive(numbers: set[int]) -> set[int]:
    """Those of some processes that still run."""
    running = set()
    for number in numbers:
        try:
            state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z":
            running.add(number)
    return running
