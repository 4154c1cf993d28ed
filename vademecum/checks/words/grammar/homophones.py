"""French words that are written for others which sound alike: a and à, ces and c'est, on and ont.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant. Each asks for
words around which leave no other reading: "la grâce a", "un ou deux" and "elle a la parole" are left alone.
"""

from __future__ import annotations

from vademecum.checks.rules.slip import Rule

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

_COUNTABLE = (
    "commune|ville|habitant|enfant|élève|famille|agent|visiteur|partenaire|projet|association|entreprise"
    "|participant"
)
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
    ((" vas ",), r"\b([Ii]l|[Ee]lle|[Oo]n) vas (?=[a-zà-ÿ])", r"\1 va "),
    (("l n'as ", "l n’as ", "e n'as ", "e n’as "), r"\b([Ii]l|[Ee]lle) n['’]as\b", r"\1 n’a"),
    ((" ya ",), r"\b([Ii]l) ya\b", r"\1 y a"),
    (
        tuple(f"{of}{word}" for of in (" de ", " d'", " d’") for word in _COUNTABLE.split("|")),
        rf"\b((?:[Bb]eaucoup|[Dd]avantage) (?:de |d['’])(?:{_COUNTABLE}))(?![\w·(’'-]|\.\w)",
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
    # on and ont, son and sont: no verb behind "on" ends so, nor an adjective of several behind "son".
    (
        (" on ",),
        r"\b(?<!-)on (?!côté|cité)"
        r"((?:déjà |bien |tous |toutes |également |aussi |toujours |souvent |enfin |ainsi )?"
        r"(?:[a-zà-ÿ]{3,20}é|reçu|eu|été|pu|dû|su|mis|pris"
        r"|obtenu|choisi|voulu|connu|rendu|tenu|répondu|compris|perdu|élu|réussi|établi|soutenu"
        r"|maintenu|conclu))"
        r"(?![\w·(’'-])",
        r"ont \1",
    ),
    (
        ("s on ",),
        r"((?:(?<=[.!?] )|\A)(?:Les|Ces|Leurs|Nos) [a-zà-ÿ]{3,30}s) on (?=(?:une?|des|leurs?|besoin|pour"
        r"|droit|lieu|tous|toutes|également|aussi|déjà|ainsi|donc)\b)",
        r"\1 ont ",
    ),
    (
        ("s son ", "x son "),
        r"\b((?:[Ll]es|[Cc]es|[Ll]eurs|[Nn]os|[Ss]es|[Dd]es) [a-zà-ÿ]{3,30}[sx]) son (?=(?:nombreu(?:x|ses)"
        r"|[a-zà-ÿ]{2,20}ée?s|tous|toutes|également|déjà|donc|aussi|désormais|situé)\b)",
        r"\1 sont ",
    ),
    (("Ont ",), r"\bOnt (?=(?:peut|doit|sait|veut|voit|a|va|ne)\b)", "On "),
    (
        (" ont peut", " ont doit", " ont sait", " ont voit"),
        r"(?<=[ ,])ont (?=(?:peut|doit|sait|voit)\b)",
        "on ",
    ),
    # c'est and s'est, ce and se, sa and ça, ces and c'est.
    (
        (" c'est ", " c’est "),
        r"\b((?:[Ll]['’]|[Ll][ea] |[Cc]ette |[Cc]e |[Uu]ne? |[Ss]on |[Ss]a )[a-zà-ÿ-]{4,30}) c['’]est "
        r"(?=(?:(?:très |plutôt )?(?:bien|mal) |peu à peu |aussi |vite |ensuite |alors )?"
        r"(?:passée?|déroulée?|terminée?|développée?|installée?|produite?|inspirée?|transformée?|poursuivie?"
        r"|élargie?|appuyée?|dotée?|chargée?|impliquée?|achevée?|tenue?)\b)",
        r"\1 s’est ",
    ),
    (
        tuple(
            f" ce {verb}"
            for verb in ("trouv", "situ", "déroul", "tien", "développ", "réuni", "compos", "termin")
        ),
        r"(?<=[a-zà-ÿ] )ce (trouve|situe|déroule|développe|compose|termine)(nt)?\b",
        r"se \1\2",
    ),
    (
        tuple(
            f"Se {noun}" for noun in ("projet", "réseau", "budget", "conseil", "comité", "rapport", "contrat")
        ),
        r"\bSe (?=(?:projet|réseau|budget|conseil|comité|rapport|contrat|territoire|jumelage)\b)",
        "Ce ",
    ),
    (
        tuple(
            f"sa {verb}"
            for verb in ("fait", "va ", "permet", "dépend", "ne ", "n'", "n’", "se ", "a ", "veut")
        ),
        r"\bsa (?=(?:fait|va|permet|dépend|ne|se|a|veut|suffit)\b|n['’])",
        "ça ",
    ),
    (
        ("'est deux ", "’est deux ", "'est trois ", "’est trois "),
        r"\bC['’]est (deux|trois|quatre|cinq) ([a-zà-ÿ]{3,30}s (?:ont|sont|[a-zà-ÿ]{3,20}(?<!m)ent)\b)",
        r"Ces \1 \2",
    ),
    # où, peu, la plupart, eux-mêmes, l'a.
    ((" la ou l",), r"(?<=[a-zà-ÿ] )la ou (?=l['’][a-zà-ÿ-]{3,30} (?:se|est|a|peut|doit)\b)", "là où "),
    (("a ou ",), r"\b([Ll])a ou (?=(?:ils?|elles?|on|c['’]est|l['’]on|cela|ça)\b(?!-))", r"\1à où "),
    (("oila ou", "oilà ou"), r"\b([Vv])oil[aà] ou\b", r"\1oilà où"),
    (
        (
            " ou il",
            " ou elle",
            " ou se ",
            " ou on ",
            " ou l'on",
            " ou l’on",
            " ou a lieu",
            " ou viv",
            " ou habit",
        ),
        r"\b((?:[Ll][ea]|[Ll]es|[Cc]ette|[Uu]ne?|[Aa]u) (?:lieu|endroit|ville|commune|jour|moment|région|pays"
        r"|quartier|village|territoire|salle)|[Ll]['’](?:endroit|école)) ou "
        r"(?=(?:ils?|elles?|se|on|l['’]on|a lieu|vit|vivent|habitent?)\b(?!-))",
        r"\1 où ",
    ),
    ((" peut d",), r"\b(y a|très|trop|aussi|si) peut (de|d['’])", r"\1 peu \2"),
    (("a plus part",), r"\b([Ll])a plus part\b", r"\1a plupart"),
    (("algrès ",), r"\b([Mm])algrès\b", r"\1algré"),
    (
        ("ux même", "lles même", "ui même", "lle même"),
        r"\b(eux|elles)[ -]mêmes?(?<!-mêmes)(?=[,.;)]| (?:ont|sont|doivent|peuvent)\b)"
        r"|\b(eux|elles) mêmes\b",
        r"\1\2-mêmes",
    ),
    (("ous le monde",), r"\b([Tt])ous le monde\b", r"\1out le monde"),
    (("ertain ",), r"((?<=[.!?] )|\A)Certain (?=[a-zà-ÿ]{3,30}s\b)", r"\1Certains "),
    (
        tuple(
            f" la {done}"
            for done in ("signé", "financé", "créé", "lancé", "voté", "adopté", "décidé", "accepté")
        ),
        r"(?<=[a-zà-ÿ] )la (?=(?:signé|financé|créé|lancé|voté|adopté|décidé|accepté|demandé|souhaité|rappelé"
        r"|montré|organisé|soutenu|obtenu|reçu)\b)(?![^ ]*[·(’'-])",
        "l’a ",
    ),
    (
        (", quand à", ", quand au"),
        r"(?<=, )quand (à la |à l['’]|aux? )"
        r"(?!(?:printemps|même|matin|soir|moment|début|milieu|bout|fil|fin)\b)"
        r"([^\W\d_]{3,30}),",
        r"quant \1\2,",
    ),
    (
        tuple(f"eurs {verb} " for verb in ("a", "ont", "avait", "est", "sera", "faut", "fallait", "doit")),
        r"(?<!\b[Ll]es )(?<!\b[Dd]es )(?<!\bparmi )(?<!\b[Aa]ux )\b([Ll])eurs "
        r"(?=(?:a|ont|avait|avaient|est|sera|faut|fallait|doit)\b)",
        r"\1eur ",
    ),
    # A verb that has not the number of its pronoun.
    *(((f"ls {one}",), rf"\b([Ii]ls) {one}\b", rf"\1 {many}") for one, many in _MANY.items()),
    (tuple(f"l {one}" for one in _ONE.split("|")), rf"(?<![\w-])([Ii]l) ({_ONE})\b", r"\1s \2"),
    (tuple(f"Elle {one}" for one in _ONE.split("|")), rf"((?<=[.!?] )|\A)Elle ({_ONE})\b", r"Elles \2"),
)
