"""French adjectives that do not go with their noun or its article: une grand nombre, la charte européen, les
nouveau habitants.

Behind "de", "à" or "et" an adjective may go with another noun before, "un réseau de communes rural", or two
may share one, "les langues française et anglaise": there nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.grammar.genders import gender
from vademecum.language.meant_words import dictionary

SIGNS = ".,;:!?…»)"
# What stands before a noun: masculine and feminine, one and several.
BEFORE_NOUN = (
    *("grand grande grands grandes", "petit petite petits petites", "nouveau nouvelle nouveaux nouvelles"),
    *("premier première premiers premières", "dernier dernière derniers dernières"),
    *("ancien ancienne anciens anciennes", "bon bonne bons bonnes", "long longue longs longues"),
    *("second seconde seconds secondes", "prochain prochaine prochains prochaines"),
    *("haut haute hauts hautes", "beau belle beaux belles", "vieux vieille vieux vieilles"),
    *("seul seule seuls seules", "autre autre autres autres", "même même mêmes mêmes"),
    *("jeune jeune jeunes jeunes", "simple simple simples simples"),
    *("véritable véritable véritables véritables", "rare rare rares rares"),
)
_AL = (
    "local rural national régional départemental municipal communal intercommunal international territorial"
    " social mondial central général spécial médical commercial"
)
_EL = "culturel annuel partiel réel officiel industriel institutionnel traditionnel actuel essentiel naturel"
_EN = "européen méditerranéen italien parisien"
_IF = "associatif éducatif administratif sportif positif négatif participatif législatif"
_AIN = "urbain humain africain américain"
_E = (
    "économique touristique durable scolaire solidaire démocratique artistique écologique numérique"
    " pédagogique stratégique possible utile nécessaire complémentaire important différent intéressant"
)
BEHIND_NOUN = (
    *(f"{one} {one}e {one[:-2]}aux {one}es" for one in _AL.split()),
    *(f"{one} {one}le {one}s {one}les" for one in _EL.split()),
    *(f"{one} {one}ne {one}s {one}nes" for one in _EN.split()),
    *(f"{one} {one[:-1]}ve {one}s {one[:-1]}ves" for one in _IF.split()),
    *(f"{one} {one}e {one}s {one}es" for one in _AIN.split()),
    *(f"{one} {one if one[-1] == 'e' else one + 'e'} {one}s {one.rstrip('e')}es" for one in _E.split()),
    *("financier financière financiers financières", "immobilier immobilière immobiliers immobilières"),
)


class Form(NamedTuple):
    """The four forms of an adjective, and which of them one may be."""

    forms: tuple[str, str, str, str]
    places: frozenset[int]  # 0 and 1 of one thing, 2 and 3 of several; odd ones are feminine


def _table(rows: tuple[str, ...]) -> dict[str, Form]:
    table: dict[str, Form] = {}
    for row in rows:
        one, hers, several, many_hers = row.split()
        forms = (one, hers, several, many_hers)
        for form in forms:
            places = frozenset(at for at, one in enumerate(forms) if one == form)
            table.setdefault(form, Form(forms, places))
    return table


# Before a vowel.
_HEARD = {"nouvel": "nouveau", "vieil": "vieux", "bel": "beau"}
FIRST, LAST = _table(BEFORE_NOUN), _table(BEHIND_NOUN)
FIRST |= {form: Form(FIRST[base].forms, frozenset((0,))) for form, base in _HEARD.items()}
# Which forms an article may stand before: of "leur" and "chaque" the gender is the noun's.
ARTICLES = {
    **dict.fromkeys(("un", "le", "ce", "cet", "du", "au"), frozenset((0,))),
    **dict.fromkeys(("une", "la", "cette", "sa"), frozenset((1,))),
    **dict.fromkeys(("leur", "notre", "votre", "chaque"), frozenset((0, 1))),
    **dict.fromkeys(
        ("les", "des", "ces", "ses", "leurs", "nos", "vos", "aux", "plusieurs"), frozenset((2, 3))
    ),
    "quelques": frozenset((2, 3)),
}
SWITCHED = {
    **{"un": "une", "une": "un", "le": "la", "la": "le", "ce": "cette", "cet": "cette", "cette": "ce"},
    **{"du": "de la", "au": "à la", "sa": "son"},
}
# La grand place, la petite enfance; la première ministre, la Premier ministre.
_GRAND = frozenset(
    (
        *("place", "rue", "mère", "mères", "messe", "messes", "voile", "croix", "poste", "peine", "chose"),
        *("tante", "tantes", "route", "salle", "ville", "duchesse", "peur", "soif", "faim"),
    )
)
_HOLDERS = frozenset(("ministre", "secrétaire", "adjoint", "fonctionnaire", "conseiller", "juge", "maire"))
_ELSEWHERE = frozenset(("de", "du", "des", "à", "en", "et", "ou", "aux", "au", "ni", "que", "dont"))
# Before "des" which is no "de les".
_BEFORE_SOME = frozenset(
    (
        "a",
        "ont",
        "avec",
        "sont",
        "par",
        "dans",
        "sur",
        "entre",
        "pour",
        "sans",
        "est",
        "avait",
        "avaient",
        "y",
    )
)
# Which are of the other gender too, behind another article than these.
_HERS_TOO = frozenset(("aide", "politique", "source", "base", "demande", "activité"))
# The words that one of the rules is about, and how far behind their article they stand.
AFTER = {form: 1 for form in FIRST} | {f"{form}{sign}": 2 for form in LAST for sign in ("", *SIGNS)}


def adjectives(words: str, parts: list[str]) -> Iterator[Slip]:
    """Adjectives of a French text that do not go with what they are beside; `parts` are its words."""
    if AFTER.keys().isdisjoint(parts):
        return
    at, ends = 0, (*parts, "", "")
    for number, far in ((number, AFTER[part]) for number, part in enumerate(parts) if part in AFTER):
        number -= far
        part = parts[number] if number >= 0 else ""
        if not (article := ARTICLES.get(part.lower())):
            continue
        earlier = parts[number - 1] if number else ""
        near = _before(part, ends[number + 1], ends[number + 2], article) or _behind(
            earlier, part, ends[number + 1], ends[number + 2 : number + 4], article
        )
        if near:
            found, meant = near
            at = words.find(found, at)
            if at < 0:
                return  # words that two lines part
            yield "no-agreement", at, {"found": found, "nearest": meant}


def _cased(article: str, like: str) -> str:
    return article.capitalize() if like[0].isupper() else article


def _gender(noun: str) -> int:
    """0 of a masculine noun, 1 of a feminine one, -1 of any other."""
    known = gender(noun)
    return 1 if known == "her" or noun.rstrip("s") in _HERS_TOO else 0 if known else -1


def _before(part: str, word: str, behind: str, article: frozenset[int]) -> tuple[str, str] | None:
    """An adjective between an article and a noun: une grand nombre, les nouveau habitants."""
    first = FIRST.get(word)
    noun = behind.rstrip(SIGNS)
    if not first or not (noun.isalpha() and noun.islower()) or noun in ("et", "ou", "puis"):
        return None
    own, several = _gender(noun), 2 * (2 in article)
    named = noun in _HOLDERS or (word == "grand" and noun in _GRAND) or noun in FIRST
    if own < 0 and not named and first.places.isdisjoint(article):
        own = min((place % 2 for place in article if len(article) == 1), default=min(first.places) % 2)
    elif named or own < 0 or several + own in first.places & article:
        return None
    one = first.forms[several + own]
    stays = {0, 1} == {place % 2 for place in article} or own in article
    switched = part if stays else _cased(SWITCHED.get(part.lower(), part), part)
    near = f"{switched} {one} {noun}"
    found = f"{part} {word} {noun}"
    return (found, near) if near != found else None


def _behind(
    earlier: str, part: str, noun: str, behind: tuple[str, ...], article: frozenset[int]
) -> tuple[str, str] | None:
    """An adjective behind an article and a noun: la charte européen, les relations durable."""
    word = behind[0].rstrip(SIGNS) if behind else ""
    last = LAST.get(word)
    several, own = 2 * (2 in article), _gender(noun) if last else -1
    if not last or own < 0 or earlier.lower() in _ELSEWHERE or (noun[-1] == "s") != bool(several):
        return None
    if part in ("des", "du", "au", "aux") and not (earlier in _BEFORE_SOME and part == "des"):
        return None
    meant = several + own
    shared = behind[0].endswith(",") or (behind[1:] and behind[1] in ("et", "ou", "puis", "comme"))
    if meant in last.places or (shared and several) or not article & {meant}:
        return None
    if noun[-1] == "s" and noun[:-1] not in dictionary("fr"):
        return None
    return f"{part} {noun} {word}", f"{part} {noun} {last.forms[meant]}"
