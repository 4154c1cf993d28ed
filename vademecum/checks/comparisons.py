"""Library -> findings about what one language of an entry lacks, or says otherwise."""

from __future__ import annotations

from functools import partial

from vademecum.checks.bilingual.both_languages import said_alike, said_alike_within
from vademecum.checks.bilingual.exchanged import exchanged
from vademecum.checks.bilingual.notes import other_notes
from vademecum.checks.bilingual.one_language import one_language
from vademecum.checks.bilingual.other_units import other_units
from vademecum.checks.bilingual.parties import other_parties
from vademecum.checks.bilingual.translations import between, within
from vademecum.checks.entries.cut_lists import cut_lists
from vademecum.checks.entries.silences import stages
from vademecum.model import Figure, Finding
from vademecum.sources.cache import Cache
from vademecum.sources.library import Entry, InLanguages, Library


def compare_languages(library: Library, cache: Cache) -> list[Finding]:
    """What is to be found of each entry's languages together, in one file or in two.

    Of those that the cache knows, an entry is looked at again only where it changed; nor is one whose files
    an earlier check or build found clean.
    """
    findings: list[Finding] = []
    for entry in library.entries():
        file = entry.document
        place = ("compared", file.path, *entry.at)
        look = partial(cache.clean.found, (*place, file.digest), partial(_in_one_file, entry))
        findings += cache.made(place, (entry.model, file), look)
    for both in library.in_languages():
        place = ("languages", both.documents[both.original].path)
        look = partial(cache.clean.found, (*place, *both.digests()), partial(_in_two_files, both))
        findings += cache.made(place, tuple(both), look)
    return findings


def _in_one_file(entry: Entry) -> list[Finding]:
    of_figures = other_units(entry) if isinstance(entry.model, Figure) else ()
    told = (within, said_alike_within, exchanged, one_language)
    return [*(finding for rule in told for finding in rule(entry)), *of_figures]


def _in_two_files(written: InLanguages) -> list[Finding]:
    told = (between, said_alike, other_notes, stages, cut_lists, other_parties)
    return [finding for rule in told for finding in rule(written)]
