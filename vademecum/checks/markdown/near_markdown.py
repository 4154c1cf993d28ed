"""What is nearly Markdown and is shown as it was typed: what was probably meant, at its place.

Nothing here is wrong to the parser: a pasted bullet is a sign like any other. Each rule looks at the words
that came out as plain text, so that what did become a list, a table or a link is never told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from vademecum.checks.markdown.descriptions import under_picture, without_picture
from vademecum.checks.markdown.escapes import escaped
from vademecum.checks.markdown.glued import between_letters, glued
from vademecum.checks.markdown.lost_signs import half_marked, lists, products, quotes
from vademecum.checks.markdown.near_addresses import parted_addresses, run_on_addresses
from vademecum.checks.markdown.near_boxes import ALERT, box_meant, boxes, named_in_bold, opened_by_colons
from vademecum.checks.markdown.near_capitals import capitals
from vademecum.checks.markdown.near_citations import cited_as_link, cited_in_code
from vademecum.checks.markdown.near_definitions import abbreviations, sentences
from vademecum.checks.markdown.near_fences import fences
from vademecum.checks.markdown.near_lines import (
    DASH,
    NARROW,
    Line,
    Told,
    is_conversation,
    is_meant,
    is_signed,
    lines_of,
)
from vademecum.checks.markdown.near_lists import CUT_WORD, labelled, labels, runs_on, runs_through, ticked
from vademecum.checks.markdown.near_tables import code_of_rows, raw_rows, tables
from vademecum.checks.markdown.near_words import before, near_words
from vademecum.checks.markdown.shallow_items import shallow
from vademecum.checks.markdown.struck_words import struck
from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.words.remains.placeholders import blank_day
from vademecum.checks.words.within import described
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

# Signs that programs set before the items of a list, the private ones of their symbol fonts included.
SIGNS = "•●○◦▪▫■□◆◇‣⁃∙·►▶➢➤✓✔✅➔→⇒➜➝★☆☐☑☒❖\uf0a7\uf0b7\uf0d8\uf076\uf0fc"
PASTED = regex(rf"(?!−[ {NARROW}]?\d)(?:[{SIGNS}]|--?>|==?>)[ \t{NARROW}]*(?=\w)(.*)")
INLINE = regex(rf"(?:(?<=[:;.,] )[{SIGNS}]|(?<=\w )[{SIGNS}]|(?<=[:;] )-)[ {NARROW}]+(?=\w)([^{SIGNS};]*)")
IN_A_ROW = ("•", "▪", "●", ": - ", "; - ", " ## ", " ### ")
NARROW_ITEM = regex(rf"(?:[-*+]|\d{{1,3}}[.)])[{NARROW}]+(\S.*)")
TIGHT = regex(r"(?:[-+*]|\d{1,2}[.)])(?=[^\W\d_])(.*)")
ONLY_ITEM = regex(r"-(?=[^\W\d_])([^\W\d_]+ .*)")  # all that a paragraph says
NUMBER = regex(r"\d{1,3}[.)][ \t]+\S")
LETTER = regex(r"\(?(?:[a-z][.)]|[A-Z]\))[ \t]+(\S.*)")
# The second level of bullets in a word processor; numbers that are no list's, in order from 1.
ROUND = regex(rf"(?:o[ \t]|§[ \t{NARROW}])+([^\W\d].*)")
OTHER_NUMBER = regex(
    r"(?:\(\d{1,2}\)|Q(?:uestion )?\d{1,2}[ ]?[.):]|\d{1,2}(?:[°º]\)|[°º/]|[ \t]+[-–]|\.?-)|[a-zA-Z]-"
    r"|[IVX]{1,5}[.)]|\(?[ivx]{1,5}\)|[①-⑳]|\d{1,2}(?:\.\d{1,2}){1,2}(?:\.|(?=[ \t]+[A-ZÀ-Þ])))[ \t]+\S"
)
HEADING = regex(rf"(#+)[ {NARROW}]*(?!REF!|N/A|DIV/0|VAL|NOM|NAME|NUM|NULL)([^\s#].*)")  # a sheet's
TAG = regex(r"[A-ZÀ-Þ][a-zà-ÿ]+[A-ZÀ-Þ].*[.!?…]$")  # of a network, in a sentence: #TwinTowns was read.
# Signs within a heading that were meant to make it, or its anchor.
AROUND = regex(r"(?=[#>*•\\-]+[ ]|.*[\\]\Z|.*\(#[\w-]+\)\Z)[#>*•\\ -]*(.*?)[ ]*(?:\\|\((#[\w-]+)\))?")
WITHIN = regex(r"[.!?…»] (#{2,6}) ([A-ZÀ-Þ].{1,60})")  # a heading's signs behind a sentence
WIKI_HEADING = regex(r"(={2,6})[ \t]*([^\s=][^=\n]*?)[ \t]*\1$")
CONTENTS = regex(r"\[{1,2}_?TOC_?\]{1,2}|\{:?toc\}", re.IGNORECASE)
# How a line begins that one of these rules may tell of, but for rows of a table, which a | tells: most
# paragraphs have no such line, and are looked at no closer.
BEGINS = regex(
    rf"[ \t{NARROW}]*(?:[-–—−+*#!=>\d{SIGNS}①-⑳]|:::|o[ \t]|§|\?\?\?|\[[!NTWICntwicxXvV✓✔ \]]"
    rf"|[\[{{]{{1,2}}[_:]?(?i:toc)|\((?:\d|!|\w[.)])|Q(?:uestion )?\d|[a-zA-Z]{{1,5}}[.)]|[a-zA-Z]-[ ])"
)


# -- paragraphs -------------------------------------------------------------------------------------------


def _paragraph(node: Any, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    yield from capitals(node, origin)
    yield from glued(node, origin)
    yield from escaped(node, origin)
    if len(node.content) > 1:
        yield from half_marked(node, origin)
        yield from under_picture(node, origin)
        if any(type(part) is inlines.Link for part in node.content):
            yield from parted_addresses(node, origin)
            yield from run_on_addresses(node, origin)
    if len(node.content) > 2:
        yield from products(node, origin, _)
        if isinstance(node.content[0], inlines.Strong):
            yield from labels(node, origin)
    if not any(type(part) is inlines.Text and _may_begin(part.words) for part in node.content):
        return
    yield from _told(node, origin, TELLS)


def _told(node: Any, origin: Origin, tells: tuple[Callable[[list[Line]], Told], ...]) -> Iterator[Finding]:
    """What rules tell of a paragraph, each of them once."""
    lines = list(lines_of(node))
    for tell in tells:
        for line, code, values in tell(lines):
            at = line.text.offset(line.at)
            if code == "unquoted-box" and ALERT.match(line.words) and before(origin, at) == ">":
                if line is not lines[0]:
                    yield Finding("boxes-glued", origin.location(at), {"found": line.words[:60]})
                break  # else the parser told of it
            if is_meant(code, line.words, origin, at, alone=len(lines) == 1):
                break
            if code == "pasted-bullet" and is_conversation(lines):
                code, values = "lines-joined", {}
            if code == "raw-table" and not (code := code_of_rows(lines, origin)):
                break
            if code == "table-title":
                values = {}
            line = lines[0] if code == "parted-table" else line
            place = origin.location(line.text.offset(line.at))
            yield Finding(code, place, {"found": line.words[:60], **values})
            break  # the others of the paragraph are mended with the first


def _may_begin(words: str) -> bool:
    """Whether a line of a text may be something else than words."""
    if any(sign in words for sign in IN_A_ROW) or "|" in words or "\t" in words:
        return True
    if "\n" in words and (";" in words or "," in words or "  " in words or words.count(":") > 2):
        return True
    at = 0
    while not BEGINS.match(words, at):  # a search would look at every letter
        at = words.find("\n", at) + 1
        if not at:
            return False
    return True


def _ticks(lines: list[Line]) -> Told:
    """Boxes to tick that are none."""
    for line in lines:
        if meant := ticked(line.words):
            yield line, "task-mark", {"nearest": meant}


def _bullets(lines: list[Line]) -> Told:
    """Items that begin with another sign than a list's, or without a space after it."""
    tight = sum(1 for line in lines if TIGHT.match(line.words))
    rounds = sum(1 for line in lines if ROUND.match(line.words))
    for number, line in enumerate(lines):
        if number and line.words.startswith("- ") and line.words[2:3].isalpha():
            yield line, "deep-item", {}
        before = lines[number - 1].words if number else ""
        begins = not number or before.endswith((":", ";", ".", " :")) or DASH.match(before) is not None
        item = PASTED.match(line.words) or NARROW_ITEM.match(line.words)
        item = item or (DASH.match(line.words) if begins and not is_signed(lines, number) else None)
        item = item or (ROUND.match(line.words) if rounds > 1 else None)
        if not item and (tight > 1 or before.endswith(":")):
            item = TIGHT.match(line.words)
        item = item or (ONLY_ITEM.match(line.words) if len(lines) == 1 else None)
        inline = INLINE.findall(line.words)
        if not item and (
            len(inline) > 1 or (inline and line.words.count(" - ") > 1 and ": - " in line.words)
        ):
            first, sign, _ = inline[0].partition(" - ")
            yield line, "pasted-bullet", {"nearest": f"- {beginning(first.strip(), 40)}{sign and ' …'}"}
        if item:
            mark = f"{line.words[0]}." if line.words[0].isdigit() else "-"
            first, sign, _ = item[1].partition(f" {line.words[0]} ")  # of several in a row
            more = " …" if sign else ""
            yield line, "pasted-bullet", {"nearest": f"{mark} {beginning(first.strip(), 40)}{more}"}


