"""Words that no dictionary knows.

Known are the dictionary's words (dictionaries/README.md), the project's own, and compounds of these. Passed
over are addresses and names of files, acronyms and other words with inner capitals, words with figures, and
a capital within a sentence: it begins a name, told only where it is nearly one of the project's own.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vademecum.language.addresses import unlinkable
from vademecum.language.inflection import HYPHEN, MARKS, QUOTE, feminine_endings
from vademecum.language.loans import LOANS
from vademecum.language.meant_words import (
    ALIKE,
    LETTERS,
    date_meant,
    dictionary,
    likely_meant,
    own_name_meant,
)
from vademecum.language.regex import regex

_UNSEEN = "\u00ad\u200b\u2060"
_HYPHENS = ("-", "\u2010", "\u2011")
_PART = rf"[^\W\d_](?:[^\W\d_]|[{MARKS}{_UNSEEN}])*+"
# A letter in brackets before a word is what a quotation changed: [a]insi.
_WORD = regex(rf"(?<![\w{MARKS}\]]){_PART}(?:(?:{QUOTE}|{HYPHEN}){_PART})*+(?![\w{MARKS}])")
_PLAIN = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-"} | dict.fromkeys(_UNSEEN, ""))
_ELIDED = regex(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)'", re.IGNORECASE)
# The same within a name: Saint-Jean-d'Angély, Pont-l'Évêque.
_ELIDED_WITHIN = regex(r"[dl]'(?=[^\W\d_a-zà-ÿ])")
_OWNED = regex(r"'[sS]$")
# What may stand between the end of a sentence, or a colon, and the next word.
_AROUND = r"[\s«»“”\"'‘’(\[—–•*-]"
# Grist.Gouv is one name; St. Albans begins no sentence.
_STARTS = regex(
    rf"(?:\A|\n\s*\n){_AROUND}*\Z|(?<!\b[MDP])(?<!\b(?:St|Mt|MM|Mr|Dr|Pr))(?<!\b(?:Ste|Mrs))[.!?…:]{_AROUND}+\Z"
)
# Words cut short that no dictionary has, with their full stop; endings by themselves; names of species.
_SHORT = regex(
    r"\b[Aa]ujourd['’]? hui\b|(?<=\b[1I] )er\b|(?<=[\dIVX] )i?[èe]me\b"
    r"|\b(?:sqq?|suiv|et seq|coord|dir|resp|approx|arr|dép|bd|spéc|obs|préf|adm|juill|ann|tabl|inhab)\."
    r"|\b(?:apr|sect|fasc|edn|chron|concl|cons|jurispr|rapp|règl)\.|\bca\.?(?= [\d(])"
    r"|(?<![\w-])(?:[ivx]+e|i?er)(?= siècle)"
    r"|(?<![\w-])-is(?:me|m|te|t|ation)s?\b|\b[A-Z]\. (?:coli|pylori|aureus)\b|\b[Pp]ass (?=Culture|Navigo)"
)
_CENTURY = regex(r"[ivx]{2,}e")
_SIGNS = '.,;:?!…()«»“”"'  # that may stand around a word
_WINDOW = 12  # characters looked at for that
# What begins a compound, and is no word by itself: éco-responsable, intra- et interrégional.
_FIRSTS = frozenset(
    (
        *("aéro", "aero", "afro", "agro", "arabo", "bi", "cyber", "éco", "eco", "électro", "electro"),
        *("ethno", "géo", "geo", "germano", "gréco", "hydro", "indo", "intra", "infra", "italo"),
        *("juridico", "luso", "médico", "méga", "mega", "méso", "meso", "méta", "meta", "narco"),
        *("néo", "neo"),
        *("pluri", "politico", "pré", "pre", "proto", "sino", "socio", "sub", "supra", "technico"),
        *("thermo", "turco", "mid"),
    )
)


class Misspelling(NamedTuple):
    """A word that is not known: where it begins in the text, as written, and the nearest known one or ''."""

    offset: int
    word: str
    suggestion: str


def read_words(text: str) -> frozenset[str]:
    """The words of a project's own list, `words.fr.txt`: one a line; from # on, what an editor notes."""
    lines = (line.partition("#")[0].strip() for line in text.split("\n"))
    return frozenset(_plain(line) for line in lines if line)


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of names (places, partners, terms, acronyms, authors): known beside the project's own."""
    return frozenset(itertools.chain.from_iterable(map(_words_of, names)))


@functools.lru_cache(100_000)  # asked for again after every save
def _words_of(name: str) -> frozenset[str]:
    words = (_plain(found[0]) for found in _WORD.finditer(name))
    return frozenset(part for word in words for part in (word, *_parts(word, "fr"), *_parts(word, "en")))


def plain_words(text: str) -> list[str]:
    """The words of a name, in order: composed, without elided articles, cut at hyphens."""
    return [part for found in _WORD.finditer(text) for part in _parts(_plain(found[0]), "fr")]


def misspelt(text: str, language: str, known: frozenset[str] = frozenset()) -> list[Misspelling]:
    """The misspelt words of a text, in order; none in a language that we have no dictionary of.

    `language` is "fr" or "en". `known` are the project's own words, as `read_words` and `words_of` give them;
    one with a small first letter may begin with a capital. A text is best a whole paragraph, as a capital at
    its beginning is the sentence's. Linear in its length; what is found out of a word is kept.
    """
    if language not in LETTERS:
        return []
    if all_right(text, language, known):
        return []
    text = _without_names(text, language)
    return [found for match in _WORD.finditer(text) for found in _wrong(text, match, language, known)]


