"""The model's fields as the form in the browser reads them: plain data, in one language.

Bounds bear the names that JSON Schema gives them; what a marker means bears the marker's. The form knows of
a field what stands here, and nothing else.
"""

from __future__ import annotations

import functools
from typing import Any

from vademecum.checks.words.plain import is_noted
from vademecum.language.typography import typeset
from vademecum.model import Model
from vademecum.model.descriptions import description, example
from vademecum.model.markers import (
    At,
    Checked,
    Form,
    InWorld,
    Markdown,
    Past,
    Plain,
    RefersTo,
    Since,
    Translated,
    Until,
    Vocabulary,
)
from vademecum.model.shapes import Field, Shape, fields, models
from vademecum.sources.meant.suggestions import called

Data = dict[str, Any]
# Markers that say no more than that they are there -> what the form calls them.
SIGNS = {
    Plain: "plain",
    InWorld: "country",
    Past: "past",
    Since: "since",
    Until: "until",
    Checked: "checked",
}


def fields_of(roots: list[type[Model]], language: str) -> dict[str, list[Data]]:
    """The fields of some models and of those inside them: model -> its fields, in order."""
    return {model.__name__: _fields(model, language) for model in models(*roots)}


@functools.cache  # each form of each edition asks for them
def _fields(model: type[Model], language: str) -> list[Data]:
    return [_field(field, language) for field in fields(model)]


def _field(field: Field, language: str) -> Data:
    told = description(field.shape.of)
    return {
        "key": field.key,
        "required": field.required,
        "label": typeset(told.label[language], language),
        "help": typeset(told.help[language].replace("`", ""), language),
        "shape": shape_of(field.shape, language),
    } | ({"one": typeset(told.one[language], language)} if told.one else {})


def shape_of(shape: Shape, language: str) -> Data:
    """What one value is; without what does not hold of it."""
    made: Data = {
        "kind": shape.kind,
        "model": shape.model.__name__ if shape.model else "",
        "pattern": shape.pattern or "",
        "minimum": shape.least,
        "maximum": shape.most,
        "least_told": _bound(shape.least),
        "most_told": _bound(shape.most),
        "digits": shape.digits,
        "most": shape.longest or shape.limit,
        "least": shape.shortest,
        "byLanguage": shape.by_language,
        "same": shape.same,
        "choices": _choices(shape, language),
        "items": shape_of(shape.items, language) if shape.items else None,
        "keys": shape_of(shape.keys, language) if shape.keys and not shape.by_language else None,
        "parts": [shape_of(part, language) for part in shape.parts],
        "example": _example(shape, language),
        "noted": Markdown in shape.marks or (Plain in shape.marks and is_noted(shape.of)),
        **{name: True for marker, name in SIGNS.items() if marker in shape.marks},
        **_meaning(shape),
    }
    return {name: value for name, value in made.items() if _says(value)}


def _says(value: Any) -> bool:
    """Whether a value says anything: a bound of 0 does."""
    return value is not None and value is not False and value != "" and value != []


def _bound(bound: float | None) -> str | None:
    """A bound as the check writes it."""
    return None if bound is None else f"{bound:.12g}"


def _choices(shape: Shape, language: str) -> list[list[str]]:
    """The values of a closed choice, each with what pages call it."""
    if shape.kind != "choice" or shape.is_key:
        return []
    names = called(frozenset(shape.choices))
    return [[key, typeset(names.get(key, {}).get(language, key), language)] for key in shape.choices]


def _example(shape: Shape, language: str) -> str:
    """A value as its field's example has it; none of what has parts."""
    if shape.kind in ("mapping", "model", "list", "choice") or shape.mark(Vocabulary):
        return ""
    return example(shape, whole=shape.kind == "pair").get(f"example.{language}", "")


def _meaning(shape: Shape) -> Data:
    """What the markers with something to say mean."""
    made: Data = {}
    if marker := shape.mark(Vocabulary):
        made["vocabulary"] = marker.name
    if refers := shape.mark(RefersTo):
        made["refers"] = {
            "kind": refers.kinds[0],
            "within": list(refers.within),
            "of": refers.of,
            "another": refers.another,
        }
    if form := shape.mark(Form):
        made["form"] = form.name
    if markdown := shape.mark(Markdown):
        made["markdown"] = "blocks" if markdown.blocks else "line"
    if at := shape.mark(At):
        made["at"] = at.country
    if translated := shape.mark(Translated):
        made["unless"] = list(translated.unless or ())
    return made
