"""The words of headings: a number typed before them, the same ones twice."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import tree
from vademecum.language.regex import regex
from vademecum.model import Finding

# 3. Start small; 2.1 Context; IV – Results. "3 questions" has no sign behind its number.
NUMBER = regex(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[IVX]{1,4}[.)]|[IVX]{1,4} [-–—])"
    r"[ \u00a0](?=[^\W\d_])"
)
SECTION = 2  # the level of a page's sections


def titled(heading: tree.Heading, words: str, headed: set[str]) -> Iterator[Finding]:
    """What is wrong with a heading's words; `headed` are those of the sections before it, to which a
    section's are added.
    """
    if heading.origin is None:
        return
    signs = "#" * heading.level
    if number := NUMBER.match(words):
        values = {"found": f"{signs} {words}", "nearest": f"{signs} {words[number.end() :]}"}
        yield Finding("numbered-heading", heading.origin.location(heading.at), values)
    if heading.level == SECTION:
        if words and words in headed:
            yield Finding("heading-twice", heading.origin.location(heading.at), {"found": f"{signs} {words}"})
        headed.add(words)
