"""Web addresses as a PDF holds them, and as paper shows them."""

from __future__ import annotations

import functools
from urllib.parse import quote, urlsplit, urlunsplit

from vademecum.language.regex import regex

# PDF wants ASCII, and Typst takes no longer one; what is printed beside a text is cut well before.
LONGEST, SHOWN = 8000, 240
KEPT = "!#$%&'()*+,-./:;=?@[]_~"
SCHEME = regex(r"(https?://|mailto:)")


def ascii_address(address: str) -> str:
    """An address in ASCII, its host as the domain name system has it; "" where it is too long."""
    try:
        parts = urlsplit(address)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
        address = urlunsplit(parts._replace(netloc=host))
    except (
        ValueError
    ):  # what is no address by its form, or no host by the rules of names: kept as it is written
        pass
    made = quote(address, safe=KEPT)
    return made if 0 < len(made) <= LONGEST else ""


def shown(address: str) -> str:
    """An address as a reader copies it: without its scheme, and cut where nobody would."""
    bare = SCHEME.sub("", address, count=1).rstrip("/")
    return bare if len(bare) <= SHOWN else bare[:SHOWN] + "…"


@functools.lru_cache(maxsize=4096)
def code(address: str) -> str:
    """An address as a QR code, in SVG; "" for one that no code has room for."""
    import segno  # a build without print has no use for it

    try:
        return segno.make(address, error="m", micro=False).svg_inline(border=0, dark="#17233b")
    except segno.DataOverflowError:
        return ""
