"""Works that are cited: one work under two ids, dates and names that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.language.collation import slug
from vademecum.model import Finding, Name, Reference
from vademecum.model.markers import Plain
from vademecum.model.walk import walk
from vademecum.sources.library import Library

OTHERS = re.compile(r"\b(?:et\.? al\b\.?|et autres|and others|et coll\.)", re.IGNORECASE)
_PERSON = r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+"
SEVERAL = re.compile(
    rf"{_PERSON}(?:\s*[;&]\s*|, | et | and ){_PERSON}(?:(?:\s*[;&]\s*|, | et | and ){_PERSON})*"
)


def works(library: Library) -> Iterator[Finding]:
    """What is wrong with each work by itself and among the others."""
    document = library.documents.get("references.yml")
    if document is None:
        return
    known: dict[tuple[str, ...], str] = {}
    for id_, work in library.references.items():
        other = ""
        for key in _same(work):
            other = other or known.get(key, "")
            known.setdefault(key, id_)
        if other:
            yield Finding("same-work", document.where(id_, key=True), {"found": id_, "other": other})
        if work.issued and work.accessed and work.accessed < work.issued[: len(work.accessed)]:
            values = {"found": f"{work.accessed} < {work.issued}"}
            yield Finding("read-before", document.where(id_, "accessed"), values)
        for step in walk(work, Plain):
            if isinstance(step.owner, Name) and (OTHERS.search(step.value) or SEVERAL.fullmatch(step.value)):
                yield Finding("names-in-one", document.where(id_, *step.path), {"found": step.value})


def _same(work: Reference) -> Iterator[tuple[str, ...]]:
    """What two entries of one work have in common: its DOI; its title, names and year."""
    if work.DOI:
        yield "DOI", work.DOI.lower()
    names = [name.short for name in work.author or work.editor] or [work.publisher or ""]
    yield slug(work.title), *map(slug, names), (work.issued or "")[:4], work.volume or work.number or ""
