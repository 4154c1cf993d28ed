"""Names of countries, regions and towns in the other language's form, where this one has its own.

Rules as those of usage.py. A name is told of only behind a word that leads to a place, and before none with a
capital: of Credit Suisse, the Université de Genève and Bretagne-Pays de la Loire nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.rules.slip import Rule

# In French and in English; none that is a word, a surname or another place of the other language.
MASCULINE = (
    *("Brésil Brazil", "Cameroun Cameroon", "Danemark Denmark", "Japon Japan", "Liban Lebanon"),
    *("Maroc Morocco", "Sénégal Senegal"),
)
FEMININE = (
    *("Allemagne Germany", "Algérie Algeria", "Angleterre England", "Arménie Armenia", "Autriche Austria"),
    *("Belgique Belgium", "Chine China", "Croatie Croatia", "Écosse Scotland", "Égypte Egypt"),
    *("Espagne Spain", "Géorgie Georgia", "Grèce Greece", "Hongrie Hungary", "Inde India", "Italie Italy"),
    *("Mauritanie Mauritania", "Pologne Poland", "Roumanie Romania", "Suisse Switzerland"),
    *("Tunisie Tunisia", "Turquie Turkey", "Bretagne Brittany", "Normandie Normandy"),
    *("Albanie Albania", "Bulgarie Bulgaria", "Colombie Colombia", "Éthiopie Ethiopia", "Finlande Finland"),
    *("Indonésie Indonesia", "Irlande Ireland", "Islande Iceland", "Lettonie Latvia", "Libye Libya"),
    *("Lituanie Lithuania", "Moldavie Moldova", "Norvège Norway", "Russie Russia", "Serbie Serbia"),
    *("Slovaquie Slovakia", "Slovénie Slovenia", "Suède Sweden", "Syrie Syria", "Tanzanie Tanzania"),
)
TOWNS = (
    *("Barcelone Barcelona", "Bruxelles Brussels", "Genève Geneva", "Lisbonne Lisbon", "Londres London"),
    "Varsovie Warsaw",
)
BEFORE = r"(\b(?:in|from|near|towns? of|city of|council of) )"
# What leads to a place in French, and how it does to a name of our form: as it is, or with an article.
_IN, _TOWARDS, _OF = r"\ben ", r"\bvers ", r"\b[Vv]illes? de "
ENDS = r"(\)?)(?![\w’'-]|[ \u00a0][A-ZÀ-Þ])"


def _english(pair: str) -> Iterator[Rule]:
    french, english = pair.split()
    yield (french,), rf"{BEFORE}{french}{ENDS}", rf"\1{english}\2"
    yield _alone(french, english)


def _alone(found: str, meant: str) -> Rule:
    """A name in brackets by itself: (Germany on Tour) is a title, and Brittany (Bretagne) has both."""
    return (f"({found}",), rf"(?<!{meant} )(\(){found}([),])", rf"\1{meant}\2"


def _french(pair: str) -> Iterator[Rule]:
    """The rules of a name, by whether what leads to it stays as it is."""
    french, english = pair.split()
    as_is, changed = list[str](), dict[str, str]()
    if pair in TOWNS:
        as_is += [_TOWARDS, _OF]
        changed[rf"\ben (){english}"] = f"à {french}"
    elif pair in MASCULINE:
        changed[rf"\ben (){english}"] = f"au {french}"
        changed[rf"\b([Vv]illes?) de {english}"] = rf"\1 du {french}"
        changed[rf"\bvers (){english}"] = f"vers le {french}"
    elif french[0] in "AEÉI":
        as_is += [_IN]
        changed[rf"\b([Vv]illes?) de {english}"] = rf"\1 d’{french}"
        changed[rf"\bvers (){english}"] = f"vers l’{french}"
    else:
        as_is += [_IN, _OF]
        changed[rf"\bvers (){english}"] = f"vers la {french}"
    yield _alone(english, french)
    yield from (((english,), rf"({found}){english}{ENDS}", rf"\1{french}\2") for found in as_is)
    yield from (((english,), f"{found}{ENDS}", rf"{meant}\2") for found, meant in changed.items())


PLACES = (*MASCULINE, *FEMININE, *TOWNS)
FRENCH: tuple[Rule, ...] = tuple(rule for pair in PLACES for rule in _french(pair))
ENGLISH: tuple[Rule, ...] = tuple(rule for pair in PLACES for rule in _english(pair))
