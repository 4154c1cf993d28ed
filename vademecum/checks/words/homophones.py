"""Words that are written for others which sound alike: a and à, ces and c'est, then and than; and turns that
translators carry over.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant. Each asks for
words around which leave no other reading: "la grâce a", "un ou deux" and "elle a la parole" are left alone.
"""

from __future__ import annotations

from vademecum.checks.words.dates import MONTH, MONTHS
from vademecum.checks.words.slip import Rule

# Participles that nothing but an auxiliary stands before.
_DONE = (
    "été|eu|fait|mis|pris|pu|dû|su|signé|décidé|créé|lancé|financé|organisé|reçu|accueilli|obtenu|développé|adopté|proposé"
    "|participé|choisi|commencé|conduit|duré|évolué|rejoint|répondu|voulu|connu|permis de|montré|rassemblé"
    "|réuni|mobilisé|soutenu|contribué|publié|noué|engagé|bénéficié|augmenté|porté|donné|apporté"
)
# What asks for "à" behind it.
_VERBS = (
    "cherche|cherchent|vise|visent|visait|visant|consiste|consistent|consistait|consistant|contribue|contribuent|contribuant"
    "|tend|tendent|tendant|parvient|parviennent|incite|incitent|incitant|aspire|aspirent|participent"
)
ENGAGED = "engagé|réuni|rencontré|retrouvé|associé|mobilisé|rapproché"
# What stands before "ces" and no verb.
JOINING = (
    *("de", "à", "pour", "et", "avec", "par", "dans"),
    *("chez", "sur", "ou", "tous", "toutes", "entre", "sans"),
)
_BEHIND_NONE = "".join(rf"(?<!\b{word} )" for word in JOINING)
_MANY = {
    "a": "ont",
    "est": "sont",
    "était": "étaient",
    "avait": "avaient",
    "doit": "doivent",
    "peut": "peuvent",
}
_ONE = "ont|sont|étaient|avaient|doivent|peuvent|veulent|font|vont"
_SINGLE = ("le ", "la ", "les ", "las ", "l'", "l’", "un ", "une ", "que ", "donc ", "dans ")
_TO_THEM = "permet|donner|offrir|proposer|demander|faire|rendre|apporter"
_CLAUSE = r"(?=(?:la|le|les|l['’]|ils?|elles?|on|une?|cette|ce|ces|nous) ?)"

_COUNTABLE = "commune|ville|habitant|agent|visiteur|partenaire|projet|association|entreprise|participant"
_COUNTED_ONES = r"(?:euros|habitants|personnes|visiteurs|communes|élèves|francs|dollars|emplois)\b"
_OF_MASCULINE = (
    r"(?:élus|habitants|projets|partenaires|acteurs|territoires|maires|pays|agents|jumelages|ans|mois)\b"
)
_OF_FEMININE = r"(?:communes|villes|régions|collectivités|associations|actions|années|parties)\b"

