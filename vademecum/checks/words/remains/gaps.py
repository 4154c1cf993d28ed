"""Places in running words where a number, a day or a name was lost: "the budget of € is small", "signed by
Valmont and .".

What is missing cannot be told by its neighbours alone where prose may have them side by side ("by and for
the inhabitants"): each rule asks for more of the sentence.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.dates import MONTH, MONTHS
from vademecum.language.regex import regex

# What a number stands before.
COUNTED = (
    r"(?:habitante?s?|inhabitants|people|visiteurs"
    r"|visitors|élèves|pupils|agents|personnes|participants|euros)\b"
)
# What says before it how many there are: "pour qui ? élèves, élus" is no gap.
_HAS = r"(?:compte|comptait|comptent|accueille|reçoit|a|avait|de|has|had|of|with|welcomes|receives)"
_SUM = r"(?:montant|budget|coût|somme|subvention|enveloppe|dotation|total|hauteur|aide|hausse|baisse|prêt)"
_PARTY = (
    r"(?:commune|ville|région|département|métropole|municipalité|town|city|village|municipality|district)"
)
_DONE = (
    r"(?:réunie?s?|signée?s?|votée?s?|adoptée?s?|créée?s?|tenue?s?|lieu|inaugurée?s?|approuvée?s?|lancée?s?)"
)
# Votes are voted on, and whoever joins signs on.
_SIGNED = (
    r"(?:(?<=was )signed|(?<=were )signed|(?<=been )signed|signed(?= (?:the|an?|its|their|this) )|"
    r"adopted|held|approved|ratified|concluded|founded|created|launched|inaugurated)"
)
_GOES_ON = r"(?:s['’]\w|se |il |elle |est |sera |a |jusqu)"
_DOTS = r"(?:\.{3}|…)"
# Words that join others to what follows, and end no sentence.
JOINING = (
    *("et", "ou", "de", "du", "des", "les", "le", "aux", "au", "dans", "par", "leurs", "ses", "ces", "cette"),
    *("and", "the", "their", "our", "whose"),
)
ENDS = tuple(f" {word}" for word in (*JOINING, "la"))  # of what a copy cut short
_JOINING = "|".join(JOINING)

# Each with what no words break it without.
RULES: tuple[tuple[tuple[str, ...], str], ...] = (
    # No number before its unit: "d'euros" and "d'habitants" are written so where none is meant.
    (
        tuple(f"de {unit}" for unit in ("€", "%", "euros", "k€", "M€", "habit")),
        rf"\b(?:est|sont|était|étaient|sera|fut|{_SUM}(?: (?:total|global|annuel|moyen)e?s?)?)"
        # A number behind the sign is told as a sign at the wrong place.
        rf" de (?:[€%](?![ \u00a0]?\w)|[€%](?= [a-zà-ÿ])|[kM]€|euros\b|habitants\b)(?! (?:en|par|vers)\b)",
    ),
    (
        tuple(f" à {unit}" for unit in ("€", "%", "euros", "k€", "M€", "habit")),
        r"s['’]él(?:ève(?:nt)?|evait|evaient|èvera) à (?:[€%](?!\w)|[kM]€|euros\b|habitants\b)",
    ),
    (
        ("of €", "of £", "of %"),
        r"\b(?:budget|cost|sum|grant|total|amount|loan|subsidy|fund|contribution)s? of [€£](?! ?\d)(?!\w)"
        r"|\b(?:rise|fall|increase|decrease|growth) of %",
    ),
    (("by %",), r"\b(?:rose|fell|grew|increased|decreased|dropped) by %"),
    # A word that joins, and nothing that it joins to.
    (
        tuple(f" {word} et {end}" for word in ("en", "le", "du") for end in ("s", "il", "el", "est", "a ")),
        rf"\b(?:démarr|commenc|début|sign|cré|lanc|vot|adopt|fond|né|ouver|fini|achev)[a-zà-ÿ]*"
        rf" (?:en|le) et {_GOES_ON}",
    ),
    (
        ("ntre ", "etween "),
        r"\b(?:[Ee]ntre [A-ZÀ-Þ][\w’'-]+ et (?:fut|a été|sera|était|est (?:signée?|conclue?|ancien))"
        r"|[Bb]etween [A-ZÀ-Þ][\w’'-]+ and (?:was|were|is|has been|had been))\b",
    ),
    (
        tuple(f"{of} (" for of in ("de", "du", "of")),
        rf"\b{_PARTY} (?:de|du|of) \([^()\n]{{3,30}}\)(?= (?:est|a|ont|sont|et|is|was|has|and)\b|[.,;]|\Z)",
    ),
    (
        tuple(f" {word}{space}." for word in JOINING for space in ("", " ", "\u00a0")),
        rf"(?<=\S )(?:{_JOINING})[ \u00a0]\.(?=\s|\Z)"
        rf"|(?:(?<=[a-zà-ÿ»)] )|(?<=[A-ZÀ-Þ]\w\w ))(?:{_JOINING})\.(?=\s+[A-ZÀ-Þ]|\s*\Z)",
    ),
    # A day that is not there.
    (
        tuple(f"{of} {month}" for of in ("le", "Le", "au", "Au", "du", "Du") for month in MONTHS["fr"]),
        rf"(?<![\w-])(?:[Ll]e|[Aa]u|[Dd]u) (?!mai 1968)(?:{MONTH['fr']}) (?:19|20)\d\d\b(?![ \u00a0]?[-–/])",
    ),
    ((" le à ", " le par ", " le et "), rf"\b{_DONE} le (?:à|par|et)(?= )"),
    (
        (" on in ", " on at ", " on by "),
        rf"\b{_SIGNED}(?: (?:the|an?|its|their|this) [a-z]+)? on (?:in|at|by) "
        r"(?!(?:and|least|most|best|once|principle)\b)",
    ),
    # Dots and a question mark where a number or a name belongs.
    (
        ("... ", "… "),
        rf"(?<=[a-zà-ÿ] ){_DOTS} (?:[€%£](?!\w)|[kM]€|euros\b)|\b{_HAS} {_DOTS} {COUNTED}"
        rf"|\b{_PARTY} (?:de|du|of) {_DOTS}(?= (?:a|est|ont|sont|was|is|has|signed|signe)\b|[.,;]|\Z)"
        rf"|\b(?:date(?:nt)?|datait|datant|datée?s?) (?:de|du) {_DOTS}(?= (?:et|à|pour)\b|[,;])"
        rf"|\b(?:dates?|dated|dating) (?:from|back to) {_DOTS}(?= (?:and|for)\b|[,;])"
        rf"|\b(?:signée?s?|votée?s?|adoptée?s?|créée?s?) (?:le|en) {_DOTS}(?= (?:et|à|par|pour)\b|[,;])",
    ),
    ((" ? ", "\u00a0? "), rf"\b{_HAS}[ \u00a0]\? {COUNTED}"),
    (
        ("X €", "X\u00a0€", "X euros", "X habit", "X people", "X inhab", "€X", " 00", "€000"),
        rf"\b(?:coût(?:e|ent|ait|era|é)|costs?|vers(?:e|ent|ait|é)|pa(?:ie|ient|yé|id|ys?)) "
        r"(?:de )?(?:[€£]X\b|X[ \u00a0](?:€|euros\b))"
        rf"|\b{_HAS} X {COUNTED}"
        r"|(?:\best de|s['’]élève à|\b[Mm]ontant de|\b[Bb]udget de) (?:X|0{2,3}(?:[ \u00a0\u202f]000){0,3})"
        r"[ \u00a0]?(?:€|euros\b)"
        r"|\b(?:of|is|was|costs?|paid) €000(?:,000)?(?![\d,s]|\.\d)",
    ),
)
SHOWN_X = regex(r"\bX\b")
OTHER_LETTER = regex(r"\b[YNZ]\b")
SUPPOSED = regex(r"\b(?:[Ss]i|[Ii]f|[Ss]uppos\w+|[Ww]hether|[Ee]xemples?|[Ee]xamples?|[Ee]\.g\.)\b")
NEEDS = tuple(need for needs, _ in RULES for need in needs)


def gaps(words: str) -> Iterator[Slip]:
    """Where a word or a number is missing: code, place, what stands around it."""
    for pattern in _suspects().of(words):
        for found in _compiled(pattern).finditer(words):
            if SHOWN_X.search(found[0]) and _is_model(words, found.start()):
                continue
            start = words.rfind(" ", 0, max(0, found.start() - 8)) + 1
            end = words.find(" ", found.end() + 4)
            shown = words[start : end if end >= 0 else len(words)]
            yield "word-missing", found.start(), {"found": " ".join(shown.split())[:90]}


def _is_model(words: str, at: int) -> bool:
    """Whether an X is that of a model that is quoted, or of a reckoning that has it, or a Y, again."""
    before = words[:at]
    if SUPPOSED.search(before) or OTHER_LETTER.search(words):
        return True
    quoted = before.count("«") > before.count("»") or before.count("“") > before.count("”")
    return quoted or len(SHOWN_X.findall(words)) > 1


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return regex(pattern)


@functools.cache
def _suspects() -> Suspects[str]:
    return Suspects([(needs, pattern) for needs, pattern in RULES])
