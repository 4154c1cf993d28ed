"""What was read and made before, kept for as long as what it came from stays the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

from vademecum.sources.clean import Clean

T = TypeVar("T")


class Cache:
    """Remembers what each file gave, so that loading again reads only what changed since; and what an earlier
    check or build found clean.
    """

    def __init__(self) -> None:
        self.clean = Clean()
        self._files: dict[str, tuple[tuple[int, int], Any]] = {}
        self._made: dict[Any, tuple[tuple[Any, ...], Any]] = {}

    def read(self, path: str, stat: os.stat_result, make: Callable[[], T]) -> T:
        stamp = (stat.st_mtime_ns, stat.st_size)
        if self._files.get(path, (None,))[0] != stamp:
            self._files[path] = (stamp, make())
        value: T = self._files[path][1]
        return value

    def keep(self, path: str, stat: os.stat_result, value: object) -> None:
        """Know what a file gave that was read elsewhere."""
        self._files[path] = ((stat.st_mtime_ns, stat.st_size), value)

    def made(self, key: Any, parts: tuple[Any, ...], make: Callable[[], T]) -> T:
        """What `make` gives, made anew only when one of the parts that it is made from is another."""
        known = self._made.get(key)
        if known is None or known[0] != parts:
            self._made[key] = known = (parts, make())
        return known[1]
