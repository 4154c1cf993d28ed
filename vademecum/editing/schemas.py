"""The model as JSON Schemas (draft 2020-12), one for each kind of file, for editors' programs that complete
and check YAML as one writes.

They are made from the shapes of the model and not by pydantic's own writer, because they describe what stands
in a file: every
scalar of ours is text, so that a number may stand where words are asked for; titles and help come in both
languages; keys of a
vocabulary are those of the project at hand.
"""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.model import Model, Vocabularies
from vademecum.model.descriptions import description
from vademecum.model.kinds import KINDS, Kind
from vademecum.model.markers import RefersTo, Vocabulary
from vademecum.model.shapes import Field, Shape, fields, identity, models

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def write(folder: Path, vocabularies: Vocabularies) -> list[Path]:
    """Write the schema of each kind of file below a folder, which is made where it is missing; the paths
    written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS:
        path = folder / f"{kind.name}.schema.json"
        text = json.dumps(schema(kind, vocabularies), ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
        written.append(path)
    return written


def schema(kind: Kind, vocabularies: Vocabularies) -> Schema:
    """The schema of a kind of file: the whole of a YAML file, or the front matter of a Markdown file."""
    return _Writer(vocabularies).file(kind)


class _Writer:
    def __init__(self, vocabularies: Vocabularies) -> None:
        self.vocabularies = vocabularies

    def file(self, kind: Kind) -> Schema:
        head = {"$schema": DIALECT, "title": _both(kind.label), "description": kind.path}
        inner = {model.__name__: self.model(model) for model in models(kind.model)}
        if kind.holds == "many":
            ids = identity(kind.model)
            keys = {"propertyNames": self.value(ids)} if ids and ids.pattern else {}
            entries: Schema = {"type": "object", **keys, "additionalProperties": _ref(kind.model)}
            return {**head, **entries, "$defs": inner}
        return {**head, **inner.pop(kind.model.__name__), "$defs": inner}

    def model(self, model: type[Model]) -> Schema:
        """An object that has the model's fields and no others."""
        named = fields(model)
        made: Schema = {
            "type": "object",
            "properties": {field.key: self.field(field) for field in named},
            "required": [field.key for field in named if field.required],
            "additionalProperties": False,
        }
        conditions = [condition for field in named if (condition := self.condition(field))]
        return made | ({"allOf": conditions} if conditions else {})

    def field(self, field: Field) -> Schema:
        """A field's value, with its label, help and examples."""
        words = description(field.shape.of)
        examples = [_plain(words.examples[language]) for language in LANGUAGES]
        told: Schema = {
            "title": _both(words.label),
            "description": "\n".join(filter(None, words.help.values())),
        }
        return told | {"examples": _once(examples)} | self.value(field.shape)

    def condition(self, field: Field) -> Schema | None:
        """What holds of a field's keys where another field has a value: a typology's rows are the logics."""
        marker = field.shape.keys.mark(Vocabulary) if field.shape.keys else None
        if marker is None or marker.when is None:
            return None
        other, value = marker.when
        rows = {"propertyNames": {"enum": list(getattr(self.vocabularies, marker.name))}}
        return {
            "if": {"properties": {other: {"const": value}}, "required": [other]},
            "then": {"properties": {field.key: rows}},
        }

    def value(self, shape: Shape) -> Schema:
        """A value without its words."""
        if shape.model is not None:
            return _ref(shape.model)
        if shape.kind == "mapping":
            made = self.mapping(shape)
            return {"anyOf": [made, self.value(shape.items)]} if shape.same and shape.items else made
        if shape.kind in ("list", "pair"):
            return self.several(shape)
        made = self.scalar(shape)
        return {"anyOf": [made, {"type": "null"}]} if shape.nullable else made

    def mapping(self, shape: Shape) -> Schema:
        assert shape.keys is not None and shape.items is not None
        made: Schema = {"type": "object", **_sizes(shape, "Properties")}
        item = self.value(shape.items)
        if shape.by_language:
            return made | {"properties": dict.fromkeys(LANGUAGES, item), "additionalProperties": False}
        return made | {"propertyNames": self.value(shape.keys), "additionalProperties": item}

    def several(self, shape: Shape) -> Schema:
        if shape.parts:
            size = len(shape.parts)
            parts = [self.value(part) for part in shape.parts]
            return {"type": "array", "prefixItems": parts, "items": False, "minItems": size}
        assert shape.items is not None
        return {"type": "array", "items": self.value(shape.items), **_sizes(shape, "Items")}

    def scalar(self, shape: Shape) -> Schema:
        marker = shape.mark(Vocabulary)
        if shape.kind == "choice":
            return {"enum": list(shape.choices)}
        if marker is not None and marker.when is None:
            labels = getattr(self.vocabularies, marker.name)
            return {"enum": list(labels), "enumDescriptions": [_both(label) for label in labels.values()]}
        if shape.kind == "date":
            return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        if shape.kind == "text":
            return _text(shape)
        made: Schema = {"type": shape.kind}
        bounds = {"minimum": shape.least, "exclusiveMinimum": shape.above, "maximum": shape.most}
        return made | {name: bound for name, bound in bounds.items() if bound is not None}


def _text(shape: Shape) -> Schema:
    """Text that is not empty; a bare number is text to us, where its form allows one."""
    pattern = shape.pattern or r"\S"
    kinds: Schema = {"type": ["string", "number"] if re.search(pattern, "2019") else "string"}
    size = {"maxLength": shape.longest} if shape.longest else {}
    marker = shape.mark(RefersTo)
    comment = {"$comment": "id: " + " | ".join(marker.kinds)} if marker else {}
    return {**kinds, "pattern": pattern, **size, **comment}


def _sizes(shape: Shape, what: str) -> Schema:
    sizes = {f"min{what}": shape.shortest, f"max{what}": shape.longest}
    return {name: size for name, size in sizes.items() if size is not None}


def _ref(model: type[Model]) -> Schema:
    return {"$ref": f"#/$defs/{model.__name__}"}


def _both(words: dict[str, str]) -> str:
    """A label in both languages, once where they say the same."""
    return " · ".join(dict.fromkeys(words.get(language, "") for language in LANGUAGES if words.get(language)))


def _once(values: list[Any]) -> list[Any]:
    return [value for number, value in enumerate(values) if value not in values[:number]]


def _plain(value: Any) -> Any:
    """An example as JSON has it: YAML's dates are text there."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
