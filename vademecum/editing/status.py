"""How the translations of a project stand: what is missing, stale or left over; how much is left to do."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from vademecum.document.origin import body
from vademecum.language.languages import LANGUAGES
from vademecum.model import Location
from vademecum.sources import reading
from vademecum.sources.base import passage_history
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library
from vademecum.sources.text import text_files
from vademecum.sources.text.source_file import SourceFile
from vademecum.translations.passages import Passage, digest
from vademecum.translations.record import Record
from vademecum.translations.sections import sections_of
from vademecum.translations.states import State, Survey, lost, survey


class Left(NamedTuple):
    """Something that is left to do. `condition` is "stale", "missing", "orphaned" or "different"; a `part` of
    "" is a whole text. `words` are those of the original, `before` what it said when the translation was made
    ("" where git does not know), `after` what it says now.

    "different": the two cite, link to or show other things; `before` and `after` list those of the original
    alone, and of the translation alone.
    """

    condition: str
    location: Location
    part: str
    original: str
    language: str
    words: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Total:
    """How much of what there is to translate into a language stands in it, in words of the originals."""

    language: str
    words: int
    missing: int
    stale: int

    @property
    def share(self) -> float:
        """The part that is up to date, of 1."""
        return 1 - (self.missing + self.stale) / self.words if self.words else 1.0


@dataclass(frozen=True)
class Status:
    """All that is left, by file, and the total of each language."""

    left: tuple[Left, ...]
    totals: tuple[Total, ...]


def status(library: Library, record: Record) -> Status:
    """How a library's translations stand by its record, with what git knows of what they were made from."""
    cache = Cache()
    found = survey(library, record, cache)
    left = [*_whole(found), *_parts(library, found, cache), *_different(found)]
    left.sort(key=lambda one: (one.location.path, one.location.line, one.part))
    return Status(tuple(left), tuple(_total(language, found) for language in LANGUAGES))


def _total(language: str, found: Survey) -> Total:
    words = {"missing": 0, "stale": 0}
    every = 0
    for state in found.states:
        if state.language == language and state.of is not None and not state.part.shared:
            count = _count(state.of)
            every += count
            if state.condition in words:
                words[state.condition] += count
    return Total(language, every, **words)


def _count(passage: Passage) -> int:
    return len(passage.words.split())


def _whole(found: Survey) -> Iterator[Left]:
    """The texts that have no file in a language, or whose original has none any more, each as one."""
    words: dict[tuple[str, str, str, str], int] = {}
    for state in found.of("missing", "orphaned"):
        if _is_whole(state):
            files = state.unit.files
            path = next(iter(files.values())).path
            key = (state.condition, path, state.original, state.language)
            words[key] = words.get(key, 0) + (_count(state.of) if state.of else 0)
    for (condition, path, original, language), count in words.items():
        yield Left(condition, Location(path), "", original, language, count)


def _is_whole(state: State) -> bool:
    """Whether one of the languages has no file at all."""
    return not {state.language, state.original} <= state.unit.files.keys()


def _parts(library: Library, found: Survey, cache: Cache) -> Iterator[Left]:
    for state in found.of("stale", "missing", "orphaned"):
        if _is_whole(state):
            continue
        before, after = "", state.of.words if state.of else ""
        if state.condition == "stale":
            before = said_before(library.root, state, cache)
        count = _count(state.of) if state.of else 0
        shown = state.language if state.by else state.original
        passage = state.by or state.of
        assert passage is not None
        place = location(state.unit.files[shown], passage)
        yield Left(
            state.condition, place, state.part.name, state.original, state.language, count, before, after
        )


def _different(found: Survey) -> Iterator[Left]:
    """Translations that cite, link to or show something else than their originals."""
    for state in found.of("current", "new", "renewed", "reworded"):
        here, there = lost(state)
        if (here or there) and state.by is not None:
            place = location(state.unit.files[state.language], state.by)
            told = ", ".join(here), ", ".join(there)
            yield Left("different", place, state.part.name, state.original, state.language, 0, *told)


def location(file: SourceFile, passage: Passage) -> Location:
    """Where a passage begins in its file."""
    return file.where(*passage.path) if passage.path else body(file).location(_start(file, passage))


def _start(file: SourceFile, passage: Passage) -> int:
    """The offset of a passage's first word: above the first heading, lines may be empty."""
    text = file.body.encode()[passage.at :]
    return passage.at + len(text) - len(text.lstrip())


# -- what an original said before --------------------------------------------------------------------------


def said_before(root: Path, state: State, cache: Cache) -> str:
    """What the original of a part said when its translation was recorded, by git's history; "" if unknown."""
    wanted = state.recorded[state.original].digest
    file = state.unit.files[state.original]
    of = state.of
    assert of is not None
    for version in cache.made(("history", file.path), (), functools.partial(_versions, root, file.path)):
        for words in _said(version, of):
            if digest(words) == wanted:
                return words
    return ""


def _versions(root: Path, path: str) -> list[SourceFile]:
    """A file as each commit had it that changed it, the newest first."""
    read = reading.read_yaml if path.endswith(".yml") else reading.read_markdown
    texts = (raw.decode(errors="replace") for raw in passage_history(root, path))
    return [read(path, text_files.lines_of(text))[0] for text in texts]


def _said(version: SourceFile, passage: Passage) -> Iterable[str]:
    """What may be the passage in a version of its file: the field's value, or any section."""
    if not passage.path:
        return [section.words for section in sections_of(version, Cache())]
    value: Any = version.data
    for step in passage.path:
        if isinstance(value, str):  # one text for all that stands below it
            break
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return []
    return [value] if isinstance(value, str) else []
