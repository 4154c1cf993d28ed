"""French participles that do not go with what they are said of: sont arrivé, elles ont finis, la ville a été
logé.

Behind "avoir" a participle goes with an object before it, which a sentence with "que" or a pronoun may have:
there nothing is told. Inclusive forms, arrivé·e·s, and "se sont parlé" are left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.grammar.genders import COLLECTIVE, gender, starts
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex

# Participles in another letter than é; those in s are their own plural.
_OTHERS = (
    *("reçu", "rendu", "tenu", "retenu", "venu", "devenu", "revenu", "soutenu", "vendu", "conçu", "élu"),
    *("connu", "reconnu", "perdu", "maintenu", "obtenu", "prévu", "lu", "vu", "entendu", "attendu"),
    *("répondu", "accueilli", "choisi", "réuni", "établi", "fourni", "défini", "fini", "saisi", "subi"),
    *("investi", "rempli", "suivi", "bâti", "réussi", "agi", "abouti", "élargi", "averti", "parti", "sorti"),
    *("écrit", "inscrit", "construit", "produit", "conduit", "réduit", "détruit", "interdit", "fait"),
    *("ouvert", "offert", "couvert", "découvert", "rejoint", "contraint", "traduit", "décrit", "né"),
)
_IN_S = (
    *("mis", "pris", "compris", "permis", "promis", "transmis", "remis", "admis", "soumis"),
    *("repris", "appris"),
)
# Which no object stands before, whatever the sentence.
_ALONE = frozenset(
    (
        *("répondu", "participé", "bénéficié", "contribué", "réussi", "agi", "abouti", "procédé", "échoué"),
        *("duré", "fonctionné", "existé", "coopéré", "collaboré", "voyagé", "adhéré", "renoncé", "profité"),
    )
)
_TO_DO = frozenset(
    ("décidé", "choisi", "accepté", "refusé", "commencé", "tenté", "essayé", "souhaité", "continué", "prévu")
)
# Reflexive verbs whose pronoun is what is acted on; of the others it may be the one to whom.
_THEMSELVES = frozenset(
    (
        *(
            "engagé",
            "réuni",
            "rencontré",
            "retrouvé",
            "mobilisé",
            "associé",
            "installé",
            "développé",
            "arrêté",
        ),
        *("déplacé", "inspiré", "concentré", "multiplié", "rapproché", "regroupé", "rassemblé", "impliqué"),
        *("intéressé", "appuyé", "terminé", "déroulé", "achevé", "dégradé", "amélioré", "poursuivi"),
    )
)
_BY_BEING = frozenset(("parti", "sorti", "venu", "devenu", "revenu", "né"))  # which "avoir" seldom helps
_ADVERBS = (
    r"(?:(?:pas|plus|jamais|bien|déjà|tous|toutes|également|ensuite|alors|ainsi|aussi|enfin|souvent|toujours"
    r"|mieux|encore|d['’]abord|[a-zà-ÿ]{3,}ment) )?"
)
_WORD = r"(?P<word>[a-zà-ÿ]{2,20})(?![\w·•(’'-]|\.[a-zà-ÿ])"
_ONE = r"(?:est|était|sera|serait|soit|(?:a|avait|aura|aurait|ait) été)"
_MANY = r"(?:sont|étaient|seront|seraient|soient|(?:ont|avaient|auront|auraient|aient) été)"
_HAVING = r"(?:a|ont|avait|avaient|aura|auront|aurait|auraient|ait|aient|ayant)"
OBJECT = regex(
    r"\b(?:[Qq]u(?:e|els?|elles?)\b|[Qq]u['’]|[Ll]e(?:s|ur)?quel|[Cc]ombien\b|[Ll]esquel|dont\b|on\b)"
)
PRONOUN = regex(r"(?:\b(?:les?|la|nous|vous|se|en|y|me|te)[ \u00a0]|\b[lmtsyLMS]['’])\Z")
SENTENCE = regex(r"[.!?;:]\s|[\n()«»]")


class Participle(NamedTuple):
    """What a form is one of, and how it agrees; no number where both are one."""

    base: str
    feminine: bool
    number: str


def _others() -> Iterator[tuple[str, Participle]]:
    for base in _OTHERS:
        for feminine in (False, True):
            for number in ("one", "many"):
                form = f"{base}{'e' * feminine}{'s' * (number == 'many')}"
                yield form, Participle(base, feminine, number)
    for base in _IN_S:
        yield base, Participle(base, False, "")
        yield f"{base}e", Participle(base, True, "one")
        yield f"{base}es", Participle(base, True, "many")


OTHERS = dict(_others())


@functools.lru_cache(10_000)
def _read(word: str) -> Participle | None:
    """The participle that a word is; None where it is none."""
    if word in OTHERS:
        return OTHERS[word]
    found = re.fullmatch(r"(\w+é)(e?)(s?)", word)
    if not found or f"{found[1][:-1]}er" not in dictionary("fr"):
        return None
    return Participle(found[1], bool(found[2]), "many" if found[3] else "one")


def _form(base: str, *, feminine: bool, many: bool) -> str:
    plural = many and not (base[-1] == "s" and not feminine)
    return f"{base}{'e' * feminine}{'s' * plural}"


def participles(words: str) -> Iterator[Slip]:
    """Participles of a French text that do not agree: code, place, what was found and meant."""
    for tell in _suspects().of(words):
        yield from tell(words)


def _slip(found: re.Match[str], meant: str) -> Slip:
    near = found[0][: found.start("word") - found.start()] + meant
    return "no-agreement", found.start(), {"found": found[0], "nearest": near}


MANY = regex(rf"(?P<self>\b[Ss]e |\b[Ss]['’])?\b(?P<verb>{_MANY}) {_ADVERBS}{_WORD}")
SUBJECT_BEFORE = regex(r"(\w+s) \Z")


def _of_many(words: str) -> Iterator[Slip]:
    """One for several: sont arrivé."""
    for found in MANY.finditer(words):
        done = _read(found["word"])
        if not done or done.number != "one" or (found["self"] and done.base not in _THEMSELVES):
            continue
        before = SUBJECT_BEFORE.search(words[max(0, found.start() - 30) : found.start()])
        hers = not done.feminine and before is not None and gender(before[1].lower()) == "her"
        yield _slip(found, f"{found['word']}{'e' if hers else ''}s")


ONE = regex(rf"(?<![\w’'-])(?P<verb>(?:n['’])?{_ONE}) {_ADVERBS}{_WORD}")
MANY_OF_US = regex(r"\b(?:[Oo]n|[Vv]ous|[Nn]ous)\b[^.;,]{0,20}\Z")


def _of_one(words: str) -> Iterator[Slip]:
    """Several for one: la ville a été logés."""
    for found in ONE.finditer(words):
        done = _read(found["word"])
        if done and done.number == "many" and not MANY_OF_US.search(words, 0, found.start()):
            yield _slip(found, _form(done.base, feminine=done.feminine, many=False))


HAVING = regex(rf"(?<![\w-])(?P<verb>(?:n['’])?{_HAVING}) {_ADVERBS}{_WORD}(?P<to> (?:de|à) | d['’])?")


def _had(words: str) -> Iterator[Slip]:
    """A participle that goes with nothing before it: elles ont finis, les communes ont participées."""
    for found in HAVING.finditer(words):
        done = _read(found["word"])
        if not done or not (done.feminine or done.number == "many"):
            continue
        alone = done.base in _ALONE or (found["to"] and done.base in _TO_DO)
        if alone or (done.base not in _BY_BEING and not _has_object(words, found.start())):
            near = found[0][: found.start("word") - found.start()] + done.base
            yield (
                "no-agreement",
                found.start(),
                {"found": found[0][: found.end("word") - found.start()], "nearest": near},
            )


def _has_object(words: str, at: int) -> bool:
    """Whether what a verb acts on may stand before it in its sentence."""
    before = SENTENCE.split(words[max(0, at - 300) : at])[-1]
    return OBJECT.search(before) is not None or PRONOUN.search(before) is not None


# What is acted on, before its verb; but behind "de" or "à": qu’elle a aidé à bâtir.
BEFORE = regex(
    r"\b(?:[Ll]es|[Dd]es|[Cc]es) (?P<noun>[a-zà-ÿ]{3,30}s) "
    r"(?:que (?:l[ae] |les |l['’])[a-zà-ÿ]{3,30}|qu['’](?:ils?|elles?)) "
    r"(?:a|ont|avait|avaient) (?P<word>[a-zà-ÿ]{2,20}é)"
    r"(?= (?:en|sont|ont|pour|depuis|avec|dans|seront|étaient)\b|[.,;]|\Z)"
)


def _done_to(words: str) -> Iterator[Slip]:
    """One for the several that stand before it: les lettres que la ville a envoyé."""
    for found in BEFORE.finditer(words):
        if _read(found["word"]):
            hers = gender(found["noun"]) == "her"
            yield _slip(found, f"{found['word']}{'e' if hers else ''}s")


# What a sentence begins with, up to its verb.
_REST = (
    r"(?: [a-zà-ÿ-]{3,20}(?:ale|elle|ienne|enne|aine|ive|que|aire|ial|el|ien|éen|ain|if|al))?"
    r"(?: (?:de |du |des |d['’])(?:la |l['’])?[\w-]{2,30})?"
)
SUBJECT = regex(
    rf"(?P<article>La|Une|Cette|Sa|Le|Un|Ce|Les|Ces|Des|Leurs|Nos"
    rf"|Ses) (?!{COLLECTIVE})(?P<noun>[a-zà-ÿ-]{{3,30}})"
    rf"{_REST} (?P<verb>{_ONE}|{_MANY}) {_ADVERBS}{_WORD}"
)
PERSON = regex(
    rf"(?:(?<=[.!?,] )|(?<=\n)|\A)(?P<noun>[Ii]ls?|[Ee]lles?) (?P<verb>{_ONE}|{_MANY}) {_ADVERBS}{_WORD}"
)
_ARTICLES = {
    **dict.fromkeys(("La", "Une", "Cette", "Sa"), "her"),
    **dict.fromkeys(("Le", "Un", "Ce"), "him"),
}


def _of_gender(words: str) -> Iterator[Slip]:
    """La délégation est venu, le maire est venue, les communes sont partis."""
    for start in starts(words):
        if words[start : start + 1] in _CAPITALS and (found := SUBJECT.match(words, start)):
            noun = gender(found["noun"])
            own = _ARTICLES.get(found["article"], noun if found["noun"].endswith("s") else "")
            if own and noun in (own, ""):
                yield from _of_other(found, own)


# By whom, behind a noun that no other stands before. Words in t are verbs too.
LED = regex(
    rf"(?P<article>(?i:la|une|cette|sa|le|un|ce|les|ces|des|leurs|nos|ses)) (?!fois )(?!{COLLECTIVE})"
    r"(?P<noun>[a-zà-ÿ-]{3,30})(?: [a-zà-ÿ]{3,20}(?:ales?|aux|elles?|els?|iques?|ennes?|ines?|ives?|ifs))?"
    rf" {_WORD}(?<!t)(?= par (?!an\b|mois\b|jour\b|semaine\b|exemple\b|ailleurs\b))"
)
PRESENTS = regex(
    r"\b(?:présente|soutien|finance|évalue|recense|concerne|valorise|analyse|compare|montre)(?:n?t)? "
)


def _led(words: str) -> Iterator[Slip]:
    """Les actions menés par la ville, une politique rendu par l'État."""
    begun = [start for start in starts(words) if words[start : start + 1] in _CAPITALS]
    for start in (*begun, *(found.end() for found in PRESENTS.finditer(words))):
        if not (found := LED.match(words, start)) or not (done := _read(found["word"])):
            continue
        many, noun = found["article"].endswith("s"), gender(found["noun"])
        own = noun if many else _ARTICLES[found["article"].capitalize()]
        meant = _form(done.base, feminine=own == "her", many=many)
        if own and noun in (own, "") and meant != found["word"]:
            yield _slip(found, meant)


