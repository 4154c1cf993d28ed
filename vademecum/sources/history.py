"""When each source file last changed, from one call to git."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

RECORD = "\x01"
Dates = tuple[dict[str, datetime.date], str]  # by file, and why there are none


def dates(root: Path) -> Dates:
    """The date of the last commit that touched each file below `root`, and why there are none ("" where there
    are).

    Dates are the author's own day. A shallow clone knows no file's history: it gives no date rather than a
    wrong one.
    """
    command = [
        "git",
        "-c",
        "core.quotepath=off",
        "log",
        f"--format={RECORD}%as%x00%D",
        "--name-only",
        "--relative",
        "-z",
        "--no-renames",
        "--",
        ".",
    ]
    try:
        made = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError):
        return {}, "no git"
    return _newest(made.stdout)


def _newest(log: str) -> Dates:
    found: dict[str, datetime.date] = {}
    for record in log.split(RECORD)[1:]:
        day, refs, *names = record.split("\0")
        if "grafted" in refs:
            return {}, "shallow clone"
        for name in names:
            if name := name.strip("\n"):
                found.setdefault(name, datetime.date.fromisoformat(day))
    return found, "" if found else "no commit"


def newer(root: Path, one: str, other: str) -> bool:
    """Whether `one` of two files changed after the `other`, as far as git knows; what is not committed is
    newest.
    """
    changed = _uncommitted(root)
    if (one in changed) != (other in changed):
        return one in changed
    known, _ = dates(root)
    return one in known and other in known and known[one] > known[other]


def _uncommitted(root: Path) -> set[str]:
    """The files below `root` that differ from the last commit or are not in it."""
    status = ["git", "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."]
    prefix = ["git", "rev-parse", "--show-prefix"]
    try:
        told, above = (
            subprocess.run(
                command, cwd=root, capture_output=True, check=True, encoding="utf-8", errors="surrogateescape"
            ).stdout
            for command in (status, prefix)
        )
    except (OSError, subprocess.CalledProcessError):
        return set()
    return {name[3:].removeprefix(above.strip("\n")) for name in told.split("\0") if name}
