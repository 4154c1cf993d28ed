"""Tools to work with: trainer's sheets, checklists, surveys, tables of markers.

One file a tool, in the folder of its kind below docs/tools; both languages stand in it. A tool's id is its
file's name and is given once among all tools, since `tool:id` names it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from vademecum.model.fields import (
    EntryKey,
    FormerIds,
    Id,
    Language,
    Localised,
    LocalisedParagraph,
    LocalisedProse,
    LocalisedSummary,
    Model,
)
from vademecum.model.markers import Form, RefersTo
from vademecum.model.passages import Passage

Minutes = Annotated[int, Field(ge=1, le=1440), Form("minutes")]
Count = Annotated[int, Field(ge=1, le=999)]
GRADES = 4  # of the answers to a question of a self-diagnosis: 0 to 3
Grade = Annotated[float, Field(gt=0, le=GRADES - 1)]  # below 0 is none


class Tool(Model):
    """What every tool has: its name and summary, the end of its address, its place among its kind."""

    id: Id
    title: Localised
    slug: dict[Language, Id] = {}
    summary: LocalisedSummary
    order: Annotated[int, Field(ge=0)] = 0
    formerly: FormerIds = ()

    def path(self) -> str:
        """The file that holds it, from the project's root."""
        folder = next(name for name, model in TOOLS.items() if type(self) is model)
        return f"{FOLDER}{folder}/{self.id}.yml"


class Attendance(Model):
    """How many people a session is for."""

    least: Count = Field(alias="min")
    most: Count = Field(alias="max")


class Step(Model):
    """A step of a session: what the trainer and the participants do, for how long."""

    minutes: Minutes
    pause: bool = Field(False, alias="break")
    trainer: Localised
    participants: Localised


# Who gets a copy: each participant, each group or table, or the room as a whole.
Copies = Literal["participant", "group", "room"]


class Handouts(Model):
    """What a session hands out, by who gets a copy; of a `choice`, each participant gets one entry."""

    participant: tuple[EntryKey, ...] = ()
    choice: tuple[EntryKey, ...] = ()
    group: tuple[EntryKey, ...] = ()
    room: tuple[EntryKey, ...] = ()


class Worksheet(Model):
    """A table for participants to fill in, with so many empty rows."""

    title: Localised
    copies: Copies = "group"
    columns: Annotated[tuple[Localised, ...], Field(min_length=1, max_length=8)]
    rows: Annotated[int, Field(ge=1, le=12)] = 4


