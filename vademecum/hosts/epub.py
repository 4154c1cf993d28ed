"""The handbook as an EPUB 3 of one language, from the trees that the site and the PDFs are made from.

https://www.w3.org/TR/epub-33/ : chapters, lexicon and cases in reading order, each a file; links between them
stay inside the book, all others lead to the site. The same edition gives the same bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vademecum.document.html import html, html_of
from vademecum.document.inlines import Target
from vademecum.document.web import Html
from vademecum.hosts import epub_package
from vademecum.hosts.epub_package import Part, Resource
from vademecum.hosts.epub_text import Inside, as_xml, element, fragment
from vademecum.hosts.rendering import PICTURES, Renderer
from vademecum.house import THEME
from vademecum.language.collation import sort_key
from vademecum.language.formats import long_date, size
from vademecum.language.typography import typeset
from vademecum.pages.common.addresses import absolute, relative
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition

# Of the site's fonts those that drawings are set in: their words have the room that these letters take.
FONTS = ("sans-400.woff2", "sans-400-italic.woff2", "sans-600.woff2")
FOLDER = "epub"  # below a language's root
EARLIEST = datetime.date(2000, 1, 1)  # where no source has a date: a book must have one


def file_of(edition: Edition) -> str:
    """The book's path below its language's root."""
    return f"{FOLDER}/vade-mecum-{edition.language}.epub"


def book(edition: Edition) -> bytes:
    """The whole book."""
    sections = [(title, list(pages)) for title, pages in _sections(edition)]
    inside = {page.key for _, pages in sections for page in pages}
    pictures: dict[str, Resource] = {}
    parts = [Part("title", edition.words["site"]["title"], edition.language, 1, _title_page(edition))]
    for title, pages in sections:
        if title:
            parts.append(Part(f"part-{len(parts)}", title, edition.language, 1, _part_page(title)))
        parts += [_part(edition, page, inside, pictures, 2 if title else 1) for page in pages]
    words, date = edition.words["epub"], newest(edition)
    return epub_package.packed(
        epub_package.Book(
            identifier=edition.setting.site + absolute("", edition.language),
            language=edition.language,
            title=typeset(f"{edition.words['site']['title']}. {words['title']}", edition.language),
            licence=typeset(edition.words["site"]["licence"], edition.language),
            summary=typeset(words["accessibility"], edition.language),
            contents=typeset(edition.words["print"]["contents"], edition.language),
            modified=date,
            parts=tuple(parts),
            resources=(*_fonts(), *(pictures[path] for path in sorted(pictures))),
        )
    )


def _fonts() -> Iterator[Resource]:
    for name in FONTS:
        yield Resource(f"fonts/{name}", (THEME / "assets/fonts" / name).read_bytes())


def is_offered(edition: Edition, page: Page) -> bool:
    """Whether a page offers the book."""
    return edition.setting.prints and page.key == ("index", "handbook")


def offer(edition: Edition, page: Page, made: bytes) -> dict[str, str]:
    """The book as a page offers it: its name with its weight, and the way there."""
    title = edition.words["epub"]["offered"].format(size=size(len(made), edition.language))
    url = relative(file_of(edition), page.address).rstrip("/")
    return {"title": typeset(title, edition.language), "url": url}


def newest(edition: Edition) -> datetime.date:
    """When anything in the book last changed, as far as its history is known."""
    dates = (edition.setting.dates.get(page.source or "") for page in edition.pages)
    return max(filter(None, dates), default=EARLIEST)


def _sections(edition: Edition) -> Iterator[tuple[str, Iterable[Page]]]:
    """(title, pages) in reading order: the parts of the handbook, the lexicon, the cases, the lists."""
    indexes, pages = edition.words["indexes"], edition.pages
    parts: dict[str, list[Page]] = {}
    for page in pages:
        if page.kind == "chapter":
            parts.setdefault(edition.bearings.part(page), []).append(page)
    for part, chapters in parts.items():
        yield edition.library.label("parts", part, edition.language), chapters
    for kind, name in (("concept", "lexicon"), ("case", "cases")):
        listed = [page for page in pages if page.kind == kind]
        if listed:
            yield indexes[name], sorted(listed, key=lambda page: (sort_key(page.title), page.id))
    yield "", [page for page in pages if page.key in (("index", "acronyms"), ("index", "references"))]


# -- the files
# ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Place:
    """Where links lead from a page of the book."""

    edition: Edition
    inside: set[tuple[str, str]]

    def of(self, target: Target) -> str:
        anchor = f"#{target.anchor}" if target.anchor else ""
        if target.kind == "outside":
            return target.id
        if target.kind == "anchor":
            return anchor
        if (target.kind, target.id) in self.inside:
            return f"{_name(target.kind, target.id)}.xhtml{anchor}"
        language, addresses = self.edition.language, self.edition.addresses
        if not addresses.has(target.kind, target.id):
            return self.edition.setting.site
        address = addresses.of(target.kind, target.id, language)
        return self.edition.setting.site + absolute(address, language) + anchor


def _name(kind: str, id_: str) -> str:
    return f"{kind}-{id_}"


def _part(
    edition: Edition, page: Page, inside: set[tuple[str, str]], pictures: dict[str, Resource], level: int
) -> Part:
    """A page as a file of the book."""
    linked = edition.linked(page)

    def picture(path: str) -> str:
        name = path.removeprefix(PICTURES)
        pictures[path] = Resource(name, (edition.library.root / path).read_bytes())
        return name

    renderer = Renderer(edition, page, _Place(edition, inside).of, picture)
    body = html(linked.document, renderer.web) + html_of(renderer.sources(linked.cited), renderer.web)
    title = typeset(page.title, page.spoken)
    return Part(_name(*page.key), title, page.spoken, level, _page(page, title, body))


def _page(page: Page, title: str, body: Html) -> Inside:
    head = element("header", {"class": "head"})
    if page.eyebrow:
        head.append(
            element("p", {"class": "eyebrow", "lang": page.language}, typeset(page.eyebrow, page.language))
        )
    head.append(element("h1", {}, title))
    if page.lead:
        head.append(element("p", {"class": "lead"}, typeset(page.lead, page.spoken)))
    return as_xml([head, fragment(str(body))])


def _title_page(edition: Edition) -> Inside:
    site, words, language = edition.words["site"], edition.words["epub"], edition.language
    date = newest(edition)
    lines = [site["tagline"], words["line"], site["licence"], edition.setting.site]
    if date != EARLIEST:
        lines.insert(2, f"{edition.words['theme']['updated']} {long_date(date, language)}")
    title = element("h1", {}, typeset(site["title"], language))
    return as_xml([title, *(element("p", {}, typeset(line, language)) for line in lines)])


def _part_page(title: str) -> Inside:
    return as_xml([element("h1", {"class": "part"}, title)])
