"""What two languages say of one number otherwise: of what share, at what rate, more than it or less, in a
hundred or by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from vademecum.checks.bilingual.comparison import DIGITS, Comparison
from vademecum.checks.bilingual.passages import whole_or_sentence
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.spoken_numbers import NUMBERS, come_to
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex

SHARES = {
    "fr": ("moitié", "tiers", "quart", "cinquième", "dixième"),
    "en": ("alf", "third", "quarter", "fifth", "tenth"),
}
SHARE = {
    "fr": regex(
        r"\b(?:[Ll]a (?P<half>moitié)|(?:[Ll]es )?(?P<times>[Uu]n|[Ll]e|[Dd]eux|[Tt]rois|[Qq]uatre)"
        r" (?P<part>tiers|quart|cinquième|dixième)s?) (?=des? |du |d['’](?!h))"
        r"|(?:(?<=de )|(?<=ron ))(?:la )?(?P<by_half>moitié)\b"
        r"|(?:(?<=d['’])|(?<=moins )|(?<=de )|(?<=ron )|(?<=que ))(?P<once>un) "
        r"(?P<by>tiers|quart|cinquième|dixième)\b"
    ),
    "en": regex(
        r"(?<!first )(?<!second )(?<!last )(?<!latter )(?<!other )\b(?:(?P<half>[Hh]alf)"
        r"|(?P<times>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)[ -](?P<part>third|quarter|fifth|tenth)s?)"
        r" (?=of |the |its |their |all )"
        r"|(?:(?<=by )|(?<=ver )|(?<=than )|(?<=least )|(?<=most )|(?<=nder )|(?<=arly )|(?<=bout )"
        r"|(?<=some )|(?<=to ))(?:(?P<by_half>half)"
        r"|(?P<once>an?|one|two)[ -](?P<by>third|quarter|fifth|tenth)s?)\b"
    ),
}
PARTS = {
    "tiers": 3,
    "third": 3,
    "quart": 4,
    "quarter": 4,
    "cinquième": 5,
    "fifth": 5,
    "dixième": 10,
    "tenth": 10,
}
_NUMBER = r"(\d{1,3}(?:[ ,.\u00a0\u202f]\d{3}){1,4}|\d{1,9})"
_OF = r"[ \u00a0\u202f]?(?:[€$£]|euros?|[a-zà-ÿ]+)?[ ]"
OF_TIME = {
    "fr": (" par an", " par mois", " par semaine", " par jour", " par heure"),
    "en": (" a year", " a month", " a week", " a day", "n hour", " per ", " every ", " each "),
}
RATE = {
    "fr": regex(rf"{_NUMBER}{_OF}par (an|mois|semaine|jour|heure)\b"),
    "en": regex(rf"{_NUMBER}(?:{_OF}|[ ])(?:an?|per|every|each) (year|month|week|day|hour)\b"),
}
SPANS = {"an": "year", "mois": "month", "semaine": "week", "jour": "day", "heure": "hour"}
THAN = {
    "fr": ("lus de ", "oins de ", "u moins ", "u plus ", "usqu"),
    "en": (" than ", "ver ", "nder ", "t least ", "t most ", "p to "),
}
_WORDS = {language: "|".join(sorted(words, key=len, reverse=True)) for language, words in NUMBERS.items()}
_ROW = {
    language: rf"(?:{words})(?:(?:[ -]|[ -](?:et|and)[ -])(?:{words}))*" for language, words in _WORDS.items()
}
_MANY = {
    "fr": rf"(?:{_NUMBER}(?![.,]?\d)|(la moitié|un (?:tiers|quart)\b)|((?!(?:une?|neuf)\b){_ROW['fr']})\b)",
    "en": rf"(?:{_NUMBER}(?![.,]?\d)|(half|an? (?:third|quarter)\b)|(?:a )?((?!one\b){_ROW['en']})\b)",
}
PART = {
    "la moitié": "1/2",
    "half": "1/2",
    "un tiers": "1/3",
    "a third": "1/3",
    "un quart": "1/4",
    "a quarter": "1/4",
}
LIMIT = {
    "fr": regex(
        r"(?<!ni )(?<!non )(?<!tout )\b"
        r"(?:((?<![Pp]as )[Pp]lus d(?:e |['’])|[Aa]u moins |[Pp]as moins de )"
        r"|(?<![Pp]as )[Mm]oins d(?:e |['’])|[Aa]u plus |[Jj]usqu['’]à |[Pp]as plus de )"
        rf"[€$£]?{_MANY['fr']}"
    ),
    "en": regex(
        r"(?<!nor )(?<!any )(?<!and )(?<!or )\b"
        r"(?:((?<![Nn]o )(?<!not )[Mm]ore than|[Oo]ver|[Aa]t least|[Nn]o (?:fewer|less) than)"
        r"|(?<![Nn]o )(?<!not )(?:[Ff]ewer|[Ll]ess) than|[Uu]nder|[Aa]t most|[Uu]p to|[Nn]o more than)"
        rf" [€$£]?{_MANY['en']}"
    ),
}
OF_HEAT = dict.fromkeys(LANGUAGES, ("°",))
DEGREES = regex(r"(?<![\d.,])(\d{1,4}(?:[.,]\d{1,2})?)[ \u00a0\u202f]?°[ \u00a0]?([CF])\b")
# From ten to twenty, and from twenty to ten.
FROM = {"fr": (" de ",), "en": ("rom ",)}
FROM_TO = {
    "fr": regex(
        rf"\b[Dd]e {_NUMBER}[ \u00a0\u202f]?%? ?(?:[a-zà-ÿ]+ )?(?:à|jusqu['’]à) {_NUMBER}(?![.,]?\d)"
    ),
    "en": regex(rf"\b[Ff]rom {_NUMBER}[ \u00a0\u202f]?%? ?(?:[a-z]+ )?to {_NUMBER}(?![.,]?\d)"),
}
# One for two, and two for one.
_JOINS = {
    "fr": (" pour ", " sur "),
    "en": tuple(f" {join} {each}" for join in ("for", "in", "out of") for each in ("", "every ", "each ")),
}
FOR = {
    language: tuple(f"{join}{number}" for join in joins for number in (*DIGITS, *NUMBERS[language]))
    for language, joins in _JOINS.items()
}
FOR_EACH = {
    "fr": regex(
        rf"\b(\d+|(?i:{_WORDS['fr']}))\b(?: [a-zà-ÿ]+){{0,2}} (?:pour|sur) (\d+|{_WORDS['fr']})\b(?! cent)"
    ),
    "en": regex(
        rf"\b(\d+|(?i:{_WORDS['en']}))\b(?: [a-z]+){{0,2}} (?:for|in|out of) (?:every |each )?"
        rf"(\d+|{_WORDS['en']})\b"
    ),
}
# By how much a thing has grown.
TIMES_MORE = regex(r"\b(?:[Rr]e)?([Dd]oubl|[Tt]ripl|[Tt]rebl|[Qq]uadrupl|[Qq]uintupl)\w*")
MORE = {"fr": ("upl", "ripl", "oubl"), "en": ("upl", "ripl", "oubl", "rebl")}
GROWN = {"doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4", "quintupl": "5"}
GROUPED = regex(r"[ ,.\u00a0\u202f]")
PER_CENT = regex(r"(?<![\d.,–-])(\d{1,3})(?:[ \u00a0\u202f]?%| (?:pour cent|per cent|percent)\b)")
COUNTED = regex(
    r"(?<![\w.,/–-])(\d{1,3})[ \u00a0]"
    r"(?!(?:et|and|à|to|or|ou|pour|per|percent|points?|sur|in|out)\b)[a-zà-ÿ]{3,}"
)
OF_HUNDRED = dict.fromkeys(LANGUAGES, ("%", " cent"))
IN_HUNDRED = regex(r"\b(?:100|cent|hundred)\b")
Said = dict[str, tuple[str, str, int]]  # by number: what is said of it, how it is written, and where


def _apart(read: Callable[[str, str], Said], *pair: str) -> Iterator[Slip]:
    """The first number of which a text in our language says another thing of a sort than the other."""
    here, ours, there, theirs = pair
    mine = read(here, ours)
    others = read(there, theirs) if mine else {}
    for number, (what, found, at) in mine.items():
        if number in others and others[number][0] != what:
            yield "number-differs", at, {"found": found, "other": others[number][1]}
            return


def _shares(text: str, language: str) -> Said:
    """The one share that a text says in words, under no number; none where it says several, or figures."""
    found = list(SHARE[language].finditer(text))
    sizes = {_size(one, language) for one in found}
    if len(sizes) != 1 or "%" in text or " cent" in text:
        return {}
    return {"": (sizes.pop(), found[0][0].strip(), found[0].start())}


def _size(share: re.Match[str], language: str) -> str:
    if share["half"] or share["by_half"]:
        return "1/2"
    times = NUMBERS[language].get((share["times"] or share["once"]).lower(), 1)
    return f"{times}/{PARTS[share['part'] or share['by']]}"


def _rates(text: str, language: str) -> Said:
    return _once(
        (GROUPED.sub("", one[1]), SPANS.get(one[2], one[2]), one) for one in RATE[language].finditer(text)
    )


def _limits(text: str, language: str) -> Said:
    found = LIMIT[language].finditer(text)
    return _once((_many(one, language), "more" if one[1] else "less", one) for one in found)


def _many(limit: re.Match[str], language: str) -> str:
    """The number of which a limit is said."""
    if limit[2]:
        return GROUPED.sub("", limit[2])
    return PART[limit[3].lower()] if limit[3] else str(come_to(limit[4], language))


def _ways(text: str, language: str) -> Said:
    """Whether a thing rose from one number to another, or fell, by both of them."""
    found = FROM_TO[language].finditer(text)
    pairs = ((int(GROUPED.sub("", one[1])), int(GROUPED.sub("", one[2])), one) for one in found)
    return _once((f"{min(a, b)} {max(a, b)}", "up" if a < b else "down", one) for a, b, one in pairs)


def _degrees(text: str, _language: str) -> Said:
    """On which scale each number of degrees is."""
    return _once((one[1].replace(",", "."), one[2], one) for one in DEGREES.finditer(text))


def _for_each(text: str, language: str) -> Said:
    """Whether it is the fewer for the more of two numbers, or the more for the fewer."""
    found = FOR_EACH[language].finditer(text)
    pairs = ((_whole(one[1], language), _whole(one[2], language), one) for one in found)
    return _once((f"{min(a, b)} {max(a, b)}", str(a < b), one) for a, b, one in pairs if a != b)


def _whole(written: str, language: str) -> int:
    return int(written) if written.isdecimal() else NUMBERS[language][written.lower()]


def _grown(text: str, _language: str) -> Said:
    """How many times as much a thing has become, under no number; none where there are several."""
    found = [(GROWN[one[1].lower()], one) for one in TIMES_MORE.finditer(text)]
    return (
        {"": (found[0][0], found[0][1][0], found[0][1].start())}
        if len({size for size, _ in found}) == 1
        else {}
    )


def _once(found: Iterator[tuple[str, str, re.Match[str]]]) -> Said:
    """What is said of each number, of which one thing is said."""
    said: Said = {}
    several: set[str] = set()
    for number, what, match in found:
        if said.setdefault(number, (what, match[0], match.start()))[0] != what:
            several.add(number)
    return {number: one for number, one in said.items() if number not in several}


def _counted(here: str, _ours: str, there: str, _theirs: str) -> Iterator[Slip]:
    """A number that one text has in a hundred, and the other, which has no such share at all, of things."""
    if ("%" in there or " cent" in there) == ("%" in here or " cent" in here):
        return
    if IN_HUNDRED.search(here if "%" in there else there):
        return
    ours_first = "%" in here or " cent" in here
    shares, counts = (PER_CENT, COUNTED) if ours_first else (COUNTED, PER_CENT)
    mine = {one[1]: one for one in shares.finditer(here)}
    others = {one[1]: one for one in counts.finditer(there)}
    for number, one in mine.items():
        if number in others and len(mine) == len(others) == 1:
            yield "number-differs", one.start(), {"found": one[0], "other": others[number][0]}
            return


SORTS = (
    (OF_HEAT, _degrees),
    *((OF_TIME, _rates), (THAN, _limits), (MORE, _grown), (FROM, _ways)),
    (FOR, _for_each),
)
COMPARISONS = (
    Comparison(SHARES, partial(whole_or_sentence, partial(_apart, _shares))),
    *(Comparison(needs, partial(_apart, read)) for needs, read in SORTS),
    Comparison(OF_HUNDRED, _counted, either=True),
)
