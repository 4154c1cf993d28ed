"""Entries that stand within a part of the one before, in a file of entries by their ids: they were pasted too
far to the right.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from vademecum.model import Finding
from vademecum.model.shapes import keys
from vademecum.model.walk import Path
from vademecum.sources.meant import misbuilt
from vademecum.sources.meant.problems import Problem
from vademecum.sources.meant.told import Told
from vademecum.sources.text.source_file import SourceFile

OUTER = 2  # parts of a path, from which on what stands there is within a part of an entry


def moved_in(document: SourceFile, at: Path, problems: Sequence[Problem]) -> Iterator[Told]:
    """What is told of each such entry, whatever is wrong with its fields there."""
    seen: set[Path] = set()
    for problem in problems if len(at) == 1 else ():
        for depth in range(OUTER, len(problem.steps) + 1):
            path, around = problem.steps[:depth], problem.shapes[depth - 1]
            known = keys(around.model) if around and around.model else ()
            if path in seen or path[-1] in known or not isinstance(path[-1], str):
                continue
            seen.add(path)
            if paths := _of_entry(document, at, path, set(keys(problem.of)).difference(known)):
                values = {"found": f"{path[-1]}:", "other": str(at[0])}
                finding = Finding("inner-entry", document.where(*at, *path, key=True), values)
                seen |= paths
                yield Told(finding, frozenset(paths), whole=True)


def _of_entry(document: SourceFile, at: Path, path: Path, fields: set[str]) -> set[Path]:
    """The paths of an entry: its id with its fields below it, or beside it; none for anything else."""
    found = misbuilt.at(document.data, (*at, *path))
    if isinstance(found, dict):
        return {path} if len(found) > 1 and found.keys() <= fields else set()
    beside = misbuilt.at(document.data, (*at, *path[:-1]))
    if found != "" or not isinstance(beside, dict):
        return set()
    # No more keys may stand behind it than an entry has fields.
    last = list(itertools.islice(reversed(beside), len(fields) + 1))
    behind = last[: last.index(path[-1])] if path[-1] in last else []
    whole = len(behind) > 1 and fields.issuperset(behind)
    return {path, *((*path[:-1], key) for key in behind)} if whole else set()
