"""Keys that stand at another level than theirs: beside the group that they belong to, within one that they do
not belong to, under no id. What is wrong with a group is told once, whatever it makes of its keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding, Location, Model
from vademecum.model.descriptions import key_called
from vademecum.model.markers import RefersTo
from vademecum.model.shapes import Shape, fields, keys
from vademecum.model.walk import Path
from vademecum.sources.meant import misbuilt
from vademecum.sources.meant.groups import group_of, inner_keys, key_for
from vademecum.sources.meant.listed import listed
from vademecum.sources.meant.moved_in import moved_in
from vademecum.sources.meant.pairs import pairs
from vademecum.sources.meant.problems import Problem
from vademecum.sources.meant.showing import SHORT, in_braces
from vademecum.sources.meant.told import Explained, Told
from vademecum.sources.meant.valued import valued
from vademecum.sources.text.odd_indents import has_lost_its_own
from vademecum.sources.text.source_file import SourceFile

GROUPS = ("model", "mapping", "list")


class Level(NamedTuple):
    """A group that has keys which it does not know: its path, data and model, and those keys in order."""

    document: SourceFile
    at: Path
    path: Path
    data: dict[str, Any]
    shape: Shape
    shapes: Sequence[Shape | None]  # of the groups around it, outermost first
    unknown: list[str]

    def where(self, key: str) -> Location:
        return self.document.where(*self.at, *self.path, key, key=True)

    def in_lines(self, key: str) -> bool:
        """Whether a key begins its line, as it does not between braces or behind a dash."""
        place = self.where(key)
        line = self.document.text.split("\n")[place.line - 1]
        return len(line) - len(line.lstrip(" ")) == place.column - 1

    def paths(self, *names: str) -> frozenset[Path]:
        return frozenset((*self.path, name) for name in names)


def levels(document: SourceFile, at: Path, problems: Sequence[Problem]) -> list[Told]:
    """What is told of whole groups of a part of a document."""
    told = [*moved_in(document, at, problems)]
    moved = Explained(told)
    problems = [problem for problem in problems if not moved.has(problem.steps)]
    told += [*_unnamed(document, at, problems), *pairs(document, at, problems)]
    done = Explained(told)
    told += valued(document, at, [problem for problem in problems if not done.has(problem.steps)])
    unknown: dict[Path, list[Problem]] = {}
    for problem in problems:
        if problem.kind == "extra_forbidden":
            unknown.setdefault(problem.steps[:-1], []).append(problem)
    whole = Explained(told)
    for around, wrong in unknown.items():
        if whole.has((*around, "")):
            continue
        data, shape = misbuilt.at(document.data, (*at, *around)), wrong[0].shapes[len(around)]
        if isinstance(data, dict) and shape and shape.model:
            names = {problem.steps[-1] for problem in wrong}
            shapes = wrong[0].shapes
            told += _of_level(
                Level(document, at, around, data, shape, shapes, [k for k in data if k in names])
            )
    return told


def _of_level(level: Level) -> list[Told]:
    """What is told of the unknown keys of one group."""
    told = [*_unindented(level), *_parted(level)]
    done = {path[-1] for one in told for path in one.paths}
    level = level._replace(unknown=[key for key in level.unknown if key not in done])
    return [*told, *_tongues(level), *_beside(level), *_too_far_in(level)]


def entries_of(document: SourceFile, model: type[Model]) -> list[Told]:
    """The same of a file of entries: fields that stand at its margin, below an id that stays empty or below
    none.
    """
    known, data = keys(model), document.data
    wrapper, inner = next(iter(data.items())) if len(data) == 1 else ("", None)
    entries = isinstance(inner, dict) and wrapper not in known and list(inner.values())
    if entries and all(isinstance(one, dict) and one.keys() & set(known) for one in entries):
        finding = Finding("own-id-above", document.where(wrapper, key=True), {"found": f"{wrapper}:"})
        return [Told(finding, frozenset([(wrapper,)]))]
    names = [key for key in data if key in known and not isinstance(data[key], dict)]
    if not names:
        return []
    before = next((key for key in reversed(list(data)[: list(data).index(names[0])])), "")
    if before and data[before] == "":
        values = {"found": names[0], "other": before}
        finding = Finding("lost-indent", document.where(names[0], key=True), values)
        return [Told(finding, frozenset((name,) for name in (before, *names)))]
    finding = Finding("missing-entry-id", document.where(names[0], key=True), {"found": f"{names[0]}: …"})
    return [Told(finding, frozenset((name,) for name in names))] if len(names) > 1 else []


def no_entries(document: SourceFile, model: type[Model]) -> Finding:
    """What is told of a file of entries that holds something else."""
    of_entries = isinstance(document.data, list) and all(isinstance(one, dict) for one in document.data)
    if of_entries and document.data:
        return listed(document.where(0), document.path, document.data, model)
    return Finding(misbuilt.no_fields(document.data), document.where())


def _unnamed(document: SourceFile, at: Path, problems: Sequence[Problem]) -> Iterator[Told]:
    """Groups of entries, each under an id, in which the fields of one stand without it, or a list does."""
    seen: set[Path] = set()
    for problem in problems:
        for depth, shape in enumerate(problem.shapes[: len(problem.steps) + 1]):
            path = problem.steps[:depth]
            if path in seen or shape is None or not (shape.kind == "mapping" and shape.items):
                continue
            if shape.items.model is None:
                continue
            seen.add(path)
            data = misbuilt.at(document.data, (*at, *path))
            key = str(path[-1]) if path else ""
            if isinstance(data, dict) and len(data) > 1 and set(data) <= set(keys(shape.items.model)):
                values = {"key": key, "found": str(next(iter(data)))}
                finding = Finding("missing-id", document.where(*at, *path), values)
                yield Told(finding, frozenset([path]), whole=True)
            elif isinstance(data, list) and data and all(isinstance(one, dict) for one in data):
                finding = listed(document.where(*at, *path), key, data, shape.items.model)
                yield Told(finding, frozenset([path]), whole=True)
            elif isinstance(data, dict):
                yield from _too_far_left(document, at, path, data, shape.items.model)


def _too_far_left(
    document: SourceFile, at: Path, path: Path, data: dict[str, Any], model: type[Model]
) -> Iterator[Told]:
    """A group of the entry above that stands as far to the left as the entry's id, and would be an entry."""
    known = set(keys(model))
    for (above, entry), (key, value) in pairwise(data.items()):
        lost = key in known and isinstance(value, dict) and not known & set(value)
        if lost and isinstance(entry, dict) and key not in entry:
            values = {"found": f"{key}:", "other": above}
            finding = Finding("too-far-left", document.where(*at, *path, key, key=True), values)
            yield Told(finding, frozenset([(*path, key), (*path, above, key)]), whole=True)


