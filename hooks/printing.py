"""What calls the press: one language's documents into the site, and what a page is told of the documents that it is printed as."""

from __future__ import annotations

import tempfile
from pathlib import Path

import press
from vademecum import composing
from vademecum.addresses import absolute, relative
from vademecum.edition import Edition
from vademecum.i18n import said_in, typeset, words
from vademecum.model import Finding
from vademecum.scene import Page

FOLDER = "pdf"  # below the site's root; one folder a language in it
CACHE = Path(".cache", "print")


def print_language(edition: Edition, folder: Path) -> list[Finding]:
    """Put one language's documents into the folder of printed ones; the remarks on them."""
    root = edition.library.root
    return press.publish(composing.documents(edition), root, folder / edition.language, root / CACHE / edition.language)


def print_chosen(edition: Edition, booklet: str, keys: list[tuple[str, str]], output: Path) -> list[Finding]:
    """Print a configured booklet, or else the entries of `keys`, into one file. KeyError where there is none of that name."""
    if booklet and booklet not in edition.library.booklets:
        raise KeyError(booklet)
    for key in keys:
        if not edition.addresses.has(*key):
            raise KeyError(key[1])
    document = composing.configured(edition, booklet) if booklet else composing.chosen(edition, keys, output.name)
    return press.write(document, edition.library.root, output)


def one(edition: Edition, file: str) -> bytes | None:
    """The document of this file, made now; none where there is none."""
    document = composing.named(edition, file)
    if document is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "document.pdf")
        press.write(document, edition.library.root, target)
        return target.read_bytes()


def documents_of(edition: Edition, page: Page) -> list[dict[str, str]]:
    """The documents that a page is printed as, for its template: (title, address); the handbook's has the book and the booklets."""
    file, said = composing.file_of(page), words(edition.language)["print"]
    listed = [(said["book" if file == composing.BOOK else "pdf"], file)] if file else []
    if file == composing.BOOK:
        booklets = edition.library.booklets.items()
        listed += [(said_in(made.title, edition.language)[0], composing.booklet_file(edition, id_)) for id_, made in booklets]
    here = absolute(page.address, edition.language)
    return [
        {"title": typeset(title, edition.language), "url": relative(f"{FOLDER}/{edition.language}/{name}", here)} for title, name in listed
    ]
