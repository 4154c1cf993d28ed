"""Titles of works and documents that are none: what a program, a browser or a site put in their place."""

from __future__ import annotations

import re

# The name of a file, or an address, in the place of a title.
OF_A_FILE = re.compile(
    r"https?://\S+|www\.\S+|[A-Za-z]:\\.*|[^\s.]\S{0,80}\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|html?|php)"
    r"|Microsoft (?:Word|PowerPoint|Excel) - .+",
    re.IGNORECASE,
)
UNDERLINED = re.compile(r"(?=[\w-]+\Z)[\w-]+_[\w-]+")  # the name of a file without its ending
# What programs call what has no title, and servers what they do not find.
OF_A_PROGRAM = re.compile(
    r"(?:document )?sans titre ?\d*|untitled(?: document)?(?:[ -]?\d+)?|document ?\d{1,3}"
    r"|(?:nouveau|new) (?:document|microsoft word document)"
    r"|présentation powerpoint|powerpoint presentation|diapositive ?\d*|slide ?\d+|pdf"
    r"|(?:erreur |error )?40[34](?: ?[-–—:|].{0,40})?"
    r"|(?:error )?40[34] (?:error|erreur|not found|forbidden|introuvable)\b.{0,30}"
    r"|(?:titre|title) (?:à (?:préciser|compléter|venir|vérifier)|inconnu|provisoire|manquant|unknown|missing"
    r"|to (?:be (?:confirmed|completed|added)|come|check))|unknown title|(?:work|no) title"
    r"|page (?:non trouvée|introuvable|not found)|not found|access denied|accès refusé",
    re.IGNORECASE,
)
# What lists of results and pages put around a title.
BEFORE = re.compile(r"[\[(](?:PDF|DOCX?|HTML|XLSX?|PPTX?)[\])][ \u00a0]*(?=\w)")
BEHIND = re.compile(
    r"(?<=\w)(?:[ \u00a0][-–—|][ \u00a0](?:Accueil|Home(?: ?page)?)|[ \u00a0][\[(]PDF[\])])\Z"
)


def wrong_title(title: str) -> tuple[str, str]:
    """The code of what is wrong with a title, and what was meant; two empty strings where nothing is."""
    if ("." in title or " - " in title) and OF_A_FILE.fullmatch(title):
        return "file-as-title", ""
    if OF_A_PROGRAM.fullmatch(title) or UNDERLINED.fullmatch(title):
        return "file-as-title", ""
    bare = BEHIND.sub("", BEFORE.sub("", title) if title[0] in "[(" else title)
    return ("typing-slip", bare) if bare != title else ("", "")
