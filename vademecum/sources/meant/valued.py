"""A group that has one of its values for itself, as in equivalence: exact; what else it needs may stand
beside it, under a key that the entry has too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vademecum.model import Finding
from vademecum.model.shapes import Shape, fields
from vademecum.model.walk import Path
from vademecum.sources.meant import misbuilt
from vademecum.sources.meant.groups import inner_keys
from vademecum.sources.meant.problems import Problem
from vademecum.sources.meant.showing import in_braces
from vademecum.sources.meant.told import Told
from vademecum.sources.text.source_file import SourceFile


def valued(document: SourceFile, at: Path, problems: Sequence[Problem]) -> Iterator[Told]:
    """What is told of groups that have the value of one of their choices."""
    for problem in problems:
        path, value, shape = problem.steps, problem.input, problem.shape
        if not path or not isinstance(value, str) or (own := chosen(shape, value)) == "" or shape is None:
            continue
        around = misbuilt.at(document.data, (*at, *path[:-1]))
        beside = beside_it(shape, around, str(path[-1])) if isinstance(around, dict) else {}
        whole = {own: value, **{key: "…" for key in _needed(shape, own)}, **beside}
        values = {"found": value, "other": str(path[-1]), "nearest": f"{path[-1]}: {in_braces(whole)}"}
        code = "value-and-group" if beside else "value-for-group"
        yield Told(Finding(code, document.where(*at, *path), values), frozenset([path]), whole=True)


def chosen(shape: Shape | None, value: str) -> str:
    """The key of a group that a value is a choice of; "" for any other value."""
    if shape is None or shape.kind != "model" or shape.model is None:
        return ""
    named = [field for field in fields(shape.model) if value in field.shape.choices]
    return named[0].key if len(named) == 1 else ""


def beside_it(shape: Shape, around: dict[str, Any], name: str) -> dict[str, Any]:
    """What follows a group that was to stand in it."""
    names = list(around)
    behind = names[names.index(name) + 1 :] if name in names else []
    inner, found = inner_keys(shape), dict[str, Any]()
    for key in behind:
        if key not in inner:
            break
        found[key] = around[key]
    return found


def _needed(shape: Shape, own: str) -> list[str]:
    """The other keys that an editor must fill."""
    named = fields(shape.model) if shape.model else ()
    return [field.key for field in named if field.required and field.key != own]
