"""Links to the site's own pages by their whole addresses, which nothing checks and no renaming follows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.model.fields import ENTRY_KINDS
from vademecum.pages.common.addresses import Addresses, absolute
from vademecum.sources.library import Library, language_of
from vademecum.sources.text.source_file import SourceFile

FOLDERS = ("docs/", "case_studies/", "lexicon/")  # of the texts that hold links


def own_links(library: Library, addresses: Addresses, site: str) -> Iterator[Finding]:
    """A remark on each link to a page of the site at `site` ("" where nobody has said where it is)."""
    root = site.rstrip("/")
    texts = [one for one in library.documents.values() if root and root in one.text]
    if not texts:
        return
    link = regex(rf"\]\(<?({re.escape(root)}/([^\s()<>?#]*)(?:#([\w-]+))?)>?[)\s]")
    pages = _pages(addresses)
    former = {path.rstrip("/") for one in library.published.values() for path in one.addresses}
    folders = {path.rpartition("/")[0] for path in pages} - {"", *LANGUAGES}
    for document in texts:
        lines = document.text.split("\n") if document.path.startswith(FOLDERS) else []
        for number, line in enumerate(lines, 1):
            for found in link.finditer(line) if root in line else ():
                path = found[2].removesuffix("index.html").rstrip("/")
                place = Location(document.path, number, found.start(1) + 1)
                key = pages.get(path)
                if key is None and path.rpartition("/")[0] in folders and path not in former:
                    yield Finding("no-own-page", place, {"found": found[1][:200]})
                elif key and (near := _meant(key, found[3] or "", library, document)):
                    values = {"found": found[1][:200], "nearest": near}
                    yield Finding("own-address", place, values)


def _pages(addresses: Addresses) -> Mapping[str, tuple[str, str]]:
    """The pages by their paths from the site's root."""
    return {
        absolute(address, language).rstrip("/"): key
        for key, by_language in addresses.by_key.items()
        for language, address in by_language.items()
    }


def _meant(key: tuple[str, str], anchor: str, library: Library, document: SourceFile) -> str:
    """How a text names a page; "" for one that it cannot."""
    kind, id_ = key
    anchor = f"#{anchor}" if anchor else ""
    if kind in ENTRY_KINDS:
        return f"{kind}:{id_}{anchor}"
    language = language_of(document.path) or LANGUAGES[0]
    path = f"docs/{language}/{'index' if key == ('index', 'home') else id_}.md"
    if kind not in ("page", "index") or path not in library.documents:
        return ""
    return posixpath.relpath(path, posixpath.dirname(document.path)) + anchor
