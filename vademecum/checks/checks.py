"""Library -> findings that no single file can show: what refers to nothing, what two entries claim. What
two languages say otherwise is told by comparisons.py.
"""

from __future__ import annotations

import datetime
from functools import partial

from vademecum.checks.entries.booklets import booklets
from vademecum.checks.entries.chapter_numbers import chapter_numbers
from vademecum.checks.entries.concepts import claims, concepts, hierarchy
from vademecum.checks.entries.copies import copies
from vademecum.checks.entries.dangling import references
from vademecum.checks.entries.english_ids import english_ids
from vademecum.checks.entries.facts import dates, facts, orders
from vademecum.checks.entries.figures import figures
from vademecum.checks.entries.identifiers import identifiers
from vademecum.checks.entries.one_body import one_body
from vademecum.checks.entries.pictures import pictures
from vademecum.checks.entries.source_years import source_years
from vademecum.checks.entries.tools import tools
from vademecum.checks.entries.vocabularies import keys_in_capitals, misfits, said_twice, vocabularies
from vademecum.checks.entries.works import works
from vademecum.checks.words.plain import plain_texts
from vademecum.model import CaseTranslation, Finding, Model
from vademecum.sources.cache import Cache
from vademecum.sources.library import Entry, InLanguages, Library

# What is looked at with the whole library in view.
WHOLE = (
    concepts,
    hierarchy,
    claims,
    figures,
    pictures,
    booklets,
    misfits,
    orders,
    chapter_numbers,
    tools,
    identifiers,
    english_ids,
    one_body,
    source_years,
    works,
    copies,
    said_twice,
    keys_in_capitals,
)


def check_whole(library: Library) -> list[Finding]:
    """What is to be found with the whole library in view."""
    return [finding for part in WHOLE for finding in part(library)]


def check_entries(library: Library, cache: Cache) -> list[Finding]:
    """What is to be found of each entry, whatever it says in another language.

    Of those that the cache knows, an entry is looked at again only where it changed, what it refers to also
    where the lists or the names that it may give changed; and what it says, not where an earlier check or
    build found it clean.
    """
    findings: list[Finding] = []
    # Kept as one object, so that it is compared once and not with every entry.
    today = datetime.date.today()
    around = (library.vocabularies, _names(library), library.successors, today)
    around = cache.made("around", around, lambda: around)
    for entry in library.entries():
        place = (entry.document.path, *entry.at)
        written = (entry.model, entry.document)
        refers, says = partial(_of_references, library, entry), partial(_of_entry, entry, today)
        says = partial(cache.clean.found, ("says", *place, entry.document.digest), says)
        findings += cache.made(("refers", *place), (*written, around), refers)
        findings += cache.made(("says", *place), (*written, today), says)
    for both in library.in_languages():
        place = ("translated", both.documents[both.original].path)
        says = partial(cache.clean.found, (*place, *both.digests()), partial(_translated, both, today))
        findings += cache.made(place, (*both, today), says)
    return findings


def _of_references(library: Library, entry: Entry) -> list[Finding]:
    return [*references(library, entry), *vocabularies(library, entry)]


def _of_entry(entry: Entry, today: datetime.date) -> list[Finding]:
    return [*facts(entry, today), *plain_texts(entry)]


def _translated(written: InLanguages, today: datetime.date) -> list[Finding]:
    # A page's words are an entry in each language; a case's only in that of its facts.
    translated = (
        Entry("case", model, written.documents[language])
        for language, model in written.words.items()
        if isinstance(model, CaseTranslation)
    )
    return [finding for entry in translated for finding in (*dates(entry, today), *plain_texts(entry))]


def _names(library: Library) -> list[tuple[str, ...]]:
    """Every name that an entry may give: the ids of each kind, and the keys of what stands in an entry."""
    names: list[tuple[str, ...]] = []
    for entries in library.by_kind.values():
        for id_, entry in entries.items():
            inside = vars(entry).values() if isinstance(entry, Model) else ()
            names.append((id_, *(key for value in inside if isinstance(value, dict) for key in value)))
        names.append(())
    return names
