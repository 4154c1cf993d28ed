"""Paragraphs that a copy cut short or brought twice, and the page numbers that it brought."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.document import tree, walking
from vademecum.model import Finding

# Words that no sentence ends with, and the comma: more was to come.
FRENCH = ("et", "ou", "de", "la", "le", "les", "des", "du", "au", "aux", "une", "dans", "avec", "pour")
ENGLISH = ("and", "or", "of", "the", "an", "with", "from")
CUT = (",", *(f" {word}" for word in (*FRENCH, *ENGLISH)))
# A note at the foot of a page, by its number.
NOTE = re.compile(r"\d{1,2} (?:Voir|Cf\.?|See|[Ii]bid|Idem|Source)\b.*", re.DOTALL)
PAGE_NUMBER = re.compile(r"\d{1,3}")
LONG = 60  # letters of a paragraph that nobody writes twice


def paragraphs(blocks: tree.Blocks) -> Iterator[Finding]:
    """What is wrong with the paragraphs of a text as a whole; one that leads to what follows may end so."""
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        if not isinstance(block, tree.Paragraph) or block.origin is None:
            continue
        words = walking.plain(block.content).strip()
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if len(words) > LONG and words in seen:
            yield Finding("said-twice", block.origin.location(block.at), {"found": _on_a_line(words)[:60]})
        elif isinstance(after, (tree.Paragraph, tree.Heading, type(None))) and words.endswith(CUT):
            yield Finding("cut-short", block.origin.location(block.at), {"found": _on_a_line(words)[-40:]})
        elif PAGE_NUMBER.fullmatch(words):
            yield Finding("left-over", block.origin.location(block.at), {"found": words})
        elif NOTE.fullmatch(words):
            yield Finding("loose-note", block.origin.location(block.at), {"found": _on_a_line(words)[:40]})
        seen.add(words)


def _on_a_line(words: str) -> str:
    return " ".join(words.split())
