"""What everything cites: works and acronyms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from vademecum.model.check_digits import holding, is_isbn
from vademecum.model.fields import (
    MAX_ADDRESS,
    Address,
    AnyDate,
    ConceptId,
    FormerIds,
    Id,
    LanguageCode,
    LocalisedOrSame,
    LocalisedProse,
    Model,
    Words,
    at_most,
    everywhere,
)
from vademecum.model.markers import Form, InLanguage

OURS = ("note", "formerly")  # fields that are not CSL's, or that are ours in each language
DATES = ("issued", "accessed")


Isbn = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]([ -]?[0-9]){8,11}[ -]?[0-9X]$"),
    holding(is_isbn, "bad_isbn"),
    Form("isbn"),
]
# https://www.doi.org/the-identifier/resources/handbook/2_numbering, 2.2
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d+(\.\d+)*/\S+$"), at_most(MAX_ADDRESS), Form("doi")]


class Name(Model):
    """An author: a person by family and given name, or an institution by its literal name."""

    family: Words | None = None
    given: Words | None = None
    literal: Words | None = None

    @property
    def short(self) -> str:
        return self.literal or self.family or ""


class Reference(Model):
    """A cited work, in the fields of the Citation Style Language
    (https://docs.citationstyles.org/en/stable/specification.html).

    `issued` and `accessed` are ISO dates of any precision; `note` is ours and says what is known of the
    document. The genre and the event are words about the work, not of it: either may be given in both
    languages, or as one text, which is in the work's own language.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    id: Id
    type: Literal[
        "article",
        "article-journal",
        "article-newspaper",
        "bill",
        "book",
        "chapter",
        "dataset",
        "document",
        "event",
        "interview",
        "legislation",
        "legal_case",
        "manuscript",
        "paper-conference",
        "report",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
    title: Words
    title_short: Words | None = Field(None, alias="title-short")
    citation_label: Words | None = Field(None, alias="citation-label")
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    issued: AnyDate | None = None
    accessed: AnyDate | None = None
    container_title: Words | None = Field(None, alias="container-title")
    collection_title: Words | None = Field(None, alias="collection-title")
    publisher: Words | None = None
    publisher_place: Words | None = Field(None, alias="publisher-place")
    event: LocalisedOrSame | None = None
    event_title: LocalisedOrSame | None = Field(None, alias="event-title")
    event_place: Words | None = Field(None, alias="event-place")
    genre: LocalisedOrSame | None = None
    number: Words | None = None
    volume: Words | None = None
    issue: Words | None = None
    page: Words | None = None
    edition: Words | None = None
    language: LanguageCode | None = None
    URL: Address | None = None
    DOI: Doi | None = None
    ISBN: Isbn | None = None
    note: Annotated[LocalisedProse, BeforeValidator(everywhere)] | None = None
    formerly: FormerIds = ()

    def in_own(self, words: Mapping[str, str] | None) -> str:
        """Words about the work in its own language, where they are; else in the first that has them."""
        words = words or {}
        return words.get(self.language or "") or next(iter(words.values()), "")


class Acronym(Model):
    """What an acronym stands for, and the concept that explains it."""

    id: str
    fr: Annotated[Words, InLanguage("fr")] | None = None
    en: Annotated[Words, InLanguage("en")] | None = None
    concept: ConceptId | None = None

    def meanings(self) -> dict[str, str]:
        """What it stands for, by language; empty where nobody wrote it yet."""
        return {key: said for key, said in (("fr", self.fr), ("en", self.en)) if said}
