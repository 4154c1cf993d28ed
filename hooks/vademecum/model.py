"""What the library is made of: concepts, case studies, chapters, references, and findings about them.

Every model is frozen and rejects unknown keys. The YAML that editors write is validated against these very models (`schema`),
so a field that stands here is a field that they can write, and no other is.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

LANGUAGES = ("fr", "en")
if TYPE_CHECKING:
    Language = str  # once validated, a language is a key like any other
else:
    Language = Literal["fr", "en"]
MAX_SUMMARY = 200

SECTIONS = ("context", "approach", "results", "limits", "lessons")
STAGES = ("sought", "announced", "observed")


def everywhere(value: Any) -> Any:
    """Let one string stand for the same words in every language."""
    return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_SUMMARY)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
EntryKey = Annotated[str, StringConstraints(pattern=r"^(chapter|concept|case):[a-z0-9]+(-[a-z0-9]+)*$")]
Localised = Annotated[dict[Language, Words], Field(min_length=1)]
LocalisedSummary = Annotated[dict[Language, Summary], Field(min_length=1)]
LocalisedOrSame = Annotated[Localised, BeforeValidator(everywhere)]
Questions = Annotated[tuple[Words, ...], Field(max_length=3)]
Year = Annotated[int, Field(ge=1000, le=2999)]
Position = tuple[Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
# A key of one list of vocabularies.yml; which list, the checks know from the field's metadata.
DomainKey = Annotated[Id, "domains"]
PartKey = Annotated[Id, "parts"]
TypeKey = Annotated[Id, "types"]
PopulationKey = Annotated[Id, "populations"]
InstrumentKey = Annotated[Id, "instruments"]
ThemeKey = Annotated[Id, "themes"]
LogicKey = Annotated[str, StringConstraints(pattern=r"^[A-K]$")]


class Model(BaseModel):
    """The common ground: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# -- concepts ---------------------------------------------------------------------------------------------------------


class Terms(Model):
    """What a concept is called in one language, and how its names may or may not link."""

    preferred: Words
    synonyms: tuple[Words, ...] = ()
    forms: tuple[Words, ...] = ()
    manual: tuple[Words, ...] = ()
    never: tuple[Words, ...] = ()

    def linking(self) -> tuple[str, ...]:
        """The written forms that link by themselves."""
        by_hand = {form.casefold() for form in self.manual}
        named = (self.preferred, *self.synonyms, *self.forms)
        return tuple(form for form in named if form.casefold() not in by_hand)


class Equivalence(Model):
    """How far the preferred labels mean the same in the two languages: the editors' reading, with its reason."""

    degree: Literal["exact", "close", "partial", "none"]
    note: Localised


class Definition(Model):
    """One holder's definition of a concept, and where it stands."""

    holder: LocalisedOrSame
    year: Year | None = None
    wording: Literal["restated", "quoted"] = "restated"
    text: Localised
    source: Id
    locator: LocalisedOrSame | None = None
    cited_in: Id | None = None
    retained: bool = False


class Relations(Model):
    """A concept's place among the others; `contrasts` says what sets the two apart."""

    broader: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()
    contrasts: dict[Id, Localised] = {}


class Concept(Model):
    """One entry of the lexicon, both languages inside."""

    id: Id
    domain: DomainKey
    terms: Annotated[dict[Language, Terms], Field(min_length=1)]
    equivalence: Equivalence | None = None
    summary: LocalisedSummary
    definitions: Annotated[dict[Id, Definition], Field(min_length=1)]
    relations: Relations = Relations()
    note: Localised | None = None
    reviewed: datetime.date | None = None

    def named_in(self, language: str) -> str:
        """The language of the label that readers of `language` get: theirs, else the one that has a label."""
        return language if language in self.terms else next(iter(self.terms))

    def label(self, language: str) -> str:
        """The preferred label in `language`, else in the language that has one."""
        return self.terms[self.named_in(language)].preferred


# -- case studies -----------------------------------------------------------------------------------------------------


class Authority(Model):
    """A local authority, or whoever works with one. `position` is latitude and longitude in degrees."""

    name: Words
    type: TypeKey | None = None
    country: Country | None = None
    population: PopulationKey | None = None
    position: Position | None = None


class Stage(Model):
    """What a source says of an outcome while it was sought, announced or observed."""

    text: Words
    source: Id
    locator: LocalisedOrSame | None = None
    evidence: Literal["claimed", "documented", "evaluated"] | None = None


class Stages(Model):
    """The stages of one outcome that the sources tell of."""

    sought: Stage | None = None
    announced: Stage | None = None
    observed: Stage | None = None

    def told(self) -> dict[str, Stage]:
        """The stages that are filled, in order."""
        return {name: stage for name in STAGES if (stage := getattr(self, name))}


class Outcome(Model):
    """One outcome of a case: for whom, of what kind, at which stages."""

    for_: Literal["territory", "authority", "partner"] = Field(alias="for")
    kind: Literal["economic", "socio-cultural", "visibility", "practices", "resources"]
    stages: Stages


class Period(Model):
    """The years of the facts told."""

    start: Year
    end: Year | None = None


class Case(Model):
    """A case study's facts and words, as its original file holds them."""

    id: Id
    title: Words
    slug: Id | None = None
    summary: Summary
    authorities: Annotated[dict[Id, Authority], Field(min_length=1)]
    partners: dict[Id, Authority] = {}
    links: tuple[tuple[Id, Id], ...] = ()
    instruments: tuple[InstrumentKey, ...] = ()
    logics: dict[LogicKey, Words] = {}
    themes: tuple[ThemeKey, ...] = ()
    period: Period
    outcomes: dict[Id, Outcome] = {}
    concepts: dict[Id, Id] = {}
    reference_data: Id | None = None
    questions: Questions = ()
    silent: tuple[Literal["approach", "results", "limits", "lessons"], ...] = ()
    verified: datetime.date | None = None


