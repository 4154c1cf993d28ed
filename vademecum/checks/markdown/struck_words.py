"""Struck words that a change in a draft left: "The town ~~refused~~ signed"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

SIGN = b"~~"
FAR = 8  # bytes beside the words that are looked at
WITHIN, GOES_ON = regex(r"[^\W\d_] \Z"), regex(r" [^\W\d_A-ZÀ-Þ]")


def struck(node: inlines.Struck, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """Struck words within a sentence that goes on behind them without a sign."""
    first, last = node.content[0], node.content[-1]
    if not (
        isinstance(first, inlines.Text) and isinstance(last, inlines.Text) and last.pieces and first.pieces
    ):
        return
    start = first.offset(0)
    end = origin.source.find(SIGN, last.offset(len(last.words) - 1))
    before = origin.source[max(0, start - FAR) : start].removesuffix(SIGN).decode(errors="ignore")
    after = origin.source[end + 2 : end + 2 + FAR].decode(errors="ignore")
    if end >= 0 and WITHIN.search(before) and GOES_ON.match(after):
        shown = f"~~{walking.plain(node.content)}~~"
        yield Finding("struck-words", origin.location(start), {"found": shown[:60]})
