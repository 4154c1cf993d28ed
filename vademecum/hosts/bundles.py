"""Style sheets and scripts put together: what a page loads of each comes in one file, named by what is in it.

A name that changes with the content may be kept by browsers for good.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rcssmin import cssmin
from rjsmin import jsmin

from vademecum.language.regex import regex

Kind = Literal["styles", "scripts"]
FOLDERS: dict[Kind, str] = {"styles": "assets/styles/", "scripts": "assets/scripts/"}
ENDINGS: dict[Kind, str] = {"styles": ".css", "scripts": ".js"}
MINIFY: dict[Kind, Callable[[str], str]] = {"styles": cssmin, "scripts": jsmin}
DIGITS = 10  # of the digest in a name
# A module takes this from one that stands before it in the same bundle.
IMPORT = regex(r'^import \{[^}]*\} from "\./[\w-]+\.js";\n', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files put together: the path below the site's root, and the content."""

    path: str
    content: str


class Bundles:
    """The bundles of a site, each made once.

    `sources` are the theme's files by their paths below the root. Pages name style sheets and scripts below
    the folders of their kinds.
    """

    def __init__(self, sources: Mapping[str, Path]) -> None:
        self.sources = sources
        self.made: dict[tuple[str, ...], Bundle] = {}

    def add(self, kind: Kind, names: Iterable[str], called: str = "") -> None:
        """Make the bundle of some files, if it is not made; a name that the theme lacks is left out.

        It is called so or after the first of them, with a digest of all.
        """
        known = tuple(path for path in _paths(kind, names) if path in self.sources)
        if known and known not in self.made:
            self.made[known] = self._bundle(kind, known, called or Path(known[0]).stem)

    def _bundle(self, kind: Kind, paths: tuple[str, ...], called: str) -> Bundle:
        texts = (IMPORT.sub("", self.sources[path].read_text(encoding="utf-8")) for path in paths)
        parts = [MINIFY[kind](text).strip() for text in texts]
        content = "\n".join(parts) + "\n"
        return Bundle(f"{FOLDERS[kind]}{called}.{digest(content.encode())}{ENDINGS[kind]}", content)

    def paths(self, kind: Kind, names: Iterable[str]) -> list[str]:
        """What a page loads for some files: their bundle; the files themselves where none was made."""
        wanted = _paths(kind, names)
        bundle = self.made.get(tuple(path for path in wanted if path in self.sources))
        return [bundle.path] if bundle else wanted

    def inside(self) -> set[str]:
        """The files that are in a bundle."""
        return {path for paths in self.made for path in paths}


def digest(content: bytes) -> str:
    """What tells a content from others, for a name or an address that browsers keep."""
    return hashlib.sha256(content).hexdigest()[:DIGITS]


def _paths(kind: Kind, names: Iterable[str]) -> list[str]:
    return [name if name.startswith(FOLDERS[kind]) else FOLDERS[kind] + name for name in names]
