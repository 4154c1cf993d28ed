"""Times that a sentence gets wrong: from 2014 to 2018, or six years; from 6 pm to 4 pm; in a century to come,
what is told as done.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Slip, Tell, told
from vademecum.checks.words.quantities.dates import SPACE
from vademecum.checks.words.quantities.spoken_numbers import NUMBERS
from vademecum.language.regex import regex

_COUNT = {
    language: "|".join((r"\d{1,2}", *(word for word, number in words.items() if 1 < number <= 20)))
    for language, words in NUMBERS.items()
}
YEARS = {
    "fr": regex(
        rf"\b[Dd]e (?P<first>(?:19|20)\d\d) à (?P<last>(?:19|20)\d\d),? (?:soit|c['’]est-à-dire)"
        rf" (?P<count>{_COUNT['fr']}){SPACE}(?:ans|années)\b(?! (?:plus|après|avant|et)\b)"
    ),
    "en": regex(
        rf"\b[Ff]rom (?P<first>(?:19|20)\d\d) (?:to|until) (?P<last>(?:19|20)\d\d), (?:or|that is,?|i\.e\.,?)"
        rf" (?P<count>{_COUNT['en']}) years\b(?! (?:more|after|before|and)\b)"
    ),
}
HOURS = {
    "fr": regex(
        rf"\b[Dd]e (?P<first>\d\d?){SPACE}?h(?:{SPACE}?\d\d)? à (?P<last>\d\d?){SPACE}?h(?:{SPACE}?\d\d)?\b"
    ),
    "en": regex(r"\b[Ff]rom (?P<first>\d\d?)(?:[.:]\d\d)? ?pm to (?P<last>\d\d?)(?:[.:]\d\d)? ?pm\b"),
}
NOON, SHORTEST_NIGHT = 12, 6  # hours by which what goes on over midnight ends before it began
_DONE = {"fr": "a|ont|avait|avaient|était|étaient|fut|furent", "en": "has|have|had|was|were"}
CENTURY = {
    "fr": regex(rf"\b[Aa]u XXI(?:I{{1,2}}|V)e siècle, [^.;:,]{{1,60}}? (?:{_DONE['fr']}) "),
    "en": regex(
        r"\b[Ii]n the (?:22nd|23rd|24th|twenty-second|twenty-third) century, "
        rf"[^.;:,]{{1,60}}? (?:{_DONE['en']}) "
    ),
}


def lengths(words: str, language: str) -> Iterator[Slip]:
    """Times of a text that are not what it says of them: code, place, what was found."""
    return told(_suspects(language), words, language)


def _years(words: str, language: str) -> Iterator[Slip]:
    for found in YEARS[language].finditer(words):
        count = found["count"]
        said = int(count) if count.isdigit() else NUMBERS[language][count]
        years = int(found["last"]) - int(found["first"])
        if years >= 0 and said not in (years, years + 1):  # the first of them is counted too, or is not
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def _hours(words: str, language: str) -> Iterator[Slip]:
    """Hours of one day that run backwards; those of a night end long before the hour that they began at."""
    for found in HOURS[language].finditer(words):
        first, last = int(found["first"]) % 24, int(found["last"])
        if language == "en":
            first, last = first % NOON, last % NOON
        if last < first < last + SHORTEST_NIGHT and last:
            yield "numbers-reversed", found.start(), {"found": found[0]}


def _centuries(words: str, language: str) -> Iterator[Slip]:
    for found in CENTURY[language].finditer(words):
        yield "numbers-reversed", found.start(), {"found": found[0].strip()}


@functools.cache
def _suspects(language: str) -> Suspects[Tell]:
    if language == "fr":
        return Suspects(
            ((("soit ", "est-à-dire "), _years), ((" à ",), _hours), (("e siècle,",), _centuries))
        )
    return Suspects((((" years",), _years), (("pm to ",), _hours), ((" century,",), _centuries)))
