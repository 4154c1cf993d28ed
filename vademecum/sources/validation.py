"""Raw data -> models: pydantic's errors become findings with the place of the key or value that is wrong."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding
from vademecum.sources.source_file import Document, Refused

M = TypeVar("M", bound=BaseModel)

# What pydantic calls an error -> our code. What is not here is a wrong type.
CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-key",
    "string_too_long": "too-long",
    "string_too_short": "empty",
    "too_short": "empty",
    "too_long": "too-many",
    "literal_error": "unknown-value",
    "string_pattern_mismatch": "bad-form",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
}
# The kinds of value, as messages.yml words them.
KINDS = {
    "int": "integer",
    "float": "number",
    "decimal": "number",
    "finite": "number",
    "bool": "boolean",
    "date": "date",
    "dict": "mapping",
    "model": "mapping",
    "list": "list",
    "tuple": "list",
    "too": "pair",
    "string": "text",
    "mapping": "mapping",
}


def parse(model: type[M], document: Document, **identity: str) -> tuple[M | None, list[Finding]]:
    """Validate a document's data; `identity` holds the fields that its file's name gives, not its text."""
    if not isinstance(document.data, dict):
        return None, [Finding("not-a-mapping", document.where())]
    return parse_at(model, document, (), document.data, **identity)


def parse_at(
    model: type[M], document: Document, at: tuple[str | int, ...], data: Any, **identity: str
) -> tuple[M | None, list[Finding]]:
    """Validate the part of a document that stands at the path `at`."""
    if not isinstance(data, dict):
        return None, [
            Finding(
                "wrong-type",
                document.where(*at),
                {"key": _name(at), "found": _shown(data), "kind": "mapping"},
            )
        ]
    taken = [_unknown(document, (*at, key), _fields(model, ())) for key in identity if key in data]
    try:
        return model.model_validate({**data, **identity}), taken
    except ValidationError as error:
        problems = [
            problem
            for problem in error.errors(include_url=False)
            if not isinstance(problem["input"], Refused)
        ]
        return None, taken + [_finding(model, document, at, problem) for problem in _once(problems, model)]


def _once(problems: list[Any], model: type[BaseModel]) -> list[Any]:
    """The problems without the fields that are only missing because their key is misspelt."""
    misspelt = {
        (*problem["loc"][:-1], nearest(str(problem["loc"][-1]), _fields(model, problem["loc"][:-1])))
        for problem in problems
        if problem["type"] == "extra_forbidden"
    }
    return [problem for problem in problems if problem["type"] != "missing" or problem["loc"] not in misspelt]


def _name(path: tuple[str | int, ...]) -> str:
    return ".".join(str(step) for step in path)


def _finding(
    model: type[BaseModel], document: Document, at: tuple[str | int, ...], problem: Mapping[str, Any]
) -> Finding:
    """One pydantic error as a finding. A wrong key of a mapping comes as (…, key, '[key]')."""
    steps, wrong_key = tuple(problem["loc"]), False
    if steps and steps[-1] == "[key]":
        steps, wrong_key = steps[:-1], True
    if problem["type"] == "missing" and isinstance(steps[-1], int):
        steps, problem = steps[:-1], {**problem, "type": "too_short_pair"}
    path = (*at, *_written(steps, document, at, problem["type"] == "missing"))
    name, found = _name(path), problem["input"]
    if found == "" and problem["type"] != "missing":
        return Finding("empty", document.where(*path), {"key": name})
    code = CODES.get(problem["type"], "wrong-type")
    if code == "missing-field":
        return Finding(code, document.where(*path[:-1]), {"key": str(path[-1])})
    values = {"key": name, "found": _shown(path[-1] if wrong_key else found)}
    if code == "unknown-key":
        return _unknown(document, path, _fields(model, steps[:-1]))
    if wrong_key and code == "unknown-value":
        return _unknown(document, path, LANGUAGES)
    return Finding(code, document.where(*path, key=wrong_key), values | _more(code, problem))


def _written(
    steps: tuple[str | int, ...], document: Document, at: tuple[str | int, ...], missing: bool
) -> list[str | int]:
    """The steps of a pydantic location that stand in the file: a language put in for both does not. What is missing comes last."""
    path: list[str | int] = []
    for number, step in enumerate(steps):
        known = (*at, *path, step) in document.values or (*at, *path, step) in document.keys
        if known or (missing and number == len(steps) - 1):
            path.append(step)
    return path


def _unknown(document: Document, path: tuple[str | int, ...], valid: Iterable[str]) -> Finding:
    found = str(path[-1])
    values = {"found": found, "choices": choices(valid), "nearest": nearest(found, valid)}
    return Finding("unknown-key", document.where(*path, key=True), values)


def _shown(value: Any) -> str:
    """A value as a message shows it: short, and on one line."""
    text = (
        value
        if isinstance(value, str)
        else "{…}"
        if isinstance(value, dict)
        else "[…]"
        if isinstance(value, list)
        else str(value)
    )
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"


def _more(code: str, problem: Mapping[str, Any]) -> dict[str, str]:
    context = problem.get("ctx", {})
    if code == "too-long":
        return {"limit": str(context["max_length"]), "length": str(len(problem["input"].strip()))}
    if code == "too-many":
        return {"limit": str(context["max_length"]), "length": str(context["actual_length"])}
    if code == "unknown-value":
        valid = [word.strip().strip("'") for word in context["expected"].replace(" or ", ", ").split(",")]
        return {"choices": choices(valid), "nearest": nearest(str(problem["input"]), valid)}
    if code == "out-of-range":
        return {"limit": str(context.get("ge", context.get("le")))}
    return {"kind": KINDS.get(problem["type"].split("_")[0], "text")}


def _fields(model: Any, steps: tuple[str | int, ...]) -> list[str]:
    """The keys that may stand in the model at the end of a path."""
    for step in steps:
        model = _step(model, step)
    model = _bare(model)
    if isinstance(model, type) and issubclass(model, BaseModel):
        return [field.alias or name for name, field in model.model_fields.items() if name != "id"]
    return list(LANGUAGES)


def _step(model: Any, step: str | int) -> Any:
    model = _bare(model)
    if isinstance(model, type) and issubclass(model, BaseModel):
        return next(f.annotation for name, f in model.model_fields.items() if step in (name, f.alias))
    return typing.get_args(model)[-1 if typing.get_origin(model) is dict else 0]


def _bare(annotation: Any) -> Any:
    """An annotation without Annotated and without `| None`."""
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in (typing.Union, types.UnionType):
            annotation = next(arg for arg in typing.get_args(annotation) if arg is not type(None))
        else:
            return annotation
