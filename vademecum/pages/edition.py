"""One language of the site: its pages, each made into a document and linked when it is asked for."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from vademecum.document import inlines, tree, walking
from vademecum.document.inlines import Inlines, Target
from vademecum.document.references import entry, label
from vademecum.document.tree import Blocks, Document
from vademecum.language.collation import slug, sort_key
from vademecum.language.words import words
from vademecum.model import Acronym
from vademecum.pages import plan
from vademecum.pages.cases.case_cards import CaseCard, cards
from vademecum.pages.cases.likeness import Neighbours, profile
from vademecum.pages.common.addresses import Addresses, absolute, relative
from vademecum.pages.common.bearings import Bearings
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.linked_page import LinkedPage
from vademecum.pages.common.page import Page
from vademecum.pages.common.setting import Setting
from vademecum.pages.text_findings import TextFindings
from vademecum.pages.texts import Texts
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library
from vademecum.terms.acronyms_sought import Pairs, acronyms_sought
from vademecum.terms.linking import Use, concepts_used, link
from vademecum.terms.matching import Matcher
from vademecum.translations.older import older
from vademecum.translations.states import Survey


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
        self.words, self.matching = words(language), matching
        self.cache = cache or Cache()
        self.here = LanguageLibrary(library, addresses, language, self.cache, setting.dates)
        self.here.site, self.here.draws = setting.site, setting.draws
        self.pages = plan.plan(self.here)
        self.by_address = {page.address: page for page in self.pages}
        self.texts = Texts(self.here, self.pages, older(survey) if survey else {})
        self.by_key = self.texts.by_key
        self.findings = TextFindings(self.texts)
        self._linked: dict[tuple[str, str], LinkedPage] = {}
        self._uses: dict[str, list[tuple[Page, Use]]] | None = None
        self.kept: dict[Any, Any] = {}  # what a renderer keeps from page to page

    @functools.cached_property
    def case_cards(self) -> dict[str, CaseCard]:
        """Every case as lists show it, by its id."""
        return cards(self.library, self.language)

    @functools.cached_property
    def acronyms(self) -> dict[str, Acronym]:
        """What each acronym stands for, by its anchor in the list of all."""
        return {slug(id_): acronym for id_, acronym in self.library.acronyms.items()}

    @functools.cached_property
    def acronyms_sought(self) -> Pairs:
        """What texts have, with the acronyms that people ask for instead."""
        return acronyms_sought(self.library.acronyms.values(), self.language)

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
            for node, _ in walking.walk(self.texts.document(page).blocks):
                if isinstance(node, tree.Heading):
                    anchor = node.anchor
                elif isinstance(node, inlines.Link) and node.target.kind == "case":
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
        return self.texts.document(page)

    def linked(self, page: Page) -> LinkedPage:
        """A page with its terms linked; what this edition did not change comes from the one before."""
        if page.key not in self._linked:
            assembled = self.texts.assembled(page)
            figures = [self.library.figures[id_] for id_ in assembled.figures if id_ in self.library.figures]
            sources = [
                id_ for one in figures for id_ in (one.source, *(passage.source for passage in one.also))
            ]
            parts = (page, assembled.document, self.matching[page.spoken], self.library.references)
            document, uses, acronyms = self.cache.made(
                ("linked", self.language, *page.key), parts, lambda: self._link(page, assembled.document)
            )
            cited = [id_ for id_ in (*assembled.cited, *sources) if id_ in self.library.references]
            self._linked[page.key] = LinkedPage(
                page, document, uses, acronyms, tuple(dict.fromkeys(cited)), assembled.figures
            )
        return self._linked[page.key]

    def _link(self, page: Page, document: Document) -> tuple[Document, tuple[Use, ...], tuple[str, ...]]:
        if not page.links:
            return document, (), ()
        own = page.id if page.kind == "concept" else None
        return link(document, self.matching[page.spoken], own, self.cited_in(page.spoken))

    def cited_in(self, language: str) -> Callable[[inlines.Citation], str]:
        """How a citation reads in a sentence."""

        def words_of(citation: inlines.Citation) -> str:
            known = [work for work in citation.works if work.source in self.library.references]
            said = [
                ", ".join(filter(None, [label(self.library.references[work.source], language), work.locator]))
                for work in known
            ]
            listed = (" ; " if language == "fr" else "; ").join(said)
            return f"({listed})" if listed and not citation.bare else listed

        return words_of

    # -- across pages -------------------------------------------------------------------------------------

    def used(self) -> set[tuple[str, str]]:
        """As (kind, id): the concepts that a page other than their own, and other than a list, uses; the
        figures that any shows. A page that was not linked yet is not linked for it.
        """
        found = {
            ("figure", id_) for page in self.texts.of_editors for id_ in self.texts.assembled(page).figures
        }
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
        document, matcher = self.texts.document(page), self.matching[page.spoken]
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
