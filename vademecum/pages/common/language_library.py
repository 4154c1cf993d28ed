"""A library seen from one language: labels and addresses, parsed Markdown, relations turned both ways."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from typing import Protocol

from vademecum.document.markdown import Parsed, parse
from vademecum.document.origin import Origin, body
from vademecum.language.collation import sort_key
from vademecum.language.words import said_in, words
from vademecum.model import Concept
from vademecum.pages.common.addresses import Addresses
from vademecum.pages.common.events import Event, events
from vademecum.pages.common.page import Step
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import Path_, SourceFile


class Shelf(Protocol):
    """Files of the site that a page tells of, by their paths from the site's root."""

    def get(self, file: str) -> bytes: ...

    def size(self, file: str) -> int: ...


class LanguageLibrary:
    """A library seen from one language. What a field holds is parsed once, however many pages show it.

    `site` is the site's address; `draws` says whether pages get their maps and graphs; `shelf` has the files
    of the open data, where they are made.
    """

    site = ""
    draws = True
    shelf: Shelf | None = None

    def __init__(
        self,
        library: Library,
        addresses: Addresses,
        language: str,
        cache: Cache,
        last_days: Mapping[str, datetime.date] | None = None,
    ) -> None:
        """`last_days` says when each file last changed, and as `history.Days` when it came."""
        self.last_days = last_days or {}
        self.first_days: Mapping[str, datetime.date] = getattr(last_days, "first", {})
        self.library, self.addresses, self.language, self.cache = library, addresses, language, cache
        self.words = words(language)
        self.narrower: dict[str, list[str]] = {}
        self.related: dict[str, set[str]] = {}
        # concept -> other -> (the difference in each language, the concept in whose file it stands)
        self.contrasts: dict[str, dict[str, tuple[dict[str, str], str]]] = {}
        for concept in library.concepts.values():
            self._relate(concept)

    def _relate(self, concept: Concept) -> None:
        for broader in concept.relations.broader:
            self.narrower.setdefault(broader, []).append(concept.id)
        for other in concept.relations.related:
            self.related.setdefault(concept.id, set()).add(other)
            self.related.setdefault(other, set()).add(concept.id)
        for other, difference in concept.relations.contrasts.items():
            self.contrasts.setdefault(concept.id, {})[other] = difference, concept.id
            self.contrasts.setdefault(other, {}).setdefault(concept.id, (difference, concept.id))

    def parsed(self, file: SourceFile, path: Path_ = (), text: str = "") -> Parsed:
        """A Markdown field of a file, or the file's body where no field is named."""
        origin = Origin(file, path, text) if path else body(file)
        return self.cache.made(("parsed", file.path, path), (file,), lambda: parse(origin))

    def address(self, kind: str, id_: str) -> str:
        """The address of an entry's page below this language's root."""
        return self.addresses.of(kind, id_, self.language)

    def title(self, kind: str, id_: str, language: str) -> tuple[str, str]:
        """What an entry is called, in a language or else the other, and in which; "" where there is none."""
        library = self.library
        if kind == "concept" and (concept := library.concepts.get(id_)):
            return concept.label(language), concept.named_in(language)
        if kind == "case" and (case := library.cases.get(id_)):
            spoken = case.spoken_in(language)
            return case.words(spoken).title, spoken
        if kind == "chapter" and (text := library.chapters.get(id_)):
            spoken = language if language in text.meta else text.original
            return text.meta[spoken].title, spoken
        if kind == "tool" and (tool := library.tools.get(id_)):
            return said_in(tool.title, language)
        return "", language

    @functools.cached_property
    def cases_by_title(self) -> dict[str, int]:
        """The ids of the cases in the order of their titles, each with its place."""
        cases = self.library.cases
        titled = sorted(cases, key=lambda id_: (sort_key(self.title("case", id_, self.language)[0]), id_))
        return {id_: place for place, id_ in enumerate(titled)}

    @functools.cached_property
    def events(self) -> list[Event]:
        """What became of entries, the latest first."""
        return events(self)

    def crumbs(self, *indexes: str) -> tuple[Step, ...]:
        return tuple(
            (self.words["indexes"][name], self.address("index", name)) for name in ("home", *indexes)
        )

    def label(self, vocabulary: str, key: str, language: str | None = None) -> str:
        return self.library.label(vocabulary, key, language or self.language)
