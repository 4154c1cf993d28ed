"""Names of natural persons, which stand nowhere but among the authors of works."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

# What is no name: offices, parties, who deals with a part of the world, anybody, and brands.
_NONE = (
    r"(?!(?:Maires?|Mayor|Présidente?|President|Préfète?|Adjointe?|Directeur|Directrice|Déléguée?|Conseil"
    r"|Chief|General|Foreign|City|Council|International|Affairs|Les?|La|Parti|Europe|European|Afrique|Union|Région|Régions"
    r"|Tout|Divers|Rassemblement|Mouvement|Nouvelle|Nouveau|Place|Grand|Bricolage|Propre|Meuble|Figaro|Bean|Martens|Oetker|Pepper)(?![\w’'])|Tout-)"
)
# What is called after somebody: the words before the name, or behind it.
_CALLED = (
    *("rue", "avenue", "place", "boulevard", "quai", "square", "pont", "stade", "lycée", "collège", "école"),
    *("hôpital", "fondation", "prix", "musée", "maison", "salle"),
)
_LINKS = ("", " du", " de", " de la")
PLACE = re.compile(rf"\b(?:{'|'.join(_CALLED)})(?:{'|'.join(_LINKS)}) \Z", re.IGNORECASE)
_NO_PLACE = r"(?! (?:[Bb]ridge|[Ss]treet|[Ss]quare|[Ss]chool|[Aa]venue|[Mm]useum|[Ff]oundation|[Pp]rize)\b)"
_NO_BODY = (
    r"(?!\w+ (?:Métropole|Agglomération|Habitat|Ville|Group|Programme|Office|Network|Committee|Scheme)\b"
    r"|(?:Saint|Burkina|Sierra|Costa|South|North|New|Port|Fort|Mont|Development|Training)\b)"
)
_OFFICES = (
    r"[Aa]djointe?|[Dd]éputée?|[Ss]énat(?:eur|rice)|[Mm]inistre|[Gg]ouverneure?"
    r"|[Cc]ouncillor|Cllr|Sir|[Mm]inister|[Gg]overnor|Prof\."
)
PERSON = re.compile(
    rf"\b(?:M\.|MM\.|Mmes?|Mlle|Mrs?\.?|Ms\.?|Monsieur|Madame)[ \u00a0]{_NONE}"
    rf"(?:[A-ZÀ-Þ][\w’'-]+[ ])?[A-ZÀ-Þ][\w’'-]{{2,}}\b{_NO_PLACE}"
    rf"|\b(?:Dr\.?|[Mm]ayor|[Mm]aire|[Pp]résidente?|[Pp]resident|{_OFFICES})[ \u00a0]{_NONE}"
    rf"{_NO_BODY}[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+\b{_NO_PLACE}"
    # "the mayor, Jean Moulin, acts"
    rf"|\b(?:[Mm]ayor|[Mm]aire|[Aa]djointe?|[Pp]résidente?|[Pp]resident),[ \u00a0]{_NONE}"
    rf"{_NO_BODY}[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+(?=,)"
)
TITLES = (
    *(
        "M. ",
        "M.\u00a0",
        "MM.",
        "Mme",
        "Mlle",
        "Mr",
        "Ms",
        "Monsieur",
        "Madame",
        "Dr",
        "ayor",
        "maire",
        "Maire",
    ),
    *("sident", "djoint", "éputé", "énat", "inistre ", "ouverneur", "ouncillor ", "Cllr", "Sir ", "inister "),
    *("overnor ", "Prof."),
)


def people(words: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    """The first name of a person in some words: its code, its place and what was found."""
    for found in PERSON.finditer(words) if any(map(words.__contains__, TITLES)) else ():
        if not PLACE.search(words[max(0, found.start() - 20) : found.start()]):
            yield "person-named", found.start(), {"found": found[0]}
            return


@functools.cache
def alone() -> re.Pattern[str]:
    """What `people` asks in one pattern, which is slower: for those who cannot look back by themselves."""
    called = (f"(?<![{one[0].upper()}{one[0]}]{one[1:]}{link} )" for one in _CALLED for link in _LINKS)
    return re.compile(rf"\b(?=[A-Zadgmps]){''.join(called)}(?:{PERSON.pattern})")
