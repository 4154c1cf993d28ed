"""Sums of money that cannot be, or are likely to be slips."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from vademecum.language.formats import is_in_use
from vademecum.language.regex import regex
from vademecum.model import Case, Finding
from vademecum.model.funding import Amount
from vademecum.sources.meant.numbers_meant import thousands
from vademecum.sources.text.source_file import SourceFile

IN_NAME = regex(  # a sum with its currency, and what parts it from the name before
    r"[ \u00a0]?[:,(–—-]{0,2}[ \u00a0]?\d[\d \u00a0\u202f.,]{0,20}"
    r"(?:[kM]?€|euros?\b|EUR\b|F?CFA\b|dollars?\b|(?:millions?|milliards?) d['’ ](?:euros|dollars))\)?"
    r"|[ \u00a0]?[:,(–—-]{0,2}[ \u00a0]?[€$£]\d[\d,.]*[km]?\)?"
)
LEAST = 100  # units of a currency that a whole budget has, if it is not a token one
MOST = 10**9  # units of a currency that no action of local authorities has cost
STRONG = frozenset(("EUR", "USD", "GBP", "CHF", "CAD", "AUD", "XEU"))
MOST_OF_OTHERS = 10**12  # of those that buy less
EARLIEST = 1900  # the first year in which a town's action abroad is likely


def sums(case: Case, document: SourceFile, today: datetime.date, *, foreseen: bool) -> Iterator[Finding]:
    """Sums with three digits behind the point, which was to part the thousands: 40.000; of a year that is
    long past, or to come though the action is not; given twice; larger than the budget; funders of one name.
    """
    given: list[tuple[tuple[str, ...], tuple[Amount, ...]]] = [(("budget",), case.budget)]
    given += [(("funders", id_, "amounts"), funder.amounts) for id_, funder in case.funders.items()]
    for path, amounts in given:
        for number, amount in enumerate(amounts):
            at: tuple[str | int, ...] = (*path, number)
            if amount in amounts[:number]:
                shown = f"{amount.value} {amount.currency}"
                yield Finding("said-twice", document.where(*at), {"found": shown})
            if not amount.value:
                yield Finding("no-sum", document.where(*at, "value"), {"found": f"0 {amount.currency}"})
            elif path == ("budget",) and 1 != amount.value < LEAST and amount.value.as_tuple().exponent != -3:
                shown = f"{amount.value} {amount.currency}"
                yield Finding("small-sum", document.where(*at, "value"), {"found": shown})
            elif amount.value > (MOST if amount.currency in STRONG else MOST_OF_OTHERS):
                shown = f"{amount.value} {amount.currency}"
                yield Finding("large-sum", document.where(*at, "value"), {"found": shown})
            yield from _year(amount, at, document, today, foreseen=foreseen)
            if amount.value.as_tuple().exponent == -3:
                values = {"key": "value", "found": str(amount.value), "limit": "2", "bound": "most"}
                near = thousands(str(amount.value))
                yield Finding("too-many-digits", document.where(*at, "value"), {**values, "nearest": near})
    yield from _funders(case, document)


def _year(
    amount: Amount, at: tuple[str | int, ...], document: SourceFile, today: datetime.date, *, foreseen: bool
) -> Iterator[Finding]:
    if amount.year is None:
        return
    if EARLIEST <= amount.year <= today.year:
        if not is_in_use(amount.currency, amount.year):
            shown = f"{amount.currency}, {amount.year}"
            yield Finding("other-money", document.where(*at, "currency"), {"found": shown})
        return
    early = amount.year < EARLIEST
    if early or not foreseen:
        values = {"found": str(amount.year), "limit": str(EARLIEST if early else today.year)}
        yield Finding("early-year" if early else "late-sum", document.where(*at, "year"), values)


def _funders(case: Case, document: SourceFile) -> Iterator[Finding]:
    """Two funders of one name; one who gives more than all that was spent in the year."""
    whole: dict[tuple[str, int | None], Decimal] = {}
    for amount in case.budget:
        key = (amount.currency, amount.year)
        whole[key] = whole.get(key, Decimal(0)) + amount.value
    names: set[str] = set()
    for id_, funder in case.funders.items():
        if (name := funder.name.casefold()) in names:
            yield Finding("said-twice", document.where("funders", id_, "name"), {"found": funder.name})
        names.add(name)
        if (within := IN_NAME.search(funder.name)) and (bare := IN_NAME.sub("", funder.name).strip()):
            values = {"found": within[0].strip(" :,(–—-\u00a0"), "nearest": bare}
            yield Finding("sum-in-name", document.where("funders", id_, "name"), values)
        for number, amount in enumerate(funder.amounts):
            limit = whole.get((amount.currency, amount.year))
            if limit is not None and amount.value > limit:
                values = {"found": f"{amount.value} {amount.currency}", "limit": f"{limit} {amount.currency}"}
                place = document.where("funders", id_, "amounts", number, "value")
                yield Finding("over-budget", place, values)
