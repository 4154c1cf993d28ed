"""Everything that is compared of a text and its counterpart in the other language."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.bilingual import (
    nations,
    negations,
    opposites,
    other_frequencies,
    other_links,
    other_names,
    other_numbers,
    other_ordinals,
    other_places,
    other_quantities,
    other_shares,
    other_spans,
    small_numbers,
)
from vademecum.checks.bilingual.comparison import Comparison
from vademecum.checks.words.needles import Suspects
from vademecum.checks.words.slip import Slip
from vademecum.language.languages import LANGUAGES

# Places in works, links, then numbers, then words: where two begin together, the first is told.
COMPARISONS = (
    Comparison(dict.fromkeys(LANGUAGES, ("[@",)), other_places.other_places),
    Comparison(other_links.IN_LINKS, other_links.other_links),
    Comparison(other_numbers.IN_NUMBERS, other_numbers.other_numbers),
    *other_quantities.COMPARISONS,
    *other_shares.COMPARISONS,
    Comparison(other_frequencies.IN_FREQUENCY, other_frequencies.other_frequencies),
    Comparison(other_spans.IN_UNIT, other_spans.other_spans),
    Comparison(small_numbers.IN_NUMBERS, small_numbers.small_numbers),
    *other_ordinals.COMPARISONS,
    Comparison(nations.IN_NATIONS, nations.other_nations),
    Comparison(opposites.IN_SIDES, opposites.opposites),
    Comparison(negations.SIGNS, negations.other_negations, either=True),
)
ALWAYS = other_names.other_names
SUSPECTS = {
    language: Suspects([(one.needs[language], number) for number, one in enumerate(COMPARISONS)])
    for language in LANGUAGES
}
EITHER = {number for number, one in enumerate(COMPARISONS) if one.either}


def unlike(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """What two languages say otherwise, each place once; where it stands in our text."""
    ends = -1
    for code, at, values in sorted(_unlike(here, ours, there, theirs), key=lambda slip: slip[1]):
        if at > ends:
            yield code, at, values
            ends = at + len(values["found"]) - 1


def _unlike(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The same, places twice among them."""
    mine, others = set(SUSPECTS[ours].of(here)), set(SUSPECTS[theirs].of(there))
    for number in sorted((mine & others) | ((mine | others) & EITHER)):
        yield from COMPARISONS[number].told(here, ours, there, theirs)
    yield from ALWAYS(here, ours, there, theirs)
