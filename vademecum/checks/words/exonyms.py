"""Names of countries, regions and towns in the other language's form, where this one has its own.

Rules as those of usage.py. A name is told of only behind a word that leads to a place, and before none with a
capital: of Credit Suisse, the Université de Genève and Bretagne-Pays de la Loire nothing is.
"""

from __future__ import annotations

from vademecum.checks.words.slip import Rule

# In French and in English; none that is a word, a surname or another place of the other language.
PLACES = (
    *("Allemagne Germany", "Algérie Algeria", "Angleterre England", "Arménie Armenia", "Autriche Austria"),
    *("Belgique Belgium", "Brésil Brazil", "Chine China", "Croatie Croatia", "Écosse Scotland"),
    *("Égypte Egypt", "Espagne Spain", "Géorgie Georgia", "Grèce Greece", "Hongrie Hungary", "Inde India"),
    *("Italie Italy", "Japon Japan", "Liban Lebanon", "Maroc Morocco", "Mauritanie Mauritania"),
    *("Pologne Poland", "Roumanie Romania", "Sénégal Senegal", "Suisse Switzerland", "Tunisie Tunisia"),
    *("Turquie Turkey", "Bretagne Brittany", "Normandie Normandy", "Barcelone Barcelona"),
    *("Bruxelles Brussels", "Genève Geneva", "Lisbonne Lisbon", "Londres London", "Varsovie Warsaw"),
)
BEFORE = {
    "en": r"(\b(?:in|from|near|towns? of|city of|council of) |\()",
    "fr": r"(\b(?:en|vers|villes? de) |\()",
}


def _rules(own: int, language: str) -> tuple[Rule, ...]:
    pairs = [place.split() for place in PLACES]
    return tuple(
        (
            (pair[1 - own],),
            rf"(?<!{pair[own]} (?=\()){BEFORE[language]}{pair[1 - own]}(\)?)"
            # In brackets, alone: (Germany on Tour) is a title.
            rf"(?![\w’'-]|[ \u00a0][A-ZÀ-Þ])(?!(?<=\({pair[1 - own]})[ ])",
            rf"\1{pair[own]}\2",
        )
        for pair in pairs
    )


FRENCH, ENGLISH = _rules(0, "fr"), _rules(1, "en")