def _unindented(level: Level) -> Iterator[Told]:
    """Unknown keys that follow a group which stays empty: their indent is lost."""
    group, first, found = "", "", list[str]()
    unknown = frozenset(level.unknown)
    for key, value in level.data.items():
        if key not in unknown:
            if first:
                yield _lost(level, group, first, found)
            inner = level.shape.step(key)
            group = key if value == "" and inner is not None and inner.kind in GROUPS else ""
            first, found = "", []
        elif group:
            first = first or key
            found.append(key)
    if first:
        yield _lost(level, group, first, found)


def _lost(level: Level, group: str, first: str, found: list[str]) -> Told:
    place = level.where(first)
    own = len(found) == 1 and has_lost_its_own(level.document.text.split("\n"), place.line - 1)
    code = "lost-own-indent" if own else "lost-indent"
    finding = Finding(code, place, {"found": first, "other": group})
    return Told(finding, level.paths(group, *found))


def _parted(level: Level) -> Iterator[Told]:
    """A group whose first value stands on its own line, and whose others stand beside it."""
    unknown = frozenset(level.unknown)
    for name in level.data:
        shape, value = level.shape.step(name), level.data[name]
        if name in unknown or shape is None or not isinstance(value, str) or not value:
            continue
        inner = inner_keys(shape) if shape.kind != "list" else []
        others = {key: level.data[key] for key in inner if key in unknown}
        if others and (own := key_for(shape, value, others)):
            near = f"{name}: {in_braces({own: value, **others})}"
            values = {"found": value[:SHORT], "other": name, "nearest": near}
            finding = Finding("value-and-group", level.where(name), values)
            yield Told(finding, level.paths(name, *others))


