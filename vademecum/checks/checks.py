"""Library -> findings that no single file can show: what refers to nothing, what two entries claim, what is
missing in a language.
"""

from __future__ import annotations

from collections.abc import Iterable

from vademecum.checks.booklets import booklets
from vademecum.checks.concepts import claims, concepts
from vademecum.checks.dangling import references
from vademecum.checks.figures import figures, pictures
from vademecum.checks.tools import tools
from vademecum.checks.translations import translations
from vademecum.checks.vocabularies import vocabularies
from vademecum.model import Finding
from vademecum.sources.library import FIGURES, Library


def check(library: Library) -> list[Finding]:
    """Every finding about the library as a whole; the texts' own come from reading them."""
    parts = (concepts, claims, references, vocabularies, figures, pictures, translations, booklets, tools)
    return [finding for part in parts for finding in part(library)]


def unused(library: Library, used: Iterable[tuple[str, str]]) -> list[Finding]:
    """A remark for each concept and figure that no page uses; `used` holds those used on any other page, in
    any language, as (kind, id).

    None where a file is at fault: it might use it.
    """
    known = {("concept", id_): f"lexicon/{id_}.yml" for id_ in library.concepts} | {
        ("figure", id_): f"{FIGURES}{id_}.yml" for id_ in library.figures
    }
    return (
        []
        if library.unread
        else [
            Finding(f"unused-{kind}", library.documents[known[kind, id_]].where(), {"found": id_})
            for kind, id_ in sorted(known.keys() - set(used))
        ]
    )
