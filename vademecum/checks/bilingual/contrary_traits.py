"""Contrary words of how many, how often, when and of what kind, in both languages: few and many, public and
private.
"""

from __future__ import annotations

from vademecum.checks.bilingual.contraries import Contraries

# None that is compared: less often is more seldom.
_NO_DEGREE_FR = "(?<!plus )(?<!moins )(?<!trop )(?<!assez )(?<!aussi )(?<!si )"
_NO_DEGREE = "(?<!more )(?<!less )(?<!too )(?<!enough )(?<!as )(?<!so )(?<!very )(?<!most )"
_RATHER_FR, _RATHER = "peu|guère|plutôt|moins|plus", "rather|quite|less|more|too|little"
# Of whom many lack a thing, few have it.
_LACKS_FR = r"manqu\w+|absen\w+|ignor\w+|échou\w+|échecs?|refus\w+|renon\w+|perd\w+"
_LACKS = r"lack\w*|miss\w*|absen\w+|ignor\w+|fail\w*|refus\w+|unaware|los[et]\w*"
# A span of which a beginning or an end is said.
_OF_TIME_FR = (
    r"(?= (?:d(?:e|u|es) |de l['’]|d['’])?(?:\d{4}|années?|[XVI]+e|siècle|décennie|an\b|mois|semaine|mandat"
    r"|été|automne|hiver|printemps|janv|fév|mars|avril|mai\b|juin|juil|août|sept|oct|nov|déc))"
)
_IN_TIME = (
    r"(?= (?:the |each |every |last )?(?:\d{4}|term|mandate|year|decade|century|month|week|summer"
    r"|autumn|winter|spring|Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec|nineteen|twent|eighteen|thirt|[a-z]+teenth))"
)
# Goods that go out or come in; to matter is the same verb.
_OF_TRADE = r"(?:e|ent|é|és|er|ait|aient)(?= (?:des?|du|ses|son|sa|leurs?|surtout) | (?:de l|d)['’])"
# Each pair in French and in English; the letters of a word are parted by bars.
CONTRARY_TRAITS: tuple[tuple[Contraries, Contraries], ...] = (
    (
        Contraries(
            r"(?<!un )(?<!d['’]ici )(?<!moins )peu (?:de |d['’])|(?:peu nombreu|rar)(?:x|es?|ses)",
            r"beaucoup (?:de |d['’])|(?<!peu )(?<!plus )(?<!moins )nombreu(?:x|ses)|la plupart|quantité d\w+",
            "peu |Peu |rare",
            "eaucoup|ombreu|plupart|uantité",
            rf"temps|{_LACKS_FR}",
        ),
        Contraries(
            r"(?<!a )(?<!the )(?<!these )(?<!those )(?<!last )(?<!first )(?<!next )few|rare",
            r"(?<!how )(?<!as )many(?! more)|numerous|lots of|most",
            "few|Few|rare",
            "many|Many|umerous|ots of|ost",
            rf"at|quite|every|little|time|{_LACKS}",
        ),
    ),
    (
        Contraries(
            rf"{_NO_DEGREE_FR}(?:rarement|peu souvent)",
            rf"{_NO_DEGREE_FR}(?<!peu )souvent|toujours|fréquemment|régulièrement|constamment"
            r"|systématiquement",
            "arement|peu souvent",
            "ouvent|oujours|mment|èrement|quement",
            rf"tard\w*|retard\w*|évit\w+|seul\w*|autres?|{_LACKS_FR}",
        ),
        Contraries(
            rf"{_NO_DEGREE}(?:seldom|rarely)",
            rf"{_NO_DEGREE}often|always|frequently|regularly|constantly|usually|systematically",
            "eldom|arely",
            "ften|lways|ently|ularly|antly|ually|ically",
            rf"late|avoid\w*|only|except|other|but|{_LACKS}",
        ),
    ),
    (
        Contraries(
            rf"(?:débuts?|commencement){_OF_TIME_FR}",
            rf"fins?{_OF_TIME_FR}",
            "ébut|commencement",
            "fin|Fin",
            r"jusqu\w*|termin\w+|mi|milieu|commenc\w+|achev\w+",
        ),
        Contraries(
            rf"early{_IN_TIME}|(?:beginning|start) of{_IN_TIME}",
            rf"late{_IN_TIME}|end of{_IN_TIME}",
            "arly|beginning|start",
            "ate|end of",
            r"until|till|to|mid|beg[aiu]n\w*|start\w*|end(?:ed|s|ing)?|turn",
        ),
    ),
    (
        Contraries(r"plus tôt", r"plus tard", "plus tôt", "plus tard", "avant|après|auparavant|au"),
        Contraries(r"earlier", r"later", "arlier", "ater", "sooner|before|after|no|than"),
    ),
    (
        Contraries(r"direct(?:e|s|es|ement)?", r"indirect\w*", "irect", "ndirect", _RATHER_FR),
        Contraries(r"direct(?:ly)?", r"indirect(?:ly)?", "irect", "ndirect", _RATHER),
    ),
    (
        Contraries(r"publi(?:cs?|que|ques)", r"privée?s?", "publi", "privé", "hors|autre\\w*"),
        Contraries(r"public", r"private", "public", "private", "non|other|outside"),
    ),
    (
        Contraries(r"internes?", r"externes?", "nterne", "xterne"),
        Contraries(r"internal(?:ly)?", r"external(?:ly)?", "nternal", "xternal"),
    ),
    (
        Contraries(r"formel\w*", r"informel\w*", "ormel", "nformel", _RATHER_FR),
        Contraries(r"formal(?:ly)?", r"informal(?:ly)?", "ormal", "nformal", _RATHER),
    ),
    (
        Contraries(r"urbain(?:s|es?)?", r"rura(?:l|le|les|ux)", "rbain", "rura"),
        Contraries(r"urban", r"rural", "rban", "rural"),
    ),
    (
        Contraries(r"court terme", r"long terme", "court terme", "long terme", "moyen|plutôt|détriment"),
        Contraries(
            r"short[ -](?:term|run)", r"long[ -](?:term|run)", "hort", "ong", "medium|rather|expense|instead"
        ),
    ),
    (
        Contraries(
            r"maxim(?:um|a|ale?s?|aux)",
            r"minim(?:um|a|ale?s?|aux)",
            "axim",
            "inim",
            r"limit\w*|rédui\w*|évit\w*|restre\w*",
        ),
        Contraries(
            r"maxim(?:um|a|al)",
            r"minim(?:um|a|al)",
            "axim",
            "inim",
            r"most|least|limit\w*|keep\w*|kept|avoid\w*",
        ),
    ),
    (
        Contraries(r"amont", r"aval", "amont", "aval"),
        Contraries(r"upstream", r"downstream", "pstream", "ownstream"),
    ),
    (
        Contraries(r"hommes?", r"femmes?", "omme", "emme"),
        Contraries(r"m[ae]n", r"wom[ae]n", "man|Man|men|Men", "woman|Woman|women|Women"),
    ),
    (
        Contraries(
            rf"importations?|(?<!peu )import{_OF_TRADE}",
            rf"exportations?|export{_OF_TRADE}",
            "mport",
            "xport",
        ),
        Contraries(r"import(?:s|ed|ing|ation)?", r"export(?:s|ed|ing|ation)?", "mport", "xport"),
    ),
    (
        Contraries(
            r"absente?s?|absences?", r"présents?|présente(?=s? (?:dans|à|au|en)\b)|présence", "bsen", "résen"
        ),
        Contraries(
            r"absent|absence",
            r"(?:is|are|was|were|be|been) present|presence",
            "bsen",
            "resen",
            "lack\\w*|without",
        ),
    ),
    (
        Contraries(r"gratui\w+", r"payante?s?", "ratui", "ayant"),
        Contraries(
            r"(?:is|are|was|were|be|been) free(?= (?:for|to all)\b|[.,;]|\Z)"
            r"|free of charge|free (?:entry|admission)",
            r"paid for|paying|charged for|for a fee",
            "free|Free",
            "paid|paying|charged|fee",
        ),
    ),
    (
        Contraries(
            r"deux fois plus|le double",
            r"deux fois moins|moitié moins|(?<!plus de )(?<!moins de )la moitié",
            "eux fois plus|ouble",
            "fois moins|oitié",
        ),
        Contraries(
            r"twice as (?:many|much)|(?:twice|double) the",
            r"half as (?:many|much)|half the",
            "wice|ouble",
            "alf",
        ),
    ),
    (
        Contraries(
            r"la moitié des",
            r"la (?:plupart|majorité|quasi-totalité) des",
            "oitié des",
            "plup|ajorité|tota",
            "plus|moins|près",
        ),
        Contraries(
            r"half (?:of )?(?:the|its|their)",
            r"most(?: of)?(?: the| its| their)?(?= [a-z]+s\b)",
            "alf",
            "ost",
            "more|over|nearly|almost|than|at",
        ),
    ),
    (
        Contraries(
            r"faciles?|facilement|aisée?s?",
            r"difficiles?|difficilement",
            "acile|aisé",
            "ifficile",
            r"moins|plus|peu|guère|trop|assez",
        ),
        Contraries(
            r"eas(?:y|ily|ier|iest)",
            r"difficult|hard(?:er|est)?",
            "eas|Eas",
            "ifficult|hard|Hard",
            r"less|more|too|enough|as|work\w*|press\w*",
        ),
    ),
    (
        Contraries(r"riches?", r"pauvres?", "iche", "auvre", "plus|moins"),
        Contraries(r"rich(?:er|est)?", r"poor(?:er|est)?", "ich", "oor", "more|less"),
    ),
    (
        Contraries(
            r"succès|réussi(?:t|te|tes|r|e|es|s|ssent)?",
            r"échou(?:e|é|ée|ent|er|ait)|échecs?",
            "uccès|éussi",
            "cho|chec",
            r"peu|guère|peine\w*|tent\w+|plus|moins|difficil\w+",
        ),
        Contraries(
            r"success(?:es|ful|fully)?|succeed(?:s|ed|ing)?",
            r"fail(?:s|ed|ing|ures?)?",
            "ucce",
            "fail|Fail",
            r"little|rather|limited|hard\w*|difficult\w*|less|more|if|unless",
        ),
    ),
    (
        Contraries(
            r"plus (?:grande?s?|hau(?:t|te|ts|tes)|forte?s?|élevée?s?)",
            r"plus (?:petite?s?|bas|basses?|faibles?)",
            "plus grand|plus haut|plus fort|plus élev",
            "plus petit|plus bas|plus faible",
            r"moins|peu|rédui\w+|baiss\w+",
        ),
        Contraries(
            r"(?:larg|bigg|great|high|strong)(?:er|est)",
            r"(?:small|low|weak|slight)(?:er|est)",
            "arg|igg|reat|igh|tron",
            "mall|low|Low|eak|light",
            r"less|least|fewer|reduc\w+|part|lower(?:s|ed|ing)",
        ),
    ),
    (
        Contraries(r"jeunes?|jeunesse", r"vieux|vieilles?|âgée?s?", "eune", "ieu|ieil|âgé", "moins|plus|ans"),
        Contraries(
            r"young|youth", r"old|elderly|aged", "oung|outh", "old|Old|lderly|aged", r"years?|less|more|\d+"
        ),
    ),
    (
        Contraries(r"confirm\w+", r"infirm\w+|dément\w*|contredi\w+", "onfirm", "nfirm|ément|ontredi"),
        Contraries(r"confirm\w*", r"refut\w+|contradict\w*|disprov\w+", "onfirm", "efut|ontrad|isprov"),
    ),
    (
        Contraries(r"avantages?", r"inconvénients?|désavantages?", "vantage", "nconvén|ésavan"),
        Contraries(r"advantages?", r"disadvantages?|drawbacks?", "dvantage", "isadvan|rawback"),
    ),
    (
        Contraries(r"forces", r"faiblesses?", "orces", "aiblesse"),
        Contraries(r"strengths?", r"weakness(?:es)?", "trength", "eakness"),
    ),
)
