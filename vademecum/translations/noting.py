"""What is written into the record: new pairs by themselves, stale ones when somebody has compared them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vademecum.sources.library import Library
from vademecum.translations.record import Record, Recorded
from vademecum.translations.states import recorded_anew, survey


class NoTranslation(Exception):
    """A file that is named holds nothing that is translated: `code` says why not."""

    def __init__(self, code: str, path: str) -> None:
        super().__init__(code)
        self.code, self.path = code, path


class Noted(NamedTuple):
    """The new record, and the stale passages that are up to date by it: (file, part)."""

    record: Record
    confirmed: Sequence[tuple[str, str]]


def noted(library: Library, record: Record, files: Sequence[str]) -> Noted:
    """The record after somebody has compared the translations in some files with their originals; without
    files, after new pairs were found.

    A file at fault keeps what is recorded of it. Raises NoTranslation for a file that holds none.
    """
    found = survey(library, record)
    by_file = {file.path: state.unit for state in found.states for file in state.unit.files.values()}
    for path in files:
        if path not in by_file:
            raise NoTranslation("at_fault" if (library.root / path).is_file() else "no_such_text", path)
    sure = {by_file[path].key for path in files}
    confirmed = [
        (state.unit.files[state.language].path, state.part.name)
        for state in found.of("stale")
        if state.unit.key in sure
    ]
    made: dict[str, dict[str, Recorded]] = recorded_anew(found, record, sure)
    if files:  # of the others nobody has said anything
        named = {key: made[key] for key in sure if key in made}
        before = sure | {found.names.get(key, key) for key in sure}  # as they were called
        others = {key: dict(parts) for key, parts in record.items() if key not in before}
        return Noted({**others, **named}, confirmed)
    return Noted({**_unread(library, record, set(found.names.values()) | made.keys()), **made}, confirmed)


def _unread(library: Library, record: Record, known: set[str]) -> dict[str, dict[str, Recorded]]:
    """What is recorded of units that cannot be read now: a file at fault has not gone."""
    if not library.unread:
        return {}
    return {key: dict(parts) for key, parts in record.items() if key not in known}