class NameOnly(Model):
    name: Words


class StageWords(Model):
    """The words of an outcome's stages in the other language."""

    sought: Words | None = None
    announced: Words | None = None
    observed: Words | None = None


class CaseTranslation(Model):
    """What the file in the other language holds: words only, the facts stay in the original."""

    id: Id
    title: Words
    slug: Id | None = None
    summary: Summary
    authorities: dict[Id, NameOnly] = {}
    partners: dict[Id, NameOnly] = {}
    logics: dict[LogicKey, Words] = {}
    outcomes: dict[Id, StageWords] = {}
    questions: Questions = ()
    verified: datetime.date | None = None


# -- chapters and pages -----------------------------------------------------------------------------------------------


class Chapter(Model):
    """The front matter of a chapter of the handbook."""

    id: str
    title: Words
    slug: Id | None = None
    part: PartKey
    order: Annotated[int, Field(ge=0)]
    audience: Words | None = None
    summary: Summary | None = None
    key_points: tuple[Words, ...] = ()


class Plain(Model):
    """The front matter of any other page."""

    id: str
    title: Words
    slug: Id | None = None
    summary: Summary | None = None


class Booklet(Model):
    """A booklet to print: `contents` names chapters, concepts and cases in order, as "chapter:id"; `line` stands on its cover."""

    id: Id
    title: LocalisedOrSame
    line: LocalisedOrSame | None = None
    contents: Annotated[tuple[EntryKey, ...], Field(min_length=1)]

    def keys(self) -> list[tuple[str, str]]:
        """The contents as (kind, id)."""
        return [(kind, id_) for kind, _, id_ in (entry.partition(":") for entry in self.contents)]


# -- figures ----------------------------------------------------------------------------------------------------------


def unless_missing(value: Any) -> Any:
    """Let `null` stand for a number that the source does not give."""
    return None if value == "null" else value


Number = Annotated[Decimal, Field(ge=0, le=1_000_000_000)]
NumberOrNone = Annotated[Number | None, BeforeValidator(unless_missing)]
# A row's key is an id of the editor's choice or, in a typology, the letter of a logic.
RowKey = Annotated[str, StringConstraints(pattern=r"^([A-K]|[a-z0-9]+(-[a-z0-9]+)*)$")]


class Series(Model):
    """What a figure's numbers count; in a typology, one of the aims. `drawn: false` keeps it to the table."""

    label: Localised
    unit: Localised | None = None
    drawn: bool = True


class Row(Model):
    """One thing that a figure shows, with its number in each series; a number that is left out is not known."""

    label: Localised | None = None
    values: dict[Id, NumberOrNone] = {}


class Figure(Model):
    """A figure's words and data. `scale` is the number that the full width stands for; `caution` says what the numbers are not."""

    id: Id
    kind: Literal["bars", "stacked", "dots", "matrix", "typology"]
    title: Localised
    alt: Localised
    caution: Localised | None = None
    note: Localised | None = None
    scale: Number | None = None
    series: Annotated[dict[Id, Series], Field(min_length=1)]
    rows: Annotated[dict[RowKey, Row], Field(min_length=1)]
    source: Id
    locator: LocalisedOrSame | None = None


# -- what all of them draw on -----------------------------------------------------------------------------------------


class Acronym(Model):
    """What an acronym stands for, and the concept that explains it."""

    id: str
    fr: Words | None = None
    en: Words | None = None
    concept: Id | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the editor. `code` names an entry of messages.yml, `values` fill its words."""

    code: str
    location: Location
    values: Mapping[str, str] = field(default_factory=dict)


class Name(Model):
    """An author: a person by family and given name, or an institution by its literal name."""

    family: Words | None = None
    given: Words | None = None
    literal: Words | None = None

    @property
    def short(self) -> str:
        return self.literal or self.family or ""


class Reference(Model):
    """A cited work, in the fields of the Citation Style Language (https://docs.citationstyles.org/en/stable/specification.html).

    `issued` and `accessed` are ISO dates of any precision; `note` is ours and says what is known of the document.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    id: Id
    type: Literal[
        "article", "article-journal", "article-newspaper", "bill", "book", "chapter", "dataset", "document", "event", "interview",
        "legislation", "legal_case", "manuscript", "paper-conference", "report", "speech", "standard", "thesis", "treaty", "webpage",
    ]
    title: Words
    title_short: Words | None = Field(None, alias="title-short")
    citation_label: Words | None = Field(None, alias="citation-label")
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    issued: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    accessed: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    container_title: Words | None = Field(None, alias="container-title")
    collection_title: Words | None = Field(None, alias="collection-title")
    publisher: Words | None = None
    publisher_place: Words | None = Field(None, alias="publisher-place")
    event: Words | None = None
    event_title: Words | None = Field(None, alias="event-title")
    event_place: Words | None = Field(None, alias="event-place")
    genre: Words | None = None
    number: Words | None = None
    volume: Words | None = None
    issue: Words | None = None
    page: Words | None = None
    edition: Words | None = None
    language: Words | None = None
    URL: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    DOI: Words | None = None
    ISBN: Words | None = None
    note: LocalisedOrSame | None = None


Labels = dict[Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")], Localised]


class Vocabularies(Model):
    """The closed lists that entries choose from: key -> label in each language."""

    domains: Labels = {}
    parts: Labels = {}
    types: Labels = {}
    populations: Labels = {}
    instruments: Labels = {}
    themes: Labels = {}
    logics: Labels = {}
