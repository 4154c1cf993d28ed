"""A name that an entry gives, and that nothing bears."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding
from vademecum.sources.source_file import Document


def dangling(
    code: str, found: str, known: Iterable[str], document: Document, *path: str | int, key: bool = False
) -> Iterator[Finding]:
    """A finding where `found` is not known."""
    if found not in known:
        yield Finding(
            code,
            document.where(*path, key=key),
            {"found": found, "nearest": nearest(found, known), "choices": choices(known)},
        )
