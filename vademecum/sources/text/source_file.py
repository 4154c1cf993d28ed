"""A source file: its data, where each value and key of them stands, and its Markdown body."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, field
from typing import Any

from vademecum.model import Location

Path_ = tuple[str | int, ...]


class Refused(str):
    """Stands for a value that was refused, so that nothing more is found about it."""

    __slots__ = ()


@dataclass(frozen=True)
class SourceFile:
    """One source file: its data (mappings, lists and text), where each value and key stands, and its Markdown
    body.

    `values` and `keys` map a path of keys and indices to a (line, column) from 1; `body_line` is the file's
    line on which `body` begins.
    """

    path: str
    data: Any = None
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    text: str = ""

    @functools.cached_property
    def digest(self) -> str:
        """What stands for the text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def in_body(self, at: int = 0) -> Location:
        """The place of a letter of the body."""
        begins = self.body.rfind("\n", 0, at) + 1
        return Location(self.path, self.body_line + self.body.count("\n", 0, at), at - begins + 1)

    def where(self, *path: str | int, key: bool = False) -> Location:
        """The place of the value (or key) at `path`, or of the nearest thing around it that stands in the
        file.
        """
        for end in range(len(path), -1, -1):
            for marks in (self.keys, self.values) if key else (self.values, self.keys):
                if (mark := marks.get(path[:end])) is not None:
                    return Location(self.path, *mark)
        return Location(self.path)