def all_right(text: str, language: str, known: frozenset[str]) -> bool:
    """Whether everything between two spaces of a text is right wherever it stands, as in most: such a text
    is read no closer.
    """
    right = _right(language, known)
    new = set(itertools.filterfalse(right.__contains__, text.split()))
    right.update(plain := [token for token in new if _is_right(token, language, known)])
    return len(plain) == len(new)


@functools.lru_cache(4)
def _right(language: str, known: frozenset[str]) -> set[str]:
    """What was found to be right between two spaces."""
    return set()


def _is_right(token: str, language: str, known: frozenset[str]) -> bool:
    """Whether what stands between two spaces is right wherever it does: all its words are known, and none is
    one more word without its feminine ending. No word, address or ending reaches beyond a space.
    """
    bare = token.strip(_SIGNS)
    if bare.isalpha() and (bare in dictionary(language) or bare in known):
        return True  # as most are: one word, and signs around it
    unknown = any(_unknown(_plain(word[0]), language, known) for word in _WORD.finditer(token))
    return not (unknown or feminine_endings(token))


def _without_names(text: str, language: str) -> str:
    """The text, as long, without addresses, names of files, feminine endings, words cut short and loans."""
    parts: list[str] = []
    done = 0
    whole = (found.span() for pattern in (_SHORT, LOANS[language]) for found in pattern.finditer(text))
    for start, end in sorted([*unlinkable(text), *feminine_endings(text), *whole]):
        if start >= done:
            parts += text[done:start], " " * (end - start)
            done = end
    return "".join((*parts, text[done:])) if parts else text


def _wrong(text: str, match: re.Match[str], language: str, known: frozenset[str]) -> Iterator[Misspelling]:
    """What is wrong with a word that is in no dictionary: its unknown parts, each at its place."""
    at = 0
    unknown = _unknown(whole := _plain(match[0]), language, known)
    if unknown and "-" in whole and (joined := _joined(whole, language)):
        near = joined.replace("'", "’") if "’" in match[0] else joined
        yield Misspelling(match.start(), match[0], near)
        return
    for part in unknown:
        place = match[0].find(part, at)
        offset = match.start() + max(place, at)
        at = max(place, at) + len(part) if place >= 0 else at
        if part.lower() in _FIRSTS and text[offset + len(part) : offset + len(part) + 1] in _HYPHENS:
            continue
        if part[0].isupper() and not _starts_sentence(text, offset):
            suggestion = own_name_meant(part, known) or (date_meant(part) if language == "en" else "")
            if not suggestion:
                continue
        else:
            suggestion = likely_meant(part, language, known)
        yield Misspelling(offset, part, suggestion)


def _unknown(word: str, language: str, known: frozenset[str]) -> list[str]:
    """The parts of a word that are unknown: none where it is known whole. What joins the parts of a name,
    as in L’Haÿ-les-Roses, may be of another language.
    """
    if _is_known(word, language, known):
        return []
    parts = _parts(word, language)
    if len(parts) > 1:
        named = parts[0][0].isupper() and parts[-1][0].isupper()
        begun = parts[:1] if named else [part for part in parts[:-1] if part.lower() not in _FIRSTS]
        parts = [*begun, parts[-1]]
    return [part for part in parts if not _is_known(part, language, known)]


def _parts(word: str, language: str) -> list[str]:
    """A word without its elided article or its 's, cut at hyphens."""
    bare = _OWNED.sub("", word) if language == "en" else word
    while language == "fr" and (elided := _ELIDED.match(bare)):
        bare = bare[elided.end() :]
    if "-" not in bare:
        return [bare] if bare else []
    first, *more = bare.split("-")
    return [part for part in (first, *(_ELIDED_WITHIN.sub("", part) for part in more)) if part]


def _is_known(word: str, language: str, known: frozenset[str]) -> bool:
    """Whether a word stands in the lists, as it is or begun by a small letter; or is none to be looked up."""
    words = dictionary(language)
    if len(word) < 2 or word in words or word in known or ("oe" in word and word.replace("oe", "œ") in words):
        return True
    if word[-1] in "²³":  # km²
        return _is_known(word[:-1], language, known)
    if word[-1] in "ºª" or not word.strip("ivx"):  # nº 3; the point iv)
        return True
    if language == "fr" and _CENTURY.fullmatch(word):
        return True
    if word[1:] != word[1:].lower():  # an acronym, an inner capital
        return "-" not in word and "'" not in word
    if not word[0].isupper():
        return False
    # A capital may go without its accent: Etat.
    firsts = word[0].lower() if language == "en" else ALIKE.get(word[0].lower(), word[0].lower())
    return any(first + word[1:] in words or first + word[1:] in known for first in firsts)


def _joined(word: str, language: str) -> str:
    """A word of the dictionary that a hyphen parts, as at-tractivité; "" for any other."""
    bare = _ELIDED.match(word) if language == "fr" else None
    start = bare.end() if bare else 0
    joined = word[start:].replace("-", "")
    return f"{word[:start]}{joined}" if joined.islower() and joined in dictionary(language) else ""


def _plain(word: str) -> str:
    """A word composed, with a straight apostrophe and hyphen, without what is not seen."""
    return word if word.isascii() else unicodedata.normalize("NFC", word.translate(_PLAIN))


def _starts_sentence(text: str, offset: int) -> bool:
    return _STARTS.search(text[max(0, offset - _WINDOW) : offset]) is not None
