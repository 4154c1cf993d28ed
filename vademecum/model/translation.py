"""What the other language's file of an entry holds: derived from the entry's model, never written by hand.

It has the fields with words to translate (`Translated`) and those that each file has of its own (`EachFile`).
What else the model
holds are facts, which stand in the original alone. Words by language inside the original need no counterpart.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Annotated, Any

import pydantic

from vademecum.model.fields import Model
from vademecum.model.markers import EachFile, OfOriginal, Translated
from vademecum.model.shapes import Field, Shape, fields


class Translation(Model):
    """The common ground of the derived models: an entry's words in the other language."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


@functools.cache
def translation_of(model: type[Model]) -> type[Translation]:
    """The model of the other language's file: text that the original must have is required, groups may be
    left out.
    """
    made = {field.name: _field(field, part) for field in fields(model) if (part := _part(field.shape))}
    if identity := model.model_fields.get("id"):
        made = {"id": (identity.rebuild_annotation(), ...), **made}
    named: Any = made
    return pydantic.create_model(
        f"{model.__name__}Translation",
        __base__=Translation,
        __doc__=f"The words of {model.__name__} in the other language.",
        **named,
    )


def facts_of(model: type[Model]) -> tuple[str, ...]:
    """The keys that only the original's file holds."""
    words = {field.key for field in fields(translation_of(model))}
    return tuple(field.key for field in fields(model) if field.key not in words)


def _field(field: Field, part: Any) -> tuple[Any, Any]:
    """A derived field as pydantic wants it: its type and what stands for it where it is left out."""
    alias = field.key if field.key != field.name else None
    if field.shape.kind == "mapping":
        return part, pydantic.Field({}, alias=alias)
    if field.shape.kind == "list":
        return part, pydantic.Field((), alias=alias)
    if field.required and field.shape.model is None:
        return part, pydantic.Field(alias=alias)
    return part | None, pydantic.Field(None, alias=alias)


def _part(shape: Shape) -> Any:
    """The type of what there is to translate in a value, or none."""
    if shape.by_language:
        return None
    if shape.kind == "list" and shape.items is not None:
        return shape.annotation if _part(shape.items) else None
    if shape.kind == "mapping" and shape.items is not None and shape.keys is not None:
        keys: Any = Annotated[shape.keys.annotation, OfOriginal()]
        inner = _part(shape.items)
        return dict.__class_getitem__((keys, inner)) if inner else None
    if shape.model is not None:
        return _part_of(shape.model)
    return shape.annotation if {Translated, EachFile} & shape.marks.keys() else None


def _part_of(model: type[Model]) -> Any:
    if model.stands_for_all:
        return _part(next(field.shape for field in fields(model) if field.name == model.stands_for_all))
    derived = translation_of(model)
    return derived if fields(derived) else None
