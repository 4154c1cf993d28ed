"""A link to a place that is not there on its page: what was meant, a note of a word processor's among it."""

from __future__ import annotations

import re
from collections.abc import Collection

from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding

OF_NOTE = re.compile(r"_(?:ftn|edn)(?:ref)?\d+")  # the anchors that Word gives its notes


def no_anchor(link: inlines.Link, anchors: Collection[str], origin: Origin) -> Finding:
    """What is told of a link to an anchor that is none of its page's."""
    known, target = sorted(anchors), link.target
    if OF_NOTE.fullmatch(target.anchor):
        values = {"found": f"[{walking.plain(link.content)}](#{target.anchor})"}
        return Finding("loose-note", origin.location(link.at), values)
    values = {"found": target.anchor, "choices": choices(known), "nearest": nearest(target.anchor, known)}
    where = origin.location(origin.find(target.anchor, link.at, link.end))
    return Finding("broken-anchor", where, values)
