"""Headings, lines, paragraphs and sentences all in capitals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vademecum.checks.markdown.near_lines import as_written
from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.words.capitals import in_capitals, in_small, is_shouted
from vademecum.checks.words.quantities.numbers import spoken
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

# A sentence among others: what stands before it is the end of one, or it is the first.
SHOUTED = regex(r"[.!?…]\s+([A-ZÀ-Þ](?=[A-ZÀ-Þ’' ]{3})[^a-zà-ÿ.!?…\n]{12,200}[.!?…])(?=\s|\Z)")
FIRST = regex(r"([A-ZÀ-Þ](?=[A-ZÀ-Þ’' ]{3})[^a-zà-ÿ.!?…\n]{12,200}[.!?…])(?=\s+\S)")


def capitals(node: Any, origin: Origin) -> Iterator[Finding]:
    """A heading, a line, a paragraph or a sentence of one all in capitals; of those that may be a heading
    others tell.
    """
    first = node.content[0] if node.content else None
    if not (isinstance(first, inlines.Text) and first.words[:40].isupper()):
        yield from _sentences(node, origin)
        return
    shown, language = walking.plain(node.content), spoken(origin)
    heading = isinstance(node, tree.Paragraph) and not origin.path and is_shouted(shown)
    if not heading and in_capitals(shown, language):
        # What has links or citations is shown as it was written, or they would be lost.
        written = " ".join(shown.split()) if len(node.content) == 1 else as_written(node).lstrip("# ")
        near = in_small(written, language, origin.file.text)
        values = {"found": beginning(shown, 60), "nearest": near if len(near) >= len(shown) else f"{near} …"}
        yield Finding("in-capitals", origin.location(node.at), values)
    elif not heading:
        yield from _sentences(node, origin)


def _sentences(node: Any, origin: Origin) -> Iterator[Finding]:
    """Sentences all in capitals among others."""
    for text in node.content:
        if not isinstance(text, inlines.Text) or not text.pieces:
            continue
        first = FIRST.match(text.words) if text is node.content[0] else None
        for found in (*filter(None, (first,)), *SHOUTED.finditer(text.words)):
            sentence = found[1].strip()
            if in_capitals(sentence, language := spoken(origin)):
                near = in_small(sentence, language, origin.file.text)
                values = {"found": beginning(sentence, 60), "nearest": near}
                yield Finding("in-capitals", origin.location(text.offset(found.start(1))), values)
