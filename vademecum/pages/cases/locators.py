"""A case's own small map: its authorities, its partners, the ties between them, the places of the action,
in the frame that fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vademecum.document.shapes import UNDRAWN, Drawn
from vademecum.document.tree import Block
from vademecum.drawings import maps
from vademecum.drawings.frames import WORLD, Frame, smallest
from vademecum.drawings.maps import Spot
from vademecum.language.formats import countries
from vademecum.language.words import words
from vademecum.pages.cases.marking import Sheet
from vademecum.pages.cases.parties import Party, parties, places, short
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import signature, to_entry
from vademecum.sources.library import CaseStudy

# Marks and words are larger than on the map of all, on the world twice so: a case's map is shown small. Its
# letters are of 6 points in the column of a handout.
ENLARGED, LETTERS, REACH, MOST = 1.6, 12.4, 5.0, 24
STYLES = ("drawings.css",)


def locator(case: CaseStudy, spoken: str, library: LanguageLibrary) -> Iterator[Block]:
    """The map of a case, with the way to the map of all; nothing where no place is known."""
    acting = [*parties(library, [case]), *places(library, case)]
    positions = [party.position for party in acting if party.position]
    if not positions:
        return
    t, frame = words(spoken)["map"], smallest(positions)
    drawn = _drawn(acting, frame, spoken) if library.draws else UNDRAWN
    alt = t["alt"].format(names=", ".join(party.name for party in acting if party.position))
    yield maps.drawing(f"map locator {frame.name}", t["near"], frame, drawn, "map", alt)
    yield signature((to_entry("index", "map", t["whole"]),))


def _drawn(acting: Sequence[Party], frame: Frame, spoken: str) -> Drawn:
    larger = ENLARGED * (2 if frame is WORLD else 1)
    sheet = Sheet(frame, acting, REACH * larger, MOST)

    def spot(number: int) -> Spot:
        return Spot(acting[number].kind, *sheet.at[number], short(acting[number].name, spoken))

    def heap(group: list[int]) -> Spot:
        country = acting[group[0]].country
        name = countries(spoken).get(country, "")
        return Spot("several", *sheet.middle(group), name, count=len(group))

    spots, ties = sheet.marked(spot, heap)
    # Names tell who acts: where all marks are full squares, nothing needs telling apart.
    legend = words(spoken)["map"]["legend"] if {one.kind for one in spots} != {"authority"} else {}
    return maps.drawn(frame, spots, ties, legend, larger, LETTERS * larger)
