"""How near cases are to an authority, or to one another: what they share, said in words.

Four things are compared: the type and the population of an authority, the partners' countries, the themes.
What is the same counts two; what is next to it one: the next band of population, the same continent.
There is no score without its reasons, and reasons are all that is shown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import NamedTuple

from vademecum.language.formats import continents
from vademecum.model.facets import OF_AUTHORITY, PARTNERS, Part, Parts

FRANCE = "FR"  # a partner in France brings no two cases nearer
SAME, NEXT = 2, 1
COMPARED = 6  # of each thing that a case has, the first so many: their sets are many
Share = tuple[tuple[str, str], ...]


class Reason(NamedTuple):
    """Something shared: `name` leads to its words, `values` are what is named in them, of the facet `of`."""

    name: str
    of: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared: each authority's type and population, the partners' countries, the themes."""

    authorities: tuple[Part, ...]
    countries: tuple[str, ...]
    themes: tuple[str, ...]


def profile(parts: Parts) -> Profile:
    """The profile of a case."""
    abroad = dict.fromkeys(part["country"] for part in parts.get(PARTNERS, ()))
    return Profile(
        parts.get("authorities", ()),
        tuple(code for code in abroad if code != FRANCE),
        tuple(part["theme"] for part in parts.get("theme", ())),
    )


def mine(type_: str = "", population: str = "", country: str = "", theme: str = "") -> Profile:
    """The profile of an authority that somebody tells of; "" for what is left open."""
    told = {name: value for name, value in (("type", type_), ("population", population)) if value}
    abroad = (country,) if country and country != FRANCE else ()
    return Profile((told,), abroad, (theme,) if theme else ())


def shared(one: Profile, other: Profile, bands: Sequence[str]) -> tuple[int, tuple[Reason, ...]]:
    """What two profiles share: how much, and the reasons. `bands` are those of population, in order."""
    pairs = (_authority(a, b, bands) for a in one.authorities for b in other.authorities)
    score, reasons = max(pairs, key=lambda pair: pair[0], default=(0, ()))
    for more, reason in (_countries(one, other), _themes(one, other)):
        score += more
        reasons += (reason,) if reason else ()
    return score, reasons


def _authority(a: Part, b: Part, bands: Sequence[str]) -> tuple[int, tuple[Reason, ...]]:
    score = 0
    reasons: tuple[Reason, ...] = ()
    if a.get("type") and a.get("type") == b.get("type"):
        score, reasons = SAME, (Reason("type"),)
    band, other = a.get("population"), b.get("population")
    if band and band == other:
        return score + SAME, (*reasons, Reason("band"))
    if band in bands and other in bands and abs(bands.index(band) - bands.index(other)) == 1:
        return score + NEXT, (*reasons, Reason("next_band"))
    return score, reasons


def _countries(one: Profile, other: Profile) -> tuple[int, Reason | None]:
    if both := tuple(code for code in one.countries if code in other.countries):
        return SAME, Reason("country", "country", both)
    known = {continents().get(code) for code in other.countries}
    there = dict.fromkeys(continents().get(code) for code in one.countries)
    if both := tuple(name for name in there if name and name in known):
        return NEXT, Reason("continent", "continent", both)
    return 0, None


def _themes(one: Profile, other: Profile) -> tuple[int, Reason | None]:
    both = tuple(theme for theme in one.themes if theme in other.themes)
    return (SAME, Reason("theme", "theme", both)) if both else (0, None)


# -- nearest first ----------------------------------------------------------------------------------------


class Near(NamedTuple):
    """A case that shares something, and what."""

    id: str
    score: int
    reasons: tuple[Reason, ...]


def nearest(told: Profile, profiles: Iterable[tuple[str, Profile]], bands: Sequence[str]) -> list[Near]:
    """The cases that share something with an authority, the nearest first; else in the order given."""
    found = [Near(id_, *shared(told, other, bands)) for id_, other in profiles]
    return sorted((near for near in found if near.score), key=lambda near: -near.score)


class Neighbours:
    """The nearest cases of each case, found without comparing each with each.

    Every case stands under all that it could share with another: a type, a band, a country or continent, a
    theme, and each set of these. A case then looks under its own, the largest first, until it has enough.
    """

    def __init__(self, profiles: Iterable[tuple[str, Profile]], bands: Sequence[str], most: int = 3) -> None:
        self.profiles, self.bands, self.most = dict(profiles), bands, most
        self.ids = list(self.profiles)
        self.places = {id_: place for place, id_ in enumerate(self.ids)}
        self.shares = [sorted(_shares(one), key=_worth, reverse=True) for one in self.profiles.values()]
        self.under: dict[Share, list[int]] = {}
        for place, shares in enumerate(self.shares):
            for share in shares:
                self.under.setdefault(share, []).append(place)

    def of(self, id_: str) -> list[Near]:
        """The nearest cases, nearest first."""
        own, place = self.profiles[id_], self.places[id_]
        found: dict[str, Near] = {}
        for _, equal in groupby(self.shares[place], _worth):
            if len(found) >= self.most:
                break
            for share in equal:
                for other in self._after(self.under[share], place):
                    if other not in found:
                        found[other] = Near(other, *shared(own, self.profiles[other], self.bands))
        return sorted(found.values(), key=lambda near: (-near.score, self.places[near.id]))[: self.most]

    def _after(self, listed: list[int], own: int) -> Iterator[str]:
        """As many as are wanted of those under one share, from the case on and round: each has its turn."""
        at = bisect_left(listed, own)
        for step in range(1, min(len(listed) - 1, self.most) + 1):
            yield self.ids[listed[(at + step) % len(listed)]]


def _shares(one: Profile) -> dict[Share, None]:
    """All that a case could share with another, each once."""
    places = {("country", code): None for code in one.countries[:COMPARED]}
    places |= {("continent", continents().get(code, "")): None for code in one.countries[:COMPARED]}
    themes = [("theme", theme) for theme in one.themes[:COMPARED]]
    whose = [part for authority in one.authorities[:COMPARED] for part in _subsets(authority)]
    made = product([(), *dict.fromkeys(whose)], [None, *places], [None, *themes])
    shares = ((*who, *(one for one in more if one)) for who, *more in made)
    return {share: None for share in shares if share}


def _subsets(authority: Part) -> Iterator[Share]:
    told = tuple((name, authority[name]) for name in OF_AUTHORITY if authority.get(name))
    yield from ((one,) for one in told)
    if len(told) > 1:
        yield told


def _worth(share: Share) -> int:
    return sum(NEXT if name == "continent" else SAME for name, _ in share)
