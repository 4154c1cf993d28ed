"""A built site as a file that is unpacked and read from disk, without a server.

A server answers for a folder with its index.html; a disk does not. So links name it.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from vademecum.language.regex import regex

# A link to a folder of the site, with or without a query and a place in it; none with a scheme or a file.
FOLDER = regex(r'(\s(?:href|action)=")((?:[\w%.~-]+/)+(?:\.\.?)?|\.\.?)([?#][^"]*)?(?=")')
PRELOAD = regex(r'<link[^>]*\brel="?preload\b[^>]*>')  # a browser refuses these from disk, and needs none
DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip file knows: the same site gives the same bytes
START = "index.html"


def pack(site: Path, file: Path) -> int:
    """Write a site into a zip file, its pages below one folder; how many files it holds.

    Raises OSError where the file cannot be written.
    """
    paths = sorted(path for path in site.rglob("*") if path.is_file() and not path.is_symlink())
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in paths:
            name = path.relative_to(site).as_posix()
            entry = zipfile.ZipInfo(f"{file.stem}/{name}", DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            data = path.read_bytes()
            packed.writestr(entry, named(data.decode()).encode() if name.endswith(".html") else data)
    return len(paths)


def named(html: str) -> str:
    """A page whose links to folders name the page in them."""
    return FOLDER.sub(_named, PRELOAD.sub("", html))


def _named(link: re.Match[str]) -> str:
    folder = link[2] if link[2].endswith("/") else f"{link[2]}/"
    return f"{link[1]}{folder}{START}{link[3] or ''}"
