"""Words of which the other language says the contrary: a rise and a fall, before and after, north and south.

Told is where each text has one, and but one, word of such a pair, and they are not the same: where it has
several, or says no, one of them may well be said the other way round.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from vademecum.checks.bilingual.passages import sentence_by_sentence
from vademecum.checks.words.amounts import ELSEWHERE
from vademecum.checks.words.needles import Suspects
from vademecum.checks.words.slip import Slip
from vademecum.language.languages import LANGUAGES

# Each pair in both languages; behind it, what else the passage says where it is no pair.
_BEHIND = r"(?:les?|la|l['’]|ces?|cette|son|sa|ses|leurs?|chaque|toute?s?)(?= ?[a-zà-ÿ0-9])"
_AFTER = r"(?:the|these|this|that|its|their|each|any|every|an?)(?= )"
_NO_DROP = r"(?! (?:to|under|within|into|between|on|upon|short|behind|outside|back)\b)"
_PAIRS: tuple[tuple[dict[str, tuple[str, str]], dict[str, str]], ...] = (
    (
        {
            "fr": (
                r"hausses?|augment(?!er\b)\w+|accr(?:oî\w+|ue?s?|oissements?)|croiss\w+|croît(?:re)?|crû|grandi\w*|progress(?:é|ée|e|ent|ait)",
                r"baiss\w+|diminu\w+|recul\w*|réduc\w+|rédui(?!re\b)\w+|chut\w+|décroi\w+|décroît|déclin\w*"
                r"|raréfi\w+",
            ),
            "en": (
                r"rises?|rising|rose|risen|increas\w+|grew|grows?|growing|growth",
                rf"(?:falls?|fell|fallen|falling){_NO_DROP}|decreas\w+|declin\w+|drop in|reduc\w+"
                r"|shr[aiu]nk\w*|dwindl\w+",
            ),
        },
        {
            "fr": r"moins|plus|ralent\w+|frein\w+|limit\w+|cess\w+|évit\w+|lutt\w+|contre|inverse\w*"
            r"|mont\w+|re(?:mont|lev)\w+|économi\w+",
            "en": r"less|fewer|more|slow\w*|curb\w*|limit\w*|stop\w*|end\w*|avoid\w*|against|due|higher"
            r"|lower\w*|cut\w*|rais\w+",
        },
    ),
    (
        {
            "fr": (rf"avant {_BEHIND}", rf"après {_BEHIND}"),
            "en": (rf"before {_AFTER}", rf"after {_AFTER}"),
        },
        {
            "fr": r"avant|après|avance|ensuite|puis|précéd\w+|suiv\w+|jusqu\w*|tant que|dès|lors"
            r"|préalable\w*|antérieur\w*|depuis|abord|une fois",
            "en": r"before\w*|after\w*|advance|then|preced\w+|follow\w+|until|till|prior|ahead|once|when"
            r"|since|earlier|later|first|only",
        },
    ),
    (
        {
            "fr": (r"nord|septentrional\w*", r"sud|méridiona\w+"),
            "en": (r"north(?:ern|wards?|erly)?", r"south(?:ern|wards?|erly)?"),
        },
        {},
    ),
    (
        {
            "fr": (r"(?<=l['’])est(?= d(?:e|u|es)\b|[,.;]|\Z)", r"ouest|occidenta\w+"),
            "en": (r"east(?:ern|wards?)?", r"west(?:ern|wards?)?"),
        },
        {"fr": r"orient\w*", "en": r"orient\w*"},
    ),
    ({"fr": (r"majorit\w+|plupart", r"minorit\w+"), "en": (r"majorit\w+|most", r"minorit\w+")}, {}),
    (
        {
            "fr": (r"supérieure?s? (?:à|aux?)", r"inférieure?s? (?:à|aux?)"),
            "en": (r"above|(?:high|great|larg)er than", r"below|(?:low|small)er than|less than"),
        },
        {"en": r"all"},
    ),
    ({"fr": (r"excédent\w*", r"déficit\w*"), "en": (r"surplus\w*", r"deficits?")}, {}),
    (
        {
            "fr": ("recettes?", "dépenses?"),
            "en": ("revenues?|income|receipts?", "expenditures?|spending|expenses?"),
        },
        {},
    ),
    (
        {
            "fr": (
                r"en faveur d\w+|favorables? (?:à|aux?)",
                r"contre|opposée?s? (?:à|aux?)|hostiles?|défavorables?",
            ),
            "en": (r"in favour of|favourable to", r"against|opposed to|hostile"),
        },
        {
            "fr": r"face|contred\w+|oppos\w+|lutt\w+|plutôt|préfér\w+|rencontr\w+",
            "en": r"rather|prefer\w*|to",
        },
    ),
    (
        {
            "fr": (
                r"rassembl\w+|réuni\w*|rapproch\w+|regroup\w+",
                r"sépar\w+|éloign\w+|divis\w+|à l['’]écart",
            ),
            "en": (
                r"br(?:ing|ought)s?(?: \w+){0,3} together|together|closer",
                r"(?:ke[ep]\w+|driv\w+|drove|dr[ai]w\w*|drew|pull\w*|held|set|mov\w+|torn) (?:\w+ )?apart"
                r"|separat\w+|divid\w+|asunder",
            ),
        },
        {"fr": r"entre", "en": "from"},
    ),
    (
        {
            "fr": (r"refus(?:e|é|ée|ent|ait|aient)", r"accept(?:e|é|ée|ent|ait|aient)"),
            "en": (r"refus(?:es?|ed)", r"accept(?:s|ed)?"),
        },
        {},
    ),
    (
        {
            "fr": (r"obligatoires?", r"facultati(?:fs?|ves?)"),
            "en": (r"compulsory|mandatory", r"optional|voluntary"),
        },
        {},
    ),
    (
        {
            "fr": (r"rive gauche", r"rive droite"),
            "en": (r"left bank", r"right bank"),
        },
        {},
    ),
    (
        {
            "fr": (r"précéd(?:e|é|ée|ent|ait)", r"suivi(?:e|t|s)?"),
            "en": (r"came before|preceded?", r"came after|followed"),
        },
        {},
    ),
    (
        {"fr": (r"inclus\w*|compris\w*", r"exclu\w*"), "en": (r"includ\w+", r"exclud\w+")},
        {},
    ),
)
NOT = re.compile(
    r"(?i)\b(?:n['’e]|ni|non|pas|sans|aucune?|jamais|not?|never|without|nor|none|cannot|neither|hardly|\w+n['’]t)\b"
)
ENDS = (". ", "; ", "? ", "! ", ".\n", "\u00a0;", "\u00a0?", "\u00a0!", " ;", " ?", " !")
# What each word of a pair has in it, in the order of the pairs, by which most passages are passed over.
IN_PAIRS: tuple[dict[str, tuple[tuple[str, ...], tuple[str, ...]]], ...] = (
    {
        "fr": (
            ("auss", "ugment", "ccr", "roi", "roî", "crû", "randi", "rogress"),
            ("aiss", "iminu", "ecul", "édu", "hut", "écro", "éclin", "aréfi"),
        ),
        "en": (
            ("rise", "rising", "Ris", "rose", "Rose", "ncreas", "gr", "Gr"),
            ("fall", "Fall", "fell", "Fell", "ecreas", "eclin", "rop in", "educ", "hr", "windl"),
        ),
    },
    {"fr": (("vant ",), ("près ",)), "en": (("efore ",), ("fter ",))},
    {"fr": (("nord", "Nord", "eptentr"), ("sud", "Sud", "éridion")), "en": (("orth",), ("outh",))},
    {"fr": (("’est", "'est"), ("uest", "ccident")), "en": (("ast",), ("est",))},
    {"fr": (("ajorit", "lupart"), ("inorit",)), "en": (("ajorit", "ost"), ("inorit",))},
    {"fr": (("upérieur",), ("nférieur",)), "en": (("bove", "er than"), ("elow", "er than", "ess than"))},
    {"fr": (("xcédent",), ("éficit",)), "en": (("urplus",), ("eficit",))},
    {"fr": (("ecette",), ("épense",)), "en": (("evenue", "ncome", "eceipt"), ("xpen", "pending"))},
    {
        "fr": (("aveur", "avorable"), ("ontre", "pposé", "ostile", "éfavo")),
        "en": (("favour",), ("gainst", "pposed", "ostile")),
    },
    {
        "fr": (("assembl", "éuni", "approch", "egroup"), ("épar", "loign", "ivis", "écart")),
        "en": (("together", "closer"), ("apart", "eparat", "ivid", "asunder")),
    },
    {"fr": (("efus",), ("ccept",)), "en": (("efus",), ("ccept",))},
    {"fr": (("bligatoire",), ("acultati",)), "en": (("ompulsory", "andatory"), ("ptional", "oluntary"))},
    {"fr": (("rive gauche",), ("rive droite",)), "en": (("left bank",), ("right bank",))},
    {"fr": (("récéd",), ("uivi",)), "en": (("before", "reced"), ("after", "ollowed"))},
    {"fr": (("nclus", "ompris"), ("xclu",)), "en": (("nclud",), ("xclud",))},
)
IN_SIDES = {
    language: tuple(needle for pair in IN_PAIRS for side in pair[language] for needle in side)
    for language in LANGUAGES
}
PAIRS = [
    (
        {language: re.compile(rf"(?i)\b(?:({one})|({other}))\b") for language, (one, other) in words.items()},
        {language: re.compile(rf"(?i)\b(?:{also})\b") for language, also in beside.items()},
    )
    for words, beside in _PAIRS
]
# By language: the sides of the pairs, each by the letters that it is not without.
SIDES = {
    language: Suspects(
        [(near[language][side], (number, side)) for number, near in enumerate(IN_PAIRS) for side in (0, 1)]
    )
    for language in LANGUAGES
}


def opposites(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first word of a passage in our language that the other language has the contrary of: in all of it,
    else in one of its sentences.
    """
    mine_may = SIDES[ours].of(here)
    theirs_may = {(number, 1 - side) for number, side in SIDES[theirs].of(there)} if mine_may else ()
    numbers = dict.fromkeys(number for number, side in mine_may if (number, side) in theirs_may)
    here, there = (_plain(here), _plain(there)) if numbers else (here, there)
    parts = ((0, here, there), *sentence_by_sentence(here, there)) if numbers else ()
    for words, beside in (PAIRS[number] for number in numbers):
        for at, one, other in parts:
            if found := _contrary(words, beside, (one, ours), (other, theirs)):
                mine, its = found
                yield "sense-differs", at + mine.start(), {"found": mine[0], "other": its[0]}
                return


