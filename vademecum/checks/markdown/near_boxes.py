"""Boxes that are nearly one, or are written as other tools have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.document import inlines, tree, walking
from vademecum.document.markdown_blocks import ALERTS, NAMED
from vademecum.document.origin import Origin
from vademecum.model import Finding

# The kinds of boxes of other tools (VuePress, Docusaurus, Pandoc) that a forge's boxes have another name for.
OTHER_BOXES = {"INFO": "NOTE", "DETAILS": "NOTE", "EXAMPLE": "TIP", "SUCCESS": "TIP", "DANGER": "CAUTION"}
_KINDS, _NAMES = "|".join(ALERTS), "|".join((*ALERTS, *OTHER_BOXES, *NAMED))
BOX = re.compile(
    rf">?[ ]*\[[ ]*![ ]*(\w+)[ ]*\]|[\[(]!({_KINDS})\b[)]?|>?[ ]*\[({_KINDS})\]|!({_KINDS})\b"
    r"|:{3,}[ \t]*\{?\.?(\w+)|\?{3}\+?[ ]+(\w+)"
    rf"|(?:!!|!{{4,6}})[ ]*({_NAMES})\b|!!!({_NAMES})\b",
    re.IGNORECASE,
)
ALERT = re.compile(r"\[!\w+\]")  # which the parser knows, within a quotation


def box_meant(words: str) -> str:
    """How the box that some words open is written; "" for words that open none."""
    if not (box := BOX.match(words)):
        return ""
    kind = next(filter(None, box.groups())).upper()
    return f"> [!{OTHER_BOXES.get(kind) or NAMED.get(kind.lower(), kind)}]"


def opened_by_colons(node: tree.Entry) -> Iterator[Finding]:
    """A box between lines of colons, the first of which says what the paragraph above it means."""
    for blocks in node.definitions:
        first = blocks[0] if blocks else None
        if not isinstance(first, (tree.Paragraph, tree.Line)) or first.origin is None:
            continue
        found = f":{walking.plain(first.content)}".split("\n")[0][:60]
        if found.startswith(":::") and (meant := box_meant(found)):
            values = {"found": found, "nearest": meant}
            yield Finding("unquoted-box", first.origin.location(first.at), values)


def named_in_bold(node: tree.Quote, origin: Origin) -> Iterator[Finding]:
    """A quotation that begins with the kind of a box in bold."""
    first = node.blocks[0] if node.blocks else None
    bold = first.content[0] if isinstance(first, tree.Paragraph) and first.content else None
    kind = walking.plain(bold.content).strip(" :\u00a0").upper() if isinstance(bold, inlines.Strong) else ""
    if kind.lower() in ALERTS:
        values = {"found": f"> **{kind}**", "nearest": f"> [!{kind}]"}
        yield Finding("unquoted-box", origin.location(node.at), values)
