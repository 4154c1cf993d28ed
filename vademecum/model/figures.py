"""A figure's words and data."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from vademecum.model.fields import (
    AnyDate,
    Id,
    Localised,
    LocalisedOrSame,
    Model,
    NewKey,
    ReferenceId,
    at_most,
)
from vademecum.model.markers import RefersTo, Since, Until, Vocabulary
from vademecum.model.passages import Passage


def unless_missing(value: Any) -> Any:
    """Let `null` stand for a number that the source does not give."""
    return None if value == "null" else value


# A number of more digits fills drawing, page and paper: 1e-100000 has that many.
MAX_PLACES = 6
MAX_ROWS, MAX_SERIES = 100, 20  # what a drawing still shows on a page
Number = Annotated[Decimal, Field(ge=0, le=1_000_000_000, decimal_places=MAX_PLACES)]
Scale = Annotated[Decimal, Field(gt=0, le=1_000_000_000, decimal_places=MAX_PLACES)]
NumberOrNone = Annotated[Number | None, BeforeValidator(unless_missing)]
# A row's key is of the editor's choice or, in a typology, that of a logic.
RowKey = Annotated[NewKey, Vocabulary("logics", when=("kind", "typology"))]


class Series(Model):
    """What a figure's numbers count; in a grid, what its rows have or have not; in a typology, one of the
    aims; in a sequence, what its rows are, or a side to which they belong. `drawn: false` keeps it to the
    table.
    """

    label: Localised
    unit: Localised | None = None
    drawn: bool = True

    @property
    def in_per_cent(self) -> bool:
        """Whether its numbers are shares of a hundred."""
        return "%" in (self.unit or {}).values()


class Row(Model):
    """One thing that a figure shows, with its number in each series; a number that is left out is
    not known. In a sequence it has a date or stands for a step, and is of the series under which it has 1.
    """

    label: Localised | None = None
    start: Annotated[AnyDate, Since()] | None = None
    end: Annotated[AnyDate, Until()] | None = None
    text: Localised | None = None
    values: dict[Annotated[Id, RefersTo("series", within=("series",))], NumberOrNone] = {}


class Figure(Model):
    """A figure's words and data. `scale` is the number that the full width stands for; `caution` says what
    the numbers are not; `also`, further works that it is drawn from; `beside`, the page of the site beside
    whose own counts the figure stands too.
    """

    id: Id
    kind: Literal["bars", "stacked", "dots", "matrix", "grid", "sequence", "typology"]
    title: Localised
    alt: Localised
    caution: Localised | None = None
    note: Localised | None = None
    scale: Scale | None = None
    series: Annotated[dict[Id, Series], Field(min_length=1), at_most(MAX_SERIES)]
    rows: Annotated[dict[RowKey, Row], Field(min_length=1), at_most(MAX_ROWS)]
    source: ReferenceId
    locator: LocalisedOrSame | None = None
    also: tuple[Passage, ...] = ()
    beside: Literal["outcomes"] | None = None
