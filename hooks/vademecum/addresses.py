"""(kind, id, language) -> a page's address: the only place that knows a slug.

An address is the path below its language's root, such as `lexique/attractivite/`; French stands at the site's root, English
under `en/`. Each kind has its folder, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .i18n import slug
from .library import Library
from .model import LANGUAGES, Finding

ROOTS = {"fr": "", "en": "en/"}
FOLDERS = {
    "concept": {"fr": "lexique/", "en": "lexicon/"},
    "case": {"fr": "etudes-de-cas/", "en": "case-studies/"},
    "chapter": {"fr": "manuel/", "en": "handbook/"},
    "page": {"fr": "", "en": ""},
}
INDEXES = {
    "lexicon": FOLDERS["concept"],
    "domains": {"fr": "lexique/domaines/", "en": "lexicon/domains/"},
    "cases": FOLDERS["case"],
    "handbook": FOLDERS["chapter"],
    "references": {"fr": "references/", "en": "references/"},
    "acronyms": {"fr": "sigles/", "en": "acronyms/"},
}
Key = tuple[str, str]


@dataclass(frozen=True)
class Addresses:
    """Every page's address, by (kind, id), in each language."""

    by_key: dict[Key, dict[str, str]]

    def of(self, kind: str, id_: str, language: str) -> str:
        """The address of a page below its language's root. KeyError where there is no such page."""
        return self.by_key[kind, id_][language]

    def has(self, kind: str, id_: str) -> bool:
        return (kind, id_) in self.by_key


def absolute(address: str, language: str) -> str:
    """A page's path from the site's root."""
    return ROOTS[language] + address


def relative(target: str, page: str) -> str:
    """The way from one page to another address below the same root, by way of the root: `../../lexique/attractivite/`."""
    return "../" * page.count("/") + target if page else target or "./"


def assign(library: Library) -> tuple[Addresses, list[Finding]]:
    """Give every page an address in every language; two pages that would share one are a fault."""
    by_key: dict[Key, dict[str, str]] = {}
    taken: dict[tuple[str, str], str] = {}
    findings = []
    for kind, id_, path, slugs in _wanted(library):
        by_key[kind, id_] = {}
        for language in LANGUAGES:
            address = slugs[language]
            if other := taken.get((language, address)):
                values = {"found": "/" + absolute(address, language), "other": other}
                findings.append(Finding("address-taken", library.documents[path].where("slug"), values))
            taken[language, address] = path
            by_key[kind, id_][language] = address
    return Addresses(by_key), findings


def _wanted(library: Library) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """(kind, id, source file, address in each language) of every page."""
    for id_, folders in INDEXES.items():
        yield "index", id_, id_, folders
    for id_, concept in library.concepts.items():
        yield "concept", id_, f"lexicon/{id_}.yml", _below("concept", lambda language, c=concept: slug(c.label(language)))
    for id_, case in library.cases.items():
        path = case.documents[case.original].path
        yield "case", id_, path, _below("case", lambda language, c=case: c.words(language).slug or c.id)
    for kind, texts in (("chapter", library.chapters), ("page", library.pages)):
        for id_, text in texts.items():
            if (kind, id_) == ("page", "index"):
                continue
            path = text.documents[text.original].path
            yield kind, id_, path, _below(kind, lambda language, t=text: _text_slug(t, language))
    yield "index", "home", "docs/fr/index.md", dict.fromkeys(LANGUAGES, "")


def _text_slug(text, language: str) -> str:
    meta = text.meta.get(language) or text.meta[text.original]
    return meta.slug or slug(meta.title)


def _below(kind: str, name) -> dict[str, str]:
    return {language: f"{FOLDERS[kind][language]}{name(language)}/" for language in LANGUAGES}
