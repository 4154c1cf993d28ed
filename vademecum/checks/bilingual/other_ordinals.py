"""The place in a row that two languages give otherwise: the third edition and the fourth.

Told is where each text has one, and but one, that the other has in no way. A first one is often no number:
each language says in other words that a thing is new, or comes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from vademecum.checks.bilingual.comparison import Comparison, one_apart, one_each
from vademecum.checks.bilingual.small_numbers import WHOLE
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.spoken_numbers import said
from vademecum.language.regex import regex


def _named(rows: str) -> dict[str, int]:
    """Words and what each comes to: "2 deuxième second"."""
    return {
        word: int(number) for number, *words in (row.split() for row in rows.split(",")) for word in words
    }


NAMES = {
    "fr": _named(
        "1 premier première premiers premières, 2 deuxième deuxièmes second seconde seconds secondes,"
        "3 troisième troisièmes, 4 quatrième quatrièmes, 5 cinquième, 6 sixième, 7 septième, 8 huitième,"
        "9 neuvième, 10 dixième, 11 onzième, 12 douzième, 13 treizième, 14 quatorzième, 15 quinzième,"
        "16 seizième, 20 vingtième, 30 trentième, 40 quarantième, 50 cinquantième, 60 soixantième,"
        "100 centième"
    ),
    "en": _named(
        "1 first, 2 second, 3 third, 4 fourth, 5 fifth, 6 sixth, 7 seventh, 8 eighth, 9 ninth, 10 tenth,"
        "11 eleventh, 12 twelfth, 13 thirteenth, 14 fourteenth, 15 fifteenth, 16 sixteenth, 17 seventeenth,"
        "18 eighteenth, 19 nineteenth, 20 twentieth, 30 thirtieth, 40 fortieth, 50 fiftieth, 60 sixtieth,"
        "100 hundredth"
    ),
}
IN_NAMES = {
    "fr": ("ième", "premi", "second", *(f"{n}e" for n in range(10)), "1er", "1re"),
    "en": (
        *("first", "second", "third", "th ", "th-"),
        *(f"{n}{th}" for n in (1, 2, 3) for th in ("st", "nd", "rd")),
    ),
}
_NO_PART = r"(?! ?(?:of|de|des|du|d['’])\b)"
_NO_NOUN = (
    r"(?!(?:et|ou|à|au|aux|est|a|lieu|temps|abord|degré|ministre|étage|siècle|plan|qui|que|pour|en|sur|par"
    r"|and|or|is|was|in|on|to|at|for|by|as|place|century|floor|storey|party|parties|sector|world|countries|country"
    r"|hand|step|steps|time|glance|instance|century|of|that|with|from)\b)"
)
ORDINAL = {
    "fr": regex(
        r"(?<!classe de )(?<!élèves de )(?<!\ben )"
        rf"\b(?:({'|'.join(NAMES['fr'])})|(\d{{1,3}})(?:er|re|ère|e|ème|nde?))\b"
        rf"{_NO_PART}(?=[ \u00a0]{_NO_NOUN}[a-zà-ÿ]{{3,}})"
    ),
    "en": regex(
        r"(?<!one-)(?<!two-)(?<!at )(?<!-)"
        rf"\b(?:({'|'.join(NAMES['en'])})|(\d{{1,3}})(?:st|nd|rd|th))\b"
        rf"{_NO_PART}(?=[ \u00a0](?:{_NO_NOUN}[a-z]{{3,}}|[A-Z][a-z]+day\b))"
    ),
}
ANY = {
    "fr": regex(rf"\b(?:({'|'.join(NAMES['fr'])})|(\d{{1,3}})(?:er|re|ère|e|ème|nde?))\b", re.IGNORECASE),
    "en": regex(rf"\b(?:({'|'.join(NAMES['en'])})|(\d{{1,3}})(?:st|nd|rd|th))s?\b", re.IGNORECASE),
}
# What says the first or second of some things in other words.
ALSO = {
    1: regex(
        r"(?i)\b(?:une?|one|once|abord|init\w+|debut|début\w*|new\w*|nouv\w+|début|begin\w*|start\w*|beg[au]n|origin\w*"
        r"|prim\w+|early|earl\w+|former|avant|before|main|principal\w*|prior\w*|top|leading|previous\w*)\b"
    ),
    2: regex(
        r"(?i)\b(?:deux|two|twice|both|autres?|other|another|next|suivante?s?|latter|derni\w+|puis|then|ensuite"
        r"|again|later|renew\w*|reprise)\b"
    ),
    3: regex(r"(?i)\b(?:tiers|tri\w+|thrice)\b"),
}
OF_WAR = {"fr": ("uerre mondiale",), "en": ("World War",)}
WAR = {
    "fr": regex(r"\b(?:([Pp]remière)|[Ss]econde|[Dd]euxième) [Gg]uerre mondiale\b"),
    "en": regex(r"\b(?:(First) World War|World War (?:(One|I)\b|II|Two)|Second World War)"),
}
Ordinals = dict[int, tuple[str, int]]


def other_ordinals(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The one place in a row that a text in our language has and the other has not, which has another."""
    mine = _ordinals(here, ours)
    others = _ordinals(there, theirs) if mine else {}
    if not others or mine.keys() == others.keys():
        return
    if pair := one_each(mine, others, _had(here, ours), _had(there, theirs)):
        (found, at), (other, _) = mine[pair[0]], others[pair[1]]
        yield "number-differs", at, {"found": found, "other": other}


def _wars(text: str, language: str) -> Ordinals:
    """The world wars that a text speaks of."""
    found: Ordinals = {}
    for one in WAR[language].finditer(text):
        found.setdefault(1 if one.lastindex else 2, (one[0], one.start()))
    return found


def _ordinals(text: str, language: str) -> Ordinals:
    found: Ordinals = {}
    for one in ORDINAL[language].finditer(text):
        value = NAMES[language][one[1]] if one[1] else int(one[2])
        found.setdefault(value, (one[0], one.start()))
    return found


def _had(text: str, language: str) -> set[int]:
    """Every number that a text has in any way."""
    places = (
        NAMES[language][one[1].lower()] if one[1] else int(one[2]) for one in ANY[language].finditer(text)
    )
    figures = (int(figure) for figure in (*WHOLE.findall(text), *said(text, language)) if figure.isdecimal())
    return {*places, *figures, *(value for value, also in ALSO.items() if also.search(text))}


COMPARISONS = (
    Comparison(IN_NAMES, other_ordinals),
    Comparison(OF_WAR, partial(one_apart, _wars)),
)
