"""The parts of a printed document: title blocks, texts, glossary, index, acronyms and sources, with links that lead where they stand in it."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

import segno

from vademecum.document import blocks, references
from vademecum.language.collation import initial, sort_key
from vademecum.language.formats import long_date
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.pages.addresses import absolute
from vademecum.pages.edition import Edition
from vademecum.pages.page import Page
from vademecum.pages.resolving import SCHEME
from vademecum.print.documents import Acronym, Entry, Head, Line, Source, Text
from vademecum.print.paper import Block, Paper, Target


@functools.lru_cache(maxsize=4096)
def code(address: str) -> str:
    """An address as a QR code, in SVG."""
    return segno.make(address, error="m").svg_inline(border=0, dark="#17233b")


class Parts:
    """Makes the parts of one document, and knows what stands in it, so that links lead there."""

    def __init__(self, edition: Edition, language: str, pages: list[Page], terms: Iterable[str]) -> None:
        self.edition, self.language, self.library = edition, language, edition.library
        self.texts = {f"{page.kind}:{page.id}": page for page in pages}
        self.terms = set(terms)
        self.cited: dict[str, None] = {}
        self.pictures: dict[str, None] = {}

    # -- parts --------------------------------------------------------------------------------------------------------

    def common(self, template: str, file: str, title: str, pages: list[Page]) -> dict[str, Any]:
        """What every document has; called last, when it is known what is cited."""
        dates = [date for page in pages if (date := self.edition.setting.dates.get(page.source or ""))]
        return {
            "template": template,
            "file": file,
            "language": self.language,
            "title": typeset(title, self.language),
            "date": max(dates).isoformat() if dates else "",
            "words": _set(words(self.language)["print"], self.language),
            "pictures": tuple(self.pictures),
            "sources": self.sources(),
        }

    def head(self, page: Page, title: str = "", lead: str = "") -> Head:
        address = self.edition.setting.site + absolute(page.address, page.language)
        date = self.edition.setting.dates.get(page.source or "")
        updated = long_date(date, self.language) if date else ""
        said = (
            title or page.title,
            page.eyebrow or "",
            lead or page.lead or "",
            page.audience or "",
            updated,
        )
        named, eyebrow, summary, audience, changed = (typeset(text, page.spoken) for text in said)
        return Head(named, eyebrow, summary, audience, changed, address, code(address))

    def text(self, page: Page) -> Text:
        """A page's text, without the list of its sources: the document has one for all."""
        reading = self.edition.reading(page)
        return Text(
            page.kind,
            f"{page.kind}:{page.id}",
            page.spoken,
            self.head(page),
            self.blocks(page, _own(reading.tree)),
        )

    def blocks(self, page: Page, elements: Iterable[Element], key: str = "") -> list[Block]:
        paper = Paper(
            key or f"{page.kind}:{page.id}",
            page.spoken,
            lambda link: self.target(link, page),
            lambda src: self.picture(src, page),
        )
        made = paper.blocks(elements)
        self.cited |= paper.cited
        return made

    def glossary(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Each term with the definition that the handbook works with."""
        return tuple(sorted(map(self.entry, ids), key=lambda entry: sort_key(entry.label)))

    def entry(self, id_: str) -> Entry:
        concept = self.library.concepts[id_]
        page = next(page for page in self.edition.pages if (page.kind, page.id) == ("concept", id_))
        voices = [
            box
            for box in self.edition.reading(page).tree.iter("div")
            if "definition" in box.get("class", "").split()
        ]
        voice = next((box for box in voices if "retained" in box.get("class", "").split()), voices[0])
        said = [child for child in voice if child.get("class") != "admonition-title"]
        named = concept.named_in(self.language)
        other = next(
            (language for language in LANGUAGES if language != named and language in concept.terms), ""
        )
        made = self.blocks(page, said, f"gloss:{id_}")
        blocks = (
            [{"block": "lang", "lang": page.spoken, "body": made}] if page.spoken != self.language else made
        )
        label, equivalent = (
            typeset(concept.label(self.language), named),
            concept.terms[other].preferred if other else "",
        )
        return Entry(f"concept:{id_}", label, named, equivalent, other, blocks)

    def sources(self) -> tuple[Source, ...]:
        """Everything cited, once, by author and date."""
        listed = sorted(
            self.cited,
            key=lambda id_: sort_key(references.label(self.library.references[id_], self.language)),
        )
        return tuple(Source(f"source:{id_}", self.source(id_)) for id_ in listed)

    def source(self, id_: str) -> list[Any]:
        tree = blocks.parse(references.entry(self.library.references[id_], self.language)).tree
        made = Paper(
            f"source:{id_}", self.language, lambda link: Target("bare", "", link.get("href", "")), str
        ).blocks(tree)
        return list(made[0]["text"])

    def index(self) -> tuple[Line, ...]:
        """Every term that stands in the document, and the synonyms that send the reader to it."""
        lines = []
        for id_ in self.terms:
            concept = self.library.concepts[id_]
            named = concept.named_in(self.language)
            label = concept.label(self.language)
            lines.append(Line(initial(label), typeset(label, named), named, f"concept:{id_}"))
            for other in concept.terms[named].synonyms if named == self.language else ():
                lines.append(
                    Line(
                        initial(other), typeset(other, named), named, f"concept:{id_}", typeset(label, named)
                    )
                )
        return tuple(sorted(lines, key=lambda line: (sort_key(line.label), line.key)))

    def acronyms(self) -> tuple[Acronym, ...]:
        listed = sorted(self.library.acronyms.values(), key=lambda acronym: sort_key(acronym.id))
        return tuple(
            Acronym(a.id, typeset(getattr(a, self.language) or a.fr or a.en or "", self.language))
            for a in listed
        )

    # -- links --------------------------------------------------------------------------------------------------------

    def target(self, link: Element, page: Page) -> Target:
        """Where a link of a page leads in this document, or on the web."""
        href = link.get("href", "")
        if link.get("class") == "citation":
            return Target("citation", "source:" + href.removeprefix("#source-"))
        if id_ := link.get("data-term"):
            kind = "term" if link.get("class") == "term" else "concept"
            return Target(kind, f"concept:{id_}" if id_ in self.terms else "")
        if href.startswith("#"):
            return Target("place", f"{page.kind}:{page.id}{href}")
        if SCHEME.match(href):
            return Target("outside", "", href)
        return self.place(href, page)

    def place(self, href: str, page: Page) -> Target:
        """A link to another page of the site."""
        path, _, anchor = href.partition("#")
        address = posixpath.normpath(posixpath.join(page.address, path)).removeprefix(".")
        other = self.edition.by_address[f"{address}/" if address else ""]
        key = f"{other.kind}:{other.id}"
        if key in self.texts:
            known = anchor and anchor in self.edition.reading(other).anchors
            return Target(other.kind, f"{key}#{anchor}" if known else key)
        return Target(
            other.kind,
            "",
            self.edition.setting.site
            + absolute(other.address, self.edition.language)
            + (f"#{anchor}" if anchor else ""),
        )

    def picture(self, src: str, page: Page) -> str:
        path = "docs/" + posixpath.normpath(posixpath.join(page.address, src))
        self.pictures[path] = None
        return path


def _own(tree: Element) -> list[Element]:
    """A page's own elements: without the list of sources that its reading adds."""
    children = list(tree)
    at = next(
        (
            number
            for number, child in enumerate(children)
            if child.tag == "h2" and child.get("id") == "sources"
        ),
        len(children),
    )
    return children[:at] + [child for child in children[at:] if child.get("class") == "footnote"]


def _set(said: dict[str, Any], language: str) -> dict[str, Any]:
    return {key: typeset(text, language) if isinstance(text, str) else text for key, text in said.items()}
