"""Places in works that say nothing: a page without a number, a note to oneself, an address; those that are
named in the other language.
"""

from __future__ import annotations

import re

from vademecum.language.regex import regex

# The word for a part without its number, or with a sign for one.
BARE = regex(
    r"(?:(?:pp?|pages?|§+|sections?|chap(?:itre|ter)?|art(?:icle)?|n°|vol)"
    r"\.?[ \u00a0]*)?(?:\?+|[xX]{2,}|…|\.{3}|[-_]{2,}|0+)?",
    re.IGNORECASE,
)
LATER = regex(
    r"\(?(?:page )?(?:à|a) (?:vérifier|préciser|compléter|trouver|retrouver)\)?"
    r"|to (?:check|be checked|find|verify)|tb[cd]|(?:page )?(?:inconnue?|unknown)",
    re.IGNORECASE,
)
# The word for a page twice; pages whose last comes before the first, both written out.
TWICE = regex(r"((?:pp?\.|pages?)[ \u00a0]*)(?:pp?\.|pages?)[ \u00a0]*(?=\d)", re.IGNORECASE)
SPAN = regex(r"(?:pp?\.|pages?)[ \u00a0]*(\d{1,4})[ ]?[-–—][ ]?(\d{1,4})", re.IGNORECASE)
# Parts of works as one language alone calls them.
NAMED = {
    "fr": regex(r"(?i)(?:chapitre|tableau|annexe|paragraphe|alinéa|encadré|partie|livre) [\dIVXA-Z]"),
    "en": regex(r"(?i)(?:chapter|table|appendix|paragraph|box|part|book|annex) [\dIVXA-Z]"),
}
# Words for parts of works in French and in English, and what joins two of them.
PARTS = (
    *(
        "chapitre chapter",
        "tableau table",
        "annexe annex",
        "paragraphe paragraph",
        "encadré box",
        "partie part",
    ),
    *("livre book", "thème theme"),
)
INSTEAD = {
    "fr": {english: french for french, english in map(str.split, PARTS)} | {"appendix": "annexe"},
    "en": dict(map(str.split, PARTS)),
}
BEGINS = regex(r"([A-Za-zÀ-ÿ]+)(?=[ \u00a0][\dIVXA-Z])")
BETWEEN = {"fr": regex(r"(?<=\d) and (?=\d)"), "en": regex(r"(?<=\d) et (?=\d)")}
JOINED = {"fr": " et ", "en": " and "}
# What the page would show as it was typed, or that a number does not have, and what takes its place.
MARKS = regex(r"(\*{1,3}|_{1,3}|`)(?=\S)([^*_`]*)(?<=\S)\1")
UNTIDY = (
    (regex(r"&(?:nbsp|thinsp|#160|#8239);"), " "),
    (MARKS, r"\2"),
    (regex(r"\A\(([^()]*\d)\)\Z"), r"\1"),
    (regex(r"\A((?:(?:pp?\.|pages?)[ \u00a0]?)?\d+)(?:\)|[ ]*[-–—])\Z"), r"\1"),
    (regex(r"(?<=\d)\.\Z"), ""),
    (regex(r"\A(pages?)(?=\d)"), r"\1 "),
    (regex(r"\Ap(p?)[ ]?(?=\d)"), r"p\1. "),
    (regex(r"\App\.(?=[ \u00a0]?\d+\Z)"), "p."),
    (regex(r"(?<=\. )(\d{1,4}[-–]\d{1,4})[-–](?=\d{1,4}\Z)"), r"\1, "),
)
WORK = regex(r"@[a-z0-9][\w-]*(?:,[ ]*(.+))?")  # the work itself, which its own field names


def wrong_place(locator: str) -> tuple[str, str]:
    """The code of what is wrong with a place in a work, and what was meant; two empty strings where nothing
    is.
    """
    if locator[0] == "@" and (cited := WORK.fullmatch(locator)):
        return ("typing-slip", cited[1]) if cited[1] else ("no-place", "")
    if (
        locator.startswith(("http://", "https://", "www."))
        or BARE.fullmatch(locator)
        or LATER.fullmatch(locator)
    ):
        return "no-place", ""
    if twice := TWICE.match(locator):
        return "typing-slip", f"{twice[1]}{locator[twice.end() :]}"
    span = SPAN.fullmatch(locator)
    if span and len(span[1]) == len(span[2]) and span[2] < span[1]:
        return "numbers-reversed", ""
    tidy = _tidied(locator)
    return ("typing-slip", tidy) if tidy != locator else ("", "")


def _tidied(locator: str) -> str:
    """A place in a work without the marks that a citation does not read."""
    for untidy, instead in UNTIDY:
        locator = untidy.sub(instead, locator)
    return locator


def is_of(language: str, locator: str) -> bool:
    """Whether a place in a work begins with a word that this language alone has for it."""
    return NAMED[language].match(locator) is not None


def as_here(language: str, locator: str) -> str:
    """A place in a work as this language writes what it says in the other's words; "" for any other."""
    begun = BEGINS.match(locator)
    instead = INSTEAD[language].get(begun[1].lower(), "") if begun else ""
    if begun and instead:  # of one; several are seldom cited so
        near = instead.capitalize() if begun[1][0].isupper() else instead
        return f"{near}{locator[begun.end(1) :]}"
    joined = BETWEEN[language].sub(JOINED[language], locator)
    return joined if joined != locator else ""
