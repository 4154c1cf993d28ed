"""Links and pictures -> the addresses that they lead to, from the page on which they stand; what leads nowhere is a trouble."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from vademecum.document.blocks import Trouble
from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding
from vademecum.pages import placing
from vademecum.pages.addresses import Addresses, relative
from vademecum.pages.page import Page
from vademecum.pages.reading import Reading
from vademecum.sources.library import HANDBOOK, Library

SCHEMES = ("http", "https", "mailto")
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
ENTRIES = ("concept", "case", "chapter", "page", "index")


class Resolver:
    """Resolves the links and pictures of pages of one language."""

    def __init__(self, library: Library, addresses: Addresses, language: str) -> None:
        self.library, self.addresses, self.language = library, addresses, language

    def to(self, kind: str, id_: str, page: Page) -> str:
        """The way from a page to an entry's."""
        return relative(self.addresses.of(kind, id_, self.language), page.address)

    def link(self, link: Element, number: int, reading: Reading) -> Iterable[Trouble]:
        """Resolve one link in place; what cannot be is a trouble."""
        href = re.sub(r"[\x00-\x20\u00a0]+", "", link.get("href", ""))
        link.set("href", href)
        if not href:
            return
        if href.startswith("#"):
            if href[1:] not in reading.anchors:
                yield _no_anchor(href[1:], reading.anchors, number)
            return
        scheme = SCHEME.match(href)
        if scheme and scheme[1].lower() in ENTRIES:
            yield from self._entry(link, number, scheme[1].lower(), href[scheme.end() :], reading)
        elif (scheme and scheme[1].lower() not in SCHEMES) or href.startswith(("//", "\\")):
            link.set("href", "#")
            yield Trouble("scheme", href, number)
        elif not scheme:
            yield from self._path(link, number, href, reading)

    def _entry(
        self, link: Element, number: int, kind: str, target: str, reading: Reading
    ) -> Iterable[Trouble]:
        id_, _, anchor = target.partition("#")
        if not self.addresses.has(kind, id_):
            known = [key[1] for key in self.addresses.by_key if key[0] == kind]
            yield Trouble(
                f"unknown-{kind}" if kind != "index" else "unknown-page",
                id_,
                number,
                {"nearest": nearest(id_, known)},
            )
            link.set("href", "#")
            return
        page = reading.page
        link.set("href", self.to(kind, id_, page) + (f"#{anchor}" if anchor else ""))
        if kind in ("concept", "case", "chapter"):
            link.set("class", f"to-{kind}")
        if kind == "concept":
            link.set("data-term", id_)
        if anchor:
            reading.anchored.append(((kind, id_), anchor, number))

    def _path(self, link: Element, number: int, href: str, reading: Reading) -> Iterable[Trouble]:
        """A relative path to another source file, as an editor's program completes it."""
        path, _, anchor = href.partition("#")
        source = reading.page.source or "docs/"
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if target.startswith("..") or path.startswith("/"):
            yield Trouble("outside-project", path, number)
        elif key := _key(target):
            yield from self._entry(link, number, key[0], key[1] + (f"#{anchor}" if anchor else ""), reading)
        else:
            known = {posixpath.relpath(file, posixpath.dirname(source)) for file in self.library.documents}
            yield Trouble("unknown-page", path, number, {"nearest": nearest(path, known)})

    def picture(self, picture: Element, number: int, page: Page) -> Iterable[Trouble]:
        src = html.unescape(picture.get("src", ""))
        if SCHEME.match(src) or src.startswith("//"):
            picture.set("src", "")
            yield Trouble("remote-picture", src, number)
            return
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.source or "docs/"), src))
        if path.startswith("..") or src.startswith("/"):
            yield Trouble("outside-project", src, number)
        elif path not in self.library.pictures:
            known = {
                posixpath.relpath(file, posixpath.dirname(page.source or "docs/"))
                for file in self.library.pictures
            }
            yield Trouble("missing-picture", src, number, {"nearest": nearest(src, known)})
        else:
            picture.set("src", relative(path.removeprefix("docs/"), page.address).rstrip("/"))
            picture.set("loading", "lazy")


def _key(path: str) -> tuple[str, str] | None:
    """The entry that a source file holds, by its path."""
    stem, ending = posixpath.splitext(path)
    parts = stem.split("/")
    if parts[0] == "lexicon" and ending == ".yml" and len(parts) == 2:
        return "concept", parts[1]
    if ending != ".md":
        return None
    if parts[0] == "case_studies" and len(parts) == 2:
        return "case", parts[1].split(".")[0]
    if parts[0] == "docs" and len(parts) == 4 and parts[2] == HANDBOOK:
        return "chapter", parts[3]
    if parts[0] == "docs" and len(parts) == 3:
        return ("index", "home") if parts[2] == "index" else ("page", parts[2])
    return None


def _no_anchor(anchor: str, anchors: Iterable[str], element: int) -> Trouble:
    known = sorted(name for name in anchors if not name.startswith("fn"))
    return Trouble(
        "broken-anchor", anchor, element, {"choices": choices(known), "nearest": nearest(anchor, known)}
    )


def broken_anchors(readings: Iterable[Reading], library: Library) -> list[Finding]:
    """The links into another page's anchors that this page does not have."""
    readings = list(readings)
    anchors = {
        ("index" if reading.page.kind == "home" else reading.page.kind, reading.page.id): reading.anchors
        for reading in readings
    }
    found: list[Finding] = []
    for reading in readings:
        troubles = [
            _no_anchor(anchor, anchors[key], element)
            for key, anchor, element in reading.anchored
            if key in anchors and anchor not in anchors[key] and reading.page.spoken == reading.page.language
        ]
        if troubles:
            found += placing.findings(library, reading.page, reading.text, troubles)
    return found
