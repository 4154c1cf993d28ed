"""One language of the site: its pages, each made into a document and linked when it is asked for."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from vademecum.checks.cases import section_titles, sections, without_twice
from vademecum.checks.near_markdown import check_body
from vademecum.checks.texts import Known, check_text
from vademecum.document import tree
from vademecum.document.assembly import assemble
from vademecum.document.references import entry, label
from vademecum.document.tree import Blocks, Document, Inlines, Target
from vademecum.language.collation import sort_key
from vademecum.language.words import words
from vademecum.model import Finding
from vademecum.model.chapters import ABOVE
from vademecum.pages import plan
from vademecum.pages.addresses import OF_CASES, Addresses, absolute, relative
from vademecum.pages.bearings import Bearings
from vademecum.pages.case_cards import CaseCard, cards
from vademecum.pages.language_library import LanguageLibrary
from vademecum.pages.likeness import Neighbours, profile
from vademecum.pages.linked_page import LinkedPage
from vademecum.pages.older import with_notes
from vademecum.pages.page import Page, PageText
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library, language_of
from vademecum.terms.linking import Use, concepts_used, link
from vademecum.terms.matching import Matcher
from vademecum.translations.older import older
from vademecum.translations.states import Survey


@dataclass(frozen=True)
class Setting:
    """What an edition is made for. `site` is the site's absolute address, `edit` the address that a source's
    path is added to.

    `prints` says whether its documents are printed too, `draws` whether pages get their maps and graphs,
    which a check has no use for. `repository`, `forge` (a key of the forges that the
    form knows) and `contact`, a mail address, are where proposals go; `legal` is what the legal notice says
    of its publisher and host. Each may be empty.
    """

    site: str
    edit: str = ""
    dates: Mapping[str, datetime.date] = field(default_factory=dict)
    prints: bool = True
    repository: str = ""
    forge: str = ""
    contact: str = ""
    legal: Mapping[str, str] = field(default_factory=dict)
    draws: bool = True


class Edition:
    """All pages of one language of one library. What a cache holds of the edition before is not made
    again.
    """

    def __init__(
        self,
        library: Library,
        addresses: Addresses,
        language: str,
        matching: Mapping[str, Matcher],
        setting: Setting,
        cache: Cache | None = None,
        survey: Survey | None = None,
    ) -> None:
        self.library, self.addresses, self.language, self.setting = library, addresses, language, setting
        self.survey = survey
        self.older = older(survey) if survey else {}
        self.words, self.matching = words(language), matching
        self.cache = cache or Cache()
        self.here = LanguageLibrary(library, addresses, language, self.cache, setting.dates)
        self.here.site, self.here.draws = setting.site, setting.draws
        self.pages = plan.plan(self.here)
        self.by_address = {page.address: page for page in self.pages}
        self.by_key = {page.key: page for page in self.pages}
        self._linked: dict[tuple[str, str], LinkedPage] = {}
        self._documents: dict[tuple[str, str], _Assembled] = {}
        self._findings: dict[tuple[str, str], tuple[Finding, ...]] = {}
        self._uses: dict[str, list[tuple[Page, Use]]] | None = None
        self.kept: dict[Any, Any] = {}  # what a renderer keeps from page to page
        self._known = Known(
            self._ids, self._anchors, library.documents, library.pictures, library.references, library.figures
        )

    @functools.cached_property
    def case_cards(self) -> dict[str, CaseCard]:
        """Every case as lists show it, by its id."""
        return cards(self.library, self.language)

    @functools.cached_property
    def neighbours(self) -> Neighbours:
        """The cases like each case."""
        parts, bands = self.library.case_parts, tuple(self.library.vocabularies.populations)
        return Neighbours(((id_, profile(parts[id_])) for id_ in self.here.cases_by_title), bands)

    def chapters_citing(self, case: str) -> list[tuple[Page, str]]:
        """The chapters that lead to a case, in reading order, each with the section that does so first."""
        return self._citing.get(case, [])

    @functools.cached_property
    def _citing(self) -> dict[str, list[tuple[Page, str]]]:
        found: dict[str, dict[Page, str]] = {}
        for page in (page for page in self.pages if page.kind == "chapter"):
            anchor = ""
            for node, _ in tree.walk(self.document(page).blocks):
                if isinstance(node, tree.Heading):
                    anchor = node.anchor
                elif isinstance(node, tree.Link) and node.target.kind == "case":
                    found.setdefault(node.target.id, {}).setdefault(page, anchor)
        return {id_: list(pages.items()) for id_, pages in found.items()}

    def page(self, kind: str, id_: str) -> Page:
        """The page of an entry. KeyError where there is none."""
        return self.by_key[kind, id_]

    @cached_property
    def bearings(self) -> Bearings:
        """Where each page stands among the others."""
        return Bearings(self.library, self.pages)

    # -- documents ----------------------------------------------------------------------------------------

    def document(self, page: Page) -> Document:
        """A page's text as a document, its terms not linked yet."""
        return self._assembled(page).document

    def _assembled(self, page: Page) -> _Assembled:
        if page.key not in self._documents:
            text = self._noted(page, plan.write(page, self.here))
            self._documents[page.key] = self.cache.made(
                ("document", self.language, *page.key), (text,), lambda: _assembled(text)
            )
        return self._documents[page.key]

    def _noted(self, page: Page, text: PageText) -> PageText:
        """A page's text with what is older in it than its original."""
        if not self.older or page.spoken != page.language or page.kind in ("index", "home"):
            return text
        above = [one for one in self.older.get(page.source or "", ()) if one.path and one.path[0] in ABOVE]
        return with_notes(page, text, self.older, above)

    def linked(self, page: Page) -> LinkedPage:
        """A page with its terms linked; what this edition did not change comes from the one before."""
        if page.key not in self._linked:
            assembled = self._assembled(page)
            sources = tuple(
                self.library.figures[id_].source for id_ in assembled.figures if id_ in self.library.figures
            )
            parts = (page, assembled.document, self.matching[page.spoken], self.library.references)
            document, uses = self.cache.made(
                ("linked", self.language, *page.key), parts, lambda: self._link(page, assembled.document)
            )
            cited = [id_ for id_ in (*assembled.cited, *sources) if id_ in self.library.references]
            self._linked[page.key] = LinkedPage(
                page, document, uses, tuple(dict.fromkeys(cited)), assembled.figures
            )
        return self._linked[page.key]

    def findings_of(self, page: Page) -> tuple[Finding, ...]:
        """What is wrong with a page's texts."""
        if page.key not in self._findings:
            assembled = self._assembled(page)
            found = (*assembled.findings, *self._check(page, assembled.document))
            self._findings[page.key] = without_twice(found)
        return self._findings[page.key]

    def _link(self, page: Page, document: Document) -> tuple[Document, tuple[Use, ...]]:
        if not page.links:
            return document, ()
        own = page.id if page.kind == "concept" else None
        return link(document, self.matching[page.spoken], own, self.cited_in(page.spoken))

    def cited_in(self, language: str) -> Callable[[tree.Citation], str]:
        """How a citation reads in a sentence."""

        def words_of(citation: tree.Citation) -> str:
            known = [work for work in citation.works if work.source in self.library.references]
            said = [
                ", ".join(filter(None, [label(self.library.references[work.source], language), work.locator]))
                for work in known
            ]
            listed = (" ; " if language == "fr" else "; ").join(said)
            return f"({listed})" if listed and not citation.bare else listed

        return words_of

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
            yield from check_body(blocks, section_titles(page.spoken).values())
        elif page.source and (written := self.library.documents.get(page.source)) and written.body.strip():
            yield from check_body(self.here.parsed(written).blocks)

    def _ids(self, kind: str) -> Collection[str]:
        return [id_ for known, id_ in self.by_key if known == kind]

    def _anchors(self, kind: str, id_: str) -> Collection[str] | None:
        page = self.by_key.get((kind, id_))
        return None if page is None else self.document(page).anchors

    # -- across pages -------------------------------------------------------------------------------------

    @cached_property
    def _with_texts(self) -> list[Page]:
        """The pages that hold texts of editors: not the lists and drawings that are made of facts alone."""
        of_facts = {*self.addresses.selections, *OF_CASES}
        return [page for page in self.pages if not (page.kind == "index" and page.id in of_facts)]

    def findings(self) -> list[Finding]:
        """What making every page found. A page is looked at again only where its text, or something that a
        text may refer to, has changed.
        """
        around = self._around()
        found: list[Finding] = []
        for page in self._with_texts:
            file = self.library.documents.get(page.source or "")
            case = self.library.cases.get(page.id) if page.kind == "case" else None
            parts = (self._assembled(page), file, case, around)
            key = ("findings", self.language, *page.key)
            found += self.cache.made(key, parts, functools.partial(self.findings_of, page))
        return [finding for finding in found if not self.library.unfounded(finding)]

    def _around(self) -> tuple[object, ...]:
        """All that a text may refer to, as one object for as long as it stays the same."""
        library = self.library
        anchors = tuple((page.key, self.document(page).anchors) for page in self._with_texts)
        names = (library.documents, library.pictures, library.references, library.figures)
        around: tuple[object, ...] = (anchors, *map(tuple, names), library.vocabularies)
        kept: tuple[object, ...] = self.cache.made(("around", self.language), around, lambda: around)
        return kept

    def loose_findings(self) -> list[Finding]:
        """What is wrong with the text of files that make no page, since their front matter is at fault."""
        found: list[Finding] = []
        pages = {page.source for page in self.pages if page.spoken == self.language}
        for file in (*self.library.documents.values(), *self.library.bodies):
            if file.path in pages or language_of(file.path) != self.language or not file.body.strip():
                continue
            parsed = self.here.parsed(file)
            document, wrong = assemble(parsed.blocks, parsed.notes)
            titles = section_titles(self.language).values() if file.path.startswith("case_studies/") else ()
            body = check_body(parsed.blocks, titles)
            found += [*parsed.findings, *wrong, *check_text(document, self._known), *body]
        return [finding for finding in found if not self.library.unfounded(finding)]

    def used(self) -> set[tuple[str, str]]:
        """As (kind, id): the concepts that a page other than their own, and other than a list, uses; the
        figures that any shows. A page that was not linked yet is not linked for it.
        """
        found = {("figure", id_) for page in self._with_texts for id_ in self._assembled(page).figures}
        left = {("concept", id_) for id_ in self.library.concepts}
        for page in self.pages:
            if page.links and left:  # once every concept is found to be used, no page tells more
                uses = {("concept", id_) for id_ in self._concepts_on(page)} - {page.key}
                found |= uses
                left -= uses
        return found

    def _concepts_on(self, page: Page) -> set[str]:
        if page.key in self._linked:
            return {use.concept for use in self._linked[page.key].uses}
        document, matcher = self.document(page), self.matching[page.spoken]
        used: set[str] = self.cache.made(
            ("used", self.language, *page.key), (document, matcher), lambda: concepts_used(document, matcher)
        )
        return used

    def uses(self) -> dict[str, list[tuple[Page, Use]]]:
        """concept -> the pages that use it, each once with its first use; chapters first, then cases, then
        the rest.
        """
        if self._uses is None:
            self._uses = {}
            for page in self.pages:
                for concept, use in self.linked(page).first_uses().items() if page.links else ():
                    self._uses.setdefault(concept, []).append((page, use))
            order = {"chapter": 0, "case": 1, "concept": 2}
            for listed in self._uses.values():
                listed.sort(
                    key=lambda pair: (order.get(pair[0].kind, 3), pair[0].order, sort_key(pair[0].title))
                )
        return self._uses

    # -- what writers ask ---------------------------------------------------------------------------------

    def address(self, target: Target, page: Page) -> str:
        """The way from a page to what a link leads to; "#" where that is nothing."""
        anchor = f"#{target.anchor}" if target.anchor else ""
        if target.kind == "outside":
            return target.id
        if target.kind == "anchor":
            return anchor
        if target.kind == "file":
            return "../" * absolute(page.address, self.language).count("/") + target.id
        if not self.addresses.has(target.kind, target.id):
            return "#"
        if target.language:
            there = absolute(self.addresses.of(target.kind, target.id, target.language), target.language)
            return relative(there, absolute(page.address, self.language)) + anchor
        return relative(self.addresses.of(target.kind, target.id, self.language), page.address) + anchor

    def elsewhere(self, target: Target) -> str:
        """The whole address of what stands in another language's edition."""
        address = absolute(self.addresses.of(target.kind, target.id, target.language), target.language)
        return self.setting.site + address + (f"#{target.anchor}" if target.anchor else "")

    def retained(self, concept_id: str) -> Blocks:
        """The definition that the handbook works with, else a concept's first, as its page shows it."""
        definitions = self.library.concepts[concept_id].definitions
        at = next((n for n, key in enumerate(definitions) if definitions[key].retained), 0)
        document = self.linked(self.page("concept", concept_id)).document
        voices = next(
            block for block in document.blocks if isinstance(block, tree.Box) and block.kind == "voices"
        )
        definition = voices.blocks[at]
        assert isinstance(definition, tree.Box)
        return definition.blocks

    def reference_entry(self, id_: str, language: str) -> Inlines:
        """A work's full entry in a list of sources, short of its note."""
        return entry(self.library.references[id_], language)

    def reference_note(self, id_: str, language: str) -> Blocks:
        """What is known of a work, in a language; nothing where its entry says nothing there."""
        note = self.library.references[id_].note
        if not note or language not in note:
            return ()
        file = self.library.documents["references.yml"]
        return self.here.parsed(file, (id_, "note", language), note[language]).blocks


@dataclass(frozen=True, slots=True)
class _Assembled:
    """A page's document short of links, the works that its texts cite and the figures that it shows, and
    what is wrong with it.
    """

    document: Document
    cited: tuple[str, ...]
    figures: tuple[str, ...]
    findings: tuple[Finding, ...]


def _assembled(text: PageText) -> _Assembled:
    document, findings = assemble(text.blocks, text.notes)
    cited: list[str] = []
    figures: list[str] = []
    for node, _ in tree.walk(
        [*document.blocks, *(block for note in document.notes for block in note.blocks)]
    ):
        if type(node) is tree.Citation:
            cited += [work.source for work in node.works]
        elif type(node) is tree.Figure:
            figures.append(node.id)
    return _Assembled(document, tuple(cited), tuple(figures), (*text.findings, *findings))