def _of_person(words: str) -> Iterator[Slip]:
    """Elle est venu, ils sont parties."""
    for found in PERSON.finditer(words):
        yield from _of_other(found, "her" if "elle" in found["noun"].lower() else "him")


def _of_other(found: re.Match[str], own: str) -> Iterator[Slip]:
    """A participle of the other gender than that of its subject; of another number other rules tell."""
    done = _read(found["word"])
    many = re.fullmatch(_MANY, found["verb"]) is not None
    if (
        done
        and done.feminine != (own == "her")
        and (done.number == "many") <= many
        and (done.number != "one" or not many)
    ):
        yield _slip(found, _form(done.base, feminine=own == "her", many=many))


_CAPITALS = frozenset("LUCSDN")
_BE_ONE = tuple(f"{verb} " for verb in ("est", "était", "sera", "serait", "soit", "été"))
_BE_MANY = tuple(f"{verb} " for verb in ("sont", "étaient", "seront", "seraient", "soient", "été"))
_PERSONS = tuple(
    f"{who} {verb}"
    for who in ("l", "ls", "lle", "lles")
    for verb in ("est", "a été", "sont", "ont été", "ét")
)
_BEING = (*_BE_ONE, *_BE_MANY)
# Each with what no words break it without.
RULES: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[Slip]]], ...] = (
    (_BE_MANY, _of_many),
    (_BE_ONE, _of_one),
    ((" a ", " ont ", "’a ", "’ont ", "'a ", "'ont ", "vait ", "vaient ", " aur"), _had),
    (("s que ", "s qu'", "s qu’"), _done_to),
    (_BEING, _of_gender),
    ((" par ",), _led),
    (_PERSONS, _of_person),
)


@functools.cache
def _suspects() -> Suspects[Callable[[str], Iterator[Slip]]]:
    return Suspects(RULES)
