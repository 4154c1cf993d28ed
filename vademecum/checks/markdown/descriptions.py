"""Descriptions of pictures that begin by saying that there is a picture, as programs that read aloud do; and
captions that are lines of a picture's own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

# Not "Image de la ville", which may be what people think of it.
SAID = regex(
    r"(?:(?:une|cette) )?image (?:montrant |représentant |qui montre |(?=d['’]une? ))"
    r"|(?:an? |this )?(?:image|picture) (?:showing |that shows |of (?=an? ))",
    re.IGNORECASE,
)
ARTICLES = {"d'une": "une", "d’une": "une", "d'un": "un", "d’un": "un"}


def without_picture(description: str) -> str:
    """What a description says of a picture, where it first says that it is one; "" where it does not."""
    found = SAID.match(description)
    if not found or not (rest := description[found.end() :].strip()):
        return ""
    first, space, others = rest.partition(" ")
    rest = f"{ARTICLES.get(first.lower(), first)}{space}{others}"
    return rest[:1].upper() + rest[1:]


def under_picture(node: Any, origin: Origin) -> Iterator[Finding]:
    """A line of words right under a picture that stands alone on its own."""
    picture, after, *rest = node.content
    if not isinstance(picture, inlines.Picture) or not isinstance(after, inlines.Text):
        return
    shown = walking.plain((after, *rest))
    one_line = after.words.startswith("\n") and "\n" not in shown[1:] and any(map(str.isalpha, shown))
    if one_line and not any(isinstance(one, inlines.Picture) for one in rest):
        yield Finding("caption-joined", origin.location(after.offset(1)), {"found": shown.strip()[:60]})
