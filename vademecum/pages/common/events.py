"""What became of entries: the page on what is new and the feed tell of it, each in its own way.

It is read from the history of their files and from what editors say of them: when an entry came, when its
text last changed, when it was last reviewed or compared with its sources.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vademecum.language.collation import sort_key
from vademecum.language.words import said_in

if TYPE_CHECKING:
    from vademecum.pages.common.language_library import LanguageLibrary

# Of what falls on one day, the later of these is told.
ORDER = ("revised", "reviewed", "verified", "new")


@dataclass(frozen=True, slots=True)
class Event:
    """That something became of an entry: `what` is new, revised, reviewed or verified; `line` tells of it;
    `lang` is the language of its words where it is not that of the page.
    """

    day: datetime.date
    what: str
    kind: str
    id: str
    title: str
    line: str
    lang: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry with the files that it is read from in a language, and the day that its editors give."""

    kind: str
    id: str
    line: str
    files: Iterable[str]
    day: datetime.date | None = None


def events(library: LanguageLibrary) -> list[Event]:
    """What became of entries, the latest first: the last thing of each day and entry."""
    found: dict[tuple[datetime.date, str, str], Event] = {}
    for entry in _entries(library):
        for event in sorted(_of(entry, library), key=lambda event: ORDER.index(event.what)):
            found[event.day, event.kind, event.id] = event
    return sorted(
        found.values(),
        key=lambda event: (-event.day.toordinal(), event.kind, sort_key(event.title), event.id),
    )


def _entries(library: LanguageLibrary) -> Iterator[_Entry]:
    entries, language = library.library, library.language
    for id_, text in entries.chapters.items():
        spoken = language if language in text.meta else text.original
        yield _Entry("chapter", id_, text.meta[spoken].summary or "", [text.documents[spoken].path])
    for id_, concept in entries.concepts.items():
        line = said_in(concept.summary, language)[0]
        yield _Entry("concept", id_, line, [f"lexicon/{id_}.yml"], concept.reviewed)
    for id_, case in entries.cases.items():
        spoken = case.spoken_in(language)
        files = [case.documents[one].path for one in dict.fromkeys((case.original, spoken))]
        yield _Entry("case", id_, case.words(spoken).summary, files, case.words(spoken).verified)
    for id_, tool in entries.tools.items():
        yield _Entry("tool", id_, said_in(tool.summary, language)[0], [tool.path()])


def _of(entry: _Entry, library: LanguageLibrary) -> Iterator[Event]:
    """When an entry's files came and when they last changed, as far as their history is known; and when
    somebody last looked at what it says.
    """
    firsts = [day for file in entry.files if (day := library.first_days.get(file))]
    lasts = [day for file in entry.files if (day := library.last_days.get(file))]
    title, spoken = library.title(entry.kind, entry.id, library.language)
    lang = spoken if spoken != library.language else ""
    told = Event(datetime.date.min, "", entry.kind, entry.id, title, entry.line, lang)
    if firsts:
        yield replace(told, day=min(firsts), what="new")
    if lasts and (not firsts or max(lasts) > min(firsts)):
        yield replace(told, day=max(lasts), what="revised")
    if entry.day:
        yield replace(told, day=entry.day, what="verified" if entry.kind == "case" else "reviewed")


def latest(told: Iterable[Event]) -> list[Event]:
    """Of events, the latest first, the latest of each entry."""
    found: dict[tuple[str, str], Event] = {}
    for event in told:
        found.setdefault((event.kind, event.id), event)
    return list(found.values())
