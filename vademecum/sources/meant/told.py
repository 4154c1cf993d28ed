"""What is told of a whole group, whatever is wrong with its parts, and the parts of which nothing more is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vademecum.model import Finding
from vademecum.model.walk import Path


class Told(NamedTuple):
    """A finding, and the paths of which nothing more is to be told; with `whole`, of what is in them too."""

    finding: Finding
    paths: frozenset[Path]
    whole: bool = False


class Explained:
    """The paths of which nothing more is to be told, for many who ask."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._paths: set[Path] = set()
        self._whole: set[Path] = set()
        for one in told:
            (self._whole if one.whole else self._paths).update(one.paths)

    def has(self, steps: Path) -> bool:
        """Whether a problem at a path is told already."""
        return steps in self._paths or any(steps[:end] in self._whole for end in range(len(steps) + 1))
