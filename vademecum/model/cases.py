"""A case study: its facts and words, and its words in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from pydantic import Field

from vademecum.model.fields import (
    Address,
    AnyDate,
    ConceptId,
    Country,
    Day,
    FormerIds,
    GoalKey,
    Id,
    InstrumentKey,
    LanguageCode,
    LocalisedOrSame,
    LogicKey,
    Model,
    PopulationKey,
    Position,
    Prose,
    Questions,
    ReferenceId,
    Summary,
    ThemeKey,
    TypeKey,
    Words,
)
from vademecum.model.funding import Amount, Funder
from vademecum.model.markers import Checked, EachFile, Facet, RefersTo, Since, Translated, Until
from vademecum.model.places import Identifiers, Place
from vademecum.model.translation import Translation, facts_of, translation_of

Silence = Literal["approach", "results", "limits", "lessons"]
SILENCES = get_args(Silence)  # the sections on which sources may say nothing
SECTIONS = ("context", *SILENCES)
STAGES = ("sought", "announced", "observed")
EVIDENCE = ("claimed", "documented", "evaluated")  # from the weakest on
# The facts by which cases are put side by side.
COMPARED = ("authorities", "partners", "period", "instruments", "themes", "logics")
PARTIES = ("authorities", "partners")  # where those who act together are named
PartyId = Annotated[Id, RefersTo("party", within=PARTIES)]
DefinitionId = Annotated[Id, RefersTo("definition", of="concept", within=("definitions",))]


class Authority(Model):
    """A local authority, or whoever works with one. `position` is latitude and longitude in degrees."""

    name: Annotated[Words, Translated(shared=True)]
    type: Annotated[TypeKey, Facet("type", within="authorities")] | None = None
    country: Annotated[Country, Facet("country", within="partners")] | None = None
    population: Annotated[PopulationKey, Facet("population", within="authorities")] | None = None
    position: Position | None = None
    identifiers: Identifiers | None = None


class Stage(Model):
    """What a source says of an outcome while it was sought, announced or observed."""

    stands_for_all: ClassVar[str] = "text"

    text: Annotated[Prose, Translated()]
    source: ReferenceId
    locator: LocalisedOrSame | None = None
    evidence: (
        Annotated[Literal["claimed", "documented", "evaluated"], Facet("evidence", within="outcomes")] | None
    ) = None


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

    stands_for_all: ClassVar[str] = "stages"

    for_: Literal["territory", "authority", "partner"] = Field(alias="for")
    kind: Annotated[
        Literal["economic", "socio-cultural", "visibility", "practices", "resources"],
        Facet("kind", within="outcomes"),
    ]
    stages: Stages


class Period(Model):
    """When the facts told took place: each end a date of any precision, or unknown."""

    start: Annotated[AnyDate, Since()] | None = None
    end: Annotated[AnyDate, Until()] | None = None

    def years(self) -> tuple[int | None, int | None]:
        """The first and last year, as far as they are known."""
        first, last = self.start, self.end
        return int(first[:4]) if first else None, int(last[:4]) if last else None


class CaseDocument(Model):
    """A document of a case that can be read elsewhere, such as its agreement or its evaluation."""

    title: Annotated[Words, Translated(shared=True)]
    address: Address
    language: LanguageCode | None = None
    issued: AnyDate | None = None


class Case(Model):
    """A case study's facts and words, as its original file holds them."""

    id: Id
    title: Annotated[Words, Translated()]
    slug: Annotated[Id, EachFile()] | None = None
    summary: Annotated[Summary, Translated()]
    authorities: Annotated[dict[Id, Authority], Field(min_length=1)]
    partners: dict[Id, Authority] = {}
    links: tuple[tuple[PartyId, PartyId], ...] = ()
    instruments: tuple[Annotated[InstrumentKey, Facet("instrument")], ...] = ()
    logics: dict[Annotated[LogicKey, Facet("logic")], Annotated[Prose, Translated()]] = {}
    themes: tuple[Annotated[ThemeKey, Facet("theme")], ...] = ()
    period: Period = Period()
    outcomes: dict[Id, Outcome] = {}
    concepts: dict[ConceptId, DefinitionId] = {}
    reference_data: ReferenceId | None = None
    questions: Questions = ()
    silent: tuple[Silence, ...] = ()
    goals: tuple[Annotated[GoalKey, Facet("goal")], ...] = ()
    status: (
        Annotated[Literal["planned", "under-way", "ended", "suspended", "abandoned"], Facet("status")] | None
    ) = None
    places: dict[Id, Place] = {}
    funders: dict[Id, Funder] = {}
    budget: tuple[Amount, ...] = ()
    documents: dict[Id, CaseDocument] = {}
    languages: tuple[LanguageCode, ...] = ()
    verified: Annotated[Day, Checked(), EachFile()] | None = None
    formerly: FormerIds = ()

    @property
    def goes_on(self) -> bool:
        """Whether what is told goes on, as far as is known: without an end, unless its status says so."""
        return self.period.end is None and self.status in (None, "under-way")


# What the file in the other language holds: words only, the facts stay in the original.
if TYPE_CHECKING:
    CaseTranslation = Translation
else:
    CaseTranslation = translation_of(Case)
# The keys that only a case's original holds.
FACTS = facts_of(Case)
