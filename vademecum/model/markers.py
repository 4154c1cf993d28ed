"""What a value means, beyond its type: markers that stand in the `Annotated` type of a field, of its items or
of its keys.

A marker says one thing and does nothing. Whoever needs to know asks the walk (`vademecum.model.walk`) for the
values that bear it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Marker:
    """The common ground of all markers."""


@dataclass(frozen=True, slots=True)
class Plain(Marker):
    """Text shown letter for letter: no mark in it means anything."""


@dataclass(frozen=True, slots=True)
class Markdown(Marker):
    """Text in Markdown: one paragraph that stands in a line of ours, or blocks of any kind."""

    blocks: bool = True


@dataclass(frozen=True, slots=True)
class Translated(Marker):
    """Words that each language should have: a mapping by language, or text whose file has a counterpart in
    the other language.

    `shared`: words that serve both languages until one of them has its own, such as a town's name; their
    absence is no gap.
    `unless`: (sibling field, value) with which the words stay in one language, as a quotation does.
    """

    shared: bool = False
    unless: tuple[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class ByLanguage(Marker):
    """Borne by each translated mapping from languages, of itself: the words of both stand in one place."""


@dataclass(frozen=True, slots=True)
class OfOriginal(Marker):
    """In a file of translations: a key that the original has."""


@dataclass(frozen=True, slots=True)
class InLanguage(Marker):
    """Words of one language, in a field of their own beside the same words in the other."""

    language: str


@dataclass(frozen=True, slots=True)
class EachFile(Marker):
    """Neither a fact nor words to translate: the file of each language has its own, such as the end of its
    address.
    """


@dataclass(frozen=True, slots=True)
class Vocabulary(Marker):
    """A key of one list of vocabularies.yml. `when`: (field of the entry, value) without which the key is
    free.
    """

    name: str
    when: tuple[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Facet(Marker):
    """A value by which readers choose among entries; `name` is its facet's, as addresses have it.

    `within`: the field of the entry inside whose parts alone it counts. The values of one part belong
    together: who asks for a town of a size finds no entry of another town and a region of that size.
    """

    name: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class RefersTo(Marker):
    """The id of something else: "concept", "reference", "definition", "party" …; of several kinds, written
    "kind:id".

    `within`: the fields whose keys are the ids, where what is named stands inside an entry: this entry or,
    with `of`, the entry of
    that kind which the key of the mapping around names.
    `another`: an entry cannot name itself.
    """

    kinds: tuple[str, ...]
    within: tuple[str, ...] = ()
    of: str = ""
    another: bool = False

    def __init__(
        self, *kinds: str, within: tuple[str, ...] = (), of: str = "", another: bool = False
    ) -> None:
        for name, value in (("kinds", kinds), ("within", within), ("of", of), ("another", another)):
            object.__setattr__(self, name, value)


@dataclass(frozen=True, slots=True)
class Since(Marker):
    """The first year of what the entry tells."""


@dataclass(frozen=True, slots=True)
class Until(Marker):
    """The last year of what the entry tells; left out while it goes on."""


@dataclass(frozen=True, slots=True)
class Past(Marker):
    """A year or date of something that has been: it cannot be to come."""


@dataclass(frozen=True, slots=True)
class Money(Marker):
    """A sum of money, which no share in per cent is."""


@dataclass(frozen=True, slots=True)
class At(Marker):
    """A place on the map: latitude and longitude. `country` is the field beside it that says in which."""

    country: str


@dataclass(frozen=True, slots=True)
class InWorld(Marker):
    """The code of a country that exists."""


@dataclass(frozen=True, slots=True)
class Checked(Marker):
    """The day on which somebody last compared the entry with what it comes from."""


@dataclass(frozen=True, slots=True)
class LeadsTo(Marker):
    """An identifier of somebody else's: the page that it stands for, {} being the identifier, whose it is,
    and whether it is of France alone.
    """

    page: str
    holder: str
    of_france: bool = False


@dataclass(frozen=True, slots=True)
class Form(Marker):
    """How a text that means something to us is written; `name` leads to its words, `messages.yml` under
    `forms`.
    """

    name: str
