"""Raw data -> models: pydantic's errors become findings with the place of the key or value that is wrong.

An error's kind, place and input come from pydantic; what should stand there comes from the model's own
shapes. Nothing is read from
pydantic's English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding, Model
from vademecum.model.descriptions import example
from vademecum.model.markers import Form
from vademecum.model.shapes import Shape, keys, shape_of
from vademecum.sources.source_file import Document, Refused
from vademecum.sources.suggestions import suggestion

M = TypeVar("M", bound=Model)
Path = tuple[str | int, ...]

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
    "impossible_date": "impossible-date",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "decimal_max_places": "too-many-digits",
}
# A shape -> its kind of value, as messages.yml words it.
KINDS = {"model": "mapping", "choice": "text"}
DAY = "day"  # what is wanted where a date has no form of its own


def parse(model: type[M], document: Document, **identity: str) -> tuple[M | None, list[Finding]]:
    """Validate a document's data; `identity` holds the fields that its file's name gives, not its text."""
    if not isinstance(document.data, dict):
        return None, [Finding("not-a-mapping", document.where())]
    return parse_at(model, document, (), document.data, **identity)


def parse_at(
    model: type[M], document: Document, at: Path, data: Any, **identity: str
) -> tuple[M | None, list[Finding]]:
    """Validate the part of a document that stands at the path `at`."""
    if not isinstance(data, dict):
        values = {"key": _name(at), "found": shown(data), "kind": "mapping"}
        return None, [Finding("wrong-type", document.where(*at), values)]
    taken = [_unknown(document, (*at, key), keys(model)) for key in identity if key in data]
    try:
        return model.model_validate({**data, **identity}), taken
    except ValidationError as error:
        return None, [*taken, *_findings(model, document, at, error)]


@dataclass(frozen=True)
class _Problem:
    """One error of pydantic, with the shapes on its way. A wrong key of a mapping comes as (…,
    key, '[key]')."""

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
    def choices(self) -> tuple[str, ...] | list[str]:
        """The keys that may stand beside an unknown one, or the values that a choice takes."""
        if self.kind == "extra_forbidden":
            around = self.shapes[len(self.steps) - 1]
            return keys(around.model) if around and around.model else ()
        return self.shape.choices if self.shape else ()


def _problem(model: type[Model], raw: Mapping[str, Any]) -> _Problem:
    steps = tuple(raw["loc"])
    of_key = bool(steps) and steps[-1] == "[key]"
    steps = steps[:-1] if of_key else steps
    shapes: list[Shape | None] = [shape_of(model)]
    for step in steps:
        shapes.append(shapes[-1].step(step) if shapes[-1] else None)
    kind = raw["type"]
    if kind == "missing" and isinstance(steps[-1], int):  # one of a pair
        steps, kind = steps[:-1], "pair"
    return _Problem(kind, steps, tuple(shapes), raw["input"], raw.get("ctx", {}), of_key)


def _findings(model: type[Model], document: Document, at: Path, error: ValidationError) -> Iterator[Finding]:
    """The findings of a part that does not fit its model, without fields that are only missing because their
    key is misspelt.
    """
    problems = [
        _problem(model, raw)
        for raw in error.errors(include_url=False)
        if not isinstance(raw["input"], Refused)
    ]
    misspelt = {
        (*problem.steps[:-1], nearest(str(problem.steps[-1]), problem.choices))
        for problem in problems
        if problem.kind == "extra_forbidden"
    }
    for problem in problems:
        if problem.kind != "missing" or problem.steps not in misspelt:
            yield _finding(document, at, problem)


def _finding(document: Document, at: Path, problem: _Problem) -> Finding:
    """One problem at its place in the file."""
    path = _written(document, at, problem)
    if problem.kind == "missing":
        return Finding("missing-field", document.where(*path), {"key": str(problem.steps[-1])})
    code = CODES.get(problem.kind, "wrong-type")
    if problem.input == "":
        return Finding("empty", document.where(*path), {"key": _name(path)})
    if code == "unknown-key" or (problem.of_key and code == "unknown-value"):
        return _unknown(document, path, problem.choices)
    found = path[-1] if problem.of_key else problem.input
    if code == "wrong-type" and _is_misbuilt(problem):
        code = "wrong-shape"
    values = {"key": _name(path), "found": shown(found), **_more(code, problem)}
    return Finding(code, document.where(*path, key=problem.of_key), values)


def _written(document: Document, at: Path, problem: _Problem) -> Path:
    """The problem's path as far as it stands in the file: a language put in for both does not, nor does what
    is missing.
    """
    path = (*at, *problem.steps)
    while path not in document.values and path not in document.keys and len(path) > len(at):
        path = path[:-1]
    return path


def _more(code: str, problem: _Problem) -> dict[str, str]:
    """What a message tells besides the key and what was found."""
    context, shape, found = problem.context, problem.shape, problem.input
    if code == "too-long":
        return {"limit": str(context["max_length"]), "length": str(len(found.strip()))}
    if code == "too-many":
        return {"limit": str(context["max_length"]), "length": str(context["actual_length"])}
    if code == "too-many-digits":
        return {"limit": str(context["decimal_places"])}
    if code == "unknown-value":
        return {"choices": choices(problem.choices), "nearest": nearest(str(found), problem.choices)}
    if code == "out-of-range":
        return {"limit": str(context.get("ge", context.get("le")))}
    if code in ("empty", "impossible-date") or shape is None:
        return {"kind": "text"}
    form = shape.mark(Form)
    wanted = form.name if form else DAY if shape.kind == "date" else shape.kind
    near = suggestion(wanted, found) if isinstance(found, str) else ""
    if code == "bad-form":
        return {"form": form.name if form else "key", "nearest": near, **example(shape)}
    kind = {"kind": KINDS.get(shape.kind, shape.kind), "nearest": near}
    return kind | (example(shape, whole=True) if code == "wrong-shape" else {})


def _is_misbuilt(problem: _Problem) -> bool:
    """Whether several values are built in another way than they should be: an editor needs to see how."""
    wanted = problem.shape.kind if problem.shape else "text"
    if wanted in ("mapping", "model"):
        return isinstance(problem.input, list)
    if wanted == "pair":
        return isinstance(problem.input, str)
    return wanted == "list" and isinstance(problem.input, dict)


def _unknown(document: Document, path: Path, valid: Iterable[str]) -> Finding:
    found = str(path[-1])
    values = {"found": found, "choices": choices(valid), "nearest": nearest(found, valid)}
    return Finding("unknown-key", document.where(*path, key=True), values)


def _name(path: Path) -> str:
    return ".".join(map(str, path))


def shown(value: Any) -> str:
    """A value as a message shows it: short, and on one line."""
    text = "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, list) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
