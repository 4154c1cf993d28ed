"""Tools -> findings about what they add up to."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.model import Finding
from vademecum.model.tools import Sheet
from vademecum.sources.library import Library


def tools(library: Library) -> Iterator[Finding]:
    """A fault for each session whose steps take another time than it has, or whose group is of no size."""
    for tool in library.tools.values():
        if not isinstance(tool, Sheet):
            continue
        document, whole = library.documents[tool.path()], sum(step.minutes for step in tool.steps)
        if whole != tool.duration:
            values = {"found": str(whole), "expected": str(tool.duration)}
            yield Finding("minutes-differ", document.where("duration"), values)
        if tool.group.least > tool.group.most:
            values = {"key": "group.min", "found": str(tool.group.least), "limit": str(tool.group.most)}
            yield Finding("out-of-range", document.where("group", "min"), values)
