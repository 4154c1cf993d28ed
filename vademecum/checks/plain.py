"""Plain text that was written as if marks meant something in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.model import Finding
from vademecum.model.markers import Plain
from vademecum.model.walk import walk
from vademecum.sources.library import Entry

# Emphasis, code, links, citations, HTML and its entities.
MARKS = re.compile(
    r"\*\*[^*\s][^*]{0,200}\*\*|(?<![\w*])\*[^*\s][^*]{0,200}(?<!\s)\*(?![\w*])|(?<!\w)__?[^\W_][^_]{0,200}_(?!\w)"
    r"|`[^`]{1,200}`|\[[^\[\]]{1,200}\]\([^()\s]+\)|\[@[\w-]+[^\[\]]{0,200}\]"
    r"|</?[A-Za-z][^<>]{0,200}>|&(?:[a-zA-Z]{2,8}|#\d{1,6});"
)
QUOTED = re.compile(r"([«“])[ \u00a0\u202f]?([^«»“”]+)[ \u00a0\u202f]?([»”])")


def plain_texts(entry: Entry) -> Iterator[Finding]:
    """Marks in fields that show every letter; quotation marks put around a whole value."""
    for step in walk(entry.model, Plain):
        value = step.value
        if value.isalnum():
            continue
        path = (*entry.at, *step.path)
        if marks := MARKS.search(value):
            values = {"found": marks[0][:60]}
            yield Finding("marks-in-plain", entry.document.where(*path), values)
        elif (
            value[0] in "«“"
            and not step.shape.of.endswith(".locator")
            and (quoted := QUOTED.fullmatch(value))
        ):
            values = {"found": value[:60], "nearest": f'"{quoted[2].strip()[:60]}"'}
            yield Finding("quoted-whole", entry.document.where(*path), values)
