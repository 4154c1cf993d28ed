"""Turns and words that are carried over: of French into English, since ten years, depends of; of English into
French, implémenter un projet, le reporting.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant. The English
words are those that French has its own for and that no method is called by.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.rules.slip import Rule
from vademecum.checks.words.quantities.dates import MONTHS

_SPANS = r"(?:years|months|weeks|days|decades|centuries)"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several|many)"
ENGLISH: tuple[Rule, ...] = (
    (
        ("ince ",),
        rf"\b([Ss])ince ({_COUNT}) ({_SPANS})\b(?! (?:ago|earlier|before|later|of|had|have|passed)\b)",
        r"for \2 \3",
    ),
    (("iscuss",), r"\b([Dd])iscuss(ed|es|ing)? about\b", r"\1iscuss\2"),
    (("ssist",), r"\b([Aa])ssist(ed|s|ing)? to (the|an?|this|their|our)\b", r"attend\2 \3"),
    (("frame of",), r"\b([Ii])n the frame of\b", r"\1n the framework of"),
    (("The most of the ",), r"\bThe most of the (?=[a-z]+s\b)", "Most of the "),
    (("the most of the ",), r"\bthe most of the (?=[a-z]+s\b)", "most of the "),
    (
        ("articipate to", "articipated to", "articipates to"),
        r"\b([Pp])articipate([ds]?) to\b",
        r"\1articipate\2 in",
    ),
    (("is member of", "as member of"), r"\b(is|was) member of\b", r"\1 a member of"),
    (
        (" is agree", " are agree", " was agree", " were agree"),
        r"\b(is|are|was|were) agree\b",
        r"\1 in agreement",
    ),
    (("epend",), r"\b([Dd]epend(?:s|ed|ing)?) of\b", r"\1 on"),
    (
        ("nterested by",),
        r"\b(is|are|was|were) interested by (?=the|this|a|its|our|such)",
        r"\1 interested in ",
    ),
    (("esponsible of",), r"\b([Rr]esponsible) of\b", r"\1 for"),
    (
        (" composed by",),
        r"\b(is|are|was|were) composed by (?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|several)\b)",
        r"\1 composed of ",
    ),
    (("ccording ",), r"\b([Aa])ccording (?=the\b)", r"\1ccording to "),
    (
        ("llows to ", "nables to ", "ermits to "),
        r"\b(it|this|which|that|project|agreement|programme|law|network|tool) (?:allows|enables"
        r"|permits) to (?=[a-z]{3,})",
        r"\1 makes it possible to ",
    ),
    ((" a research", "A research"), r"\b[Aa] research (?=(?:on|was|is|has|that|which|about)\b)", "research "),
    (
        (" years ", " days ", " months ", " weeks "),
        r"\b([Aa]|[Tt]he(?! \w+ \w+ (?:meeting|visit|trip|stay))|[Tt]his|[Ii]ts|[Tt]heir) (two"
        r"|three|four|five|six|seven|eight|ten|twelve"
        r"|\d{1,2}) (year|day|month|week)s "
        r"(?=(?:project|plan|meeting|programme|visit|trip|agreement|course|contract|cycle|stay"
        r"|seminar|mandate)\b)",
        r"\1 \2-\3 ",
    ),
)


# An article as it stands before a vowel, and before a feminine noun.
_ELIDED = {
    "le": "l’",
    "la": "l’",
    "du": "de l’",
    "au": "à l’",
    "ce": "cet ",
    "de": "d’",
    "Le": "L’",
    "Ce": "Cet ",
}
_HERS = {"le": "la ", "un": "une ", "du": "de la ", "au": "à la ", "ce": "cette ", "Le": "La ", "Un": "Une "}


def _noun(english: str, french: str, articles: dict[str, str] | None = None) -> Iterator[Rule]:
    """A noun in English as it is in French, with the article that this one needs: "le workshop" is told
    with its article, "les workshops" by itself. An s ends each word of the plural.
    """
    changed = articles or {}
    needs = (english.partition("[")[0],)
    end = r"(?![\w-])"
    for article, other in changed.items():
        yield needs, rf"\b{article} {english}{end}", f"{other}{french}"
    before = "".join(rf"(?<!\b{article} )" for article in changed)
    yield needs, rf"(?<![\w’'-]){before}{english}{end}", french
    yield needs, rf"(?<![\w’'-]){english}s{end}", _PLURALS.get(french, f"{french}s")


_PLURALS = {
    **{"lettre d’information": "lettres d’information", "boîte à outils": "boîtes à outils"},
    **{"feuille de route": "feuilles de route", "date limite": "dates limites", "processus": "processus"},
    **{"compte rendu": "comptes rendus", "plan d’affaires": "plans d’affaires"},
    **{"modèle économique": "modèles économiques", "changement d’échelle": "changements d’échelle"},
    **{"financement participatif": "financements participatifs"},
}
# What is put into practice; of a program and its parts informatics say so.
_DONE = (
    r"(?:projet|politique|stratégie|action|plan|mesure|convention|accord|démarche|jumelage|coopération|réforme"
    r"|charte|partenariat|activité|initiative|objectif|recommandation|agenda|décision|loi|directive|campagne)s?"
)
_ONES = r"(?:l[ae]s?|une?|des|du|ces?|cette|cet|ses|son|sa|leurs?|nos|notre)"
_ONES_FIRST = r"(?:L[ae]s?|Une?|Des|Du|Ces?|Cette|Cet|Ses|Son|Sa|Leurs?|Nos|Notre)"
_THOSE = rf"(?:{_ONES} |[ld]['’])(?:(?:nouvel(?:le)?s?|première?s?|grande?s?) )?{_DONE}\b"
_OWN = (
    rf"\b((?:{_ONES}|{_ONES_FIRST}) {_DONE}(?: [a-zà-ÿ]{{3,20}})? "
    r"(?:est|sont|(?:a|ont) été|sera|seront)(?: [a-z]{3,8})?) "
)
_IMPLEMENTED = {"é": "mis", "ée": "mise", "és": "mis", "ées": "mises"}
_AIM = r"\b(de|à|pour|faut|peut|peuvent|doit|doivent|va|vont) "
_REGULAR = r"(er|ent|ait|aient|ant|ée?s?|era|eront|ez)(?![\w-])"
FRENCH: tuple[Rule, ...] = (
    (("mplémenter",), rf"\bimplémenter (?={_THOSE})", "mettre en œuvre "),
    *(
        (("mplément",), rf"{_OWN}implément{end}(?!\w)", rf"\1 {done} en œuvre")
        for end, done in _IMPLEMENTED.items()
    ),
    (
        ("mplémentation ",),
        rf"\b([Ll])['’]implémentation (?=(?:du|des|de (?:{_ONES} |l['’])|d['’]une? ) ?{_DONE}\b)",
        r"\1a mise en œuvre ",
    ),
    *(
        (("onitor",), rf"\b(?:[Mm])onitor{end}(?!\w)", meant)
        for end, meant in {
            "er": "suivre",
            "é": "suivi",
            "ée": "suivie",
            "és": "suivis",
            "ées": "suivies",
        }.items()
    ),
    (("benchmark",), rf"\bbenchmark{_REGULAR}", r"compar\1"),
    (("customis",), r"\bcustomis(\w{1,8})\b", r"personnalis\1"),
    (("digitalis",), r"\bdigitalis(\w{1,8})\b", r"numéris\1"),
    (("upload",), rf"\bupload{_REGULAR}", r"télévers\1"),
    (("download",), rf"\bdownload{_REGULAR}", r"télécharg\1"),
    (("focus",), rf"\bfocuss?{_REGULAR}", r"concentr\1"),
    ((" checker",), rf"{_AIM}checker\b", r"\1 vérifier"),
    (
        (" challenger ",),
        rf"{_AIM}challenger (?=les?\b|la\b|l['’]|nos\b|leurs?\b|ses\b|ce)",
        r"\1 remettre en question ",
    ),
    *_noun("reporting", "compte rendu"),
    *_noun("benchmark", "parangonnage"),
    *_noun("benchmarking", "parangonnage"),
    *_noun("feedback", "retour"),
    *_noun("feed-back", "retour"),
    *_noun("kick-off", "lancement"),
    *_noun("follow-up", "suivi"),
    *_noun("scale-up", "changement d’échelle"),
    *_noun("scaling-up", "changement d’échelle"),
    *_noun("scaling up", "changement d’échelle"),
    *_noun("business plan", "plan d’affaires"),
    *_noun("business model", "modèle économique"),
    *_noun("crowdfunding", "financement participatif"),
    *_noun("workshop", "atelier", _ELIDED),
    *_noun("roadmap", "feuille de route", _HERS),
    *_noun("deadline", "date limite", _HERS),
    *_noun("newsletter", "lettre d’information", _HERS),
    *_noun("toolkit", "boîte à outils", _HERS),
    (
        (" monitoring",),
        r"\b([Ll]e|[Dd]e|[Dd]u|[Aa]u|[Uu]n|[Ss]on|[Ll]eur) monitoring\b(?!-| (?:fœtal|cardiaque))",
        r"\1 suivi",
    ),
    (("stakeholders",), r"\bstakeholders\b", "parties prenantes"),
    (("win-win",), r"\bwin-win\b", "gagnant-gagnant"),
    (
        (" process",),
        r"\b([Ll]e|[Uu]n|[Dd]u|[Aa]u|[Cc]es?|[Ll]eurs?|[Nn]otre|[Ss]on|[Ll]es|[Dd]es) process(?![\w-])",
        r"\1 processus",
    ),
    (
        (" staff",),
        r"\b([Ll]e|[Dd]u|[Aa]u|[Ll]eur|[Ss]on|[Nn]otre) staff(?![\w-]| (?:technique|médical))",
        r"\1 personnel",
    ),
    # Of the fingers: empreinte digitale.
    (
        (" digital",),
        r"(?<!empreinte)(?<!empreintes)(?<! et)(?<!pression) digitale?(?=[.,;:)]|\Z"
        r"| (?:et|de|des|du|pour|dans|est|qui|en|sur|à|au|par|a|sont|comme)\b)",
        " numérique",
    ),
    ((" digita",), r"(?<!empreintes)(?<! et) digita(?:les|ux)\b", " numériques"),
    # Turns.
    *(
        (("u sens",), rf"\b{makes} du sens\b", f"{has} du sens")
        for makes, has in {"faire": "avoir", "fait": "a", "font": "ont", "faisait": "avait"}.items()
    ),
    (("onsistant",), r"\bconsistant(e?s?) avec\b", r"cohérent\1 avec"),
    (
        ("dress",),
        r"\badress(er|ent|e|ant) (les?|ces?|des|un|leurs?|cette|la) "
        r"(problèmes?|enjeux?|défis?|problématiques?)\b(?![^.;\n]{0,60}? (?:à|aux?) )",
        r"trait\1 \2 \3",
    ),
    (
        ("allier", "allie", "allié", "allia"),
        r"\b([Pp]alli(?:er|e|ent|é|ait|aient|ant|era|eront)) à "
        r"(?=(?!la (?:fois|base|marge|source)\b|l['’](?:avenir|échelle|aide)\b)"
        r"(?:la|ce|ces|cette|une?|leurs?|son|sa|ses|tout|toute)\b|l['’])",
        r"\1 ",
    ),
    (
        ("allier aux ", "allie aux ", "allient aux ", "allié aux "),
        r"\b([Pp]alli(?:er|e|ent|é)) aux ",
        r"\1 les ",
    ),
    (
        ("allier au ", "allie au ", "allient au ", "allié au "),
        r"\b([Pp]alli(?:er|e|ent|é)) au (?!(?:mieux|plus|moins|quotidien|niveau|moyen|cas|besoin|moment)\b)",
        r"\1 le ",
    ),
    (
        ("e rappel",),
        r"\b([Ss]e rappel(?:er|le|lent|ait)) de (?=(?:la|ce|cette|leur|son|sa)\b|l['’])",
        r"\1 ",
    ),
    # Dates as Americans write them.
    *(
        ((f"{english} ",), rf"\b{english} {day}(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b", rf"{meant} {french} \2")
        for english, french in zip(MONTHS["en"], MONTHS["fr"], strict=True)
        for day, meant in ((r"(1)(?!\d)", "1er"), (r"([12]\d|3[01]|[2-9])", r"\1"))
    ),
    (("oi disant", "oit disant", "oit-disant"), r"\b([Ss])oi(?:t[ -]| )disant(e?s?)\b", r"\1oi-disant"),
)
