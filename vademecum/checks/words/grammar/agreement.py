"""Words of French that do not agree with the one before: des ville, une villes, ont financer.

The words of the dictionary tell: where the form that was to be expected is one and this one has no reading
of its own, the two do not go together. Each word is looked at with the two before it, once.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.grammar.adjectives import adjectives
from vademecum.checks.words.grammar.genders import HERS, HIS, gender
from vademecum.checks.words.grammar.homophones import ENGAGED, JOINING
from vademecum.checks.words.grammar.participles import participles
from vademecum.checks.words.grammar.subjects import subjects
from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex

Meant = Callable[
    [str, str], str
]  # a word and the one two before -> what was meant, "" where nothing is wrong
SIGNS = ".,;:!?…»”)"  # that may stand behind a word
# "le", "la", "les" may be pronouns, between a subject and its verb: nous le savons, les partage.
SUBJECTS = frozenset(("nous", "vous", "je", "tu", "ne", "Nous", "Vous", "Je", "Tu"))
NOUNS = regex(r"\w{3,}(?:[tsx]ion|té|eur|isme)")
FEMININE = regex(r"\w{3,}(?:es|ions|tés|urs)")
# "y" and verbs that ask for "à", of which other rules tell; and what asks for an infinitive behind "de".
WITH_A = frozenset(("y", "vise", "cherche", "consiste", "contribue", "tend", "parvient", "incite"))
TO_DO = frozenset(
    (
        *("afin", "Afin", "but", "vue", "permet", "permettent", "permettant", "permettre", "essayé", "tenté"),
        *("décidé", "choisi", "refusé", "accepté", "proposé", "prévu", "cessé", "décide", "décident"),
    )
)
# Words of no number, which the dictionary has with an s as well, and what stands before other words.
UNCHANGED = frozenset(
    (
        *("entre", "contre", "comme", "chaque", "quelque", "avant", "après", "pour", "parfois", "ensemble"),
        *("quatre", "cinq", "sept", "neuf", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
        *("vingt", "trente", "quarante", "cinquante", "soixante", "cent", "mille", "demi", "super", "extra"),
        *("ultra", "tout", "autant", "bien", "leur", "face", "part", "aller", "font", "minima", "maxima"),
        *("data", "permet"),
    )
)
# "la" and "le" may be pronouns before a verb: only nouns that are none.
_HIS_ALONE = regex(
    r"projet|budget|jumelage|conseil|comité|territoire|réseau|bilan|rapport|séjour|quartier|lycée|musée|festival"
    r"|système|problème|département|dispositif|niveau|tableau|bureau|colloque"
)
_HERS_ALONE = regex(
    r"ville|commune|région|collectivité|mairie|réunion|métropole|stratégie|famille|langue|charte|semaine|journée"
    r"|(?!bastion)\w{3,}[st]ion|\w{3,}(?:alité|arité|iété|ivité)"
)
_HER, _HIM = regex(HERS), regex(HIS)
GENDERS = {
    **{"un": (_HER, "une"), "ce": (_HER, "cette"), "cet": (_HER, "cette")},
    **{"une": (_HIM, "un"), "cette": (_HIM, "ce"), "la": (_HIS_ALONE, "le")},
    **{"le": (_HERS_ALONE, "la"), "du": (_HERS_ALONE, "de la"), "au": (_HERS_ALONE, "à la")},
}
THEIRS = {"leur": "leurs", "notre": "nos", "votre": "vos"}
# What stands before several, whatever their gender; nothing does for "aucun".
SEVERAL = {
    **{"le": "les", "la": "les", "du": "des", "au": "aux", "un": "des", "une": "des"},
    **{"ce": "ces", "cet": "ces", "cette": "ces", "aucun": "", "aucune": ""},
}
# An article of one gender as the other has it; of which gender each is; those that a vowel changes.
ARTICLES = {
    **{("un", "her"): "une", ("ce", "her"): "cette", ("cet", "her"): "cette", ("aucun", "her"): "aucune"},
    **{("une", "him"): "un", ("aucune", "him"): "aucun"},
}
OF_ARTICLE = {
    word: "him" if word in ("le", "du", "au", "un", "ce", "cet", "aucun") else "her" for word in SEVERAL
}
ELIDED = frozenset(("le", "la", "du", "au", "ce"))
VOWELS = "aeéèêiïouyœh"
# What "un" and "une" end a number with: several stand behind it.
MORE = regex(
    r"\b(?:(?:vingt|trente|quarante|cinquante|soixante)\s+et|cents?|mille(?:\s+et)?)\s+\Z", re.IGNORECASE
)
_MODALS = (
    "faut fallait faudra doit doivent devait devra devront peut peuvent pouvait pourra pourront pourrait"
    " veut veulent voulait voudrait va vont allait souhaite souhaitent souhaitait"
)
SELF = regex(rf"(?:{ENGAGED})e?")
COUNTED = frozenset(
    ("habitant", "partenaire", "agent", "maire", "élève", "enfant", "association", "visiteur")
)
OF_ONE = frozenset(("relais", "semis", "fonds", "divers", "exclus", "inclus"))
DENIED = frozenset(("ne", "il", "elle", "on", "qu'il", "qu’il", "qu'elle", "qu’elle", "cela"))
PROFESSIONS = frozenset(("manager", "boulanger", "leader"))


def agreement(words: str, language: str) -> Iterator[Slip]:
    """Words of a French text that do not agree: code, place, what was found and meant."""
    if language in LANGUAGES:
        yield from subjects(words, language)
    if language != "fr":
        return
    yield from participles(words)
    parts, at = words.split(), 0
    yield from adjectives(words, parts)
    for number in [number for number, part in enumerate(parts[:-1]) if part in RULES]:
        word = parts[number + 1].rstrip(SIGNS)
        if not (len(word) > 3 and word.isalpha() and word.islower()):
            continue
        before, earlier = parts[number], parts[number - 1] if number else ""
        rule = RULES[before]
        meant = rule[1](word, earlier)
        meant = _with_article(before, word, meant) if meant else _of_other_gender(before, word)
        if meant:
            found = re.compile(rf"{re.escape(before)}\s+{re.escape(word)}(?!\w)").search(words, at)
            if found:
                at = found.end()
                if MORE.search(words, max(0, found.start() - 20), found.start()):
                    continue
                yield rule[0], found.start(), {"found": f"{before} {word}", "nearest": meant}


def _with_article(before: str, word: str, meant: str) -> str:
    """What was meant with the word before it: a noun of the singular with an article of its gender, and with
    that of the plural where its gender is not known, or a vowel asks for another: le communes, ce arbres.
    """
    small = before.lower()
    if small in THEIRS:
        return _as_begun(before, f"{THEIRS[small]} {word}")
    if small not in SEVERAL or meant != word[:-1]:
        return f"{before} {meant}"
    of = gender(meant)
    if other := ARTICLES.get((small, of)):
        near = f"{other} {meant}"
    elif small == "cet" and of == "him" and meant[0] not in VOWELS:
        near = f"ce {meant}"
    elif of == OF_ARTICLE[small] and not (small in ELIDED and meant[0] in VOWELS):
        near = f"{small} {meant}"
    elif SEVERAL[small]:
        near = f"{SEVERAL[small]} {word}"
    else:
        near = f"aucun {meant}, ou aucune si le nom est féminin"
    return _as_begun(before, near)


def _as_begun(before: str, near: str) -> str:
    """What was meant, with a capital where the word before it has one."""
    return near[0].upper() + near[1:] if before[0].isupper() else near


def _of_other_gender(before: str, word: str) -> str:
    """A noun of one gender with the article that it needs, where that of the other stands before it."""
    article = GENDERS.get(before.lower())
    if article is None or not article[0].fullmatch(word) or not _plural(word, before):
        return ""
    if article[1] in ("la", "le") and word[0] in VOWELS:
        return _as_begun(before, f"l’{word}")
    near = "cet" if article[1] == "ce" and word[0] in VOWELS else article[1]
    return _as_begun(before, f"{near} {word}")


@functools.lru_cache(10_000)
def _plural(word: str, _: str) -> str:
    """The plural of a word that should have it."""
    if word[-1] in "sxz" or word in UNCHANGED or not _is_word(word):
        return ""
    likely = f"{word[:-1]}ux" if word.endswith("al") else f"{word}s"
    likely = f"{word}x" if word.endswith(("eau", "eu", "au")) else likely
    return next((one for one in (likely, f"{word}s") if _is_word(one)), "")


def _plural_counted(word: str, earlier: str) -> str:
    """The same behind a number: of nouns that are surely none but that, and no verb of "une sur dix"."""
    if earlier == "sur" and word[-1] == "e" and _is_word(f"{word}nt"):
        return ""
    return _plural(word, "") if gender(word) or word in COUNTED else ""


def _plural_of_these(word: str, earlier: str) -> str:
    """The same behind "ces", which may itself stand for "s'est": another rule tells of that."""
    is_verb = SELF.fullmatch(word) and earlier.islower() and earlier not in JOINING
    return "" if is_verb else _plural(word, earlier)


def _plural_of_noun(word: str, earlier: str) -> str:
    """The same behind "les"."""
    sure = earlier in ("tous", "toutes", "Tous", "Toutes") or NOUNS.fullmatch(word)
    return _plural(word, earlier) if sure else ""


def _singular(word: str, earlier: str) -> str:
    """The singular of a word that should have it."""
    if len(word) < 6 or word[-1] != "s" or word.endswith("ais") or word in OF_ONE or earlier in SUBJECTS:
        return ""
    return word[:-1] if _is_word(word[:-1]) else ""


def _feminine_singular(word: str, earlier: str) -> str:
    sure = word[-1] == "s" and earlier not in SUBJECTS and FEMININE.fullmatch(word)
    return word[:-1] if sure and _is_word(word[:-1]) else ""


def _participle(word: str, earlier: str) -> str:
    """The participle for which an infinitive stands behind an auxiliary."""
    meant = f"{word[:-2]}é"
    wrong = word.endswith("er") and word not in PROFESSIONS and earlier not in WITH_A
    return meant if wrong and _is_word(meant) else ""


def _participle_or_infinitive(word: str, earlier: str) -> str:
    """The same behind "a", which may itself stand for "à"."""
    meant = _participle(word, earlier)
    return f"{meant}, ou à {word}" if meant else ""


def _participles_of_being(word: str, earlier: str) -> str:
    """The same of several, behind a form of "être"."""
    meant = _participle(word, earlier)
    return f"{meant}s" if meant else ""


def _participle_of_whatever(word: str, earlier: str) -> str:
    """The same behind "soit", which may join two infinitives."""
    return _participle(word, earlier) if earlier in DENIED else ""


NO_VERBS = frozenset(("côté", "marché", "cité", "traité", "comité", "privé", "associé", "employé", "invité"))


def _to_be_done(word: str, _: str) -> str:
    """The infinitive for which a participle stands behind a verb that asks for one: il faut formé."""
    found = re.fullmatch(r"(\w{2,})ée?s?", word)
    meant = f"{found[1]}er" if found and word not in NO_VERBS else ""
    return meant if meant and _is_word(meant) else ""


def _infinitive(word: str, earlier: str) -> str:
    """The infinitive for which a participle stands behind "afin de"."""
    meant = f"{word[:-1]}er"
    return meant if earlier in TO_DO and word[-1] == "é" and _is_word(meant) else ""


def _is_word(word: str) -> bool:
    return word in dictionary("fr")


def _rules() -> Iterator[tuple[str, tuple[str, Meant]]]:
    """What may stand before a word, with the code of what is told and what was meant."""
    several = "des ses nos vos leurs aux plusieurs quelques certains certaines d'autres d’autres"
    of: tuple[tuple[str, str, Meant], ...] = (
        ("no-agreement", several, _plural),
        ("no-agreement", "ces", _plural_of_these),
        ("no-agreement", "les", _plural_of_noun),
        ("no-agreement", "deux trois quatre cinq six sept huit neuf dix douze quinze vingt", _plural_counted),
        ("no-agreement", "un ce cet aucun chaque du au le leur notre votre", _singular),
        ("no-agreement", "une cette aucune la", _feminine_singular),
        ("other-usage", "a", _participle_or_infinitive),
        ("other-usage", "ont avait avaient été ait aient ayant", _participle),
        ("other-usage", "était fut est", _participle),
        ("other-usage", "sont étaient furent soient", _participles_of_being),
        ("other-usage", "soit", _participle_of_whatever),
        ("other-usage", "de", _infinitive),
        ("other-usage", _MODALS, _to_be_done),
    )
    for code, befores, meant in of:
        for before in befores.split():
            yield before, (code, meant)
            if before != "a":  # which stands for "À" in "A noter"
                yield before.capitalize(), (code, meant)


RULES = dict(_rules()) | {"Pour": ("other-usage", _to_be_done)}
