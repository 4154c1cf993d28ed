"""Words of strangers in the Markdown of a forge: shown, and nothing else."""

from __future__ import annotations

import re

from vademecum.language.regex import regex
from vademecum.sources.text.invisible import visible

# What means something anywhere in a line of Markdown.
MARKS = regex(r"([\\`*_{}\[\]<>|~^$])")
OPENS = regex(r"^(?:[-+#=:]|\d+(?=[.)]))")  # what means something at the beginning of a line alone
# What forges make links of in words: @name, #12, !12, %1, ~label, $1, &1, GH-12, owner/name@commit, a commit,
# https://…, www.…, name@host. A joiner that nobody sees, after the sign or between two letters, ends it.
JOINER = "\u2060"
SIGNS = regex(r"([@#!%~$&^](?=[\w/\\])|:(?=[^\W\d]|[/+-]))")
WWW = regex(r"\b(w)(ww\.)", re.IGNORECASE)
GH = regex(r"\b(GH)-(?=\d)", re.IGNORECASE)
COMMIT = regex(r"\b([0-9a-f]{4})(?=[0-9a-f]{3,}\b)", re.IGNORECASE)


def harmless(words: str) -> str:
    """Words of a stranger as Markdown that shows them, on one line, and means nothing else."""
    plain = visible(" ".join(words.split()))
    for pattern, made in (
        (SIGNS, rf"\1{JOINER}"),
        (WWW, rf"\1{JOINER}\2"),
        (GH, rf"\1{JOINER}-"),
        (COMMIT, rf"\1{JOINER}"),
    ):
        plain = pattern.sub(made, plain)
    plain = MARKS.sub(r"\\\1", plain.replace("&", "&amp;")).replace("\\<", "&lt;").replace("\\>", "&gt;")
    return OPENS.sub(lambda sign: f"{sign[0]}{JOINER}" if sign[0].isdigit() else f"\\{sign[0]}", plain)
