"""Files and folders of ours: written whole or not at all, and never through somebody else's link."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file aside, then give it its name. Raises OSError, with the file's name, where that cannot be
    done.

    What is there and is no file, such as a pipe or a device, is written to as it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    aside = path.with_name(f".{path.name[:100]}-{os.getpid()}")
    try:
        remove(aside)
        with aside.open("xb") as opened:
            opened.write(data)
        aside.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = str(path)
        raise


def write_all(folder: Path, contents: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder, by their paths there; each folder on the way is made once."""
    made: set[str] = set()
    for name, content in contents:
        above = name.rpartition("/")[0]
        if above not in made:
            (folder / above).mkdir(parents=True, exist_ok=True)
            made.add(above)
        (folder / name).write_bytes(content)


def own_folder(root: Path, *names: str) -> Path:
    """A folder below `root` that is ours, made where it is missing: a link or a file in its place is taken
    away.

    A link could lead out of the project, to a folder that we would fill and empty.
    """
    folder = root
    for name in names:
        folder = folder / name
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            folder.unlink()
        folder.mkdir(exist_ok=True)
    return folder


def own_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file that we wrote. Raises OSError where there is none, but a link, a pipe, a device or
    more than `most` bytes.
    """
    there = os.lstat(path)
    if not stat.S_ISREG(there.st_mode) or there.st_size > most:
        raise OSError(None, "no file of ours", str(path))
    return path.read_bytes()


def remove(path: Path) -> None:
    """Take away a file, a link or a whole folder, where there is one.

    Raises OSError where it cannot be taken away.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
