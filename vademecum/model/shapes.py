"""What a field's type says, in a form that can be asked: its kind, its bounds, its choices, its parts and its
markers.

Read once from the annotations of a model. The walk, the wording of the schema's errors, the JSON Schemas and
the tables of
CONTRIBUTING all start here, so that nobody else takes annotations apart.
"""

from __future__ import annotations

import datetime
import functools
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal, TypeVar

from pydantic.fields import FieldInfo

from vademecum.language.languages import LANGUAGES
from vademecum.model.fields import Model, everywhere
from vademecum.model.markers import ByLanguage, Marker, Translated

Kind = Literal["text", "choice", "integer", "number", "boolean", "date", "list", "pair", "mapping", "model"]
K = TypeVar("K", bound=Marker)
SIMPLE: dict[Any, Kind] = {
    str: "text",
    int: "integer",
    float: "number",
    Decimal: "number",
    bool: "boolean",
    datetime.date: "date",
}


@dataclass(frozen=True)
class Shape:
    """What one value of an entry is. `of` names the field that it belongs to, such as "Case.themes".

    `items` is the shape of a list's items or of a mapping's values, `keys` that of its keys, `parts` those of
    a pair, `model`
    the model of a value with fields of its own. `least` and `most` bound a number, or `above`, which it
    is more than; `shortest` and `longest` a length, `limit` too, but no table tells of it; `digits` are
    those after the point.
    `annotation` is the type itself. `same` says that one text may stand for a mapping by language;
    `nullable`, that `null` may stand in a place of its own; `nth`, which part of a pair it is.
    """

    of: str
    kind: Kind
    annotation: Any = field(default=None, compare=False)
    marks: dict[type[Marker], Marker] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    least: float | None = None
    above: float | None = None
    most: float | None = None
    shortest: int | None = None
    longest: int | None = None
    limit: int | None = None
    digits: int | None = None
    same: bool = False
    nullable: bool = False
    model: type[Model] | None = None
    keys: Shape | None = None
    items: Shape | None = None
    parts: tuple[Shape, ...] = ()
    is_key: bool = False
    nth: int = 0

    def mark(self, marker: type[K]) -> K | None:
        """The marker of this type that the value bears, or none."""
        return self.marks.get(marker)  # type: ignore[return-value]  # a marker's type is its key

    @property
    def by_language(self) -> bool:
        """Whether this is a mapping from languages to the same thing in each."""
        return self.keys is not None and self.keys.choices == LANGUAGES

    def step(self, step: str | int) -> Shape | None:
        """The shape one step down: of a field by its key or name, of an item, of a mapping's value; none
        where there is none.
        """
        if self.model is not None:
            named = fields(self.model)
            return next((f.shape for f in named if step in (f.key, f.name)), None)
        if self.parts:
            return self.parts[step] if isinstance(step, int) and step < len(self.parts) else None
        return self.items


@dataclass(frozen=True)
class Field:
    """A field of a model: its name in Python, its key in files, whether an editor must fill it, and what it
    holds.
    """

    name: str
    key: str
    required: bool
    shape: Shape


def shape_of(model: type[Model]) -> Shape:
    """A model as the shape of a value."""
    return Shape(model.__name__, "model", model=model)


@functools.cache
def fields(model: type[Model]) -> tuple[Field, ...]:
    """The fields that an editor writes, in order; the id comes from the file's name or the entry's key."""
    return tuple(
        Field(
            name,
            info.alias or name,
            info.is_required(),
            _read(info, f"{model.__name__}.{info.alias or name}"),
        )
        for name, info in model.model_fields.items()
        if name != "id"
    )


def identity(model: type[Model]) -> Shape | None:
    """The shape of the id that a file's name or an entry's key gives; none for a model without one."""
    info = model.model_fields.get("id")
    return _read(info, f"{model.__name__}.id") if info else None


def keys(model: type[Model]) -> list[str]:
    """The keys that may stand in an entry, in order."""
    return [field.key for field in fields(model)]


