"""Who acts in the cases: every authority and partner once, where it stands, in which cases, with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from vademecum.drawings.frames import middle
from vademecum.language.collation import sort_key
from vademecum.language.words import words
from vademecum.model import Authority
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.sources.library import CaseStudy

HOME = "FR"  # of its authorities, where the sources give no place, none is invented in its middle
Position = tuple[float, float]


@dataclass
class Party:
    """One authority or partner, as one language names it.

    `kind` is a class of mark (drawings/maps.py); `position` is latitude and longitude, none for one that has
    no place on a map; `lang` is the language of its name where it is not the page's. `cases` and `others`
    hold each once, in the order of the cases.
    """

    name: str
    lang: str
    kind: str
    country: str
    position: Position | None
    cases: dict[str, None] = field(default_factory=dict)
    others: dict[int, None] = field(default_factory=dict)


def parties(library: LanguageLibrary, cases: Iterable[CaseStudy]) -> list[Party]:
    """The parties of some cases, by name; `others` are numbers in this list.

    Who has the same name at the same place in two cases is the same party.
    """
    found: dict[tuple[object, ...], Party] = {}
    ties: list[tuple[Party, Party]] = []
    for case in cases:
        here: dict[str, Party] = {}
        for role, group in (("authority", case.facts.authorities), ("partner", case.facts.partners)):
            for key, authority in group.items():
                key_ = (authority.name, authority.country, authority.position, role)
                if key_ not in found:
                    found[key_] = _party(library, case, key, authority, role)
                here[key] = found[key_]
                here[key].cases[case.id] = None
        ties += [(here[a], here[b]) for a, b in links(case) if a in here and b in here]
    listed = sorted(found.values(), key=lambda party: (sort_key(party.name), party.kind))
    number = {id(party): at for at, party in enumerate(listed)}
    for a, b in ties:
        a.others[number[id(b)]] = None
        b.others[number[id(a)]] = None
    return listed


def places(library: LanguageLibrary, case: CaseStudy) -> list[Party]:
    """The places of a case that have a position, as what stands on its map beside its parties."""
    spoken = case.spoken_in(library.language)
    lang = spoken if spoken != library.language else ""
    named = case.translations[spoken].places if spoken in case.translations else {}
    return [
        Party(named[key].name if key in named else one.name, lang, "place", one.country or "", one.position)
        for key, one in case.facts.places.items()
        if one.position
    ]


def links(case: CaseStudy) -> Iterable[tuple[str, str]]:
    """Who works with whom: as the case says it; of an authority alone, all its partners."""
    facts = case.facts
    if facts.links or len(facts.authorities) != 1:
        return facts.links
    return [(only, partner) for only in facts.authorities for partner in facts.partners]


def _party(library: LanguageLibrary, case: CaseStudy, key: str, party: Authority, role: str) -> Party:
    spoken = case.spoken_in(library.language)
    lang = spoken if spoken != library.language else ""
    country = party.country or ""
    position, kind = party.position, role
    if position is None and country != HOME:
        position, kind = middle(country), "country"
    return Party(name_of(case, key, party, spoken), lang, kind if position else role, country, position)


def name_of(case: CaseStudy, key: str, party: Authority, spoken: str) -> str:
    """What a party is called in a language; its own name where the translation leaves it."""
    translation = case.translations.get(spoken)
    groups = (translation.authorities, translation.partners) if translation else ()
    return next((group[key].name for group in groups if key in group), party.name)


def short(name: str, language: str) -> str:
    """A party's name as a map has room for it: Chambéry for "Ville de Chambéry", up to a comma or bracket."""
    before = words(language)["map"]["before"]
    bare = re.sub(f"^(?:{before})", "", re.split(r",|\s\(", name)[0].strip())
    return bare or name
