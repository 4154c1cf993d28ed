"""Descriptions of pictures that begin by saying that there is a picture, as programs that read aloud do."""

from __future__ import annotations

import re

# Not "Image de la ville", which may be what people think of it.
SAID = re.compile(
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
