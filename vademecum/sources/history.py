"""When each source file last changed, from one call to git."""

from __future__ import annotations

import datetime
import functools
import os
import subprocess
from pathlib import Path

RECORD = b"//"  # what a commit begins with: no file below a folder has such a name
COMMAND = (
    "git",
    "-c",
    "core.quotepath=off",
    "log",
    "--decorate=full",
    "--no-color",
    "--no-show-signature",
    f"--format={RECORD.decode()}%as%x00%D",
    "--name-only",
    "--relative",
    "-z",
    "--no-renames",
    "--",
    ".",
)


class Days(dict[str, datetime.date]):
    """The day of each file's last change, by its path; `first` has the day on which it came."""

    def __init__(self) -> None:
        super().__init__()
        self.first: dict[str, datetime.date] = {}


Dates = tuple[Days, str]  # by file, and why there are none


def dates(root: Path) -> Dates:
    """The date of the last commit that touched each file below `root`, and why there are none, or "".

    Dates are the author's own day. A shallow clone knows no file's history: it gives no date rather than a
    wrong one. Names that are not UTF-8 come as `os.fsdecode` gives them.
    """
    try:
        log = subprocess.run(COMMAND, cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return Days(), "no git"
    return newest(log)


def newest(log: bytes) -> Dates:
    """The newest and the oldest date of each file in a log.

    Fields end with NUL: a commit's date, its refs, its files.
    """
    by_file = Days()
    day: datetime.date | None = None
    fields = iter(log.split(b"\0"))
    for field in fields:
        if field.startswith(RECORD):
            day = _day(field.removeprefix(RECORD))
            # Refs stand with their full name, so that a branch of this name is another word.
            if b"grafted" in next(fields, b"").split(b", "):
                return Days(), "shallow clone"
        elif day and (
            name := os.fsdecode(field.removeprefix(b"\n"))
        ):  # git sets the list of files off by a line
            by_file.setdefault(name, day)
            by_file.first[name] = day
    return by_file, "" if by_file else "no commit"


def _day(text: bytes) -> datetime.date | None:
    """A commit's date; none where it is one that no calendar has, as a tool may write."""
    try:
        return datetime.date.fromisoformat(text.decode())
    except ValueError:
        return None


class Ages:
    """Which of two files changed last; git is asked once, and not before somebody asks."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @functools.cached_property
    def _changed(self) -> set[str]:
        return _uncommitted(self.root)

    @functools.cached_property
    def _dates(self) -> dict[str, datetime.date]:
        return dates(self.root)[0]

    def newer(self, one: str, other: str) -> bool:
        """Whether `one` changed after the `other`, as far as git knows; what is not committed is newest."""
        if (one in self._changed) != (other in self._changed):
            return one in self._changed
        known = self._dates
        return one in known and other in known and known[one] > known[other]


def _uncommitted(root: Path) -> set[str]:
    """The files below `root` that differ from the last commit or are not in it."""
    # Without optional locks git writes no index, which would call a hook.
    command = ["git", "--no-optional-locks", "-c", "core.fsmonitor=false"]
    command += ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."]
    try:
        status = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
        above = subprocess.run(
            ["git", "rev-parse", "--show-prefix"], cwd=root, capture_output=True, check=True, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        return set()
    prefix = above.stdout.strip()
    return {name[3:].removeprefix(prefix) for name in os.fsdecode(status).split("\0") if name}
