"""Signs that Markdown takes for its own and shows no more: the plus of a number, the stars of a product, the
backquotes of two apostrophes; and the numbers of a list that is counted anew.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from typing import Any

from vademecum.checks.markdown.near_lines import as_written
from vademecum.checks.words.quantities.numbers import spoken
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

SIGNED = regex(rb"([-+>])[ ]?(\d[^\n\[]{0,40})")  # short of a citation, which is not cut
MORE_THAN = regex(rb">[ ]?\d[^\n\[]{1,80}(?:\n(?!>)|\Z)")
MORE = {"fr": "plus de ", "en": "more than "}
NUMBER = regex(rb"(\d{1,9})[.)][ \t]+([^\n]{0,40})")
PRODUCT = regex(r"\d+(?:[.,]\d+)?\Z")  # the last number of a text
FACTOR = regex(r"\d+(?:[.,]\d+)?")
# A number and what it is of, and no more: a single item that holds it was a number below nought.
BELOW = regex(
    rb"-[ ](\d[\d.,\s]{0,12}(?:%|\xe2\x82\xac|[Mk]\xe2\x82\xac|points?\b|\xc2\xb0[CF]\b)[^\n\[]{0,20})"
)
# What is more than a number of something, alone on its line and no sentence: "> 65 ans : 12 %".
ABOVE = regex(
    rb">[ ]?\d[\d.,\s]{0,12}(?:%|\xe2\x82\xac|[Mk]\xe2\x82\xac|\xc2\xb0C\b"
    rb"|(?:ans|years|hab\.?|habitants|inhabitants|points|km|ha)\b)"
    rb"(?:(?:[ ]|\xc2\xa0)?:[^\n\[]{0,60}(?<![.!?]))?[ ]*(?:\n[ ]*\n|\n?\Z)"
)
ALONE = regex(rb"([-*+]|\d{1,9}[.)])[ \t]*(?:\n|\Z)")  # an item's sign, and nothing behind it
SHOWN = 40  # letters of an item or of emphasised words that are repeated
YEAR = range(1000, 2100)  # numbers that no list reaches, and that begin a sentence


def lists(node: tree.Items, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """An item whose sign was a number's; numbers that readers would see otherwise."""
    yield from _empty(node, origin)
    if node.start is None:
        if signed := SIGNED.match(origin.source, node.at):
            single = len(node.items) == 1
            below = single and BELOW.match(origin.source, node.at)
            if signed[1] == b"+" or below or (single and _runs_on(origin.source, node.at)):
                yield _lost(signed, node.at, origin)
        return
    if node.start in YEAR and len(node.items) == 1:
        values = {"found": as_written(node)[:SHOWN], "nearest": f"{node.start}\\. …"}
        yield Finding("number-as-item", origin.location(node.at), values)
        return
    found = [NUMBER.match(origin.source, item.at) for item in node.items]
    numbers = [int(number[1]) if number else None for number in found]
    for shown, (before, number) in enumerate(itertools.pairwise(numbers), node.start + 1):
        if before is None or number is None or number == shown:
            continue
        if number - before not in (0, 1):
            item = node.items[shown - node.start]
            values = {"found": as_written(item)[:SHOWN], "length": str(shown), "nearest": f"{number}\\."}
            yield Finding("list-number", origin.location(item.at), values)
            return


def _empty(node: tree.Items, origin: Origin) -> Iterator[Finding]:
    """An item in which nothing stands."""
    for item in node.items:
        if not item.blocks and (sign := ALONE.match(origin.source, max(item.at, 0))):
            yield Finding("empty-item", origin.location(item.at), {"found": sign[1].decode()})


def quotes(node: tree.Quote, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """A quotation that begins with a number, within a sentence or as one line at the head of a field, where
    nobody quotes: its sign meant "more than".
    """
    signed = SIGNED.match(origin.source, node.at)
    if signed and signed[1] == b">":
        heads = origin.path and node.at == 0 and MORE_THAN.match(origin.source)
        counts = not origin.path and ABOVE.match(origin.source, node.at)
        if heads or counts or _runs_on(origin.source, node.at):
            yield _lost(signed, node.at, origin)


def _lost(signed: re.Match[bytes], at: int, origin: Origin) -> Finding:
    """What reads the same and is no mark: no stroke before a sign, which YAML's quotation marks refuse."""
    sign, rest = (part.decode(errors="ignore").rstrip() for part in signed.groups())
    near = {"-": "−\u00a0", "+": "+", ">": MORE.get(spoken(origin), MORE["en"])}[sign] + rest
    return Finding("lost-sign", origin.location(at), {"found": f"{sign} {rest}", "nearest": near})


def _runs_on(source: bytes, at: int) -> bool:
    """Whether the line above is one of words that no sign ends."""
    start = source.rfind(b"\n", 0, at) + 1
    above = source[source.rfind(b"\n", 0, start - 1) + 1 : start - 1] if start else b""
    words = above.decode(errors="ignore").rstrip(" ")
    return bool(words) and words[-1].isalpha() and words[:1].isalpha()


def products(node: Any, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """Emphasis between two digits: its stars multiplied."""
    content = node.content
    for number, middle in enumerate(content[1:-1], 1):
        if type(middle) is not inlines.Emphasis:
            continue
        before, after = content[number - 1], content[number + 1]
        if not (type(before) is type(after) is inlines.Text and before.pieces):
            continue
        first, last = PRODUCT.search(before.words[-20:]), FACTOR.match(after.words)
        inner = middle.content[0] if len(middle.content) == 1 else None
        if first and last and type(inner) is inlines.Text and FACTOR.fullmatch(inner.words):
            parts = (first[0], inner.words, last[0])
            values = {"found": "*".join(parts), "nearest": " × ".join(parts)}
            place = origin.location(before.offset(len(before.words) - len(first[0])))
            yield Finding("lost-sign", place, values)


def half_marked(node: Any, origin: Origin) -> Iterator[Finding]:
    """Emphasis with one sign more on one of its sides, which readers would see."""
    for before, after in itertools.pairwise(node.content):
        if isinstance(before, inlines.Text) and isinstance(after, (inlines.Emphasis, inlines.Strong)):
            text, place, marked = before, len(before.words) - 1, after
            signs = (2, 1) if isinstance(after, inlines.Emphasis) else (3, 2)
        elif isinstance(before, inlines.Emphasis) and isinstance(after, inlines.Text):
            text, place, marked, signs = after, 0, before, (1, 2)
            if origin.holds("\n\n*") or origin.holds("\n\n\\*"):
                continue  # a note that begins with a star
        else:
            continue
        sign = text.words[place : place + 1]
        if not text.pieces or sign not in ("*", "_"):
            continue
        at, words = text.offset(place), " ".join(walking.plain(marked.content).split())
        if origin.source[at : at + 1] == sign.encode() and origin.source[at - 1 : at] != b"\\":
            near = f"**{words}**" if len(words) <= SHOWN else ""
            opens, shuts = sign * signs[0], sign * signs[1]
            values = {"found": f"{opens}{words[:SHOWN]}{shuts if near else ' …'}", "nearest": near}
            yield Finding("loose-mark", origin.location(at), values)
