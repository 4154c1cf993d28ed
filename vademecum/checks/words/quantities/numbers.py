"""Numbers in running words that are written as the other language does.

A rule asks for the word behind the number, where the same signs mean something else in another place: 12,500
in French is a decimal of a kilometre and a slip of inhabitants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.at_odds import at_odds
from vademecum.checks.words.quantities.beyond import beyond
from vademecum.checks.words.quantities.dates import DIGIT, SPACE, days
from vademecum.checks.words.quantities.lengths import lengths
from vademecum.checks.words.quantities.reckoned import reckoned
from vademecum.document.origin import Origin
from vademecum.language.languages import LANGUAGES, language_in
from vademecum.language.regex import regex
from vademecum.sources.library import language_of

START = r"(?<![\w.,+/-])(?<!\d[ \u00a0\u202f])"
# The same, looked for behind the first digit of a number, so that it is asked at digits alone.
_BEGUN = r"(?<![\w.,+/-].)(?<!\d[ \u00a0\u202f].)"
# What is counted one by one, in the plural; what is measured may have three decimals.
COUNTED = {
    "fr": (
        rf"(?:{SPACE}(?!(?:million|milliard|tonne|kilomètre|mètre|hectare|litre|degré|point|seconde|kilo|gramme)s|fois|mois\b|enfants{SPACE}par{SPACE}femme)"
        # A price of one may have three decimals.
        rf"[a-zà-ÿ]{{3,}}[sx]\b|{SPACE}?€(?!{SPACE}?(?:par\b|/|l[ea] |l['’])))"
    ),
    "en": (
        rf"{SPACE}(?!(?:million|billion|tonne|kilometre|metre|hectare|litre|degree|point|second|time|kilo|gram)s?\b"
        r"|was|has|children[ \u00a0]per[ \u00a0]woman)"
        r"(?:[a-z]{3,}s|people|children|women|men)\b"
    ),
}
_SHORT = rf"{SPACE}?(?:[%€]|[kM]€|Md€)"
MEASURED = {
    "fr": rf"{_SHORT}|{SPACE}(?:millions?|milliards?|euros?|kilomètres?|km²?|hectares?|points?"
    r"|jours?|heures?|mois|ans?|années?|minutes?|tonnes?|kg|fois)\b",
    "en": rf"{_SHORT}|{SPACE}(?:million|billion|euros?|kilometres?|km²?|hectares?|points?|per cent"
    r"|days?|hours?|months?|years?|minutes?|tonnes?|kg|times)\b",
}
# The rate of the CFA franc to the euro, which has three.
_NO_RATE = r"(?!(?<=6)55[.,]957\b)"
# A language's numbers as the other has them: groups of three digits, then decimals.
GROUPS = {
    "fr": regex(
        rf"[1-9]{_BEGUN}{_NO_RATE}\d?\d?(?:(?:,\d{{3}}){{2,}}|(?:,\d{{3}}|(?:\.\d{{3}})+)(?={COUNTED['fr']}))(?![\d,]|\.\d)"
    ),
    "en": regex(
        rf"[1-9]{_BEGUN}(?:\d?\d?(?:(?:{SPACE}\d{{3}})+|(?:\.\d{{3}})+)(?={COUNTED['en']})"
        # A price of one may have three decimals, of which the last is seldom two noughts.
        r"|(?<=[€£].)\d?\d?(?:(?:\.\d{3}){2,}|\.\d00|(?<=[€£]\d\d\d)\.\d{3})"
        r"(?![\d,]|\.\d| ?(?:per|an?|each|/)\b))"
    ),
}
DECIMALS = {
    "fr": regex(rf"\d{_BEGUN}\d{{0,2}}\.\d{{1,2}}(?={MEASURED['fr']})"),
    "en": regex(rf"\d{_BEGUN}\d{{0,2}},\d{{1,2}}(?={MEASURED['en']})"),
}
# Groups and decimals, both as the other language has them.
MIXED = {
    "fr": regex(
        rf"{START}[1-9]\d?\d?(?:(?:(?:,\d{{3}})+|(?:{SPACE}\d{{3}})+)\.\d{{1,2}}|(?:\.\d{{3}})+,\d{{1,2}})(?!\d)"
    ),
    "en": regex(rf"{START}[1-9]\d?\d?(?:(?:\.\d{{3}})+|(?:{SPACE}\d{{3}})+),\d{{1,2}}(?!\d)"),
}
# Groups of two or four digits, before what is counted or where a nought begins them, as no year and no code
# of a place does; a full stop within. "le 12 34 personnes", "le 04 79 60 20 20" are a day and a telephone.
_PEOPLE = {
    "fr": rf"{SPACE}?€|{SPACE}(?:euros|francs|dollars|habitants|personnes|visiteurs|participants|élèves)\b",
    "en": rf"{SPACE}(?:people|inhabitants|residents|visitors|participants|pupils|jobs)\b",
}
# The number of a file is none of things.
_NO_FILE = (
    r"(?<!n°[ \u00a0])(?<!\b[Nn]o[ \u00a0])(?<!\b[Nn]o\.[ \u00a0])(?<!\b[Nn]os[ \u00a0])(?<!n°)"
    r"(?<!ossier )(?<!onvention )(?<!\b[Ff]ile )"
)
_FOUR = rf"0\d{{3}}(?![\d.,]\d|\d|{SPACE}?\d)"
UNEVEN = {
    "fr": regex(
        rf"{START}{_NO_FILE}(?<!\b[Ll]e )(?<!\b[Dd]u )(?<!\b[Aa]u )(?<!\bh[ \u00a0])"
        rf"[1-9]\d?\d?(?:{SPACE}\d{{3}})*"
        rf"(?:{SPACE}{_FOUR}|(?<=\d\d){SPACE}\d\d(?={_PEOPLE['fr']})|{SPACE}0\d(?={_PEOPLE['fr']})"
        rf"|[.,]{SPACE}000(?!\d)|{SPACE}[1-9]\d{{3}}(?={SPACE}?€))"
    ),
    "en": regex(
        rf"{START}{_NO_FILE}[1-9]\d?\d?(?:[, ]\d{{3}})*"
        rf"(?:[, ]{_FOUR}|,\d\d(?={_PEOPLE['en']})"
        rf"|[ ]0\d(?={_PEOPLE['en']}|{SPACE}(?:euros|dollars|pounds)\b)"
        rf"|[.,]{SPACE}000(?!\d))"
        r"|(?<=[€£])[1-9]\d?\d?(?:(?:,\d{3})*,\d{4}|(?:,\d{3})+,\d\d)(?![\d,])"
    ),
}
# A space at the comma of cents: 12 500, 50 €.
BESIDE_COMMA = regex(rf"{START}[1-9]\d{{0,2}}{SPACE}\d{{3}}(?:,{SPACE}\d\d|{SPACE},{SPACE}?\d\d?){SPACE}?€")
# Letters among digits: 2O19, l998, 1O %, 1O OOO.
LETTERS = regex(
    rf"(?<![\w.,-])(?:(?=\d+[OolI])[12][\dOolI]{{3}}(?<![lo])(?![\w-]|\.\w)|[lI]9\d\d(?!\w)"
    r"|(?<!['’])l\d{1,2}(?= [a-zà-ÿ]{3,}s\b)|\d{1,2}O(?= [a-zà-ÿ]{3,}s\b)|(?<=\bde )O(?=[ \u00a0\u202f]€)"
    rf"|\d{{1,2}}O(?={SPACE}\d{{3}}{SPACE})|l(?={SPACE}\d{{3}}{SPACE}?(?:€|euros|habitants|personnes)\b)"
    rf"|\d{{1,3}}O?[ ,\u00a0\u202f]OOO(?!\w)"
    rf"|\d{{1,12}}O{{1,3}}(?={SPACE}?(?:[%€]|euros\b|habitants\b|inhabitants\b|people\b)))"
)
# What each of the last three has, told in a tenth of the time.
ODD = regex(
    r"\d(?:[ ,.\u00a0\u202f]{1,2}(?:\d{4}|000|\d\d?(?!\d)|OOO)|[OolI])|[lI](?:\d| \d{3})|O[ \u00a0\u202f]€"
)
DIGITS = str.maketrans("OolI", "0011")
MARKS = {"fr": (" ", ","), "en": (",", ".")}  # between groups, before decimals
RATE = regex(
    r"\b(?:vaut|valait|valent|worth|change|(?<!\b[Aa]u )cours|taux|litre|kilo|rate"
    r"|(?:[Pp]our|[Ff]or) (?:1|une?|one) (?:euro|dollar|livre|pound))\b(?:[^.;!?]|\.\d)*\Z"
)  # of a currency: it has three decimals
NEXT = regex(r"[ \u00a0\u202f]?[\w%€²]{1,20}")


def spoken(origin: Origin) -> str:
    """The language of a text: the key that its path ends in, else its file's; "" where neither says,
    and of a text that stands once for all languages.
    """
    path, held = origin.path, origin.file.values
    if path and path[-1] in LANGUAGES and path not in held and path[:-1] in held:
        return ""
    return language_in(path) or language_of(origin.file.path)


def numbers(words: str, language: str) -> Iterator[Slip]:
    """What is wrong with the numbers in some words of a language: code, place, what was found and meant."""
    if language in LANGUAGES:
        yield from reckoned(words, language)  # some count in words alone
        yield from lengths(words, language)
    if language not in LANGUAGES or not (DIGIT.search(words) or "O\u00a0€" in words or "O €" in words):
        return
    group, point = MARKS[language]
    for found in GROUPS[language].finditer(words):
        several = len(re.findall(r"\D\d{3}", found[0])) > 1  # groups: no rate has them
        if several or not RATE.search(words[max(0, found.start() - 60) : found.start()]):
            yield _other_form(words, found, re.sub(r"\D", group, found[0]))
    for found in DECIMALS[language].finditer(words):
        yield _other_form(words, found, re.sub(r"\D", point, found[0]))
    if ODD.search(words):
        yield from _odd(words, language)
    yield from days(words, language)
    yield from at_odds(words, language)
    yield from beyond(words, language)


def _odd(words: str, language: str) -> Iterator[Slip]:
    """Numbers that no language writes so: signs of both, groups of two or four digits, letters."""
    group, point = MARKS[language]
    for found in MIXED[language].finditer(words):
        whole, decimals = re.split(r"[,.](?=\d{1,2}\Z)", found[0])
        yield _other_form(words, found, f"{re.sub(r'[^0-9]', group, whole)}{point}{decimals}")
    for found in UNEVEN[language].finditer(words):
        behind = NEXT.match(words, found.end())
        yield "number-groups", found.start(), {"found": found[0] + (behind[0] if behind else "")}
    for found in BESIDE_COMMA.finditer(words) if language == "fr" else ():
        near = re.sub(rf"{SPACE}?,{SPACE}?", ",", found[0])
        yield "typing-slip", found.start(), {"found": found[0], "nearest": near}
    for found in LETTERS.finditer(words):
        values = {"found": found[0], "nearest": found[0].translate(DIGITS)}
        yield "typing-slip", found.start(), values


def _other_form(words: str, found: re.Match[str], meant: str) -> Slip:
    behind = NEXT.match(words, found.end())
    after = behind[0] if behind else ""
    in_french = " " in meant or ("," in meant and "," not in found[0])
    apart = "\u00a0" if in_french and after.startswith(("%", "€")) else ""
    return "number-form", found.start(), {"found": found[0] + after, "nearest": meant + apart + after}
