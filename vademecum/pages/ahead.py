"""The files of a large project, read by two processes at once before anybody asks for them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.model.tools import FOLDER as TOOL_FOLDER
from vademecum.model.tools import TOOLS
from vademecum.pages.parallel import in_parallel
from vademecum.sources.cache import Cache
from vademecum.sources.library import BOOKLETS, FIGURES, GROUPS, HANDBOOK
from vademecum.sources.project_files import read_file

# Which hold nearly all files.
FOLDERS = {
    **{"case_studies": ".md", "lexicon": ".yml", FIGURES.rstrip("/"): ".yml"},
    **{f"{TOOL_FOLDER}{kind}": ".yml" for kind in TOOLS},
    **{f"docs/{language}{below}": ".md" for language in LANGUAGES for below in ("", f"/{HANDBOOK}")},
}
FILES = ("references.yml", "acronyms.yml", BOOKLETS, GROUPS)
FEWEST = 1_000  # files that are worth a second process
SHARE = 4  # of more than those, one in so many is read by a process that has other work before


def read_ahead(root: Path, meanwhile: Callable[[], object] | None = None) -> Cache:
    """A cache that knows the files of a project already, where they are many or where there is something to
    do `meanwhile` in this process.
    """
    cache, paths = Cache(), list(_paths(root))
    if meanwhile or len(paths) >= FEWEST:
        here = paths[FEWEST::SHARE] if meanwhile else paths[::2]
        there = sorted({*paths}.difference(here))
        for files in in_parallel(_read, [(root, here, meanwhile), (root, there, None)]):
            for path, stat, read in files:
                cache.keep(path, stat, read)
    return cache


def _paths(root: Path) -> Iterator[str]:
    yield from (name for name in FILES if os.path.lexists(f"{root}/{name}"))
    for folder, ending in FOLDERS.items():
        with contextlib.suppress(OSError):  # of which the reading itself tells
            yield from (f"{folder}/{name}" for name in os.listdir(root / folder) if name.endswith(ending))


def _read(
    root: Path, paths: Sequence[str], before: Callable[[], object] | None
) -> list[tuple[str, os.stat_result, Any]]:
    if before:
        before()
    read = []
    for path in paths:
        with contextlib.suppress(OSError):  # taken away since, or a link to nothing
            read.append((path, (root / path).stat(), read_file(root, path)))
    return read
