"""The key that an editor may have meant by one that is unknown."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator

from vademecum.language.collation import folded
from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.model import Model
from vademecum.model.descriptions import description, key_called
from vademecum.model.shapes import Shape, fields, shape_of
from vademecum.sources.meant.suggestions import by_label

# Keys of other programs that resemble one of ours and mean none.
MARKS = "«»“”„‘’‹›\"' \u00a0\u202f"
DEEPEST = 6  # keys above one that is looked for
UNMEANT = frozenset(("author", "auteur", "auteurs", "contact", "issn"))


def key_meant(found: str, valid: Iterable[str], model: type[Model] | None) -> str:
    """The key that an editor may have meant: by its label in a language, a part of it, or its spelling."""
    return (
        bare
        if (bare := unquoted(found)) in (valid := tuple(valid))
        else _key_meant(found, tuple(valid), model)
    )


@functools.lru_cache(16_384)  # each is asked for twice, the second time behind all others of its group
def _key_meant(found: str, valid: tuple[str, ...], model: type[Model] | None) -> str:
    if set(valid) == set(LANGUAGES):
        named = {"francais": "fr", "french": "fr", "anglais": "en", "english": "en"}
        return named.get(folded(found), "") or nearest(found, valid)
    called = key_called(found, valid)
    if folded(found) in UNMEANT and not called:
        return ""
    return called or by_label(found, key_labels(valid, model)) or nearest(found, valid)


def key_elsewhere(found: str, valid: Collection[str], model: type[Model] | None) -> str:
    """The one place further in where a key may stand, as it is written there: "terms: fr:"; "" for none, for
    several, and for a key that has a name of a valid one.
    """
    if model is None or key_called(found, valid) or by_label(found, key_labels(valid, model)):
        return ""
    places = set(_places(found, shape_of(model), ()))
    return " ".join(f"{step}:" for step in places.pop()) if len(places) == 1 else ""


def _places(key: str, shape: Shape, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The keys above a key, at each place where a shape has it; of a list, above its items."""
    if len(above) > DEEPEST:
        return
    for field in fields(shape.model) if shape.model else ():
        if field.key == key and above:
            yield above
        yield from _places(key, field.shape, (*above, field.key))
    if shape.items:
        step = LANGUAGES[:1] if shape.by_language else ("…",) if shape.keys else ()
        yield from _places(key, shape.items, (*above, *step))


def unquoted(key: str) -> str:
    """A key without the quotation marks of text around it."""
    return key.strip(MARKS)


def key_labels(valid: Collection[str], model: type[Model] | None) -> dict[str, dict[str, str]]:
    """What forms and pages call the keys of a model, in each language."""
    return {key: description(f"{model.__name__}.{key}").label for key in valid} if model else {}
