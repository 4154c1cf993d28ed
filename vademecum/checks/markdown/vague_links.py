"""Links whose words say nothing to whoever goes through a page's links alone (WCAG 2.2, 2.4.4 and 2.4.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.model import Finding

SAYS_NOTHING = re.compile(
    r"(?:cliquez|cliquer) ici|ici|lire la suite|en savoir plus|ce lien|click here|here|read more|this link",
    re.IGNORECASE,
)


def vague_link(link: inlines.Link, origin: Origin) -> Iterator[Finding]:
    """A finding on a link that an editor wrote, where its words are such."""
    words = walking.plain(link.content).strip() if link.at >= 0 else ""
    if SAYS_NOTHING.fullmatch(words):
        yield Finding("vague-link", origin.location(link.at), {"found": words})
