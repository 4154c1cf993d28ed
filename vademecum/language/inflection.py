"""Written form <-> normal form: what counts as the same word in French and in English.

A form is folded to a *normal form*: lower case, composed accents, one space for any white space or hyphen, a
straight apostrophe, no soft hyphen, no ligature. `variants` makes the plurals and spellings that a form
stands for.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import unicodedata
from collections.abc import Iterable

from vademecum.language.regex import regex

# --- what is written ------------------------------------------------------------------------------------

IGNORED = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphen, zero-width characters
MARKS = "\u0300-\u036f"  # accents on their own
LETTER = rf"[\w{MARKS}]"
HYPHEN = "[-\u2010\u2011]"
QUOTE = "['\u2019]"
POINT = "\u00b7\u2022\u2027\u2219"  # between the genders of an inclusive form: agent·e
# Between two words of a compound, at a line's end too; possessive: a run of spaces is read once.
JOINT = rf"(?:\s++|{HYPHEN}(?:\n\s*+)?)"

# Inclusive forms count as their word without the feminine: agent·e·s, agent(e)s, élu-e-s, acteur.trice.s.
# A hyphen and a full stop join many other things: with them only what can hardly be anything else.
_FEMININE = "(?:[ntlfvs]?e|i?ère|t?rice|euse|esse|enne|elle|ienne|ive|ale)"
_SURE = "(?:n?e|ère|t?rice|euse)"
INCLUSIVE = (
    rf"[{POINT}(.-](?=[a-zè])(?:(?<=[^\W\d_][^\W\d_].)|(?<=[{MARKS}].))(?:(?<=[{POINT}])(?:{_FEMININE}(?:[{POINT}]?s)?|[sx])"
    rf"|(?<=\()(?:{_FEMININE}s?|[sx])\)[{POINT}-]?s?|(?<=-){_SURE}(?:-?s)?|(?<=\.){_SURE}(?:\.?s)?)(?![\w{MARKS}])"
)
_INCLUSIVE = regex(INCLUSIVE)

# What changes the length of a text when it is folded.
_ODD = regex(
    rf"[^{MARKS}{IGNORED}][{MARKS}]*+(?P<suffix>{INCLUSIVE})"
    rf"|[^{MARKS}{IGNORED}][{MARKS}]+|[{IGNORED}]+|[œŒæÆ\u0130]"
)
_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "\u0130": "i\u0307"}
_ODD_CHARACTERS = (*_LIGATURES, *"\u00ad\u200b\u200c\u200d\u2060\ufeff")
WORDS = regex(rf"({LETTER}+)")


def fold(text: str) -> tuple[str, list[int], list[int]] | None:
    """Composed accents, no ignored character, ligature or feminine ending; with each one's start and end.

    The places are those in `text`. An inclusive form is its word in the masculine, the plural if it has
    one: agent·e·s is *agents*. None when the text is so already.
    """
    # Most texts: looking for each character in turn takes a third of the time of any pattern.
    if (
        unicodedata.is_normalized("NFC", text)
        and not any(odd in text for odd in _ODD_CHARACTERS)
        and not _INCLUSIVE.search(text)
    ):
        return None
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for odd in _ODD.finditer(text):
        start, end = odd.span()
        piece = odd[0]
        new = "" if piece[0] in _ODD_CHARACTERS[len(_LIGATURES) :] else _LIGATURES.get(piece)
        if suffix := odd["suffix"]:
            plural = suffix[-1] if suffix[-1] in "sx" and piece[0] not in "sx" else ""
            new = unicodedata.normalize("NFC", piece[: -len(suffix)]) + plural
        elif new is None:
            new = unicodedata.normalize("NFC", piece)
        pieces += text[done:start], new
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))
        done = end
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return "".join(pieces), starts, ends


def feminine_endings(text: str) -> list[tuple[int, int]]:
    """Where inclusive forms have their endings: the `·e·s` of agent·e·s; (start, end), in order."""
    return [found.span() for found in _INCLUSIVE.finditer(text)]


def is_acronym(form: str) -> bool:
    """Capitals, digits and signs only (*ODD*, *G7*, *R&D*, or *SDGs*): linked as written, never *odd*."""
    capitals, small = sum(map(str.isupper, form)), sum(map(str.islower, form))
    return len(form) > 1 and (capitals > small == 0 or (capitals > small == 1 and form.endswith("s")))


def normalised(text: str) -> str:
    """A folded text with one space for each joint and straight apostrophes; its case is kept."""
    return re.sub(JOINT, " ", text).replace("\u2019", "'")


def written(form: str) -> str:
    """The normal form of a form as its editor wrote it, from its first letter or digit on ('' if none)."""
    folded = fold(form)
    normal = normalised(folded[0] if folded else form)
    first = WORDS.search(normal)
    normal = normal[first.start() :].rstrip() if first else ""
    return normal if is_acronym(normal) else normal.lower()


# --- rules of spelling ----------------------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FR_FIXED = _words(
    "à au aux avec chez contre d dans de des du en entre et hors l la le les leur ou où par pour qu que sans "
    "sous sur un une vers "
    "bas bois bras cas choix concours corps cours croix discours dos encours fils fois fonds frais gaz "
    "mois moins nos os ours palais parcours pas pays plus poids prix procès progrès propos recours relais "
    "repas secours sens succès temps tous travers univers vos voix vers accès congrès paix puis"
)
EN_FIXED = _words(
    "a an and as at between by for from in into of on or the to under upon via with within without "
    "abroad across against among means news goods series species overseas customs arms always this its"
)
EN_LINKS = _words("and as at between by for from in into of on or to under with within without")
FR_ALS = _words("bal bancal banal carnaval chacal fatal festival naval natal récital régal")
FR_AUX = _words("bail corail émail soupirail travail vantail vitrail")
FR_OUX = _words("bijou caillou chou genou hibou joujou pou")
FR_EUS = _words("bleu pneu landau sarrau")
# what stands before -ise in English words that have no -ize
EN_ISE = _words(
    "adv advert appr bru chast circumc compr comprom conc cru dem desp dev disgu enterpr exc exerc expert "
    "franch gu improv inc likew ma merchand no otherw parad po pr pra prec prem prom r ra rev s se superv "
    "surm surpr telev treat v w"
)
_ISE = regex(r"(\w+)(i[sz])(e[ds]?|ers?|ing|ations?|ational)|(\w*)(ly[sz])(e[ds]?|ers?|ing)")


def _french_plurals(word: str) -> set[str]:
    if word[-1] in "sxz":
        return set()
    if word in FR_AUX:
        return {word[:-3] + "aux"}
    if word.endswith("al") and word not in FR_ALS:
        return {word[:-2] + "aux"}
    if word in FR_OUX or (word.endswith(("au", "eu")) and word not in FR_EUS):
        return {word + "x"}
    return {word + "s"}


def _french_singulars(word: str) -> Iterable[str]:
    yield word[:-1]
    if word.endswith("aux") and not word.endswith("eaux"):
        yield word[:-3] + "al"
        yield word[:-3] + "ail"


def _english_plurals(word: str) -> set[str]:
    if word.endswith("ics"):
        return set()
    if word.endswith("sis"):
        return {word[:-2] + "es"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return {word + "es"}
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return {word[:-1] + "ies"}
    return {word + "s", word + "es"} if word.endswith("o") else {word + "s"}


def _english_singulars(word: str) -> Iterable[str]:
    if word.endswith(("ics", "ss", "us", "is")):
        return
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
        yield word[:-2] + "is"
    if word.endswith("ies"):
        yield word[:-3] + "y"


def _numbers(word: str, language: str) -> set[str]:
    """The word, its plural, and the singulars whose plural it is."""
    french = language == "fr"
    plurals, singulars = (
        (_french_plurals, _french_singulars) if french else (_english_plurals, _english_singulars)
    )
    if len(word) < 2 or not word.isalpha() or word in (FR_FIXED if french else EN_FIXED):
        return {word}
    ones = {one for one in singulars(word) if len(one) > 2 and word in plurals(one)}
    if french and word.endswith("aux") and not word.endswith(("eaux", "yaux")):
        ones.discard(word[:-1])  # locaux is the plural of local, not of "locau"
    return {word, *ones} if ones else {word, *plurals(word)}


def spellings(word: str) -> set[str]:
    """English -ise and -ize, -lyse and -lyze, and what is made from them."""
    made = _ISE.fullmatch(word)
    if made is None or made[1] in EN_ISE:
        return {word}
    stem, middle, end = made.groups()[:3] if made[1] else made.groups()[3:]
    return {stem + middle[:-1] + letter + end for letter in "sz"}


def _choices(words: list[str], language: str) -> list[set[str]]:
    """For each word (odd places; separators between them), how it may be written."""
    choices = [{word} for word in words]
    for place in range(1, len(words), 2):
        word = words[place]
        follower = words[place + 2] if place + 2 < len(words) else None
        if language == "fr":
            choices[place] = _numbers(word, "fr")
            continue
        # In English only the head takes the plural: networks of cities, city networks.
        head = follower is None or follower in EN_LINKS
        numbers = _numbers(word, "en") if head else {word}
        choices[place] = {spelt for number in numbers for spelt in spellings(number)}
    return choices


def _acronyms(acronym: str) -> frozenset[str]:
    """An acronym's singular and plural: SDG, SDGs. One that has no letter at its end stands for itself."""
    singular = acronym[:-1] if acronym.endswith("s") else acronym
    if len(singular) < 2 or not singular[-1].isalpha():
        return frozenset((acronym,))
    return frozenset((singular, singular + "s"))


