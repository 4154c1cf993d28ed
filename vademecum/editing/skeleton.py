"""A new file of a kind, to be filled in: every field of the model in order, explained in comments.

What is required stands as an empty key, of which the check tells until it is filled; what may be left out
stands as a comment. Comments and examples are the model's own words (`fields.yml`).
"""

from __future__ import annotations

import datetime
import json
import posixpath
import textwrap
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from vademecum.checks.entries.cases import section_titles
from vademecum.editing.offered import offers
from vademecum.language.regex import regex
from vademecum.language.words import words
from vademecum.model import Case, Model
from vademecum.model.descriptions import description
from vademecum.model.kinds import Kind
from vademecum.model.shapes import Field, fields
from vademecum.model.vocabularies import Vocabularies

WIDTH = 100
PLAIN = regex(r"[A-Za-z0-9][A-Za-z0-9-]*")
SCHEMAS = ".vade-mecum/schemas"  # where `export schemas` writes, and editors' programs look
FENCE = "---\n"
COLON = {"fr": " :", "en": ":"}


class Known(NamedTuple):
    """What a new file takes from its project: the lists to choose from, and examples that suit it better."""

    vocabularies: Vocabularies | None = None
    examples: Mapping[str, Any] = MappingProxyType({})


NOTHING = Known()


def skeleton(
    kind: Kind,
    language: str,
    values: Mapping[str, Any] | None = None,
    path: str = "",
    known: Known = NOTHING,
) -> str:
    """The text of a new file, its comments in a language; `values` are what is known already, as data.

    With a path, a YAML file says in its first line where its schema is.
    """
    lines = [
        line for field in fields(kind.model) for line in field_lines(field, language, values or {}, known)
    ]
    text = "\n".join(lines) + "\n"
    if kind.holds == "front matter":
        silent = (values or {}).get("silent") or ()
        return f"{FENCE}{text}{FENCE}\n{_body(kind.model, language, silent)}"
    return (schema_line(kind, path) if path else "") + text


def schema_line(kind: Kind, path: str) -> str:
    """The line by which the YAML language server finds a file's schema, by its way from there."""
    schema = posixpath.relpath(f"{SCHEMAS}/{kind.name}.schema.json", posixpath.dirname(path) or ".")
    return f"# yaml-language-server: $schema={schema}\n"


def field_lines(
    field: Field,
    language: str,
    values: Mapping[str, Any],
    known: Known = NOTHING,
) -> Iterator[str]:
    """A field: what it is for and an example, in comments; then its key, where it is required or known."""
    yield from explained(field, language, known)
    if field.key in values:
        yield from _written(field.key, values[field.key])
        return
    # What may be left out is a right line once its "# " is taken off; an example of the rest stands apart.
    lead = "#   " if field.required else "# "
    example = known.examples.get(field.key) or description(field.shape.of).example(language, values)
    yield from (lead + line for line in _written(field.key, example))
    if field.required:
        yield f"{field.key}:"


def explained(field: Field, language: str, known: Known) -> Iterator[str]:
    """What a field is called and for, and what it offers to choose from, in comments."""
    yield from headed(field, language)
    for sentence in offers(field, language, known.vocabularies):
        yield from _comment(sentence)


def headed(field: Field, language: str) -> Iterator[str]:
    """What a field is called and for, in comments."""
    told, said = description(field.shape.of), words(language)["form"]
    asked = said["required" if field.required else "optional"].lower()
    head = f"{told.label[language]} ({asked}){COLON[language]} {told.help[language]}"
    yield from _comment(" ".join(head.split()))


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _written(key: str, value: Any, indent: str = "") -> Iterator[str]:
    """A key and its value as lines of YAML."""
    if isinstance(value, Mapping):
        yield f"{indent}{key}:"
        for name, inner in value.items():
            yield from _written(str(name), inner, indent + "  ")
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        yield f"{indent}{key}:"
        for one in value:
            yield f"{indent}  - {_flow(one)}"
    else:
        yield f"{indent}{key}: {_flow(value)}".rstrip()


def _flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, (bool, int, float, datetime.date)):
        return str(value).lower()
    return value if PLAIN.fullmatch(str(value)) else json.dumps(str(value), ensure_ascii=False)


def _body(model: type[Model], language: str, silent: Collection[str]) -> str:
    """The text below the front matter: a case's sections, each to be written; none that is silent."""
    if model is not Case:
        return ""
    written = (title for name, title in section_titles(language).items() if name not in silent)
    return "\n".join(f"## {title}\n" for title in written)
