"""Blocks right below a note that were meant to go on with it: readers see them in the text."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.markdown.near_lines import FAR_ABOVE, as_written
from vademecum.document import tree
from vademecum.language.regex import regex
from vademecum.model import Finding

NOTE = regex(rb"\[\^[^\]\s]{1,100}\]:")
CALLED = b"[^"
AGAINST = (tree.Items, tree.Quote, tree.Table, tree.CodeBlock)
SHOWN = 60  # letters of a paragraph that are repeated


def below_notes(blocks: tree.Blocks) -> Iterator[Finding]:
    """A paragraph below a note that is moved in, but too little; one that stands among notes, or ends the
    text below several. Below a single note, the text may go on. A list, a quotation, a table or code that no
    empty line parts from a note.
    """
    for number, block in enumerate(blocks):
        origin = block.origin if isinstance(block, AGAINST) else None
        if origin is not None and _is_against(block, origin.source):
            yield Finding("note-cut", origin.location(block.at), {"found": as_written(block)[:SHOWN]})
        if isinstance(block, tree.Paragraph) and block.origin is not None and not block.origin.path:
            source = block.origin.source
            line = source.rfind(b"\n", 0, block.at) + 1
            above = source[max(0, line - FAR_ABOVE) : line].split(b"\n\n")
            if len(above) < 2 or above[-1] or not NOTE.match(above[-2]):
                continue
            if block.at > line or _is_among(source, block.at, above, number == len(blocks) - 1):
                values = {"found": as_written(block)[:SHOWN]}
                yield Finding("note-cut", block.origin.location(block.at), values)


def _is_against(block: tree.Block, source: bytes) -> bool:
    """Whether the line above a block is a note's."""
    line = source.rfind(b"\n", 0, block.at) + 1
    return NOTE.match(source[max(0, line - FAR_ABOVE) : line].rpartition(b"\n\n")[2]) is not None


def _is_among(source: bytes, at: int, above: list[bytes], last: bool) -> bool:
    """Whether a paragraph that calls no note stands between two, or last below two."""
    ends = source.find(b"\n\n", at)
    words, below = source[at : ends if ends >= 0 else len(source)], source[ends : ends + FAR_ABOVE].lstrip()
    several = (len(above) > 2 and NOTE.match(above[-3])) or b"\n[^" in above[-2]
    return CALLED not in words and bool((ends >= 0 and NOTE.match(below)) or (last and several))
