"""Words of another language among those of a text: what is to be marked as theirs, once for all that belong
together.
"""

from __future__ import annotations

import bisect
import operator
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vademecum.checks.words.quantities.dates import MONTHS
from vademecum.document import inlines
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.language.spelling import Misspelling, misspelt, plain_words
from vademecum.language.typography import OPAQUE
from vademecum.model import Finding

QUOTED = regex(r"“([^“”\n]{2,80})”|«[ \u00a0\u202f]?([^«»\n]{2,80}?)[ \u00a0\u202f]?»|\"([^\"\n]{2,80})\"")
# Around words of a language, in a text of the other.
SIGNS = {"fr": "“{}”", "en": "« {} »"}
WORD = r"([^\W\d_]+(?:['’-][^\W\d_]+)*)"
BEFORE, AFTER = regex(rf"{WORD}[ \n]\Z"), regex(rf"[ \n]{WORD}")
BEGUN = regex(r"[^\W\d_](?:[^\W\d_]|['’-])*\Z")  # the beginning of a word: l’, mi-
DAY, YEAR = regex(r"\b\d{1,2}(?:er|st|nd|rd|th)? \Z"), regex(r" (?:19|20)\d\d\b")
# What is no name of a program or a file, no sign, and can be spoken.
ONLY_WORDS = regex(rf"{WORD}(?:,? {WORD})*")
VOWEL = regex(r"[aeiouyà-ÿ]", re.IGNORECASE)
ELIDED = regex(r"[dl]['’][A-ZÀ-Þ]")  # de l'Europe
# Nouns before which English has the name of the one meant.
NAMED_BEFORE = frozenset(("département", "départements", "préfecture", "préfectures", "métropole"))
FAR = 40  # letters that are looked at for the next word
LETTERS = 3  # of a word, of which some language may have as short a one by chance
MOST = 8  # words in a row
MANY = 3  # unknown words of a paragraph that may be a passage
# Words between or before those of a language, which the other may have too.
JOINING = {
    "fr": frozenset(("de", "du", "des", "la", "le", "les", "et", "à", "au", "aux", "en", "un", "une", "sur")),
    "en": frozenset(("of", "the", "and", "for", "to", "by", "with")),
}
# The name that a body of the other language is called by: de Bretagne, of the Nord.
NAMED = {
    "fr": regex(r"[ \n](?:d['’]|(?:de|du|des|de la|et)[ \n]|de l['’])(?=[A-ZÀ-Þ])" + WORD),
    "en": regex(r"[ \n](?:of|for|of the|and)[ \n](?=[A-ZÀ-Þ])" + WORD),
}
# The acronym of a body, behind its whole name.
ITS_ACRONYM = regex(r"[ \u00a0]\(([A-Z]{2,8})[,;)]")
COUNCIL = regex(r"[Cc]onseils?")  # whose adjective may be of both languages
OF_A_COUNCIL = frozenset(("municipal", "municipaux", "national", "social", "local"))
Known = Mapping[str, frozenset[str]]
Marked = Mapping[tuple[int, int], str]  # where words stand between signs, and which


class Phrase(NamedTuple):
    """Words of a text that belong together: where, as shown and as meant; in which language, "…" for one that
    we have no dictionary of, "" for the name of a body, which needs no mark.
    """

    start: int
    end: int
    found: str
    nearest: str
    tongue: str


def emphasised(content: Sequence[Any]) -> dict[int, str]:
    """The signs around each text that is all of an emphasis without a language, by the text's identity."""
    signs = {inlines.Emphasis: "*", inlines.Strong: "**"}
    return {
        id(node.content[0]): signs[type(node)]
        for node in content
        if type(node) in signs and not node.lang and len(node.content) == 1
    }


def phrases(
    shown: str, wrongs: Sequence[Misspelling], marked: Marked, language: str, known: Known
) -> Iterator[Phrase]:
    """The phrases of another language that misspelt words of a text belong to; `marked` are the places
    between signs of emphasis. Where many words stand between no signs, they are a passage.
    """
    other = next(code for code in LANGUAGES if code != language)
    marks = sorted(marked)
    done, left = 0, []
    for wrong in wrongs:
        if wrong.offset < done or not (wrong.word.islower() or ELIDED.match(wrong.word)):
            continue  # a capital begins a name
        before = bisect.bisect_right(marks, wrong.offset, key=operator.itemgetter(0))
        place = marks[before - 1] if before else (0, 0)
        mark = (*place, marked[place]) if wrong.offset + len(wrong.word) <= place[1] else None
        if found := _between(shown, wrong, mark, other, known):
            yield found
            done = found.end
        else:
            left.append(wrong)
    done = 0
    for wrong in left if len(left) < MANY else ():
        if wrong.offset >= done and (found := _in_a_row(shown, wrong, language, other, known)):
            yield found
            done = found.end


def _between(
    shown: str, wrong: Misspelling, mark: tuple[int, int, str] | None, other: str, known: Known
) -> Phrase | None:
    """What stands between signs of emphasis or quotation marks around a word; `mark` tells where, and which
    sign.
    """
    if mark:
        start, end, sign = mark
        words = " ".join(shown[start:end].split())
        if OPAQUE not in words and (tongue := _tongue(words, wrong, other, known)):
            shut = f"{sign}{words}{sign}"
            return Phrase(start, end, shut, f"{shut}{{lang={tongue}}}", tongue)
        return None
    at = wrong.offset
    for quoted in QUOTED.finditer(shown, max(0, at - 2 * FAR), at + 3 * FAR):
        if quoted.start() <= at < quoted.end():
            words = next(filter(None, quoted.groups())).strip()
            if OPAQUE in words:
                return None
            if len(words.split()) > 1 and _tongue(words, wrong, other, known) == other:
                own = SIGNS[other] if quoted[0][0] in "«“" else '"{}"'
                near = own.format(f"*{words}*{{lang={other}}}")
                return Phrase(quoted.start(), quoted.end(), quoted[0], near, other)
            return None
    return None


