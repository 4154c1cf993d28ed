"""Letters that French has and keyboards hide: œ, and capitals with accents.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant.
"""

from __future__ import annotations

from vademecum.checks.rules.slip import Rule

FRENCH: tuple[Rule, ...] = (
    # œ, which not every keyboard has: coeur, mise en oeuvre, clin d'oeil.
    (("oeu",), r"\b([Mm]an|[Dd]és|[Cc]h|[CcSsNnVvBbMm])?oeu([^\W\d_]{0,12})", r"\1œu\2"),
    (("Oeu",), r"\bOeu([^\W\d_]{1,12})", r"Œu\1"),
    (("oeil",), r"\boeil([^\W\d_]{0,6})\b", r"œil\1"),
    # À, Ça; what is written with É most often, and never with E.
    (
        (
            *("A l", "A partir", "A travers", "A noter", "A ce", "A son ", "A titre", "A terme"),
            "A défaut",
            "A moyen ",
        ),
        r"((?<=[.!?»:] )|\A)A (?=l['’]|la |partir |travers |noter |ce |cet |cette |ces |"
        r"son |titre |terme\b|défaut |moyen )",
        r"\1À ",
    ),
    (("Ca ",), r"((?<=[.!?»] )|\A)Ca (?=[a-zà-ÿ])", "\\1Ça "),
    (
        (
            *("Etat", "Ecole", "Eglise", "Election", "Elu", "Etude"),
            *("Equip", "Econom", "Edition", "Energ", "Echange", "Evalu"),
        ),
        r"(?<![\w-])E((?:tats?(?:-[Uu]nis|-[Mm]ajor)?|coles?|glises?|lue?s?|tudes?|quip(?:es?|ements?)"
        r"|conomi(?:es?|que|ques)|changes?)(?![\w-])"
        # English has these as well, in names: Community Edition.
        r"|(?<=['’]E)(?:lection|dition|nergie|valuation)(?![\w-]))",
        r"É\1",
    ),
)