def models(*roots: type[Model]) -> Iterator[type[Model]]:
    """Each model and those inside it, once, in the order in which they are met."""
    seen: dict[type[Model], None] = {}
    for root in roots:
        _gather(shape_of(root), seen)
    yield from seen


def _gather(shape: Shape, seen: dict[type[Model], None]) -> None:
    inner: Iterable[Shape | None] = (shape.items, *shape.parts)
    if shape.model is not None and shape.model not in seen:
        seen[shape.model] = None
        inner = (field.shape for field in fields(shape.model))
    for one in inner:
        if one is not None:
            _gather(one, seen)


def _read(info: FieldInfo, of: str) -> Shape:
    # `| None` around a whole field says that it may be left out, not that `null` may be written.
    return replace(_shape(info.annotation, of, tuple(info.metadata)), nullable=False)


def _parts(arguments: tuple[Any, ...], of: str) -> Iterator[Shape]:
    for nth, argument in enumerate(arguments):
        yield replace(_shape(argument, of), nth=nth)


def _shape(annotation: Any, of: str, metadata: tuple[Any, ...] = ()) -> Shape:
    """The shape of an annotation, the metadata around it coming last so that a field may say more than its
    type.
    """
    bare, inside, nullable = _bare(annotation)
    whole = (*inside, *metadata)
    written = typing.Annotated[bare, *whole] if whole else bare
    shape = replace(_bounded(_kind(bare, of), whole), annotation=written, nullable=nullable)
    if shape.by_language and Translated in shape.marks:
        shape.marks[ByLanguage] = ByLanguage()
    return shape


def _bare(annotation: Any) -> tuple[Any, tuple[Any, ...], bool]:
    """An annotation without `Annotated` and `| None`, what `Annotated` said, and whether there was a `|
    None`.
    """
    metadata: tuple[Any, ...] = ()
    nullable = False
    while True:
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            annotation, metadata = arguments[0], (*arguments[1:], *metadata)
        elif origin in (typing.Union, types.UnionType):
            annotation = next(argument for argument in arguments if argument is not type(None))
            nullable = True
        else:
            return annotation, metadata, nullable


def _kind(bare: Any, of: str) -> Shape:
    origin, arguments = typing.get_origin(bare), typing.get_args(bare)
    if bare in SIMPLE:
        return Shape(of, SIMPLE[bare])
    if origin is typing.Literal:
        return Shape(of, "choice", choices=arguments)
    if origin is dict:
        key = replace(_shape(arguments[0], of), is_key=True)
        return Shape(of, "mapping", keys=key, items=_shape(arguments[1], of))
    if origin is tuple and arguments[-1] is Ellipsis:
        return Shape(of, "list", items=_shape(arguments[0], of))
    if origin is tuple:
        return Shape(of, "pair", parts=tuple(_parts(arguments, of)))
    if isinstance(bare, type) and issubclass(bare, Model):
        return Shape(of, "model", model=bare)
    raise TypeError(f"{of}: {bare!r} is no type of a field that editors write")


def _bounded(shape: Shape, metadata: tuple[Any, ...]) -> Shape:
    """A shape with its markers and its bounds."""
    said: dict[str, Any] = {}
    marks = dict(shape.marks)
    for item in _spread(metadata):
        if isinstance(item, Marker):
            marks[type(item)] = item
        elif getattr(item, "func", None) is everywhere:
            said["same"] = True
        if limit := getattr(getattr(item, "func", None), "limit", None):
            said["limit"] = limit
        for name, ours in BOUNDS.items():
            if (value := getattr(item, name, None)) is not None:
                said[ours] = value
    return replace(shape, marks=marks, **said)


# What annotated_types and pydantic call a bound -> what we do.
BOUNDS = {
    "ge": "least",
    "gt": "above",
    "le": "most",
    "min_length": "shortest",
    "max_length": "longest",
    "pattern": "pattern",
    "decimal_places": "digits",
}


def _spread(metadata: tuple[Any, ...]) -> Iterator[Any]:
    """The items of metadata; pydantic's `Field(…)` inside a type holds several."""
    for item in metadata:
        yield from item.metadata if isinstance(item, FieldInfo) else (item,)
