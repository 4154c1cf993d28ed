"""The key that an editor may have meant by one that is unknown."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable

from vademecum.language.collation import folded
from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.model import Model
from vademecum.model.descriptions import description, key_called
from vademecum.sources.meant.suggestions import by_label

# Keys of other programs that resemble one of ours and mean none.
MARKS = "«»“”„‘’‹›\"' \u00a0\u202f"
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


def unquoted(key: str) -> str:
    """A key without the quotation marks of text around it."""
    return key.strip(MARKS)


def key_labels(valid: Collection[str], model: type[Model] | None) -> dict[str, dict[str, str]]:
    """What forms and pages call the keys of a model, in each language."""
    return {key: description(f"{model.__name__}.{key}").label for key in valid} if model else {}
