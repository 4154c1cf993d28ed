"""The list of acronyms: what each stands for, and where it is explained."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import tree
from vademecum.document.inlines import Inlines, Text
from vademecum.document.tree import Block
from vademecum.language.collation import slug, sort_key
from vademecum.language.words import said_in
from vademecum.model import Acronym
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import TextBuilder, entry, plain, to_concept

ACRONYMS = "acronyms.yml"


def listed(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """Every acronym, in their order."""
    acronyms = sorted(library.library.acronyms.values(), key=lambda acronym: sort_key(acronym.id))
    entries = tuple(
        entry(acronym.id, _meaning(acronym, library), anchor=slug(acronym.id)) for acronym in acronyms
    )
    if entries:
        yield tree.Entries(entries)


def _meaning(acronym: Acronym, library: LanguageLibrary) -> Inlines:
    """What an acronym stands for, and where it is explained: at once where these are the same words."""
    language, concept = library.language, library.library.concepts.get(acronym.concept or "")
    text, spoken = said_in(meanings, language) if (meanings := acronym.meanings()) else ("", language)
    if concept and text == concept.label(language):
        return (to_concept(concept, language),)
    meaning = plain(text, spoken if spoken != language else "")
    if concept is None:
        return meaning
    return *meaning, Text(f", {library.words['concept']['see']} "), to_concept(concept, language)
