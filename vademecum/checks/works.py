"""Works that are cited: one work under two ids, dates and names that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.language.collation import slug
from vademecum.model import Finding, Name, Reference
from vademecum.model.markers import Plain
from vademecum.model.walk import walk
from vademecum.sources.library import Library
from vademecum.sources.source_file import SourceFile

OTHERS = re.compile(r"\b(?:et\.? al\b\.?|et autres|and others|et coll\.)", re.IGNORECASE)
_PERSON = r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+"
SEVERAL = re.compile(
    rf"{_PERSON}(?:\s*[;&]\s*|, | et | and ){_PERSON}(?:(?:\s*[;&]\s*|, | et | and ){_PERSON})*"
)
YEAR = re.compile(r"(?:\A|-)((?:19|20)\d\d)(?=-|\Z)")
LED = re.compile(r"(?:pp?\.?|pages?)[ \u00a0]*(\d.*)")  # the page writes that itself
PAGES = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
# A country and one of its bodies, as catalogues have them, are no person.
BODIES = (
    "Ville|Commune|Région|Département|Métropole|Ministère|Sénat|Assemblée|Parlement|Mairie"
    "|City|Town|Council|Senate|Parliament"
)
COMMA = re.compile(rf"([A-ZÀ-Þ][\w’'-]+), (?!(?:{BODIES})\b)([A-ZÀ-Þ][\w.’'-]+)")
BOTH = re.compile(
    r"(?!(?:L[ea]s?|D[eiu]|D[eo]s|V[ao]n|El|Al|Ben|Saint) )([A-ZÀ-Þ][a-zà-ÿ-]+) ([A-ZÀ-Þ][a-zà-ÿ’'-]+)"
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
        yield from _year_of_id(id_, work, document)
        yield from _nameless(id_, work, document)
        for step in walk(work, Plain):
            if isinstance(step.owner, Name) and (OTHERS.search(step.value) or SEVERAL.fullmatch(step.value)):
                yield Finding("names-in-one", document.where(id_, *step.path), {"found": step.value})
            elif isinstance(step.owner, Name) and (parts := _parts(step.owner, str(step.path[-1]))):
                values = {"found": step.value, "nearest": parts}
                yield Finding("name-parts", document.where(id_, *step.path), values)


def _nameless(id_: str, work: Reference, document: SourceFile) -> Iterator[Finding]:
    """Those of whom neither a family name nor another is given: the page would name nobody."""
    for key, value in work:
        for number, name in enumerate(value) if isinstance(value, (list, tuple)) else ():
            if isinstance(name, Name) and not name.short:
                yield Finding("missing-field", document.where(id_, key, number), {"key": "family"})


def _year_of_id(id_: str, work: Reference, document: SourceFile) -> Iterator[Finding]:
    """An id that says another year than that of its work; pages from a later one to an earlier."""
    years = YEAR.findall(id_)
    if years and work.issued and not any(year == work.issued[:4] or year in work.title for year in years):
        values = {"found": f"{work.issued} ≠ {years[0]} ({id_})", "nearest": years[0]}
        yield Finding("year-differs", document.where(id_, "issued"), values)
    if pages := LED.fullmatch(work.page or ""):
        values = {"found": work.page or "", "nearest": pages[1]}
        yield Finding("typing-slip", document.where(id_, "page"), values)
    span = PAGES.fullmatch(work.page or "")
    if span and len(span[1]) == len(span[2]) and span[2] < span[1]:
        yield Finding("numbers-reversed", document.where(id_, "page"), {"found": work.page or ""})


def _parts(name: Name, field: str) -> str:
    """A person's name in two parts, where it was written in one: "Reed, Anna", or both under `family`."""
    written = name.literal if field == "literal" else name.family if not name.given else ""
    if one := COMMA.fullmatch(written or ""):
        return f"{{family: {one[1]}, given: {one[2]}}}"
    if field == "family" and not name.given and (two := BOTH.fullmatch(name.family or "")):
        return f"{{family: {two[2]}, given: {two[1]}}}"
    return ""


def _same(work: Reference) -> Iterator[tuple[str, ...]]:
    """What two entries of one work have in common: its DOI; its title, names and year."""
    if work.DOI:
        yield "DOI", work.DOI.lower()
    names = [name.short for name in work.author or work.editor] or [work.publisher or ""]
    yield slug(work.title), *map(slug, names), (work.issued or "")[:4], work.volume or work.number or ""
