"""What is wrong with the texts of a language: those of its pages, and those of files that make no page."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from vademecum.checks.entries import silences
from vademecum.checks.entries.cases import section_titles, sections, without_twice
from vademecum.checks.entries.steps import as_steps
from vademecum.checks.markdown.bodies import NO_SECTIONS, check_body
from vademecum.checks.markdown.named_authors import authors_of
from vademecum.checks.markdown.near_citations import as_listed
from vademecum.checks.markdown.texts import Known, check_text
from vademecum.checks.markdown.untranslated_sections import in_translation
from vademecum.document.assembly import assemble
from vademecum.document.tree import Blocks, Document
from vademecum.model import Finding
from vademecum.pages.common.page import Page
from vademecum.pages.texts import Texts
from vademecum.sources.library import Article, CaseStudy, language_of
from vademecum.sources.text.source_file import SourceFile


class TextFindings:
    """Checks the texts of an edition, each page's when it is asked for."""

    def __init__(self, texts: Texts) -> None:
        library = texts.here.library
        self.texts, self.here, self.library, self.language = texts, texts.here, library, texts.here.language
        self._found: dict[tuple[str, str], tuple[Finding, ...]] = {}
        # The pages whose anchors a text has named, of lists too: kept as long as what is found of texts.
        self._asked: set[tuple[str, str]] = self.here.cache.made(("asked", self.language), (), set)
        self._known = Known(
            texts.by_key,
            self._anchors,
            library.documents,
            library.pictures,
            library.references,
            library.figures,
            library.names.bearer,
            library.names.part,
            authors_of(library.references),
            self.here.cache.clean,
        )

    def of(self, page: Page) -> tuple[Finding, ...]:
        """What is wrong with a page's texts."""
        if page.key not in self._found:
            assembled = self.texts.assembled(page)
            told = as_listed(assembled.findings, self.library.references)
            found = (*told, *self._check(page, assembled.document))
            self._found[page.key] = self._as_steps(page, without_twice(found))
        return self._found[page.key]

    def _as_steps(self, page: Page, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Findings on a page, of a case with what is to be written of headings within a section."""
        if page.kind != "case":
            return found
        file = self.library.cases[page.id].documents[page.spoken]
        return as_steps(found, self.here.parsed(file).blocks, section_titles(page.spoken).values())

    def of_pages(self) -> list[Finding]:
        """What making every page found. A page is looked at again only where its text, or something that a
        text may refer to, has changed.
        """
        around = self._around()
        found: list[Finding] = []
        for page in self.texts.of_editors:
            file = self.library.documents.get(page.source or "")
            case = self.library.cases.get(page.id) if page.kind == "case" else None
            parts = (self.texts.assembled(page), file, case, self._original(page), around)
            key = ("findings", self.language, *page.key)
            found += self.here.cache.made(key, parts, functools.partial(self.of, page))
        return self.library.founded(found)

    def of_loose_files(self) -> list[Finding]:
        """What is wrong with the text of files that make no page, since their front matter is at fault."""
        found: list[Finding] = []
        pages = {page.source for page in self.texts.pages if page.spoken == self.language}
        for file in (*self.library.documents.values(), *self.library.bodies):
            if file.path in pages or language_of(file.path) != self.language or not file.body.strip():
                continue
            parsed = self.here.parsed(file)
            document, wrong = assemble(parsed.blocks, parsed.notes)
            titles = section_titles(self.language) if file.path.startswith("case_studies/") else {}
            body = check_body(parsed.blocks, titles)
            told = as_listed(parsed.findings, self.library.references)
            whole = without_twice((*told, *wrong, *check_text(document, self._known), *body))
            found += as_steps(whole, parsed.blocks, titles.values()) if titles else whole
        return self.library.founded(found)

    def _around(self) -> tuple[object, ...]:
        """All that a text may refer to, as one object for as long as it stays the same."""
        library = self.library
        asked = (self.texts.by_key[key] for key in sorted(self._asked) if key in self.texts.by_key)
        pages = dict.fromkeys((*self.texts.of_editors, *asked))
        anchors = tuple((page.key, self.texts.document(page).anchors) for page in pages)
        names = (library.documents, library.pictures, library.references, library.figures)
        lists = (library.vocabularies, library.successors, self._known.authors)
        around: tuple[object, ...] = (anchors, *map(tuple, names), *lists)
        kept: tuple[object, ...] = self.here.cache.made(("around", self.language), around, lambda: around)
        return kept

    def _check(self, page: Page, document: Document) -> Iterator[Finding]:
        """What is wrong with a page's texts; what is not translated is looked at where it is at home."""
        if page.spoken != page.language:
            return
        yield from check_text(document, self._known)
        if page.kind == "case":
            case = self.library.cases[page.id]
            file = case.documents[page.spoken]
            blocks = self.here.parsed(file).blocks
            yield from sections(case, file, blocks, page.spoken)
            yield from self._of_body(page, blocks, section_titles(page.spoken))
        elif page.source and (written := self.library.documents.get(page.source)):
            if written.body.strip():
                yield from self._of_body(page, self.here.parsed(written).blocks)
            elif page.kind == "chapter":
                yield Finding("no-text", written.in_body(), {"found": page.title})

    def _of_body(
        self, page: Page, blocks: Blocks, titles: Mapping[str, str] = NO_SECTIONS
    ) -> Iterator[Finding]:
        """What is wrong with a page's body; of a translation, with its original in view."""
        found, original = (
            chain(check_body(blocks, titles), silences.sections(blocks, titles)),
            self._original(page),
        )
        if original is None:
            return found
        return in_translation(found, blocks, self.here.parsed(original).blocks, original)

    def _original(self, page: Page) -> SourceFile | None:
        """The file that a page's text is translated from; none for an original."""
        kinds: Mapping[str, Mapping[str, Article | CaseStudy]] = {
            "case": self.library.cases,
            "chapter": self.library.chapters,
            "page": self.library.pages,
        }
        text = kinds.get(page.kind, {}).get(page.id)
        return text.documents[text.original] if text and text.original != page.spoken else None

    def _anchors(self, kind: str, id_: str) -> Collection[str]:
        self._asked.add((kind, id_))
        return self.texts.document(self.texts.by_key[kind, id_]).anchors