class Sheet(Tool):
    """A trainer's sheet: a session, ready to run, with the forms that its participants fill in."""

    audience: Localised
    duration: Minutes
    group: Attendance
    material: Annotated[tuple[LocalisedParagraph, ...], Field(min_length=1)]
    note: LocalisedProse | None = None
    sources: tuple[Passage, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    expect: tuple[LocalisedParagraph, ...] = ()
    questions: tuple[LocalisedParagraph, ...] = ()
    handouts: Handouts = Handouts()
    evaluation: Annotated[tuple[LocalisedParagraph, ...], Field(min_length=1)]
    worksheets: dict[Id, Worksheet] = {}


class Point(Model):
    """A point of a checklist. With `ours` it is the editors' advice, and its sources give the fact that it
    answers."""

    text: LocalisedParagraph
    ours: bool = False
    sources: tuple[Passage, ...] = ()
    more: EntryKey | None = None


class Checklist(Tool):
    """Points to tick, each with what it is drawn from."""

    chapter: EntryKey | None = None
    introduction: LocalisedProse | None = None
    note: LocalisedProse | None = None
    points: Annotated[dict[Id, Point], Field(min_length=1)]


class Asked(Model):
    """A question of a survey, answered in one's own words."""

    text: LocalisedParagraph
    ours: bool = False
    sources: tuple[Passage, ...] = ()


class SurveySection(Model):
    """Questions of a survey on one subject."""

    title: Localised
    questions: Annotated[dict[Id, Asked], Field(min_length=1)]


class Survey(Tool):
    """A survey to print or to send: `purpose` says what it is for and whose it is, `before` what one says of
    oneself."""

    purpose: LocalisedProse
    sources: tuple[Passage, ...] = ()
    introduction: LocalisedProse
    before: tuple[LocalisedParagraph, ...] = ()
    sections: Annotated[dict[Id, SurveySection], Field(min_length=1)]


# What is told of a marker, in the order of the table's columns; each may be the editors' own words.
Told = Literal["shows", "holder", "scale", "caution"]
TOLD: tuple[Told, ...] = ("shows", "holder", "scale", "caution")
FlowId = Annotated[Id, RefersTo("flow", within=("flows",))]


class Marker(Model):
    """A marker of internationalisation. `ours` names the fields whose words are the editors' own."""

    flow: FlowId
    label: Localised
    shows: Localised
    holder: Localised
    scale: Localised
    caution: Localised
    ours: tuple[Told, ...] = ()
    sources: tuple[Passage, ...] = ()


class Remark(Model):
    """A remark, and where it comes from."""

    text: LocalisedParagraph
    sources: tuple[Passage, ...] = ()


class Markers(Tool):
    """A table of markers to choose from, grouped by `flows`, and the `columns` that the reader fills in."""

    introduction: LocalisedProse
    sources: tuple[Passage, ...] = ()
    remarks: tuple[Remark, ...] = ()
    columns: Annotated[dict[Id, Localised], Field(min_length=1)]
    flows: Annotated[dict[Id, Localised], Field(min_length=1)]
    markers: Annotated[dict[Id, Marker], Field(min_length=1)]


class Lead(Model):
    """An entry to read on from, and why."""

    to: EntryKey
    because: Localised


class Graded(Model):
    """A question of a self-diagnosis: `why` it is asked, answers from grade 0 up, where a low one leads."""

    text: Localised
    why: LocalisedParagraph
    ours: bool = False
    sources: tuple[Passage, ...] = ()
    answers: Annotated[tuple[Localised, ...], Field(min_length=GRADES, max_length=GRADES)]
    leads: tuple[Lead, ...] = ()


class Theme(Model):
    """A theme of a self-diagnosis: its questions, and what a low, middle or high mean of grades suggests."""

    title: Localised
    low: Localised
    middle: Localised
    high: Localised
    questions: Annotated[dict[Id, Graded], Field(min_length=1)]


class Scale(Model):
    """How grades are read: where a mean is low, where it is high, and below which an answer leads on."""

    low_below: Grade
    high_from: Grade
    leads_below: Grade


class Diagnosis(Tool):
    """A self-diagnosis: questions by theme, answered by grades, and what the answers come to."""

    introduction: LocalisedProse
    scale: Scale
    themes: Annotated[dict[Id, Theme], Field(min_length=1)]


class Stop(Model):
    """A step of a reading path: an entry, and why it is read there."""

    to: EntryKey
    why: LocalisedParagraph


class ReadingPath(Tool):
    """An ordered choice of entries for one kind of reader; `sources` are what the choice answers to."""

    audience: Localised
    sources: tuple[Passage, ...] = ()
    steps: Annotated[tuple[Stop, ...], Field(min_length=1)]


FOLDER = "docs/tools/"
# The folder of a kind of tool -> the model of what stands in it, in the order that readers are shown.
TOOLS: dict[str, type[Tool]] = {
    "paths": ReadingPath,
    "diagnoses": Diagnosis,
    "sheets": Sheet,
    "checklists": Checklist,
    "surveys": Survey,
    "markers": Markers,
}
GroupKey = Literal["paths", "diagnoses", "sheets", "checklists", "surveys", "markers"]


class Group(Model):
    """What readers are told of a kind of tool, where its tools are listed."""

    id: GroupKey
    title: Localised
    introduction: LocalisedProse
