"""The content of a project as a commit has it, laid out in a folder to be read like any other.

Only content is taken, as plain files: no link, no setting, nothing that runs. Git is asked by its plumbing,
which obeys neither the hooks nor the attributes of the tree that it reads.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from vademecum.sources.library import VOCABULARIES

CONTENT = ("docs", "lexicon", "case_studies", "references.yml", "acronyms.yml", VOCABULARIES)
ALSO = ("words.fr.txt", "words.en.txt", "translations.lock.json")
PLAIN = (b"100644", b"100755")  # files, and no links or submodules
# Where a branch of a pull request is compared with another, the other is often known by its remote alone.
PREFIXES = ("", "origin/")


class NoBase(Exception):
    """Why there is no base to compare with: `code` names a sentence, `values` fill it."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values


@contextmanager
def base_tree(root: Path, name: str) -> Iterator[Path]:
    """A temporary folder with the content of the commit at which a project left a branch.

    A file that is the same in both has the same time as in the project, so that a `Cache` reads it once.
    Raises NoBase where `root` is in no repository, has no such branch, or not the history that leads to it.
    """
    commit = base_commit(root, name)
    with tempfile.TemporaryDirectory(prefix="base-") as folder:
        place = Path(folder).resolve()
        _lay_out(root, commit, place)
        yield place


def base_commit(root: Path, name: str) -> str:
    """The commit at which the project's head left a branch, tag or commit. Raises NoBase."""
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise NoBase("no_repository", path=str(root))
    for prefix in PREFIXES:
        known = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{prefix}{name}^{{commit}}"
        )
        if known and (left := _git(root, "merge-base", "HEAD", known.decode().strip())):
            return left.decode().strip()
        if known:
            shallow = (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
            raise NoBase("shallow" if shallow else "no_ancestor", base=name)
    raise NoBase("unknown_base", base=name)


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers; none where it refuses, or is not there."""
    command = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off", *arguments)
    try:
        return subprocess.run(command, cwd=root, capture_output=True, input=given, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def _lay_out(root: Path, commit: str, place: Path) -> None:
    """Write the content of a commit below a folder."""
    prefix = (_git(root, "rev-parse", "--show-prefix") or b"").decode().strip()
    listed = _git(
        root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *(f"{prefix}{c}" for c in (*CONTENT, *ALSO))
    )
    wanted: list[tuple[bytes, str]] = []
    for line in (listed or b"").split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, kind, blob = about.split()
        path = os.fsdecode(name).removeprefix(prefix)
        if kind == b"blob" and mode in PLAIN and ".." not in PurePosixPath(path).parts:
            wanted.append((blob, path))
    same = {path for _, path in wanted} - _changed(root, commit)
    for path, data in _contents(root, wanted):
        target = place / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        _date(target, root / path, path in same)


def _date(target: Path, own: Path, same: bool) -> None:
    """Give a file the time of the project's own where both are the same; else one that no file of it has."""
    try:
        stat = own.stat()
        time = stat.st_mtime_ns if same and stat.st_size == target.stat().st_size else 1
    except OSError:
        time = 1
    os.utime(target, ns=(time, time))


def _changed(root: Path, commit: str) -> set[str]:
    """The files that differ from a commit, of those that git knows."""
    listed = _git(
        root, "diff", "--name-only", "-z", "--no-renames", "--relative", "--no-ext-diff", commit, "--", "."
    )
    return set(os.fsdecode(listed or b"").split("\0"))


def _contents(root: Path, wanted: list[tuple[bytes, str]]) -> Iterator[tuple[str, bytes]]:
    """The bytes of blobs, in one call to git."""
    asked = b"".join(blob + b"\n" for blob, _ in wanted)
    answer = _git(root, "cat-file", "--batch", given=asked) or b""
    at = 0
    for _, path in wanted:
        end = answer.find(b"\n", at)
        about = answer[at:end].split()
        if end < 0 or len(about) != 3 or about[1] != b"blob":
            raise NoBase("damaged_base", path=path)
        size = int(about[2])
        yield path, answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def passage_history(root: Path, path: str, most: int = 100) -> Iterator[bytes]:
    """What a file held in each commit that changed it, the newest first; at most so many."""
    log = _git(root, "log", f"--max-count={most}", "--format=%H", "--no-renames", "--", path)
    prefix = (_git(root, "rev-parse", "--show-prefix") or b"").decode().strip()
    commits = (log or b"").split()
    answer = _git(
        root, "cat-file", "--batch", given=b"".join(c + f":{prefix}{path}\n".encode() for c in commits)
    )
    at = 0
    for _ in commits:
        end = (answer or b"").find(b"\n", at)
        if answer is None or end < 0:
            return
        about = answer[at:end].split()
        size = int(about[2]) if len(about) == 3 and about[1] == b"blob" else -1
        if size >= 0:
            yield answer[end + 1 : end + 1 + size]
        at = end + 1 + (size + 1 if size >= 0 else 0)
