"""An entry that bears already what a new one is to be called."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.language.collation import folded
from vademecum.language.inflection import variants
from vademecum.model.kinds import Kind
from vademecum.sources.library import Library


def namesake(library: Library, kind: Kind, title: str, language: str) -> str:
    """The path of the file that has this title, or this term in any number; "" where none has."""
    wanted = folded(title.strip())
    for path, name in _named(library, kind, language):
        if wanted in map(folded, (name, *variants(name, language))):
            return path
    return ""


def _named(library: Library, kind: Kind, language: str) -> Iterator[tuple[str, str]]:
    """What the entries of a kind are called in a language, each with its file."""
    if kind.name == "concept":
        for id_, concept in library.concepts.items():
            if terms := concept.terms.get(language):
                names = (terms.preferred, *terms.synonyms, *terms.forms, *terms.manual, *terms.replaced)
                yield from ((kind.path.replace("<id>", id_), name) for name in names)
        return
    before, _, after = kind.path.replace("<language>", language).partition("<id>")
    for path, document in library.documents.items():
        if path.startswith(before) and path.endswith(after) and isinstance(document.data, dict):
            title = document.data.get("title")
            title = title.get(language) if isinstance(title, dict) else title
            if isinstance(title, str):
                yield path, title
