"""Text that the colon at the beginning of a line makes a definition of: French, where a space stands before a
colon, is often wrapped so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from vademecum.checks.markdown.near_lines import Line, Told
from vademecum.checks.rules.excerpts import beginning
from vademecum.document import tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

LONG = 60  # letters of a term that is more likely a line of text

ABBREVIATION = regex(r"\*\[([^\[\]]{1,20})\]:[ \u00a0]*(\S.*)")


def abbreviations(lines: list[Line]) -> Told:
    """Abbreviations as other Markdown defines them: *[AFD]: …"""
    for line in lines:
        if line.words.startswith("*[") and (said := ABBREVIATION.match(line.words)):
            meant = beginning(said[2].strip().replace('"', "'"), 60)
            yield line, "abbreviation-line", {"nearest": f'{said[1]}: {{fr: "{meant}", en: "…"}}'}


def sentences(node: tree.Entries, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """A term of two lines, or as long as a line of text: each with the definition that it seems to have."""
    for entry in node.entries:
        term = walking.plain(entry.term)
        if entry.origin is None or not ("\n" in term.strip() or len(term) > LONG):
            continue
        first = entry.definitions[0][0] if entry.definitions and entry.definitions[0] else None
        if isinstance(first, (tree.Paragraph, tree.Line)) and first.origin is not None:
            words = walking.plain(first.content).split("\n")[0]
            if not words.startswith("::"):  # a box of another tool, of which others tell
                place = first.origin.location(first.at)
                yield Finding("sentence-as-definition", place, {"found": f": {words[:60]}"})
