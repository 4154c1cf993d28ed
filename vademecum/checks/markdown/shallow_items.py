"""Items of a list that are moved in, but too little to stand in the one above: readers see them beside it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from vademecum.checks.markdown.near_lines import as_written
from vademecum.document import tree
from vademecum.document.origin import Origin
from vademecum.model import Finding

DEEPEST = 40  # spaces before an item that are counted
SHOWN = 60  # letters of an item that are repeated


def shallow(node: tree.Items, origin: Origin) -> Iterator[Finding]:
    """The first item of a list that stands further in than the one above it."""
    for above, item in itertools.pairwise(node.items):
        if _column(item.at, origin.source) > _column(above.at, origin.source):
            yield _told(item.at, item, origin)
            return


def shallow_list(above: tree.Block | None, node: tree.Block) -> Iterator[Finding]:
    """The same of a list of another kind, as one with hyphens below an item with its number."""
    if not (isinstance(above, tree.Items) and isinstance(node, tree.Items)) or node.origin is None:
        return
    source = node.origin.source
    other = (node.start is None) != (above.start is None)
    if other and _column(node.at, source) > _column(above.items[-1].at, source):
        yield _told(node.at, node, node.origin)


def _column(at: int, source: bytes) -> int:
    """Where the sign of an item stands on its line, before which spaces may be its own."""
    line = source[at : at + DEEPEST]
    return at + len(line) - len(line.lstrip(b" ")) - source.rfind(b"\n", 0, at)


def _told(at: int, block: tree.Item | tree.Items, origin: Origin) -> Finding:
    return Finding("shallow-item", origin.location(at), {"found": as_written(block)[:SHOWN]})
