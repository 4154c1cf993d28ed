"""Works that are cited: one work under two ids, dates and names that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.entries.authors import authors
from vademecum.checks.entries.title_dates import title_dates
from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.words.foreign_words import JOINING
from vademecum.checks.words.tongues import seems
from vademecum.language.collation import slug
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding, Name, Reference
from vademecum.model.descriptions import flow
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import SourceFile

YEAR = regex(r"(?:\A|-)((?:19|20)\d\d)(?=-|\Z)")
LABEL_YEAR = regex(r"\b((?:19|20)\d\d)[a-z]?\)?\Z")
# Numbers with a word that the page writes itself.
LED = {
    "page": regex(r"(?:pp?\.?|pages?)[ \u00a0]*(\d.*)"),
    "volume": regex(
        r"(?:vol(?:ume)?\.?|t(?:ome)?\.|(?:n[o°º]\.?|num(?:éro)?\.?)[ \u00a0]*(?=\d))[ \u00a0]*(\w{1,8})",
        re.IGNORECASE,
    ),
    "issue": regex(r"(?:n[o°º]\.?|num(?:éro)?\.?|issue|no\.)[ \u00a0]*(\d[\w/-]{0,10})", re.IGNORECASE),
}
COUNT = regex(r"\d{1,4}[ \u00a0]*(?:pp?\.?|pages?)")
# A place and a publisher, with the year: "Paris : L'Harmattan, 2019".
HOUSE = regex(r"([A-ZÀ-Þ][\w’' -]{1,30}?)[ \u00a0]?: ([^:,]{2,60}?)(?:, ((?:19|20)\d\d))?\.?")
PLACES = frozenset(
    (
        *("Paris", "Lyon", "Grenoble", "Rennes", "Strasbourg", "Toulouse", "Bordeaux", "Marseille", "Lille"),
        *("Bruxelles", "Brussels", "Genève", "Geneva", "Londres", "London", "Oxford", "Cambridge"),
        "New York",
    )
)
LONG = 60  # letters of a title that two works hardly share
SMALL = regex(r"(?<![\w-])[a-zà-ÿ]+")
FEWEST = 3  # such words of a title that tell its language
PAGES = regex(r"(\d+)\s*[-–]\s*(\d+)")


def works(library: Library) -> Iterator[Finding]:
    """What is wrong with each work by itself and among the others."""
    document = library.documents.get("references.yml")
    if document is None:
        return
    known: dict[tuple[str, ...], str] = {}
    labels: dict[str, str] = {}
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
        label = work.citation_label or ""
        if label and (taker := labels.setdefault(label.casefold(), id_)) != id_:
            values = {"found": label, "other": taker}
            yield Finding("shared-label", document.where(id_, "citation-label"), values)
        yield from _year_of_id(id_, work, document)
        yield from title_dates(id_, work, document)
        yield from _tongue(id_, work, document)
        yield from _parts(id_, work, document)
        yield from authors(id_, work, document)
        yield from _hidden(id_, work, document)


def _hidden(id_: str, work: Reference, document: SourceFile) -> Iterator[Finding]:
    """A person in the same element as a body, whose name alone would be shown."""
    for key, value in work:
        names = [one for one in value if isinstance(one, Name)] if isinstance(value, tuple) else []
        for number, name in enumerate(names):
            if name.literal and (name.family or name.given):
                parts = name.model_dump(exclude_none=True)
                person = {part: said for part, said in parts.items() if said != name.literal}
                near = f"- {flow({'literal': name.literal})}, - {flow(person)}"
                if not name.family:  # whose family name stands in the wrong field
                    near = flow({"family": name.literal, **person})
                found = f"{name.literal} + {' '.join(person.values())}"
                values = {"found": found[:90], "nearest": near[:160]}
                yield Finding("hidden-name", document.where(id_, key, number), values)


def _year_of_id(id_: str, work: Reference, document: SourceFile) -> Iterator[Finding]:
    """An id that says another year than that of its work; pages from a later one to an earlier."""
    years = YEAR.findall(id_)
    if years and work.issued and not any(year == work.issued[:4] or year in work.title for year in years):
        values = {"found": f"{work.issued} ≠ {years[0]} ({id_})", "nearest": years[0]}
        yield Finding("year-differs", document.where(id_, "issued"), values)
    label = LABEL_YEAR.search(work.citation_label or "")
    if label and work.issued and label[1] != work.issued[:4] and label[1] not in work.title:
        values = {"found": f"{label[1]} ≠ {work.issued}", "nearest": work.issued[:4]}
        yield Finding("year-differs", document.where(id_, "citation-label"), values)
    span = PAGES.fullmatch(work.page or "")
    if span and len(span[1]) == len(span[2]) and span[2] < span[1]:
        yield Finding("numbers-reversed", document.where(id_, "page"), {"found": work.page or ""})


def _parts(id_: str, work: Reference, document: SourceFile) -> Iterator[Finding]:
    """Numbers with the word that the page puts before them; a whole work's pages; a full stop behind a DOI;
    a day on which nothing can have been read.
    """
    for key, pattern in LED.items():
        if led := pattern.fullmatch(getattr(work, key) or ""):
            values = {"found": led[0], "nearest": led[1]}
            yield Finding("typing-slip", document.where(id_, key), values)
    if COUNT.fullmatch(work.page or ""):
        yield Finding("page-count", document.where(id_, "page"), {"found": work.page or ""})
    if work.DOI and (bare := work.DOI.rstrip(".,;")) != work.DOI:
        values = {"found": work.DOI[:200], "nearest": bare[:200]}
        yield Finding("doubtful-address", document.where(id_, "DOI"), values)
    if (house := HOUSE.fullmatch(work.publisher or "")) and (house[3] or house[1] in PLACES):
        rest = {"publisher": house[2], "publisher-place": house[1]} | (
            {"issued": house[3]} if house[3] else {}
        )
        values = {"found": work.publisher or "", "nearest": flow(rest)[1:-1]}
        yield Finding("typing-slip", document.where(id_, "publisher"), values)
    if work.accessed and not (work.URL or work.DOI):
        yield Finding("accessed-nowhere", document.where(id_, "accessed"), {"found": work.accessed})


def _tongue(id_: str, work: Reference, document: SourceFile) -> Iterator[Finding]:
    """A title of which all words are of the one language, below the code of the other."""
    if work.language not in LANGUAGES:
        return
    other = next(language for language in LANGUAGES if language != work.language)
    small = SMALL.findall(work.title)
    joined = not JOINING[other].isdisjoint(small) and JOINING[work.language].isdisjoint(small)
    if joined and len(small) >= FEWEST and seems(work.title, other, work.language, {}):
        values = {"found": beginning(work.title, 60), "key": work.language, "nearest": other}
        yield Finding("title-language", document.where(id_, "language"), values)


def _same(work: Reference) -> Iterator[tuple[str, ...]]:
    """What two entries of one work have in common: its DOI; its ISBN; its title, names and year."""
    if work.DOI:
        yield "DOI", work.DOI.lower()
    if work.ISBN and work.type in ("book", "report") and not work.volume:  # chapters have that of their book
        yield "ISBN", re.sub("[ -]", "", work.ISBN)
    title = slug(work.title)
    if len(title) >= LONG and not (work.volume or work.number or work.edition):
        yield "title", title  # of no series, whose years differ
    names = [name.short for name in work.author or work.editor] or [work.publisher or ""]
    yield slug(work.title), *map(slug, names), (work.issued or "")[:4], work.volume or work.number or ""
