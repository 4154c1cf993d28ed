"""Sentences that deny in one language what they say in the other: *n'a pas réduit*, *reduced*.

A language says in a word what the other denies: *without*, *ignored*, *unable*, *échoue*. Told is a sentence
with a plain negation whose counterpart has none, nor any word that may stand for one. Of 2,000 sentences of
published manuals with their translations, four are told; a word that the other sentence has as well, as it
has *without* for *sans*, stands for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.bilingual.passages import sentence_by_sentence
from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.rules.slip import Slip
from vademecum.language.regex import regex

NOT = {
    "fr": regex(
        r"[Nn](?<!\w.)(?:e |[’'])\S+(?: \S+){0,3}? (?:pas(?! seulement)|jamais|aucune?|rien|ni|nullement)\b"
        r"|\b[Nn]e pas\b|\b[Nn]i(?= [^.;:]{1,80} ni )(?= [^.;:]{1,200} (?:ne |n[’']))"
        r"|\b(?:[Aa]ucune?|[Nn]ulle?|Personne|[Rr]ien)\b[^.;:]{0,40} (?:ne |n[’'])"
    ),
    "en": regex(
        r"\b(?=[NnCc])(?:(?<!than )[Nn]ot(?! only)|[Nn]ever|[Nn]othing|[Nn]obody|[Nn]one|cannot"
        r"|[Nn]o(?! (?:further|doubt|sooner|less|fewer)\b| [\W\d]))\b"
        r"|n[’']t\b"
    ),
}
# Of which each such text has one.
SIGNS = {
    "fr": (
        *(" pas ", " pas.", " pas,", "e pas", "jamais", "ucun", "rien ", "Rien", " ni ", "ullement"),
        "Personne",
    ),
    "en": ("ot ", "never", "Never", "othing", "obody", "none", "None", "n’t", "n't", " no ", "No "),
}
# A second negation, which takes the first back: not impossible, nobody without, did not fail.
TAKEN_BACK = {
    "fr": regex(
        r"\bsans\b|\b(?:pas|jamais) (?:si |très )?(?:(?:in|im|ir|il)[a-zà-ÿ]{4}|diffic|échou|oubli|manqu)"
    ),
    "en": regex(
        r"\bwithout\b|\b(?:not|never|no) (?:(?:un|in|im|ir|il|dis)[a-z]{4}|diffic|fail|forg[eo]t|lack|miss)"
    ),
}
# What may stand for a negation in each language: words, and how words begin.
_MAY = {
    "fr": (
        "pas non jamais aucun aucune rien ni sans guère ne peu plutôt sauf hors personne faute aussi même"
        " plus (?<!au.)moins que encore mais si sinon trop ailleurs contre tout",
        "in(?!iti|te|sti|form|scri|vit|vest|clu|d)[a-z]{3} im(?!pl|po|ag)[a-z]{3} ir"
        " dé(?!v[eo]|b[au]|cembre|cid|part|put|j[àe]|but|l[aé]|mo|fi|ga)"
        " dis(?!cu|tri|pos|tan|aient|ent\\b) mal seul évit empêch manqu absen refus exce échapp interdi nul"
        " difficil autre échou échec ignor libre oubli loin passai gardé"
        " cess arrêt abandonn renon suspen interromp interrup annul expir périm caduc vacan vide rejet"
        " rare succè réuss privé dépourv avort vain lâch quitt disparu dispar perd écart ferm cach",
    ),
    "en": (
        "not cannot never no none nothing nobody neither (?-i:Nor) without hardly only rather little few"
        " fewer less (?<!at.)least more instead unless out off except too(?![.,;]) difficult hard any"
        " anything anyone far longer yet until still despite but just even if free away alone barely"
        " remember outside another every everything plenty beyond",
        "un(?!der|i|til) in(?!ter|ha|for|clu|vol|crea|iti|sti|te|vest|vit|d)[a-z]{3}"
        " im(?!pl|po|ag|m)[a-z]{3} dis(?!cu|tri|pla|cov|tan|pos|aster) fail lack refus avoid prevent absen"
        " miss ignor exce differ non other stop los reject deni deny separat silen"
        " laps expir ceas abandon suspen discontin drop interrupt cancel annul void null vacan empty want"
        " succe seldom rare scarce withdr withh renounc vanish give gave forgo forego clos unused halt hid"
        " quit",
    ),
}
MAY = {
    language: regex(
        rf"\b(?:(?:{words.replace(' ', '|')})\b|(?:{begun.replace(' ', '|')}))|less\b|-free|n[’']t?",
        re.IGNORECASE,
    )
    for language, (words, begun) in _MAY.items()
}
# Words that say the same in both languages, and so stand for no negation where each sentence has one.
_ALIKE = (
    ("sans", "without"),
    ("autres?|ailleurs", "other|others|another|else"),
    ("mais", "but"),
    ("plus|davantage", "more"),
    ("moins", "less|least|fewer"),
    ("seul|seuls|seules?", "only|alone"),
    ("malgré", "despite"),
    ("contre", "against"),
    ("différence|contrairement", "unlike"),
    ("sauf|excepté", "except"),
    ("tou[st]|toutes?|chaque|chacune?", "every|everyone|everything"),
    ("trop|aussi|également", "too"),
    ("manqu\\w+", "lack\\w*|miss(?:es|ed|ing)?"),
    ("échou\\w+|échecs?", "fail\\w*"),
    ("refus\\w*", "refus\\w+"),
    ("ignor\\w+", "ignor\\w+"),
    ("évit\\w+", "avoid\\w*"),
    ("empêch\\w+", "prevent\\w*"),
    ("difficil\\w*", "difficult\\w*|hard"),
    ("absen\\w+", "absen\\w+"),
    ("sépar\\w+", "separat\\w+"),
    ("cess\\w+|arrêt\\w+|fini\\w*", "stop\\w*|ceas\\w*|halt\\w*|discontin\\w+"),
    ("abandonn\\w+|renon\\w+", "abandon\\w*|renounc\\w+|drop\\w*|give|gave|given"),
    ("rare\\w*", "seldom|rare\\w*|scarce\\w*"),
    ("succès|réuss\\w+", "succe\\w+"),
    ("suspen\\w+", "suspen\\w+"),
    ("interr[ou][mp]\\w+", "interrupt\\w*"),
    ("annul\\w+", "cancel\\w*|annul\\w*|void"),
    ("expir\\w+|échéance", "expir\\w+|laps\\w+"),
    ("vacan\\w+|vides?", "vacan\\w+|empty"),
    ("ferm\\w+", "clos\\w+"),
    ("perd\\w+|perte", "los\\w+"),
    ("donn\\w+", "give|gave|given"),
    ("voul\\w+|veu\\w+|désir\\w+|souhait\\w+", "want\\w*"),
    ("rejet\\w+", "reject\\w*"),
    ("retir\\w+|retrait", "withdr\\w+"),
    ("proches?", "close\\w*"),
    ("privée?s?", "private"),
    ("quitt\\w+", "quit"),
)
ALIKE = [
    {"fr": regex(rf"(?i)\b(?:{french})\b"), "en": regex(rf"(?i)\b(?:{english})\b")}
    for french, english in _ALIKE
]
SHOWN = 60


def other_negations(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The first sentence of our passage that denies what the other language says, or the other way round;
    only where both passages have as many sentences.
    """
    if _count(here, ours) == _count(there, theirs):
        return
    if here.startswith("#") or "`" in here:  # a heading says much in few words
        return
    for at, one, other in sentence_by_sentence(here, there):
        if _denies(one, ours, other, theirs) or _denies(other, theirs, one, ours):
            start = at + len(one) - len(one.lstrip())
            values = {"found": beginning(one.strip(), SHOWN), "other": beginning(other.strip(), SHOWN)}
            yield "negation-differs", start, values
            return


def _count(text: str, language: str) -> int:
    """How many plain negations a text has."""
    return len(NOT[language].findall(text)) if any(map(text.__contains__, SIGNS[language])) else 0


def _denies(one: str, language: str, other: str, its: str) -> bool:
    """Whether a sentence has a negation, and the other nothing that may stand for it."""
    taken_back = TAKEN_BACK[language].search(one) and not TAKEN_BACK[its].search(other)
    if taken_back or not NOT[language].search(one):
        return False
    return all(_is_alike(may.start(), its, one, language, other) for may in MAY[its].finditer(other))


def _is_alike(at: int, its: str, one: str, language: str, other: str) -> bool:
    """Whether one sentence says as often what a word of the other says, in a word that denies nothing."""
    alike = (words for words in ALIKE if words[its].match(other, at))
    return any(len(words[its].findall(other)) <= len(words[language].findall(one)) for words in alike)
