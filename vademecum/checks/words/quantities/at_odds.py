"""Numbers of a sentence that contradict it, or each other: a rise that falls, a sum that is another, the year
of an act and that of its number.

"Baisser de 10 à 20 %" names two bounds, and "passer de 30 000 € à 1,2 M€" two units: only what has no such
reading is told.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from decimal import Decimal

from vademecum.checks.rules.needles import Needs, Suspects
from vademecum.checks.rules.slip import Slip, Tell, told
from vademecum.checks.words.quantities.ahead import ahead
from vademecum.checks.words.quantities.dates import MONTH, MONTHS, SPACE
from vademecum.language.regex import regex

FIGURES = {  # a number with its groups and decimals, as a language has them
    "fr": rf"\d{{1,3}}(?:{SPACE}\d{{3}}(?!\d))+(?:,\d{{1,2}})?|\d{{1,9}}(?:,\d{{1,2}})?",
    "en": r"\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?",
}
_UNIT = {
    "fr": rf"(?:{SPACE}?(?:%|€|[kM]€)|{SPACE}(?:euros|habitants|visiteurs|personnes|communes|points)\b)",
    "en": rf"(?:{SPACE}?%|{SPACE}(?:euros|inhabitants|visitors|people|towns|points|pupils)\b)",
}
# No digit more, and no number that a word or letter makes larger.
_WHOLE = (
    rf"(?![\d/]|[.,]\d|{SPACE}\d|{SPACE}?(?:mill|[mb]illion|bn|Mds?\b|[kmM]\b|thousand|fois\b|times\b|×))"
)


def _span(language: str) -> str:
    """Two numbers, from one to the other, each perhaps with its unit and the year."""
    number, unit = FIGURES[language], _UNIT[language]
    year, to, sign = (
        (rf"(?:{SPACE}en{SPACE}(?:19|20)\d\d)?", "à", "")
        if language == "fr"
        else (rf"(?:{SPACE}in{SPACE}(?:19|20)\d\d)?", "to", "[€£$]?")
    )
    return (
        rf"{sign}(?P<first>{number})(?P<unit>{unit}?)(?P<year>{year}){SPACE}{to}{SPACE}"
        rf"{sign}(?P<last>{number}){_WHOLE}(?P<unit_last>{unit}?)(?!\w)"
    )


FROM = regex(rf"{SPACE}(?:de|from){SPACE}[€£$]?\d")  # which each of these has
# What rises and what falls from one number to another; "de 10 à 20 %" of a fall may be by how much.
UP = {
    "fr": r"\b(?:augment\w+|progress(?:e|ent|é|ée|és|ées|ait|aient)|grimp\w+|cr[uû]|accrue?s?)"
    rf"{SPACE}de{SPACE}{_span('fr')}",
    "en": r"\b(?:rose|rises?|risen|grew|grows?|grown|increased?|increases|climb(?:s|ed)|went up)"
    rf"{SPACE}from{SPACE}{_span('en')}",
}
DOWN = {
    "fr": rf"\b(?:tomb(?:é|ée|és|ées|e|ent|ait)|ramen(?:é|ée|és|ées)){SPACE}de{SPACE}{_span('fr')}",
    "en": r"\b(?:fell|falls?|fallen|dropp?(?:ed|s)?|declined?|decreased?|shrank|shrunk|went down)"
    rf"{SPACE}from{SPACE}{_span('en')}",
}
# The same with the years, which no bounds have.
YEARLY = rf"\b(?:baiss\w+|diminu\w+|recul\w+|chut\w+){SPACE}de{SPACE}{_span('fr')}"
CALLED = {
    "fr": (
        rf"\bpass(?:é|ée|és|ées|e|ent|ait|aient|a|èrent){SPACE}de{SPACE}{_span('fr')}"
        r"(?:[ \u00a0]en (?:19|20)\d\d)?,?[ \u00a0](?:soit|ce qui fait|c['’]est-à-dire)[ \u00a0]une "
        r"(?P<up>hausse|augmentation|progression)?(?P<down>baisse|diminution|chute)?\b"
    ),
    "en": (
        rf"\b(?:went|goes|gone|moved){SPACE}from{SPACE}{_span('en')}(?:[ \u00a0]in (?:19|20)\d\d)?, "
        r"(?:which is )?an? (?P<up>rise|increase)?(?P<down>fall|decrease|drop)?\b"
    ),
}
# Of a rank the smaller number is the higher.
RANKED = regex(
    r"\b(?:rangs?|places?|class\w+|rank\w*|position|palmarès|listes?|tableau|league|tables?|lists?)\b"
)
FAR = 60
# Years from one to the other: "the number fell from 2014 to 2019".
YEAR = regex(r"(?:19|20)\d\d")
SMALL = 10
_PLUS = r"(?<![\w.,+×x*/=-])(?<!\d[ \n\u00a0\u202f])(?!0\d)"
SUM = {
    language: regex(
        rf"{_PLUS}((?:{number})(?:{SPACE}?\+{SPACE}?(?:{number})){{1,5}}){SPACE}?={SPACE}?({number})"
        rf"(?![\d/]|[.,]\d|{SPACE}\d|{SPACE}?[%×x*+/^-])"
    )
    for language, number in FIGURES.items()
}
SHARE = {
    "fr": regex(
        rf"(?<![\d,.])(?<!\d[ \u00a0])(\d{{1,3}}) des (\d{{1,3}}) [a-zà-ÿ]+"
        rf"(?:,? soit|{SPACE}\(soit|{SPACE}\(){SPACE}?(\d{{1,3}}(?:,\d)?){SPACE}?%"
        rf"(?!{SPACE}(?:(?:des?|du|en)\b|d['’]))"
    ),
    "en": regex(
        r"(?<![\d,.])(\d{1,3}) of (?:the|its|their|our) (\d{1,3}) [a-z]+(?:, or | \()(\d{1,3}(?:\.\d)?)"
        r"(?:%| per cent)(?! (?:of|in|by)\b)"
    ),
}
_ACT, _NUMBER = r"\b(?:[Ll]oi|[Dd]écret|[Oo]rdonnance) (?:organique )?", rf"n°{SPACE}?((?:19|20)\d\d)-\d+"
_DATED = rf"du \d\d?(?:er)? (?:{MONTH['fr']}) ((?:19|20)\d\d)"
ACT, DATED_ACT = regex(rf"{_ACT}{_NUMBER} {_DATED}\b"), regex(rf"{_ACT}{_DATED} \({_NUMBER}\)")
_DAY = {
    "fr": rf"(\d\d?)(?:er)? ({MONTH['fr']})(?: ((?:19|20)\d\d))?",
    "en": rf"(\d\d?)(?:st|nd|rd|th)? ({MONTH['en']})(?: ((?:19|20)\d\d))?",
}
DAYS = {
    "fr": regex(rf"\b[Dd]u {_DAY['fr']} au {_DAY['fr']}(?!\d)"),
    "en": regex(rf"\b[Ff]rom {_DAY['en']} to {_DAY['en']}(?!\d)"),
}
# A number with what is counted, so that they are no hours of a night, and no choice of two.
BETWEEN = regex(
    r"(?<!cart )(?<!érence )(?<!hoix )(?<!gap )(?<!ference )(?<!match )\b"
    rf"(?:[Ee]ntre|[Bb]etween) (\d{{1,6}}) (?:et|and) (\d{{1,6}}){SPACE}"
    r"(?:personnes|habitants|visiteurs|élèves|communes|villes|participants"
    r"|people|inhabitants|visitors|pupils|towns)\b"
)
# Parts that no year has; without the year they may be those of a course of study.
PARTS = regex(
    r"\b[3-9]e semestre (?:de )?(?:19|20)\d\d\b|\b[5-9]e trimestre (?:de )?(?:19|20)\d\d\b"
    r"|\b(?:5th|6th|7th|8th|9th|[Ff]ifth) quarter of (?:19|20)\d\d\b"
)
# A century, and a year that is said to be of it.
CENTURY = {
    "fr": regex(r"\b[Aa]u (XVIII|XIX|XX|XXI)e siècle,? (?:en|dès) (1[6-9]\d\d|20\d\d)\b"),
    "en": regex(
        r"\b[Ii]n the (?:early |late |mid-)?(eighteen|nineteen|twentie|twenty-firs|18|19|20|21)(?:th|t|st)"
        r" century,? in (1[6-9]\d\d|20\d\d)\b"
    ),
}
CENTURIES = {
    **{"XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21, "18": 18, "19": 19, "20": 20, "21": 21},
    **{"eighteen": 18, "nineteen": 19, "twentie": 20, "twenty-firs": 21},
}


def at_odds(words: str, language: str) -> Iterator[Slip]:
    """Numbers of a text that cannot be true together: code, place, what was found, and the right one."""
    return told(_suspects(language), words, language)


def number(written: str, language: str) -> Decimal:
    """The number that a language writes so, its groups parted by spaces in French, by commas in English."""
    bare = re.sub(r"[ \u00a0\u202f]" if language == "fr" else ",", "", written)
    return Decimal(bare.replace(",", "."))


def _moved(words: str, language: str) -> Iterator[Slip]:
    """What is said to rise and falls, or the other way round."""
    for found, up in _moves(words, language):
        first, last = (number(found[key], language) for key in ("first", "last"))
        units = {found[key].strip() for key in ("unit", "unit_last") if found[key]}
        if _is_open(found):
            continue
        around = words[max(0, found.start() - FAR) : found.end() + FAR]
        if len(units) < 2 and first != last and (last > first) != up and not RANKED.search(around):
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def _is_open(found: re.Match[str]) -> bool:
    """Whether the two numbers may be years, or of two kinds: from 45 % to 9 in 10, by 12 % at 2 times."""
    years = all(YEAR.fullmatch(found[key]) for key in ("first", "last")) and not found["unit_last"]
    return years or (found["unit"].strip() == "%" and not found["unit_last"])


def _moves(words: str, language: str) -> Iterator[tuple[re.Match[str], bool]]:
    if not FROM.search(words):
        return
    yield from ((found, True) for found in _compiled(UP[language]).finditer(words))
    yield from ((found, False) for found in _compiled(DOWN[language]).finditer(words))
    for found in _compiled(CALLED[language]).finditer(words):
        if found["up"] or found["down"]:
            yield found, bool(found["up"])
    for found in _compiled(YEARLY).finditer(words) if language == "fr" else ():
        if found["year"]:
            yield found, False


def _sums(words: str, language: str) -> Iterator[Slip]:
    """An addition whose sum is another."""
    for found in SUM[language].finditer(words):
        parts = [number(part, language) for part in re.split(r"\+", re.sub(r"[ \u00a0\u202f]", "", found[1]))]
        whole = sum(parts, Decimal(0))
        rounded = Decimal("0.1") * len(parts) if any(part % 1 for part in parts) else 0
        # 1 + 1 = 3; 2019 + 2020 = 812 visitors
        saying = max(parts) < SMALL or all(map(YEAR.fullmatch, re.split(r"\s*\+\s*", found[1])))
        if not saying and abs(whole - number(found[2], language)) > rounded:
            group, point = ("\u00a0", ",") if language == "fr" else (",", ".")
            near = f"{whole:,}".replace(",", "_").replace(".", point).replace("_", group)
            yield "wrong-sum", found.start(), {"found": found[0], "other": near}


def _shares(words: str, language: str) -> Iterator[Slip]:
    """A share in a hundred that is not that of the two numbers before it."""
    for found in SHARE[language].finditer(words):
        part, whole = int(found[1]), int(found[2])
        meant = Decimal(100) * part / whole if whole else Decimal(0)
        if 0 < part <= whole and abs(meant - number(found[3], language)) > 1:
            sign = "\u00a0%" if language == "fr" else "%"
            shown = f"{found[0]})" if "(" in found[0] else found[0]
            yield "wrong-sum", found.start(), {"found": shown, "other": f"{meant:.0f}{sign}"}


def _acts(words: str, _: str) -> Iterator[Slip]:
    """An act of one year whose number is of another."""
    for pattern in (ACT, DATED_ACT):
        for found in pattern.finditer(words):
            if found[1] != found[2]:
                yield "numbers-at-odds", found.start(), {"found": found[0]}


def _backwards(words: str, language: str) -> Iterator[Slip]:
    """Days, and counts, whose last comes before the first."""
    for found in DAYS[language].finditer(words):
        day, month, year, day_last, month_last, year_last = found.groups()
        months = [MONTHS[language].index(one) for one in (month, month_last)]
        # Without a year the first month may be of the year before: du 28 décembre au 3 janvier 2020.
        sure = year == year_last is not None or (year is None and months[0] == months[1])
        if sure and (months[0], int(day)) > (months[1], int(day_last)):
            yield "numbers-reversed", found.start(), {"found": found[0]}


def _between(words: str, _: str) -> Iterator[Slip]:
    for found in BETWEEN.finditer(words):
        if int(found[1]) > int(found[2]):
            yield "numbers-reversed", found.start(), {"found": found[0]}


def _centuries(words: str, language: str) -> Iterator[Slip]:
    """A year of another century than the one that is named."""
    for found in CENTURY[language].finditer(words):
        if CENTURIES[found[1]] not in (int(found[2]) // 100 + 1, (int(found[2]) - 1) // 100 + 1):
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def _parts(words: str, _: str) -> Iterator[Slip]:
    for found in PARTS.finditer(words):
        yield "impossible-day", found.start(), {"found": found[0]}


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, compiled when a text first may break it."""
    return regex(pattern)


