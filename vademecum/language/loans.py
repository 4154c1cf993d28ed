"""Expressions that a language has from another and sets as its own: their words alone are in no dictionary.

English words in French are not among them: they are marked as English, so that they are read aloud as such.
"""

from __future__ import annotations

import re

from vademecum.language.regex import regex

_PHRASES = {
    "fr": ("ad interim", "intuitu personae", "per capita", "per diem"),
    "en": (
        *("à la carte", "a posteriori", "a priori", "aide-mémoire", "bona fide", "chargés? d'affaires"),
        *("coups? d'état", "de facto", "de jure", "entente cordiale", "et al", "ex officio"),
        *("faits? accomplis?", "force majeure", "inter alia", "ipso facto", "laissez-faire", "lingua franca"),
        *("modus operandi", "modus vivendi", "mutatis mutandis", "per annum", "per capita"),
        *("per diem", "per se"),
        *("prima facie", "pro rata", "pro bono", "pro forma", "persona non grata"),
        *("raisons? d'être", "savoir-faire"),
        *("sine die", "sui generis", "terra incognita", "tête-à-tête", "ultra vires", "vis-à-vis"),
        *("arrondissements?", "attachés?"),
        *("cafés?", "clichés?", "communiqués?", "cortèges?", "détente", "façades?", "laissez-passer"),
        *("naïve(?:ly)?", "protégés?", "résumés?", "Côte d'Ivoire"),
    ),
}
LOANS = {
    language: regex(
        rf"(?<![\w-])(?:{'|'.join(phrases)})(?![\w-])".replace("'", "['’]").replace(" ", r"\s"), re.IGNORECASE
    )
    for language, phrases in _PHRASES.items()
}
