"""Addresses that the end of a line, a space or a program breaks: the link leads to a half of them; and those
that no link was made of, for what stands before them or lacks in them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from vademecum.checks.rules.slip import Slip
from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.language.typography import run_on
from vademecum.model import Finding

GOES_ON = regex(r"\n[ ]?([\w%~-]+(?:[./?&=#][\w%~-]+)+/?)")
# The rest of a file's name that has spaces: "/bilan" of "/bilan final 2025.pdf".
_NAME = r"(?!(?:et|ou|and|or|puis|voir)\b)[\w%()’'~–-]+"
_KIND = r"(?:pdf|docx?|xlsx?|odt|ods|pptx?|html?|php|aspx|zip|jpe?g|png)"
SPACED = regex(rf"(?:[ ]{_NAME}){{0,5}}[ ][\w%()~-]+\.{_KIND}(?![\w-])")
ENDED = regex(r"\.\w{2,5}\Z|/\Z")  # a page or a file that is whole
CUT = regex(r"…|\.{3}(?!\.)")  # what a page shows of a long address, and what is copied of it
# What was made no link: words and signs against an address, or a host that only one office knows.
UNLINKED = regex(r"([^\s(\[<]{0,30})(https?://)([\w-]++(?:\.[\w-]++)*+)(?=[/:?#]|[\s.,;!»)]|\Z)[^\s<>()»]*")
WORD = regex(r"[^\W\d_]+[:,;.]?\Z")
HALVES = ("/", "-", "_", "=", "?", "&")  # what an address ends with where it was cut


def parted_addresses(node: Any, origin: Origin) -> Iterator[Finding]:
    """A bare address of which the next words are the rest."""
    for link, after in itertools.pairwise(node.content):
        if type(link) is not inlines.Link or link.target.kind != "outside" or type(after) is not inlines.Text:
            continue
        shown = walking.plain(link.content)
        if not shown.startswith(("http", "www.")):
            continue
        if (rest := GOES_ON.match(after.words)) and shown.endswith(HALVES):
            values = {"found": f"{shown} {rest[1]}"[:120], "nearest": f"{shown}{rest[1]}"[:120]}
            yield Finding("broken-link", origin.location(link.at), values)
        elif (rest := SPACED.match(after.words)) and not ENDED.search(urlsplit(shown).path):
            values = {
                "found": f"{shown}{rest[0]}"[:120],
                "nearest": f"{shown}{'%20'.join(rest[0].split(' '))}",
            }
            yield Finding("broken-link", origin.location(link.at), values)
        elif CUT.match(after.words) and urlsplit(shown).path.strip("/"):
            yield Finding("bad-address", origin.location(link.at), {"found": f"{shown}…"[:120]})


def run_on_addresses(node: Any, origin: Origin) -> Iterator[Finding]:
    """Bare addresses that the next word was taken into, for want of a space behind what encloses them."""
    for link in node.content:
        if type(link) is not inlines.Link or link.target.kind != "outside":
            continue
        shown = walking.plain(link.content)
        if shown.startswith(("http", "www.")) and (end := run_on(shown)):
            shut = " »" if shown[end - 1] == "»" else ")"
            near = f"{shown[: end - 1]}{shut} {shown[end:]}"
            values = {"found": shown[:120], "nearest": near[:120]}
            yield Finding("typing-slip", origin.location(link.at), values)


def unlinked(text: inlines.Text, language: str) -> Iterator[Slip]:
    """Bare addresses that are shown as words, but for those whose author wants no link, as `https\\://`."""
    for found in UNLINKED.finditer(text.words):
        before, scheme, host = found.groups()
        start = found.start(2)
        if text.offset(start + len(scheme)) - text.offset(start) != len(scheme):
            continue
        if "." not in host and not before:
            yield "bad-address", start, {"found": found[0].rstrip(".,;!")}
        elif word := WORD.search(before):
            sign = f"{word[0][:-1]} :" if language == "fr" and word[0][-1] == ":" else word[0]
            address = found[0][len(before) :].rstrip(".,;!")
            values = {"found": f"{word[0]}{address}"[:120], "nearest": f"{sign} {address}"[:120]}
            yield "typing-slip", found.start(1) + word.start(), values
