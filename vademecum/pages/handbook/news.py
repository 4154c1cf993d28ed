"""The page on what is new: day by day what came in, then in fewer words what was looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Text
from vademecum.document.tree import Block
from vademecum.language.formats import long_date
from vademecum.model.fields import ENTRY_KINDS
from vademecum.pages.common.events import Event
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import box, heading, items, paragraph, plain, to_entry

DAYS = 12  # that the page tells; a feed reader keeps the rest
FEW = 6  # entries of one kind that are told with a line each; more are a list of titles, on demand
ORDER = ("new", "verified", "reviewed", "revised")  # what most readers come for, first


def listed(library: LanguageLibrary) -> Iterator[Block]:
    """The events under their days."""
    if not library.events:
        yield paragraph(library.words["news"]["undated"])
    for day in list(dict.fromkeys(event.day for event in library.events))[:DAYS]:
        yield heading(long_date(day, library.language), anchor=f"day-{day.isoformat()}")
        yield box("news", _of_day([event for event in library.events if event.day == day], library))


def _of_day(told: Iterable[Event], library: LanguageLibrary) -> Iterator[Block]:
    """What became of entries on a day, by what it was and by their kind."""
    said = library.words["news"]
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in told:
        groups.setdefault((event.what, event.kind), []).append(event)
    for what in ORDER:
        found = [(kind, groups[what, kind]) for kind in ENTRY_KINDS if (what, kind) in groups]
        few = [event for _, events in found if _in_full(what, events) for event in events]
        if few:
            yield box("entries", [items(_told(event, said) for event in few)])
        for kind, events in found:
            if not _in_full(what, events):
                count = _counted(said["counted"][kind], len(events))
                yield tree.Details(f"{said[what]}{said['colon']} {count}", (items(map(_title, events)),))


def _in_full(what: str, events: list[Event]) -> bool:
    """Whether what entries say is told: it is no news of one that was changed or looked at again."""
    return what == "new" and len(events) <= FEW


def _counted(said: list[str], count: int) -> str:
    return said[min(count, 2) - 1].format(count)


def _title(event: Event) -> Inlines:
    return (to_entry(event.kind, event.id, event.title, event.lang),)


def _told(event: Event, said: dict[str, Any]) -> tuple[Block, ...]:
    title = inlines.Strong((to_entry(event.kind, event.id, event.title),), event.lang)
    line = plain(event.line, event.lang)
    return tree.Paragraph((title,)), tree.Paragraph((Text(f"{said[event.what]}. "), *line))
