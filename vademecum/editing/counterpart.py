"""A new file in the other language: the keys of the original that are words alone, each below what the
original says there, and its sections.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from vademecum.checks.entries.cases import section_titles
from vademecum.editing.skeleton import FENCE, NOTHING, WIDTH, Known, field_lines, headed, skeleton
from vademecum.language.languages import LANGUAGES
from vademecum.model import FACTS, Case, CaseTranslation, Chapter
from vademecum.model.chapters import PLACE
from vademecum.model.kinds import KINDS, Kind
from vademecum.model.markers import EachFile
from vademecum.model.shapes import Shape, fields
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import SourceFile

TRANSLATION = next(kind for kind in KINDS if kind.model is CaseTranslation)


def original_of(
    kind: Kind, id_: str, language: str, documents: Mapping[str, SourceFile]
) -> SourceFile | None:
    """The file of the other language that a new one of this kind translates; none where there is none."""
    for other in LANGUAGES:
        document = documents.get(kind.path.replace("<id>", id_).replace("<language>", other))
        if other == language or document is None or not isinstance(document.data, dict):
            continue
        if kind.model is not Case or not set(FACTS).isdisjoint(document.data):
            return document
    return None


def kind_of(kind: Kind, original: SourceFile | None) -> Kind:
    """The kind of a new file: of a case that has its original, a translation."""
    return TRANSLATION if original is not None and kind.model is Case else kind


def taken_over(kind: Kind, original: SourceFile | None) -> dict[str, Any]:
    """The values that both languages' files have alike, as the original has them."""
    keys = PLACE if original is not None and kind.model is Chapter else ()
    return {key: original.data[key] for key in keys if original is not None and key in original.data}


def examples(kind: Kind, library: Library) -> dict[str, Any]:
    """Examples that suit a new file better than any: for a chapter, a number that none has."""
    if kind.model is not Chapter:
        return {}
    numbers = [meta.order for chapter in library.chapters.values() for meta in chapter.meta.values()]
    return {PLACE[-1]: max(numbers, default=0) + 1}


def text(
    kind: Kind,
    original: SourceFile | None,
    language: str,
    values: Mapping[str, Any],
    path: str,
    known: Known = NOTHING,
) -> str:
    """The text of a new file, be it a translation or not."""
    if original is not None and kind is TRANSLATION:
        return translation(original, language, values)
    return skeleton(kind, language, values, path, known)


def translation(original: SourceFile, language: str, values: Mapping[str, Any]) -> str:
    """The text of a new translation of a case; `values` are what is known already."""
    own = {field.key: field.shape for field in fields(Case)}
    lines: list[str] = []
    for field in fields(CaseTranslation):
        said = original.data.get(field.key)
        if field.key in values or EachFile in field.shape.marks:
            lines += field_lines(field, language, values)
        elif field.required or said:
            lines += headed(field, language)
            lines += _words(field.key, field.shape, own[field.key], said, "")
    sections = "\n".join(f"## {title}\n" for title in _sections(original, language))
    return "\n".join((FENCE + lines[0], *lines[1:], FENCE, sections))


def _words(key: str, shape: Shape, own: Shape, said: Any, indent: str) -> Iterator[str]:
    """A key and what stands below it, each text still to be written below the original's."""
    while own.model is not None and own.model.stands_for_all and isinstance(said, Mapping):
        if shape.model is not None and own.model.stands_for_all in _names(shape):
            break
        said, own = said.get(own.model.stands_for_all), own.step(own.model.stands_for_all) or own
    inner = list(_parts(shape, own, said)) if isinstance(said, Mapping) else []
    if inner:
        yield f"{indent}{key}:"
        for name, part, its, value in inner:
            yield from _words(name, part, its, value, f"{indent}  ")
    elif isinstance(said, list):
        yield f"{indent}{key}:"
        for one in said:
            yield from _comment(one, f"{indent}  ")
            yield f"{indent}  -"
    else:
        yield from _comment(said, indent)
        yield f"{indent}{key}:"


def _names(shape: Shape) -> set[str]:
    return {field.key for field in fields(shape.model)} if shape.model is not None else set()


def _parts(shape: Shape, own: Shape, said: Mapping[str, Any]) -> Iterator[tuple[str, Shape, Shape, Any]]:
    """What of a mapping is to be translated: key, shape, the original's shape and what it says."""
    for key, value in said.items():
        part, its = shape.step(key), own.step(key)
        if part is not None and its is not None:
            yield key, part, its, value


def _comment(said: Any, indent: str) -> Iterator[str]:
    if isinstance(said, str) and said:
        lead = f"{indent}# "
        yield from textwrap.wrap(said, WIDTH, initial_indent=lead, subsequent_indent=lead)


def _sections(original: SourceFile, language: str) -> Iterator[str]:
    """The titles of the original's sections, in a language."""
    body = unicodedata.normalize("NFC", original.body)
    written = {line[3:].strip().casefold() for line in body.split("\n") if line.startswith("## ")}
    for name, title in section_titles(language).items():
        if any(section_titles(other)[name].casefold() in written for other in LANGUAGES):
            yield title
