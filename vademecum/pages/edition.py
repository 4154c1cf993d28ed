"""One language of the site, ready for whatever engine sets it into pages.

An `Edition` reads pages when they are asked for and remembers them by their content, so that an edition made after a small change
reads only what changed.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from vademecum.document.blocks import HEADINGS
from vademecum.document.syntax import CALLED
from vademecum.language.collation import sort_key
from vademecum.language.formats import long_date
from vademecum.language.languages import LANGUAGES, NAMES
from vademecum.language.typography import typeset
from vademecum.language.words import said_in, words
from vademecum.model import Finding
from vademecum.pages import plan
from vademecum.pages.addresses import Addresses, absolute, relative
from vademecum.pages.reader import Reader
from vademecum.pages.reading import Reading
from vademecum.pages.resolving import broken_anchors
from vademecum.pages.scene import Page, Scene, Text
from vademecum.pages.uses import first_uses, uses_by_concept
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library
from vademecum.terms.linking import Use
from vademecum.terms.matching import Matcher


@dataclass(frozen=True)
class Setting:
    """What an edition is made for. `site` is the site's absolute address, `edit` the address that a source's path is added to.

    `prints` says whether its documents are printed too.
    """

    site: str
    edit: str = ""
    dates: Mapping[str, datetime.date] = field(default_factory=dict)
    prints: bool = True


@dataclass(frozen=True, slots=True)
class Ready:
    """A page as the engine takes it: its HTML, its contents (level, anchor, words), what its template needs, its search entries."""

    page: Page
    html: str
    headings: list[tuple[int, str, str]]
    view: dict[str, Any]
    search: list[dict[str, str]]


class Edition:
    """All pages of one language of one library."""

    def __init__(
        self,
        library: Library,
        addresses: Addresses,
        language: str,
        matching: Mapping[str, Matcher],
        setting: Setting,
        cache: Cache | None = None,
    ) -> None:
        self.library, self.addresses, self.language, self.setting = library, addresses, language, setting
        self.words, self.matching = words(language), matching
        self.cache = cache or Cache()
        self.scene = Scene(library, addresses, language)
        self.pages = plan.plan(self.scene)
        self.by_address = {page.address: page for page in self.pages}
        self._reader = Reader(library, addresses, language, matching)
        self._texts: dict[Page, Text] = {}
        self._readings: dict[Page, Reading] = {}
        self._uses: dict[str, list[tuple[Page, Use]]] | None = None

    def text(self, page: Page) -> Text:
        """A page's Markdown, short of what reading adds."""
        if page not in self._texts:
            self._texts[page] = plan.write(page, self.scene, self.cache)
        return self._texts[page]

    def reading(self, page: Page) -> Reading:
        """A page as read; what this edition did not change comes from the one before."""
        if page not in self._readings:
            text = self.text(page)
            parts = (
                page,
                text,
                self.matching,
                self.addresses,
                self.library.references,
                self.library.pictures,
                *self._shown(text),
            )
            key = ("reading", self.language, page.kind, page.id)
            self._readings[page] = self.cache.made(key, parts, lambda: self._reader.read(page, text))
        return self._readings[page]

    def _shown(self, text: Text) -> tuple[Any, ...]:
        """What a page's figures are made from."""
        names = CALLED.findall(text.markdown) if "{{" in text.markdown else []
        if not names:
            return ()
        read = [
            (case.facts.logics, case.facts.title, case.translations) for case in self.library.cases.values()
        ]
        return [self.library.figures.get(name) for name in names], read, self.library.vocabularies

    def readings(self) -> list[Reading]:
        return [self.reading(page) for page in self.pages]

    def findings(self) -> list[Finding]:
        """What reading every page found."""
        readings = self.readings()
        found = [finding for reading in readings for finding in reading.findings] + broken_anchors(
            readings, self.library
        )
        return [finding for finding in found if not self.library.unfounded(finding)]

    def used(self) -> set[tuple[str, str]]:
        """As (kind, id): the concepts that a page other than their own, and other than a list, uses; and the figures that any shows."""
        return {
            ("concept", use.concept)
            for page in self.pages
            if page.links
            for use in self.reading(page).uses
            if (page.kind, page.id) != ("concept", use.concept)
        } | {("figure", name) for reading in self.readings() for name in reading.figures}

    def uses(self) -> dict[str, list[tuple[Page, Use]]]:
        if self._uses is None:
            self._uses = uses_by_concept(self.reading(page) for page in self.pages if page.links)
        return self._uses

    def ready(self, page: Page) -> Ready:
        """One page, made ready. Only a concept's page needs the others: it lists them."""
        reading = self.reading(page)
        used_in = (
            [pair for pair in self.uses().get(page.id, ()) if pair[0] != page]
            if page.kind == "concept"
            else []
        )
        body, headings = self._reader.html(reading, used_in)
        return Ready(page, body, headings, self.view(page, reading), _search_entries(reading, page))

    # -- what the templates get ---------------------------------------------------------------------------------------

    def view(self, page: Page, reading: Reading) -> dict[str, Any]:
        """The template's `vm`: see theme/main.html for what it does with each."""
        path = page.address
        key = (
            (page.kind, page.id)
            if page.kind in ("concept", "case", "chapter", "page")
            else ("index", page.id)
        )
        translated = page.spoken == page.language
        updated = self.setting.dates.get(page.source or "")
        return self.common() | {
            "kind": page.kind,
            "spoken": page.spoken,
            "breadcrumb": [
                {"title": self.set(title), "url": relative(address, path)}
                for title, address in page.breadcrumb
            ],
            "alternates": [self.alternate(language, key, page) for language in LANGUAGES],
            "canonical": self.setting.site + absolute(path, self.language),
            "hreflang": [
                {"language": code, "url": self.setting.site + address} for code, address in self.hreflang(key)
            ],
            "notice": None if translated else self.set(self.words["page"]["untranslated"]),
            "updated": {"iso": updated.isoformat(), "text": long_date(updated, self.language)}
            if updated
            else None,
            "edit_url": self.setting.edit + page.source if self.setting.edit and page.source else None,
            "eyebrow": self.set(page.eyebrow) if page.eyebrow else None,
            "title": typeset(page.title, page.spoken),
            "lead": typeset(page.lead, page.spoken) if page.lead else None,
            "audience": typeset(page.audience, page.spoken) if page.audience else None,
            "terms": self.terms(page, reading) if page.links else [],
            "around": self.around(page) if page.kind == "chapter" else [],
        }

    def common(self) -> dict[str, Any]:
        """What even a page that stands nowhere, such as the error page, needs."""
        return {
            "kind": "error",
            "language": self.language,
            "spoken": self.language,
            "t": self.words,
            "alternates": [],
        }

    def set(self, text: str) -> str:
        return typeset(text, self.language)

    def hreflang(self, key: tuple[str, str]) -> list[tuple[str, str]]:
        """(language or x-default, path from the site's root) of a page in every language."""
        found = [(language, absolute(self.addresses.of(*key, language), language)) for language in LANGUAGES]
        return [*found, ("x-default", found[0][1])]

    def alternate(self, language: str, key: tuple[str, str], page: Page) -> dict[str, Any]:
        here = absolute(page.address, page.language)
        target = absolute(self.addresses.of(*key, language), language)
        return {
            "language": language,
            "name": NAMES[language],
            "url": relative(target, here),
            "current": language == self.language,
        }

    def around(self, page: Page) -> list[dict[str, str]]:
        """The chapters before and after, each with the language that its title is in."""
        chapters = [other for other in self.pages if other.kind == "chapter"]
        at = chapters.index(page)
        found = [
            ("prev", chapters[at - 1] if at else None),
            ("next", chapters[at + 1] if at + 1 < len(chapters) else None),
        ]
        return [
            {
                "rel": rel,
                "title": typeset(other.title, other.spoken),
                "url": relative(other.address, page.address),
                "lang": other.spoken,
            }
            for rel, other in found
            if other
        ]

    def terms(self, page: Page, reading: Reading) -> list[dict[str, str]]:
        """The page's own glossary: every concept that it uses, in alphabetical order."""
        listed = []
        for id_ in first_uses(reading):
            concept = self.library.concepts[id_]
            summary, spoken = said_in(concept.summary, self.language)
            url = relative(self.addresses.of("concept", id_, self.language), page.address)
            named = concept.named_in(self.language)
            listed.append(
                {
                    "id": id_,
                    "label": typeset(concept.label(self.language), named),
                    "summary": typeset(summary, spoken),
                    "url": url,
                    "label_lang": named if named != self.language else "",
                    "lang": spoken if spoken != self.language else "",
                }
            )
        return sorted(listed, key=lambda term: sort_key(term["label"]))

    def sitemap_entries(self) -> list[dict[str, Any]]:
        """One entry a page: its address, date and alternates, for the sitemap."""
        entries = []
        for page in self.pages:
            key = (
                (page.kind, page.id)
                if page.kind in ("concept", "case", "chapter", "page")
                else ("index", page.id)
            )
            entries.append(
                {
                    "url": self.setting.site + absolute(page.address, self.language),
                    "date": self.setting.dates.get(page.source or ""),
                    "alternates": [
                        (code, self.setting.site + address) for code, address in self.hreflang(key)
                    ],
                }
            )
        return entries


