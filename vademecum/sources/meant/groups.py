"""Which group of an entry knows a key, and which of its keys a value is for."""

from __future__ import annotations

from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.model import Model
from vademecum.model.markers import Since
from vademecum.model.shapes import Shape, fields, keys


def inner_keys(shape: Shape) -> list[str]:
    """The keys that stand in a group, or in each item of a list of groups."""
    if shape.by_language:
        return list(LANGUAGES)
    inner = shape.model or (shape.items.model if shape.kind == "list" and shape.items else None)
    return keys(inner) if inner else []


def group_of(model: type[Model] | None, key: str) -> str:
    """The group of an entry that alone knows a key; of several lists, the first."""
    named = fields(model) if model else ()
    if key in LANGUAGES or any(field.key == key for field in named):
        return ""
    direct = [one.key for one in named if one.shape.model and key in keys(one.shape.model)]
    lists = [one.key for one in named if one.shape.kind == "list" and key in inner_keys(one.shape)]
    by_id = [
        one
        for one in named
        if one.shape.kind == "mapping"
        and one.shape.items
        and one.shape.items.model
        and key in keys(one.shape.items.model)
    ]
    if direct:
        return direct[0] if len(direct) == 1 else ""
    return lists[0] if lists and not by_id else ""


def key_for(shape: Shape, value: str, taken: Any) -> str:
    """The key of a group that one value is for; "" where none is certain."""
    if shape.by_language:
        free = [language for language in LANGUAGES if language not in taken]
        return free[0] if len(free) == 1 else ""
    named = [field for field in fields(shape.model) if field.key not in taken] if shape.model else []
    chosen = [field.key for field in named if value in field.shape.choices]
    since = [field.key for field in named if Since in field.shape.marks and value[:4].isdecimal()]
    needed = [field.key for field in named if field.required and not field.shape.choices]
    for found in (chosen, since, needed):
        if len(found) == 1:
            return found[0]
    return ""
