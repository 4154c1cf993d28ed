"""Addresses that the end of a line or a space breaks: the link leads to a half of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.model import Finding

GOES_ON = re.compile(r"\n[ ]?([\w%~-]+(?:[./?&=#][\w%~-]+)+/?)")
# The rest of a file's name that has spaces: "/bilan" of "/bilan final 2025.pdf".
_NAME = r"(?!(?:et|ou|and|or|puis|voir)\b)[\w%()’'~–-]+"
_KIND = r"(?:pdf|docx?|xlsx?|odt|ods|pptx?|html?|php|aspx|zip|jpe?g|png)"
SPACED = re.compile(rf"(?:[ ]{_NAME}){{0,5}}[ ][\w%()~-]+\.{_KIND}(?![\w-])")
ENDED = re.compile(r"\.\w{2,5}\Z|/\Z")  # a page or a file that is whole
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
