"""A page with its terms linked, and what that says of it."""

from __future__ import annotations

from dataclasses import dataclass

from vademecum.document.tree import Document
from vademecum.pages.common.page import Page
from vademecum.terms.linking import Use


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A page as both writers take it. `acronyms` are those that it explains, by their anchors in the list of
    all, `cited` the works that it cites, `figures` those it shows, in the order of reading.
    """

    page: Page
    document: Document
    uses: tuple[Use, ...]
    acronyms: tuple[str, ...]
    cited: tuple[str, ...]
    figures: tuple[str, ...]

    def first_uses(self) -> dict[str, Use]:
        """The first use of each concept on the page."""
        first: dict[str, Use] = {}
        for use in self.uses:
            first.setdefault(use.concept, use)
        return first
