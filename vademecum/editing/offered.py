"""What a field offers to choose from, in words for the comments of a new file: keys with their labels; where
they would fill too many lines, the list that has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.model import Model
from vademecum.model.markers import Vocabulary
from vademecum.model.shapes import Field, Shape, fields
from vademecum.model.vocabularies import Vocabularies
from vademecum.sources.meant.suggestions import called

LONGEST = 700  # letters of choices, some seven lines
Choice = tuple[str, str]  # the key that it stands under, "" for the field's own, and what it offers


def offers(field: Field, language: str, vocabularies: Vocabularies | None) -> Iterator[str]:
    """A sentence for each choice of a field and of what stands below it, in order."""
    said = words(language)["commands"]["new"]["offers"]
    for below, told in dict.fromkeys(_below(field.shape, (), language, vocabularies, frozenset())):
        yield said["under" if below else "own"].format(key=below, told=told)


def _below(
    shape: Shape,
    path: tuple[str, ...],
    language: str,
    vocabularies: Vocabularies | None,
    around: frozenset[type[Model]],
) -> Iterator[Choice]:
    if told := _told(shape, language, vocabularies):
        yield path[-1] if path else "", told
    if shape.model is not None and shape.model not in around:
        for field in fields(shape.model):
            yield from _below(field.shape, (*path, field.key), language, vocabularies, around | {shape.model})
    keys = () if shape.by_language else (shape.keys,)
    for part in (*keys, shape.items, *shape.parts):
        if part is not None:
            yield from _below(part, path, language, vocabularies, around)


def _told(shape: Shape, language: str, vocabularies: Vocabularies | None) -> str:
    """The choices of one value; "" where it has none, or nothing but a word for the whole."""
    marker = shape.mark(Vocabulary)
    said = words(language)["commands"]["new"]["offers"]
    if not marker:
        names = called(frozenset(shape.choices)) if len(shape.choices) > 1 else {}
        return ", ".join(_one(key, names.get(key, {}).get(language, ""), language) for key in shape.choices)
    labels = getattr(vocabularies, marker.name) if vocabularies else {}
    told = ", ".join(
        _one(key, by_language.get(language, ""), language) for key, by_language in labels.items()
    )
    if not told or len(told) > LONGEST:
        told = said["listed"].format(name=marker.name)
    return said["when"].format(told=told, of=marker.when[0], value=marker.when[1]) if marker.when else told


def _one(key: str, label: str, language: str) -> str:
    """A key with its label, where that says anything else."""
    return key if label.casefold() in ("", key.casefold()) else f"{key} ({typeset(label, language)})"
