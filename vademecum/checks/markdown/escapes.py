"""Marks behind backslashes, as converters write what they take for words: readers would see the marks.

A hyphen, two or a number that are meant as such may stand behind one: what is told are marks that open and
shut, and signs at the head of lines as a list, a quotation or a table has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vademecum.checks.rules.excerpts import beginning
from vademecum.document import inlines
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

MARKED = regex(r"\\\*\\\*(?=\w)([^*\\\n]{1,80})\\\*\\\*|(?<!\w)\\_(?=\w)([^_\\\n]{1,80})\\_(?!\w)")
ITEM = regex(r"^[ ]{0,3}\\[-+][ ]+(?=[^\W\d_])([^\n]*)", re.MULTILINE)
NUMBER = regex(r"^[ ]{0,3}(\d{1,2})\\[.)][ ]+(?=\w)([^\n]*)", re.MULTILINE)
QUOTE = regex(r"\A\\>[ ]+(?=[A-ZÀ-Þ])([^\n]*)")
ROW = regex(r"^\\\|[^\n]*\|[ ]*$", re.MULTILINE)
ANOTHER = "\n\n\\- "  # item of a list of paragraphs


def escaped(node: Any, origin: Origin) -> Iterator[Finding]:
    """The first mark of a paragraph that its author meant, and a program put a backslash before."""
    if not origin.holds("\\") or not node.content:
        return
    texts = [one for one in node.content if isinstance(one, inlines.Text) and one.pieces]
    if not texts:
        return
    source, start = origin.source, max(node.at, 0)
    end = source.find(b"\n\n", start)
    written = source[start : end if end >= 0 else len(source)].decode(errors="ignore")
    for found, near in _marks(written, origin):
        at = start + len(written[: found.start()].encode())
        values = {"found": beginning(found[0].strip(), 60), "nearest": beginning(near, 60)}
        yield Finding("other-program", origin.location(at), values)
        return


def _marks(written: str, origin: Origin) -> Iterator[tuple[re.Match[str], str]]:
    """Each such mark of a paragraph as it was written, with what was meant."""
    if "\\" not in written or "[!" in written:
        return  # the line that opens a box, of which the parser told
    items = list(ITEM.finditer(written))
    if items and (len(items) > 2 or origin.text.count(ANOTHER) > 1):
        yield items[0], f"- {items[0][1]}"
    numbers = list(NUMBER.finditer(written))
    if numbers and (len(numbers) > 1 or origin.holds(f"\n\n{int(numbers[0][1]) + 1}\\. ")):
        yield numbers[0], f"{numbers[0][1]}. {numbers[0][2]}"
    if quote := QUOTE.match(written):
        yield quote, f"> {quote[1]}"
    if len(rows := list(ROW.finditer(written))) > 1:
        yield rows[0], rows[0][0].replace("\\|", "|")
    for found in MARKED.finditer(written):
        yield found, f"**{found[1]}**" if found[1] else f"*{found[2]}*"
