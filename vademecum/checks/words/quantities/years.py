"""Years that end before they begin, are none or are still to come; pages that run backwards; more than all
of those who are counted.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from vademecum.checks.rules.needles import Needs
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.dates import MONTH
from vademecum.language.regex import regex

YEAR = regex(r"(?:19|20)\d\d")  # what each of the next two has
YEARS = regex(
    r"\b(?:[Dd]e|[Ff]rom) ((?:19|20)\d\d) (?:à|to|until) ((?:19|20)\d\d)\b"
    r"|\b(?:[Ee]ntre|[Bb]etween) ((?:19|20)\d\d) (?:et|and) ((?:19|20)\d\d)\b"
    r"|(?<![\w-])((?:19|20)\d\d)[-–]((?:19|20)\d\d)(?![\w-])"
)
# What else than years two such numbers are: an amount that fell; the number of a law, the year and a count.
NO_YEARS = regex(
    r"(?:(?i:pass|ramen|rédui|tomb|baiss|chut|diminu|recul|descend|class[ée]|rang[ée]|tri[ée])\w*|\b(?:fell|falls?|fallen|went|gone|goes"
    r"|drop\w*|sorted|filed|cut|reduced|down|shr[aiu]nk|declin\w*|decreas\w*)) \Z"
    r"|(?:\b[Nn]°|\b[Nn]os?\.?|(?i:\b(?:loi|décret|arrêté|ordonnance|délibération|dossier|law|act|decree|order|file)))"
    r"[ \u00a0]?\Z"
)
# Pages that run backwards; pp. 123-5 is a way to write the end short.
PAGES = regex(r"\b(?:pp?\.|[Pp]ages)[ \u00a0]?(\d+)[ ]?[-–][ ]?(\d+)\b")
LONG_DIGITS = regex(r"(?:19|20)\d\d\d|[12](?:19|20)\d\d")
FAR_DIGITS = regex(r"2[1-9]\d\d")
_MONTHS = "|".join(MONTH.values())
FAR_YEAR = regex(
    rf"\b(?:[Dd]epuis|[Ss]ince|[Dd]ès|[Ff]rom|[Ee]n|[Ii]n|{_MONTHS}) (2(?!\d[05]0)[1-9]\d\d)\b"
    r"(?![ \u00a0\u202f-]\w)"  # a count of something
)
# What lasts so long, and the year up to which it does.
LEASE = regex(
    r"\b(?:[Bb]ail|[Bb]aux|[Cc]oncessions?|[Ll]eases?)\b[^.\n]{0,80}\b(?:jusqu['’]en|until|till) (2\d{3})\b"
)
# A span up to a year that is far ahead, in a sentence of what is past: 2091 for 2019.
LATE = regex(r"20[7-9]\d")
LATE_SPAN = regex(
    r"\b(?:[Dd]e|[Ff]rom) (?:19|20)\d\d (?:à|to|until) 20[7-9]\d\b"
    r"(?=,? (?:(?!prév|pla|vis)[\w’'-]+ ){0,5}(?:a|ont|fut|furent|était|étaient|has|have|had|was|were)\b)"
)
PLANNED = regex(
    r"prév|planif|vis[eé]|object|scénario|horizon|project|engag|plan|aim|target|scenario|pledg|expect|climat",
    re.IGNORECASE,
)
LONG_YEAR = regex(
    rf"\b(?:[Ee]n|[Ii]n|[Dd]epuis|[Ss]ince|[Dd]ès|{_MONTHS}) ((?:19|20)\d{{3}}|[12](?:19|20)\d\d)\b"
    r"(?![ \u00a0\u202f]\w)"
    r"|\b[Ll]['’]an (?:19|20)\d{3}\b"
)
# What is told as done, in a year that may be ahead; "to be signed in 2035" tells of a plan.
_MET = r"(?: (?:avec|par|entre|à|au|aux|with|by|between|at|in) [^.,;:()\n]{1,60}?)?"
_DAY = rf"(?:(?:le |on )?(?:\d{{1,2}}(?:er)? )?(?:{_MONTHS}) )?"
DONE = regex(
    r"\b(?<!être )(?<!be )(?<!sera )(?<!seront )(?<!soit )(?<!serait )"
    r"(?:(?:sign|fond|cré|lanc|publi|adopt|vot|approuv|inaugur|jumel|achev|organis)ée?s?|ouverte?s?|construite?s?"
    r"|conclue?s?|signed|founded|created|launched|published|adopted|voted|approved|inaugurated|twinned"
    rf"|completed|opened|built|concluded){_MET},? (?:(?:en|in) )?{_DAY}(20[2-9]\d)\b"
)
# Somebody who dies before being born.
_BY_DAY = r"[^.;\d]{0,40}?(?:\d{1,2}(?:er|st|nd|rd|th)? [^.;\d]{0,20})?\b(1[5-9]\d\d|20\d\d)\b"
LIFE = regex(
    rf"\b(?:[Nn]ée?|[Bb]orn) {_BY_DAY}(?:(?!\b(?:où|dont|where|whose)\b)[^.;\d]){{0,60}}"
    rf"\b(?:morte?|décédée?|décède|meurt|mourut|died|dies)\b{_BY_DAY}"
)
AHEAD = regex(r"20[2-9]\d")


_PEOPLE = (
    "towns|cities|people|inhabitants|residents|authorities|councils|respondents|members|pupils|villes|communes"
    "|habitants|collectivités|personnes|élus|répondants|élèves|membres"
)
# More than all of those who are counted; more out of fewer.
OVER = regex(
    r"\b(?:1(?!00\b)\d\d|[2-9]\d\d)[ \u00a0\u202f]?(?:%|per cent|pour cent) "
    rf"(?:of (?:the |its |their |all )?|des |de ses |de leurs )(?:{_PEOPLE})\b"
)
# It begins with a figure, by which a text is searched much quicker than by what stands before it.
OUT_OF = regex(
    r"(\d(?<![\d,.]\d)\d{0,5}) (?:out of (?:the |its |their )?(\d{1,6})\b(?![,.]\d)"
    rf"|(?:(?:{_PEOPLE}) )?sur (?:les )?(\d{{1,6}})(?= (?:{_PEOPLE}|ont|sont|avaient|étaient)\b|[.;]|\Z))"
)


def shares(words: str) -> Iterator[Slip]:
    """Shares of people or towns that are more than all of them."""
    for found in OVER.finditer(words) if "%" in words or " cent" in words else ():
        yield "numbers-reversed", found.start(), {"found": found[0]}
    for found in OUT_OF.finditer(words) if " out of " in words or " sur " in words else ():
        part, whole = (int(number) for number in found.groups() if number)
        if part > whole:
            yield "numbers-reversed", found.start(), {"found": found[0]}


def years(words: str) -> Iterator[Slip]:
    """Years that end before they begin; one of five digits; one that is centuries away."""
    far = FAR_DIGITS.search(words) is not None
    leased = LEASE.findall(words) if far else ()
    for found in FAR_YEAR.finditer(words) if far else ():
        if found[1] in leased:
            continue
        yield "numbers-reversed", found.start(), {"found": found[0]}
    if not YEAR.search(words):
        return
    for found in YEARS.finditer(words):
        start, end = (year for year in found.groups() if year)
        if end < start and not NO_YEARS.search(words[max(0, found.start() - 30) : found.start()]):
            yield "numbers-reversed", found.start(), {"found": found[0]}
    for found in LATE_SPAN.finditer(words) if LATE.search(words) else ():
        if not PLANNED.search(words):
            yield "numbers-reversed", found.start(), {"found": found[0]}
    for found in LONG_YEAR.finditer(words) if LONG_DIGITS.search(words) else ():
        yield "numbers-reversed", found.start(), {"found": found[0]}
    if AHEAD.search(words) and not PLANNED.search(words):
        yield from _done_ahead(words)


def _done_ahead(words: str) -> Iterator[Slip]:
    """What is told as done in a year to come."""
    for found in DONE.finditer(words):
        if int(found[1]) > datetime.date.today().year:
            yield "numbers-reversed", found.start(), {"found": found[0]}


def lives(words: str) -> Iterator[Slip]:
    """Lives that end before they begin."""
    for found in LIFE.finditer(words):
        if found[2] < found[1]:
            yield "numbers-reversed", found.start(), {"found": found[0]}


def backwards(words: str) -> Iterator[Slip]:
    """Pages whose last comes before the first."""
    for found in PAGES.finditer(words) if "p." in words or "ages" in words else ():
        if len(found[1]) == len(found[2]) and found[2] < found[1]:
            yield "numbers-reversed", found.start(), {"found": found[0]}


# Each rule with what no words break it without.
OF_NUMBERS: tuple[tuple[Needs, Callable[[str], Iterator[Slip]]], ...] = (
    (("19", "20", *map("2{}".format, range(1, 10))), years),
    (("p.", "ages 1", *map("ages {}".format, range(2, 10))), backwards),
    (("%", " cent ", " out of ", " sur "), shares),
    (("né ", "Né ", "née ", "Née ", "born ", "Born "), lives),
)
