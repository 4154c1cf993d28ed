"""Names of French départements, regions and towns without what joins their words, or misspelt, or behind "de"
in full: Saône et Loire, Saint Etienne, Ville de Autun.

Rules as those of usage.py. Rivers and saints may have the same words, "entre Saône et Loire": such a name is
told of behind a word that leads to a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.rules.slip import Rule

# Official names whose words are joined.
JOINED = (
    *("Alpes-de-Haute-Provence", "Hautes-Alpes", "Alpes-Maritimes", "Bouches-du-Rhône", "Charente-Maritime"),
    *("Corse-du-Sud", "Haute-Corse", "Côtes-d’Armor", "Eure-et-Loir", "Haute-Garonne", "Ille-et-Vilaine"),
    *("Indre-et-Loire", "Loir-et-Cher", "Haute-Loire", "Loire-Atlantique", "Lot-et-Garonne", "Haute-Marne"),
    *("Maine-et-Loire", "Meurthe-et-Moselle", "Pyrénées-Atlantiques", "Hautes-Pyrénées", "Haute-Saône"),
    *("Pyrénées-Orientales", "Saône-et-Loire", "Haute-Savoie", "Seine-Maritime", "Seine-et-Marne"),
    *("Deux-Sèvres", "Tarn-et-Garonne", "Haute-Vienne", "Hauts-de-Seine", "Seine-Saint-Denis"),
    *("Val-de-Marne", "Val-d’Oise", "Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Hauts-de-France"),
    *("Centre-Val de Loire", "Île-de-France", "Nouvelle-Aquitaine", "Provence-Alpes-Côte d’Azur"),
    *("Franche-Comté", "Rhône-Alpes", "Midi-Pyrénées", "Languedoc-Roussillon", "Champagne-Ardenne"),
)
# Which are a mountain, a strait, a hillside and a river too.
DOUBTFUL = ("Puy-de-Dôme", "Pas-de-Calais", "Côte-d’Or", "Bas-Rhin", "Haut-Rhin")
MISSPELT = {
    **{"Franche-Compté": "Franche-Comté", "Franche-Conté": "Franche-Comté", "Franche-Comte": "Franche-Comté"},
    **{"Rhone-Alpes": "Rhône-Alpes", "Rhônes-Alpes": "Rhône-Alpes", "Finistere": "Finistère"},
    **{"Puy-de-Dome": "Puy-de-Dôme", "Saone-et-Loire": "Saône-et-Loire", "Ile-de-France": "Île-de-France"},
    **{"Ile-et-Vilaine": "Ille-et-Vilaine", "Îles-de-France": "Île-de-France", "Isére": "Isère"},
    **{"Nouvelle-Acquitaine": "Nouvelle-Aquitaine", "Haut-de-France": "Hauts-de-France"},
    **{"Bouche-du-Rhône": "Bouches-du-Rhône", "Haut-de-Seine": "Hauts-de-Seine", "Lozere": "Lozère"},
    **{"Loire-Atlantiques": "Loire-Atlantique", "Ardéche": "Ardèche", "Alpes-Maritime": "Alpes-Maritimes"},
}
_DEPARTMENT = r"(?:[Dd]épartement|[Cc]onseil (?:départemental|général)) (?:de la |du |de |des |d['’])"
_END = r"(?![\w’'-]|[ \u00a0][A-ZÀ-Þ])"
# What leads to a town; "la cathédrale de Saint Étienne" is a saint's.
TOWN = (
    r"(?:[Vv]illes?|[Cc]ommunes?|[Mm]unicipalités?|[Mm]airies?|[Mm]aires?|[Mm]étropole|[Aa]gglomération"
    r"|[Hh]abitants|[Cc]onseil (?:municipal|régional|départemental)|[Dd]épartement|[Jj]umelage|[Pp]réfecture)"
)
# Towns that are spoken as if a consonant began them.
_HARD = r"(?!Ou[aeéi]|I[aoé]|Onze|Uh)"


def _joined(name: str, before: str = r"(?<![\w-])(?<!ntre )(?<!Auvergne )(?<!Bourgogne )()") -> Rule:
    """A name of which a space stands for a hyphen."""
    parts = re.split("[- ]", name)
    loose = "[- ]".join(parts).replace("’", "['’]")
    right = name.replace("Côte d’", "Côte[- ]d’").replace("’", "['’]")
    return (f"{parts[0]} ", f"-{parts[-1]}"), rf"{before}(?!{right}){loose}{_END}", rf"\1{name}"


def _names() -> Iterator[Rule]:
    yield from (_joined(name) for name in JOINED)
    yield from (_joined(name, rf"\b({_DEPARTMENT})") for name in DOUBTFUL)
    for wrong, right in MISSPELT.items():
        yield (wrong,), rf"(?<![\w-]){wrong}(?![\w-])", right


NAMES: tuple[Rule, ...] = tuple(_names())
FRENCH: tuple[Rule, ...] = (
    *NAMES,
    (("Saint ", "Sainte "), rf"\b({TOWN} de )(Sainte?) ([A-ZÀ-Þ][\w’'-]{{2,30}})", r"\1\2-\3"),
    (
        tuple(f" de {letter}" for letter in "AEIOUÉÈÊÎÔ"),
        rf"\b({TOWN}) de (?={_HARD}[AEIOUÉÈÊÎÔ][a-zà-ÿ]{{2,20}})",
        r"\1 d’",
    ),
)
