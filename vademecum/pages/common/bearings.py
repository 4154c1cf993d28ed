"""Where a page stands: its section, its number among its kind, the pages before, after and near it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from vademecum.language.collation import sort_key
from vademecum.model.fields import ENTRY_KINDS
from vademecum.pages.common.page import Page
from vademecum.sources.library import Library

# The lists that stand in the head of every page.
SECTIONS = ("handbook", "lexicon", "cases", "tools")
FOOTER = (
    ("index", "references"),
    ("index", "acronyms"),
    ("index", "data"),
    ("index", "news"),
    ("page", "contribute"),
    ("page", "about"),
    ("index", "plan"),
    ("page", "accessibility"),
    ("page", "legal"),
)
NEAR = 8  # how many neighbours are named


@dataclass(frozen=True, slots=True)
class Bearing:
    """A page among those of its kind.

    `number` counts from 1, of `total`; both are 0 for a page that stands alone. `near` are its neighbours in
    kind: a concept's domain, cases on the same theme, tools of the same kind; for lists and pages, others.
    """

    number: int = 0
    total: int = 0
    before: Page | None = None
    after: Page | None = None
    near: tuple[Page, ...] = ()


class Bearings:
    """The bearings of all pages of an edition; their order is settled once."""

    def __init__(self, library: Library, pages: Iterable[Page]) -> None:
        self.library = library
        self.by_key = {page.key: page for page in pages}
        self.lists = {page.address: page.id for page in self.sections()}
        self.rows: dict[str, list[Page]] = {}
        for page in self.by_key.values():
            if page.kind in ENTRY_KINDS:  # pages that stand in a row
                self.rows.setdefault(page.kind, []).append(page)
        # The lists below a list, but for those of cases that share something: there are as many as values.
        self.below: dict[str, list[Page]] = {}
        for page in self.by_key.values():
            if page.kind == "index" and "/" not in page.id and (section := self.section(page)):
                self.below.setdefault(section, []).append(page)
        for kind in ("concept", "case"):  # as their lists show them; the others stand in order
            self.rows.get(kind, []).sort(key=lambda page: (sort_key(page.title), page.id))
        self.themes = Counter(
            key for page in self.rows.get("case", []) for key in library.cases[page.id].facts.themes
        )
        self.at = {page.key: number for row in self.rows.values() for number, page in enumerate(row)}
        self.groups: dict[tuple[str, str], list[Page]] = {}
        self.at_in_group: dict[tuple[str, str], int] = {}
        for page in (page for row in self.rows.values() for page in row):
            group = self.groups.setdefault(self.group(page), [])
            self.at_in_group[page.key] = len(group)
            group.append(page)

    def group(self, page: Page) -> tuple[str, str]:
        """What a page has in common: a concept's domain, a tool's kind, a case's commonest theme."""
        key = ""
        if page.kind == "concept":
            key = self.library.concepts[page.id].domain
        elif page.kind == "case":
            themes = self.library.cases[page.id].facts.themes
            key = max(themes, key=self.themes.__getitem__, default="")
        elif page.kind == "tool":
            key = type(self.library.tools[page.id]).__name__
        return page.kind, key

    def sections(self) -> list[Page]:
        """The lists that stand in the head of every page."""
        return [page for name in SECTIONS if (page := self.by_key.get(("index", name)))]

    def section(self, page: Page) -> str:
        """The id of the list that a page is or stands below; "" where there is none."""
        above = (page.address, *(address for _, address in page.breadcrumb[1:]))
        return next((self.lists[address] for address in above if address in self.lists), "")

    def chapters(self) -> list[Page]:
        """The chapters in reading order."""
        return self.rows.get("chapter", [])

    def part(self, chapter: Page) -> str:
        """The key of the part that a chapter stands in."""
        return str(self.library.chapters[chapter.id].meta[chapter.spoken].part)

    def of(self, page: Page) -> Bearing:
        """The bearing of a page."""
        if page.key not in self.at:
            return Bearing(near=tuple(self._others(page)))
        row, at = self.rows[page.kind], self.at[page.key]
        before = row[at - 1] if at else None
        after = row[at + 1] if at + 1 < len(row) else None
        return Bearing(at + 1, len(row), before, after, tuple(self._near(page)))

    def _near(self, page: Page) -> list[Page]:
        """Those of a page's group that stand closest to it, in the group's order; chapters are all shown."""
        if page.kind == "chapter":
            return []
        group, at = self.groups[self.group(page)], self.at_in_group[page.key]
        start = max(0, min(at - NEAR // 2, len(group) - NEAR - 1))
        return [other for other in group[start : start + NEAR + 1] if other != page]

    def _others(self, page: Page) -> list[Page]:
        """What stands beside a page that is no entry: lists beside a list, else the pages of the footer."""
        if page.kind == "home":
            return []
        listed = [found for key in FOOTER if (found := self.by_key.get(key))]
        if page.kind == "index" and page not in listed:
            listed = self.sections() + self.below.get(self.section(page), [])
        return [other for other in dict.fromkeys(listed) if other != page][:NEAR]
