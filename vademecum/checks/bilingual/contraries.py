"""Words that say the contrary of each other, in both languages: a rise and a fall, before and after."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contraries:
    """Two words that say the contrary of each other, in one language; what else a passage says where the two
    are no such pair; and the letters that neither word is without, by which most passages are passed over.
    """

    one: str
    other: str
    in_one: str
    in_other: str
    beside: str = ""

    @property
    def letters(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those of each word, one of which it has."""
        return tuple(self.in_one.split("|")), tuple(self.in_other.split("|"))


_BEHIND = (
    r"(?:les?|la|l['’]|ces?|cette|son|sa|ses|leurs?|chaque|toute?s?|une?|\d{4})"
    r"(?= ?[a-zà-ÿ0-9]|[.,;?!]|\Z)"
)
_AFTER = r"(?:the|these|this|that|its|their|each|any|every|an?|\d{4})(?= |[.,;?!]|\Z)"
_NO_DROP = r"(?! (?:to|under|within|into|between|on|upon|short|behind|outside|back)\b)"
# Each pair in French and in English; the letters of a word are parted by bars.
CONTRARIES: tuple[tuple[Contraries, Contraries], ...] = (
    (
        Contraries(
            r"hausses?|augment(?!er\b)\w+|accr(?:oî\w+|ue?s?|oissements?)|croiss\w+|croît(?:re)?|crû|grandi\w*"
            r"|progress(?:é|ée|e|ent|ait)",
            r"baiss\w+|diminu\w+|recul\w*|réduc\w+|rédui(?!re\b)\w+|chut\w+|décroi\w+|décroît|déclin\w*"
            r"|raréfi\w+",
            "auss|ugment|ccr|roi|roî|crû|randi|rogress",
            "aiss|iminu|ecul|édu|hut|écro|éclin|aréfi",
            r"moins|plus|ralent\w+|frein\w+|limit\w+|cess\w+|évit\w+|lutt\w+|contre|inverse\w*"
            r"|mont\w+|re(?:mont|lev)\w+|économi\w+",
        ),
        Contraries(
            r"rises?|rising|rose|risen|increas\w+|grew|grows?|growing|growth"
            r"|(?:went|gone|go|goes|going) up(?! to\b)",
            rf"(?:falls?|fell|fallen|falling){_NO_DROP}|decreas\w+|declin\w+|drop in|reduc\w+"
            r"|shr[aiu]nk\w*|dwindl\w+|cuts?(?= (?:its|their|his|her) )|(?:went|gone|go|goes|going) down",
            "rise|rising|Ris|rose|Rose|ncreas|gr|Gr| up",
            "fall|Fall|fell|Fell|ecreas|eclin|rop in|educ|hr|windl|cut| down",
            r"less|fewer|more|slow\w*|curb\w*|limit\w*|stop\w*|end\w*|avoid\w*|against|due|higher"
            r"|lower\w*|cut\w*|rais\w+",
        ),
    ),
    (
        Contraries(
            rf"avant {_BEHIND}",
            rf"après {_BEHIND}",
            "vant ",
            "près ",
            r"avant|après|avance|ensuite|puis|précéd\w+|suiv\w+|jusqu\w*|tant que|dès|lors"
            r"|préalable\w*|antérieur\w*|depuis|abord|une fois",
        ),
        Contraries(
            rf"before {_AFTER}",
            rf"after {_AFTER}",
            "efore ",
            "fter ",
            r"before\w*|after\w*|advance|then|preced\w+|follow\w+|until|till|prior|ahead|once|when"
            r"|since|earlier|later|first(?! to\b)|only",
        ),
    ),
    (
        Contraries(r"nord|septentrional\w*", r"sud|méridiona\w+", "nord|Nord|eptentr", "sud|Sud|éridion"),
        Contraries(r"north(?:ern|wards?|erly)?", r"south(?:ern|wards?|erly)?", "orth", "outh"),
    ),
    (
        Contraries(
            r"(?<=l['’])est(?= d(?:e|u|es)\b|[,.;]|\Z)",
            r"ouest|occidenta\w+",
            "’est|'est",
            "uest|ccident",
            r"orient\w*",
        ),
        Contraries(r"east(?:ern|wards?)?", r"west(?:ern|wards?)?", "ast", "est", r"orient\w*"),
    ),
    (
        Contraries(r"majorit\w+|plupart", r"minorit\w+", "ajorit|lupart", "inorit"),
        Contraries(r"majorit\w+|most", r"minorit\w+", "ajorit|ost", "inorit"),
    ),
    (
        Contraries(r"supérieure?s? (?:à|aux?)", r"inférieure?s? (?:à|aux?)", "upérieur", "nférieur"),
        Contraries(
            r"above|(?:high|great|larg)er than",
            r"below|(?:low|small)er than|less than",
            "bove|er than",
            "elow|er than|ess than",
            r"all",
        ),
    ),
    (
        Contraries(r"excédent\w*", r"déficit\w*", "xcédent", "éficit"),
        Contraries(r"surplus\w*", r"deficits?", "urplus", "eficit"),
    ),
    (
        Contraries("recettes?", "dépenses?", "ecette", "épense"),
        Contraries(
            "revenues?|income|receipts?",
            "expenditures?|spending|expenses?",
            "evenue|ncome|eceipt",
            "xpen|pending",
        ),
    ),
    (
        Contraries(
            r"en faveur d\w+|favorables? (?:à|aux?)|y \w+ favorables?",
            r"contre|opposée?s? (?:à|aux?)|y \w+ opposée?s?|hostiles?|défavorables?",
            "aveur|avorable",
            "ontre|pposé|ostile|éfavo",
            r"face|contred\w+|oppos\w+|lutt\w+|plutôt|préfér\w+|rencontr\w+",
        ),
        Contraries(
            r"in favour(?: of)?|favourable to",
            r"against|opposed to|hostile",
            "favour",
            "gainst|pposed|ostile",
            r"rather|prefer\w*|to",
        ),
    ),
    (
        Contraries(
            r"rassembl\w+|réuni\w*|rapproch\w+|regroup\w+",
            r"sépar\w+|éloign\w+|divis\w+|à l['’]écart",
            "assembl|éuni|approch|egroup",
            "épar|loign|ivis|écart",
            r"entre",
        ),
        Contraries(
            r"br(?:ing|ought)s?(?: \w+){0,3} together|together|closer",
            r"(?:ke[ep]\w+|driv\w+|drove|dr[ai]w\w*|drew|pull\w*|held|set|mov\w+|torn) (?:\w+ )?apart"
            r"|separat\w+|divid\w+|asunder",
            "together|closer",
            "apart|eparat|ivid|asunder",
            "from",
        ),
    ),
    (
        Contraries(r"refus(?:e|é|ée|ent|ait|aient)", r"accept(?:e|é|ée|ent|ait|aient)", "efus", "ccept"),
        Contraries(r"refus(?:es?|ed)", r"accept(?:s|ed)?", "efus", "ccept"),
    ),
    (
        Contraries(r"obligatoires?", r"facultati(?:fs?|ves?)", "bligatoire", "acultati"),
        Contraries(r"compulsory|mandatory", r"optional|voluntary", "ompulsory|andatory", "ptional|oluntary"),
    ),
    (
        Contraries("rive gauche", "rive droite", "rive gauche", "rive droite"),
        Contraries("left bank", "right bank", "left bank", "right bank"),
    ),
    (
        Contraries(r"précéd(?:e|é|ée|ent|ait)", r"suivi(?:e|t|s)?", "récéd", "uivi"),
        Contraries(r"came before|preceded?", r"came after|followed", "before|reced", "after|ollowed"),
    ),
    (
        Contraries(
            r"premi(?:er|ère)s?",
            r"derni(?:er|ère)s?",
            "remi",
            "erni",
            r"ministre|abord|second\w*|deuxième\w*|plan|main|ans?|année|mois|jours?|temps|lieu|fois|mot",
        ),
        Contraries(
            r"first",
            r"last",
            "irst",
            "ast",
            r"at|name|hand|second|year|month|week|time|step|place|decades?|years",
        ),
    ),
    (
        Contraries(
            "le mieux|la meilleure|les? meilleure?s?|au mieux",
            "le moins bien|le pire|la pire|les pires|au pire|le plus mal",
            "mieux|eilleur",
            "moins bien|pire|plus mal",
            r"plutôt|préfér\w+|moins|mal",
        ),
        Contraries(
            "best",
            "worst|(?:less|least) (?:well|good|effectively)",
            "best|Best",
            "orst|less |least ",
            r"at|rather|prefer\w*",
        ),
    ),
    (
        Contraries(
            r"import(?:e|ent|ait|aient) peu|peu importante?s?|compt(?:e|ent|ait|aient) peu",
            r"import(?:e|ent|ait|aient) beaucoup|très importante?s?|compt(?:e|ent|ait|aient) beaucoup",
            "peu",
            "beaucoup|très important",
        ),
        Contraries(
            r"matter(?:s|ed)? (?:very )?little|count(?:s|ed)? for (?:very )?little|of little importance",
            r"matter(?:s|ed)? (?:a lot|a great deal|greatly|much)|count(?:s|ed)? for (?:a lot|much)"
            r"|very important|of great importance",
            "little",
            "a lot|great|much|very important",
        ),
    ),
    (
        Contraries(
            r"vot(?:e|é|és|ent|ait|aient|er) pour|voix pour|partisans?",
            r"vot(?:e|é|és|ent|ait|aient|er) contre|voix contre|adversaires?|opposants?",
            "pour|artisan",
            "contre|dversaire|pposant",
        ),
        Contraries(
            r"vot(?:e|es|ed|ing) (?:for|in favour)|supporters?",
            r"vot(?:e|es|ed|ing) against|opponents?|adversar\w+",
            "vote|voting|upporter",
            "against|pponent|dversar",
        ),
    ),
    (
        Contraries(r"gagnée?s?|remportée?s?", r"perdue?s?", "gagné|emport", "perdu"),
        Contraries(r"won", r"lost", "won", "lost"),
    ),
    (
        Contraries(r"inclus\w*|compris\w*", r"exclu\w*", "nclus|ompris", "xclu"),
        Contraries(r"includ\w+", r"exclud\w+", "nclud", "xclud"),
    ),
    (
        Contraries(r"doubl(?:é|e|ent|era|ement)", r"tripl(?:é|e|ent|era|ement)s?", "oubl", "ripl"),
        Contraries(
            r"doubl(?:ed|es|ing)|twofold", r"trebled|tripl(?:ed|es|ing)|threefold", "oubl|wof", "eb|ip|eef"
        ),
    ),
)
