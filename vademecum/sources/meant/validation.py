"""Raw data -> models: pydantic's errors become findings with the place of the key or value that is wrong.

An error's kind, place and input come from pydantic; what should stand there from the model's own shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from vademecum.language.nearest import ALL, choices, named_choices
from vademecum.model import Finding, Location, Model
from vademecum.model.descriptions import example
from vademecum.model.markers import At, Form, RefersTo, Until
from vademecum.model.shapes import fields, keys
from vademecum.model.walk import Path
from vademecum.sources.meant import misbuilt
from vademecum.sources.meant.dates_meant import is_no_day
from vademecum.sources.meant.inner_names import Inner, InnerIds
from vademecum.sources.meant.keys_meant import key_elsewhere, key_labels, key_meant, unquoted
from vademecum.sources.meant.levels import levels
from vademecum.sources.meant.numbers_meant import thousands
from vademecum.sources.meant.problems import Problem, is_date, is_misbuilt, is_pair, lists_beside, problem_of
from vademecum.sources.meant.rebuilding import is_name, meant
from vademecum.sources.meant.showing import name_of, shown
from vademecum.sources.meant.suggestions import choice_meant, suggestion
from vademecum.sources.meant.told import Explained
from vademecum.sources.meant.unfilled import is_gap, is_no_end, is_not_yet, is_nothing
from vademecum.sources.meant.wanted import built, chosen, emptiness, of_entry, wanted
from vademecum.sources.text.assistants import is_said
from vademecum.sources.text.braces import EQUALS
from vademecum.sources.text.dashes import begun
from vademecum.sources.text.slips import dash_code
from vademecum.sources.text.source_file import Refused, SourceFile

M = TypeVar("M", bound=Model)
# What pydantic calls an error -> our code. What is not here is a wrong type.
CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-key",
    "string_too_long": "too-long",
    "string_too_short": "empty",
    "too_short": "too-few",
    "too_long": "too-many",
    "literal_error": "unknown-value",
    "string_pattern_mismatch": "bad-form",
    "impossible_date": "impossible-date",
    "check_digit": "check-digit",
    "bad_isbn": "bad-form",
    "unknown_currency": "unknown-currency",
    "greater_than": "out-of-range",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "decimal_max_places": "too-many-digits",
}
KINDS = {"model": "mapping", "choice": "text"}  # a shape -> its kind of value, as messages.yml words it
BOUNDS = {
    "ge": "least",
    "gt": "above",
    "le": "most",
    "decimal_places": "most",
}  # its side, as messages.yml words it
DAY = "day"  # what is wanted where a date has no form of its own


def parse(model: type[M], document: SourceFile, **identity: str) -> tuple[M | None, list[Finding]]:
    """Validate a document's data; `identity` holds the fields that its file's name gives, not its text."""
    if not isinstance(document.data, dict):
        equal = EQUALS.match(document.data) if isinstance(document.data, str) else None
        values = {"found": f"{equal[1]} = …", "nearest": f"{equal[1]}: …"} if equal else {}
        code = "equals-for-colon" if equal else misbuilt.no_fields(document.data)
        return None, [Finding(code, document.where(), values)]
    if wrapped := misbuilt.wrapped(model, document.data):
        return None, [Finding("own-id-above", document.where(wrapped, key=True), {"found": f"{wrapped}:"})]
    return parse_at(model, document, (), document.data, **identity)


def parse_at(
    model: type[M], document: SourceFile, at: Path, data: Any, **identity: str
) -> tuple[M | None, list[Finding]]:
    """Validate the part of a document that stands at the path `at`."""
    if data == "" or (data == {} and not any(field.required for field in fields(model))):
        values = {"key": name_of(at), **of_entry(model, str(at[-1]))}
        return None, [Finding("empty", document.where(*at, key=True), values)]
    if not isinstance(data, dict):
        near = misbuilt.by_language(model, data)
        values = {"key": name_of(at), "found": shown(data), "kind": "mapping", **near}
        return None, [Finding("wrong-type", document.where(*at), values)]
    taken = [_unknown(document, (*at, key), keys(model), model) for key in identity if key in data]
    try:
        return model.model_validate({**data, **identity}), taken
    except ValidationError as error:
        return None, [*taken, *_findings(model, document, at, error)]


def _findings(
    model: type[Model], document: SourceFile, at: Path, error: ValidationError
) -> Iterator[Finding]:
    """The findings of a part that does not fit its model, without fields that are only missing because their
    key is misspelt.
    """
    problems = [
        problem_of(model, raw)
        for raw in error.errors(include_url=False)
        if not isinstance(raw["input"], Refused)
    ]
    misspelt = {
        (*problem.steps[:-1], key_meant(str(problem.steps[-1]), problem.choices, problem.model))
        for problem in problems
        if problem.kind == "extra_forbidden"
    }
    within = {problem.steps[:end] for problem in problems for end in range(len(problem.steps))}
    lacking = {problem.steps for problem in problems if problem.kind == "pair"}
    told = levels(document, at, problems)
    for group in told:
        yield group.finding
    explained, inner = Explained(told), Inner(document, at)
    for problem in problems:
        if explained.has(problem.steps):
            continue
        if problem.steps[:-1] in lacking:
            continue  # a pair that lacks its second value is told as a whole
        if problem.kind == "too_short" and problem.steps in within:
            continue  # what is wrong in it does not count
        if problem.kind.endswith("_equal") and (pair := _in_metres(document, at, problem)):
            if problem.steps[-1] == 0 or problems[0] is problem:
                place = document.where(*at, *problem.steps[:-1])
                yield Finding("position-in-metres", place, {"found": pair})
        elif problem.kind != "missing" or problem.steps not in misspelt:
            yield _finding(document, at, problem, inner)


def _finding(document: SourceFile, at: Path, problem: Problem, inner: Inner) -> Finding:
    """One problem at its place in the file."""
    path = _written(document, at, problem)
    if gap := _gap(document, path, problem):
        return gap
    if problem.kind == "missing":
        steps = problem.steps
        values = {"key": name_of(steps), "leaf": str(steps[-1]), **wanted(problem.shape)}
        return Finding("missing-field", document.where(*path), values)
    code = CODES.get(problem.kind, "wrong-type")
    if problem.steps == ("id",) and problem.kind == "literal_error":  # the key that the entry stands under
        return _unknown(document, at, get_args(problem.of.model_fields["id"].annotation))
    if code == "unknown-key" and problem.input == "" and is_said(str(path[-1])):
        return Finding("assistant-line", document.where(*path, key=True), {"found": f"{path[-1]}:"})
    if problem.input in ("", [], {}) or (code != "unknown-value" and is_nothing(problem.input)):
        return emptiness(document, path, problem.shape, required=problem.required)
    if code == "unknown-key" and misbuilt.is_entry(problem.input, problem.choices, at):
        values = {"found": f"{path[-1]}:", "other": str(at[0])}
        return Finding("inner-entry", document.where(*path, key=True), values)
    if code == "unknown-key" or (problem.of_key and code == "unknown-value"):
        return _unknown(document, path, problem.choices, problem.model)
    if words := misbuilt.as_words(problem.shape, problem.input):
        return Finding("bare-colon", document.where(*path), {"found": words})
    if (code == "wrong-type" and is_misbuilt(problem)) or (code == "too-many" and is_pair(problem)):
        code = "wrong-shape"
    return _of_value(document, path, code, problem, inner)


def _of_value(document: SourceFile, path: Path, code: str, problem: Problem, inner: Inner) -> Finding:
    """A value that is not in its form, or stands for one that is to come."""
    found = path[-1] if problem.of_key else problem.input
    ends = problem.shape is not None and Until in problem.shape.marks
    if ends and code in ("bad-form", "wrong-type") and is_no_end(found):
        return Finding("no-end", document.where(*path), {"key": str(path[-1]), "found": shown(found)})
    if code in ("bad-form", "wrong-type") and not problem.required and is_not_yet(found):
        return Finding("not-yet", document.where(*path), {"key": name_of(path), "found": shown(found)})
    if code == "wrong-shape" and (many := misbuilt.several(problem.shape, problem.input)):
        groups = [n for n, one in enumerate(problem.shapes[: len(problem.steps)]) if misbuilt.is_by_id(one)]
        group = str(problem.steps[groups[0] - 1]) if groups else ""
        own = len(problem.steps) - 1 in groups  # each has an id to be given
        code = "several-under-id" if own else "several-in-one" if group else "several-for-one"
        return Finding(
            code, document.where(*path), {"key": str(path[-1]), "count": str(many), "other": group}
        )
    if code == "wrong-type" and (several := _ids(problem)):
        code, problem, found = "bad-form", replace(problem, input=several), several
    if code == "bad-form" and (known := inner.ids(problem.shape)) and known.ids:
        return _of_nobody(document, path, problem, known)
    if code in ("bad-form", "wrong-type") and is_date(problem) and is_no_day(str(found)):
        code = "impossible-date"
    place = document.where(*path, key=problem.of_key or problem.steps == ("id",))
    if code == "wrong-shape" and (line := _bulleted(document, place, problem)):
        return Finding(dash_code(line["found"]), place, line)
    return Finding(code, place, {"key": name_of(path), "found": shown(found), **_more(code, problem)})


def _bulleted(document: SourceFile, place: Location, problem: Problem) -> dict[str, str]:
    """What is told of a list's line behind a bullet, or a dash without its space; {} for anything else."""
    shape = problem.shape
    if shape is None or shape.kind != "list" or not isinstance(problem.input, str):
        return {}
    if shape.items is None or shape.items.kind != "text" or Form in shape.items.marks:
        return {}
    line, column = document.text.split("\n")[place.line - 1], place.column - 1
    near = "" if line[:column].strip() else begun(line, column)
    return {"found": line.strip()[:60], "nearest": near} if near else {}


