"""Capitals where a language has none; small letters that begin a sentence, or a people's name in English.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant.
"""

from __future__ import annotations

from vademecum.checks.rules.slip import Rule
from vademecum.checks.words.grammar.idioms import CAPITALS, OTHER_CASE
from vademecum.checks.words.quantities.dates import MONTHS
from vademecum.language.nations import NATIONS

_SMALL = "|".join(MONTHS["fr"])
# Those of whom a noun that is no name speaks; "les jeunes Bulgares" are Bulgarians.
_THEIRS = (
    r"(?:famille|citoyen|élève|étudiant|artiste|agent|frontière|capitale|musique|cuisine|délégué|langue"
    r"|ville|commune|loi|collectivité|entreprise|culture|territoire|délégation|élu|maire|population|société|gouvernement"
    r"|autorité|partenaire)s?"
)
_OTHERS = ("européen", "africain", "québécois", "catalan", "breton")
_NATIONS = "|".join(name.capitalize() for name in (*NATIONS["fr"], *_OTHERS))
_SHORT_EN = r"(?<!prox)(?<!incl)(?<!excl)(?<!resp)(?<!etc)(?<!dept)(?<!govt)(?<!assoc)"
# Beginnings of words that end with a full stop: their last four letters.
_SHORT_FR = "".join(
    rf"(?<!{end})"
    for end in (
        *("prox", "oord", "uppl", "incl", "excl"),
        *("janv", "févr", "sept", "juil", "préf", "prof", "trad", "coll", "resp", "dept", "dépt", "chap"),
        *("sect", "fasc", "rond", "ssoc", "comm", "cons", "inst", "univ", "dist", "suiv", "ibid", "secr"),
        *("hist", "géog", "conv", "tél", "viron", "appr", "compl", "supp", "suppl", "prov", "boul", "paragr"),
    )
)
_BEGINNING_FR = (
    *("la", "le", "les", "il", "elle", "ils", "elles", "cette", "ces", "nous", "cela", "celle-ci"),
    *("celui-ci",),
)
_BEGINNING_EN = ("this", "that", "these", "there", "he", "she", "in", "our", "its", "their", "the", "they")
# Of which a small letter makes no other word, as it does of "Polish".
_PEOPLES = (*(name for name in NATIONS["en"] if name != "Polish"), "European", "African")
FRENCH: tuple[Rule, ...] = (
    (
        tuple(f". {word} " for word in _BEGINNING_FR),
        rf"[\w’'-]{{0,30}}[a-zà-ÿ]{{4}}{_SHORT_FR}\. (?:{'|'.join(_BEGINNING_FR)})(?= [a-zà-ÿ])",
        OTHER_CASE,
    ),
    # Months between two, nations behind a noun.
    (("ntre ",), rf"\b[Ee]ntre (?:{CAPITALS})(?= et (?i:{_SMALL})\b)", OTHER_CASE),
    (
        tuple(f" {month.capitalize()}" for month in MONTHS["fr"]),
        rf"\b(?:{_SMALL}|{CAPITALS}) (?:et|à) (?:{CAPITALS})(?![\w-]| (?:19)?68\b)",
        OTHER_CASE,
    ),
    (
        tuple(f" {people}" for people in _NATIONS.split("|")),
        rf"\b{_THEIRS} (?:{_NATIONS})(?:ne)?e?s?\b(?![ -][A-ZÀ-Þ])",
        OTHER_CASE,
    ),
)
ENGLISH: tuple[Rule, ...] = (
    (
        ("etween m", "etween a", "From m", "from m"),
        r"\b(?:[Bb]etween (?:march|may|august)(?= and\b)|[Ff]rom (?:march|may)(?= to\b))",
        OTHER_CASE,
    ),
    (
        ("and ma", "and august", "to may", "to march"),
        r"\b(?i:January|February|March|April|May|June|July|August|September|October|November|December)"
        r" (?:and|to) (?:march|may|august)(?=[.,;)]|\Z| (?:19|20)\d\d\b)",
        OTHER_CASE,
    ),
    (
        tuple(f". {word} " for word in _BEGINNING_EN),
        rf"[\w’'-]{{0,30}}[a-z]{{4}}{_SHORT_EN}\. (?:{'|'.join(_BEGINNING_EN)})(?= [a-z])",
        OTHER_CASE,
    ),
    *((((nation.lower(),), rf"(?<![\w/.@=“-]){nation.lower()}(?![\w/.@-])", nation)) for nation in _PEOPLES),
)
