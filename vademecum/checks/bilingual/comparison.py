"""What one comparison of two languages is made of, and what all of them share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple, TypeVar

from vademecum.checks.words.slip import Slip

Value = TypeVar("Value")
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