FRENCH: tuple[Rule, ...] = (
    # A participle that never changes.
    (
        (" étés", " étée"),
        r"\b(ont|a|avaient|avait|aient|ait|ayant|auront|aura|auraient|aurait) étée?s?\b(?<!été)",
        r"\1 été",
    ),
    (
        tuple(f" ces {done}" for done in ENGAGED.split("|")),
        rf"(?<=[a-zà-ÿ] ){_BEHIND_NONE}ces ((?:{ENGAGED})e?)\b(?![·•(.-]+e)",
        r"s’est \1",
    ),
    # a and à.
    (
        tuple(f" à {done}" for done in _DONE.split("|")),
        rf"à (?<=[a-zà-ÿ»)] à )(?<!tout à )({_DONE})\b(?! (?:pied|domicile)\b)",
        r"a \1",
    ),
    (("'à ", "’à "), r"\b([Nn])['’]à (pas|plus|jamais|rien|aucune?|été)\b", r"\1’a \2"),
    ((" il à ", "Il à ", "Elle à ", " on à ", "On à "), r"((?<=[.!?,;] )|\A)([Ii]l|[Oo]n|Elle) à ", r"\2 a "),
    (tuple(f"{verb} a " for verb in _VERBS.split("|")), rf"\b({_VERBS}) a (?=[a-zà-ÿ])", r"\1 à "),
    (
        ("râce a ", "ace a ", "uant a ", "rapport a ", "ormément a "),
        r"(?<!\b[Ll]a )(?<!\b[Uu]ne )(?<!\bsa )\b([Gg]râce|[Ff]ace|[Qq]uant|[Pp]ar rapport|[Cc]onformément)"
        r" a (?=[a-zà-ÿ])",
        r"\1 à ",
    ),
    (
        (" a l", " a cause", " a côté", " a propos", " a destination", " a défaut", " a proximité"),
        r"(?<=[a-zà-ÿ,] )a (l['’](?:échelle|étranger|échelon)\b|la fois\b"
        r"|(?:cause|côté|propos|destination|défaut|proximité) d(?:e |u |es |['’]))",
        r"à \1",
    ),
    # ces, ses, c'est, s'est.
    (
        tuple(f"es {word}" for word in _SINGLE),
        r"\b([Cc])es (l[ea]s?\b|l['’]|une?\b(?! ou\b| et\b)|que\b|donc\b|dans\b)",
        r"\1’est \2",
    ),
    (
        tuple(f"ses {word}" for word in _SINGLE),
        r"\bses (l[ea]s?\b|l['’]|une?\b(?! ou\b| et\b)|que\b|donc\b)",
        r"c’est \1",
    ),
    (
        tuple(f"se sont {word} " for word in ("les", "des", "nos", "ces", "ceux", "celles")),
        r"\bse sont (les|des|nos|ces|ceux|celles)\b",
        r"ce sont \1",
    ),
    (
        tuple(f"Se sont {word} " for word in ("les", "des", "nos", "ces", "ceux", "celles")),
        r"\bSe sont (les|des|nos|ces|ceux|celles)\b",
        r"Ce sont \1",
    ),
    (("ce sont ",), rf"(?<=[a-zà-ÿ] )ce sont ((?:{ENGAGED})e?s)\b", r"se sont \1"),
    (
        ("c'est ", "c’est "),
        rf"(?<=[a-zà-ÿ] )(?<!\bque )(?<!\bet )(?<!\bmais )c['’]est ((?:{ENGAGED})e?)\b(?=[ .,;])",
        r"s’est \1",
    ),
    # What is one word, or two, and agrees with what it goes with.
    (
        ("D'avantage de ", "D’avantage de "),
        r"((?<=[.!?] )|\A)D['’]avantage de (?!ce|la |l['’]|son |leur|notre|votre)",
        "Davantage de ",
    ),
    (
        ("n d'avantage de ", "n d’avantage de ", "c d'avantage de ", "c d’avantage de "),
        r"\b(bien|avec) d['’]avantage de ",
        r"\1 davantage de ",
    ),
    (
        tuple(f"{verb} entrain d" for verb in ("est", "sont", "tait", "taient")),
        r"\b(est|sont|était|étaient) entrain (de |d['’])",
        r"\1 en train \2",
    ),
    (
        (" milles ",),
        r"\b((?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|cent) mille)s "
        rf"(?={_COUNTED_ONES})",
        r"\1 ",
    ),
    (
        ("out les ", "oute les "),
        rf"\b([Tt])oute? les (?={_OF_MASCULINE})",
        r"\1ous les ",
    ),
    (("oute les ",), rf"\b([Tt])oute les (?!{_OF_MASCULINE})(?=[a-zà-ÿ]{{3,}}s\b)", r"\1outes les "),
    (("out les ",), rf"\b([Tt])out les (?={_OF_FEMININE})", r"\1outes les "),
    (
        tuple(f"onseil {kind}" for kind in ("municipale", "régionale", "départementale", "communautaires")),
        r"\b([Cc]onseil (?:municipal|régional|départemental))e\b",
        r"\1",
    ),
    (("ls on ",), r"\b([Ii]ls) on (?=[a-zà-ÿ]{2,}é\b)", r"\1 ont "),
    ((" vas ",), r"\b([Ii]l|[Ee]lle|[Oo]n) vas (?=[a-zà-ÿ])", r"\1 va "),
    (("l n'as ", "l n’as ", "e n'as ", "e n’as "), r"\b([Ii]l|[Ee]lle) n['’]as\b", r"\1 n’a"),
    ((" ya ",), r"\b([Ii]l) ya\b", r"\1 y a"),
    (
        tuple(f"eaucoup de {word}" for word in _COUNTABLE.split("|")),
        rf"\b([Bb]eaucoup de (?:{_COUNTABLE}))(?![\w·(’'-]|\.\w)",
        r"\1s",
    ),
    (
        tuple(f" {word}" for word in _COUNTABLE.split("|")),
        r"\b((?:[Ll]es|[Dd]es|compten?t?|avec|ses|aux) (?:[2-9]|[1-9]\d{1,2}) "
        rf"(?:{_COUNTABLE}))(?![\w·(’'-]|\.\w)",
        r"\1s",
    ),
    # ou and où; leur and leurs.
    (
        ("moment ou ", "au cas ou ", "mesure ou "),
        rf"\b([Aa]u moment|[Aa]u cas|[Dd]ans la mesure) ou {_CLAUSE}",
        r"\1 où ",
    ),
    (("d'ou ", "d’ou ", "D'ou ", "D’ou "), r"\b([Dd])['’]ou (?=[a-zà-ÿ])", r"\1’où "),
    (
        tuple(f"eurs {verb}" for verb in _TO_THEM.split("|")),
        rf"\b([Ll])eurs (permet\w{{0,4}}|{_TO_THEM})\b",
        r"\1eur \2",
    ),
    # A verb that has not the number of its pronoun.
    *(((f"ls {one}",), rf"\b([Ii]ls) {one}\b", rf"\1 {many}") for one, many in _MANY.items()),
    (tuple(f"l {one}" for one in _ONE.split("|")), rf"(?<![\w-])([Ii]l) ({_ONE})\b", r"\1s \2"),
    (tuple(f"Elle {one}" for one in _ONE.split("|")), rf"((?<=[.!?] )|\A)Elle ({_ONE})\b", r"Elles \2"),
)
_SPANS = r"(?:years|months|weeks|days|decades|centuries)"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several|many)"
ENGLISH: tuple[Rule, ...] = (
    (
        (" then ",),
        r"\b([Mm]ore|[Ll]ess|[Ff]ewer|[Rr]ather|[Oo]ther|[Bb]etter|[Ll]arger|[Ss]maller|[Hh]igher|[Ll]ower|[Oo]lder|[Ll]onger)"
        r" then (?=\d|(?:the|an?|half|one|two|three|ten|expected|before|any|its|their|other)\b)",
        r"\1 than ",
    ),
    (("here own",), r"\b([Tt])here own\b", r"\1heir own"),
    (("hey're own", "hey’re own"), r"\b([Tt])hey['’]re own\b", r"\1heir own"),
    (
        ("it's ", "it’s "),
        r"\b(signed|approved|adopted|launched|presented|published|of|with|by|for|in|from) it['’]s "
        r"(agreement|budget|council|population|policy|strategy|programme|charter|residents|towns|twin)\b"
        r"(?! (?:time|season|week|day|that|which|who)\b)",
        r"\1 its \2",
    ),
    (("ts a ", "ts the ", "ts been "), r"\b([Ii])ts (a|the|been)(?= [a-z])", r"\1t’s \2"),
    (
        ("ho's ", "ho’s "),
        r"\b([Ww])ho['’]s (aims?|role|budget|population|members|partners?|mayor|council)\b",
        r"\1hose \2",
    ),
    # What French says so.
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
    # Days and centuries.
    (
        tuple(f" of {month}" for month in MONTHS["en"]),
        rf"\b(\d{{1,2}})(?:st|nd|rd|th) of ({MONTH['en']})(?= (?:19|20)\d\d\b)",
        r"\1 \2",
    ),
    (("XXth",), r"\bXXth\b", "20th"),
    (("XXIst", "XXIth"), r"\bXXI(?:st|th)\b", "21st"),
    (("XIXth",), r"\bXIXth\b", "19th"),
    (("XVIIIth",), r"\bXVIIIth\b", "18th"),
)