def _tongues(level: Level) -> Iterator[Told]:
    """Words by language without the field that they are the words of."""
    tongues = [key for key in level.unknown if key in LANGUAGES]
    named = [field for field in fields(level.shape.model) if field.shape.by_language] if tongues else []
    free = [field for field in named if field.key not in level.data]
    wanted = [field for field in free if field.required] or free
    if len(wanted) == 1 or (wanted and wanted[0].required):
        name = wanted[0].key
        words = {key: level.data[key] for key in tongues}
        values = {"found": ", ".join(tongues), "nearest": f"{name}: {in_braces(words)}"}
        yield Told(Finding("languages-alone", level.where(tongues[0]), values), level.paths(name, *tongues))


def _beside(level: Level) -> Iterator[Told]:
    """Keys that stand beside the group that they are of."""
    by_group: dict[str, list[str]] = {}
    for key in level.unknown:
        if group := group_of(level.shape.model, key):
            by_group.setdefault(group, []).append(key)
    for group, names in by_group.items():
        shape, there = level.shape.step(group), level.data.get(group)
        if isinstance(shape, Shape) and shape.kind == "list" and (only := _only_a_work(shape, names)):
            yield Told(Finding("work-alone", level.where(only), {"found": only}), level.paths(only))
            continue
        if isinstance(there, (list, str)) or (isinstance(there, dict) and set(names) & there.keys()):
            continue
        words = in_braces({key: level.data[key] for key in names})
        near = f"{group}: [{words}]" if shape and shape.kind == "list" else f"{group}: {words}"
        above = "…" in near and level.in_lines(names[0]) and not (shape and shape.kind == "list")
        code = "beside-its-group" if there is not None else "group-above" if above else "beside-group"
        values = {"found": ", ".join(names), "other": group}
        values |= {"nearest": near} if code == "beside-group" else {}
        yield Told(Finding(code, level.where(names[0]), values), level.paths(group, *names))


def _only_a_work(shape: Shape, names: Sequence[str]) -> str:
    """The one key that names a work, of a group of which nothing else is there; "" for any other."""
    inner = shape.items.step(names[0]) if shape.items and len(names) == 1 else None
    marker = inner.mark(RefersTo) if inner else None
    return names[0] if marker and marker.kinds == ("reference",) else ""


def _too_far_in(level: Level) -> Iterator[Told]:
    """Keys of a group further out."""
    found: list[tuple[int, str]] = []
    for key in level.unknown:
        valid = keys(level.shape.model) if level.shape.model else []
        if key in LANGUAGES or key_called(key, valid) or group_of(level.shape.model, key):
            continue
        for depth in range(len(level.path) - 1, -1, -1):
            shape = level.shapes[depth]
            around = misbuilt.at(level.document.data, (*level.at, *level.path[:depth]))
            inner = shape.step(key) if shape and shape.model else None
            if inner and key not in around and _fits(inner, level.data[key]):
                found.append((depth, key))
                break
    for depth, same in groupby(found, lambda one: one[0]):
        names = [key for _, key in same]
        fellow = str(level.path[depth])
        around = level._replace(path=level.path[:depth])
        if not around.in_lines(fellow):
            continue
        values = {"found": ", ".join(names), "other": str(level.path[-1]), "key": fellow}
        values["length"] = str(around.where(fellow).column - 1)
        paths = level.paths(*names) | {(*level.path[:depth], name) for name in names}
        yield Told(Finding("too-far-in", level.where(names[0]), values), paths)


def _fits(shape: Shape, value: Any) -> bool:
    """Whether a value is built as a field wants it."""
    if isinstance(value, dict):
        return shape.kind in ("model", "mapping")
    return shape.kind in ("list", "pair") if isinstance(value, list) else shape.kind not in GROUPS
