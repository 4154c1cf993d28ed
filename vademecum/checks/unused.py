"""Library and what its pages use -> the entries that none of them does."""

from __future__ import annotations

from collections.abc import Iterable

from vademecum.model import Finding
from vademecum.sources.library import FIGURES, Library


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
