"""Numbers that two languages give to each other's things: *23 pour, 12 contre*, *12 for and 23 against*.

Read is what a number counts, as far as both languages are known to call it so, and the year that it is of:
either may stand first in a sentence. Told are two of them whose numbers are exchanged.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from vademecum.checks.bilingual.comparison import DIGITS, Comparison
from vademecum.checks.bilingual.small_numbers import IN_NUMBERS, RUN
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.spoken_numbers import come_to
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex

# What each language calls a thing that is counted, French first.
THINGS = (
    (r"(?:voix |votes )?pour(?= et\b|[.,;]|\Z)", r"(?:votes? )?(?:for|in favour)"),
    (r"(?:voix |votes )?contre(?=[.,;]|\Z| et\b)", r"(?:votes? )?against"),
    ("abstentions?", "abstentions?"),
    ("hommes?", "m[ae]n"),
    ("femmes?", "wom[ae]n"),
    ("garçons?", "boys?"),
    ("filles?", "girls?"),
    ("enfants?", "child(?:ren)?"),
    ("adultes?", "adults?"),
    ("villes?", "towns?|cit(?:y|ies)"),
    ("communes?", "municipalit(?:y|ies)"),
    ("régions?", "regions?"),
    ("départements?", "departments?"),
    ("pays", "countr(?:y|ies)"),
    ("écoles?", "schools?"),
    ("élèves?", "pupils?"),
    ("élue?s?", "councillors?|(?:elected )?members?"),
    ("agents?", "officers?"),
    ("associations?", "associations?"),
    ("entreprises?", "firms?|companies|businesses"),
    ("projets?", "projects?"),
    ("partenaires?", "partners?"),
    ("habitants?", "inhabitants?|residents?"),
)
_FIGURES = r"\d(?<![\w.,/–€$£-]\d)(?<!\d[ \u00a0\u202f]\d)\d{0,2}(?:[ ,\u00a0\u202f]\d{3})*(?![.,]?\d)"
_OF = {language: "|".join(f"({row[side]})" for row in THINGS) for side, language in enumerate(LANGUAGES)}
COUNTED = {
    language: regex(rf"({_FIGURES}|{RUN[language].pattern})[ \u00a0](?:{things})(?!\w)")
    for language, things in _OF.items()
}
OF_YEAR = regex(rf"\b[EeIi]n ((?:19|20)\d\d),? ({_FIGURES})")
VOTES = regex(rf"({_FIGURES})[ \u00a0](?:voix|votes) (?:contre|to|against) ({_FIGURES})")
Counted = dict[str, tuple[int, str, int]]  # by what is counted: how many, how it is written, where


def exchanged_numbers(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first two things of which each text gives one the number of the other."""
    mine = _counted(here, ours)
    others = _counted(there, theirs) if len(mine) > 1 else {}
    shared = [thing for thing in mine if thing in others]
    for one, other in itertools.pairwise(shared):
        pair, its = (mine[one][0], mine[other][0]), (others[one][0], others[other][0])
        if pair == its[::-1] and pair != its:
            found, at = mine[one][1:]
            yield "number-differs", at, {"found": found, "other": others[one][1]}
            return


def _counted(text: str, language: str) -> Counted:
    """How many a text has of each thing, of which it has one number."""
    found: Counted = {}
    several: set[str] = set()
    for thing, number, written, at in (*_things(text, language), *_years(text), *_votes(text)):
        if found.setdefault(thing, (number, written, at))[0] != number:
            several.add(thing)
    return {thing: one for thing, one in found.items() if thing not in several}


def _things(text: str, language: str) -> Iterator[tuple[str, int, str, int]]:
    for one in COUNTED[language].finditer(text):
        yield str(one.lastindex), _value(one[1], language), one[0], one.start()


def _years(text: str) -> Iterator[tuple[str, int, str, int]]:
    for one in OF_YEAR.finditer(text):
        yield f"in {one[1]}", _value(one[2], ""), one[0], one.start()


def _votes(text: str) -> Iterator[tuple[str, int, str, int]]:
    for one in VOTES.finditer(text):
        for side in (1, 2):
            yield f"votes {side}", _value(one[side], ""), one[0], one.start()


def _value(written: str, language: str) -> int:
    digits = "".join(filter(str.isdecimal, written))
    return int(digits) if digits else come_to(written, language)


COMPARISON = Comparison(
    {language: (*DIGITS, *words) for language, words in IN_NUMBERS.items()}, exchanged_numbers
)
