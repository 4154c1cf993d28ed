"""Values that stand in YAML as something else than an editor wrote: words with a colon, an entry in another,
metres for degrees.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from vademecum.model.fields import Model
from vademecum.model.markers import Form, InLanguage
from vademecum.model.shapes import Shape, fields, keys

FARTHEST = 360  # degrees; what is more was measured in metres


def as_words(shape: Shape | None, found: Any) -> str:
    """The words of a text whose colon made a key of its beginning; "" for anything else."""
    if shape is None or shape.kind != "text" or Form in shape.marks or not isinstance(found, dict):
        return ""
    if len(found) != 1:
        return ""
    key, value = next(iter(found.items()))
    return f"{key}: {value}" if isinstance(value, str) and value and (" " in key or key[:1].isupper()) else ""


def is_entry(found: Any, valid: Collection[str], at: tuple[str | int, ...]) -> bool:
    """Whether an unknown key holds what its neighbours further out hold: an entry that was moved in."""
    return isinstance(found, dict) and len(at) == 1 and len(found) > 1 and found.keys() <= set(valid)


def several(shape: Shape | None, found: Any) -> int:
    """How many groups stand in a list where one is wanted; 0 for anything else."""
    if shape is None or shape.kind != "model" or not isinstance(found, list):
        return 0
    return len(found) if len(found) > 1 and all(isinstance(one, dict) and one for one in found) else 0


def wrapped(model: type[Model], data: dict[str, Any]) -> str:
    """The only key of a file's data, where all fields of its entry stand below it; "" for anything else."""
    key, inner = next(iter(data.items())) if len(data) == 1 else ("", None)
    known = keys(model)
    fit = isinstance(inner, dict) and len(inner) > 1 and inner.keys() <= set(known)
    return key if fit and key not in known else ""


def in_metres(pair: Any) -> str:
    """A position that is in metres, as it was written; "" for any other."""
    if not isinstance(pair, list) or len(pair) != 2:
        return ""
    try:
        far = max(abs(float(part)) for part in pair) > FARTHEST * 10
    except (TypeError, ValueError):
        return ""
    return f"[{pair[0]}, {pair[1]}]" if far else ""


def by_language(model: type[Model], found: Any) -> dict[str, str]:
    """How one text is written in an entry that has one for each language."""
    names = [field.key for field in fields(model) if InLanguage in field.shape.marks]
    if not names or not isinstance(found, str) or not found or '"' in found or "\n" in found:
        return {}
    others = "".join(f', {name}: "…"' for name in names[1:])
    return {"nearest": f'{{{names[0]}: "{found}"{others}}}'}


def at(data: Any, path: tuple[Any, ...]) -> Any:
    """The value at a path in a file's data; None where there is none."""
    for step in path:
        try:
            data = data[step]  # whatever does not fit raises
        except (KeyError, IndexError, TypeError):
            return None
    return data


def is_by_id(shape: Shape | None) -> bool:
    """Whether a group holds entries, each under an id."""
    return shape is not None and shape.kind == "mapping" and bool(shape.items and shape.items.model)


def no_fields(data: Any) -> str:
    """The code of a file that holds something else than fields."""
    return "list-for-fields" if isinstance(data, list) else "not-a-mapping"
