"""Names that two languages do not share: Lyon in one and Lille in the other, Bulgarie and Romania.

Told is where each text has one name, and but one, that the other has in no way: it is most likely the other,
mistaken. Countries are compared by their codes, whatever each language calls them; of other names those
alone are read that no dictionary has for a word, as it has *Council*, and that are not alike, as *Londres*
and *London* are.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Collection, Iterator

from vademecum.checks.bilingual.comparison import one_each
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.names.exonyms import PLACES
from vademecum.language.collation import folded
from vademecum.language.formats import countries
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex

# Letters of western and of central Europe.
_CAPITAL = "[A-ZÀ-ÞĀĂĄĆČĎĐĘĚĹŁŃŇŌŐŘŚŠŤŪŮŰŹŻŽ]"
_SMALL, _LETTER = "[a-zà-ÿĀ-ſ]", "[A-Za-zÀ-ÿĀ-ſ]"
_WORD = rf"{_CAPITAL}{_SMALL}{{2,}}(?:-{_LETTER}+|[’'](?!s\b){_LETTER}+)*"
# Behind a small letter or a comma, so that a capital is no sentence's; looked for by its capital first.
# `led` by a sentence's beginning, or a bracket, may be any word, and is read where it is a country.
NAME = regex(
    rf"(?={_CAPITAL})(?:(?<=[a-zà-ÿ,;] )|(?<=[ (][dl][’'])"
    rf"|(?P<led>(?<=[.!?:] )|(?<=[(«“])|\A)(?:L[ae] |L[’'])?)"
    rf"({_WORD}(?:[ ]{_WORD})*)"
)
CODE = regex(r"[A-Z]{2}")
CITED = regex(r"\[@[^\[\]\n]*\]|\]\([^()\s]*\)")
# Places that the languages call by names that are not alike, beside those of words/names/exonyms.py.
_UNLIKE = (
    *("Pékin Beijing", "Aix-la-Chapelle Aachen", "Trèves Trier", "Ratisbonne Regensburg", "Bâle Basel"),
    *("Angleterre England", "Galles Wales", "Cornouailles Cornwall", "Saxe Saxony", "Souabe Swabia"),
    *("Bavière Bavaria", "Pouilles Apulia", "Livourne Leghorn", "Gand Ghent", "Cap Cape", "Mayence Mainz"),
    *("Bourgogne Burgundy", "Manche Channel", "Léman Geneva", "Bombay Mumbai", "Île-de-France Paris"),
    *("Grande-Bretagne Britain", "Calcutta Kolkata", "Birmanie Burma", "Saint-Sylvestre Eve"),
    *("Sarre Saarland", "Cracovie Kraków", "Dantzig Gdańsk", "Varsovie Warszawa", "Mayence Mainz"),
    *("Kiev Kyiv", "Posen Poznań", "Presbourg Bratislava", *PLACES),
)
UNLIKE = frozenset(tuple(map(folded, pair.split())) for pair in _UNLIKE)
OTHERWISE = {name: other for pair in UNLIKE for name, other in (pair, pair[::-1])}
# Words that many names share, and so tell none.
SHARED = frozenset(
    ("saint", "sainte", "haut", "haute", "hauts", "hautes", "basse", "pays", "port", "mont", "ville")
)
BEGUN = 4  # letters that a name shares with what is made of it: Europe, européen
Names = dict[str, tuple[str, int]]  # by a code or folded: each as written, and where
MOST = 60  # names of a passage that are compared, each with each; countries always are
ALIKE = 0.55  # of 1: how much of their letters two names share that may be one


def other_names(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The country, and the other name, that a passage in our language alone has, and the other’s."""
    mine = _names(here, ours)
    others = _names(there, theirs) if mine else {}
    if mine and others and mine.keys() != others.keys():
        yield from _apart(_countries(mine, ours), _countries(others, theirs))
        few = max(len(mine), len(others)) <= MOST
        if few and (strange := _unsaid(mine, ours, there)):
            yield from _apart(strange, _unsaid(others, theirs, here))


def _apart(mine: Names, others: Names) -> Iterator[Slip]:
    """The one name that a text has and the other has not, which has another."""
    had = {name for name in others if any(_are_one(name, own) for own in mine)}
    had_there = {name for name in mine if any(_are_one(name, other) for other in others)}
    if pair := one_each(mine, others, had, had_there) or _of_one_kind(mine, others, had, had_there):
        found, at = mine[pair[0]]
        yield "name-differs", at, {"found": found, "other": others[pair[1]][0]}


def _names(text: str, language: str) -> dict[str, int]:
    """The names within the sentences of a text, and where each stands first; of no work that is cited."""
    found: dict[str, int] = {}
    codes = _codes(language)
    for one in NAME.finditer(CITED.sub(lambda cited: "." * len(cited[0]), text) if "]" in text else text):
        name, at = one[2], one.start(2)
        if one["led"] is not None and not one["led"].endswith(" ") and name not in codes:
            first, _, name = name.partition(" ")
            at += len(first) + 1
        if name:
            found.setdefault(name, at)
    return found


def _countries(names: dict[str, int], language: str) -> Names:
    """The countries among some names, by their codes."""
    codes = _codes(language)
    return {codes[name]: (name, at) for name, at in names.items() if name in codes}


def _unsaid(names: dict[str, int], language: str, other: str) -> Names:
    """The names, folded and without words of a dictionary, that another text lacks; no countries."""
    words, codes = dictionary(language), _codes(language)
    strange: dict[str, str] = {}
    for name in names:
        if name not in other and name not in codes:
            own = [part for part in name.split() if part.lower() not in words]
            strange |= {folded(" ".join(own)): name} if own else {}
    text = f" {folded(other)}" if strange else ""
    return {
        own: (name, names[name])
        for own, name in strange.items()
        if not any(f" {part[:BEGUN]}" in text for part in _telling(own))
        and f" {OTHERWISE.get(own, own)}" not in text  # though it stand where no name is read
    }


def _of_one_kind(
    mine: Names, others: Names, had: Collection[str], had_there: Collection[str]
) -> tuple[str, str] | None:
    """The first name of those that one text alone has, and one that begins with its word: Haute-Savoie and
    Haute-Marne.
    """
    begun = {other.split()[0]: other for other in others if other not in had and " " in other}
    names = (name for name in mine if name not in had_there and " " in name)
    return next(((name, begun[first]) for name in names if (first := name.split()[0]) in begun), None)


def _telling(name: str) -> list[str]:
    """The parts of a folded name that tell it from others: *oise* of *val d oise*."""
    parts = name.split()
    return [part for part in parts if len(part) >= BEGUN and part not in SHARED] or parts


def _are_one(one: str, other: str) -> bool:
    """Whether two codes are one, or two folded names may be those of one place."""
    if one.isupper():
        return one == other
    first, second = (name.partition(" ") for name in (one, other))
    if first[0] == second[0] and first[2] and second[2]:
        one, other = first[2], second[2]  # Haute-Savoie and Haute-Marne
    if one[:3] == other[:3] or (one, other) in UNLIKE or (other, one) in UNLIKE:
        return True
    return difflib.SequenceMatcher(None, one, other).ratio() >= ALIKE


@functools.cache
def _codes(language: str) -> dict[str, str]:
    return {name: code for code, name in countries(language).items() if CODE.fullmatch(code)}
