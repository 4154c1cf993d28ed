"""Slips of the keyboard in running words: a word twice, a sign doubled, a space too many or too few, what is
opened and not closed.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from vademecum.checks.rules.needles import Needs, Suspects
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.lost_letters import lost_letters
from vademecum.checks.words.pairs import pairs, square
from vademecum.checks.words.quantities.years import OF_NUMBERS
from vademecum.checks.words.remains.gaps import JOINING, gaps
from vademecum.checks.words.remains.gaps import NEEDS as GAPS
from vademecum.checks.words.remains.placeholders import left_over
from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex
from vademecum.language.typography import OPAQUE

# Words that may follow themselves: nous nous voyons, en en parlant, had had.
DOUBLED = frozenset(
    (
        *("nous", "vous", "en", "si", "très", "non", "oui", "faire", "est"),
        *("had", "that", "is", "do", "ha", "bla", "her", "have", "are", "was", "will"),
    )
)
# Each alternative begins with a plain sign and looks back from it: `re` then passes over all others at once.
TWICE = regex(r"(?<![\w'’-])([^\W\d_]{2,})[ \n\u00a0]+(?=(\1)(?![\w'’-]))", re.IGNORECASE)
# Behind these a verb may end a clause and begin the next: those who come come late, ce qui compte compte.
WHO = regex(
    r"\b(?:qui|who|which|that|what)[ \u00a0]"
    r"(?:(?:ne|se|le|la|les|y|en|lui|leur|it|they|we|not|do|does|did|will|can)[ \u00a0]|[sn]['’])?\Z"
)
# A word of one letter twice: "a a signé". "Ce qu'elle a a changé", and the letter of a list, stay.
EN_TWICE = regex(r"\b([Ee]n) en (?=(?:19|20)\d\d\b)")
LETTER_TWICE = regex(
    r"(?<![\w'’-])(?<!\by )(?<!option )(?<!lettre )(?<!letter )(?<!point )(?<!alinéa )(?<!groupe )"
    r"(?<!annexe )(?<!variante )(?<!group )([aày]) (?=\1 [a-zà-ÿ]{2})"
)
# A word twice with what it elides: d'avance d'avance.
ELIDED_TWICE = regex(r"['’](?<=\b[A-Za-z].)([\w-]{3,})[ \u00a0\n]+[a-z]['’]\1(?![\w’'-])")
CLAUSE = regex(r"\b(?:qu['’]|que |qui |dont |où |ce |what )[^.,;:()]{0,60}\Z")
HAVE = regex(r"\bqui (?:en|y|les?|la) \Z")  # celles qui en ont ont répondu
SMALL = 3  # letters of a word that is hardly a verb
# Words that end some verbs, as those before them: they moved in in May, it went on on the radio.
PARTICLES = frozenset(("in", "on", "over", "up", "by", "through", "out", "off"))
PHRASAL = regex(
    r"\b(?:mov(?:e[ds]?|ing)|came|com(?:es?|ing)|brought|went|go(?:es|ing|ne)?|carr(?:y|ies|ied|ying)|took|taken?|taking"
    r"|log(?:ged|s)?|sign(?:ed|s)?|join(?:ed|s)?|settled?|step(?:ped|s)?|pass(?:ed|es)?|held|vot(?:ed?|ing)|stay(?:ed|s)?|liv(?:ed?|es)"
    r"|drop(?:ped|s)?|turn(?:ed|s)?|work(?:ed|s)?|g[eo]t|le[dt]|phased?|opted?|set|put|kept|hand(?:ed|s)?|built?|called|drew|checked)"
    r"[ \u00a0]\Z"
)
NEVER = regex(r"(?!)")
MAY_FOLLOW = {**dict.fromkeys(PARTICLES, PHRASAL), "ont": HAVE}  # short words, and what stands before them
# What each of them has, told in half of the time: it begins with a sign, or else the text does.
_AGAIN = r"(\w++)[ \n\u00a0]+(?i:\1)(?![\w'’-])"
AGAIN, AGAIN_FIRST = regex(rf"[^0-9A-Za-zÀ-ÖØ-öø-ÿ_'’-](?<!\w){_AGAIN}"), regex(_AGAIN)
SIGNS = regex(
    r"…\.\.+| ?\. \. \.|,[ \u00a0]?,|;[ \u00a0\u202f]?;"
    r"|\.\.(?<![./]..)(?<!\b[12]\d..)(?<!\b[12]\d\d..)(?![./])"
    r"|\.\.\.\.+|,\.(?=\s|\Z)"
    r"| ,(?<=[\w€%»)] ,)(?![\d,])| \.(?<=[\w)»] \.)(?![\w.])"
)
TIGHT = regex(
    r",(?<=[^\W\d_]{2}.)(?=[^\W\d_]{2})|,(?<=(?:19|20)\d\d.)(?<![\d.,]\d{4}.)(?=[^\W\d_]{2})"
    r"|\.(?<=(?:19|20)\d\d.)(?<![\w./,-]\d{4}.)(?=[A-ZÀ-Þ][a-zà-ÿ']+(?:[\s,;:.]|\Z))"
    r"|\.(?<=[a-zà-ÿ]{3}.)(?!(?:Gouv|Com|Org|Net)\b)(?=[A-ZÀ-Þ][a-zà-ÿ']+(?:[\s,;:.]|\Z))"
)
APOSTROPHE = regex(
    r"`(?<=[^\W\d_].)(?=[^\W\d_])|´(?<=[^\W\d_].)(?=[^\W\d_])|′(?<=[^\W\d_].)(?=[^\W\d_])"
    r"|‘(?<=[^\W\d_].)(?=(?:s|t|re|ll|ve|d)\b)|‘(?<=\b[LlDdNnSsCcJjMmTt].)(?=[^\W\d_])"
    r"| ['’](?=\w)|['’] (?!(?:et|ou|aussi|sont|devant|pour)\b)(?=[^\W\d_])"
)
SPOKEN_OF = regex(r"\b(?:[Pp]réfixes?|[Pp]refix(?:es)?)\b")
BEFORE, AFTER = regex(r"\S{0,20}\Z"), regex(r"[ ]?[^\s]{0,20}")
JOINS = tuple(f" {word}" for word in JOINING)
CITED = regex(rf"{re.escape(OPAQUE)}+(?=\s|\Z)")  # what a rule does not see, such as a citation
LEADERS = 5  # points in a row that lead to a number of a page
QUOTED = 400  # letters that a quotation may have
NEAR = 10  # spaces and signs between a word and the next
# A quotation that a single mark began and none has ended.
OPENED = {"’": regex(r"‘[^‘’]*\Z"), "'": regex(r"(?<![\w'])'[^']*\Z")}
ELIDED = regex(r"(?:(?<!['’])\b[ldnscjmt]|[Qq]u)\Z", re.IGNORECASE)
ANGLES = regex(r"<<(?<![<\w]<<)(?!<)[ ]*([^<>\n]{1,80}?)[ ]*>>(?!>)")
LOW = regex(r"„([^„“”\n]{1,80})[“”]")  # quotation marks of other languages
SPACED = regex(
    r'(?<![^\s(])(?<!\d[ \u00a0])"[ \u00a0]+(?=[^\W\d_])([^"\n]{1,80}?)[ \u00a0]+"(?=[\s.,;:!?)]|\Z)'
)
# A word that a PDF parted at the end of a line. "court- et moyen terme" is none.
_JOINING = (
    r"(?!(?:et|ou|à|ni|puis|mais|comme|plutôt|voire|and|or|to|nor|but|versus|vs|as|rather|yet|through)\b)"
)
PARTED = regex(rf"(?<![^\W\d_])([^\W\d_]{{2,}})-[ \n]+{_JOINING}([a-zà-ÿ]{{2,}})(?![\w-])")
# A number against a word: mars2019, 2019la, 12villes; no ordinal, no unit, no name such as covid19.
_ORDINALS = r"(?:bis|ter|quater|quinquies|i?[èe]mes?|euros|habitants|years?|bits?|ies)\b"
GLUED_NUMBER = regex(
    r"(?<![\w.,@/#_&=’'-])(?!covid|sars|http|base)(?:([a-zà-ÿ]{3,20})(\d{4})|([a-zà-ÿ]{4,20})(\d{2})"
    rf"|((?:19|20)\d\d)(?!{_ORDINALS})([a-zà-ÿ]{{2,20}})|(\d{{1,3}})(?!{_ORDINALS})([a-zà-ÿ]{{4,20}}))"
    r"(?![\w@/_=-]|\.\w)"
)
# A bracket against the word before or behind, of more words than the ending of one: signé(en 2019)puis.
GLUED_BRACKET = regex(
    r"[^\W\d_]{4,30}(\()(?=[^()\n]{2,80}[ \d][^()\n]{0,80}\))"
    r"|\((?:[^()\n]{2,80}[ ][^()\n]{2,80}|(?:19|20)\d\d)(\))(?=[^\W\d_]{2})"
)
# Letters that a space parts, as titles are set: no five words of one letter follow each other.
APART = regex(r"(?<!\S)[^\W\d_](?:[ \u00a0]{1,4}[^\W\d_]){4,60}(?=[\s.,;:!?)]|\Z)")
NO_WORDS = tuple(f" {letter} " for letter in "esrntiouESRNTIOU")  # one of which such a title has


def slips(words: str) -> Iterator[Slip]:
    """Each slip in some words: its code, where it begins, what was found and what was meant."""
    for tell in _suspects().of(words):
        yield from tell(words)


def _has_again(words: str) -> bool:
    return bool(AGAIN.search(words) or AGAIN_FIRST.match(words))


def _twice(words: str) -> Iterator[Slip]:
    for found in TWICE.finditer(words):
        one, other = found[1], found[2]
        if other == one.lower() and other not in DOUBLED and not _goes_on(words, found):
            before = words[max(0, found.start() - NEAR * 2) : found.start()]
            if (WHO if len(one) > SMALL else MAY_FOLLOW.get(other, NEVER)).search(before):
                continue  # the end of one clause, and what the next begins with
            yield "typing-slip", found.start(), {"found": f"{one} {other}", "nearest": one}


def _letters_twice(words: str) -> Iterator[Slip]:
    for found in LETTER_TWICE.finditer(words):
        if not CLAUSE.search(words, max(0, found.start() - 80), found.start()):
            yield "typing-slip", found.start(), {"found": f"{found[1]} {found[1]}", "nearest": found[1]}


def _en_twice(words: str) -> Iterator[Slip]:
    for found in EN_TWICE.finditer(words):
        yield "typing-slip", found.start(), {"found": found[0].strip(), "nearest": found[1]}


def _elided_twice(words: str) -> Iterator[Slip]:
    for found in ELIDED_TWICE.finditer(words):
        one, other = re.split(r"\s+", words[found.start() - 1 : found.end()])
        if one.lower() == other:
            yield "typing-slip", found.start() - 1, {"found": f"{one} {other}", "nearest": one}


def _signs(words: str) -> Iterator[Slip]:
    for found in SIGNS.finditer(words):
        sign = found[0].strip()
        joined = words[found.end() : found.end() + 1].isalpha()
        if len(sign) > LEADERS and set(sign) == {"."}:
            continue  # of a list of contents
        if found[0] == " ." and words[: found.start()].endswith(JOINS):
            continue  # a word is missing before it, of which others tell
        one = "." if sign == ",." else sign[0]
        meant = "…" if len(sign) > 3 else f"{one} " if joined else one
        if found[0] == " ." and (cited := CITED.match(words, found.end())):
            yield "typing-slip", found.start(), _before_stop(words, found, cited)
            continue
        yield "typing-slip", found.start(), _around(words, found, meant)


def _before_stop(words: str, stop: re.Match[str], cited: re.Match[str]) -> dict[str, str]:
    """What stands behind a full stop and belongs before it, a citation: "acts .[@work]"."""
    before = BEFORE.search(words[max(0, stop.start() - 20) : stop.start()])
    word = before[0] if before else ""
    return {"found": f"{word} .[{cited[0]}]", "nearest": f"{word} [{cited[0]}]."}


def _tight(words: str) -> Iterator[Slip]:
    for found in TIGHT.finditer(words):
        yield "typing-slip", found.start(), _around(words, found, f"{found[0]} ")


def _apostrophes(words: str) -> Iterator[Slip]:
    for found in APOSTROPHE.finditer(words):
        if found[0][-1] == " " and OPENED[found[0][0]].search(
            words[max(0, found.start() - QUOTED) : found.start()]
        ):
            continue  # the end of a quotation: ‘Plan C’ is
        if found[0].strip(" ") in "`´′‘" or ELIDED.search(words[max(0, found.start() - 3) : found.start()]):
            yield "typing-slip", found.start(), _around(words, found, "’")


def parted(words: str) -> Iterator[Slip]:
    """Words that the end of a line parted."""
    for found in PARTED.finditer(words):
        whole = f"{found[1]}{found[2]}".lower()
        spoken_of = SPOKEN_OF.search(words[max(0, found.start() - 60) : found.start()])
        if spoken_of or not any(whole in dictionary(one) for one in LANGUAGES):
            continue  # a prefix that is spoken of, or shared by two words
        yield "parted-word", found.start(), {"found": found[0], "nearest": f"{found[1]}{found[2]}"}


def _apart(words: str) -> Iterator[Slip]:
    for found in APART.finditer(words):
        parts = [part.replace(" ", "") for part in re.split(r"\u00a0+|[ ]{2,}", found[0])]
        if any(len(part) > 3 and part.lower() in dictionary(one) for part in parts for one in LANGUAGES):
            yield "letters-apart", found.start(), {"found": found[0], "nearest": " ".join(parts)}


def _angles(words: str) -> Iterator[Slip]:
    for found in ANGLES.finditer(words):
        if not left_over(found[0]):
            yield "typing-slip", found.start(), {"found": found[0], "nearest": f"« {found[1]} »"}


def _low(words: str) -> Iterator[Slip]:
    for found in LOW.finditer(words):
        yield "typing-slip", found.start(), {"found": found[0], "nearest": f'"{found[1]}"'}


def _spaced(words: str) -> Iterator[Slip]:
    """Straight quotation marks with spaces on their inner side, which are set as they are typed."""
    before = ended = 0
    for found in SPACED.finditer(words):
        before, ended = before + words.count('"', ended, found.start()), found.start()
        if not before % 2:  # else the first of the two closes what was opened before
            yield "typing-slip", found.start(), {"found": found[0], "nearest": f'"{found[1].strip()}"'}


def _goes_on(words: str, found: re.Match[str]) -> bool:
    """Whether a word stands more than twice: filling, or play."""
    start, end, far = found.start(), found.end(2), len(found[2]) + NEAR
    before = words[max(0, start - far) : start].split()[-1:]
    after = words[end : end + far].split(maxsplit=1)[:1]
    return [found[2]] in (before, after)


def _around(words: str, found: re.Match[str], meant: str) -> dict[str, str]:
    """A sign with the words on both sides, as written and as meant."""
    before = BEFORE.search(words[max(0, found.start() - 20) : found.start()])
    after = AFTER.match(words, found.end())
    start, end = before[0] if before else "", after[0] if after else ""
    return {"found": f"{start}{found[0]}{end}".strip(), "nearest": f"{start}{meant}{end}".strip()}


def _glued_numbers(words: str) -> Iterator[Slip]:
    for found in GLUED_NUMBER.finditer(words):
        parts = [part for part in found.groups() if part]
        yield "typing-slip", found.start(), {"found": found[0], "nearest": " ".join(parts)}


def _glued_brackets(words: str) -> Iterator[Slip]:
    for found in GLUED_BRACKET.finditer(words):
        opens = found[1] is not None
        at = found.start(1) if opens else found.start(2)
        start = max(words.rfind(" ", 0, at) + 1, 0)
        shown = words[start : at + 20].rpartition(" ")[0] or words[start : at + 20]
        near = f"{words[start:at]} (" if opens else f"{words[start:at]}) "
        yield "typing-slip", start, {"found": shown, "nearest": f"{near}{shown[at + 1 - start :]}"}


# Each rule with what no words break it without.
RULES: tuple[tuple[Needs, Callable[[str], Iterator[Slip]]], ...] = (
    (_has_again, _twice),
    ((" a a ", " à à ", " y y "), _letters_twice),
    (("n en ",), _en_twice),
    (("'", "’"), _elided_twice),
    ((",,", ", ,", ",\u00a0,", ";;", "; ;", ";\u00a0;", ";\u202f;", "..", " ,", " .", ",."), _signs),
    (TIGHT.search, _tight),
    (("`", "´", "′", "‘", " '", " ’", "' ", "’ "), _apostrophes),
    *OF_NUMBERS,
    (("- ", "-\n"), parted),
    (NO_WORDS, _apart),
    (("?", "\ufffd", "¤"), lost_letters),
    (("<<",), _angles),
    (("„",), _low),
    (('" ', '"\u00a0'), _spaced),
    (tuple('«»()“”"'), pairs),
    (("[", "]"), square),
    (tuple("0123456789"), _glued_numbers),
    (("(",), _glued_brackets),
    (GAPS, gaps),
)


@functools.cache
def _suspects() -> Suspects[Callable[[str], Iterator[Slip]]]:
    return Suspects(RULES)
