"""What is nearly Markdown and is shown as it was typed: what was probably meant, at its place.

Nothing here is wrong to the parser: a pasted bullet is a sign like any other. Each rule looks at the words
that came out as plain text, so that what did become a list, a table or a link is never told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple

from vademecum.document import tree
from vademecum.document.origin import Origin
from vademecum.language.nearest import nearest
from vademecum.model import Finding

_NARROW = "\u00a0\u202f\u2009"
# Signs that programs set before the items of a list, the private ones of their symbol fonts included.
SIGNS = "•●○◦▪▫■□◆◇‣⁃∙·►▶➢➤✓✔➔→\uf0a7\uf0b7\uf0d8\uf076\uf0fc"
PASTED = re.compile(rf"[{SIGNS}][ \t{_NARROW}]*(?=\w)(.*)")
DASH = re.compile(rf"[–—−][ {_NARROW}]+(\S.*)")
NARROW = re.compile(rf"(?:[-*+]|\d{{1,3}}[.)])[{_NARROW}]+(\S.*)")
TIGHT = re.compile(r"(?:[-+*]|\d{1,2}[.)])(?=[^\W\d_])(.*)")
NUMBER = re.compile(r"\d{1,3}[.)][ \t]+\S")
LETTER = re.compile(r"\(?[a-z][.)][ \t]+(\S.*)")
HEADING = re.compile(rf"(#{{1,6}})[{_NARROW}]*([^\s#].*)")
BOX = re.compile(r"\[!(\w+)\]|!(NOTE|TIP|WARNING|IMPORTANT|CAUTION)\b|:{3,}[ \t]*\{?\.?(\w+)", re.IGNORECASE)
# The kinds of boxes of other tools (VuePress, Docusaurus, Pandoc) that a forge's boxes have another name for.
OTHER_BOXES = {"INFO": "NOTE", "DETAILS": "NOTE", "EXAMPLE": "TIP", "SUCCESS": "TIP", "DANGER": "CAUTION"}
CONTENTS = re.compile(r"\[{1,2}_?TOC_?\]{1,2}|\{:?toc\}", re.IGNORECASE)
ROW = re.compile(r"\|.*\||[^|]*\S[ \t]\|[ \t]\S")
RULER = re.compile(r"[|: \t-]*-[|: \t-]*$")
LOOSE = re.compile(r"\*\*|~~|__(?=\w)")
CALL = re.compile(r"\{\{[^{}\n]*\}\}|\{[ \t]*figure[^{}\n]*\}\}?|\{\{[ \t]*figure[^{}\n]*\}?", re.IGNORECASE)
GOOD_CALL = re.compile(r"\{\{[ \t]*figure:[^{}\n]*\}\}")
# A work in no brackets or in other ones; an id in brackets without its sign.
AT = re.compile(r"(?<![\w.@/\\-])([(\[]?)@([a-z0-9][\w-]*)((?:[ \t]*,[^()\[\]\n;]*)?)([)\]]?)")
NO_AT = re.compile(r"[(\[]([a-z0-9]+(?:-[a-z0-9]+)+)((?:[ \t]*,[^()\[\]\n]*)?)[)\]]")
YEAR = re.compile(r".*-(?:19|20)\d\d\Z")
# Links that are none: spaces in the address, between the two brackets; the brackets exchanged; one missing.
SPACED = re.compile(r"!?\[([^\[\]\n]*)\]\(([^()\n]*[^\s()][ \t][^()\n]*)\)")
APART = re.compile(r"\[([^\[\]\n]*)\][ \t]+\(((?:https?://|www\.|mailto:|concept:|case:|chapter:)[^()\s]*)\)")
SWAPPED = re.compile(r"\(([^()\n]+)\)\[((?:https?://|www\.|concept:|case:|chapter:)[^\[\]\s]+)\]")
UNCLOSED = re.compile(r"\]\((?=https?://|mailto:|www\.|concept:|case:|chapter:|\.\.?/)([^()\s]*)")
ALIKE = 0.8
# How a line begins that one of these rules may tell of, but for rows of a table, which a | tells: most
# paragraphs have no such line, and are looked at no closer.
BEGINS = re.compile(
    rf"^[ \t]*(?:[-–—−+*#!\d{SIGNS}]|\[!|:::|[\[{{]{{1,2}}[_:]?toc|\(?[a-z][.)])", re.MULTILINE
)


class _Line(NamedTuple):
    """The beginning of a line of a paragraph: its text, its place in it, its words up to the next node."""

    text: tree.Text
    at: int
    words: str


# -- paragraphs -------------------------------------------------------------------------------------------


def _paragraph(node: Any, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    if not any(type(part) is tree.Text and _may_begin(part.words) for part in node.content):
        return
    yield from _told(node, origin, (_bullets, _numbers, _table, _headings, _boxes, _contents))


def _told(node: Any, origin: Origin, tells: tuple[Callable[[list[_Line]], Told], ...]) -> Iterator[Finding]:
    """What rules tell of a paragraph, each of them once."""
    lines = list(_lines(node))
    for tell in tells:
        for line, code, values in tell(lines):
            at = line.text.offset(line.at)
            if code == "unquoted-box" and line.words[0] == "[" and _before(origin, at) == ">":
                break  # the parser told of it
            place = origin.location(at)
            yield Finding(code, place, {"found": line.words[:60], **values})
            break  # the others of the paragraph are mended with the first


def _may_begin(words: str) -> bool:
    """Whether a line of a text may be something else than words."""
    if "|" in words:
        return True
    at = 0
    while not BEGINS.match(words, at):  # a search would look at every letter
        at = words.find("\n", at) + 1
        if not at:
            return False
    return True


def _before(origin: Origin, at: int) -> str:
    """The sign before a byte offset, spaces left out."""
    return origin.text.encode()[max(0, at - 8) : at].decode(errors="ignore").rstrip(" ")[-1:]


def _lines(node: Any) -> Iterator[_Line]:
    begins = True
    for inline in node.content:
        if isinstance(inline, tree.Text):
            at = 0
            for number, words in enumerate(inline.words.split("\n")):
                if (number or begins) and words.strip():
                    yield _Line(inline, at + len(words) - len(words.lstrip(" \t")), words.strip(" \t"))
                at += len(words) + 1
            begins = inline.words.endswith("\n")
        else:
            begins = isinstance(inline, tree.Break)


Told = Iterator[tuple[_Line, str, dict[str, str]]]


def _bullets(lines: list[_Line]) -> Told:
    """Items that begin with another sign than a list's, or without a space after it."""
    tight = sum(1 for line in lines if TIGHT.match(line.words))
    for number, line in enumerate(lines):
        before = lines[number - 1].words if number else ""
        begins = not number or before.endswith((":", ";", ".", " :")) or DASH.match(before) is not None
        item = PASTED.match(line.words) or NARROW.match(line.words)
        item = item or (DASH.match(line.words) if begins else None)
        if not item and (tight > 1 or before.endswith(":")):
            item = TIGHT.match(line.words)
        if item:
            mark = f"{line.words[0]}." if line.words[0].isdigit() else "-"
            yield line, "pasted-bullet", {"nearest": f"{mark} {item[1].strip()[:40]}"}


