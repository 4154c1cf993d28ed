"""Names of natural persons, which stand nowhere but among the authors of works."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What is no name: offices, parties, who deals with a part of the world, anybody, and brands.
_NONE = (
    r"(?!(?:Maires?|Mayor|Présidente?|President|Préfète?|Adjointe?|Directeur|Directrice|Déléguée?|Conseil"
    r"|Chief|City|Council|International|Affairs|Les?|La|Parti|Europe|European|Afrique|Union|Région|Régions"
    r"|Tout|Divers|Rassemblement|Mouvement|Nouvelle|Nouveau|Place|Grand|Bricolage|Propre|Meuble|Figaro|Bean|Martens|Oetker|Pepper)(?![\w’'])|Tout-)"
)
# Places that are called after somebody.
_PLACE = "".join(
    f"(?<!{before} )"
    for before in (
        *("rue", "rue du", "avenue du", "place du", "boulevard du", "quai du", "square du", "rue de"),
        *("lycée", "collège", "école", "hôpital", "Lycée", "Collège", "École", "Hôpital", "rue de la"),
        *("fondation", "Fondation", "prix", "Prix", "musée", "maison", "stade", "salle", "pont", "pont du"),
    )
)
_NO_PLACE = r"(?! (?:[Bb]ridge|[Ss]treet|[Ss]quare|[Ss]chool|[Aa]venue|[Mm]useum|[Ff]oundation|[Pp]rize)\b)"
_NO_BODY = (
    r"(?!\w+ (?:Métropole|Agglomération|Habitat|Ville)\b"
    r"|(?:Saint|Burkina|Sierra|Costa|South|North|New|Port|Fort|Mont)\b)"
)
PERSON = re.compile(
    rf"\b{_PLACE}(?:M\.|MM\.|Mmes?|Mlle|Mrs?\.?|Ms\.?|Monsieur|Madame)[ \u00a0]{_NONE}"
    rf"(?:[A-ZÀ-Þ][\w’'-]+[ ])?[A-ZÀ-Þ][\w’'-]{{2,}}\b{_NO_PLACE}"
    rf"|\b{_PLACE}(?:Dr\.?|[Mm]ayor|[Mm]aire|[Pp]résidente?|[Pp]resident)[ \u00a0]{_NONE}"
    rf"{_NO_BODY}[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+\b{_NO_PLACE}"
    # "the mayor, Jean Moulin, acts"
    rf"|\b(?:[Mm]ayor|[Mm]aire|[Aa]djointe?|[Pp]résidente?|[Pp]resident),[ \u00a0]{_NONE}"
    rf"{_NO_BODY}[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+(?=,)"
)
TITLES = (
    *("M. ", "M.\u00a0", "MM.", "Mme", "Mlle", "Mr", "Ms", "Monsieur", "Madame"),
    *("Dr", "ayor ", "maire ", "Maire ", "résident", "resident "),
    *("ayor,", "aire,", "djoint,", "djointe,", "resident,"),
)


def people(words: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    """The first name of a person in some words: its code, its place and what was found."""
    if any(map(words.__contains__, TITLES)) and (found := PERSON.search(words)):
        yield "person-named", found.start(), {"found": found[0]}
