"""Verbs that do not go with their subject: les associations participe, the families was.

A subject is taken for one where it begins its sentence, and its verb follows at once: "the list of the towns
is" and "les villes de la région est" are left alone. Of a council British English says "have".
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.grammar.genders import COLLECTIVE, starts
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex

# Verbs of one, and the same of several.
_TO_BE = {
    "fr": {
        **{"a": "ont", "est": "sont", "était": "étaient", "avait": "avaient", "doit": "doivent"},
        **{"peut": "peuvent", "veut": "veulent", "fait": "font", "va": "vont", "sera": "seront"},
        **{"vient": "viennent", "revient": "reviennent", "devient": "deviennent", "tient": "tiennent"},
        **{
            "choisit": "choisissent",
            "sait": "savent",
            "dit": "disent",
            "écrit": "écrivent",
            "sert": "servent",
        },
        **{"agit": "agissent", "réunit": "réunissent", "connaît": "connaissent", "rend": "rendent"},
        **{"permet": "permettent", "reçoit": "reçoivent", "prend": "prennent", "met": "mettent"},
    },
    "en": {"was": "were", "is": "are", "has": "have", "does": "do"},
}
_TO_BE_ONE = {many: one for one, many in _TO_BE["fr"].items()} | {"are": "is", "were": "was"}
# What may stand between an article and its noun, or behind the noun, and be no noun itself.
_OF_THEM = (
    r"(?:elected|local|other|new|young|old|small|large|French|German|public|regional|national|European"
    r"|foreign)"
)
_ELUS = (
    r"(?: (?:locaux|locales|jumelées?|partenaires?|voisine?s|françaises?|français|allemandes?|allemands"
    r"|étrangères?|étrangers|européennes?|européens|publiques?|publics|régionaux|régionales|municipaux|municipales))?"
)
MANY = {
    "fr": regex(
        r"(?:(?:Les|Ces|Leurs|Nos|Ses|Certaine?s|Plusieurs|Quelques|Combien de"
        r"|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Dix|Douze) "
        r"|Combien d['’])(?P<noun>[a-zà-ÿ]{3,30}[sx])"
        rf"{_ELUS} "
        r"(?P<verb>[a-zà-ÿ]{1,20})(?![\w’'·•(-]|\.[a-zà-ÿ])(?! (?:de |du |des |d['’]))"
    ),
    "en": regex(
        rf"(?:(?:The|These|Those|Their|Our|All|Both|Many|Several|Most|Some) (?:{_OF_THEM} )?"
        rf"|(?=[A-Z])(?i:{_OF_THEM}) )(?P<noun>[a-z]{{3,30}}s) "
        r"(?P<verb>was|is|has|does)(?![\w’'-])"
    ),
}
ONE = {
    "fr": regex(
        rf"(?:Le |La |L['’]|Ce |Cet |Cette |Notre |Votre |Leur |Sa |Chaque )(?!{COLLECTIVE})"
        r"(?P<noun>[a-zà-ÿ]{3,30})(?<![sx]) (?P<verb>[a-zà-ÿ]{1,20}nt)(?![\w’'·•(-])"
    ),
    "en": regex(
        r"(?:The|This|That|A|Its|Their|Each|Every) (?P<noun>mayor|town|project|agreement|charter"
        r"|treaty|law|river|road|meeting|visit|exchange|report|study|plan|budget|city|village"
        r"|region|grant|event|school"
        r"|convention|strategy|festival|centre|programme|country) (?P<verb>are|were)(?![\w’'-])"
    ),
}
# Nouns behind a noun, and other words, which the dictionary has as verbs too: les villes centre.
NO_VERBS = frozenset(
    (
        *("centre", "cadre", "pilote", "programme", "type", "entre", "contre", "comme", "ensemble", "modèle"),
        *(
            "double",
            "demande",
            "offre",
            "grâce",
            "outre",
            "charnière",
            "rencontre",
            "contrôle",
            "phase",
            "texte",
        ),
        *(
            "membre",
            "même",
            "autre",
            "libre",
            "propre",
            "moyenne",
            "multiple",
            "relance",
            "repère",
            "réserve",
        ),
        *("content", "évident", "violent", "excellent", "équivalent", "influent", "négligent", "président"),
        *("résident", "convergent", "divergent", "affluent", "urgent", "parent", "couvent", "concurrent"),
        *(
            "antique",
            "électrice",
            "motrice",
            "source",
            "test",
            "crédit",
            "clé",
            "exemple",
            "valide",
            "intègre",
        ),
    )
)
# English words in s that are one thing each, or of one and of several.
OF_ONE = frozenset(
    (
        *(
            "news",
            "means",
            "series",
            "species",
            "works",
            "headquarters",
            "mathematics",
            "politics",
            "economics",
        ),
        *(
            "ethics",
            "statistics",
            "lens",
            "gas",
            "bias",
            "alias",
            "canvas",
            "atlas",
            "physics",
            "bus",
            "plus",
        ),
        *(
            "process",
            "access",
            "business",
            "class",
            "address",
            "congress",
            "press",
            "chaos",
            "basis",
            "crisis",
        ),
        *("less", "others", "games", "customs", "goods", "savings", "premises", "arts", "us", "its", "his"),
    )
)
_FIRST = {"fr": frozenset("LCNSPQVDTH"), "en": frozenset("TOABMSIELNYFGPR")}
PERSONS = frozenset(("que", "nous", "vous", "ils", "elles", "deux", "trois", "autres", "uns", "unes"))


def subjects(words: str, language: str) -> Iterator[Slip]:
    """Verbs of some words that have the number of another subject: code, place, what was found and meant."""
    for start in starts(words):
        if words[start : start + 1] not in _FIRST[language]:
            continue
        for pattern, tell in ((MANY[language], _of_many), (ONE[language], _of_one)):
            found = pattern.match(words, start)
            if found and (meant := tell(found["noun"], found["verb"], language)):
                near = found[0][: found.start("verb") - start] + meant
                yield "no-agreement", start, {"found": found[0], "nearest": near}


def _of_many(noun: str, verb: str, language: str) -> str:
    """The verb of several for one of one, behind a noun of several."""
    if noun in PERSONS or noun in OF_ONE or (noun[-2:] in ("ss", "us", "is") and noun != "élus"):
        return ""
    singulars = (noun[:-1], f"{noun[:-3]}y" if noun.endswith("ies") else "", f"{noun[:-2]}")
    if not any(one and one in dictionary(language) for one in singulars):
        return ""
    if meant := _TO_BE[language].get(verb):
        return meant
    is_verb = language == "fr" and verb[-1] == "e" and len(verb) > 3 and verb not in NO_VERBS
    return f"{verb}nt" if is_verb and f"{verb}nt" in dictionary("fr") else ""


def _of_one(noun: str, verb: str, language: str) -> str:
    """The verb of one for one of several, behind a noun of one."""
    if noun in PERSONS:
        return ""
    if language == "en" or verb in _TO_BE_ONE:
        return _TO_BE_ONE[verb]
    is_verb = verb.endswith("ent") and len(verb) > 6 and verb not in NO_VERBS and not verb.endswith("ment")
    return verb[:-2] if is_verb and verb[:-2] in dictionary("fr") else ""
