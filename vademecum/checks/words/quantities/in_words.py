"""Numbers that a text writes in words, and those that stand beside the same in figures: deux cents (250)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.at_odds import FIGURES, number
from vademecum.checks.words.quantities.dates import SPACE
from vademecum.checks.words.quantities.spoken_numbers import NUMBERS, come_to
from vademecum.language.regex import regex

# What comes to about so many, and the article; a number may end with the latter: vingt et un.
ROUND = regex(r".*aines?|milliers?|dozen|hundreds|thousands|(?:[mb]illi(?:on|ard)s?)|une?|one")


def _in_a_row(language: str) -> str:
    """Words in a row that are one number of two or more, ten of them at most: a text of many stays linear."""
    one = "|".join(sorted((word for word in NUMBERS[language] if not ROUND.fullmatch(word)), reverse=True))
    last = "|(?: et |-et-)(?:une?|onze)" if language == "fr" else "|(?:(?<=hundred)|(?<=thousand)) and|-one"
    return rf"(?i:(?<![\w-])(?:{one})(?:[ -](?:{one}){last}){{0,9}}(?![\w-]))"


IN_A_ROW = {language: _in_a_row(language) for language in ("fr", "en")}
_WHAT = {
    "fr": r"euros|personnes|habitants|visiteurs|participants|élèves|jeunes|enfants|agents|élus|bénévoles"
    r"|communes|villes|associations|entreprises|partenaires|membres|projets|jours|mois|ans|années|kilomètres",
    "en": r"euros|people|inhabitants|residents|visitors|participants|pupils|children|volunteers"
    r"|towns|associations|businesses|partners|members|projects|days|months|years|kilometres",
}
_SCALE = {"k": 10**3, "m": 10**6, "M": 10**6}
BESIDE = {
    language: regex(
        rf"(?P<words>{IN_A_ROW[language]})(?P<what>(?: (?:{_WHAT[language]}))?) \((?:soit |or )?"
        rf"(?P<sign>[€£$]?)(?P<figures>{FIGURES[language]}){SPACE}?"
        rf"(?P<unit>(?P<scale>[kmM]?)(?:€|euros)|{_WHAT[language]}|)\)"
    )
    for language in ("fr", "en")
}
BEHIND = {
    language: regex(
        rf"(?<![\d,.])(?<!\d[ \u00a0\u202f])[€£$]?(?P<figures>{FIGURES[language]})"
        rf"(?:{SPACE}?€|{SPACE}euros)? \((?P<words>{IN_A_ROW[language]})(?: euros)?\)"
    )
    for language in ("fr", "en")
}
MAY_BE_BESIDE = re.compile(r"[a-z] \((?:soit |or )?[€£$]?\d|[\d€s] \([a-z]").search
ABOUT = regex(
    r"(?:près|[Pp]lus|[Mm]oins|autour) (?:de |d['’]|des )(?:les )?\Z"
    r"|(?:environ|quelque|presque|au moins|jusqu['’]à|à peine"
    r"|[Nn]early|[Aa]lmost|[Oo]ver|[Aa]bout|[Aa]round|than|[Ss]ome|at least|up to|barely|hardly) \Z"
)
FAR, NEAR = 20, Decimal("0.05")  # letters before a number; what is as near was rounded
YEAR = regex(r"(?:19|20)\d\d")
LEAST, THREE_DIGITS = 10, 100  # below which a number in brackets may be a note's, or a département's


def value(written: str, language: str) -> Decimal:
    """What a number in figures or in words comes to."""
    return number(written, language) if written[0].isdigit() else Decimal(come_to(written, language))


def beside_figures(words: str, language: str) -> Iterator[Slip]:
    """Numbers in words whose figures, in brackets beside them, are others; or the other way round."""
    for found in (*BESIDE[language].finditer(words), *BEHIND[language].finditer(words)):
        said, shown = (value(found[key], language) for key in ("words", "figures"))
        parts = found.groupdict()
        unit = (parts.get("unit") or "") + (parts.get("sign") or "")
        what = (parts.get("what") or "").strip()
        if unit and what and what != (unit if unit.isalpha() and len(unit) > 2 else "euros"):
            continue  # the same otherwise, two years (24 months), or something else of it
        shown *= _SCALE.get(parts.get("scale") or "", 1)
        least = THREE_DIGITS if what and not unit else LEAST
        is_other = not unit and (
            min(said, shown) < LEAST or shown < least or YEAR.fullmatch(found["figures"])
        )
        about = ABOUT.search(words, max(0, found.start() - FAR), found.start())
        if not (is_other or about) and abs(said - shown) > NEAR * max(said, shown):
            yield "numbers-at-odds", found.start(), {"found": found[0]}