def _ids(problem: Problem) -> str:
    """The ids of a list where a field takes one, as words; "" for anything else."""
    refers = problem.shape.mark(RefersTo) if problem.shape else None
    listed = isinstance(problem.input, list) and len(problem.input) > 1 and all(map(is_name, problem.input))
    return ", ".join(problem.input) if refers and len(refers.kinds) == 1 and listed else ""


def _of_nobody(document: SourceFile, path: Path, problem: Problem, known: InnerIds) -> Finding:
    """A name where the id of something inside the entry is wanted."""
    refers = problem.shape.mark(RefersTo) if problem.shape else None
    found = str(path[-1] if problem.of_key else problem.input)
    values = {"found": shown(found), "choices": choices(known.ids), "nearest": known.called(found)}
    kind = refers.kinds[0] if refers else ""
    return Finding(f"unknown-{kind}", document.where(*path, key=problem.of_key), values)


def _gap(document: SourceFile, path: Path, problem: Problem) -> Finding | None:
    """A word for a number that is not known, where null says so."""
    shape = problem.shape
    if shape is None or not shape.nullable or shape.kind != "number" or not is_gap(problem.input):
        return None
    values = {
        "key": name_of(path),
        "found": shown(problem.input),
        "kind": "number-or-null",
        "nearest": "null",
    }
    return Finding("wrong-type", document.where(*path), values)


