"""The Library: one model of everything that a project's folder holds, in memory before anything is written.

docs/<language>/*.md            pages            docs/<language>/handbook/*.md   chapters
lexicon/<id>.yml                concepts         case_studies/<id>.<language>.md case studies
references.yml  acronyms.yml    what all cite    vocabularies.yml                the lists to choose from
(else the house's own)
docs/booklets.yml               what is printed together         docs/figures/<id>.yml    figures
docs/tools/<kind>/<id>.yml      tools            docs/tools.yml                  what is told of their kinds
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from vademecum.house import HOUSE as HOUSE
from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.model import (
    Acronym,
    Booklet,
    Case,
    CaseTranslation,
    Concept,
    Figure,
    Finding,
    Group,
    Model,
    Reference,
    Tool,
    Vocabularies,
)
from vademecum.model.facets import Facet, Parts, facets, parts_of
from vademecum.sources.naming import Names
from vademecum.sources.published import Published
from vademecum.sources.text.source_file import SourceFile

HANDBOOK = "handbook"
UNKNOWN = "unknown-"  # how the codes begin of what an id does not lead to
BOOKLETS = "docs/booklets.yml"
FIGURES = "docs/figures/"
GROUPS = "docs/tools.yml"
VOCABULARIES = "vocabularies.yml"


class Entry(NamedTuple):
    """One thing that an editor wrote: its kind, its model, and where it stands (`at` is its path in a file
    that holds several).
    """

    kind: str
    model: Model
    document: SourceFile
    at: tuple[str, ...] = ()


class InLanguages(NamedTuple):
    """What has a file for each language: the language that it was written in first; files and models by
    language.
    """

    original: str
    documents: Mapping[str, SourceFile]
    words: Mapping[str, Model]

    def digests(self) -> Iterator[str]:
        """Each file's language and digest."""
        return (part for language, file in self.documents.items() for part in (language, file.digest))


@dataclass(frozen=True)
class CaseStudy:
    """A case study: its facts in the original language, its words and text in each language that has them."""

    id: str
    original: str
    facts: Case
    translations: dict[str, CaseTranslation]
    documents: dict[str, SourceFile]

    def spoken_in(self, language: str) -> str:
        """The language of what readers of `language` get: theirs, else the original's."""
        return language if language in self.documents else self.original

    def words(self, language: str) -> Case | CaseTranslation:
        """The title, summary and slug in `language`, else the original's."""
        return self.translations.get(language, self.facts)


@dataclass(frozen=True)
class Article:
    """A chapter or page: its front matter and its text in each language that has them."""

    id: str
    meta: dict[str, Any]
    documents: dict[str, SourceFile]

    @property
    def original(self) -> str:
        return next(language for language in LANGUAGES if language in self.meta)


