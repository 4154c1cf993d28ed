"""The places of a printed document, what links lead to, and what a page asks of the document around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from vademecum.document import inlines, tree
from vademecum.print.drawings import Drawing


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link leads: `to` is a key of the same document, `address` that on the web, each "" for none.

    `kind` is how the link looks: term, concept, citation, entry, outside, or plain for words alone.
    """

    kind: str
    to: str = ""
    address: str = ""


@dataclass(slots=True)
class Anchors:
    """The places of one printed document, each once; links to what does not stand in it lead to the web."""

    given: set[str] = field(default_factory=set)
    links: list[dict[str, Any]] = field(default_factory=list)
    tables: int = 0

    def give(self, key: str) -> str:
        """The key, where nothing has it yet; else ""."""
        if key in self.given:
            return ""
        self.given.add(key)
        return key

    def settle(self) -> None:
        """Let every link lead to a place that is there; called when all is written."""
        for link in self.links:
            if link["to"] and link["to"] not in self.given:
                link["to"] = ""
        self.links.clear()


@dataclass(frozen=True, slots=True)
class Around:
    """What a page asks of the document around it, which alone knows what else stands in it."""

    place: Callable[[inlines.Target, bool], Place]  # where a link leads; whether the linker made it
    cite: Callable[[str], str]  # how a work is cited; "" for one that is not known
    picture: Callable[[str], str]  # the file that the press is given for a picture; "" for none
    drawing: Callable[[tree.Figure], Drawing | None]
    anchors: Anchors
