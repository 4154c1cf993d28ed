"""What calls the press: a language's documents into the site, one by name, and what pages tell of them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from vademecum import files
from vademecum.language.formats import size
from vademecum.language.regex import regex
from vademecum.language.typography import typeset
from vademecum.language.words import said_in, words
from vademecum.model import Booklet, Finding, Location
from vademecum.pages.common.addresses import absolute, relative
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition
from vademecum.print import composing, press
from vademecum.print.documents import Book, PrintedDocument
from vademecum.print.naming import id_of
from vademecum.print.parts import text_key
from vademecum.sources.library import BOOKLETS

FOLDER = "pdf"  # below the site's root; one folder a language in it
PAGE = regex(rb"/Type ?/Page\b")  # of a PDF; Typst leaves what holds its pages uncompressed
CACHE = (".cache", "print")


def print_language(edition: Edition, folder: Path) -> list[Finding]:
    """Put one language's documents into the folder of printed ones, if they are wanted; its findings."""
    if not edition.setting.prints:
        return []
    root = edition.library.root
    counts = {page.title: len(composing.held(edition, page)) for page in edition.pages}
    too_long = [
        Finding(
            "document-too-long",
            Location("."),
            {"found": title, "count": str(count), "limit": str(composing.MOST)},
        )
        for title, count in counts.items()
        if count > composing.MOST
    ]
    cache = files.own_folder(root, *CACHE, edition.language)
    place = functools.partial(place_of, edition)
    documents = composing.documents(edition)
    parts = functools.partial(parts_of, edition)
    return too_long + press.publish(documents, root, folder / edition.language, cache, place, parts)


def place_of(edition: Edition, document: Any) -> str:
    """The source file of a document: its text's, or for several texts the booklets' or the whole project."""
    pages = {composing.file_of(edition, page): page.source for page in edition.pages if page.source}
    pages |= {text_key(page): page.source for page in edition.pages if page.source}
    booklets = {composing.booklet_file(edition, id_) for id_ in edition.library.booklets}
    return pages.get(document.file) or (BOOKLETS if document.file in booklets else ".")


def parts_of(edition: Edition, document: PrintedDocument) -> list[PrintedDocument]:
    """Each text of a book as a booklet of its own, so that the press says which of them it refuses; its file,
    which is never written, is the text's key.
    """
    if not isinstance(document, Book):
        return []
    keys = {text.key for section in document.sections for text in section.texts}
    pages = [page for page in edition.pages if text_key(page) in keys]
    return [composing.booklet(edition, text_key(page), page.title, "", [page.key]) for page in pages]


# -- by name
# ----------------------------------------------------------------------------------------------------------


def print_chosen(
    edition: Edition, booklet: str, named: list[tuple[str, str]], title: str, file: str
) -> tuple[bytes, list[Finding]]:
    """A configured booklet, or else the entries of `named`, (kind, name), as one PDF; and the findings on it.

    A title of one's own makes a booklet of a single entry too. Raises Unknown where there is none of that
    name; no bytes with a fault among the findings.
    """
    if booklet:
        document: PrintedDocument = composing.configured(edition, id_of(edition, "booklet", booklet))
    else:
        keys = [(kind, id_of(edition, kind, name)) for kind, name in named]
        line = edition.words["site"]["title"]
        document = (
            composing.booklet(edition, file, title, line, keys)
            if title
            else composing.chosen(edition, keys, file)
        )
    return _made(edition, document)


def one(edition: Edition, file: str) -> tuple[bytes, list[Finding]] | None:
    """The document of this file, made now, and the findings on it; none where there is none."""
    document = composing.named(edition, file)
    if document is None:
        return None
    return _made(edition, document)


def _made(edition: Edition, document: PrintedDocument) -> tuple[bytes, list[Finding]]:
    place, parts = functools.partial(place_of, edition), functools.partial(parts_of, edition)
    return press.made(document, edition.library.root, place, parts)


# -- for pages
# --------------------------------------------------------------------------------------------------------


def _is_offered(booklet: Booklet, page: Page, edition: Edition) -> bool:
    """Whether a page offers a booklet: the tools in it do; without any, the list of tools or chapters."""
    keys = booklet.keys()
    if page.kind == "tool":
        return page.key in keys
    listing = ("index", "tools" if edition.library.tools else "handbook")
    return page.key == listing and not any(kind == "tool" for kind, _ in keys)


def documents_of(edition: Edition, page: Page, printed: Path | None = None) -> list[dict[str, str]]:
    """The documents that a page is printed as, for its template: title, its language, address, and the weight
    where the folder of printed ones is given.

    A tool has the booklets that it is in; the list of tools, or else the handbook's, those without a tool.
    """
    if not edition.setting.prints:
        return []
    own, file = edition.language, composing.file_of(edition, page)
    titles = words(own)["print"]["documents"]
    listed = [(titles[page.id if page.kind == "index" else page.kind], own, file)] if file else []
    for id_, booklet in edition.library.booklets.items():
        if _is_offered(booklet, page, edition):
            title, spoken = said_in(booklet.title, own)
            shown = titles["booklet"].format(title) if spoken == own else title
            listed.append((shown, spoken, composing.booklet_file(edition, id_)))
    here = absolute(page.address, own)
    return [
        {
            "title": typeset(title, spoken),
            "lang": spoken,
            "url": relative(f"{FOLDER}/{own}/{name}", here),
            "weight": _weight(printed / own / name, own) if printed else "",
        }
        for title, spoken, name in listed
    ]


def _weight(file: Path, language: str) -> str:
    """How many pages a printed document has, and its size."""
    content = file.read_bytes()
    said, pages = words(language)["print"]["weight"], len(PAGE.findall(content))
    return typeset(
        said["one" if pages == 1 else "many"].format(pages, size(len(content), language)), language
    )
