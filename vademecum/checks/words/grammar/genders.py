"""French nouns by their gender: those of which the ending tells it, and some that are often written."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from vademecum.language.regex import regex

HERS = (
    r"(?!bastion|cation)\w{2,}[st]ion|(?!silence|freelance|commence|finance|avance|lance|relance|balance|influence|devance)\w{2,}(?:ance|ence)"
    r"|\w{3,}(?:alité|arité|iété|ivité)|(?!squelette|quintette|sextette)\w{3,}(?:ture|ette|ison)|\w{3,}(?:rie|mie|gie|phie|cratie)|\w{3,}itude"
    r"|(?:ville|commune|région|collectivité|mairie|école|charte|équipe|rencontre|étude|réunion|métropole|stratégie|année)"
    r"|(?:semaine|journée|soirée|famille|langue|fête|place|visite|loi|règle|idée|entreprise|province|capitale|liste|lettre)"
    r"|(?:œuvre|durée|histoire|réponse|phase|étape|démarche|structure|plateforme|université|bibliothèque|campagne|rue|enquête)"
    r"|(?:somme|ressource|filière|maison|tâche|dépense|entrée|arrivée|habitude|personne)"
)
HIS = (
    r"(?!jument)\w{2,}ment|\w{3,}isme|\w{3,}iat|\w{3,}age|\w{3,}oir"
    r"|(?:projet|budget|jumelage|conseil|comité|accord|programme|service|territoire|réseau|contrat|bilan|rapport|séjour)"
    r"|(?:accueil|échange|appui|atelier|nombre|objectif|enjeu|outil|article|axe|avis|emploi|effort|exemple|établissement)"
    r"|(?:quartier|pont|lieu|groupe|plan|texte|travail|lien|lycée|musée|festival|marché|mandat|secteur|thème|problème)"
    r"|(?:modèle|système|rôle|choix|dialogue|dossier|prix|niveau|délai|besoin|dispositif|sujet|tableau|chapitre|tournoi)"
    r"|(?:chantier|logement|bâtiment|département|canton|état|centre|site|concert|voyage|colloque|forum|syndicat|bureau)"
)
# Of which the verb may go with what they are made of: la moitié des agents sont partis.
COLLECTIVE = (
    r"(?:moitié|majorité|plupart|totalité|partie|part|minorité|dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine"
    r"|cinquantaine|soixantaine|centaine|multitude|foule|infinité|quantité|série|poignée|nombre|ensemble|reste|tiers"
    r"|quart|millier|million|milliard|groupe|couple|peu|nuée)s?\b"
)
START = r"(?:(?<=[.!?] )|(?<=\n)|\A)"  # of a sentence
_END = regex(r"[.!?\n]")
_HER, _HIM = regex(rf"(?:{HERS}|elle)s?"), regex(rf"(?:{HIS})s?|travaux")


def starts(words: str) -> Iterator[int]:
    """Where the sentences of some words begin."""
    yield 0
    for found in _END.finditer(words):
        yield found.end() + (words[found.end() : found.end() + 1] == " ")


@functools.lru_cache(10_000)
def gender(noun: str) -> str:
    """ "her" or "him" of a noun in either number; "" of one whose gender only a dictionary has."""
    return "her" if _HER.fullmatch(noun) else "him" if _HIM.fullmatch(noun) else ""
