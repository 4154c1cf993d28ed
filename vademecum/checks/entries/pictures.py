"""Pictures: what cannot be shown or printed, what is heavier than any page needs, and what tells too much."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.library import Library
from vademecum.sources.names import folded
from vademecum.sources.text import limits
from vademecum.sources.text.picture_place import tells_where
from vademecum.sources.text.pictures import Damaged, endings, read_picture, size_of

# Twice the width of a page's text, for the sharpest screens and for paper at 300 points an inch, is less.
WIDE = 2_600
HEAVY = 1_500_000  # bytes: some thirty pages of text
NAME = regex(r"[\w-][\w.-]{0,100}\.(?:png|jpe?g|webp|gif|svg)\b", re.IGNORECASE)


def pictures(library: Library) -> Iterator[Finding]:
    """What is wrong with pictures, those that some system would take for another among them."""
    named: dict[str, str] = {}
    sound: list[str] = []
    for path in sorted(library.pictures):
        name = path.rpartition("/")[2]
        if (other := named.setdefault(folded(path), path)) != path:
            yield Finding("same-name", Location(path), {"found": name, "other": other})
        found = [*_picture(library, path, name)]
        yield from found
        if not found:  # what cannot be shown yet is not missed
            sound.append(path)
    yield from _unused(library, sound)


def _unused(library: Library, paths: list[str]) -> Iterator[Finding]:
    """Pictures whose name no file gives; none where a file is at fault, which might give it."""
    if not paths or library.unread:
        return
    files = itertools.chain(library.documents.values(), library.bodies)
    named = {folded(found[0]) for file in files for found in NAME.finditer(file.text)}
    for path in paths:
        if folded(name := path.rpartition("/")[2]) not in named:
            values = {"found": name, "nearest": f"../../{path.removeprefix('docs/')}"}
            yield Finding("unused-picture", Location(path), values)


def _picture(library: Library, path: str, name: str) -> Iterator[Finding]:
    if (data := read_picture(library.root, path)) is None:
        yield Finding("unreadable-file", Location(path), {"found": name})
    elif len(data) > limits.PICTURE_BYTES:
        values = {"length": str((library.root / path).stat().st_size), "limit": str(limits.PICTURE_BYTES)}
        yield Finding("picture-too-large", Location(path), values)
    elif not path.lower().endswith(endings(data) or ("/",)):
        yield Finding("unprintable-picture", Location(path), {"found": name})
    else:
        yield from _shown(path, name, data)
        if tells_where(data):
            yield Finding("picture-place", Location(path), {"found": name})


def _shown(path: str, name: str, data: bytes) -> Iterator[Finding]:
    try:
        size = size_of(data)
    except Damaged:
        yield Finding("damaged-picture", Location(path), {"found": name})
        return
    found = f"{size.width} × {size.height}"
    if size.pixels > limits.PICTURE_PIXELS:
        values = {"found": found, "limit": str(limits.PICTURE_PIXELS)}
        yield Finding("too-many-pixels", Location(path), values)
    elif size.width > WIDE or len(data) > HEAVY:
        yield Finding("heavy-picture", Location(path), {"found": found, "length": str(len(data))})
