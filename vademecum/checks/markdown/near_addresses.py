"""Addresses that the end of a line, a space or a program breaks: the link leads to a half of them; and those
that no link was made of, for what stands before them or lacks in them.
"""

from __future__ import annotations

import itertools
import re
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
FILE = regex(rf"[ ][\w%()~-]+\.{_KIND}(?![\w-])")  # right behind a stroke
# The next words of the sentence, against the sign that was to end the address.
_JOINS = "and|or|but|which|where|the|et|ou|mais|puis|qui|où|le|la|les|un|une"
RUNS_ON = regex(
    rf"(?:[,;](?=(?:{_JOINS})\Z)|(?<=/)[a-z\d-]+\.(?=(?!(?i:{_KIND})\Z)[A-ZÀ-Þ][a-zà-ÿ]+\Z)"
    r"|(?<!\[)\](?=[^\W\d_]+\Z))"
)
SCHEME = regex(r"https?://[ \u00a0]+\Z")  # and its address, which is a link without it
ENDED = regex(r"\.\w{2,5}\Z|/\Z")  # a page or a file that is whole
CUT = regex(r"…|\.{3}(?!\.)")  # right behind a link: a long address as pages show it, and as it is copied
# What was made no link: words and signs against an address, or a host that only one office knows.
UNLINKED = regex(r"([^\s(\[<]{0,30})(https?://)([\w-]++(?:\.[\w-]++)*+)(?=[/:?#]|[\s.,;!»)]|\Z)[^\s<>()»]*")
WORD = regex(r"[^\W\d_]+[:,;.]?\Z")
# A mail address with a space at its sign, behind a word on writing, or of an office.
MAIL = regex(
    r"(?<![\w.+@-])([\w+-]{2,30}(?:\.[\w+-]{1,30})?)(?: @|@ )((?:[\w-]{1,40}\.){1,3}"
    r"(?:fr|com|org|eu|net|int|info|uk|be|ch|ca))(?![\w-]|\.\w)"
)
ON_WRITING = regex(r"(?:[ÉéEe]cri\w+|[Aa]dresse|[Cc]ourriel|[Mm]ail|[Cc]ontact\w*|[Jj]oindre|[Ww]rit\w+)\b")
OFFICES = frozenset(
    (
        *("mairie", "contact", "info", "infos", "accueil", "secretariat", "cabinet", "communication"),
        *("international", "europe", "cooperation", "presse", "jumelage", "jumelages", "townhall", "office"),
    )
)
BEFORE = 40  # letters before a mail address in which such a word stands
HALVES = ("/", "-", "_", "=", "?", "&")  # what an address ends with where it was cut


def parted_addresses(node: Any, origin: Origin) -> Iterator[Finding]:
    """A bare address of which the next words are the rest."""
    for link, after in itertools.pairwise(node.content):
        if type(link) is inlines.Text and type(after) is inlines.Link:
            yield from _behind_scheme(link, after, origin)
        if type(link) is not inlines.Link or link.target.kind != "outside" or type(after) is not inlines.Text:
            continue
        shown = walking.plain(link.content)
        if not shown.startswith(("http", "www.")):
            continue
        if (rest := GOES_ON.match(after.words)) and shown.endswith(HALVES):
            values = {"found": f"{shown} {rest[1]}"[:120], "nearest": f"{shown}{rest[1]}"[:120]}
            yield Finding("broken-link", origin.location(link.at), values)
        elif (rest := _spaced(after.words, shown)) is not None:
            values = {
                "found": f"{shown}{rest[0]}"[:120],
                "nearest": f"{shown}{'%20'.join(rest[0].split(' '))}".replace("/%20", "/"),
            }
            yield Finding("broken-link", origin.location(link.at), values)
        elif CUT.match(after.words) and urlsplit(shown).path.strip("/"):
            yield Finding("bad-address", origin.location(link.at), {"found": f"{shown}…"[:120]})
        elif (end := RUNS_ON.search(shown)) and origin.source.startswith(shown.encode(), link.at):
            values = {"found": shown, "nearest": f"{shown[: end.end()].rstrip(']')} {shown[end.end() :]}"}
            yield Finding("typing-slip", origin.location(link.at), values)


def _spaced(words: str, shown: str) -> re.Match[str] | None:
    """The rest of a file's name behind an address; behind one that ends with a stroke, a name of one word."""
    path = urlsplit(shown).path
    return FILE.match(words) if path.endswith("/") else None if ENDED.search(path) else SPACED.match(words)


def _behind_scheme(text: inlines.Text, link: inlines.Link, origin: Origin) -> Iterator[Finding]:
    """An address that a space parts from its https://."""
    shown = walking.plain(link.content)
    if text.pieces and shown.startswith("www.") and (scheme := SCHEME.search(text.words)):
        values = {"found": f"{scheme[0]}{shown}"[:120], "nearest": f"{scheme[0].strip()}{shown}"[:120]}
        yield Finding("broken-link", origin.location(text.offset(scheme.start())), values)


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


def mails(words: str) -> Iterator[Slip]:
    """Mail addresses with a space before or behind their sign; an account of a network may look like one."""
    for found in MAIL.finditer(words):
        if found[1] in OFFICES or ON_WRITING.search(words[max(0, found.start() - BEFORE) : found.start()]):
            yield "typing-slip", found.start(), {"found": found[0], "nearest": f"{found[1]}@{found[2]}"}
