"""Numbers that a sentence itself reckons with, and that do not come out: two thirds, 20 out of 50; tripled,
from 400 to 500; 12 people: 7 women and 6 men; the two towns, Lyon, Milan and Turin.

People round: only what is far off is told.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from decimal import Decimal

from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Slip, Tell, told
from vademecum.checks.words.quantities import wholes
from vademecum.checks.words.quantities.at_odds import number
from vademecum.checks.words.quantities.dates import SPACE
from vademecum.checks.words.quantities.in_words import MAY_BE_BESIDE, beside_figures
from vademecum.language.regex import regex

FRACTIONS = {
    **{"deux tiers": "0.667", "tiers": "0.333", "trois quarts": "0.75", "quart": "0.25", "moitié": "0.5"},
    **{"two thirds": "0.667", "third": "0.333", "three quarters": "0.75", "quarter": "0.25", "half": "0.5"},
}
# More or less than it is said in other words.
ROUNDED = regex(
    r"(?:\b(?:[Pp]lus|[Mm]oins) (?:de |des |du |d['’])|\b(?:than|over|least|under|most|beyond) (?:the )?)\Z"
)
FRACTION = {
    "fr": regex(
        r"\b(?:(?:[Ll]es )?(?P<two>deux tiers|trois quarts|Deux tiers|Trois quarts)"
        r"|(?:[Uu]n |[Ll]e )(?P<one>tiers|quart)|[Ll]a (?P<half>moitié))"
        r" (?:des|de (?:ses|leurs|nos|ces)) [a-zà-ÿ’'-]+(?: [a-zà-ÿ’'-]+){0,2}"
        r"(?:,? soit| \((?:soit )?|,) ?(?P<of>\d{1,5}) (?:[a-zà-ÿ]+ )?sur (?:les )?(?P<all>\d{1,5})"
        r"(?![\d,.]\d|\d)"
    ),
    "en": regex(
        r"\b(?:(?P<two>[Tt]wo[ -]thirds|[Tt]hree[ -]quarters)|(?:[Aa]|[Oo]ne)[ -](?P<one>third|quarter)"
        r"|(?P<half>[Hh]alf))"
        r" of (?:the |its |their |our |these )?[a-z'’-]+(?: [a-z'’-]+){0,2}"
        r"(?:, or |, that is,? | \(|, )(?P<of>\d{1,5}) (?:[a-z]+ )?(?:out )?of (?:the )?(?P<all>\d{1,5})"
        r"(?![\d,.]\d|\d)"
    ),
}
# The same with a share in a hundred: half of the members, or 70 %. "Soit 30 % des habitants" is of others.
IN_A_HUNDRED = {
    "fr": regex(
        r"\b(?:(?:[Ll]es )?(?P<two>deux tiers|trois quarts|Deux tiers|Trois quarts)"
        r"|(?:[Uu]n |[Ll]e )(?P<one>tiers|quart)|[Ll]a (?P<half>moitié))"
        r" (?:des|du|de (?:la|ses|son|sa|leurs|nos|ces)|de l['’])[ ]?[a-zà-ÿ’'-]+(?: [a-zà-ÿ’'-]+){0,2}"
        rf"(?:,? soit| \((?:soit )?) ?(?:environ |près de )?(?P<share>\d{{1,3}}(?:,\d)?){SPACE}?%"
        rf"(?!{SPACE}(?:des?|du)\b|{SPACE}d['’])"
    ),
    "en": regex(
        r"\b(?:(?P<two>[Tt]wo[ -]thirds|[Tt]hree[ -]quarters)|(?:[Aa]|[Oo]ne)[ -](?P<one>third|quarter)"
        r"|(?P<half>[Hh]alf))"
        r" (?:of )?(?:the |its |their |our |these )?[a-z'’-]+(?: [a-z'’-]+){0,2}"
        r"(?:,? or| \(|,? that is,?) ?(?:about |around |nearly )?(?P<share>\d{1,3}(?:\.\d)?)(?:%| per cent)"
        r"(?! of\b)"
    ),
}
FAR_OFF = Decimal("0.09")
_N = {
    "fr": rf"\d{{1,3}}(?:{SPACE}\d{{3}}(?!\d))+(?:,\d{{1,2}})?|\d{{1,9}}(?:,\d{{1,2}})?",
    "en": r"\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?",
}
_UNIT = {
    "fr": rf"{SPACE}?(?:Mds?{SPACE}?€|[kM]{SPACE}?€|€)|{SPACE}(?:millions?|milliards?)"
    rf"(?:{SPACE}(?:d['’]euros|de [a-z]+))?"
    rf"|{SPACE}(?!en\b|à\b|soit\b|puis\b|et\b|par\b)[a-zà-ÿ]{{3,20}}",
    "en": r" ?(?:m|bn|k)\b| (?:million|billion)\b(?: [a-z]+)?"
    r"| (?!in\b|to\b|or\b|and\b|an?\b|by\b|per\b)[a-z]{3,20}",
}
_SPAN = {
    "fr": rf"de {{0}}(?P<first>{_N['fr']})(?P<unit>(?:{_UNIT['fr']})?)(?:{SPACE}en (?:19|20)\d\d)?"
    rf",?{SPACE}à{SPACE}(?P<last>{_N['fr']})(?P<unit_last>(?:{_UNIT['fr']})?)(?!\w|{SPACE}?%|{SPACE}\d)"
    rf"(?:{SPACE}en (?:19|20)\d\d)?",
    "en": rf"from {{0}}(?P<first>{_N['en']})(?P<unit>(?:{_UNIT['en']})?)(?: in (?:19|20)\d\d)?"
    rf",? to {{0}}(?P<last>{_N['en']})(?P<unit_last>(?:{_UNIT['en']})?)(?!\w| ?%"
    rf"| per\b)(?: in (?:19|20)\d\d)?",
}
SIGN = r"[€£$]?"
TIMES = {
    **{"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4},
    **{"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dix": 10},
}
MULTIPLIED = {
    "fr": regex(
        r"(?<!que )(?<!presque )\b(?:(?P<times>doubl|tripl|quadrupl)(?:é|ée|és|ées|e|ent|ait|aient)"
        r"|multipli(?:é|ée|és|ées) par (?P<by>deux|trois|quatre|cinq|dix)),? (?:en passant "
        r"|passant |pour passer )?" + _SPAN["fr"].replace("{0}", SIGN)
    ),
    "en": regex(
        r"(?<!than )(?<!almost )(?<!nearly )\b(?P<times>doubl|tripl|trebl|quadrupl)(?:ed|es|ing|e)(?P<by>)"
        r",? (?:rising |going |growing |up )?" + _SPAN["en"].replace("{0}", SIGN)
    ),
}
ROUGHLY = {
    "fr": "près de |plus de |moins de |environ |quelque ",
    "en": "nearly |almost |over |about |around |more than |less than |some ",
}
RISE = {
    "fr": regex(
        rf"\b{_SPAN['fr'].replace('{0}', SIGN)},? (?:soit|ce qui fait"
        rf"|c['’]est-à-dire) une (?:(?:hausse|augmentation|progression|croissance)"
        rf"|(?P<down>baisse|diminution|chute"
        rf"|réduction)) de (?P<rough>(?:{ROUGHLY['fr']})?)(?P<said>{_N['fr']}){SPACE}?%"
    ),
    "en": regex(
        rf"\b{_SPAN['en'].replace('{0}', SIGN)},? (?:which is |that is |or )?an? (?:(?:rise"
        rf"|increase|growth)"
        rf"|(?P<down>fall|decrease|drop"
        rf"|reduction)) of (?P<rough>(?:{ROUGHLY['en']})?)(?P<said>{_N['en']})(?:%| per cent)"
    ),
}
_HER, _HIM = {"fr": "femmes|filles", "en": "women|girls"}, {"fr": "hommes|garçons", "en": "men|boys"}
_PEOPLE = {
    "fr": "personnes|visiteurs|répondants|étudiants|salariés"
    "|élus|élèves|participants|membres|habitants|agents|jeunes|enfants"
    "|stagiaires|bénévoles",
    "en": "people|visitors|respondents|employees"
    "|councillors|pupils|participants|members|residents|inhabitants"
    "|volunteers|children|students",
}
BOTH = {
    language: regex(
        rf"(?<![\d,.])(?<!\d[ \u00a0\u202f])(?P<all>\d{{1,4}}) (?:{_PEOPLE[language]})(?:{SPACE}?: | \(|, )"
        rf"(?P<one>\d{{1,4}}) (?:{_HER[language]}|{_HIM[language]})(?: (?:et|and) |, )"
        rf"(?P<other>\d{{1,4}}) (?:{_HER[language]}|{_HIM[language]})(?![\w’'-]|,? (?:et|and|ou|or"
        rf"|dont)\b|, \d)"
    )
    for language in ("fr", "en")
}
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]{0,30}"
_NAME = rf"{_CAPITAL}(?:[ -](?:(?:de|du|des|la|le|sur|en|of|upon)[ -]){{0,2}}{_CAPITAL}){{0,3}}"
SMALL = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "two": 2, "three": 3, "four": 4, "five": 5}
# Before a number of which only some are named: three of the five.
PART_OF = regex(
    r"\b(?:[Uu]ne?|[Dd]eux|[Tt]rois|[Qq]uatre|[Pp]lusieurs|[Cc]ertaine?s|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our"
    r"|[Ss]ome|[Ss]everal|[Mm]ost|\d+)(?: seulement| only)? (?:de |of )?\Z"
)
_BODIES = {
    "fr": "communes|villes|villages|régions|départements|pays|métropoles|partenaires|collectivités|capitales",
    "en": "towns|cities|villages|regions|countries|partners|municipalities|capitals",
}
NAMED = {
    "fr": regex(
        rf"(?:\b(?:[LlDdCc]es|[Aa]ux|[Ss]es|[Nn]os|[Aa]vec|[Dd]ans|[Ee]ntre|[Dd]e) |\A|(?<=[.!?] )"
        rf"|\b(?P<has>a|ont|avait|compte|comptent) )"
        rf"(?P<count>[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq) (?:{_BODIES['fr']})(?: [a-zà-ÿ]{{3,20}})?"
        rf"(?P<then>, |{SPACE}: | \()(?P<names>(?:{_NAME}, ){{0,6}}{_NAME} et {_NAME})"
        r"(?=[.;)]|\Z|,? (?!et\b|notamment|surtout|entre|en (?:tête|premier|particulier)|puis|ou\b"
        r"|compris|inclus|par exemple|dont\b)[a-zà-ÿ])"
    ),
    "en": regex(
        rf"(?:\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]hese|[Ww]ith|[Ii]n|[Bb]etween|[Oo]f) |\A|(?<=[.!?] )"
        rf"|\b(?P<has>has|have|had) )"
        rf"(?P<count>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:[a-z]{{3,20}} )?(?:{_BODIES['en']})"
        rf"(?P<then>, |: | \()(?P<names>(?:{_NAME}, ){{0,6}}{_NAME},? and {_NAME})"
        r"(?=[.;)]|\Z|,? (?!and\b|especially|among|above|or\b|then\b|in particular"
        r"|included|for (?:example|instance)|notably)[a-z])"
    ),
}


def reckoned(words: str, language: str) -> Iterator[Slip]:
    """Numbers of a text that are not what it says of them: code, place, what was found."""
    return told(_suspects(language), words, language)


def _ends(found: re.Match[str], language: str) -> tuple[Decimal, Decimal] | None:
    """The numbers from and to which something went, where they are of one unit and no years."""
    units = [found[key].strip() for key in ("unit", "unit_last")]
    both = [number(found[key], language) for key in ("first", "last")]
    years = not any(units) and all(re.fullmatch(r"(?:19|20)\d\d", found[key]) for key in ("first", "last"))
    alike = (
        not units[0]
        or units[0].rstrip("s") == units[1].rstrip("s")
        or not re.search(r"[mMk€]|bn", "".join(units))
    )
    return (both[0], both[1]) if both[0] and alike and not years else None


def _fractions(words: str, language: str) -> Iterator[Slip]:
    for found in FRACTION[language].finditer(words):
        of, every = int(found["of"]), int(found["all"])
        meant = Decimal(FRACTIONS[(found["two"] or found["one"] or found["half"]).lower().replace("-", " ")])
        rounded = ROUNDED.search(words, max(0, found.start() - 20), found.start())
        if not rounded and 0 < of <= every and abs(Decimal(of) / every - meant) > FAR_OFF:
            yield "numbers-at-odds", found.start(), {"found": found[0]}
    for found in IN_A_HUNDRED[language].finditer(words):
        meant = Decimal(FRACTIONS[(found["two"] or found["one"] or found["half"]).lower().replace("-", " ")])
        rounded = ROUNDED.search(words, max(0, found.start() - 20), found.start())
        if not rounded and abs(number(found["share"], language) / 100 - meant) > FAR_OFF:
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def _multiplied(words: str, language: str) -> Iterator[Slip]:
    for found in MULTIPLIED[language].finditer(words):
        times = TIMES[found["times"] or found["by"]]
        if (ends := _ends(found, language)) and not Decimal("0.75") < ends[1] / ends[0] / times < Decimal(
            "1.34"
        ):
            yield "numbers-at-odds", found.start(), {"found": found[0]}


def _rises(words: str, language: str) -> Iterator[Slip]:
    for found in RISE[language].finditer(words):
        ends = _ends(found, language)
        if ends is None or (ends[1] < ends[0]) != bool(found["down"]):
            continue  # of which other rules tell
        meant, said = abs(ends[1] - ends[0]) * 100 / ends[0], number(found["said"], language)
        if abs(meant - said) > max(Decimal(2), meant / (4 if found["rough"] else 10)):
            shown = f"{meant:.0f}\u00a0%" if language == "fr" else f"{meant:.0f}%"
            yield "wrong-sum", found.start(), {"found": found[0], "other": shown}


def _both(words: str, language: str) -> Iterator[Slip]:
    for found in BOTH[language].finditer(words):
        whole = int(found["one"]) + int(found["other"])
        if whole != int(found["all"]):
            yield "wrong-sum", found.start(), {"found": found[0], "other": str(whole)}


def _named(words: str, language: str) -> Iterator[Slip]:
    for found in NAMED[language].finditer(words):
        names = re.split(r",? (?:et|and) |, ", found["names"])
        is_part = PART_OF.search(words, max(0, found.start() - 20), found.start())
        if is_part or (found["has"] and ":" not in found["then"]):
            continue
        if len(names) != SMALL[found["count"].lower()]:
            yield "numbers-at-odds", found.start(), {"found": found[0]}


@functools.cache
def _suspects(language: str) -> Suspects[Tell]:
    french = language == "fr"
    return Suspects(
        (
            ((" tiers", " quart", "moitié") if french else ("third", "quarter", "alf of"), _fractions),
            (("oubl", "ripl", "rebl", "rupl", "ultipli"), _multiplied),
            (("%",) if french else ("%", "per cent"), _rises),
            (("femmes", "filles") if french else ("women", "girls"), _both),
            (
                ("eux ", "rois ", "uatre ", "inq ") if french else ("wo ", "hree ", "our ", "ive "),
                _named,
            ),
            (MAY_BE_BESIDE, beside_figures),
            ((" dont ",) if french else ("of whi", "of who", "including ", "of them"), wholes.included),
            (("ur ",) if french else ("ut of ",), wholes.out_of),
        )
    )
