"""Rows of a table -> drafts of cases: what the table says, as editors write it, and what is missing.

A small file says which column is which field (`Columns`). A value that stands for a key, a date or a country
is written as we write it where that can be guessed; else it stays as it is, and the check tells of it.
Sections are left empty, for a person to write from the sources.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import yaml

from vademecum.language.collation import folded, slug
from vademecum.language.words import words
from vademecum.model import SECTIONS, Case, Model, Vocabularies
from vademecum.model.fields import Id, Language, Words
from vademecum.model.markers import Form, Vocabulary
from vademecum.model.shapes import Shape, fields, shape_of
from vademecum.sources.meant.labels_meant import meant
from vademecum.sources.meant.suggestions import choice_meant, suggestion
from vademecum.sources.text import limits

SEPARATORS = ";,\t"  # what spreadsheets write between cells
PARTS = 20  # values of one cell that are taken
Cells = Mapping[str, str]
Read = Callable[[str, Shape, Mapping[str, str]], str]  # a cell, its field, what the table calls a key
LONGEST = 1_000_000  # characters of one cell


class Columns(Model):
    """What a table's columns are: field of a case, as "period.start" or "partners.name" -> the column's head.

    `id` is the column that ids are made from, else the title; `values` what the table calls a key of a field,
    such as themes; several values of a cell are set apart by `between`. Without a `separator`, it is that of
    SEPARATORS which the first line holds most of.
    """

    language: Language = "fr"
    separator: Words | None = None
    between: Words = "|"
    id: Words | None = None
    columns: dict[Words, Words]
    values: dict[Words, dict[Words, Words]] = {}


@dataclass(frozen=True)
class Draft:
    """A case as a table gives it: its id, the text of its file, the names of what is missing; and each cell
    that was taken for something else than it says, with what it was taken for.
    """

    id: Id
    text: str
    missing: tuple[str, ...]
    guessed: Mapping[str, str]


class UnknownColumn(Exception):
    """A column or field that is not there; carries its name, what there is, and where it is asked for."""

    def __init__(self, name: str, known: list[str], *at: str, key: bool = False) -> None:
        super().__init__(name)
        self.name, self.known, self.at, self.key = name, known, at, key


class NotATable(Exception):
    """A file that holds no text: a spreadsheet as its program keeps it."""


def text_of(data: bytes) -> str:
    """The text of a table, in UTF-8 or -16, else in Windows-1252: spreadsheets write them all. NotATable."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise NotATable
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read(text: str, columns: Columns) -> list[dict[str, str]]:
    """The rows of a table by their columns. UnknownColumn where one that is asked for is not there, NotATable
    where the text is none.
    """
    first = text.partition("\n")[0]
    separator = columns.separator or max(SEPARATORS, key=first.count)
    csv.field_size_limit(LONGEST)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
        heads = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except (csv.Error, TypeError, ValueError):  # the last two of a separator that cannot be one
        raise NotATable from None
    for path, column in columns.columns.items():
        if column not in heads:
            raise UnknownColumn(column, heads, "columns", path)
    if columns.id and columns.id not in heads:
        raise UnknownColumn(columns.id, heads, "id")
    for path in columns.columns:
        if (shape := _shape(path)) is None or shape.kind in ("model", "mapping"):
            raise UnknownColumn(path, [field.key for field in fields(Case)], "columns", path, key=True)
    return [{head: (row.get(head) or "").strip() for head in heads} for row in rows]


def drafts(rows: list[dict[str, str]], columns: Columns, vocabularies: Vocabularies) -> Iterator[Draft]:
    """A draft for each row that has anything to say and a name, each with an id of its own."""
    taken: set[str] = set()
    for row in rows:
        if _says(row, columns) and _name(row, columns):
            yield _draft(row, columns, vocabularies, taken)


def unnamed(rows: list[dict[str, str]], columns: Columns) -> list[int]:
    """Which lines of the table say something and have no name that an id can be made of; the heads' is 1."""
    return [n for n, row in enumerate(rows, 2) if _says(row, columns) and not _name(row, columns)]


def _says(row: Cells, columns: Columns) -> bool:
    return any(row[column] for column in columns.columns.values())


