"""One number that two languages have of other units: six months and six weeks, five kilometres and miles.

Told is a number in words, or of few figures, that each text has of units that the other never has it of.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.bilingual.small_numbers import RUN
from vademecum.checks.bilingual.units import NAMES
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.spoken_numbers import come_to
from vademecum.language.regex import regex

_NAMES = "|".join(sorted(NAMES, key=len, reverse=True))
_BETWEEN = (
    r"[ \u00a0\u202f-](?:(?:longue?s?|long|petite?s?|courte?s?|full|whole|short|more|autres|other)[ ])?"
)
MEASURE = {
    language: regex(rf"(?:(?<![\w.,/–€$£-])(\d{{1,3}})|{run.pattern}){_BETWEEN}({_NAMES})\b")
    for language, run in RUN.items()
}
# One of them, in words that stand for other things as well.
ONE = {
    "fr": regex(r"\b(?:[Uu]n|[Uu]ne|1)[ \u00a0](an|année|mois|semaine|heure|minute)\b"),
    "en": regex(
        r"(?<!once )(?<!twice )(?<!times )\b(?:[Oo]ne|1|(?<=[Ff]or )an?|(?<=[Ii]n )an?|(?<=[Ww]ithin )an?"
        r"|(?<=lasts )an?|[Aa]n?(?= \w+ (?:later|ago|after|before)\b))[ -](year|month|week|hour|minute)\b"
    ),
}
# What the name of each has in it.
IN_UNIT = {
    "fr": (
        *(" an", "mois", "emaine", "jour", "nuit", "heure", "minut", "seconde", "mestre", "écenni", "siècle"),
        *(" km", "mètre", "mile", " ha", "acre", "kg", "kilo", "tonne", "euro", "dollar", "illi"),
    ),
    "en": (
        *("year", "month", "week", "day", "night", "hour", "minute", "second", "quarter", "term", "decade"),
        *("centur", "semester", " km", "metre", "mile", "foot", "feet", "yard", " ha", "hectare", "acre"),
        *("kg", "kilo", "tonne", "euro", "dollar", "illion"),
    ),
}
Measures = dict[int, dict[str, tuple[str, int]]]  # by number: its units, each as it stands first


def other_spans(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first number that a text in our language has of another unit than the other text."""
    mine = _measures(here, ours)
    others = _measures(there, theirs) if mine else {}
    for number, units in mine.items():
        if number in others and units.keys().isdisjoint(others[number]):
            (found, at), (other, _) = next(iter(units.values())), next(iter(others[number].values()))
            yield "number-differs", at, {"found": found, "other": other}
            return


def _measures(text: str, language: str) -> Measures:
    """The numbers of a text that have a unit, with all units that each has."""
    found: Measures = {}
    for one in MEASURE[language].finditer(text):
        number = int(one[1]) if one[1] else come_to(one[0].rpartition(one[2])[0], language)
        found.setdefault(number, {}).setdefault(NAMES[one[2]], (one[0], one.start()))
    for one in ONE[language].finditer(text):
        found.setdefault(1, {}).setdefault(NAMES[one[1]], (one[0], one.start()))
    return found