def _tongue(words: str, wrong: Misspelling, other: str, known: Known) -> str:
    """The language of some words: one that we know all of them in, "…" for those that nobody knows or nearly
    knows, "" for others.
    """
    if len(wrong.word) <= LETTERS or not (ONLY_WORDS.fullmatch(words) and VOWEL.search(wrong.word)):
        return ""
    if not misspelt(words, other, known[other]):
        return other
    parts = [word for word in plain_words(words) if len(word) > 2]
    here = next(code for code in LANGUAGES if code != other)
    strange = all(misspelt(word, code, known[code]) for word in parts for code in (here, other))
    return "…" if strange and words.islower() and (len(parts) > 1 or not wrong.suggestion) else ""


def _in_a_row(shown: str, wrong: Misspelling, language: str, other: str, known: Known) -> Phrase | None:
    """The words of the other language around one, where there are several."""
    begun = BEGUN.search(shown, max(0, wrong.offset - FAR), wrong.offset)
    start, end = begun.start() if begun else wrong.offset, wrong.offset + len(wrong.word)
    if len(wrong.word) <= LETTERS or misspelt(wrong.word, other, known[other]):
        return None

    def is_theirs(word: str) -> bool:
        if len(word) <= LETTERS or word[1:] != word[1:].lower():
            return False
        strange = not word.isascii() or misspelt(word.lower(), language, known[language])
        return bool(strange) and not misspelt(word.lower(), other, known[other])

    words = 1
    while words < MOST and (after := AFTER.match(shown, end)):
        beyond = AFTER.match(shown, after.end())
        joins = after[1] in JOINING[other] and beyond is not None and is_theirs(beyond[1])
        shared = after[1] in OF_A_COUNCIL and COUNCIL.fullmatch(shown, start, end) is not None
        if not (joins or shared or is_theirs(after[1])):
            break
        end, words = after.end(), words + 1
    while (
        wrong.word not in NAMED_BEFORE
        and words < MOST
        and (before := BEFORE.search(shown, max(0, start - FAR), start))
    ):
        small = before[1].lower() in JOINING[other] and before[1].lower() not in JOINING[language]
        if not (small or is_theirs(before[1])):
            break
        start, words = before.start(1), words + 1
    if named := NAMED[other].match(shown, end) if words > 1 else None:
        end = named.end()
    found = " ".join(shown[start:end].split())
    theirs = [word for word in found.split() if word.lower() not in JOINING[other]]
    if len(theirs) < 2:
        return None
    tongue = "" if _is_body(found, shown, end) else other
    return Phrase(start, end, found, f"*{found}*{{lang={other}}}", tongue)


def _is_body(found: str, shown: str, end: int) -> bool:
    """Whether words are the name of a body, as the acronym behind it tells: it is of their letters."""
    acronym = ITS_ACRONYM.match(shown, end) if found[0].isupper() else None
    if acronym is None:
        return False
    firsts = iter(plain[0].upper() for plain in re.findall(r"[^\W\d_]+", found))
    return all(letter in firsts for letter in acronym[1])


def told_of(
    wrongs: Sequence[Misspelling], theirs: Sequence[Phrase], language: str
) -> Iterator[tuple[int, str, dict[str, str]]]:
    """What is told of misspelt words and of the phrases that some of them belong to: where, code and values.
    Phrases count in no passage: they have no language of a code.
    """
    for phrase in theirs:
        first, *more = phrase.found.strip("*").split()
        if not phrase.tongue:
            continue
        if phrase.tongue != "…":
            yield (
                phrase.start,
                "foreign-words",
                {"found": phrase.found, "nearest": phrase.nearest, "code": ""},
            )
        elif more:
            values = {"found": first, "count": str(len(more) + 1), "code": "", "tongue": phrase.tongue}
            yield phrase.start, "foreign-passage", values
        else:
            yield phrase.start, "misspelt-word", {"found": first, "nearest": phrase.nearest, "code": language}
    spans, reached = iter(sorted(theirs)), 0
    span = next(spans, None)
    for wrong in wrongs:
        while span and span.start <= wrong.offset:
            reached, span = max(reached, span.end), next(spans, None)
        if wrong.offset >= reached:
            values = {"found": wrong.word, "nearest": wrong.suggestion, "code": language}
            yield wrong.offset, "misspelt-word", values


def as_theirs(finding: Finding, known: Known) -> Finding:
    """A finding on a word with what it means where it is one of the other language: how that is marked, or
    the month in this one.
    """
    word, language = finding.values["found"], finding.values.get("code")
    if finding.code != "misspelt-word" or not word.islower():
        return finding
    other = next(code for code in LANGUAGES if code != language)
    near = finding.values["nearest"]
    # An accent tells the language, and nobody means a name by a small letter.
    alone = not near or not word.isascii() or near[0].isupper()
    month = MONTHS[other].index(word) if word in MONTHS[other] else -1
    if month >= 0:
        near = MONTHS[str(language)][month]
    elif alone and len(word) > LETTERS and not misspelt(word, other, known[other]):
        near = f"*{word}*{{lang={other}}}"
    return Finding(finding.code, finding.location, {**finding.values, "nearest": near})


def is_dated(shown: str, wrong: Misspelling) -> bool:
    """Whether a word is the other language's month between a day and a year, of which another rule tells."""
    if not any(wrong.word in months for months in MONTHS.values()):
        return False
    end = wrong.offset + len(wrong.word)
    return bool(DAY.search(shown, max(0, wrong.offset - FAR), wrong.offset) and YEAR.match(shown, end))
