"""Lines that an assistant writes around the file that it was asked for."""

from __future__ import annotations

import re

SAID = re.compile(
    r"(?:(?:bien s[uû]r|certainement|d['’]accord|parfait)\s*[!,.]"
    r"|voici\s+(?:le|la|les|un|une|votre|vos)\s"
    r"|n['’]h[ée]sitez\s+pas\s+à\s|j['’]esp[èe]re\s+que\s|souhaitez-vous\s+que\s+je\s"
    r"|(?:sure|certainly|of course)\s*[!,.]|here(?:\s+is|['’]s|\s+are)\s+(?:the|your|an?)\s"
    r"|feel\s+free\s+to\s|let\s+me\s+know\s+if\s|i\s+hope\s+this\s|would\s+you\s+like\s+me\s+to\s)",
    re.IGNORECASE,
)


def is_said(line: str) -> bool:
    """Whether a line speaks to whoever asked for the file."""
    return SAID.match(line) is not None
