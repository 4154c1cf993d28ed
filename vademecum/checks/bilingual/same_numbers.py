"""What a text and its translation say otherwise: a number, a name, a negation; and what one of them lacks.

A number that one language has and the other has not is no fault by itself: a translation may leave out an
aside, or write it in words. Told is where each has one that the other has not, in the same passage or field:
one of them is most likely the other, mistyped.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator

from vademecum.checks.bilingual.negations import other_negations
from vademecum.checks.bilingual.opposites import opposites
from vademecum.checks.bilingual.other_frequencies import other_frequencies
from vademecum.checks.bilingual.other_ordinals import other_ordinals
from vademecum.checks.bilingual.other_quantities import other_quantities
from vademecum.checks.bilingual.other_shares import other_shares
from vademecum.checks.bilingual.other_spans import other_spans
from vademecum.checks.bilingual.same_blocks import same_blocks
from vademecum.checks.bilingual.same_lengths import lost_in_field, same_lengths
from vademecum.checks.bilingual.same_names import other_names
from vademecum.checks.bilingual.same_places import other_places, other_works
from vademecum.checks.bilingual.small_numbers import figures_in, small_numbers
from vademecum.checks.bilingual.unlike_sections import GAP, SECTION, unlike_sections
from vademecum.checks.words.amounts import Number, numbers_in
from vademecum.checks.words.dates import MONTHS
from vademecum.checks.words.slip import Slip
from vademecum.checks.words.spoken_numbers import said
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding, Model
from vademecum.model.markers import ByLanguage, Translated
from vademecum.model.walk import Path, walk
from vademecum.sources.library import Entry, InLanguages, is_beside_handbook
from vademecum.sources.text.source_file import SourceFile

# What makes a number larger, in either language, and the months that have a day before or behind them.
LARGER = ("illi", "€", "$", "£", "bn", "thousand", *MONTHS["en"])
# Units of which a translation may have the other country's, and how many of the first make one of the second.
_UNITS = {
    (r"(?<=\d)[ \u00a0\u202f]?(?:km|kilom)(?!²|2|ètres? carr)", r"\b(?<!square )miles?\b"): 1.609,
    (r"(?<=\d)[ \u00a0\u202f]?(?:m|mètres?|metres?)\b", r"\b(?:feet|foot|ft|yards?)\b"): 3.281,
    (r"(?<=\d)[ \u00a0\u202f]?(?:ha|hectares?)\b", r"\bacres?\b"): 2.471,
    (r"(?<=\d)[ \u00a0\u202f]?(?:kg|kilos?)", r"\b(?:pounds|lbs?)\b"): 2.205,
    (r"(?<=\d)[ \u00a0\u202f]?(?:km(?:²|2)|kilomètres? carr)", r"\bsquare miles\b"): 2.59,
}
UNITS = [(times, tuple(map(re.compile, pair))) for pair, times in _UNITS.items()]
# Numbers that words say of things, and no fraction comes to; how words say a share.
FEW = frozenset(("2", "3", "4", "6", "7", "8", "9", "11", "12"))
SHARES = re.compile(r"cent\b|(?:\bsur|\bin|\bout of|\bof every)[ \u00a0](?:[a-z]+|\d+)\b", re.IGNORECASE)
# Where a paragraph, an item or a row ends.
ITEM = re.compile(r"\n[ \t]*\n|\n(?=[ ]*(?:[-*+>|]|\d{1,2}[.)])[ ])")
ABOUT = 0.07  # part by which what is converted may be rounded


def same_numbers(written: InLanguages) -> Iterator[Finding]:
    """A remark where a passage or a field of a translation has a number or a name that the original has not,
    and lacks one that it has, or denies what it says; one where it lacks a section or what stands in one, or
    cites another work or place.
    """
    original = written.documents[written.original]
    free = is_beside_handbook(original.path)  # which may say less, as the legal notice does
    fields = _of_fields(written.words[written.original])
    for language, document in written.documents.items():
        if language == written.original:
            continue
        ours, theirs = _sections(document), _sections(original)
        if len(ours) != len(theirs):
            yield from unlike_sections(original, document)
        else:
            for (start, here), (_, there) in zip(ours, theirs, strict=True):
                pair = here, language, there, written.original
                lost = () if free else lost_in(*pair, document.body, original.body)
                for code, at, values in (*_by_paragraph(*pair), *lost):
                    yield Finding(code, document.in_body(start + at), values)
        has = _of_fields(written.words[language]) if fields else {}
        for path, words in fields.items():
            for code, _, values in of_field(has.get(path, ""), language, words, written.original):
                yield Finding(code, document.where(*path), values)


def lost_in(here: str, ours: str, there: str, theirs: str, whole: str, original: str) -> Iterator[Slip]:
    """What a section of a translation lacks: a block, a passage, numbers, or else a work that is cited."""
    told = [*same_blocks(here, there)] or [*same_lengths(here, ours, there, theirs)]
    yield from told or other_works(here, there, whole, original)


def numbers_within(entry: Entry) -> Iterator[Finding]:
    """The same of what stands in one file in both languages."""
    for step in walk(entry.model, ByLanguage):
        said = step.value
        if len(said) < len(LANGUAGES) or not all(isinstance(words, str) for words in said.values()):
            continue
        one, other = LANGUAGES
        for code, _, values in of_field(said[other], other, said[one], one):
            yield Finding(code, entry.document.where(*entry.at, *step.path, other), values)


def of_field(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """What two languages say otherwise in a field, and what one lacks there."""
    if not here or here == there:
        return
    told = [*unlike(here, ours, there, theirs)] or [*lost_in_field(here, ours, there, theirs)]
    # A field with no citation may be one that has none, as is told of its other language.
    yield from told or (other_works(here, there, here, there) if "[@" in here else ())


def _by_paragraph(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """What two languages say otherwise by the paragraphs of a section, or in all of it where one has more;
    by items and rows where a section has as many of them.
    """
    mine, others = ITEM.split(here), ITEM.split(there)
    if len(mine) != len(others):
        mine, others = GAP.split(here), GAP.split(there)
    if len(mine) != len(others):
        mine, others = [here], [there]
    at = 0
    for one, other in zip(mine, others, strict=True):
        at = here.index(one, at)
        for code, start, values in unlike(one, ours, other, theirs):
            yield code, at + start, values
        at += len(one)


def unlike(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """What two languages say otherwise, each place once; where it stands in our text."""
    ends = -1
    for code, at, values in sorted(_unlike(here, ours, there, theirs), key=lambda slip: slip[1]):
        if at > ends:
            yield code, at, values
            ends = at + len(values["found"]) - 1


def _unlike(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """Places in works, then numbers, then words: a longer one first where two begin together."""
    for values, at in other_places(here, there):
        yield "place-cited-differs", at, values
    if not _same_figures(here, there):
        for values, at in differing(here, ours, there, theirs):
            yield "number-differs", at, values
    if figures_in(here) or figures_in(there):
        yield from other_quantities(here, ours, there, theirs)
    yield from other_shares(here, ours, there, theirs)
    yield from other_frequencies(here, ours, there, theirs)
    yield from other_spans(here, ours, there, theirs)
    yield from small_numbers(here, ours, there, theirs)
    yield from other_ordinals(here, ours, there, theirs)
    yield from opposites(here, ours, there, theirs)
    yield from other_names(here, ours, there, theirs)
    yield from other_negations(here, ours, there, theirs)


def _same_figures(one: str, other: str) -> bool:
    """Whether two texts have the same figures, and no word that makes another number of them."""
    figures = figures_in(one)
    if figures != figures_in(other):
        return False
    return not figures or not any(name in text for text in (one, other) for name in LARGER)


def differing(here: str, ours: str, there: str, theirs: str) -> Iterator[tuple[dict[str, str], int]]:
    """The first number that a text in our language alone has, and the other text’s; nothing where one of
    them lacks none. Small ones are passed over: they are words, or stand in words, as often.
    """
    numbers, others = numbers_in(here, ours), numbers_in(there, theirs)
    more = {key: numbers[key] for key in numbers.keys() - others.keys() if numbers[key].sure}
    fewer = {key: others[key] for key in others.keys() - numbers.keys() if others[key].sure}
    if not (more and fewer):
        return
    more = {key: more[key] for key in more.keys() - _in_words(more, there, theirs)}
    fewer = {key: fewer[key] for key in fewer.keys() - _in_words(fewer, here, ours)}
    _take_converted(more, here, fewer, there)
    if more and fewer:
        found, beside = (min(side.values(), key=lambda one: one.at) for side in (more, fewer))
        if _are_turnout(found.text, here, beside.text, there):
            return
        yield {"found": found.text, "other": beside.text}, found.at


def _are_turnout(found: str, here: str, beside: str, there: str) -> bool:
    """Whether one text has how many voted, and the other how many did not."""
    if not (found.endswith("%") and beside.endswith("%")) or ("abst" in here) == ("abst" in there):
        return False
    one, other = (float(re.sub(r"[^0-9,.]", "", share).replace(",", ".")) for share in (found, beside))
    return abs(one + other - 100) < 0.01


def _in_words(numbers: dict[str, Number], other: str, language: str) -> frozenset[str]:
    """What the other text says in words; a share of two per cent is not what “two towns” say."""
    spoken = said(other, language)
    if not spoken.isdisjoint(FEW) and not SHARES.search(other):
        spoken -= {key for key in FEW & numbers.keys() if numbers[key].text.endswith("%")}
    return spoken


def _take_converted(more: dict[str, Number], here: str, fewer: dict[str, Number], there: str) -> None:
    """Take away the numbers of both sides that are one length, surface or weight in two countries' units."""
    others: dict[tuple[float, bool], list[tuple[float, str]]] = defaultdict(list)
    for key, number in fewer.items():
        for times, first, size in _measures(number, there):
            bisect.insort(others[times, first], (size, key))
    for key, number in tuple(more.items()):
        for times, first, size in _measures(number, here):
            sizes = others[times, not first]
            ratios = times, 1 / times
            near = next(filter(None, (_near(sizes, size * ratio) for ratio in ratios)), None)
            if near and near[1] in fewer:
                del sizes[bisect.bisect_left(sizes, near)]
                del more[key], fewer[near[1]]
                break


