"""Texts that an assistant, or somebody who pasted them, left between two fences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from vademecum.checks.markdown.near_lines import as_written
from vademecum.document import tree
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.model.fields import ENTRY_KIND
from vademecum.sources.library import is_beside_handbook

MARKDOWN = ("markdown", "md")
PLAIN = ("", "text", "txt", "plaintext", *MARKDOWN)
HEADING = regex(r"^#{1,6} ", re.MULTILINE)
SIGNED = regex(rf"\[\^[\w-]+\](?!:)|\]\((?:{ENTRY_KIND}):|(?<![\w*])\*\*(?=\w)[^*\n]{{1,200}}\*\*(?![\w*])")
CITED = regex(r"\[@([\w-]+)[^\[\]\n]{0,200}\]")


def fences(node: tree.CodeBlock, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    """A text between fences, which shows its signs; a page beside the handbook may tell how to write them."""
    kind = node.info.split(" ", 1)[0].lower() if node.info else ""
    written = as_written(node) if node.at >= 0 else ""
    if kind not in PLAIN or written[:3] not in ("```", "~~~"):
        return
    if (kind in MARKDOWN and HEADING.search(node.words)) or _is_text(kind, node, origin, references):
        yield Finding("text-in-fence", origin.location(node.at), {"found": written[:60]})


def _is_text(kind: str, node: tree.CodeBlock, origin: Origin, references: Collection[str]) -> bool:
    """Whether a fence on a page of the handbook, or in a field, holds what is written as its texts are."""
    if is_beside_handbook(origin.file.path):
        return False
    words = node.words
    if not _is_closed(node, origin):
        return False  # of which others tell
    if kind in MARKDOWN:
        return any(map(str.isalpha, words))
    return bool(SIGNED.search(words)) or any(found[1] in references for found in CITED.finditer(words))


def _is_closed(node: tree.CodeBlock, origin: Origin) -> bool:
    lines = node.words.count("\n") + 1
    last = origin.source[node.at :].split(b"\n", lines + 1)[lines:][:1]
    return bool(last) and last[0].lstrip(b" >\t")[:3] in (b"```", b"~~~")
