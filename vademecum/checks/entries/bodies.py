"""Bodies whose name says another kind or country than their facts, and several in the place of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.language.regex import regex
from vademecum.model import Case, Finding
from vademecum.model.cases import PARTIES, Authority
from vademecum.sources.meant.codes import country_called
from vademecum.sources.text.source_file import SourceFile

# How a name begins or ends that says what kind of body bears it, the kinds that it cannot be, and whether so
# beyond France: a communauté urbaine of Niger was a town, a region of Canada unites towns.
KINDS: tuple[tuple[re.Pattern[str], frozenset[str], bool], ...] = (
    (
        regex(r"(?:Conseil régional|Région|Regional Council|Région académique)\b(?!-)"),
        frozenset(("commune", "intercommunality", "metropolis", "department")),
        False,
    ),
    (
        regex(r"(?:Conseil départemental|Département)\b(?!-)"),
        frozenset(("commune", "intercommunality", "metropolis", "region")),
        False,
    ),
    (
        regex(r"(?:Commune|Ville|Mairie) d(?:e (?!Paris\b)|u |es |['’])"),
        frozenset(("department", "region", "province", "federated-state")),
        False,
    ),
    (
        regex(r"Communauté (?:de communes|d['’]agglomération|urbaine)\b|.+ Métropole\Z|Métropole d"),
        frozenset(("commune", "department", "region", "province")),
        False,
    ),
    (
        regex(r"(?:Commune|Ville|Mairie) d(?:e|u|es)? ?['’]?|Town of "),
        frozenset(("intercommunality",)),  # Paris is a department, Prague a region, Kinshasa a province
        True,
    ),
)
IN_BRACKETS = regex(r"[^()]+ \(([^()\d]{4,40})\)")
APART = regex(r", | (?:et|and|&|\+) |\s*[;/]\s+")
_KIND = (
    r"(?:Région|Ville|Département|Métropole|Commune|Ministère|Fondation|Union européenne|État|Agence|Mairie"
    r"|European Union|Ministry|Region|City|Town)"
)
BODY = regex(rf"(?:[A-Z]{{2,8}}|{_KIND}(?:[ \u00a0][\w’' -]+)?)")
JOINED = regex(r"(?:Ville|Commune|Région) (?:et|and) [A-Z][a-zé]+ (?:d['’]|de |du |des |of )")
# Codes of parts of a country, which may bear its own; names that a country shares with a region of another.
OF_OTHERS = frozenset(
    (
        *("GF", "GP", "MQ", "RE", "YT", "NC", "PF", "PM", "WF", "BL", "MF", "TF"),
        *("GL", "FO", "PR", "GU", "VI", "GI", "JE", "GG", "IM", "BM", "KY", "AW"),
        *("CW", "SX", "BQ", "HK", "MO", "AX", "SJ", "EH", "PS", "TW"),
    )
)
NAMESAKES = frozenset(
    (("GE", "US"), ("LU", "BE"), ("IE", "GB"), ("MK", "GR"), ("MD", "RO"), ("NE", "NG"), ("MX", "US"))
)
PLACES = regex(r"[A-ZÀ-Þ][\w’-]+(?:, [A-ZÀ-Þ][\w’-]+)+,? (?:et|and|&) [A-ZÀ-Þ][\w’-]+")


def bodies(case: Case, document: SourceFile) -> Iterator[Finding]:
    """What the names of a case's parties and funders say against their facts."""
    for group in PARTIES:
        for id_, party in getattr(case, group).items():
            yield from _party(party, (group, id_), document)
    for id_, funder in case.funders.items():
        yield from _several(funder.name, ("funders", id_), document)


def _party(party: Authority, at: tuple[str, str], document: SourceFile) -> Iterator[Finding]:
    for begins, others, everywhere in KINDS:
        if not everywhere and party.country not in (None, "FR"):
            continue
        if party.type in others and begins.match(party.name):
            values = {"found": f"{party.name}, {party.type}"}
            yield Finding("kind-differs", document.where(*at, "type"), values)
            break
    named = IN_BRACKETS.fullmatch(party.name) if party.country and "(" in party.name else None
    if (
        named
        and (code := country_called(named[1]))
        and code != party.country
        and not (code in OF_OTHERS or (code, party.country) in NAMESAKES)
    ):
        values = {"found": f"{party.name}, {party.country}", "nearest": code}
        yield Finding("country-differs", document.where(*at, "country"), values)
    if party.type == "commune" and PLACES.fullmatch(party.name):
        yield Finding("bodies-in-one", document.where(*at, "name"), {"found": party.name})
    else:
        yield from _several(party.name, at, document)


def _several(name: str, at: tuple[str, str], document: SourceFile) -> Iterator[Finding]:
    parts = APART.split(name)
    # "Ville et Département de Paris" is one.
    if len(parts) > 1 and not JOINED.match(name) and all(map(BODY.fullmatch, parts)) and not _is_short(parts):
        yield Finding("bodies-in-one", document.where(*at, "name"), {"found": name[:60]})


def _is_short(parts: list[str]) -> bool:
    """Whether one of two names is the acronym of the other: AFD, Agence française de développement."""
    if len(parts) != 2:
        return False
    short, whole = sorted(parts, key=len)
    letters = iter("".join(word[0] for word in re.findall(r"[^\W\d_]{2,}", whole)).upper())
    return short.isupper() and all(letter in letters for letter in short)
