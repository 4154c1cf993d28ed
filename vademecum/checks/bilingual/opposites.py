"""Words of which the other language says the contrary: a rise and a fall, before and after, north and south.

Told is where each text has one, and but one, word of such a pair, and they are not the same: where it has
several, or says no, one of them may well be said the other way round.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from vademecum.checks.bilingual.passages import sentence_by_sentence
from vademecum.checks.words.needles import Suspects
from vademecum.checks.words.slip import Slip
from vademecum.language.languages import LANGUAGES


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
_PAIRS: tuple[tuple[Contraries, Contraries], ...] = (
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
            r"rises?|rising|rose|risen|increas\w+|grew|grows?|growing|growth",
            rf"(?:falls?|fell|fallen|falling){_NO_DROP}|decreas\w+|declin\w+|drop in|reduc\w+"
            r"|shr[aiu]nk\w*|dwindl\w+",
            "rise|rising|Ris|rose|Rose|ncreas|gr|Gr",
            "fall|Fall|fell|Fell|ecreas|eclin|rop in|educ|hr|windl",
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
            r"|since|earlier|later|first|only",
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
            r"en faveur d\w+|favorables? (?:à|aux?)",
            r"contre|opposée?s? (?:à|aux?)|hostiles?|défavorables?",
            "aveur|avorable",
            "ontre|pposé|ostile|éfavo",
            r"face|contred\w+|oppos\w+|lutt\w+|plutôt|préfér\w+|rencontr\w+",
        ),
        Contraries(
            r"in favour of|favourable to",
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
        Contraries(r"gagnée?s?|remportée?s?", r"perdue?s?", "gagné|emport", "perdu"),
        Contraries(r"won", r"lost", "won", "lost"),
    ),
    (
        Contraries(r"inclus\w*|compris\w*", r"exclu\w*", "nclus|ompris", "xclu"),
        Contraries(r"includ\w+", r"exclud\w+", "nclud", "xclud"),
    ),
    (
        Contraries(
            rf"avec {_BEHIND}",
            rf"sans {_BEHIND}",
            "vec ",
            "ans ",
            r"avec|sans|moins|manqu\w+|dépourv\w+|hors|outre|(?:sans )?compt\w+",
        ),
        Contraries(
            rf"with {_AFTER}",
            rf"without {_AFTER}",
            "ith ",
            "ithout ",
            r"with|without|least|lack\w*|less|free|outside|un\w+|\w+less",
        ),
    ),
    (
        Contraries(r"doubl(?:é|e|ent|era|ement)", r"tripl(?:é|e|ent|era|ement)s?", "oubl", "ripl"),
        Contraries(
            r"doubl(?:ed|es|ing)|twofold", r"trebled|tripl(?:ed|es|ing)|threefold", "oubl|wof", "eb|ip|eef"
        ),
    ),
)
BY_LANGUAGE = [dict(zip(LANGUAGES, pair, strict=True)) for pair in _PAIRS]
NOT = re.compile(
    r"(?i)\b(?:n['’e]|ni|non|pas|sans|aucune?|jamais|not?|never|without|nor|none|cannot|neither|hardly|\w+n['’]t)\b"
)
ENDS = (". ", "; ", "? ", "! ", ".\n", "\u00a0;", "\u00a0?", "\u00a0!", " ;", " ?", " !")
IN_SIDES = {
    language: tuple(needle for pair in BY_LANGUAGE for side in pair[language].letters for needle in side)
    for language in LANGUAGES
}
PAIRS = [
    (
        {language: re.compile(rf"(?i)\b(?:({of.one})|({of.other}))\b") for language, of in pair.items()},
        {language: re.compile(rf"(?i)\b(?:{of.beside})\b") for language, of in pair.items() if of.beside},
    )
    for pair in BY_LANGUAGE
]
# By language: the sides of the pairs, each by the letters that it is not without.
SIDES = {
    language: Suspects(
        [
            (letters, (number, side))
            for number, pair in enumerate(BY_LANGUAGE)
            for side, letters in enumerate(pair[language].letters)
        ]
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