def _numbers(lines: list[_Line]) -> Told:
    """Numbers other than 1 under a line of text, which make no list there; letters, which make none ever."""
    lettered = sum(1 for line in lines if LETTER.match(line.words))
    for number, line in enumerate(lines):
        before = lines[number - 1].words if number else ""
        leads = before.endswith((":", ";", ".")) or NUMBER.match(before) is not None
        if number and leads and NUMBER.match(line.words):
            yield line, "list-after-text", {}
        if (lettered > 1 or before.endswith(":")) and LETTER.match(line.words):
            yield line, "lettered-list", {}


def _table(lines: list[_Line]) -> Told:
    """Rows of a table without their line of dashes, or with one that has another number of columns."""
    rows = [line for line in lines if ROW.match(line.words)]
    if len(rows) > 1 or (rows and rows[0].words.startswith("|") and rows[0].words.count("|") > 1):
        first = next((row for row in rows if not RULER.match(row.words)), rows[0])
        columns = first.words.strip("|").count("|") + 1
        yield first, "raw-table", {"nearest": "| " + " | ".join(["---"] * min(columns, 12)) + " |"}


def _headings(lines: list[_Line]) -> Told:
    """Signs of a heading without their space."""
    for line in lines:
        if heading := HEADING.match(line.words):
            alone = len(lines) == 1 and heading[2][0].isupper()
            if len(heading[1]) > 1 or alone:
                yield line, "tight-heading", {"nearest": f"{max(heading[1], '##')} {heading[2].strip()}"}


def _boxes(lines: list[_Line]) -> Told:
    """The opening of a box without its >, or without its brackets, or as other tools have it."""
    for line in lines:
        if box := BOX.match(line.words):
            kind = (box[1] or box[2] or box[3]).upper()
            yield line, "unquoted-box", {"nearest": f"> [!{OTHER_BOXES.get(kind, kind)}]"}


def _contents(lines: list[_Line]) -> Told:
    """What other tools put a list of contents in the place of."""
    for line in lines:
        if CONTENTS.fullmatch(line.words):
            yield line, "contents-mark", {}


