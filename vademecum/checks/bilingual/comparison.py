"""What one comparison of two languages is made of, and what all of them share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple, TypeVar

from vademecum.checks.rules.slip import Slip

Value = TypeVar("Value")
Said = Mapping[Value, tuple[str, int]]  # by what it comes to: how it is written, and where first
Needles = Mapping[str, tuple[str, ...]]  # by language
DIGITS = tuple("0123456789")


class Comparison(NamedTuple):
    """What is told of a text and its counterpart, given each with its language; and letters of which a text
    of each language has some wherever anything is told. Both texts have them, or `either` of them.
    """

    needs: Needles
    told: Callable[[str, str, str, str], Iterator[Slip]]
    either: bool = False


def one_each(
    mine: Collection[Value],
    others: Collection[Value],
    had: Collection[Value] = (),
    had_there: Collection[Value] = (),
) -> tuple[Value, Value] | None:
    """The one value that a text has and the other has in no way, and the one that the other has instead;
    nothing where it is not one on each side. `had` and `had_there` are what the texts say in other words.
    """
    more = [value for value in mine if value not in others and value not in had_there]
    fewer = [value for value in others if value not in mine and value not in had]
    return (more[0], fewer[0]) if len(more) == len(fewer) == 1 else None


def one_apart(
    read: Callable[[str, str], Said[Value]],
    here: str,
    ours: str,
    there: str,
    theirs: str,
    code: str = "number-differs",
) -> Iterator[Slip]:
    """The one of what is read in a text of our language that the other has not, which has another."""
    mine = read(here, ours)
    others = read(there, theirs) if mine else {}
    if pair := one_each(mine, others):
        (found, at), (other, _) = mine[pair[0]], others[pair[1]]
        yield code, at, {"found": found, "other": other}