@dataclass(frozen=True)
class Library:
    """Everything that a project's folder holds. `documents` gives back where each thing was written.

    `unread` holds the (kind, id) of what stands in a file that is at fault; an id of "*" is every id of the
    kind. `misfits` are the files
    whose data do not fit their model, so that what can be told of them without one is told in the same run;
    `bodies` are the Markdown files whose front matter cannot be read. `words` are the project's own in each
    language, which are no spelling mistakes;
    `published` is what was ever published.
    """

    root: Path
    concepts: dict[str, Concept] = field(default_factory=dict)
    cases: dict[str, CaseStudy] = field(default_factory=dict)
    chapters: dict[str, Article] = field(default_factory=dict)
    pages: dict[str, Article] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    acronyms: dict[str, Acronym] = field(default_factory=dict)
    booklets: dict[str, Booklet] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    tools: dict[str, Tool] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    documents: dict[str, SourceFile] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()
    unread: frozenset[tuple[str, str]] = frozenset()
    misfits: tuple[tuple[type[Model], SourceFile], ...] = ()
    bodies: tuple[SourceFile, ...] = ()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    published: Mapping[tuple[str, str], Published] = field(default_factory=dict)

    def entries(self) -> Iterator[Entry]:
        """Everything that an editor wrote, with its place; a case's facts, without its translations; the
        lists only where they are the project's own.
        """
        documents = self.documents
        for id_, concept in self.concepts.items():
            yield Entry("concept", concept, documents[f"lexicon/{id_}.yml"])
        for case in self.cases.values():
            yield Entry("case", case.facts, case.documents[case.original])
        for kind, texts in (("chapter", self.chapters), ("page", self.pages)):
            for text in texts.values():
                for language, meta in text.meta.items():
                    yield Entry(kind, meta, text.documents[language])
        for id_, figure in self.figures.items():
            yield Entry("figure", figure, documents[f"{FIGURES}{id_}.yml"])
        for tool in self.tools.values():
            yield Entry("tool", tool, documents[tool.path()])
        yield from self._together()
        if VOCABULARIES in documents:
            yield Entry("vocabularies", self.vocabularies, documents[VOCABULARIES])

    def _together(self) -> Iterator[Entry]:
        """What stands with others in one file."""
        together: tuple[tuple[str, str, Mapping[str, Model]], ...] = (
            ("reference", "references.yml", self.references),
            ("acronym", "acronyms.yml", self.acronyms),
            ("booklet", BOOKLETS, self.booklets),
            ("group", GROUPS, self.groups),
        )
        for kind, path, entries in together:
            for id_, entry in entries.items():
                yield Entry(kind, entry, self.documents[path], (id_,))

    def in_languages(self) -> Iterator[InLanguages]:
        """Everything that has a file for each language."""
        for case in self.cases.values():
            yield InLanguages(case.original, case.documents, {case.original: case.facts, **case.translations})
        for text in (*self.chapters.values(), *self.pages.values()):
            yield InLanguages(text.original, text.documents, text.meta)

    @functools.cached_property
    def by_kind(self) -> Mapping[str, Mapping[str, Any]]:
        """The entries of each kind that can be named, by their ids."""
        return {
            "concept": self.concepts,
            "case": self.cases,
            "chapter": self.chapters,
            "page": self.pages,
            "reference": self.references,
            "figure": self.figures,
            "acronym": self.acronyms,
            "booklet": self.booklets,
            "tool": self.tools,
        }

    @functools.cached_property
    def successors(self) -> Mapping[tuple[str, str], str]:
        """(kind, former id) -> the id of the entry that says so; the first, where several do."""
        found: dict[tuple[str, str], str] = {}
        for entry in self.entries():
            for former in getattr(entry.model, "formerly", ()):
                found.setdefault((entry.kind, former), getattr(entry.model, "id", ""))
        return found

    @functools.cached_property
    def names(self) -> Names:
        """What the entries are called, for where a name stands for an id."""
        return Names(self)

    @functools.cached_property
    def case_parts(self) -> Mapping[str, Parts]:
        """The values of each case in the facets that readers choose by."""
        return {id_: parts_of(case.facts) for id_, case in self.cases.items()}

    @functools.cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that readers choose cases by."""
        return facets(self.vocabularies, self.case_parts.values())

    def founded(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings without those that something is unknown which a file at fault would hold; an id that is
        spelt nearly as one of such a file is answered with that.
        """
        if not self.unread:
            return list(findings)
        return [self._with_unread(one) for one in findings if not self._is_unread(one)]

    @functools.cached_property
    def _unread_ids(self) -> Mapping[str, list[str]]:
        """The ids of what is at fault, by their kind."""
        ids: dict[str, list[str]] = {}
        for kind, id_ in sorted(self.unread):
            ids.setdefault(kind, []).append(id_)
        return ids

    def _is_unread(self, finding: Finding) -> bool:
        kind = finding.code.removeprefix(UNKNOWN)
        found = finding.values.get("id") or finding.values.get("found", "")
        return kind != finding.code and not self.unread.isdisjoint({(kind, found), (kind, "*")})

    def _with_unread(self, finding: Finding) -> Finding:
        kind = finding.code.removeprefix(UNKNOWN)
        if kind == finding.code or finding.values.get("nearest"):
            return finding
        near = nearest(finding.values.get("found", ""), self._unread_ids.get(kind, ()))
        return replace(finding, values={**finding.values, "nearest": near}) if near else finding

    def label(self, vocabulary: str, key: str, language: str) -> str:
        """The label of a vocabulary's key in `language`; the key itself where the list does not hold it."""
        labels = getattr(self.vocabularies, vocabulary).get(key, {})
        return labels.get(language) or next(iter(labels.values()), key)


def is_beside_handbook(path: str) -> bool:
    """Whether a file of the site's texts is no chapter: such a page may tell how chapters are written, and
    may differ in the other language.
    """
    return path.startswith("docs/") and "/handbook/" not in path


@functools.lru_cache(10_000)  # asked for at every paragraph
def language_of(path: str) -> str:
    """The language of a Markdown file, by its path; "" for a file that holds both languages."""
    parts = path.split("/")
    if path.endswith(".md") and parts[0] == "docs" and len(parts) > 2:
        return parts[1]
    return parts[-1].split(".")[-2] if path.endswith(".md") and parts[-1].count(".") > 1 else ""
