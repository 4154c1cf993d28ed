"""Everything that is compared of a text and its counterpart in the other language."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.bilingual import (
    exchanged_cells,
    exchanged_numbers,
    nations,
    negations,
    opposites,
    other_degrees,
    other_frequencies,
    other_kinds,
    other_names,
    other_numbers,
    other_ordinals,
    other_quantities,
    other_shares,
    other_spans,
    small_numbers,
)
from vademecum.checks.bilingual.comparison import Comparison
from vademecum.checks.bilingual.other_links import IN_LINKS, other_links
from vademecum.checks.bilingual.other_places import other_places
from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.amounts import ELSEWHERE
from vademecum.language.languages import LANGUAGES

# Places in works, links, then numbers, then words: where two begin together, the first is told.
COMPARISONS = (
    Comparison(dict.fromkeys(LANGUAGES, ("[@",)), other_places),
    Comparison(IN_LINKS, other_links),
    exchanged_cells.COMPARISON,
    Comparison(other_numbers.IN_NUMBERS, other_numbers.other_numbers),
    *other_quantities.COMPARISONS,
    *other_shares.COMPARISONS,
    Comparison(other_frequencies.IN_FREQUENCY, other_frequencies.other_frequencies),
    Comparison(other_spans.IN_UNIT, other_spans.other_spans),
    Comparison(small_numbers.IN_NUMBERS, small_numbers.small_numbers),
    exchanged_numbers.COMPARISON,
    *other_ordinals.COMPARISONS,
    *other_kinds.COMPARISONS,
    Comparison(nations.IN_NATIONS, nations.other_nations),
    Comparison(opposites.IN_SIDES, opposites.opposites),
    other_degrees.COMPARISON,
    Comparison(negations.SIGNS, negations.other_negations, either=True),
)
ALWAYS = other_names.other_names
SUSPECTS = {
    language: Suspects([(one.needs[language], number) for number, one in enumerate(COMPARISONS)])
    for language in LANGUAGES
}
WHOLE = {number for number, one in enumerate(COMPARISONS) if one.told in (other_places, other_links)}
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
    plain, plain_there = _plain(here), _plain(there)
    for number in sorted((mine & others) | ((mine | others) & EITHER)):
        texts = (here, ours, there, theirs) if number in WHOLE else (plain, ours, plain_there, theirs)
        yield from COMPARISONS[number].told(*texts)
    yield from ALWAYS(here, ours, there, theirs)


def _plain(text: str) -> str:
    """A text without its citations and addresses, whose words and numbers are not of its sentences."""
    return ELSEWHERE.sub(lambda found: " " * len(found[0]), text) if "]" in text or "{" in text else text