def _name(row: Cells, columns: Columns) -> str:
    """What a row's id is made of: the cell that is named for it, else the title; "" where neither has
    letters of ours.
    """
    title = columns.columns.get("title", next(iter(columns.columns.values())))
    cells = (row[columns.id] if columns.id else "", row[title])
    return next((cell for cell in cells if re.search("[a-z0-9]", folded(cell))), "")


def _draft(row: Cells, columns: Columns, vocabularies: Vocabularies, taken: set[str]) -> Draft:
    data: dict[str, Any] = {}
    guessed: dict[str, str] = {}
    for path, column in columns.columns.items():
        if row[column]:
            _put(data, path, row[column], columns, partial(_read, guessed, vocabularies))
    id_ = _free(slug(_name(row, columns))[: limits.NAME - 4].strip("-"), taken)
    ordered = {field.key: data[field.key] for field in fields(Case) if field.key in data}
    titles = words(columns.language)["case"]["sections"]
    head = yaml.safe_dump(ordered, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=None)
    body = "".join(f"\n## {titles[name]}\n" for name in SECTIONS)
    lacking = [field.key for field in fields(Case) if field.required and field.key not in data]
    empty = [path for path, column in columns.columns.items() if not row[column] and path not in lacking]
    missing = (*lacking, *empty, *(titles[name] for name in SECTIONS))
    return Draft(id_, f"---\n{head}---\n{body}", missing, guessed)


def _free(name: str, taken: set[str]) -> str:
    """A name that none before has."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found


def _shape(path: str) -> Shape | None:
    """What a field of a case holds; none where there is no such field. Ids inside are of our making."""
    shape: Shape | None = shape_of(Case)
    for step in path.split("."):
        if shape is not None and shape.kind == "mapping" and not shape.by_language:
            shape = shape.items
        shape = shape.step(step) if shape is not None and shape.model is not None else None
    return shape


def _put(data: dict[str, Any], path: str, cell: str, columns: Columns, read: Read) -> None:
    """Put a cell where its field stands: one value, a list of them, or one for each party."""
    first, *rest = path.split(".")
    whole, shape = shape_of(Case).step(first), _shape(path)
    assert whole is not None and shape is not None
    known = columns.values.get(path, {})
    parts = [part.strip() for part in cell.split(columns.between)][:PARTS]
    if whole.kind == "mapping":
        group = data.setdefault(first, {})
        for number, part in enumerate(parts, 1):
            _set(group.setdefault(f"{_singular(first)}-{number}", {}), rest, read(part, shape, known))
    elif shape.kind == "list" and shape.items is not None:
        made = [read(part, shape.items, known) for part in parts if part]
        data[first] = list(dict.fromkeys(made))
    else:
        _set(data, [first, *rest], read(cell, shape, known))


def _singular(name: str) -> str:
    """The name of a group of parties as that of one: authority-1, partner-2."""
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")


def _set(inside: dict[str, Any], path: list[str], value: str) -> None:
    """Put a value at a path, making what is around it; nothing for an empty one."""
    for step in path[:-1]:
        inside = inside.setdefault(step, {})
    if value:
        inside[path[-1]] = value


def _read(
    guessed: dict[str, str],
    vocabularies: Vocabularies,
    cell: str,
    shape: Shape,
    known: Mapping[str, str],
) -> str:
    """A cell as we write it; what it was taken for without being told so is put among the guesses."""
    plain = known.get(cell, " ".join(cell.split()))
    value = _value(plain, shape, vocabularies)
    if value != plain:
        guessed[plain] = value
    return value


def _value(found: str, shape: Shape, vocabularies: Vocabularies) -> str:
    """Words of a table as we write them: a key for its name, a date or country in our form."""
    vocabulary, form = shape.mark(Vocabulary), shape.mark(Form)
    if vocabulary is not None:
        labels = getattr(vocabularies, vocabulary.name)
        return found if found in labels else meant(found, labels) or found
    if shape.choices:
        return found if found in shape.choices else choice_meant(found, shape.choices) or found
    if form is not None:
        return suggestion(form.name, found) or found
    return found
