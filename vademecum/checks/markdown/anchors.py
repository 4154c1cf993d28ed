"""A link to a place that is not there on its page: what was meant, a note of a word processor's among it."""

from __future__ import annotations

from collections.abc import Collection

from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.document.tree import Document
from vademecum.language.collation import slug
from vademecum.language.nearest import choices, nearest
from vademecum.language.regex import regex
from vademecum.model import Finding

OF_NOTE = regex(r"_(?:ftn|edn)(?:ref)?\d+")  # the anchors that Word gives its notes


def titled(anchor: str, document: Document) -> str:
    """The given anchor of the heading from whose title another one was made; "" for none."""
    wanted = _letters(anchor)
    same = (one.anchor for one in document.headings if _letters(one.words) == wanted)
    return next((own for own in same if own != anchor), "")


def _letters(words: str) -> str:
    return slug(words).replace("-", "")


def no_anchor(
    link: inlines.Link, anchors: Collection[str], origin: Origin, document: Document | None = None
) -> Finding:
    """What is told of a link to an anchor that is none of its page's."""
    known, target = sorted(anchors), link.target
    if OF_NOTE.fullmatch(target.anchor):
        values = {"found": f"[{walking.plain(link.content)}](#{target.anchor})"}
        return Finding("loose-note", origin.location(link.at), values)
    if not target.anchor:  # [words](#), a link that is still to lead somewhere
        values = {"found": f"[{walking.plain(link.content)}](#)"}
        return Finding("empty-link", origin.location(link.at), values)
    if not known:
        where = origin.location(origin.find(target.anchor, link.at, link.end))
        return Finding("no-anchors", where, {"found": target.anchor})
    near = titled(target.anchor, document) if document else ""
    near = near or nearest(target.anchor, known)
    values = {"found": target.anchor, "choices": choices(known), "nearest": near}
    where = origin.location(origin.find(target.anchor, link.at, link.end))
    return Finding("broken-anchor", where, values)
