"""The tables of keys in CONTRIBUTING, made from the model: `python -m vademecum.editing.tables` writes them,
a test holds that they are up to date.

A table stands between `<!-- table: Model -->` and `<!-- end -->`; what is around it is written by hand. Words
of a field's help are in `fields.yml`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from vademecum.model import Model
from vademecum.model.descriptions import description
from vademecum.model.kinds import KINDS
from vademecum.model.markers import Form, Markdown, RefersTo, Vocabulary
from vademecum.model.shapes import Field, Shape, fields, models
from vademecum.model.translation import Translation

TABLE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
HEAD = "| key | type | required | meaning |\n| --- | --- | --- | --- |\n"
# What a model is called where another's table speaks of it; else its name in lower case.
NAMES = {"Authority": "party", "Name": "name", "StagesTranslation": "stages in words"}
# What a key names, and where it is listed: one of them, several.
NAMED = {
    "concept": ("concept's id", "concepts' ids"),
    "reference": ("id in `references.yml`", "ids in `references.yml`"),
    "party": ("id of a party above", "ids of parties above"),
    "series": ("id of a series above", "ids of series above"),
    "definition": ("id of one of its definitions", "ids of its definitions"),
}
FORMS = {
    "id": "id",
    "key": "key",
    "country": "two capital letters, ISO 3166",
    "tongue": "two or three small letters, ISO 639",
    "address": "address, `https://…` or `http://…`",
    "date": 'date, `"2019"`, `"2019-09"` or `"2019-09-23"`',
}
SIMPLE = {
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
    "date": "date, YYYY-MM-DD",
}


def written(text: str) -> str:
    """CONTRIBUTING with its tables as the model has them; KeyError where a table names no model."""
    known = {model.__name__: model for model in models(*(kind.model for kind in KINDS))}
    return TABLE.sub(lambda match: f"{match[1]}{table(known[match[2]])}{match[3]}", text)


def table(model: type[Model]) -> str:
    """A model's fields as a table of Markdown."""
    return HEAD + "".join(_row(field, issubclass(model, Translation)) for field in fields(model))


def _row(field: Field, translation: bool) -> str:
    kind = _kind(field.shape, "the original" if translation else "your choice")
    required = "yes" if field.required else "no"
    return f"| `{field.key}` | {kind} | {required} | {description(field.shape.of).help['en']} |\n"


def _kind(shape: Shape, ids: str = "your choice") -> str:
    """What may be written, in words."""
    if shape.model is not None:
        return _called(shape.model)
    if shape.kind == "mapping":
        return _mapping(shape, ids)
    if shape.kind == "list" and shape.items is not None:
        return f"list of {_several(shape.items)}" + (
            f", {shape.longest} at the most" if shape.longest else ""
        )
    if shape.kind == "pair":
        return f"`[a, b]`, two {_several(shape.parts[0])}"
    if shape.kind == "choice":
        return _either(shape.choices)
    if shape.kind == "text":
        return _text(shape) + _bound(shape)
    if shape.kind == "integer" and shape.least is not None and shape.most is not None:
        return f"year, {shape.least} to {shape.most}"
    return SIMPLE[shape.kind] + (
        f", {shape.least} or more" if shape.least is not None and shape.most is None else ""
    )


def _mapping(shape: Shape, ids: str) -> str:
    """A mapping by language, or one whose keys are ids or keys of a list."""
    assert shape.keys is not None and shape.items is not None
    if shape.by_language:
        if shape.items.model is not None:
            return f"for each language, {_one(shape.items)}"
        return _text(shape.items) + (" for all" if shape.same else " by language") + _bound(shape.items)
    vocabulary, named = shape.keys.mark(Vocabulary), shape.keys.mark(RefersTo)
    if named is not None:
        key = f"for each {NAMED[named.kinds[0]][0]}"
    elif vocabulary is None:
        key = f"for each {_text(shape.keys)} of {ids}"
    elif vocabulary.when is None:
        key = f"for each key of `{vocabulary.name}`"
    else:
        key = f"for each key of {ids}, or in a {vocabulary.when[1]} of `{vocabulary.name}`"
    return f"{key}, {_one(shape.items)}"


def _text(shape: Shape) -> str:
    vocabulary, named, form = shape.mark(Vocabulary), shape.mark(RefersTo), shape.mark(Form)
    if vocabulary is not None and vocabulary.when is None:
        return f"key of `{vocabulary.name}`"
    if named is not None:
        kinds = named.kinds
        return NAMED[kinds[0]][0] if len(kinds) == 1 else _either([f"{kind}:<id>" for kind in kinds])
    if form is not None:
        return FORMS[form.name]
    return "Markdown" if shape.mark(Markdown) else "words"


def _bound(shape: Shape) -> str:
    return f", {shape.longest} characters at the most" if shape.longest else ""


def _one(shape: Shape) -> str:
    """One of a mapping's values, with its article where it is a part of its own."""
    kind = _kind(shape)
    if not kind.startswith("*") or kind.endswith(("s*", "words*")):
        return kind
    return f"an {kind}" if kind[1] in "aeiou" else f"a {kind}"


def _several(shape: Shape) -> str:
    """The same in the plural."""
    named = shape.mark(RefersTo)
    if named is not None and len(named.kinds) == 1:
        return NAMED[named.kinds[0]][1]
    if shape.model is not None:
        return _called(shape.model).removesuffix("*") + "s*"
    kind = _kind(shape)
    plurals = {"Markdown": "texts in Markdown", "number": "numbers", "key of": "keys of"}
    return next((kind.replace(one, more, 1) for one, more in plurals.items() if kind.startswith(one)), kind)


def _called(model: type[Model]) -> str:
    """A part by its name; a translation of one field as it is written."""
    if issubclass(model, Translation) and len(named := fields(model)) == 1:
        return f"`{{{named[0].key}: …}}`"
    return f"*{NAMES.get(model.__name__, model.__name__.lower())}*"


def _either(choices: tuple[str, ...] | list[str]) -> str:
    quoted = [f"`{choice}`" for choice in choices]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


if __name__ == "__main__":
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "CONTRIBUTING.md")
    path.write_text(written(path.read_text(encoding="utf-8")), encoding="utf-8")
