"""What a change means for readers: the data that every form of a review is written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from vademecum.model import Finding


class PageChange(NamedTuple):
    """A page that is made, changed or dropped in one language. `spoken` is the language that its text is in.

    `sections` are the headings below which its words changed, `added` and `removed` count words; `before` is
    its address of before, where that is another. `follows` says that it is a list, made from what changed.
    """

    change: Literal["made", "changed", "dropped"]
    kind: str
    id: str
    language: str
    spoken: str
    title: str
    address: str
    before: str = ""
    sections: tuple[str, ...] = ()
    added: int = 0
    removed: int = 0
    follows: bool = False


class LinkChange(NamedTuple):
    """A link of a term that appears or disappears: on which page, in which sentence, by which words.

    `cause` is why: "new-concept", "new-form", "new-page", "text", "freed"; "dropped-concept", "dropped-form",
    "dropped-page", "taken". `term` is the written form of the concept that these words are a form of.
    """

    change: Literal["appears", "disappears"]
    page: str
    address: str
    language: str
    concept: str
    label: str
    form: str
    term: str
    cause: str
    sentence: str


class FormClash(NamedTuple):
    """A form that a text could mean otherwise: `how` it stands to the `other` concept's.

    "claimed": the other claims it too; "inside": it is a part of the other's longer one, which wins there;
    "around": it holds the other's, and wins; "manual", "never": the other says that it does not link.
    """

    language: str
    concept: str
    form: str
    how: str
    other: str
    other_form: str


class NewFact(NamedTuple):
    """A number or name that was not on the page before, with what its passage cites."""

    path: str
    line: int
    kind: Literal["number", "name"]
    fact: str
    sentence: str
    sources: tuple[str, ...]


class Wanted(NamedTuple):
    """What an entry could still say: the name of a field, what it is for, and how many of them are empty."""

    field: str
    help: str
    empty: int


class Completeness(NamedTuple):
    """How much a new entry says of what it could: `filled` fields of `total`."""

    kind: str
    id: str
    title: str
    path: str
    filled: int
    total: int
    wanted: tuple[Wanted, ...]
    missing_language: str = ""
    silent: tuple[str, ...] = ()


class StalePart(NamedTuple):
    """A passage that is older than its original by this change, with the original before and after."""

    path: str
    part: str
    original: str
    language: str
    before: str
    after: str


@dataclass(frozen=True)
class Review:
    """Everything that a change means. `mended` are the findings that it takes away."""

    base: str
    pages: tuple[PageChange, ...]
    links: tuple[LinkChange, ...]
    clashes: tuple[FormClash, ...]
    findings: tuple[Finding, ...]
    mended: tuple[Finding, ...]
    stale: tuple[StalePart, ...]
    facts: tuple[NewFact, ...]
    completeness: tuple[Completeness, ...]