def _numbers(lines: list[Line]) -> Told:
    """Numbers other than 1 under a line of text, which make no list there; letters, which make none ever."""
    lettered = sum(1 for line in lines if LETTER.match(line.words))
    numbered = sum(1 for line in lines if OTHER_NUMBER.match(line.words))
    if (lettered or numbered) and runs_through(lines):
        lettered = numbered = 0
    for number, line in enumerate(lines):
        before = lines[number - 1].words if number else ""
        ends = before.endswith((":", ";", ".")) and not CUT_WORD.search(before)
        leads = ends or NUMBER.match(before) is not None
        if number and leads and NUMBER.match(line.words):
            yield line, "list-after-text", {}
        letter = LETTER.match(line.words) and (lettered > 1 or before.endswith(":"))
        if letter or (numbered > 1 and OTHER_NUMBER.match(line.words)):
            yield line, "lettered-list", {}


def _headings(lines: list[Line]) -> Told:
    """Signs of a heading without their space."""
    for line in lines:
        if heading := HEADING.match(line.words):
            alone = len(lines) == 1 and heading[2][0].isupper() and not TAG.match(heading[2])
            if len(heading[1]) > 1 or alone:
                sign = max(heading[1], "##")[:6]
                yield line, "tight-heading", {"nearest": f"{sign} {heading[2].strip()}"}
        elif within := WITHIN.search(line.words):
            yield line, "tight-heading", {"found": within[0], "nearest": f"{within[1]} {within[2]}"}
        elif wiki := WIKI_HEADING.match(line.words):
            yield line, "tight-heading", {"nearest": f"{wiki[1].replace('=', '#')} {wiki[2]}"}


