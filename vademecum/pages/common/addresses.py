"""(kind, id, language) -> a page's address: the only place that knows a slug.

An address is the path below its language's root, such as `lexique/attractivite/`; French stands at the
site's root, English
under `en/`. Each kind has its folder, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vademecum.language.collation import slug
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import said_in
from vademecum.model import Finding, Location
from vademecum.pages.common.selections import Selection, endings, selections
from vademecum.sources.library import Article, Library
from vademecum.sources.names import OF_SITE, is_device
from vademecum.sources.text import limits
from vademecum.sources.text.source_file import SourceFile

ROOTS = {"fr": "", "en": "en/"}
FOLDERS = {
    "concept": {"fr": "lexique/", "en": "lexicon/"},
    "case": {"fr": "etudes-de-cas/", "en": "case-studies/"},
    "chapter": {"fr": "manuel/", "en": "handbook/"},
    "tool": {"fr": "outils/", "en": "tools/"},
    "page": {"fr": "", "en": ""},
}
INDEXES = {
    "lexicon": FOLDERS["concept"],
    "domains": {"fr": "lexique/domaines/", "en": "lexicon/domains/"},
    "lexicon-map": {"fr": "lexique/carte/", "en": "lexicon/map/"},
    "cases": FOLDERS["case"],
    "map": {"fr": "etudes-de-cas/carte/", "en": "case-studies/map/"},
    "outcomes": {"fr": "etudes-de-cas/effets/", "en": "case-studies/outcomes/"},
    "compare": {"fr": "etudes-de-cas/comparer/", "en": "case-studies/compare/"},
    "handbook": FOLDERS["chapter"],
    "tools": FOLDERS["tool"],
    "data": {"fr": "donnees/", "en": "data/"},
    "references": {"fr": "references/", "en": "references/"},
    "acronyms": {"fr": "sigles/", "en": "acronyms/"},
    "status": {"fr": "suivi/", "en": "status/"},
    "propose-case": {"fr": "proposer/etude-de-cas/", "en": "propose/case-study/"},
    "propose-concept": {"fr": "proposer/terme/", "en": "propose/term/"},
    "search": {"fr": "recherche/", "en": "search/"},
    "news": {"fr": "nouveautes/", "en": "whats-new/"},
    "plan": {"fr": "plan-du-site/", "en": "site-map/"},
}
OF_CASES = ("map", "outcomes", "compare")  # indexes that are there where there are cases
# The concepts between which the lexicon is drawn: west, east, north, south. The workshop of 2017 pairs the
# first two and the last two.
POLES = ("influence", "attractiveness", "mutual-interest", "solidarity")
Key = tuple[str, str]


@dataclass(frozen=True)
class Addresses:
    """Every page's address, by (kind, id), in each language; and the cases that share something, by the
    ids of their pages.
    """

    by_key: dict[Key, dict[str, str]]
    selections: Mapping[str, Selection] = field(default_factory=dict)

    def of(self, kind: str, id_: str, language: str) -> str:
        """The address of a page below its language's root. KeyError where there is no such page."""
        return self.by_key[kind, id_][language]

    def has(self, kind: str, id_: str) -> bool:
        return (kind, id_) in self.by_key


class Claimant(NamedTuple):
    """A page that asks for an address, with the file that it is made of; none for an index."""

    kind: str
    id: str
    document: SourceFile | None

    def __str__(self) -> str:
        return self.document.path if self.document else self.id


def has_index(id_: str, library: Library) -> bool:
    """Whether an index has anything to show."""
    needed = {
        "tools": bool(library.tools),
        **dict.fromkeys(OF_CASES, bool(library.cases)),
        "lexicon-map": all(pole in library.concepts for pole in POLES),
    }
    return needed.get(id_, True)


def absolute(address: str, language: str) -> str:
    """A page's path from the site's root."""
    return ROOTS[language] + address


def relative(target: str, page: str) -> str:
    """The way from one page to another address below the same root, by way of the root:
    `../../lexique/attractivite/`.
    """
    return "../" * page.count("/") + target if page else target or "./"


def assign(library: Library) -> tuple[Addresses, list[Finding]]:
    """Give every page an address in every language; two pages that would share one are a fault."""
    by_key: dict[Key, dict[str, str]] = {}
    taken: dict[tuple[str, str], Claimant] = {}
    findings: list[Finding] = []
    shared = selections(library)
    for kind, id_, documents, addresses in (*_wanted(library), *_shared(shared, library)):
        by_key[kind, id_] = addresses
        for language, address in addresses.items():
            findings += _name(kind, address, documents.get(language), language)
            document = documents.get(language) or next(iter(documents.values()), None)
            page = Claimant(kind, id_, document)
            if document and (other := taken.get((language, address))):
                findings += _clash(library, page, other, address, language)
            taken[language, address] = page
    return Addresses(by_key, shared), findings


