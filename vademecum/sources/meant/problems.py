"""What pydantic found wrong with data, beside what the model wanted there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vademecum.model import Model, Reference
from vademecum.model.markers import Form, RefersTo
from vademecum.model.shapes import Shape, fields, keys, shape_of
from vademecum.model.walk import Path


@dataclass(frozen=True)
class Problem:
    """One error of pydantic, with the shapes on its way. A wrong key of a mapping comes as (…,
    key, '[key]')."""

    of: type[Model]
    kind: str
    steps: Path
    shapes: tuple[Shape | None, ...]
    input: Any
    context: Mapping[str, Any]
    of_key: bool

    @property
    def shape(self) -> Shape | None:
        """What should stand at the problem's place."""
        shape = self.shapes[len(self.steps)]
        around = self.shapes[len(self.steps) - 1] if self.steps else None
        return around.keys if self.of_key and around else shape

    @property
    def model(self) -> type[Model] | None:
        """The model that an unknown key stands in."""
        around = self.shapes[len(self.steps) - 1] if self.steps else None
        return around.model if around else None

    @property
    def own_id(self) -> str:
        """An id that its entry could stand under."""
        return "exempleville-2024" if self.of is Reference else "exempleville"

    @property
    def required(self) -> bool:
        """Whether it is a field that an editor must fill."""
        around = self.shapes[len(self.steps) - 1] if self.steps and not self.of_key else None
        named = fields(around.model) if around and around.model else ()
        return any(field.required for field in named if self.steps[-1] in (field.key, field.name))

    @property
    def choices(self) -> tuple[str, ...] | list[str]:
        """The keys that may stand beside an unknown one, or the values that a choice takes."""
        if self.kind == "extra_forbidden":
            around = self.shapes[len(self.steps) - 1]
            return keys(around.model) if around and around.model else ()
        return self.shape.choices if self.shape else ()


def problem_of(model: type[Model], raw: Mapping[str, Any]) -> Problem:
    """An error as pydantic tells it, with the shapes on its way."""
    steps = tuple(raw["loc"])
    of_key = bool(steps) and steps[-1] == "[key]"
    steps = steps[:-1] if of_key else steps
    shapes: list[Shape | None] = [shape_of(model)]
    for step in steps:
        shapes.append(shapes[-1].step(step) if shapes[-1] else None)
    kind = raw["type"]
    if kind == "missing" and isinstance(steps[-1], int):  # one of a pair
        steps, kind = steps[:-1], "pair"
    return Problem(model, kind, steps, tuple(shapes), raw["input"], raw.get("ctx", {}), of_key)


def is_misbuilt(problem: Problem) -> bool:
    """Whether several values are wanted, in a way that an editor needs to see."""
    return problem.shape is not None and problem.shape.kind in ("mapping", "model", "pair", "list")


def is_date(problem: Problem) -> bool:
    """Whether a date is wanted, or a year or month of one."""
    shape = problem.shape
    form = shape.mark(Form) if shape else None
    return shape is not None and (shape.kind == "date" or (form is not None and form.name == "date"))


def is_pair(problem: Problem) -> bool:
    """Whether two values are wanted."""
    return problem.shape is not None and problem.shape.kind == "pair"


def lists_beside(problem: Problem) -> dict[str, str]:
    """Where further ids than one may go: in the list around, or in one beside whose items have the field."""
    if isinstance(problem.steps[-1], int):
        return {"in": ""}
    around = problem.shapes[len(problem.steps) - 1]
    for field in fields(around.model) if around and around.model else ():
        inner = field.shape.items.step(problem.steps[-1]) if field.shape.items else None
        if inner and problem.shape and inner.mark(RefersTo) == problem.shape.mark(RefersTo):
            return {"in": field.key}
    return {}
