"""What a check or a build looked at and found clean, kept for the next as digests and nothing else.

What is at fault is looked at again each time, so that no finding is ever taken from a file. What is kept
counts only for the very code that looked, on the very day, and only as this machine wrote it: see
DECISIONS.md, "What was found clean".
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import yaml

from vademecum import files
from vademecum.house import PACKAGE

T = TypeVar("T")
FOLDER = (".cache", "check")
SIZE = 16  # bytes of a digest
MOST, MOST_OF_RECORD = 1 << 26, 500  # bytes of files that may be ours


class Clean:
    """Digests of what is known to be clean, and of what was met this time and is."""

    def __init__(self, known: Iterable[bytes] = ()) -> None:
        self.known = frozenset(known)
        self.met: set[bytes] = set()

    def found(self, parts: Iterable[str], look: Callable[[], Iterable[T]]) -> list[T]:
        """What `look` finds: nothing, without looking, where it found nothing in the same parts before."""
        digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()
        found = [] if digest in self.known else list(look())
        if not found:
            self.met.add(digest)
        return found


def read(root: Path) -> Clean:
    """What an earlier check or build of a project found clean; nothing where there was none, or where its
    file is not as it was written, by the code of today.
    """
    kept, record = _places(root)
    try:
        told = json.loads(files.own_bytes(record, MOST_OF_RECORD))
        data = files.own_bytes(kept, MOST)
        known = told == _record(data, kept)
    except (OSError, ValueError):
        return Clean()
    return Clean(data[at : at + SIZE] for at in range(0, len(data), SIZE) if known)


def keep(root: Path, clean: Clean) -> None:
    """Keep what was met and found clean, where that is not what was known. A folder that takes no file
    keeps nothing, which costs the next check its time and no more.
    """
    if clean.met == clean.known:
        return
    kept, record = _places(root)
    with contextlib.suppress(OSError):
        files.own_folder(root, *FOLDER)
        data = b"".join(sorted(clean.met))
        for place in (record, kept):  # a link or a pipe would be written to as it is
            files.remove(place)
        files.write_whole(kept, data)
        files.write_whole(record, json.dumps(_record(data, kept)).encode())


def _places(root: Path) -> tuple[Path, Path]:
    folder = root.joinpath(*FOLDER)
    return folder / "clean", folder / "clean.json"


def _record(data: bytes, kept: Path) -> dict[str, str | int]:
    """What a file must be to count: its bytes, the code that looked, and the moment of its writing, which
    whoever puts a file there, with a pull request for instance, does not know and cannot set.
    """
    moment = kept.stat(follow_symlinks=False).st_ctime_ns
    return {"sha256": hashlib.sha256(data).hexdigest(), "code": _code(), "moment": moment}


def _code() -> str:
    """A digest of what decides what is clean: Python, what is installed beside it, our files, the day."""
    installed = Path(yaml.__file__).parents[1].stat().st_mtime_ns
    said = [sys.version, str(installed), datetime.date.today().isoformat(), *_stamps(str(PACKAGE))]
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


def _stamps(folder: str) -> Iterator[str]:
    """Name, size and moment of each file below a folder."""
    for one in sorted(os.scandir(folder), key=lambda one: one.name):
        if one.is_dir(follow_symlinks=False):
            if one.name != "__pycache__":
                yield from _stamps(one.path)
        else:
            stat = one.stat()
            yield f"{one.path} {stat.st_size} {stat.st_mtime_ns}"
