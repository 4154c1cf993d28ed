"""What can be named to be printed, and what somebody may have meant who names something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vademecum.language.collation import slug
from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import choices, nearest
from vademecum.language.words import said_in
from vademecum.model import Finding, Location
from vademecum.model.fields import ENTRY_KINDS
from vademecum.pages.edition import Edition


@dataclass(frozen=True)
class Name:
    """What can be printed: its id, the last part of its address in the language to print in, its title; and
    all that it is called in either language, as a part of an address.
    """

    kind: str
    id: str
    in_address: str
    title: str
    called: tuple[str, ...]


class Unknown(LookupError):
    """What was to be printed is not there: the option and value that named it, and what to tell of it."""

    def __init__(self, kind: str, name: str, every: list[Name]) -> None:
        wanted = _wanted(name)
        known = [one for one in every if one.kind == kind]
        alike = [one.id for one in known if any(f"-{wanted}" in f"-{called}" for called in one.called)]
        listed = [*alike, *(one.id for one in known if one.id not in alike)]
        near = _meant(wanted, known) or _elsewhere(wanted, every) or (alike[0] if len(alike) == 1 else "")
        values = {"found": name, "nearest": near, "choices": choices(listed)}
        self.option, self.finding = f"--{kind} {name}", Finding("unknown-to-print", Location("."), values)
        super().__init__(self.option)


def names(edition: Edition) -> Iterator[Name]:
    """All that can be named, in the order of the site's pages; then the booklets, which have no address."""
    for page in edition.pages:
        if page.kind in ENTRY_KINDS:
            called = _called(edition, page.kind, page.id)
            yield Name(page.kind, page.id, _last(page.address), page.title, (page.id, *called))
    for id_, booklet in edition.library.booklets.items():
        titles = (said_in(booklet.title, language)[0] for language in LANGUAGES)
        own = said_in(booklet.title, edition.language)[0]
        yield Name("booklet", id_, "", own, (id_, *map(slug, titles)))


def id_of(edition: Edition, kind: str, name: str) -> str:
    """The id of what is named: by its id, or else the name in its address, or else in other capitals, by its
    address in the other language or its whole title, where but one is called so.

    Raises Unknown where there is none.
    """
    every = list(names(edition))
    known = [one for one in every if one.kind == kind]
    for one in sorted(known, key=lambda one: one.id != name):
        if name and name in (one.id, one.in_address):
            return one.id
    wanted = _wanted(name)
    called = [one.id for one in known if wanted in one.called]
    if len(called) == 1:
        return called[0]
    raise Unknown(kind, name, every)


def _wanted(name: str) -> str:
    """A name as a part of an address; "" for none."""
    return slug(_last(name)) if any(map(str.isalnum, name)) else ""


def _last(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _called(edition: Edition, kind: str, id_: str) -> Iterator[str]:
    """The names in the addresses of an entry, and its titles."""
    for language in LANGUAGES:
        yield _last(edition.addresses.of(kind, id_, language))
    for language in LANGUAGES:
        yield slug(edition.here.title(kind, id_, language)[0])


def _meant(wanted: str, known: list[Name]) -> str:
    """The id of what is called so, or nearly."""
    ids: dict[str, str] = {}
    for one in known:
        for called in one.called:
            ids.setdefault(called, one.id)
    return ids.get(wanted) or ids.get(nearest(wanted, ids), "")


def _elsewhere(wanted: str, every: list[Name]) -> str:
    """The option and the id of what is called so among the entries of another kind."""
    return next((f"--{one.kind} {one.id}" for one in every if wanted in one.called), "")
