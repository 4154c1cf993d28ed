"""Titles of works and documents that are none: what a program, a browser or a site put in their place."""

from __future__ import annotations

import re

from vademecum.language.regex import regex

# The name of a file, or an address, in the place of a title.
OF_A_FILE = regex(
    r"https?://\S+|www\.\S+|[A-Za-z]:\\.*|[^\s.]\S{0,80}\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|html?|php)"
    r"|Microsoft (?:Word|PowerPoint|Excel) - .+",
    re.IGNORECASE,
)
UNDERLINED = regex(r"(?=[\w-]+\Z)[\w-]+_[\w-]+")  # the name of a file without its ending
# What programs call what has no title, and servers what they do not find.
OF_A_PROGRAM = regex(
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
BEFORE = regex(r"[\[(](?:PDF|DOCX?|HTML|XLSX?|PPTX?)[\])][ \u00a0]*(?=\w)")
BEHIND = regex(r"(?<=\w)(?:[ \u00a0][-–—|][ \u00a0](?:Accueil|Home(?: ?page)?)|[ \u00a0][\[(]PDF[\])])\Z")

# A whole citation, as bibliographies have it: who, when, what; or what, where, by whom, when.
_WHO = r"[A-ZÀ-Þ][\w’'-]+,? (?:[A-ZÀ-Þ][\w’'-]*[.\w],? ?){1,3}"
CITATION = regex(
    rf"{_WHO}[^()]{{0,60}}\((?:19|20)\d\d[a-z]?\)[.,: ]{{1,3}}(?P<title>[^\s.][^.]{{4,200}})\..*"
)
IMPRINT = regex(
    r"(?:[A-ZÀ-Þ][\w’'-]+,? (?:[A-ZÀ-Þ]\.[ -]?){1,3}[,.:]? ?)?(?P<title>.{5,200}?)[.,] "
    r"(?:Paris|Lyon|Grenoble|Bruxelles|Genève|Londres|London|Brussels|Geneva|Oxford|Cambridge|New York)"
    r"[ \u00a0]?: [^:,]{2,60}, (?:19|20)\d\d\.?"
)


def wrong_title(title: str) -> tuple[str, str]:
    """The code of what is wrong with a title, and what was meant; two empty strings where nothing is."""
    if ("." in title or " - " in title) and OF_A_FILE.fullmatch(title):
        return "file-as-title", ""
    if OF_A_PROGRAM.fullmatch(title) or UNDERLINED.fullmatch(title):
        return "file-as-title", ""
    if cited := _cited(title):
        return "citation-as-title", cited
    bare = BEHIND.sub("", BEFORE.sub("", title) if title[0] in "[(" else title)
    return ("typing-slip", bare) if bare != title else ("", "")


def _cited(title: str) -> str:
    """The title within a whole citation; "" for any other."""
    if "(19" in title or "(20" in title:
        whole = CITATION.fullmatch(title)
    else:
        whole = IMPRINT.fullmatch(title) if ": " in title else None
    return whole["title"].strip(" «»\u00a0") if whole else ""
