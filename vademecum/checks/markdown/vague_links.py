"""Links to pages of the site whose words say nothing to whoever goes through links alone (WCAG 2.2, 2.4.9).

Of links that lead elsewhere `checks.words.outside` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

SAYS_NOTHING = regex(
    r"(?:cliquez|cliquer) ici|ici|lire la suite|en savoir plus|ce lien|click here|here|read more|this link",
    re.IGNORECASE,
)


def vague_link(link: inlines.Link, origin: Origin) -> Iterator[Finding]:
    """A finding on a link that an editor wrote, where its words are such."""
    ours = link.at >= 0 and link.target.kind != "outside"
    words = walking.plain(link.content).strip() if ours else ""
    if SAYS_NOTHING.fullmatch(words):
        yield Finding("vague-link", origin.location(link.at), {"found": words})
