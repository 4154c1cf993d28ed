"""Lines that an assistant writes around the file that it was asked for."""

from __future__ import annotations

import re

from vademecum.language.regex import regex

# How an answer begins that an assistant gives to whoever asks for a text.
AGREED = (
    *("bien sûr", "certainement", "absolument", "avec plaisir"),
    *("certainly", "sure", "of course", "absolutely"),
)
SAID = regex(
    rf"(?:(?:{'|'.join(AGREED)}|bien sur|d['’]accord|parfait)\s*[!,.]"
    r"|voici\s+(?:le|la|les|un|une|votre|vos)\s"
    r"|n['’]h[ée]sitez\s+pas\s+à\s|j['’]esp[èe]re\s+que\s|souhaitez-vous\s+que\s+je\s"
    r"|here(?:\s+is|['’]s|\s+are)\s+(?:the|your|an?)\s"
    r"|feel\s+free\s+to\s|let\s+me\s+know\s+if\s|i\s+hope\s+this\s|would\s+you\s+like\s+me\s+to\s)",
    re.IGNORECASE,
)


def is_said(line: str) -> bool:
    """Whether a line speaks to whoever asked for the file."""
    return SAID.match(line) is not None