def _search_entries(reading: Reading, page: Page) -> list[dict[str, str]]:
    """The page's entries of the theme's search index: one for its lead, one for each section, as (location, title, text)."""
    sections: list[tuple[str, str, list[str]]] = [("", page.title, [page.lead or ""])]
    for child in reading.tree:
        if child.tag in HEADINGS:
            sections.append((f"#{child.get('id')}", _words(child), []))
        else:
            sections[-1][2].append(_words(child))
    return [
        {
            "location": page.address + anchor,
            "title": html.escape(title, quote=False),
            "text": html.escape(" ".join(filter(None, texts)), quote=False),
        }
        for anchor, title, texts in sections
        if anchor != "#sources"
    ]


BLOCKS = frozenset(
    (
        "figcaption",
        "summary",
        "p",
        "li",
        "td",
        "th",
        "dt",
        "dd",
        "tr",
        "div",
        "ul",
        "ol",
        "table",
        "blockquote",
    )
)


def _words(element: Element) -> str:
    """An element's words for searching: a space between blocks, and the apostrophe that keyboards have."""
    return " ".join("".join(_pieces(element)).split()).replace("’", "'")


def _pieces(element: Element) -> Iterable[str]:
    if element.get("class") in ("footnote-ref", "footnote-backref") or element.tag == "svg":
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    if element.tag in BLOCKS:
        yield " "
