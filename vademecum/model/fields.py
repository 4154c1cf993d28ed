"""What the fields of all models are made of: languages, words, ids, keys of vocabularies, and the models'
common ground.

A type says how a value is written and, by its markers, what it means. What a field is called, its help and
its example stand
in `fields.yml`.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from vademecum.language.languages import LANGUAGES
from vademecum.model.markers import At, Form, InWorld, Markdown, Past, Plain, RefersTo, Translated, Vocabulary

if TYPE_CHECKING:
    Language = str  # once validated, a language is a key like any other
else:
    Language = Literal["fr", "en"]
# The kinds of entries that texts and fields name with an id, as chapter:opening; any of them, in a pattern.
ENTRY_KINDS = ("chapter", "concept", "case", "tool")
ENTRY_KIND = "|".join(ENTRY_KINDS)
MAX_SUMMARY = 200
MAX_NAME = 100  # an id or slug: the name of files, with an ending, on every system; a QR code holds it
MAX_WORDS = 1_000  # plain words on one line: a title, a label; a title's own address has a limit beside
MAX_ADDRESS = 2_000  # what browsers, search engines and PDF readers take


def everywhere(value: Any) -> Any:
    """Let one string stand for the same words in every language."""
    return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value


def in_calendar(value: str) -> str:
    """A date of any precision that a calendar has; else an error of the type "impossible_date"."""
    try:
        datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        raise PydanticCustomError("impossible_date", "no calendar has this date") from None
    return value


def as_day(value: Any) -> Any:
    """A day's text before it is read: pydantic would take a bare number for seconds since 1970."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip()):
        return in_calendar(value.strip())
    if isinstance(value, datetime.date):
        return value
    raise PydanticCustomError("date_type", "not a day")


def at_most(limit: int) -> AfterValidator:
    """A limit of letters or items that no editor meets: checked, but not worth a line in tables."""

    def within(value: Any) -> Any:
        if len(value) > limit:
            kind = "string_too_long" if isinstance(value, str) else "too_long"
            values = {"max_length": limit, "actual_length": len(value)}
            raise PydanticCustomError(kind, "too much", values)
        return value

    within.limit = limit  # type: ignore[attr-defined]  # for `shapes`, which reads what a type says
    return AfterValidator(within)


# -- words -------------------------------------------------------------------
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = Annotated[Text, at_most(MAX_WORDS), Plain()]
Paragraph = Annotated[Text, Markdown(blocks=False)]
Prose = Annotated[Text, Markdown()]
Summary = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_SUMMARY), Plain()
]
Questions = Annotated[tuple[Annotated[Prose, Translated()], ...], Field(max_length=3)]
# Words by language; "…OrSame" may also be one text that serves both.
Localised = Annotated[dict[Language, Words], Field(min_length=1), Translated()]
LocalisedOrSame = Annotated[Localised, BeforeValidator(everywhere)]
LocalisedSummary = Annotated[dict[Language, Summary], Field(min_length=1), Translated()]
LocalisedParagraph = Annotated[dict[Language, Paragraph], Field(min_length=1), Translated()]
LocalisedProse = Annotated[dict[Language, Prose], Field(min_length=1), Translated()]

# -- names -------------------------------------------------------------------
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), at_most(MAX_NAME), Form("id")]
EntryKey = Annotated[
    str,
    StringConstraints(pattern=rf"^({ENTRY_KIND}):[a-z0-9]+(-[a-z0-9]+)*$"),
    Form("entry"),
    RefersTo(*ENTRY_KINDS),
]
ConceptId = Annotated[Id, RefersTo("concept")]
FormerIds = tuple[Id, ...]  # what an entry was called before: its addresses of then lead to it
OtherConcept = Annotated[Id, RefersTo("concept", another=True)]
ReferenceId = Annotated[Id, RefersTo("reference")]
# A key of one list of vocabularies.yml. Any text may be tried: the check answers with the list, which helps
# more than a form.
NewKey = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"), at_most(MAX_NAME), Form("key")
]
DomainKey = Annotated[Text, Vocabulary("domains")]
PartKey = Annotated[Text, Vocabulary("parts")]
TypeKey = Annotated[Text, Vocabulary("types")]
PopulationKey = Annotated[Text, Vocabulary("populations")]
InstrumentKey = Annotated[Text, Vocabulary("instruments")]
ThemeKey = Annotated[Text, Vocabulary("themes")]
LogicKey = Annotated[Text, Vocabulary("logics")]
GoalKey = Annotated[Text, Vocabulary("goals")]
TagKey = Annotated[Text, Vocabulary("tags")]

# -- figures and dates -------------------------------------------------------
AnyYear = Annotated[int, Field(ge=1000, le=2999)]
Year = Annotated[AnyYear, Past()]
Day = Annotated[datetime.date, BeforeValidator(as_day), Past()]
AnyDate = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    AfterValidator(in_calendar),
    Form("date"),
    Past(),
]
Position = Annotated[
    tuple[Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]], At("country")
]
# As ISO 639 and BCP 47 have it, such as fr or sr-Latn: browsers and the press take nothing else.
LanguageCode = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"), at_most(MAX_NAME), Form("tongue")
]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), Form("country"), InWorld()]
Address = Annotated[
    str, StringConstraints(pattern=r'^https?://[^\s<>"\\]+$'), at_most(MAX_ADDRESS), Form("address")
]


class Model(BaseModel):
    """The common ground: frozen, and an unknown key is an error. A part of an entry is validated with the
    whole alone: its own validator is built only where it is asked for.

    `stands_for_all` names the one field with words to translate which, in the other language's file, stands
    for the whole:
    a stage's text is written there as `observed: "…"`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    stands_for_all: ClassVar[str] = ""
