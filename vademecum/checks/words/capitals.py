"""Words all in capitals, and how they are written in small letters."""

from __future__ import annotations

import functools
import re

from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary, likely_meant
from vademecum.language.regex import regex

LETTERS = 8  # of a line that no acronym alone is
SHORT = 90  # letters of a line that may be a heading or a title
FEWEST = 4  # words of a sentence
ACRONYM = 6  # letters of an unknown word that may be one
WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ROMAN = regex(r"([IVXL]{2,})E")
BEGINS = regex(r"(\A\W*|[.!?…]\s+)(\w)")
# What stands before an article is the preposition, which has an accent, unless somebody has it.
TO = regex(r"(?<!\bil )(?<!\bon )(?<!\bqui )(?<!elle )(?<!\by )\ba (?=la\b|l['’]|ses\b|leurs?\b)")
NAMED = regex(rf"(?<=[a-zà-ÿ] )({WORD.pattern})|name: [\"']?({WORD.pattern})(?=[\"',}}\n])")
PLAIN = str.maketrans("àâçéèêëîïôùûü", "aaceeeeiiouuu")


def is_shouted(words: str) -> bool:
    """Whether a line is two words or more in capitals, none of which an acronym alone would be."""
    return (
        words.isupper()
        and len(words) < SHORT
        and len(words.split()) > 1
        and sum(map(str.isalpha, words)) >= LETTERS
        and "\n" not in words
        and not words.rstrip().endswith((".", "!", "…", ","))
        and any(map(_is_known, WORD.findall(words)))
    )


def _is_known(word: str) -> bool:
    """Whether a word is one of a language, or too long for an acronym."""
    return len(word) > 3 and any(_is_word(part, one) for part in word.split("-") for one in LANGUAGES)


def in_capitals(words: str, language: str) -> bool:
    """Whether a sentence, or a line that may be a title, is all in capitals, most of its words known or
    too long for acronyms.
    """
    if not words.isupper():
        return False
    found = re.findall(r"[^\W\d_]{2,}", words)
    if len(found) < FEWEST and not is_shouted(words):
        return False
    spoken = (language,) if language in LANGUAGES else LANGUAGES
    return any(2 * sum(_is_word(word, one) for word in found) > len(found) for one in spoken)


def _is_word(word: str, language: str) -> bool:
    known = dictionary(language)
    return len(word) > ACRONYM or word.lower() in known or word.capitalize() in known


def in_small(words: str, language: str, around: str) -> str:
    """Words in capitals as they are written in small letters: each sentence begins with a capital, and so do
    names that the dictionary or the file `around` has; a short word that nobody knows is an acronym.
    """
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    small = WORD.sub(lambda found: _word(found[0], spoken, around), words)
    small = TO.sub("à ", small) if spoken == "fr" else small
    return BEGINS.sub(lambda found: found[1] + found[2].upper(), small)


def _word(word: str, language: str, around: str) -> str:
    if not word.isupper():
        return word
    name = "-".join(part.capitalize() for part in word.split("-"))
    if "-" in word and not _stands(name, around):
        return "-".join(_word(part, language, around) for part in word.split("-"))
    small, known = word.lower(), dictionary(language)
    if len(word) == 1 or small in known:
        return name if _is_name(name, around) else small
    if _stands(name, around) or name in known:
        return name
    if roman := ROMAN.fullmatch(word):
        return f"{roman[1]}e"
    meant = likely_meant(small, language, frozenset())
    if meant.translate(PLAIN) == small:  # capitals often go without their accents
        return meant
    return word if len(word) <= ACRONYM else name


def _stands(word: str, around: str) -> bool:
    return word in _words_of(around)


def _is_name(name: str, around: str) -> bool:
    """Whether a word that the dictionary has is a name in a file: it has its capital within a sentence or as
    a whole name, and is never written otherwise.
    """
    return len(name) > 1 and name in _names_in(around) and not _stands(name.lower(), around)


# Read once a file: a text in capitals asks for each of its words.
@functools.lru_cache(4)
def _words_of(text: str) -> frozenset[str]:
    words = WORD.findall(text)
    return frozenset(words).union(*(word.split("-") for word in words if "-" in word))


@functools.lru_cache(4)
def _names_in(text: str) -> frozenset[str]:
    return frozenset(found[1] or found[2] for found in NAMED.finditer(text))
