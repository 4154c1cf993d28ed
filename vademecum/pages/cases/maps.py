"""The map of actions: who acts where, with whom, as a list and then as two maps that lead into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vademecum.document import inlines, shapes, tree
from vademecum.document.inlines import Inlines, Target, Text
from vademecum.document.tree import Block
from vademecum.drawings import maps
from vademecum.drawings.frames import FRANCE, WORLD
from vademecum.drawings.maps import Spot
from vademecum.drawings.placing import APART
from vademecum.language.collation import slug, sort_key
from vademecum.language.formats import countries
from vademecum.pages.cases.marking import Sheet
from vademecum.pages.cases.parties import Party, parties, short
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import (
    TextBuilder,
    box,
    cited,
    filled,
    heading,
    joined,
    plain,
    signature,
    to_entry,
)

REACH = {WORLD: 24.0, FRANCE: 9.0}  # units of a sheet within which parties of a country lie together
ENLARGED = {WORLD: 0.9, FRANCE: 1.05}  # marks: the world is shown the largest
LETTERS = {WORLD: 9.9, FRANCE: 14.55}  # units of a sheet; France fits a phone with letters of 14 pixels
MOST = 120  # marks on a sheet; beyond, more lie together


def listed(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The blocks of the map's page."""
    return _Map(library).blocks()


class _Map:
    def __init__(self, library: LanguageLibrary) -> None:
        self.library, self.language = library, library.language
        self.parties = parties(library, library.library.cases.values())
        self.t: dict[str, Any] = library.words["map"]
        self.names = countries(self.language)
        self.world, self.france = (Sheet(one, self.parties, REACH[one], MOST) for one in (WORLD, FRANCE))
        # Where a party stands in the list: in a group of several on the larger map that shows it, else in its
        # country.
        self.heaps = {
            number: group
            for sheet in (self.world, self.france)
            for group in sheet.groups
            if len(group) > APART
            for number in group
            if sheet is self.france or number not in self.france.at
        }

    def blocks(self) -> Iterator[Block]:
        count = self.t["list"].format(count=len(self.parties))
        yield box("places", [tree.Details(count, (tree.Entries(tuple(self.entries())),))])
        for sheet in (self.world, self.france):
            if sheet.groups:
                name = sheet.frame.name
                drawn = self.drawn(sheet) if self.library.draws else shapes.UNDRAWN
                yield heading(self.t[name], name)
                yield maps.drawing(f"map {name}", self.t["title"][name], sheet.frame, drawn, f"map-{name}")
        yield signature(self.note())

    # -- the list -----------------------------------------------------------------------------------------

    def entries(self) -> Iterator[tree.Entry]:
        """Countries by name, ours first, then who has none; in each the places where many lie together."""
        by_country: dict[str, list[int]] = {}
        for number, party in enumerate(self.parties):
            by_country.setdefault(party.country if party.position else "-", []).append(number)
        order = sorted(by_country, key=lambda code: (code in ("", "-"), code != "FR", self.sorted_name(code)))
        for code in order:
            numbers = by_country[code]
            heaps = {tuple(self.heaps[n]): None for n in numbers if n in self.heaps}
            alone = [number for number in numbers if number not in self.heaps]
            # A heap that is all of its country needs no name of its own.
            if len(heaps) == 1 and not alone:
                heaps, alone = {}, numbers
            yield self.entry(self.country(code), alone, country_anchor(code))
            for heap in heaps:
                words = self.t["around"].format(name=self.short(heap[0]))
                yield self.entry(f"{words} ({len(heap)})", sorted(heap), self.heap_anchor(heap))

    def sorted_name(self, code: str) -> Any:
        return sort_key(self.country(code))

    def country(self, code: str) -> str:
        return self.t["nowhere"] if code == "-" else self.names.get(code, code) or self.t["no_country"]

    def entry(self, name: str, numbers: Sequence[int], anchor: str) -> tree.Entry:
        lines = tuple(
            tree.Item((tree.Line(self.line(self.parties[n])),), anchor=party_anchor(n)) for n in numbers
        )
        return tree.Entry(plain(name), ((tree.Items(lines),),) if lines else (), anchor)

    def line(self, party: Party) -> Inlines:
        """A party with its cases, and with whom it works."""
        name: Inlines = (inlines.Strong(plain(party.name), party.lang),)
        cases = joined(((self.to_case(id_),) for id_ in party.cases), self.t["joint"])
        line = filled(self.t["line"], name=name, cases=cases)
        if party.others:
            others = (self.parties[number] for number in party.others)
            names = joined((plain(other.name, other.lang) for other in others), ", ")
            line += filled(self.t["with"], names=names)
        return line

    def to_case(self, id_: str) -> inlines.Link:
        title, spoken = self.library.title("case", id_, self.language)
        return to_entry("case", id_, short_title(title), spoken if spoken != self.language else "")

    # -- the maps -----------------------------------------------------------------------------------------

    def drawn(self, sheet: Sheet) -> shapes.Drawn:
        spots, ties = sheet.marked(lambda one: self.spot(one, sheet), lambda group: self.heap(group, sheet))
        frame = sheet.frame
        return maps.drawn(frame, spots, ties, self.t["legend"], ENLARGED[frame], LETTERS[frame])

    def spot(self, number: int, sheet: Sheet) -> Spot:
        """A party's mark: to its case, or to its place in the list where it has several."""
        party = self.parties[number]
        one = next(iter(party.cases)) if len(party.cases) == 1 else ""
        target = Target("case", one) if one else Target("anchor", anchor=party_anchor(number))
        more = short_title(self.library.title("case", one, self.language)[0]) if one else self.cases(party)
        words = self.t["mark"].format(name=party.name, more=more)
        return Spot(party.kind, *sheet.at[number], self.short(number), words, target, party.lang)

    def cases(self, party: Party) -> str:
        return str(self.t["cases"]).format(count=len(party.cases))

    def heap(self, group: list[int], sheet: Sheet) -> Spot:
        """One mark for several, to where the list has them."""
        country = self.parties[group[0]].country
        anchor = self.heap_anchor(group) if self.heaps.get(group[0]) == group else country_anchor(country)
        label = self.short(group[0]) if sheet.frame is FRANCE else self.country(country)
        words = self.t["several"].format(name=label, count=len(group))
        return Spot(
            "several", *sheet.middle(group), label, words, Target("anchor", anchor=anchor), count=len(group)
        )

    def heap_anchor(self, group: Sequence[int]) -> str:
        """The anchor of a group in the list; that of its country where it is all of it."""
        country = self.parties[group[0]].country
        size = sum(party.country == country and party.position is not None for party in self.parties)
        return country_anchor(country) if size == len(group) else f"around-{min(group)}"

    def short(self, number: int) -> str:
        return short(self.parties[number].name, self.language)

    def note(self) -> Inlines:
        """Where positions and outlines come from."""
        library = self.library.library
        ids = sorted(
            {case.facts.reference_data or "" for case in library.cases.values()} & set(library.references)
        )
        said: Inlines = plain(self.t["note"])
        if ids:
            sources = joined(((cited(id_, bare=True),) for id_ in ids), self.t["joint"])
            said += (Text(" "), *filled(self.t["positions"], sources=sources))
        return said


def country_anchor(code: str) -> str:
    return f"place-{slug(code)}" if code not in ("", "-") else "place-none" if code else "place-unknown"


def party_anchor(number: int) -> str:
    return f"party-{number + 1}"


def short_title(title: str) -> str:
    """A case's title up to its colon, which is the place."""
    return title.split(" : ")[0].split(": ")[0]
