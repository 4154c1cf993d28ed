"""The tables in CONTRIBUTING, in each language: `python -m vademecum.editing.tables` writes them, a test
holds that they are up to date.

Tables of keys are made from the model, between `<!-- table: Model -->` and `<!-- end -->`, and the table of
Markdown from `constructs.yml`, at `<!-- table: Markdown -->`; what is around them is written by hand. What a
field is for stands in `fields.yml`, how a type is told in `tables.yml`.
"""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path
from typing import Any

from vademecum.editing import constructs
from vademecum.language.data import data_in
from vademecum.language.regex import regex
from vademecum.language.typography import typeset
from vademecum.model import Model
from vademecum.model.descriptions import description
from vademecum.model.kinds import KINDS
from vademecum.model.markers import Form, Markdown, RefersTo, Vocabulary
from vademecum.model.shapes import Field, Shape, fields, models
from vademecum.model.translation import Translation

TABLE = regex(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
OLDEST = 1000  # a number that cannot be less is a year
CODE = regex(r"(`[^`]*`)")
DOCUMENTS = {"en": "CONTRIBUTING.md", "fr": "CONTRIBUTING.fr.md"}


@functools.cache
def catalogue(language: str) -> dict[str, Any]:
    """tables.yml: the words of a language; ours, so trusted."""
    words: dict[str, Any] = data_in(Path(__file__).with_name("tables.yml"))[language]
    return words


def written(text: str, language: str = "en") -> str:
    """CONTRIBUTING with its tables as the model has them; KeyError where a table names no model."""
    known = {model.__name__: model for model in models(*(kind.model for kind in KINDS))}

    def made(match: re.Match[str]) -> str:
        rows = constructs.table(language) if match[2] == "Markdown" else table(known[match[2]], language)
        return f"{match[1]}{rows}{match[3]}"

    return TABLE.sub(made, text)


def table(model: type[Model], language: str = "en") -> str:
    """A model's fields as a table of Markdown."""
    told = _Words(language)
    lines = [told.words["head"], ["---"] * 4]
    lines += [told.row(field, issubclass(model, Translation)) for field in fields(model)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _set(text: str, language: str) -> str:
    """Words as they are set in French, whose spaces a forge does not make; code as it is written."""
    if language != "fr":
        return text
    return "".join(part if part.startswith("`") else typeset(part, language) for part in CODE.split(text))


class _Words:
    """The types of fields in the words of a language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words = catalogue(language)

    def say(self, name: str, *values: object) -> str:
        """A phrase of tables.yml with its values."""
        return str(self.words[name]).format(*values)

    def row(self, field: Field, translation: bool) -> list[str]:
        told = description(field.shape.of)
        label, help_ = told.label[self.language], told.help[self.language]
        kind = self.kind(field.shape, "original" if translation else "own")
        meaning = str(self.words["meaning"]).format(label=label, help=help_)
        cells = [kind, self.words["required"][field.required], meaning]
        return [f"`{field.key}`", *(_set(cell, self.language) for cell in cells)]

    def kind(self, shape: Shape, ids: str = "own", many: bool = False) -> str:
        """What may be written, in words; `many` for several of them, in a list."""
        if shape.model is not None:
            return self.model(shape.model, many)
        if shape.kind == "mapping":
            return self.mapping(shape, ids)
        if shape.kind == "list" and shape.items is not None:
            limit = self.say("items", shape.longest) if shape.longest else ""
            return self.say("list", self.kind(shape.items, many=True)) + limit
        if shape.kind == "pair":
            return self.say("pair", self.kind(shape.parts[0], many=True))
        if shape.kind == "choice":
            return self.either(shape.choices)
        if shape.kind == "text":
            return self.text(shape, many) + self.bound(shape)
        return self.number(shape, many)

    def number(self, shape: Shape, many: bool) -> str:
        """A number, a date, or true and false."""
        if shape.kind == "integer" and shape.least is not None and shape.most is not None:
            return self.say("year" if shape.least >= OLDEST else "between", shape.least, shape.most)
        least = shape.least is not None and shape.most is None
        return self.simple(shape.kind, many) + (self.say("least", shape.least) if least else "")

    def mapping(self, shape: Shape, ids: str) -> str:
        """A mapping by language, or one whose keys are ids or keys of a list."""
        assert shape.keys is not None and shape.items is not None
        if not shape.by_language:
            return self.say("mapping", self.key(shape.keys, ids), self.kind(shape.items))
        if shape.items.model is not None:
            return self.say("mapping", self.say("language"), self.kind(shape.items))
        told = "for_all" if shape.same else "by_language"
        return self.say(told, self.text(shape.items)) + self.bound(shape.items)

    def key(self, shape: Shape, ids: str) -> str:
        """What the keys of a mapping are."""
        marker = shape.mark(Vocabulary)
        if shape.mark(RefersTo) is not None or (marker is not None and marker.when is None):
            return self.text(shape)
        own = self.say(ids, self.text(shape))
        if marker is None or marker.when is None:
            return own
        return self.say("conditional", own, marker.when[1], marker.name)

    def text(self, shape: Shape, many: bool = False) -> str:
        marker, named, form = shape.mark(Vocabulary), shape.mark(RefersTo), shape.mark(Form)
        if marker is not None and marker.when is None:
            return self.simple("vocabulary", many).format(marker.name)
        if named is not None:
            kinds = named.kinds
            if len(kinds) > 1:
                return self.either([f"{kind}:<id>" for kind in kinds])
            told: str = self.words["named"][kinds[0]]["several" if many else "one"]
            return told
        if form is not None:
            own: str = self.words["forms"][form.name]
            return own
        return self.simple("markdown" if shape.mark(Markdown) else "text", many)

    def simple(self, name: str, many: bool) -> str:
        """A simple type, by the word for one of it or for several."""
        told: str | dict[str, str] = self.words["simple"][name]
        return told if isinstance(told, str) else told["several" if many else "one"]

    def bound(self, shape: Shape) -> str:
        return self.say("characters", shape.longest) if shape.longest else ""

    def model(self, model: type[Model], many: bool) -> str:
        """A part by its name; a translation of one field as it is written."""
        if issubclass(model, Translation) and len(named := fields(model)) == 1:
            return f"`{{{named[0].key}: …}}`"
        told: str = self.words["models"][model.__name__]
        return told

    def either(self, choices: tuple[str, ...] | list[str]) -> str:
        quoted = [f"`{choice}`" for choice in choices]
        return self.say("or").join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


if __name__ == "__main__":
    house = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    for spoken, name in DOCUMENTS.items():
        path = house / name
        path.write_text(written(path.read_text(encoding="utf-8"), spoken), encoding="utf-8")
