"""What one language calls the most and the other the least: *les plus vulnérables*, *the least vulnerable*.

Read is a word behind *more*, *most*, *less* or *least* that begins alike in both languages, or is of a short
list. Told is where each text says one thing of it, and they are not the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.bilingual.comparison import Comparison
from vademecum.checks.bilingual.opposites import NOT
from vademecum.checks.rules.slip import Slip
from vademecum.language.collation import folded
from vademecum.language.regex import regex

DEGREE = {
    "fr": regex(
        r"\b(?:([Pp]lus)|[Mm]oins)(?<!ou moins)(?<!ni plus)(?<!ni moins)(?<!en plus)(?<!en moins)(?<!au plus)"
        r" (?:de |d['’])?([a-zà-ÿ]{4,})"
    ),
    "en": regex(
        r"\b(?:([Mm]ore|[Mm]ost)|[Ll]ess|[Ll]east)(?<!or less)(?<!much less) ([a-z]{4,})"
        r"|\b([Ll]ikel)i(?:er|est)\b"
    ),
}
IN_DEGREES = {"fr": ("lus ", "oins "), "en": ("ore ", "ost ", "ess ", "east ", "ikeli")}
BEGUN = 5  # letters that a word begins with in both languages
# What begins otherwise in French, as it does in English.
OTHERWISE = {
    "proba": "likel",
    "vrais": "likel",
    "souve": "often",
    "coute": "costl",
    "touch": "affec",
    "connu": "known",
    "utile": "usefu",
    "repan": "wides",
    "effic": "effec",
    "avanc": "advan",
    "peupl": "popul",
    "puiss": "power",
    "habit": "inhab",
    "temps": "time",
    "argen": "money",
    "aise": "easil",
}
# By how a word begins: whether it is the more of it, and where.
Degrees = dict[str, tuple[bool, re.Match[str]]]


def _other_degrees(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first word of which our text says more and the other less, or the other way round."""
    mine = _degrees(here, ours)
    others = _degrees(there, theirs) if mine else {}
    if not others or len(NOT.findall(here)) != len(NOT.findall(there)):
        return
    for begun, (more, found) in mine.items():
        if begun in others and others[begun][0] != more:
            yield "sense-differs", found.start(), {"found": found[0], "other": others[begun][1][0]}
            return


def _degrees(text: str, language: str) -> Degrees:
    """What a text says of each word, of which it says one thing."""
    said: Degrees = {}
    several: set[str] = set()
    for found in DEGREE[language].finditer(text):
        word = folded(found[2] or "likely")[:BEGUN]
        begun = OTHERWISE.get(word, word) if language == "fr" else word
        more = bool(found[1] or not found[2])
        if said.setdefault(begun, (more, found))[0] != more:
            several.add(begun)
    return {begun: one for begun, one in said.items() if begun not in several}


COMPARISON = Comparison(IN_DEGREES, _other_degrees)
