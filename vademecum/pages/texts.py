"""The texts of a language's pages, each assembled to one document, its terms not linked, when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from vademecum.document import inlines, tree, walking
from vademecum.document.assembly import assemble
from vademecum.document.tree import Document
from vademecum.model import Finding
from vademecum.model.chapters import ABOVE
from vademecum.pages import plan
from vademecum.pages.common.addresses import OF_CASES
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.older import with_notes
from vademecum.pages.common.page import Page, PageText
from vademecum.pages.handbook.forms import FORMS
from vademecum.translations.older import Older

OURS = (*FORMS, "data", "news", "plan", "search", "status")  # index pages without a word of editors
LISTS = ("lexicon", "domains", "lexicon-map", "cases", "handbook")  # of entries, whose own pages say as much


@dataclass(frozen=True, slots=True)
class Assembled:
    """A page's document short of links, the works that its texts cite and the figures that it shows, and
    what is wrong with it.
    """

    document: Document
    cited: tuple[str, ...]
    figures: tuple[str, ...]
    findings: tuple[Finding, ...]


class Texts:
    """The texts of an edition's pages. What its cache holds of the edition before is not assembled again."""

    def __init__(self, here: LanguageLibrary, pages: list[Page], older: Older) -> None:
        self.here, self.pages, self.older = here, pages, older
        self.by_key = {page.key: page for page in pages}
        self._assembled: dict[tuple[str, str], Assembled] = {}

    def document(self, page: Page) -> Document:
        """A page's text as a document, its terms not linked yet."""
        return self.assembled(page).document

    def assembled(self, page: Page) -> Assembled:
        """The same, with what it cites and shows and what is wrong with it."""
        if page.key not in self._assembled:
            text = self._noted(page, plan.write(page, self.here))
            self._assembled[page.key] = self.here.cache.made(
                ("document", self.here.language, *page.key), (text,), lambda: _assembled(text)
            )
        return self._assembled[page.key]

    def _noted(self, page: Page, text: PageText) -> PageText:
        """A page's text with what is older in it than its original."""
        if not self.older or page.spoken != page.language or page.kind in ("index", "home"):
            return text
        above = [one for one in self.older.get(page.source or "", ()) if one.path and one.path[0] in ABOVE]
        return with_notes(page, text, self.older, above)

    @cached_property
    def of_editors(self) -> list[Page]:
        """The pages that hold texts of editors which no other page holds: not those of facts, or of our own
        words, alone, nor lists of entries.
        """
        of_facts = {*self.here.addresses.selections, *OF_CASES, *OURS, *LISTS}
        return [page for page in self.pages if not (page.kind == "index" and page.id in of_facts)]


def _assembled(text: PageText) -> Assembled:
    document, findings = assemble(text.blocks, text.notes)
    cited: list[str] = []
    figures: list[str] = []
    for node, _ in walking.walk(
        [*document.blocks, *(block for note in document.notes for block in note.blocks)]
    ):
        if type(node) is inlines.Citation:
            cited += [work.source for work in node.works]
        elif type(node) is tree.Figure:
            figures.append(node.id)
    return Assembled(document, tuple(cited), tuple(figures), (*text.findings, *findings))
