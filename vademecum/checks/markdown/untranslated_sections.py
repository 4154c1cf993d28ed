"""Headings of a translation under which nothing stands, where the original says something."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator

from vademecum.checks.markdown.near_lines import as_written
from vademecum.document import tree
from vademecum.document.tree import Blocks
from vademecum.model import Finding
from vademecum.sources.text.source_file import SourceFile

# What is told of a heading under which nothing stands, and of that in a translation.
EMPTY = {
    "empty-section": "section-to-translate",
    "section-without-text": "part-to-translate",
    "context-without-text": "part-to-translate",
}


def in_translation(
    found: Iterable[Finding], blocks: Blocks, original: Blocks, file: SourceFile
) -> Iterator[Finding]:
    """Findings on the body of a translation: those on a heading under which nothing stands say what is to be
    translated there, out of the original's file.

    Only where both languages have as many headings, so that each has its counterpart.
    """
    theirs, ours = _headings(original), _headings(blocks)
    paired = [one.level for one, _ in theirs] == [one.level for one, _ in ours]
    lines = [one.origin.location(one.at).line for one, _ in ours if one.origin is not None] if paired else []
    for finding in found:
        # The heading that the finding stands at or below.
        number = bisect.bisect_right(lines, finding.location.line) - 1 if finding.code in EMPTY else -1
        heading, is_empty = theirs[number] if number >= 0 else (None, True)
        if heading is None or heading.origin is None or is_empty:
            yield finding
            continue
        place = heading.origin.location(heading.at)
        values = {
            **finding.values,
            "original": as_written(heading)[:80],
            "other": f"{file.path}:{place.line}",
        }
        yield Finding(EMPTY[finding.code], finding.location, values)


def _headings(blocks: Blocks) -> list[tuple[tree.Heading, bool]]:
    """The headings of a body, each with whether nothing stands under it."""
    return [
        (block, follows is None or (isinstance(follows, tree.Heading) and follows.level <= block.level))
        for block, follows in itertools.pairwise((*blocks, None))
        if isinstance(block, tree.Heading) and block.origin is not None
    ]