def _contrary(
    words: dict[str, re.Pattern[str]],
    beside: dict[str, re.Pattern[str]],
    ours: tuple[str, str],
    theirs: tuple[str, str],
) -> tuple[re.Match[str], re.Match[str]] | None:
    """The one word of a pair that each of two texts has, in its language, where they are of two sides."""
    (one, language), (other, its) = ours, theirs
    mine = _one(words[language], one)
    contrary = _one(words[its], other) if mine else None
    if not (mine and contrary) or mine.lastindex == contrary.lastindex:
        return None
    turned = _turned(beside.get(language), one, mine) or _turned(beside.get(its), other, contrary)
    return None if turned else (mine, contrary)


def _plain(text: str) -> str:
    """A text without its citations and addresses, whose words are not of the sentence."""
    return ELSEWHERE.sub(lambda found: " " * len(found[0]), text) if "]" in text or "{" in text else text


def _one(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The word of a pair that a text has, where it has one only."""
    found = list(itertools.islice(words.finditer(text), 2))
    return found[0] if len(found) == 1 else None


def _turned(also: re.Pattern[str] | None, text: str, word: re.Match[str]) -> bool:
    """Whether a passage says what may turn a word round; of places, whether its sentence says no."""
    if also:
        around = f"{text[: word.start()]} {text[word.end() :]}"
        return NOT.search(around) is not None or also.search(around) is not None
    start = max(text.rfind(end, 0, word.start()) for end in ENDS) + 1
    stop = min((at for end in ENDS if (at := text.find(end, word.end())) >= 0), default=len(text))
    return NOT.search(text, start, stop) is not None