def _boxes(lines: list[Line]) -> Told:
    """The opening of a box without its >, or without its brackets, or as other tools have it."""
    for line in lines:
        if meant := box_meant(line.words):
            yield line, "unquoted-box", {"nearest": meant}


def _contents(lines: list[Line]) -> Told:
    """What other tools put a list of contents in the place of."""
    for line in lines:
        if CONTENTS.fullmatch(line.words):
            yield line, "contents-mark", {}


TELLS = (_ticks, _bullets, _numbers, raw_rows, labelled, _headings, _boxes, _contents, abbreviations)


def _heading(node: tree.Heading, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """A paragraph that became a heading by a line of dashes under it; one all in capitals."""
    yield from capitals(node, origin)
    source = origin.source[node.at : node.at + 1]
    words = walking.plain(node.content)
    if source == b"#" and (around := AROUND.fullmatch(words.strip())):
        anchor = f" {{{around[2]}}}" if around[2] else ""
        near = f"{'#' * node.level} {around[1].strip()}{anchor}"
        yield Finding(
            "heading-signs", origin.location(node.at), {"found": words[:60], "nearest": beginning(near)}
        )
    key = re.match(r"[a-z_]+: ", words)  # a second front matter, whose last line of dashes this is
    ends = words.rstrip().endswith((".", ":", ";", ","))
    if source not in (b"#", b"") and (len(words) > 60 or ends or key):
        yield Finding("underlined-heading", origin.location(node.at), {"found": words[:60]})


def _entry(node: tree.Entry, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """A box of another tool, whose colons make a term of what stands before them."""
    yield from _told(tree.Line(node.term), origin, (_boxes,))
    yield from opened_by_colons(node)


def _picture(node: inlines.Picture, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    """What is nearly Markdown in a picture's description."""
    if node.begins >= 0:
        yield from near_words(described(node), origin, references)
        if near := without_picture(node.alt):
            values = {"found": beginning(node.alt, 60), "nearest": near}
            yield Finding("alt-says-picture", origin.location(node.begins + 2), values)


def _items(node: tree.Items, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    yield from lists(node, origin, _)
    yield from shallow(node, origin)


def _box(node: tree.Box, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    yield from boxes(node, origin)
    yield from runs_on(node, origin, _)


def _quote(node: tree.Quote, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    yield from named_in_bold(node, origin)
    yield from quotes(node, origin, _)
    yield from runs_on(node, origin, _)


def _code(node: inlines.Code, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    yield from cited_in_code(node, origin, references)
    yield from between_letters(node, origin, references)


LOOKS: dict[type, Callable[[Any, Origin, Collection[str]], Iterator[Finding]]] = {
    tree.Paragraph: _paragraph,
    tree.Line: _paragraph,
    tree.Entry: _entry,
    tree.Heading: _heading,
    tree.Box: _box,
    tree.Item: runs_on,
    tree.Table: tables,
    tree.Items: _items,
    tree.Quote: _quote,
    inlines.Text: near_words,
    inlines.Struck: struck,
    **dict.fromkeys((inlines.Strong, inlines.Emphasis), blank_day),
    inlines.Code: _code,
    inlines.Picture: _picture,
    tree.CodeBlock: fences,
    tree.Entries: sentences,
    inlines.Link: cited_as_link,
}