def _clash(
    library: Library, one: Claimant, other: Claimant, address: str, language: str
) -> Iterator[Finding]:
    """Two pages that would share an address, told at the one that was not published yet."""
    if other.document and _is_older(library, one, other):
        one, other = other, one
    assert one.document is not None
    values = {"found": "/" + absolute(address, language), "other": str(other)}
    if one.kind == other.kind == "concept":  # which has no address of its own
        first = next(tongue for tongue in LANGUAGES if _is_shared(library, one, other, tongue))
        if language == first:
            label = library.concepts[one.id].label(language)
            values = {"found": label, "other": str(other)}
            yield Finding("concept-twice", _named(one.document, language), values)
    else:
        yield Finding("address-taken", _named(one.document, language), values)


def _is_older(library: Library, one: Claimant, other: Claimant) -> bool:
    """Whether a page was published before another, or bears the name that the other's was made of; of two
    that were, the one whose address no slug has given it.
    """
    standing = [(page.kind, page.id) in library.published for page in (one, other)]
    given = [page.document is not None and ("slug",) in page.document.values for page in (one, other)]
    if standing[0] == standing[1] and given[0] != given[1]:
        return given[1]
    if one.kind == other.kind == "chapter" and standing[0] == standing[1]:
        order, other_order = (_order(library, page.id) for page in (one, other))
        if order != other_order:
            return order < other_order
    return standing[0] > standing[1] or (standing[0] == standing[1] and other.id.startswith(f"{one.id}-"))


def _order(library: Library, chapter: str) -> int:
    orders: list[int] = [meta.order for meta in library.chapters[chapter].meta.values()]
    return min(orders)


def _is_shared(library: Library, one: Claimant, other: Claimant, language: str) -> bool:
    """Whether two concepts are called the same in a language."""
    names = {slug(library.concepts[page.id].label(language)) for page in (one, other)}
    return len(names) == 1


def _name(kind: str, address: str, document: SourceFile | None, language: str) -> Iterator[Finding]:
    """What is wrong with a page's name by itself: the site's own, a system's, too long for one."""
    name = address.rstrip("/").rpartition("/")[2]
    if document is None:
        return
    if is_device(name) or (kind == "page" and name in OF_SITE):
        yield Finding("reserved-name", _named(document, language), {"found": name})
    if len(name) > limits.NAME:
        values = {"found": f"{name[:40]}…", "length": str(len(name)), "limit": str(limits.NAME)}
        yield Finding("name-too-long", _named(document, language), values)


def _named(document: SourceFile, language: str) -> Location:
    """What a page gets its address from: its slug or title, or a concept's preferred label."""
    named = (("slug", language), ("slug",), ("title", language), ("title",))
    path = next((path for path in named if path in document.values), ("terms", language, "preferred"))
    return document.where(*path)


def _wanted(library: Library) -> Iterator[tuple[str, str, Mapping[str, SourceFile], dict[str, str]]]:
    """(kind, id, source file in each language, address in each language) of every page."""
    for id_, folders in INDEXES.items():
        if has_index(id_, library):
            yield "index", id_, {}, folders
    for id_, concept in library.concepts.items():
        documents = dict.fromkeys(LANGUAGES, library.documents[f"lexicon/{id_}.yml"])
        yield (
            "concept",
            id_,
            documents,
            _below("concept", {language: slug(concept.label(language)) for language in LANGUAGES}),
        )
    for id_, case in library.cases.items():
        yield (
            "case",
            id_,
            case.documents,
            _below("case", {language: case.words(language).slug or id_ for language in LANGUAGES}),
        )
    for id_, tool in library.tools.items():
        named = {
            language: tool.slug.get(language) or slug(said_in(tool.title, language)[0])
            for language in LANGUAGES
        }
        yield "tool", id_, dict.fromkeys(LANGUAGES, library.documents[tool.path()]), _below("tool", named)
    for kind, texts in (("chapter", library.chapters), ("page", library.pages)):
        for id_, text in texts.items():
            if (kind, id_) != ("page", "index"):
                yield (
                    kind,
                    id_,
                    text.documents,
                    _below(kind, {language: _text_slug(text, language) for language in LANGUAGES}),
                )
    yield "index", "home", {}, dict.fromkeys(LANGUAGES, "")


def _shared(
    shared: Mapping[str, Selection], library: Library
) -> Iterator[tuple[str, str, Mapping[str, SourceFile], dict[str, str]]]:
    """The pages of cases that share something, below the list of cases."""
    ends = {language: endings(shared.values(), library, language) for language in LANGUAGES}
    for id_ in shared:
        below = {language: FOLDERS["case"][language] + ends[language][id_] for language in LANGUAGES}
        yield "index", id_, {}, below


def _text_slug(text: Article, language: str) -> str:
    meta = text.meta.get(language) or text.meta[text.original]
    return str(meta.slug or slug(meta.title))


def _below(kind: str, names: Mapping[str, str]) -> dict[str, str]:
    return {language: f"{FOLDERS[kind][language]}{name}/" for language, name in names.items()}
