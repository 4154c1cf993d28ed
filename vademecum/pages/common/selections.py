"""The pages of cases that share something: one for each value of each facet, one for each kind of outcome at
each stage. They are what readers without scripts choose by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vademecum.language.collation import slug
from vademecum.model.facets import OUTCOMES
from vademecum.pages.common.facet_words import facet_label, value_label
from vademecum.sources.library import Library

Choice = tuple[str, str]  # a facet and a value of it
LONGEST = 60  # of a value's name in an address; a longer one ends with a whole word before that


@dataclass(frozen=True, slots=True)
class Selection:
    """The cases that meet one choice, or two of one part. `cases` are their ids, in no order of note."""

    choices: tuple[Choice, ...]
    cases: tuple[str, ...]

    @property
    def id(self) -> str:
        """What the page is named by: "theme/water", "outcomes/economic-observed"."""
        values = "-".join(value for _, value in self.choices)
        return f"{self.choices[0][0] if len(self.choices) == 1 else OUTCOMES}/{values}"


def selections(library: Library) -> dict[str, Selection]:
    """Every selection that holds a case, by its id, in the order of the facets and their values."""
    found: dict[tuple[Choice, ...], dict[str, None]] = {}
    for id_, parts in library.case_parts.items():
        for held in parts.values():
            for part in held:
                for choices in _met(part):
                    found.setdefault(choices, {})[id_] = None
    ordered = [choices for choices in _wanted(library) if choices in found]
    return {made.id: made for made in (Selection(choices, tuple(found[choices])) for choices in ordered)}


def _met(part: Mapping[str, str]) -> Iterator[tuple[Choice, ...]]:
    yield from ((choice,) for choice in part.items())
    if "kind" in part:
        yield (("kind", part["kind"]), ("stage", part["stage"]))


def _wanted(library: Library) -> Iterator[tuple[Choice, ...]]:
    facets = {facet.name: facet for facet in library.facets}
    for facet in facets.values():
        yield from (((facet.name, value),) for value in facet.values)
    for kind in facets["kind"].values if "kind" in facets else ():
        yield from ((("kind", kind), ("stage", stage)) for stage in facets["stage"].values)


def labels(selection: Selection, library: Library, language: str) -> list[str]:
    """What the values chosen are called."""
    facets = {facet.name: facet for facet in library.facets}
    return [value_label(facets[name], value, library, language) for name, value in selection.choices]


def endings(made: Iterable[Selection], library: Library, language: str) -> dict[str, str]:
    """The end of each selection's address, below that of the list of cases: "theme/eau-et-assainissement/".

    Where two values have one name, the key of the second tells them apart.
    """
    facets = {facet.name: facet for facet in library.facets}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for selection in made:
        folder = slug(facet_label(facets[selection.choices[-1][0]], language))
        name = _cut(slug(" ".join(labels(selection, library, language))))
        if (ending := f"{folder}/{name}/") in taken:
            ending = f"{folder}/{name}-{slug(selection.id)}/"
        taken.add(ending)
        found[selection.id] = ending
    return found


def _cut(name: str) -> str:
    """A name in an address, up to the last whole word that it has room for."""
    return name if len(name) <= LONGEST else name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]
