"""Parts of a whole that shut each other out, and that are more than the whole: 45 % yes, 35 % no, 30 %
without an opinion; 25 of the 20 people.

Shares that may overlap (20 approve, 15 come from the region) are left alone: each part has its own stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.dates import SPACE
from vademecum.checks.words.quantities.in_words import IN_A_ROW, value
from vademecum.language.regex import regex

# Who is counted by their number.
COUNTED_ONES = {
    "fr": r"(?:familles|personnes|habitants|élèves|enfants|jeunes|communes|villes|agents|élus|participants"
    r"|visiteurs|associations|entreprises|partenaires|collectivités|répondants|bénévoles|femmes|hommes"
    r"|projets|régions|membres)\b",
    "en": r"(?:families|people|inhabitants|residents|pupils|children|towns|municipalities|councils"
    r"|councillors|participants|visitors|associations|businesses|partners|respondents|volunteers|women|men"
    r"|projects|households|regions|members)\b",
}
_STANDS = {
    "fr": r"(?:approuv(?:ent|aient)|désapprouv(?:ent|aient)|refus(?:ent|aient)|hésit(?:ent|aient)"
    r"|s['’]absti(?:ennent|enaient)|ne se prononc(?:ent|aient) pas|ne sa(?:vent|vaient) pas"
    r"|oui|non|pour|contre|favorables|opposés|défavorables|indécise?s?|neutres|satisfaite?s|insatisfaite?s|mécontente?s"
    r"|sans (?:avis|opinion|réponse)|abstentions?|hommes|femmes|ont (?:approuvé|refusé|hésité))",
    "en": r"(?:approved?|disapproved?|refused?|hesitated?|abstain(?:ed)?|yes|no opinion|no(?! [a-z])"
    r"|for|against|in favour|opposed|undecided|neutral|satisfied|dissatisfied|unsure|without an opinion"
    r"|abstentions?|men|women)",
}
_LEAD = {
    "fr": r"(?:de |d['’]|sont |étaient |ont (?:voté |dit |répondu )|votent |disent |répondent |se disent )?",
    "en": r"(?:are |were |is |voted |vote |said |say |had |have )?",
}
_MORE = {"fr": r"(?:, (?:et )?| et | contre | ; )", "en": r"(?:, (?:and )?| and |; )"}
_NUMBER = rf"\d{{1,6}}(?:[.,]\d)?(?!\d|{SPACE}\d)"
_PART = {
    language: rf"{_NUMBER}{{0}} {_LEAD[language]}{_STANDS[language]}(?![\w’'-])" for language in ("fr", "en")
}
_SHARE = {"fr": rf"{SPACE}?%", "en": r"(?:%| per cent)"}


def _parts(language: str, sign: str) -> str:
    """Two to five parts in a row, each with its stand."""
    one = _PART[language].replace("{0}", sign)
    return rf"{one}(?:{_MORE[language]}{one}){{1,4}}"


SHARES = {
    language: regex(rf"(?<![\d,.-])(?<!\d[ \u00a0]){_parts(language, sign)}")
    for language, sign in _SHARE.items()
}
COUNTED = {
    "fr": regex(
        rf"\b[Ss]ur (?:les |ses |ces |nos )?(?P<whole>\d{{1,6}})(?: [a-zà-ÿ]{{3,20}}){{1,3}}, "
        rf"(?P<parts>{_parts('fr', '')})"
    ),
    "en": regex(
        rf"\b(?:[Oo]ut of|Of) (?:the |its |these |our )?(?P<whole>\d{{1,6}})(?: [a-z]{{3,20}}){{1,3}}, "
        rf"(?P<parts>{_parts('en', '')})"
    ),
}
_YEAR = r"(?!(?:19|20)\d\d\b)"
# Behind a word that is counted by its number (lot 25 des 20 communes) it is no part.
MAY_BE_AMONG = {
    "fr": re.compile(r"\d d(?:es|e \w{3,5}) \d").search,
    "en": re.compile(r"\d of \w{3,5} \d").search,
}
AMONG = {
    "fr": regex(
        rf"(?:\A|(?<=[.!?,;:(] )|(?<=\bque )|(?<=\bpar )|(?<=seulement )){_YEAR}(?P<part>\d{{1,6}})"
        rf" (?:des|de (?:ses|leurs|nos|ces)) (?P<whole>\d{{1,6}}) {COUNTED_ONES['fr']}"
    ),
    "en": regex(
        rf"(?:\A|(?<=[.!?,;:(] )|(?<=\bthat )|(?<=\bby )|(?<=only )){_YEAR}(?P<part>\d{{1,6}})"
        rf" of (?:the|its|their|our|these) (?P<whole>\d{{1,6}}) {COUNTED_ONES['en']}"
    ),
}
_WHOLE = {
    language: rf"(?<![\d,.-])(?<!\d{SPACE})(?P<whole>\d{{1,6}}|{IN_A_ROW[language]})"
    for language in ("fr", "en")
}
# What follows a part that is of those who were counted before, and of no others.
_OF_THESE = {
    "fr": r"(?=[.,;)]|\Z"
    r"| (?!de (?:leurs?|ses?|nos|ces) )(?:en|de|du|des|à|au|hors|sont|ont|étaient|femmes|hommes|venus|issus)"
    r"\b)",
    "en": r"(?=[.,;)]|\Z| (?!of (?:the|their|its|our|these) )"
    r"(?:in|from|of|outside|are|were|have|women|men)\b)",
}
# What those who are counted did, with nothing that a number behind it could be of.
_DID = {
    "fr": r"(?: (?:ont (?:signé|répondu|participé|adhéré)|sont (?:venue?s|concernée?s)|participent))?",
    "en": r"(?: (?:signed|answered|took part|joined|responded|came))?",
}
INCLUDED = {
    "fr": regex(
        rf"{_WHOLE['fr']} {COUNTED_ONES['fr']}{_DID['fr']},? "
        rf"dont (?P<part>\d{{1,6}}|{IN_A_ROW['fr']}){_OF_THESE['fr']}"
    ),
    "en": regex(
        rf"{_WHOLE['en']} {COUNTED_ONES['en']}{_DID['en']}, "
        rf"(?:of wh(?:ich|om) |including )?(?P<part>\d{{1,6}}|{IN_A_ROW['en']})"
        rf"(?: of (?:them|which|whom)\b|{_OF_THESE['en']})"
    ),
}
OUT_OF = {
    "fr": regex(
        rf"\b[Ss]ur (?:les |ses |ces |nos )?{_WHOLE['fr']} {COUNTED_ONES['fr']}, "
        rf"(?P<part>\d{{1,6}}|{IN_A_ROW['fr']}) (?:ont|sont|avaient|étaient|auront|seront)\b"
    ),
    "en": regex(
        rf"\b[Oo]ut of (?:the |its |these |our )?{_WHOLE['en']} {COUNTED_ONES['en']}, "
        rf"(?P<part>\d{{1,6}}|{IN_A_ROW['en']}) (?:have|has|had|are|were|will|[a-z]{{2,15}}ed|took|came)\b"
    ),
}
NUMBER = regex(r"\d{1,6}(?:[.,]\d)?")
STAND = {language: regex(rf"{stands}(?![\w’'-])") for language, stands in _STANDS.items()}
ALL = Decimal(102)  # two more than a hundred come of rounding


def shares(words: str, language: str) -> Iterator[Slip]:
    """Shares in a hundred that are more than all together."""
    for found in SHARES[language].finditer(words):
        if _are_apart(found[0], language) and _sum(found[0]) > ALL:
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def counted(words: str, language: str) -> Iterator[Slip]:
    """Counts of those who took a stand that are more than all who are counted."""
    for found in COUNTED[language].finditer(words):
        if _are_apart(found["parts"], language) and _sum(found["parts"]) > int(found["whole"]):
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def among(words: str, language: str) -> Iterator[Slip]:
    """More of some than there are: 25 of the 20 towns."""
    yield from _more_than_all(AMONG[language], words, language)


def included(words: str, language: str) -> Iterator[Slip]:
    """More of some than there are: 45 members, of which 50 in France."""
    yield from _more_than_all(INCLUDED[language], words, language)


def out_of(words: str, language: str) -> Iterator[Slip]:
    """More of some than there are: out of 20 projects, 30 succeeded."""
    yield from _more_than_all(OUT_OF[language], words, language)


def _more_than_all(pattern: re.Pattern[str], words: str, language: str) -> Iterator[Slip]:
    for found in pattern.finditer(words):
        if value(found["part"], language) > value(found["whole"], language):
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def _are_apart(parts: str, language: str) -> bool:
    """Whether each part has a stand that no other has."""
    stands = STAND[language].findall(parts)
    return len(stands) == len(set(stands)) == len(NUMBER.findall(parts))


def _sum(parts: str) -> Decimal:
    return sum((Decimal(number.replace(",", ".")) for number in NUMBER.findall(parts)), Decimal(0))