# é -> e; composed letters of Latin alphabets
_WITHOUT_ACCENTS = {
    code: unicodedata.normalize("NFD", chr(code))[0] for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
}


def unaccented(normal: str) -> frozenset[str]:
    """How a normal form is written where capitals go without accents: *Etat*, *ETAT*, *Intérêt d'Etat*.

    Its first letter, the first letters of its words or all letters without accents; empty for a form without
    any. As long as the form, which must be composed; that what lacks its accent is a capital, is for the
    caller to see.
    """
    if normal.isascii():
        return frozenset()
    bare = normal.translate(_WITHOUT_ACCENTS)
    words = "".join(word[0].translate(_WITHOUT_ACCENTS) + word[1:] for word in WORDS.split(normal) if word)
    return frozenset((bare, bare[0] + normal[1:], words)) - {normal}


MOST = 256  # more combinations than this (about eight words that vary): each word varies alone


@functools.cache
def variants(form: str, language: str) -> frozenset[str]:
    """The normal forms that a written form stands for: two concepts that share one claim the same words.

    An acronym stands for itself, as written, and for its plural in -s. `language` is "fr" or "en". Empty
    for a form without any letter or digit.
    """
    normal = written(form)
    if not normal:
        return frozenset()
    if is_acronym(normal):
        return _acronyms(normal)
    words = WORDS.split(normal)
    choices = _choices(words, language)
    if math.prod(map(len, choices)) <= MOST:
        return frozenset("".join(chosen) for chosen in itertools.product(*choices))
    alone = ([*words[:i], word, *words[i + 1 :]] for i, some in enumerate(choices) for word in some)
    return frozenset("".join(chosen) for chosen in alone)
