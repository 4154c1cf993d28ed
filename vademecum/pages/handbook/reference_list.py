"""The list of references: every work that a text may cite, with what is noted of it."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import references, tree
from vademecum.document.inlines import Text
from vademecum.document.tree import Block, Blocks
from vademecum.language.collation import sort_key
from vademecum.model import Reference
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import TextBuilder, entry, led, tight

REFERENCES = "references.yml"


def listed(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """Every work by its label."""
    labels = {
        id_: references.label(reference, library.language)
        for id_, reference in library.library.references.items()
    }
    works = tuple(
        entry(labels[id_], _reference(library.library.references[id_], builder, library.language), anchor=id_)
        for id_ in sorted(labels, key=lambda id_: sort_key(labels[id_]))
    )
    if works:
        yield tree.Entries(works)


def _reference(reference: Reference, builder: TextBuilder, language: str) -> Blocks:
    """A work's full entry, then what is noted of it."""
    made = references.entry(reference, language)
    note = (reference.note or {}).get(language)
    if not note:
        return (tree.Line(made),)
    file = builder.library.library.documents[REFERENCES]
    blocks = builder.markdown(file, (reference.id, "note", language), note)
    return led((*made, Text(" ")), tight(blocks))
