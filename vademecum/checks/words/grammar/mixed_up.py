"""Words that are written for others of the same sound or shape: à payé, there opinion, more cheaper.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant.
"""

from __future__ import annotations

from vademecum.checks.rules.slip import Rule

_BEGUN = (
    *("pay", "sign", "vot", "décid", "adopt", "lanc", "cré", "organis", "financ", "demand", "publi"),
    *("accept", "refus", "visit", "particip", "invit", "trouv", "propos", "approuv", "renonc", "échou"),
    *("vers", "aid", "envoy", "souhait", "confirm", "annonc", "présent", "constat", "dépens"),
)
_DONE = (
    *(f"{begun}é" for begun in _BEGUN),
    *("dépendu", "reçu", "obtenu", "voulu", "choisi", "réussi", "perdu", "répondu", "soutenu", "disparu"),
)
_THINGS = (
    "élus|agents|habitants|partenaires|villes|communes|actions|projets|associations|services|chiffres"
    "|résultats|années|raisons|questions|collectivités"
)
# Nouns before which "de" loses its vowel; a name or a foreign word may keep it.
_VOWELS = (
    "élus?|élue|associations?|actions?|agents?|entreprises?|écoles?|acteurs?|échanges?|étudiants?|élèves?|enfants?"
    "|années?|autres|autorités?|institutions?|initiatives?|outils?|objectifs?|opérations?|organismes?|activités?"
    "|accords?|emplois?|experts?|étapes?|effets?|enjeux?|équipes?|idées?|images?|impacts?|intérêts?|usagers?"
    "|universités?|artistes?|aides?|axes?|argent|études?|informations?|organisations?|économie|énergie"
    "|environnement|éducation|état|eau|eaux|évaluations?|expériences?|engagements?|attractivité|influence"
)
_SEVERAL = (
    r"(?:(?<![\w.,/°-])(?<!n° )(?<!\d )(?:[2-9]|[1-9]\d)|[Dd]eux|[Tt]rois"
    r"|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix"
    r"|[Dd]ouze|[Qq]uinze|[Vv]ingt|[Tt]rente|[Qq]uarante|[Cc]inquante|[Cc]ent|[Pp]lusieurs|[Qq]uelques)"
)
_BEGINS = r"(?:\A|(?<=[.!?…] )|(?<=\n))"
FRENCH: tuple[Rule, ...] = (
    (
        tuple(f" à {done}" for done in _DONE),
        rf"\b([\w’'-]{{1,30}}(?<!é)(?<!és)(?<!ée)(?<!ées)) à ({'|'.join(_DONE)})(?![\w-])",
        r"\1 a \2",
    ),
    (
        ("A ",),
        rf"{_BEGINS}A (cela|ceci|celui|celle|cette?|ces?|quoi|chaque|l[ae]|l['’]\w{{1,30}}|leurs?|son|ses"
        r"|propos|défaut|titre|terme|court|moyen|long|côté|distance|peine"
        r"|partir|travers|noter|cause|savoir|qui"
        r"|l['’]époque)\b(?! (?:été|eu|fait)\b)",
        r"À \1",
    ),
    (
        ("A ",),
        rf"{_BEGINS}A ([A-ZÀ-Þ][a-zà-ÿ-]{{3,30}}(?:-[A-ZÀ-Þ][a-zà-ÿ]{{1,30}}){{0,3}},?) "
        r"(?=[ld]['’]|(?:l[ae]s?|comme|aussi|nous|tous|toutes|plusieurs|quelques"
        r"|une?|en|on|ils?|elles?|des|cette|ces?|deux|trois)\b)",
        r"À \1 ",
    ),
    (
        (" a pas", " a jamais", " est pas", " peut pas", " doit pas", " sait pas"),
        r"\b([Oo])n (est|peut|doit|sait) (pas)\b",
        r"\1n ne \2 \3",
    ),
    ((" a pas", " a jamais"), r"\b([Oo])n a (pas|jamais)\b", r"\1n n’a \2"),
    (
        tuple(f"{begun}e {vowel}" for begun in "dD" for vowel in "aeéiou"),
        rf"\b([Dd])e ({_VOWELS})(?![\w’'-])",
        r"\1’\2",
    ),
    (
        ("Sa ", "sa "),
        r"\b([Ss])a (coûte|va|fait|dépend|permet|suffit|vient|prend|commence|existe)\b",
        r"ça \2",
    ),
    # "Il faut mieux accueillir" is right.
    *(
        (
            (f" {wrong} mieux ",),
            rf"\b([Ii]l) {wrong} (?=mieux (?:attendre|éviter|renoncer|ne pas|que)\b)",
            rf"\1 {right} ",
        )
        for wrong, right in (
            ("faut", "vaut"),
            ("faudrait", "vaudrait"),
            ("faudra", "vaudra"),
            ("fallait", "valait"),
        )
    ),
    (
        (" coté",),
        r"\b([Àà]|[Dd]u|[Dd]['’]un(?: autre)?|[Dd]e (?:l['’]autre|ce|chaque|tous|son|leur|notre|votre)"
        r"|(?:[Aa]ux|[Dd]es|[Ll]es) (?:2|deux)|[Mm](?:is|ettre|et) de) coté(s?)\b(?! en [Bb]ourse)",
        r"\1 côté\2",
    ),
    (
        ("'accords", "’accords"),
        r"\b(est|sont|était|étaient|être|été|sommes|pas) (d['’]accord)s\b",
        r"\1 \2",
    ),
    (("jour d'aujourd", "jour d’aujourd"), r"\b[Aa]u jour d['’]aujourd['’]hui\b", "aujourd’hui"),
    (("c'est ", "c’est "), rf"\bc['’]est ({_THINGS})\b", r"ces \1"),
    # Several are counted: tous les deux an, vingt jour, deux foi par an. Before a hyphen another word begins.
    (
        tuple(f" {one}" for one in ("an", "jour", "semaine", "heure", "minute", "foi ")),
        rf"\b({_SEVERAL}) (an|jour|semaine|heure|minute|foi)(?![\w’'-]| \d)",
        r"\1 \2s",
    ),
)
_OWNED = (
    "own|opinions?|views?|budgets?|town|partners?|council|plans?|projects?|support|reports?|work|results"
    "|members?|mayors?|visits?|meetings?|contacts?"
)
_PARTICIPLES = {
    **{"adopt": "adopted", "decide": "decided", "choose": "chosen", "give": "given", "take": "taken"},
    **{"begin": "begun", "know": "known", "speak": "spoken", "agree": "agreed", "join": "joined"},
    **{"create": "created", "become": "become", "organise": "organised", "invite": "invited"},
}
_MORE = (
    "cheaper|better|easier|bigger|larger|smaller|higher|lower|older|younger|stronger|faster|weaker|closer"
    "|richer|poorer|simpler|harder"
)
ENGLISH: tuple[Rule, ...] = (
    (
        (" there ",),
        r"\b(gave|gives?|have|had|has|lost|shared|presented|expressed|changed|kept|sent|signed|renewed|for"
        r"|with|of)"
        rf" there ({_OWNED})\b",
        r"\1 their \2",
    ),
    *(
        (
            ("ach of ",),
            rf"\b([Ee])ach of (the|these|those|their|our|its) (\w{{2,30}}s) {many}\b",
            rf"\1ach of \2 \3 {one}",
        )
        for many, one in (("have", "has"), ("are", "is"), ("were", "was"))
    ),
    *(
        ((f" {verb} ",), rf"\b(has|had) {verb}(?= )", rf"\1 {done}")
        for verb, done in _PARTICIPLES.items()
        if verb != done
    ),
    (("ore ",), rf"\b[Mm]ore ({_MORE})\b(?= (?:than|to|and|for)\b|[.,;])", r"\1"),
    (
        (" bellow",),
        r"\b(\w(?:ection|ee|igure|able|ist|aragraph|escribed|hown|isted|iven)|\d) bellow\b",
        r"\1 below",
    ),
    (("espite of ",), r"\b([Dd])espite of (?=[a-z])", r"\1espite "),
    (
        (" his ",),
        r"\b([Tt]he (?:town|council|hall|project|agreement|school|network|office|result|town hall|it)) his"
        r" (?=(?:closed|open|located|not|also|based|part|an?|the|still|now|very|too)\b)",
        r"\1 is ",
    ),
    (
        (" effected ",),
        r"\beffected (everyone|everybody|us|them|the (?:town|city|budget|people|inhabitants|council))\b",
        r"affected \1",
    ),
)
