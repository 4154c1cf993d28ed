"""Money: who gave how much, in which currency, of which year, and which source says so."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from vademecum.language.formats import is_currency
from vademecum.model.fields import AnyYear, LocalisedOrSame, Model, ReferenceId, Words
from vademecum.model.markers import Form, Money, Translated
from vademecum.model.places import Identifiers


def in_use(value: str) -> str:
    """The code of a currency that is or was used; else an error of the type "unknown_currency"."""
    if not is_currency(value):
        raise PydanticCustomError("unknown_currency", "no currency has this code")
    return value


Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$"), AfterValidator(in_use), Form("currency")]


class Amount(Model):
    """A sum of money as a source gives it: `value` in units of `currency` (ISO 4217), of the year that it is
    told for."""

    value: Annotated[Decimal, Field(ge=0, le=1_000_000_000_000_000, decimal_places=2), Money()]
    currency: Currency
    year: AnyYear | None = None
    source: ReferenceId
    locator: LocalisedOrSame | None = None


class Funder(Model):
    """Who gives money to what a case tells of, and what the sources say of how much."""

    name: Annotated[Words, Translated(shared=True)]
    identifiers: Identifiers | None = None
    amounts: tuple[Amount, ...] = ()
