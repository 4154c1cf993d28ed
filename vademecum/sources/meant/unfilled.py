"""Words that editors put where a value is to stand: there is none, it is not known yet, it goes on."""

from __future__ import annotations

from vademecum.language.collation import folded

NOTHING = frozenset(("null", "nil", "~", "none", "aucun", "aucune", "neant", "n/a", "", "sans objet"))
# What editors write for an end that is not there yet.
NO_END = frozenset(
    (
        *(
            "en cours",
            "toujours en cours",
            "aujourd hui",
            "a ce jour",
            "actuel",
            "actuellement",
            "en vigueur",
        ),
        *("present", "ongoing", "today", "now", "to date", "current", "under way"),
        *("inconnu", "inconnue", "unknown", "?", "…", "..."),
    )
)
# What stands for a value until it is known.
NOT_YET = NO_END | {
    *("tbd", "tbc", "todo", "to do", "pending", "not yet", "to be confirmed", "to be done", "to come"),
    *("a venir", "a completer", "a confirmer", "a preciser", "a verifier", "a definir", "a faire"),
    *("s.d", "n.d", "s. d", "n. d", "sans date", "date inconnue", "no date", "undated"),
    *("en attente", "pas encore", "nc", "n c", "xx", "xxx", "xxxx"),
}


def is_not_yet(found: object) -> bool:
    """Whether a word stands for a value that is not known yet."""
    return isinstance(found, str) and folded(found).strip(" .") in NOT_YET


def is_no_end(found: object) -> bool:
    """Whether a word stands for the end of what goes on, or of what nobody knows the end of."""
    return isinstance(found, str) and folded(found) in NO_END


def is_nothing(found: object) -> bool:
    """Whether a value says in a word that there is none."""
    return isinstance(found, str) and folded(found).strip(" .") in NOTHING


def is_gap(found: object) -> bool:
    """Whether a word or sign stands for a number that the source does not give."""
    if not isinstance(found, str):
        return False
    gone = not found.strip("-–—~. ") or found.lower() in ("n.d.", "nd", "n.d")
    return gone or is_not_yet(found) or is_nothing(found)