def _near(sizes: list[tuple[float, str]], size: float) -> tuple[float, str] | None:
    """The first of some sizes that is about another."""
    at = bisect.bisect_left(sizes, (size * (1 - ABOUT), ""))
    return sizes[at] if at < len(sizes) and sizes[at][0] <= size * (1 + ABOUT) else None


def _measures(number: Number, text: str) -> Iterator[tuple[float, bool, float]]:
    """The pairs of units that a number may be in, by their ratio; whether in the first; and how many."""
    size = float(re.sub(r"[^0-9]", "", number.text) or 0)
    behind = text[number.at : number.at + len(number.text) + 12]
    for times, (first, second) in UNITS if size else ():
        if first.search(behind) or second.search(behind):
            yield times, first.search(behind) is not None, size


def _of_fields(model: Model) -> dict[Path, str]:
    """The fields of a file that have words in its language, with figures in them, by their paths."""
    found: dict[Path, str] = {}
    for step in walk(model, Translated, folded=True):
        items = step.value if isinstance(step.value, tuple) else ()
        texts = [((*step.path, number), item) for number, item in enumerate(items)]
        for path, words in (*texts, (step.path, step.value)):
            if isinstance(words, str) and not step.shape.by_language:
                found[path] = words
    return found


def _sections(document: SourceFile) -> list[tuple[int, str]]:
    """Where each section of a body begins, and its text."""
    ends = [found.start() for found in SECTION.finditer(document.body)]
    spans = zip([0, *ends], [*ends, len(document.body)], strict=True)
    return [(start, document.body[start:end]) for start, end in spans]
