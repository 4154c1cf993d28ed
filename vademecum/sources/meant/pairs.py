"""Pairs that are built in another way than their field wants: names joined by a dash or an arrow, a position
that is the other way round or in degrees and minutes. Each is told once, whatever it makes of its two values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vademecum.model import Finding
from vademecum.model.descriptions import example
from vademecum.model.markers import At
from vademecum.model.shapes import Shape
from vademecum.model.walk import Path
from vademecum.sources.meant import misbuilt
from vademecum.sources.meant.inner_names import Inner, InnerIds
from vademecum.sources.meant.positions import position_meant
from vademecum.sources.meant.problems import Problem
from vademecum.sources.meant.rebuilding import JOINED, LONGEST, is_name, of_two
from vademecum.sources.meant.showing import SHORT
from vademecum.sources.meant.suggestions import suggestion
from vademecum.sources.meant.told import Told
from vademecum.sources.text.source_file import SourceFile


def pairs(document: SourceFile, at: Path, problems: Sequence[Problem]) -> Iterator[Told]:
    """What is told of pairs as a whole, and of lists of pairs."""
    inner = Inner(document, at)
    flat = list(_unpaired(document, at, problems, inner))
    yield from flat
    done = {path for told in flat for path in told.paths}
    for path, shape in _with_problems(problems).items():
        if path in done:
            continue
        found = misbuilt.at(document.data, (*at, *path))
        if At in shape.marks:
            told = _of_position(document, (*at, *path), shape, found)
        else:
            told = _of_names(document, at, path, shape, found, inner)
        if told:
            yield Told(told, frozenset([path]), whole=True)


def _with_problems(problems: Sequence[Problem]) -> dict[Path, Shape]:
    """The pairs that something is wrong with, or with one of their values."""
    found: dict[Path, Shape] = {}
    for problem in problems:
        for depth, shape in enumerate(problem.shapes[: len(problem.steps) + 1]):
            if shape is not None and shape.kind in ("pair", "list") and (shape.parts or _of_pairs(shape)):
                found[problem.steps[:depth]] = shape
    around = {path[:-1] for path in found}  # lists of which a pair is told
    return {path: shape for path, shape in found.items() if shape.kind != "list" or path not in around}


def _of_pairs(shape: Shape) -> bool:
    return shape.items is not None and shape.items.kind == "pair"


def _unpaired(document: SourceFile, at: Path, problems: Sequence[Problem], inner: Inner) -> Iterator[Told]:
    """Lists of pairs in which single names stand."""
    around = {p.steps[:-1]: p.shapes[-2] for p in problems if p.shape and p.shape.kind == "pair"}
    for path, shape in around.items():
        data = misbuilt.at(document.data, (*at, *path))
        if not (isinstance(data, list) and data and all(isinstance(one, str) for one in data)):
            continue
        if shape is None or shape.items is None:
            continue
        known = inner.ids(shape.items.parts[0])
        names = data if all(map(is_name, data)) else [_id_of(one, known) for one in data]
        if known and any(_two(one, known) for one in data):
            continue
        values = {"key": str(path[-1]), "found": ", ".join(data)[:SHORT], "kind": "pairs"}
        values |= {"nearest": of_two(names) if all(names) else "", **example(shape, whole=True)}
        finding = Finding("wrong-shape", document.where(*at, *path), values)
        yield Told(finding, frozenset((*path, number) for number in range(len(data))))


def _id_of(name: str, known: InnerIds | None) -> str:
    """The id that a name stands for, nobody's too where it is one word; "" where it may be several names."""
    called = known.called(name) if known else ""
    return called or ("" if " " in name.strip() else name if is_name(name) else suggestion("id", name))


def _of_names(
    document: SourceFile, at: Path, path: Path, shape: Shape, found: Any, inner: Inner
) -> Finding | None:
    """Two names, or a list of two, that are joined as a text joins them."""
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    pair = shape.items if shape.kind == "list" else shape
    if not isinstance(found, str) or pair is None or len(found) > LONGEST:
        return None
    known = inner.ids(pair.parts[0])
    if known is None or not (two := _two(found, known)):
        return None
    near = f"[{two}]" if shape.kind == "list" else two
    kind = "pairs" if shape.kind == "list" else "pair"
    key = next(str(step) for step in reversed(path) if isinstance(step, str))
    values = {"key": key, "found": found[:SHORT], "kind": kind, "nearest": near, **example(shape, whole=True)}
    return Finding("wrong-shape", document.where(*at, *path), values)


def _two(found: str, known: InnerIds) -> str:
    """The pair of ids that two joined names stand for; "" where one of them is nobody's."""
    for sign in JOINED.finditer(found.strip()):
        one, other = found.strip()[: sign.start()], found.strip()[sign.end() :]
        ids = [known.called(name) if name else "" for name in (one, other)]
        if all(ids) and ids[0] != ids[1]:
            return f"[{', '.join(ids)}]"
    return _tight(found, known)


def _tight(found: str, known: InnerIds) -> str:
    """Two ids that a hyphen joins without spaces: valmont-sevan."""
    parts = found.strip().split("-")
    for end in range(1, len(parts)):
        one, other = "-".join(parts[:end]), "-".join(parts[end:])
        if one in known and other in known:
            return f"[{one}, {other}]"
    return ""


def _of_position(document: SourceFile, at: Path, shape: Shape, found: Any) -> Finding | None:
    """A position of two values that are no numbers."""
    if not isinstance(found, list) or not found or not all(isinstance(one, str) for one in found):
        return None
    written = f"[{', '.join(found)}]"[:SHORT]
    if not (near := position_meant(found)):
        return None
    key = ".".join(str(step) for step in at if not isinstance(step, int))
    values = {"key": key, "found": written, "kind": "pair", "nearest": near, **example(shape, whole=True)}
    return Finding("wrong-shape", document.where(*at), values)
