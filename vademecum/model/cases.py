"""A case study: its facts and words, and its words in the other language."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from vademecum.model.fields import (
    Country,
    Id,
    InstrumentKey,
    LocalisedOrSame,
    LogicKey,
    Model,
    PopulationKey,
    Position,
    Questions,
    Summary,
    ThemeKey,
    TypeKey,
    Words,
    Year,
)

SECTIONS = ("context", "approach", "results", "limits", "lessons")
STAGES = ("sought", "announced", "observed")


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
