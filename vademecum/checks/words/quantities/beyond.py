"""Numbers beyond what they are of, and counts whose first end is the larger: 110 % des familles, sur 80
personnes 95 ont répondu, des enfants de 12 à 8 ans.

A rise may be of 110 %, and an age may fall "de 12 à 8 ans": each rule asks for who is counted.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from vademecum.checks.rules.needles import Needs, Suspects
from vademecum.checks.rules.slip import Slip, Tell, told
from vademecum.checks.words.quantities import wholes
from vademecum.checks.words.quantities.dates import SPACE
from vademecum.language.regex import regex

ONES = wholes.COUNTED_ONES
_NUMBER = r"(?<![\d,.])(?<!\d[ \u00a0\u202f])"
# What only a part can be of; what rises may rise by more than its whole.
SHARE = {
    "fr": regex(
        rf"(?:(?<!multipli)(?:é|ée|és|ées|ue?s?|ie?s?|te?s?) par|\b[Cc]hez|[Aa]uprès de|concern\w+"
        rf"|représent\w+"
        rf"|touch\w+|regroup\w+)"
        rf"[ \u00a0](?P<share>1(?!00\b)\d\d|[2-9]\d\d){SPACE}?% (?:des|de (?:ses|leurs|nos)) {ONES['fr']}"
        rf"|(?:\A|(?<=[.!?] ))(?P<first>1(?!00\b)\d\d|[2-9]\d\d){SPACE}?% (?:des|de (?:ses|leurs"
        rf"|nos)) {ONES['fr']}"
    ),
    "en": regex(
        rf"\b(?:(?:signed|used|attended|supported|approved|shared|visited|read|chosen) by|reach\w*"
        rf"|cover\w*|represent\w*"
        rf"|involv\w+|concern\w*) (?P<share>1(?!00\b)\d\d|[2-9]\d\d)(?:%| per cent) of (?:the|its"
        rf"|their|our|all) {ONES['en']}"
        rf"|(?:\A|(?<=[.!?] ))(?P<first>1(?!00\b)\d\d|[2-9]\d\d)(?:%| per cent) of (?:the|its|their"
        rf"|our|all) {ONES['en']}"
    ),
}
PART = {
    "fr": regex(
        rf"\b[Ss]ur (?:les |ses |ces |nos )?(?P<whole>\d{{1,6}}) (?P<what>{ONES['fr']})"
        r"(?: [a-zà-ÿ]{3,20}){0,2}, "
        r"(?P<part>\d{1,6})(?![\d,.%]|[ \u00a0\u202f][\d%]) (?:ont|n['’]ont|sont|étaient|avaient"
        r"|viennent|se|seulement)\b"
    ),
    "en": regex(
        rf"\b(?:[Oo]ut of|Of) (?:the |its |these |our )?(?P<whole>\d{{1,6}}) (?P<what>{ONES['en']})"
        r"(?: [a-z]{3,20}){0,2}, "
        r"(?P<part>\d{1,6})(?![\d,.%]) (?:have|has|are|were|had|did|do|came|answered|signed|joined"
        r"|said|voted|took)\b"
    ),
}
# Two parts that shut each other out: yes and no, what some did and the others did not.
_FIRST = r"(?P<first>\d{1,6})(?![\d,.%])"


def _second(number: int) -> str:
    """The other part, in one of the ways that a pattern has of it."""
    return rf",? (?:et|mais|and|but) (?P<second_{number}>\d{{1,6}})(?![\d,.%])"


HALVES = {
    "fr": regex(
        rf"\b[Ss]ur (?:les |ses |ces |nos )?(?P<whole>\d{{1,6}}) {ONES['fr']}"
        rf"(?: [a-zà-ÿ]{{3,20}}){{0,2}}, {_FIRST} "
        rf"(?:(?:ont|avaient|sont) (?P<done>[a-zà-ÿ]{{3,20}})(?: [^.;:,\d]{{1,40}}?)?{_second(1)} "
        r"(?:(?:n['’](?:ont|avaient)|ne sont) pas (?P=done)\b|ne l['’](?:ont|avaient) pas fait\b"
        r"|(?:pas|non)(?=[.,;]|\Z))"
        rf"|ont (?:répondu|dit|voté) (?:oui|pour){_second(2)} (?:ont (?:répondu|dit|voté) )?(?:non|contre)\b"
        rf"|ont accepté{_second(3)} (?:ont )?refusé\b)"
    ),
    "en": regex(
        rf"\b(?:[Oo]ut of|Of) (?:the |its |these |our )?(?P<whole>\d{{1,6}}) {ONES['en']}"
        rf"(?: [a-z]{{3,20}}){{0,2}}, "
        rf"{_FIRST} (?:[a-z]{{3,20}}(?: [^.;:,\d]{{1,40}}?)?{_second(1)} "
        r"(?:did|do|have|had|were|are) not(?=[.,;]|\Z)"
        rf"|(?:said yes|voted for|voted in favour){_second(2)} (?:said no|voted against|no|against)\b"
        rf"|(?:agreed|accepted){_second(3)} refused\b)"
    ),
}
AGES = {
    "fr": regex(
        r"\b(?:enfants?|jeunes|élèves|adolescent(?:e?s)?|filles|garçons|âgée?s?|public) (?:âgée?s )?de "
        r"(?P<first>\d{1,2}) à (?P<last>\d{1,2}) ans\b"
    ),
    "en": regex(
        r"\b(?:children|young people|pupils|girls|boys|teenagers"
        r"|aged)(?: aged)? (?:from )?(?P<first>\d{1,2}) (?:to|and) "
        r"(?P<last>\d{1,2})(?: years?\b|(?= [a-z]{3,})|(?=[.,;)]|\Z))"
    ),
}
BETWEEN = {
    "fr": regex(
        r"(?<!cart )(?<!érence )(?<!hoix )(?<!atio )(?<!match )\b[Ee]ntre "
        r"(?P<first>\d{1,6}) et (?P<last>\d{1,6})[ \u00a0]"
        r"(?:familles|enfants|jeunes|agents|élus|emplois|euros|€|ans|mois|semaines|kilomètres|km"
        r"|associations|partenaires"
        r"|projets|entreprises|bénévoles|réunions|repas|logements|places|pages|minutes|jours|%"
        r"|collectivités|régions)(?!\w)"
    ),
    "en": regex(
        r"(?<!gap )(?<!ference )(?<!match )(?<!hoice )(?<!atio )\b[Bb]etween "
        r"[€£]?(?P<first>\d{1,6}) and [€£]?(?P<last>\d{1,6}) "
        r"(?:families|children|young|agents|councillors|jobs|euros|years|months|weeks|kilometres|km"
        r"|associations|partners"
        r"|projects|businesses|volunteers|meetings|meals|homes|places|pages|minutes|days|per cent"
        r"|municipalities|regions)\b"
    ),
}
# What rises by less than nothing; from -5 to +3 % it may go either way. A growth may be negative.
LESS = {
    "fr": regex(
        r"\b(?:(?:[Hh]ausse|[Aa]ugmentation) (?:annuelle |moyenne )?(?:de |: )"
        r"|augment(?:e|ent|é|ée|és|ait|aient|er) de )"
        rf"[-−–]{SPACE}?\d{{1,6}}(?:[.,]\d{{1,2}})?{SPACE}?(?:%|€|points?\b)(?!{SPACE}(?:à|et){SPACE}[-+−–\d])"
    ),
    "en": regex(
        r"\b(?:(?:[Ii]ncrease|[Rr]ise) of |(?:rose|rises|risen|increased|increases|grew) by )"
        r"[-−–] ?[€£$]?\d{1,6}(?:\.\d{1,2})?(?:%| per cent| points?\b)?(?! (?:to|and) [-+−–\d])"
    ),
}
SIGNS = ("de -", "de −", "de –", ": -", ": −", "of -", "of −", "of –", "by -", "by −", "by –")
NEXT = regex(r"[ \u00a0\u202f]?[\w%€²]{1,20}")
# A number of six digits or more that is not grouped, of what is counted.
_HUNDREDS = r"(?<![\w.,/+-])(?<!n°)(?<![ \u00a0]n°[ \u00a0])(?<!\d[ \u00a0\u202f])"
LONG = {
    "fr": regex(
        rf"{_HUNDREDS}[1-9]\d{{5,11}}(?={SPACE}?(?:€|euros?\b|francs\b|dollars\b"
        rf"|habitants\b|personnes\b))"
    ),
    "en": regex(
        rf"(?:(?<=[€£$])|{_HUNDREDS})[1-9]\d{{5,11}}(?! ?\d)(?:(?<=[€£$]\d{{6}})"
        rf"|(?<=[€£$]\d{{7}})|(?<=[€£$]\d{{8}})"
        r"|(?= (?:euros|pounds|francs|dollars|inhabitants|people|residents)\b))"
    ),
}


def beyond(words: str, language: str) -> Iterator[Slip]:
    """Numbers of a text that are beyond what they are of: code, place, what was found."""
    return told(_suspects(language), words, language)


def _shares(words: str, language: str) -> Iterator[Slip]:
    for found in SHARE[language].finditer(words):
        start = found.start("share" if found["share"] else "first")
        yield "numbers-reversed", start, {"found": words[start : found.end()]}


def _parts(words: str, language: str) -> Iterator[Slip]:
    for found in PART[language].finditer(words):
        if int(found["part"]) > int(found["whole"]):
            yield "numbers-at-odds", found.start(), {"found": found[0]}
    for found in HALVES[language].finditer(words):
        numbers = found.groupdict()
        second = int(next(filter(None, (numbers[f"second_{way}"] for way in (1, 2, 3)))))
        first = int(found["first"])
        if first <= int(found["whole"]) < first + second:
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def _ages(words: str, language: str) -> Iterator[Slip]:
    for pattern in (AGES, BETWEEN):
        for found in pattern[language].finditer(words):
            if int(found["first"]) > int(found["last"]):
                yield "numbers-reversed", found.start(), {"found": found[0]}


def _negative(words: str, language: str) -> Iterator[Slip]:
    for found in LESS[language].finditer(words):
        yield "numbers-at-odds", found.start(), {"found": found[0]}


def _long(words: str, language: str) -> Iterator[Slip]:
    for found in LONG[language].finditer(words):
        behind = NEXT.match(words, found.end())
        yield "number-groups", found.start(), {"found": found[0] + (behind[0] if behind else "")}


def _rules(language: str) -> Iterator[tuple[Needs, Tell]]:
    french = language == "fr"
    yield ("% de",) if french else ("% of", "per cent of"), _shares
    yield (("ur ",) if french else ("ut of ", "Of ")), _parts
    yield (
        (
            (" ans", "ntre ")
            if french
            else ("hildren ", "eople ", "upils ", "girls ", "boys ", "aged ", "etween ")
        ),
        _ages,
    )
    yield re.compile(r"\d{6}").search, _long
    yield SIGNS, _negative
    yield ("%",) if french else ("%", "per cent"), wholes.shares
    yield ("ur ",) if french else ("ut of ", "Of "), wholes.counted
    yield wholes.MAY_BE_AMONG[language], wholes.among


@functools.cache
def _suspects(language: str) -> Suspects[Tell]:
    return Suspects(list(_rules(language)))
