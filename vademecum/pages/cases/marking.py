"""Parties on a sheet -> the marks of a map and the ties between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vademecum.drawings.frames import Frame
from vademecum.drawings.maps import Spot
from vademecum.drawings.placing import APART, grouped
from vademecum.pages.cases.parties import Party

Ties = list[tuple[int, int]]


class Sheet:
    """A frame with the parties on it, by their numbers: where each lies, and in which groups.

    Within `reach` units, parties of a country lie together; there are at most so many marks.
    """

    def __init__(self, frame: Frame, parties: Sequence[Party], reach: float, most: int) -> None:
        self.frame, self.parties = frame, parties
        self.at = {
            number: place
            for number, party in enumerate(parties)
            if party.position and (place := frame.on_sheet(*party.position))
        }
        # Those that work most come first: they have the first choice of room.
        order = sorted(self.at, key=lambda number: (-len(parties[number].cases), number))
        kinds = [parties[number].country for number in order]
        groups = grouped([self.at[number] for number in order], kinds, reach, most)
        self.groups = [[order[one] for one in group] for group in groups]

    def marked(
        self, spot: Callable[[int], Spot], heap: Callable[[list[int]], Spot]
    ) -> tuple[list[Spot], Ties]:
        """The marks, groups of several first; and which of them are tied. A group of few has a mark each."""
        spots: list[Spot] = []
        mark: dict[int, int] = {}  # a party's number -> its mark's
        for group in sorted(self.groups, key=lambda group: -len(group) if len(group) > APART else 0):
            if len(group) > APART:
                mark |= dict.fromkeys(group, len(spots))
                spots.append(heap(group))
                continue
            for number in group:
                mark[number] = len(spots)
                spots.append(spot(number))
        ties = [
            (mark[a], mark[b])
            for a in mark
            for b in self.parties[a].others
            if b in mark and self._leads(a, b)
        ]
        return spots, ties

    def _leads(self, a: int, b: int) -> bool:
        """Whether a tie goes from one party to another, so that each is drawn once."""
        rank = [(self.parties[number].kind != "authority", number) for number in (a, b)]
        return rank[0] < rank[1]

    def middle(self, group: Sequence[int]) -> tuple[float, float]:
        """Where the mark of a group lies."""
        xs, ys = zip(*(self.at[number] for number in group), strict=True)
        return sum(xs) / len(group), sum(ys) / len(group)
