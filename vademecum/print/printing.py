"""What calls the press: one language's documents into the site, and what a page is told of the documents that it is printed as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from vademecum.language.nearest import choices, nearest
from vademecum.language.typography import typeset
from vademecum.language.words import said_in, words
from vademecum.model import Finding, Location
from vademecum.pages.addresses import absolute, relative
from vademecum.pages.edition import Edition
from vademecum.pages.page import Page
from vademecum.print import composing, press

FOLDER = "pdf"  # below the site's root; one folder a language in it
CACHE = Path(".cache", "print")


def print_language(edition: Edition, folder: Path) -> list[Finding]:
    """Put one language's documents into the folder of printed ones, where they are wanted; the remarks on them."""
    if not edition.setting.prints:
        return []
    root = edition.library.root
    counts = {page.title: len(composing.held(edition, page)) for page in edition.pages}
    long = [
        Finding(
            "document-too-long",
            Location("."),
            {"found": title, "count": str(count), "limit": str(composing.MOST)},
        )
        for title, count in counts.items()
        if count > composing.MOST
    ]
    return long + press.publish(
        composing.documents(edition), root, folder / edition.language, root / CACHE / edition.language
    )


class Unknown(LookupError):
    """What was to be printed is not there: the option and value that named it, and what to tell of it."""

    def __init__(self, kind: str, id_: str, known: Iterable[str]) -> None:
        values = {"found": id_, "nearest": nearest(id_, known), "choices": choices(known)}
        self.named, self.finding = f"--{kind} {id_}", Finding(f"unknown-{kind}", Location("."), values)
        super().__init__(self.named)


def print_chosen(edition: Edition, booklet: str, keys: list[tuple[str, str]], output: Path) -> list[Finding]:
    """Print a configured booklet, or else the entries of `keys`, into one file. Unknown where there is none of that name."""
    library = edition.library
    known: dict[str, Mapping[str, object]] = {
        "booklet": library.booklets,
        "chapter": library.chapters,
        "concept": library.concepts,
        "case": library.cases,
    }
    for kind, id_ in [("booklet", booklet)] if booklet else keys:
        if id_ not in known[kind]:
            raise Unknown(kind, id_, list(known[kind]))
    document = (
        composing.configured(edition, booklet) if booklet else composing.chosen(edition, keys, output.name)
    )
    made, findings = press.made(document, library.root)
    output.write_bytes(made)
    return findings


def one(edition: Edition, file: str) -> bytes | None:
    """The document of this file, made now; none where there is none."""
    document = composing.named(edition, file)
    if document is None:
        return None
    made, _ = press.made(document, edition.library.root)
    return made


def documents_of(edition: Edition, page: Page) -> list[dict[str, str]]:
    """The documents that a page is printed as, for its template: (title, its language, address); the handbook's has the booklets too."""
    if not edition.setting.prints:
        return []
    file, said, own = (
        composing.file_of(edition, page),
        words(edition.language)["print"]["documents"],
        edition.language,
    )
    listed = [(said[page.id if page.kind == "index" else page.kind], own, file)] if file else []
    if (page.kind, page.id) == ("index", "handbook"):
        for id_, made in edition.library.booklets.items():
            title, spoken = said_in(made.title, own)
            listed.append(
                (
                    said["booklet"].format(title) if spoken == own else title,
                    spoken,
                    composing.booklet_file(edition, id_),
                )
            )
    here = absolute(page.address, own)
    return [
        {"title": typeset(title, spoken), "lang": spoken, "url": relative(f"{FOLDER}/{own}/{name}", here)}
        for title, spoken, name in listed
    ]
