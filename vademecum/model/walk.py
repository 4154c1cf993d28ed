"""One walk over any entry: every value with its path and what it is.

Checks, translations, schemas, tables: whoever asks "which values are …" asks here, and holds no list of
fields of its own.
What is to be visited is worked out once for each model and set of markers; parts of an entry that hold
nothing asked for are passed over.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

from vademecum.model.fields import Model
from vademecum.model.markers import Marker
from vademecum.model.shapes import Shape, fields

Path = tuple[str | int, ...]


class Step(NamedTuple):
    """One value of an entry: where it stands (keys as written, and positions), what it is, itself, and the
    part that holds its field.
    """

    path: Path
    shape: Shape
    value: Any
    owner: Any


Inside = Callable[[Any, Path, Any, list[Step]], None]


class Plan(NamedTuple):
    """What to do with a value: note it as a step, if it is wanted, then look inside it, if there is anything
    wanted there.
    """

    shape: Shape | None
    inside: Inside | None


class Wanted(NamedTuple):
    """Which values are asked for: those that bear one of some markers, those of a kind; without any, all."""

    markers: frozenset[type[Marker]]
    kind: str = ""

    def has(self, shape: Shape) -> bool:
        """Whether a value of this shape is one of them."""
        if self.kind and shape.kind != self.kind:
            return False
        return not self.markers or not self.markers.isdisjoint(shape.marks)


def walk(entry: Model, *markers: type[Marker], folded: bool = False, kind: str = "") -> list[Step]:
    """Every value of an entry and every key of its mappings; with markers, only those that bear one of them;
    with a kind of shape, such as "list", only those of that kind.

    A key's path is that of its value, and its shape says `is_key`. What is left out is not visited. `folded`
    gives paths as the
    file of the other language has them, where one field may stand for the whole part
    (`Model.stands_for_all`).
    """
    steps: list[Step] = []
    wanted = Wanted(frozenset(markers), kind)
    inside = _model(type(entry), wanted, "folded" if folded else "entry")
    if inside is not None:
        inside(entry, (), entry, steps)
    return steps


def walk_data(model: type[Model], data: Any, *markers: type[Marker]) -> list[Step]:
    """The same over data as read from a file, before or without validation: whatever does not fit the model
    is passed over.
    """
    steps: list[Step] = []
    inside = _model(model, Wanted(frozenset(markers)), "data")
    if inside is not None:
        inside(data, (), data, steps)
    return steps


@functools.cache
def _model(model: type[Model], wanted: Wanted, form: str) -> Inside | None:
    """How a model's fields are visited; none where no field holds anything wanted."""
    data = form == "data"
    known = [
        (field.key if data else field.name, field.key, *plan)
        for field in fields(model)
        if (plan := _plan(field.shape, wanted, form)) is not None
    ]
    if not known:
        return None
    one = model.stands_for_all if form == "folded" else ""

    def visit(entry: Any, path: Path, owner: Any, steps: list[Step]) -> None:
        if data and not isinstance(entry, dict):
            return
        values = entry if data else entry.__dict__  # a model's fields, without a call for each
        for name, key, shape, inside in known:
            value = values.get(name)
            if value is not None:
                inner = path if name == one else (*path, key)
                if shape is not None:
                    steps.append(Step(inner, shape, value, entry))
                if inside is not None:
                    inside(value, inner, entry, steps)

    return visit


def _plan(shape: Shape, wanted: Wanted, form: str) -> Plan | None:
    """How a value of this shape is visited; none where neither it nor anything inside it is wanted."""
    inside: Inside | None = None
    if shape.model is not None:
        inside = _model(shape.model, wanted, form)
    elif shape.kind == "mapping":
        inside = _mapping(shape, wanted, form)
    elif shape.kind in ("list", "pair"):
        inside = _items(shape, wanted, form)
    own = wanted.has(shape)
    return Plan(shape if own else None, inside) if own or inside else None


def _items(shape: Shape, wanted: Wanted, form: str) -> Inside | None:
    """A list's items, or the parts of a pair."""
    plans = [_plan(part, wanted, form) for part in shape.parts or (shape.items,) if part is not None]
    if not any(plans):
        return None

    def visit(value: Any, path: Path, owner: Any, steps: list[Step]) -> None:
        if not isinstance(value, (tuple, list)):
            return
        for number, part in enumerate(value):
            plan = plans[min(number, len(plans) - 1)]
            if plan is None or part is None:
                continue
            if plan.shape is not None:
                steps.append(Step((*path, number), plan.shape, part, owner))
            if plan.inside is not None:
                plan.inside(part, (*path, number), owner, steps)

    return visit


def _mapping(shape: Shape, wanted: Wanted, form: str) -> Inside | None:
    """A mapping's keys and values, each key before its value."""
    assert shape.keys is not None and shape.items is not None
    of_keys = _plan(shape.keys, wanted, form)
    item = _plan(shape.items, wanted, form)
    if of_keys is None and item is None:
        return None
    key = of_keys.shape if of_keys else None
    own, inside = item or (None, None)

    def visit(value: Any, path: Path, owner: Any, steps: list[Step]) -> None:
        if not isinstance(value, dict):
            return
        for name, part in value.items():
            inner = (*path, name)
            if key is not None:
                steps.append(Step(inner, key, name, owner))
            if part is not None:
                if own is not None:
                    steps.append(Step(inner, own, part, owner))
                if inside is not None:
                    inside(part, inner, owner, steps)

    return visit
