"""How many headings, notes, pictures, rows and figures a text has, where that is too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vademecum.document import inlines, tree
from vademecum.document.origin import Origin
from vademecum.model import Finding
from vademecum.sources.text.limits import PARTS

COUNTED: dict[type, str] = {
    tree.Heading: "headings",
    inlines.NoteMark: "notes",
    inlines.Picture: "pictures",
    tree.Row: "rows",
    tree.Figure: "figures",
}


FEWEST = min(PARTS.values())


def too_many(nodes: Sequence[tuple[tree.Node, Origin | None]]) -> Iterator[Finding]:
    """More parts of a kind than a text may hold, told where there is the first too many."""
    if len(nodes) <= FEWEST:
        return
    counted: dict[type, list[tuple[Any, Origin]]] = {type_: [] for type_ in COUNTED}
    for node, origin in nodes:
        if type(node) in counted and origin is not None:
            counted[type(node)].append((node, origin))
    for type_, found in counted.items():
        kind = COUNTED[type_]
        if len(found) > (limit := PARTS[kind]):
            node, origin = found[limit]
            values = {"length": str(len(found)), "limit": str(limit), "kind": kind}
            yield Finding("too-many-parts", origin.location(node.at), values)
