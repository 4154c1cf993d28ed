"""Addresses that last: each entry's by its id, and those that its pages had before, with where they lead now.

`id/concept/attractiveness/`, below a language's root, leads to the entry's page in that language, whatever
that page is called. So does every address that was once published, a former id among `formerly`, and the
name of a page of before.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.language.collation import slug
from vademecum.language.languages import LANGUAGES
from vademecum.pages.common.addresses import FOLDERS, ROOTS, Addresses, absolute
from vademecum.sources.library import Library
from vademecum.sources.published import LASTING

Key = tuple[str, str]


def lasting(kind: str, id_: str) -> str:
    """The address of an entry that does not change, below a language's root."""
    return f"id/{kind}/{id_}/"


def entries(library: Library) -> Iterator[Key]:
    """Every entry whose id lasts."""
    known = library.by_kind
    for kind in LASTING:
        yield from ((kind, id_) for id_ in known[kind] if (kind, id_) != ("page", "index"))


def address(key: Key, addresses: Addresses, language: str) -> str:
    """Where an entry is read: its page, or its place in the list of references."""
    kind, id_ = key
    if kind == "reference":
        return f"{addresses.of('index', 'references', language)}#{id_}"
    return addresses.of(kind, id_, language)


def published(library: Library, addresses: Addresses) -> dict[Key, tuple[str, ...]]:
    """What the ledger holds once this library is published: to what it held, today's ids and addresses."""
    found = {key: known.addresses for key, known in library.published.items()}
    for key in entries(library):
        pages = addresses.by_key.get(key, {})
        now = (absolute(pages[language], language) for language in LANGUAGES if language in pages)
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), *now)))
    return found


def redirects(library: Library, addresses: Addresses, language: str) -> dict[str, Key]:
    """Address below a language's root -> the entry that it leads to. An address that a page has leads
    nowhere else.
    """
    taken = {pages[language] for pages in addresses.by_key.values()}
    found = {lasting(*key): key for key in entries(library)}
    found[lasting("index", "lexicon")] = ("index", "lexicon")
    found |= _proposals(library, addresses, language)
    found |= {lasting("domain", key): ("index", "domains") for key in library.vocabularies.domains}
    for (kind, former), id_ in library.successors.items():
        if kind in LASTING:
            found.setdefault(lasting(kind, former), (kind, id_))
    for old, key in _former_addresses(library, language):
        if old not in taken:
            found.setdefault(old, key)
    return found


def _proposals(library: Library, addresses: Addresses, language: str) -> dict[str, Key]:
    """The folder of the forms, typed by somebody who cuts an address short: it leads to what may be proposed,
    and how; to a form where the project does not say.
    """
    folder, _, _ = addresses.of("index", "propose-case", language).partition("/")
    told = "contribute" in library.pages
    return {f"{folder}/": ("page", "contribute") if told else ("index", "propose-case")}


def _former_addresses(library: Library, language: str) -> Iterator[tuple[str, Key]]:
    """The addresses that pages have had, each with the entry that it leads to now."""
    for (kind, former), id_ in library.successors.items():
        if kind in FOLDERS:
            yield f"{FOLDERS[kind][language]}{former}/", (kind, id_)
    for id_, concept in library.concepts.items():
        terms = concept.terms.get(language)
        for name in terms.replaced if terms else ():
            yield f"{FOLDERS['concept'][language]}{slug(name)}/", ("concept", id_)
    known = library.by_kind
    for (kind, id_), published in library.published.items():
        now = id_ if id_ in known[kind] else library.successors.get((kind, id_), "")
        for whole in published.addresses if now else ():
            if _language_of(whole) == language:
                yield whole.removeprefix(ROOTS[language]), (kind, now)


def _language_of(whole: str) -> str:
    """The language of an address from the site's root."""
    return next((name for name, root in ROOTS.items() if root and whole.startswith(root)), LANGUAGES[0])
