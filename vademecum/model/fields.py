"""What the fields of all models are made of: languages, words, ids, keys of vocabularies, and the models' common ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from vademecum.language.languages import LANGUAGES

if TYPE_CHECKING:
    Language = str  # once validated, a language is a key like any other
else:
    Language = Literal["fr", "en"]
MAX_SUMMARY = 200


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
