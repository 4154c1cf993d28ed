"""Lines in bold or in capitals that stand as a heading or a title does."""

from __future__ import annotations

from vademecum.checks.words.capitals import is_shouted
from vademecum.document import inlines, tree, walking
from vademecum.language.regex import regex

SIGNS = " :\u00a0\u202f"  # that may stand behind a heading's words
# A sentence, which tells a sum: “Total: €45,000”.
SUM = regex(r":[ ](?:[€£$]\d|\d[\d ,.\u00a0\u202f]*(?:[kM]?€|euros\b))")


def bold(block: tree.Block) -> str:
    """The words of a paragraph that is but bold words or capitals, as a heading would be, or whose first line
    is but bold words; "" for any other block.
    """
    if not isinstance(block, tree.Paragraph) or not block.content:
        return ""
    first, *rest = block.content
    if isinstance(first, inlines.Text) and not rest and is_shouted(first.words):
        return " ".join(first.words.split()).rstrip(SIGNS)
    if not isinstance(first, inlines.Strong) or walking.plain(rest).partition("\n")[0].strip(SIGNS):
        return ""
    words = " ".join(walking.plain((first,)).split()).rstrip(SIGNS)
    said = words.endswith((".", "!", "…")) or SUM.search(words)
    return words if len(words) < 90 and not said else ""