def _heading(node: tree.Heading, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """A paragraph that became a heading by a line of dashes under it."""
    source = origin.text.encode()[node.at : node.at + 1]
    words = tree.plain(node.content)
    if source not in (b"#", b"") and (len(words) > 60 or words.rstrip().endswith((".", ":", ";", ","))):
        yield Finding("underlined-heading", origin.location(node.at), {"found": words[:60]})


def _entry(node: tree.Entry, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """A box of another tool, whose closing colons make a term of what stands before them."""
    yield from _told(tree.Line(node.term), origin, (_boxes,))


def _box(node: tree.Box, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    if node.kind in tree.BOXES and not node.blocks:
        yield Finding("empty-box", origin.location(node.at), {"found": tree.plain(node.title) or node.kind})


# -- words ------------------------------------------------------------------------------------------------


def _text(text: tree.Text, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    words = text.words
    found: list[tuple[str, int, dict[str, str]]] = []
    if "@" in words or "[" in words or "(" in words:
        found += _citations(words, references)
    if "](" in words or "] " in words or ")[" in words:
        found += _links(words)
    if "{" in words:
        found += _calls(words)
    if loose := LOOSE.search(words):
        found.append(("loose-mark", loose.start(), {"found": words[loose.start() : loose.start() + 30]}))
    for code, index, values in found:
        if code == "loose-citation" and words[index] == "@" and _before(origin, text.offset(index)) == "[":
            continue  # the parser told of it
        yield Finding(code, origin.location(text.offset(index)), values)


Words = Iterator[tuple[str, int, dict[str, str]]]


def _citations(words: str, references: Collection[str]) -> Words:
    """Works that are named without the brackets or the sign of a citation."""
    for found in AT.finditer(words) if "@" in words else ():
        id_ = found[2]
        near = id_ if id_ in references else nearest(id_, references)
        if id_ in references or YEAR.match(id_) or (near and _alike(id_, near)):
            rest = found[3].strip() if found[1] else ""
            values = {"found": found[0].strip(), "nearest": f"[@{near or id_}{rest}]"}
            yield "loose-citation", found.start(), values
    for found in NO_AT.finditer(words):
        if found[1] in references:
            values = {"found": found[0], "nearest": f"[@{found[1]}{found[2].strip()}]"}
            yield "loose-citation", found.start(), values


def _alike(one: str, other: str) -> bool:
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return same / max(len(one), len(other)) >= ALIKE


def _links(words: str) -> Words:
    """Links that the parser took for words."""
    taken = -1
    for found in SPACED.finditer(words):
        address = "%20".join(re.sub(r"^(concept|case|chapter|mailto):\s+", r"\1:", found[2].strip()).split())
        if not re.search(r"\s[\"'(]", found[2]):
            near = f"{found[0].partition('[')[0]}[{found[1]}]({address})"
            yield "broken-link", found.start(), {"found": found[0], "nearest": near}
            taken = found.end()
    for found in (*APART.finditer(words), *SWAPPED.finditer(words)):
        yield "broken-link", found.start(), {"found": found[0], "nearest": f"[{found[1]}]({found[2]})"}
    for found in UNCLOSED.finditer(words):
        if found.start() >= taken:
            yield "broken-link", found.start(), {"found": found[0], "nearest": f"[…]({found[1]})"}


def _calls(words: str) -> Words:
    """Calls of figures that are written in another way."""
    for found in CALL.finditer(words):
        # Braces without a word between them call nothing: they are shown as typed.
        if any(map(str.isalpha, found[0])) and not GOOD_CALL.fullmatch(found[0]):
            id_ = re.sub(r"(?i)^[{\s]*(?:figures?|fig\.?|image|tableau|table)?[\s:.=]*|[}\s]*$", "", found[0])
            near = f"{{{{ figure: {id_} }}}}" if id_ else ""
            yield "figure-call", found.start(), {"found": found[0], "nearest": near}


LOOKS: dict[type, Callable[[Any, Origin, Collection[str]], Iterator[Finding]]] = {
    tree.Paragraph: _paragraph,
    tree.Line: _paragraph,
    tree.Entry: _entry,
    tree.Heading: _heading,
    tree.Box: _box,
    tree.Text: _text,
}


# -- the body of a file -----------------------------------------------------------------------------------


def check_body(blocks: tree.Blocks, sections: Collection[str] = ()) -> Iterator[Finding]:
    """What is nearly a heading in a file's text, and headings under which nothing stands.

    `sections` are the titles of a case's sections, which `checks.cases` tells of.
    """
    level = 1
    for number, block in enumerate(blocks):
        if isinstance(block, tree.Heading):
            level = block.level
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            ends = after is None or (isinstance(after, tree.Heading) and after.level <= level)
            words = " ".join(tree.plain(block.content).split())
            if ends and words and block.origin is not None and level > 1:
                code = "section-without-text" if words in sections else "empty-section"
                yield Finding(code, block.origin.location(block.at), {"found": f"{'#' * level} {words}"})
        elif (words := bold(block)) and words not in sections and block.origin is not None:
            values = {"found": f"**{words}**", "nearest": f"{'#' * min(level + 1, 6)} {words}"}
            yield Finding("bold-heading", block.origin.location(block.at), values)


def bold(block: tree.Block) -> str:
    """The words of a paragraph that is but bold words, as a heading would be; "" for any other block."""
    if not isinstance(block, tree.Paragraph) or not block.content:
        return ""
    first, *rest = block.content
    if not isinstance(first, tree.Strong) or tree.plain(rest).strip(" :\u00a0\u202f"):
        return ""
    words = " ".join(tree.plain(block.content).split()).rstrip(" :\u00a0\u202f")
    return words if len(words) < 90 and not words.endswith((".", "!", "…")) else ""
