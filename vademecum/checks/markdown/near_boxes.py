"""Boxes that are nearly one, or are written as other tools have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.markdown.bold_lines import bold
from vademecum.checks.markdown.paragraphs import CUT
from vademecum.document import inlines, tree, walking
from vademecum.document.markdown_blocks import ALERTS, NAMED
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

# The kinds of boxes of other tools (VuePress, Docusaurus, Pandoc) that a forge's boxes have another name for.
OTHER_BOXES = {"INFO": "NOTE", "DETAILS": "NOTE", "EXAMPLE": "TIP", "SUCCESS": "TIP", "DANGER": "CAUTION"}
_KINDS, _NAMES = "|".join(ALERTS), "|".join((*ALERTS, *OTHER_BOXES, *NAMED))
BOX = regex(
    rf">?[ ]*\[[ ]*![ ]*(\w+)[ ]*\]|[\[(]!({_KINDS})\b[)]?|>?[ ]*\[({_KINDS})\]|!({_KINDS})\b"
    r"|:{3,}[ \t]*\{?\.?(\w+)|\?{3}\+?[ ]+(\w+)"
    rf"|(?:!!|!{{4,6}})[ ]*({_NAMES})\b|!!!({_NAMES})\b",
    re.IGNORECASE,
)
ALERT = regex(r"\[!\w+\]")  # which the parser knows, within a quotation
# A line that is no sentence, and how the sentence below it begins.
TITLE = regex(r"(?=.{4,40}\Z)[A-ZÀ-Þ][^\n]*[^\W_](?:[ \u00a0]?[?])?")
SENTENCE = regex(
    r"(?:(?:La|Les?|Une?|Des|Cette|Ces|Elles?|Ils?|On|The|An?|This|These|It|They) |L['’])(?=[a-zà-ÿ])"
)
# The lines of a box that stands in nothing else, an empty one without the sign, and the line behind it.
PARTED = regex(
    rb"[ ]{0,3}>[ ]?\[![^\n]*(?:\n[ ]{0,3}>[^\n]*)*\n(?:[ \t]*\n)+(?=[ ]{0,3}>(?![ ]*\[!))([^\n]*)"
)


def box_meant(words: str) -> str:
    """How the box that some words open is written; "" for words that open none."""
    if not (box := BOX.match(words)):
        return ""
    kind = next(filter(None, box.groups())).upper()
    known = kind if kind.lower() in ALERTS else "NOTE"
    return f"> [!{OTHER_BOXES.get(kind) or NAMED.get(kind.lower(), known)}]"


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


def boxes(node: tree.Box, origin: Origin) -> Iterator[Finding]:
    """A box that says nothing, one that an empty line without its sign ends too early, and one whose title
    runs into its text.
    """
    if node.kind not in tree.BOXES:
        return
    source = origin.source
    parted = PARTED.match(source, source.rfind(b"\n", 0, node.at) + 1) if node.at >= 0 else None
    if parted:
        found = parted[1].decode(errors="ignore").strip()[:60]
        yield Finding("parted-box", origin.location(parted.start(1)), {"found": found})
    elif not node.blocks:
        values = {"found": walking.plain(node.title) or node.kind}
        yield Finding("empty-box", origin.location(node.at), values)
    first = node.blocks[0] if node.blocks and not node.title else None
    if first is not None and (words := bold(first)) and isinstance(first, tree.Paragraph):
        yield Finding("joined-title", origin.location(first.at), {"found": f"> **{words}**"})
    elif first is not None and (plain := _plain_title(first, alone=len(node.blocks) > 1)):
        values = {"found": f"> {plain}", "nearest": f"> **{plain}**"}
        yield Finding("plain-title", origin.location(getattr(first, "at", node.at)), values)


def _plain_title(first: tree.Block, *, alone: bool) -> str:
    """The first line of a box where it is a title without its marks, above a sentence or other blocks."""
    text = first.content[0] if isinstance(first, tree.Paragraph) and len(first.content) == 1 else None
    if not isinstance(text, inlines.Text):
        return ""
    line, below, rest = text.words.partition("\n")
    is_title = TITLE.fullmatch(line) and not line.endswith(CUT)
    return line if is_title and ((below and SENTENCE.match(rest)) or (alone and not below)) else ""


def named_in_bold(node: tree.Quote, origin: Origin) -> Iterator[Finding]:
    """A quotation that begins with the kind of a box in bold, or with a title."""
    first = node.blocks[0] if node.blocks else None
    opens = first.content[0] if isinstance(first, tree.Paragraph) and first.content else None
    kind = walking.plain(opens.content).strip(" :\u00a0").upper() if isinstance(opens, inlines.Strong) else ""
    if kind.lower() in ALERTS:
        values = {"found": f"> **{kind}**", "nearest": f"> [!{kind}]"}
        yield Finding("unquoted-box", origin.location(node.at), values)
    elif isinstance(first, tree.Paragraph) and (words := bold(first)) and _goes_on(node, first):
        values = {"found": f"> **{words}**", "nearest": "> [!NOTE]"}
        yield Finding("unquoted-box", origin.location(node.at), values)


def _goes_on(node: tree.Quote, first: tree.Paragraph) -> bool:
    """Whether anything follows the first line of a quotation."""
    return len(node.blocks) > 1 or len(first.content) > 1
