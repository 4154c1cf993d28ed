"""How much a new entry says of what it could, by the model's own fields, and what would make it say more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.language.words import words
from vademecum.model import Model
from vademecum.model.descriptions import description
from vademecum.model.fields import ENTRY_KINDS
from vademecum.model.shapes import Shape, fields
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.review.changes import Completeness, Wanted
from vademecum.sources.library import Library

# The fields that are no gap where they are empty: an end of an address, a place in a list, a choice or a mark
# that only some entries have.
AS_NEEDED = frozenset(
    (
        "slug",
        "order",
        "silent",
        "forms",
        "manual",
        "never",
        "synonyms",
        "retained",
        "cited_in",
        "ours",
        "wording",
        "break",
        "rows",
        "end",
        "contrasts",
        "broader",
        "related",
        "reference_data",
        "formerly",
        "replaced",
        "rejected",
        "tags",
    )
)


def completeness(before: Library, after: Library, titles: LanguageLibrary) -> Iterator[Completeness]:
    """Each concept, case, chapter and tool that was not there before."""
    for kind in ENTRY_KINDS:
        for id_ in after.by_kind[kind].keys() - before.by_kind[kind].keys():
            yield _of(kind, id_, after, titles)


def _of(kind: str, id_: str, library: Library, titles: LanguageLibrary) -> Completeness:
    model, path, missing = _entry(kind, id_, library)
    counted: Counter[tuple[str, str, bool]] = Counter()
    _count(model, counted, "")
    language = titles.language
    wanted = [
        Wanted(_called(whole, of, language), description(of).help[language], count)
        for (whole, of, filled), count in counted.items()
        if not filled
    ]
    filled = sum(count for (*_, is_filled), count in counted.items() if is_filled)
    total = sum(counted.values())
    silent = [words(language)["case"]["sections"][name] for name in getattr(model, "silent", ())]
    title = titles.title(kind, id_, language)[0]
    return Completeness(kind, id_, title, path, filled, total, tuple(wanted), missing, tuple(silent))


def _entry(kind: str, id_: str, library: Library) -> tuple[Model, str, str]:
    """An entry's model, its file, and the language that has no file of it or no words in it."""
    if kind in ("case", "chapter"):
        entry: Any = library.by_kind[kind][id_]
        model = entry.facts if kind == "case" else entry.meta[entry.original]
        absent = next((language for language in LANGUAGES if language not in entry.documents), "")
        return model, entry.documents[entry.original].path, absent
    if kind == "concept":
        concept = library.concepts[id_]
        absent = next((language for language in LANGUAGES if language not in concept.summary), "")
        return concept, f"lexicon/{id_}.yml", absent
    tool = library.tools[id_]
    absent = next((language for language in LANGUAGES if language not in tool.title), "")
    return tool, tool.path(), absent


def _called(whole: str, of: str, language: str) -> str:
    """What a field is called; one of a part, after the field that the part is of: *Outcomes · Observed*."""
    return " · ".join(description(one).label[language] for one in (whole, of) if one)


def _count(value: Any, counted: Counter[tuple[str, str, bool]], whole: str) -> None:
    """Count the fields of an entry and of its parts that are filled, and those that are empty, with the
    entry's own field that they stand in, if they are of a part.
    """
    model: type[Model] = type(value)
    for field in fields(model):
        inside = getattr(value, field.name)
        if field.key not in AS_NEEDED and not field.required:
            counted[whole, field.shape.of, _is_filled(inside)] += 1
        _enter(field.shape, inside, counted, whole or field.shape.of)


def _is_filled(value: Any) -> bool:
    if isinstance(value, Model) and not any(field.required for field in fields(type(value))):
        return value != type(value)()  # what nothing has to be said of may stand there with nothing said
    return value not in (None, (), {}, "")


def _enter(shape: Shape, value: Any, counted: Counter[tuple[str, str, bool]], whole: str) -> None:
    if isinstance(value, Model):
        _count(value, counted, whole)
    elif isinstance(value, dict) and shape.items is not None:
        for inner in value.values():
            _enter(shape.items, inner, counted, whole)
    elif isinstance(value, tuple) and shape.items is not None:
        for inner in value:
            _enter(shape.items, inner, counted, whole)
