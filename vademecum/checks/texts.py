"""Document -> findings: links, pictures, citations and figures that lead nowhere; marks that found nothing to mark; too long a breath."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from vademecum.document import tree
from vademecum.document.origin import Origin
from vademecum.document.tree import Document, Target
from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding
from vademecum.sources.characters import unprintable

# What a reader takes in one breath: a paragraph, item or definition that is longer asks to be split.
MAX_WORDS = 120
NOTE = re.compile(r"\[\^[^\]\s]+\]")
FIGURE = re.compile(r"\{\{\s*figure\s*:[^}]*\}\}")
OLD_BOX = re.compile(r"^!!!\s+([\w-]+)(?:\s+\"([^\"]*)\")?", re.MULTILINE)
ATTRIBUTES = re.compile(r"\{(:\s*)?((?:lang=|#|\.)[^{}\n]*)\}")
ALERTS = {"note": "NOTE", "example": "TIP", "warning": "WARNING"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a text may refer to. `anchors` gives the anchors of an entry's page, None where there is no such page."""

    entries: Callable[[str], Collection[str]]  # the ids of a kind of entry
    anchors: Callable[[str, str], Collection[str] | None]
    pictures: Collection[str]
    references: Collection[str]
    figures: Collection[str]


def check_text(document: Document, known: Known) -> Iterator[Finding]:
    """What is wrong with a document's texts, each finding at its place. What the generator made is not looked at."""
    check = _Check(document, known)
    blocks = [*document.blocks, *(block for note in document.notes for block in note.blocks)]
    for node, origin in tree.walk(blocks):
        if origin is not None and (look := CHECKS.get(type(node))):
            yield from look(check, node, origin)


class _Check:
    def __init__(self, document: Document, known: Known) -> None:
        self.document, self.known = document, known

    # -- what refers to something -------------------------------------------------------------------------

    def link(self, link: tree.Link, origin: Origin) -> Iterator[Finding]:
        target, where = link.target, origin.location(link.at)
        if target.kind == "anchor" and target.anchor not in self.document.anchors:
            yield _no_anchor(target, self.document.anchors, origin, link.at)
        if target.kind not in tree.ENTRIES or link.term:
            return
        anchors = self.known.anchors(target.kind, target.id)
        if anchors is None:
            ids = self.known.entries(target.kind)
            code = "unknown-page" if target.kind == "index" else f"unknown-{target.kind}"
            yield Finding(code, where, {"found": target.id, "nearest": nearest(target.id, ids)})
        elif target.anchor and target.anchor not in anchors:
            yield _no_anchor(target, anchors, origin, link.at)

    def picture(self, picture: tree.Picture, origin: Origin) -> Iterator[Finding]:
        if picture.path and picture.path not in self.known.pictures:
            near = nearest(picture.path, self.known.pictures)
            values = {"found": picture.written, "nearest": near}
            yield Finding("missing-picture", origin.location(picture.at), values)

    def citation(self, citation: tree.Citation, origin: Origin) -> Iterator[Finding]:
        for work in citation.works:
            if work.source not in self.known.references:
                at = origin.text.encode().find(f"@{work.source}".encode(), citation.at)
                values = {"found": work.source, "nearest": nearest(work.source, self.known.references)}
                yield Finding("unknown-reference", origin.location(at + 1), values)

    def figure(self, figure: tree.Figure, origin: Origin) -> Iterator[Finding]:
        if figure.id not in self.known.figures:
            values = {"found": figure.id, "nearest": nearest(figure.id, self.known.figures)}
            yield Finding("unknown-figure", origin.location(figure.at), values)

    # -- words ----------------------------------------------------------------------------------------------

    def text(self, text: tree.Text, origin: Origin) -> Iterator[Finding]:
        words = text.words
        if "[^" in words and (note := NOTE.search(words)):
            yield Finding("missing-footnote", _place(text, note.start(), origin), {"found": note[0]})
        if "{{" in words and (call := FIGURE.search(words)):
            yield Finding("figure-inline", _place(text, call.start(), origin), {"found": call[0]})
        if "!!!" in words and (box := OLD_BOX.search(words)):
            kind, title = ALERTS.get(box[1], "NOTE"), f" > **{box[2]}**" if box[2] else ""
            values = {"found": box[0], "nearest": f"> [!{kind}]{title}"}
            yield Finding("old-box", _place(text, box.start(), origin), values)
        if "{" in words and (loose := ATTRIBUTES.search(words)):
            values = {"found": loose[0], "nearest": f"*…*{{{loose[2].strip()}}}"}
            yield Finding("loose-attributes", _place(text, loose.start(), origin), values)
        if not words.isascii() and (lacking := unprintable().search(words)):
            found = f"{lacking[0]} (U+{ord(lacking[0]):04X})"
            yield Finding("unprintable-character", _place(text, lacking.start(), origin), {"found": found})

    def breath(self, node: Any, origin: Origin) -> Iterator[Finding]:
        """A text that is too long to be read in one go; citations do not count."""
        words = [word for word in tree.plain(node.content).split() if any(map(str.isalnum, word))]
        if len(words) > MAX_WORDS:
            values = {"found": " ".join(words[:5]) + " …", "length": str(len(words)), "limit": str(MAX_WORDS)}
            yield Finding("long-paragraph", origin.location(node.at), values)


def _place(text: tree.Text, index: int, origin: Origin) -> Any:
    return origin.location(text.offset(index))


def _no_anchor(target: Target, anchors: Collection[str], origin: Origin, at: int) -> Finding:
    known = sorted(anchors)
    values = {"found": target.anchor, "choices": choices(known), "nearest": nearest(target.anchor, known)}
    return Finding("broken-anchor", origin.location(at), values)


CHECKS: dict[type, Callable[[_Check, Any, Origin], Iterator[Finding]]] = {
    tree.Link: _Check.link,
    tree.Picture: _Check.picture,
    tree.Citation: _Check.citation,
    tree.Figure: _Check.figure,
    tree.Text: _Check.text,
    tree.Paragraph: _Check.breath,
    tree.Line: _Check.breath,
}
