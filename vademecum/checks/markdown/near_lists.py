"""What is nearly an item with a box to tick, and text that runs on in a list or quotation above it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from typing import Any

from vademecum.checks.markdown.near_lines import Line, Told
from vademecum.checks.markdown.paragraphs import CUT
from vademecum.checks.rules.excerpts import beginning
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

# Boxes to tick that the parser took for words: those that it knows are none any more.
# A letter in brackets at the start of a word is a quotation's: "[V]ivre".
TICK = regex(r"(?!\[[xXvV]\][a-zà-ÿ])[-*]?\[[ \u00a0]*([xXvV✓✔]?)[ \u00a0]*\][ \u00a0]*(?=\w)([^\n]*)")
GLUED = regex(r"[-*+](?=[^\W\d_]{2})(.*)")  # the sign of an item without its space
DASHED = regex(r"[–—−•·][ \u00a0\u202f](?=\w)(.*)")  # the sign of an item that is none
# Two letters or numbers of a sentence in one line: "(a) an agreement, and (b) a budget".
SEVERAL = regex(
    r"(?:\A|[ ])\(?(?:[a-z]|[ivx]{1,4})\)[ ].*?(?:[,;]|\b(?:et|and|ou|or))[ ]\(?(?:[a-z]|[ivx]{1,4})\)[ ]"
)
FIRST = regex(r"\(?(?:[a-z]|[ivx]{1,4})[.)][ ]")  # with which a list begins
CUT_WORD = regex(r"\b(?:chap|ch|art|sect|vol|fig|pp?|no)\.\Z")  # whose number comes next
LABELLED = regex(r"[A-ZÀ-Þ][\w’' -]{1,30}[ \u00a0\u202f]?:[ \u00a0][^\n.;:?!]{1,60}")
SHORT = 60  # letters of a line behind which nobody had to begin a new one


def ticked(words: str) -> str:
    """A line that begins with what is nearly a box to tick, as it was meant; "" for any other."""
    found = TICK.match(words)
    if found is None or (not found[1] and not found[2]):
        return ""
    box, rest = ("x" if found[1] else " "), re.sub(r"^[xX] (?=\w)", "", found[2])
    return f"- [{'x' if rest != found[2] else box}] {beginning(rest.strip(), 40)}"


def runs_through(lines: list[Line]) -> bool:
    """Whether the letters at the beginning of lines are a sentence's, which has others within its lines."""
    return not FIRST.match(lines[0].words) and any(SEVERAL.search(line.words) for line in lines)


def labels(node: Any, origin: Origin) -> Iterator[Finding]:
    """Lines that each begin with a label in bold and its colon: at the second of them."""
    begun, found = True, 0
    for part, after in itertools.zip_longest(node.content, node.content[1:]):
        if begun and isinstance(part, inlines.Strong):
            label = walking.plain(part.content)
            behind = after.words if isinstance(after, inlines.Text) else ""
            found += label.rstrip().endswith(":") or behind.lstrip(" \u00a0\u202f").startswith(":")
            if found == 2 and isinstance(first := part.content[0], inlines.Text):
                yield Finding("lines-joined", origin.location(first.offset(0)), {"found": label[:60]})
                return
        begun = isinstance(part, inlines.Text) and part.words.endswith("\n")


def labelled(lines: list[Line]) -> Told:
    """Facts on a line each, behind a label and its colon, and no sentence."""
    if len(lines) > 2 and all(LABELLED.fullmatch(line.words) for line in lines):
        yield lines[1], "lines-joined", {}


def runs_on(node: Any, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """Text right under an item or quotation, without an empty line between: it became a part of it."""
    last = node.blocks[-1] if node.blocks else None
    if not isinstance(last, (tree.Paragraph, tree.Line)) or last.origin is None:
        return
    source = last.origin.source
    for text in last.content:
        if not isinstance(text, inlines.Text):
            continue
        lines = text.words.split("\n")
        at = len(lines[0]) + 1
        for before, line in itertools.pairwise(lines):
            if isinstance(node, tree.Item) and (glued := GLUED.match(line.strip()) or DASHED.match(line)):
                values = {"found": line.strip()[:60], "nearest": f"- {beginning(glued[1].strip(), 40)}"}
                yield Finding("pasted-bullet", last.origin.location(text.offset(at)), values)
                return
            offset = text.offset(at)
            flush = offset > 0 and source[offset - 1 : offset] == b"\n"
            if flush and line[:1].isupper() and len(before) < SHORT and not before.endswith(CUT):
                yield Finding("runs-on", last.origin.location(offset), {"found": line[:60]})
                return
            at += len(line) + 1