RULES: dict[str, tuple[tuple[Needs, Tell], ...]] = {
    "fr": (
        (
            (
                *("augment", "rogress", "grimp", "cru de ", "crû de ", "accru", "tomb", "ramen"),
                *("aiss", "iminu", "ecul", "hut", "pass"),
            ),
            _moved,
        ),
        ((" = ", "\u00a0= ", "\u202f= ", " =\u00a0", "\u00a0=\u00a0"), _sums),
        (("%",), _shares),
        (("n° 19", "n° 20", "n°\u00a019", "n°\u00a020", "n°19", "n°20"), _acts),
        ((" au ",), _backwards),
        (tuple(f" 20{tens}" for tens in range(2, 10)), ahead),
        (("e siècle",), _centuries),
        (("ntre ",), _between),
        (("emestre ", "rimestre "), _parts),
    ),
    "en": (
        ((" from ",), _moved),
        ((" = ",), _sums),
        (("%", "per cent"), _shares),
        (("rom ",), _backwards),
        (tuple(f" 20{tens}" for tens in range(2, 10)), ahead),
        ((" century",), _centuries),
        (("etween ",), _between),
        (("quarter of ",), _parts),
    ),
}


@functools.cache
def _suspects(language: str) -> Suspects[Tell]:
    return Suspects(RULES[language])