def _written(document: SourceFile, at: Path, problem: Problem) -> Path:
    """The problem's path as far as it stands in the file: a language put in for both does not, nor does what
    is missing.
    """
    path = (*at, *problem.steps)
    while path not in document.values and path not in document.keys and len(path) > len(at):
        path = path[:-1]
    return path


def _more(code: str, problem: Problem) -> dict[str, str]:
    """What a message tells besides the key and what was found."""
    context, shape, found = problem.context, problem.shape, problem.input
    if code == "too-long":
        return {"limit": str(context["max_length"]), "length": str(len(found.strip()))}
    if code in ("too-many", "too-few"):
        limit = context["max_length" if code == "too-many" else "min_length"]
        return {"limit": str(limit), "length": str(context["actual_length"])}
    if code in ("too-many-digits", "out-of-range"):
        side = next(name for name in BOUNDS if name in context)
        limit = f"{context[side]:.12g}"  # 1.5, but no 1e+15
        values = {"limit": f"{context[side]:.0f}" if "e" in limit else limit, "bound": BOUNDS[side]}
        return values | ({"nearest": near} if (near := thousands(str(found))) else {})
    if code == "unknown-value":
        meant_by = choice_meant(str(found), problem.choices)
        return {**chosen(problem.choices, "" if meant_by else str(found)), "nearest": meant_by}
    if code == "bad-form" and shape is None:  # an entry's own id, which is the key that it stands under
        return {"form": "id", "example": problem.own_id, "nearest": suggestion("id", str(found))}
    if code in ("empty", "impossible-date", "check-digit") or shape is None:
        return {"kind": "text"}
    form = shape.mark(Form)
    wanted = form.name if form else DAY if shape.kind == "date" else shape.kind
    build = code == "wrong-shape" or (code == "wrong-type" and shape.kind == "text")
    near = meant(wanted, shape, found, build=build)
    if code in ("bad-form", "unknown-currency"):
        refers = shape.mark(RefersTo)
        one = refers and len(refers.kinds) == 1 and not refers.within
        to = {"refers": refers.kinds[0]} if refers and one else {}
        to |= lists_beside(problem) if to else {}
        return {"form": form.name if form else "key", "nearest": near, **example(shape), **to}
    nullable = shape.kind == "number" and shape.nullable
    if nullable and not near and (near := suggestion("of-grid", str(found))):
        return {"kind": "one-or-nought", "nearest": near}
    named = "text" if shape.same else KINDS.get(shape.kind, shape.kind)  # one text will do
    named = form.name if form and shape.kind == "integer" else named
    kind = {"kind": "number-or-null" if nullable else named, "nearest": near}
    return kind | (built(shape, near) if code == "wrong-shape" else {})


def _in_metres(document: SourceFile, at: Path, problem: Problem) -> str:
    around = problem.shapes[len(problem.steps) - 1] if problem.steps else None
    if not (around and At in around.marks):
        return ""
    return misbuilt.in_metres(misbuilt.at(document.data, (*at, *problem.steps[:-1])))


def _unknown(
    document: SourceFile, path: Path, valid: Iterable[str], model: type[Model] | None = None
) -> Finding:
    found, place, valid = str(path[-1]), document.where(*path, key=True), list(valid)
    if (bare := unquoted(found)) != found and bare in valid:
        return Finding("quoted-key", place, {"found": found, "nearest": bare})
    if other := key_elsewhere(found, valid, model):
        return Finding("key-elsewhere", place, {"found": found, "other": other})
    values = {"found": found, "choices": choices(valid, ALL), "nearest": key_meant(found, valid, model)}
    return Finding("unknown-key", place, values | named_choices(key_labels(tuple(valid), model)))
