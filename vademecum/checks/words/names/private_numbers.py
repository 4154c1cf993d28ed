"""What is a person's alone: the number of a bank account, of a social insurance, of a car; a home's address,
a day of birth; a mail address written so that no program finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.dates import MONTH
from vademecum.language.regex import regex

ACCOUNT = (
    r"\b(?:FR|MC)\d\d(?: ?[\dA-Z]{4}){5} ?[\dA-Z]{3}\b"
    r"|\b(?:BE|DE|ES|IT|GB|LU|CH|NL|PT|IE)\d\d(?: ?[\dA-Z]{4}){3,5}(?: ?[\dA-Z]{1,3})?\b"
)
# Sex, year, month, department, commune, order and key, as the State numbers who is born in France.
REGISTERED = (
    r"(?<![\d.,] )(?<!\d)[12][ \u00a0]?\d\d[ \u00a0]?(?:0[1-9]|1[0-2])[ \u00a0]?(?:\d\d|2[AB])[ \u00a0]?\d{3}"
    r"[ \u00a0]?\d{3}(?:[ \u00a0]?\d\d)?(?![ \u00a0]?\d)"
)
NATIONAL = r"\b[A-Z]{2} \d\d \d\d \d\d [A-D]\b"  # the same in the United Kingdom
PLATE = (
    r"(?:\b[Ii]mmatriculée?s?|\b[Pp]laques?|\b[Nn]umber plate|\b[Rr]egistration)[ \u00a0](?:\w+[ \u00a0])?"
    r"(?:[A-Z]{2}[- ]\d{3}[- ][A-Z]{2}|[A-Z]{2}\d\d ?[A-Z]{3})\b"
)
HIDDEN = (
    r"\b[\w-]{1,64}(?:\.[\w-]{1,64}){0,4} ?"
    r"(?:\[(?:at|arobase)\]|\((?:at|arobase)\)|(?<=\w )at(?= \w+ dot )) ?"
    r"[\w-]{1,64}(?:\.| dot )[\w.-]{0,64}\w"
)
HOME = (
    r"\b(?:habit(?:e|ait|ant)|demeur(?:e|ait|ant)|domiciliée?|live[sd]? at|living at|resid(?:es|ing) at)\b"
    r"[^.;:\n]{0,20}?\b\d{1,4}(?: ?(?:bis|ter))?,? "
    r"(?:(?:rue|avenue|boulevard|allée|impasse|chemin|place|quai)\b"
    r"|(?:[A-Z][\w’'-]+ ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Square|Way|Terrace)\b)"
)
_MONTHS, _YEAR = "|".join(MONTH.values()), r"(?:19|20)\d\d"
BORN = (
    rf"\b[Nn]ée? le \d{{1,2}}(?:er)? (?:{_MONTHS}) {_YEAR}"
    rf"|\b[Bb]orn on (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS}),? {_YEAR}"
    rf"|\b[Bb]orn on (?:{_MONTHS}) \d{{1,2}},? {_YEAR}"
)
SLASHED = r"(?<![\w/])0[1-9](?:/\d\d){4}(?![\w/])"
# Each with what no words have it without.
PRIVATE: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (needs, regex(pattern))
    for needs, pattern in (
        (("FR", "MC", "BE", "DE", "ES", "IT", "GB", "LU", "CH", "NL", "PT", "IE"), ACCOUNT),
        (("écurité sociale", "NIR", "numéro", "number", "assur"), REGISTERED),
        (("nsurance",), NATIONAL),
        (("mmatricul", "laque", "plate", "egistration"), PLATE),
        (("at]", "at)", "arobase", " dot "), HIDDEN),
        (("habit", "demeur", "domicili", "live", "living", "resid"), HOME),
        (("é le ", "ée le ", "orn on"), BORN),
        (("/",), SLASHED),
    )
)


def private_numbers(words: str) -> Iterator[Slip]:
    """Each of them in some words."""
    for needs, pattern in PRIVATE:
        for found in pattern.finditer(words) if any(map(words.__contains__, needs)) else ():
            yield "contact-given", found.start(), {"found": found[0]}
