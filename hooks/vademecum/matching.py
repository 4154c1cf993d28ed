"""Surface forms -> concepts, per language, longest first.

A written form is folded to *normal forms*: lower case, composed accents, one space for any white space or
hyphen, a straight apostrophe, no soft hyphen, no ligature. A `Matcher` knows every normal form of every
concept (plurals and spellings made by rule) and finds them in a folded copy of the text.
"""

from __future__ import annotations

import heapq
import itertools
import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from os.path import commonprefix

# --- what is written ------------------------------------------------------------------------------------

IGNORED = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphen, zero-width characters
MARKS = "\u0300-\u036f"  # accents on their own
LETTER = rf"[\w{MARKS}]"
# What is no letter, by ranges: a third faster to look for than [^\\w…]. Latin 1, punctuation, signs.
BETWEEN = r"[\x00-/:-@\[-^`{-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7\u2000-\u206f\u20a0-\u20bf\u2190-\u245f\u2500-\u2775\u2794-\u27bf]"
HYPHEN = "[-\u2010\u2011]"
QUOTE = "['\u2019]"
JOINERS = "-\u2010\u2011'\u2019"
JOINT = rf"(?:\s++|{HYPHEN})"  # between two words of a compound; possessive: a run of spaces is read once

# What changes the length of a text when it is folded.
_ODD = re.compile(rf"[^{MARKS}{IGNORED}][{MARKS}]+|[{IGNORED}]+|[œŒæÆ\u0130]")
_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "\u0130": "i\u0307"}
_ODD_CHARACTERS = (*_LIGATURES, *"\u00ad\u200b\u200c\u200d\u2060\ufeff")
_WORDS = re.compile(rf"({LETTER}+)")


@dataclass(frozen=True, slots=True)
class Term:
    """What the matcher needs of one concept in one language; `never`: longer phrases that stay plain."""

    concept: str
    forms: tuple[str, ...]
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One occurrence: `form` is `text[start:end]` of the text as given."""

    start: int
    end: int
    form: str
    concept: str


def _fold(text: str) -> tuple[str, list[int], list[int]] | None:
    """Composed accents, no ignored character, no ligature; each character's start and end in `text`.

    None when the text is so already.
    """
    # Most texts: looking for each character in turn takes a third of the time of any pattern.
    if unicodedata.is_normalized("NFC", text) and not any(odd in text for odd in _ODD_CHARACTERS):
        return None
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for odd in _ODD.finditer(text):
        start, end = odd.span()
        piece = odd[0]
        new = "" if piece[0] in _ODD_CHARACTERS[len(_LIGATURES) :] else _LIGATURES.get(piece)
        if new is None:
            new = unicodedata.normalize("NFC", piece)
        pieces += text[done:start], new
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))
        done = end
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return "".join(pieces), starts, ends


def is_acronym(form: str) -> bool:
    """Capitals, digits and signs only (*ODD*, *G7*, *R&D*, or *SDGs*): linked as written, never *odd*."""
    capitals, small = sum(map(str.isupper, form)), sum(map(str.islower, form))
    return len(form) > 1 and (capitals > small == 0 or (capitals > small == 1 and form.endswith("s")))


def _normal(text: str) -> str:
    """A folded text with one space for each joint and straight apostrophes; its case is kept."""
    return re.sub(JOINT, " ", text).replace("\u2019", "'")


def _written(form: str) -> str:
    """The normal form of a form as its editor wrote it, from its first letter or digit on ('' if none)."""
    folded = _fold(form)
    normal = _normal(folded[0] if folded else form)
    first = _WORDS.search(normal)
    normal = normal[first.start() :].rstrip() if first else ""
    return normal if is_acronym(normal) else normal.lower()


# --- rules of spelling ----------------------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FR_FIXED = _words(
    "à au aux avec chez contre d dans de des du en entre et hors l la le les leur ou où par pour qu que sans "
    "sous sur un une vers "
    "bas bois bras cas choix concours corps cours croix discours dos encours fils fois fonds frais gaz "
    "mois moins nos os ours palais parcours pas pays plus poids prix procès progrès propos recours relais "
    "repas secours sens succès temps tous travers univers vos voix vers accès congrès paix puis"
)
EN_FIXED = _words(
    "a an and as at between by for from in into of on or the to under upon via with within without "
    "abroad across against among means news goods series species overseas customs arms always this its"
)
EN_LINKS = _words("and as at between by for from in into of on or to under with within without")
FR_ALS = _words("bal bancal banal carnaval chacal fatal festival naval natal récital régal")
FR_AUX = _words("bail corail émail soupirail travail vantail vitrail")
FR_OUX = _words("bijou caillou chou genou hibou joujou pou")
FR_EUS = _words("bleu pneu landau sarrau")
# what stands before -ise in English words that have no -ize
EN_ISE = _words(
    "adv advert appr bru chast circumc compr comprom conc cru dem desp dev disgu enterpr exc exerc expert "
    "franch gu improv inc likew ma merchand no otherw parad po pr pra prec prem prom r ra rev s se superv "
    "surm surpr telev treat v w"
)
_ISE = re.compile(
    r"(?:adv|adver?t|chast|circumc|compr|comprom|conc|cru|dem|desp|dev|disgu|enterpr|exc|exerc|expert|franch|"
    r"gu|improv|inc|l?ou|merchand|no|otherw|parad|po|pra|prec|prem|pr|prom|ra|r|rev|superv|s|surm|surpr|"
    r"telev|treat|tort|v|w)i[sz]"
)
_ISE = re.compile(r"(\w+)(i[sz])(e[ds]?|ers?|ing|ations?|ational)|(\w*)(ly[sz])(e[ds]?|ers?|ing)")


def _french_plurals(word: str) -> set[str]:
    if word[-1] in "sxz":
        return set()
    if word in FR_AUX:
        return {word[:-3] + "aux"}
    if word.endswith("al") and word not in FR_ALS:
        return {word[:-2] + "aux"}
    if word in FR_OUX or (word.endswith(("au", "eu")) and word not in FR_EUS):
        return {word + "x"}
    return {word + "s"}


def _french_singulars(word: str) -> Iterable[str]:
    yield word[:-1]
    if word.endswith("aux") and not word.endswith("eaux"):
        yield word[:-3] + "al"
        yield word[:-3] + "ail"


def _english_plurals(word: str) -> set[str]:
    if word.endswith("ics"):
        return set()
    if word.endswith("sis"):
        return {word[:-2] + "es"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return {word + "es"}
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return {word[:-1] + "ies"}
    return {word + "s", word + "es"} if word.endswith("o") else {word + "s"}


def _english_singulars(word: str) -> Iterable[str]:
    if word.endswith(("ics", "ss", "us", "is")):
        return
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
        yield word[:-2] + "is"
    if word.endswith("ies"):
        yield word[:-3] + "y"


def _numbers(word: str, language: str) -> set[str]:
    """The word, its plural, and the singulars whose plural it is."""
    french = language == "fr"
    plurals, singulars = (_french_plurals, _french_singulars) if french else (_english_plurals, _english_singulars)
    if len(word) < 2 or not word.isalpha() or word in (FR_FIXED if french else EN_FIXED):
        return {word}
    ones = {one for one in singulars(word) if len(one) > 2 and word in plurals(one)}
    if french and word.endswith("aux") and not word.endswith(("eaux", "yaux")):
        ones.discard(word[:-1])  # locaux is the plural of local, not of "locau"
    return {word, *ones} if ones else {word, *plurals(word)}


def _spellings(word: str) -> set[str]:
    """English -ise and -ize, -lyse and -lyze, and what is made from them."""
    made = _ISE.fullmatch(word)
    if made is None or made[1] in EN_ISE:
        return {word}
    stem, middle, end = made.groups()[:3] if made[1] else made.groups()[3:]
    return {stem + middle[:-1] + letter + end for letter in "sz"}


def _choices(words: list[str], language: str) -> list[set[str]]:
    """For each word (odd places; separators between them), how it may be written."""
    choices = [{word} for word in words]
    for place in range(1, len(words), 2):
        word = words[place]
        follower = words[place + 2] if place + 2 < len(words) else None
        if language == "fr":
            choices[place] = _numbers(word, "fr")
            continue
        # In English only the head takes the plural: networks of cities, city networks.
        head = follower is None or follower in EN_LINKS
        numbers = _numbers(word, "en") if head else {word}
        choices[place] = {spelt for number in numbers for spelt in _spellings(number)}
    return choices


MOST = 256  # more combinations than this (about eight words that vary): each word varies alone


def variants(form: str, language: str) -> set[str]:
    """The normal forms that a written form stands for: two concepts that share one claim the same words.

    An acronym stands for itself, as written. `language` is "fr" or "en". Empty for a form without any
    letter or digit.
    """
    normal = _written(form)
    if not normal:
        return set()
    if is_acronym(normal):
        return {normal}
    words = _WORDS.split(normal)
    choices = _choices(words, language)
    if math.prod(map(len, choices)) <= MOST:
        return {"".join(chosen) for chosen in itertools.product(*choices)}
    alone = ([*words[:i], word, *words[i + 1 :]] for i, some in enumerate(choices) for word in some)
    return {"".join(chosen) for chosen in alone}


# --- finding --------------------------------------------------------------------------------------------

ELISIONS = ("[ldjnscmt]", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu")


def _factored(strings: set[str]) -> str:
    """One regular expression for many strings, longest first, factored into a prefix tree.

    Each string is read once from left to right, where a plain alternation would try them all in turn.
    Recursion goes one level deeper at each branching, not at each character.
    """
    groups: dict[str, list[str]] = {}
    for string in strings:
        groups.setdefault(string[:1], []).append(string)
    optional = "?" if groups.pop("", None) else ""
    branches = []
    for group in groups.values():
        prefix = commonprefix(group)  # noqa: RUF071  # of strings, which is what it compares
        rest = _factored({string[len(prefix) :] for string in group}) if len(group) > 1 else ""
        branches.append(re.escape(prefix).replace("\\ ", JOINT).replace("'", QUOTE) + rest)
    return f"(?:{'|'.join(branches)}){optional}" if branches else ""


def _starts(heads: set[str]) -> re.Pattern[str]:
    """Any first word of a term, where a word starts.

    The leading class lets `re` skip quickly from one place between words to the next, so texts are searched
    with one space before them.
    """
    return re.compile(rf"{BETWEEN}({_factored(heads) or '(?!)'})(?!{LETTER})")


def _before(language: str) -> str:
    """What a term starts after: no hyphen or apostrophe that joins, but in French an elision."""
    before = [rf"(?<!{LETTER}{HYPHEN})(?<!{LETTER}{QUOTE})"]
    if language == "fr":
        before += [rf"(?<=\b{elided}{QUOTE})" for elided in ELISIONS]
    return f"(?:{'|'.join(before)})"


def _after(language: str) -> str:
    """What ends a term: no letter, no hyphen or apostrophe that joins; English has its possessive 's."""
    owned = rf"(?![sS](?!{LETTER}))" if language == "en" else ""
    return rf"(?!{LETTER}|{HYPHEN}{LETTER}|{QUOTE}{owned}{LETTER})"


class Matcher:
    """Finds the terms of one language in texts.

    One prefix tree finds the first words of all terms; what may follow a first word is a small tree of its
    own, compiled when a text first needs it: a matcher is ready early and pays only for what is used.
    """

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        """`language` is "fr" or "en". Of two concepts that claim one form, the first one has it."""
        self.language = language
        self._owners: dict[str, str] = {}  # normal form -> concept; '' for what stays plain
        self._rests: dict[str, set[str]] = {}  # first word -> what may follow it in a term
        self._acronyms: dict[str, set[str]] = {}  # first word, in lower case -> whole acronyms
        self._tails: dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]] = {}
        terms = list(terms)
        for term in terms:  # what editors wrote comes before what the rules make of it
            self._claim(map(_written, term.forms), term.concept)
        for term in terms:
            self._claim((made for form in term.forms for made in variants(form, language)), term.concept)
        for term in terms:
            self._claim((made for phrase in term.never for made in variants(phrase, language)), "")
        self._before = re.compile(_before(language))
        self._after = re.compile(_after(language))
        self._starts = _starts({*self._rests, *self._acronyms})

    def _claim(self, forms: Iterable[str], owner: str) -> None:
        for form in forms:
            first = _WORDS.match(form)
            if first is None or form in self._owners:
                continue
            self._owners[form] = owner
            if is_acronym(form):
                self._acronyms.setdefault(first[0].lower(), set()).add(form)
            else:
                self._rests.setdefault(first[0], set()).add(form[first.end() :])

    def find(self, text: str) -> list[Match]:
        """All matches in `text`, in order, none overlapping, whole words only.

        Where terms overlap, the longest wins, then the first; another gives way to a shorter form of its
        own that still fits. Time grows with the length of the text, whatever it holds.
        """
        folded = _fold(text)
        spans = self._spans(" " + (folded[0] if folded else text))
        if not spans:
            return []
        if folded:
            _, starts, ends = folded
            spans = [(starts[start - 1] + 1, ends[end - 2] + 1, owner) for start, end, owner in spans]
        return [Match(start - 1, end - 1, text[start - 1 : end - 1], owner) for start, end, owner in spans if owner]

    def _spans(self, cased: str) -> list[tuple[int, int, str]]:
        """Start, end and owner of each match in a folded text that starts with a space."""
        lower = cased.lower()
        spans, last, clash = [], 0, False
        for hit in self._starts.finditer(lower):
            start, head_end = hit.span(1)
            if lower[start - 1] in JOINERS and not self._before.match(lower, start):
                continue
            tail, acronym = self._tails.get(hit[1]) or self._tail(hit[1])
            match = tail.match(lower, head_end)
            end = match.end() if match else 0
            if acronym and (match := acronym.match(cased, start)):
                end = max(end, match.end())
            if end:
                spans.append((start, head_end, end))
                clash = clash or start < last
                last = max(last, end)
        chosen = self._settled(cased, lower, spans) if clash else spans
        return [(start, end, self._owner(cased[start:end])) for start, _, end in chosen]

    def _end(self, cased: str, lower: str, head: tuple[int, int], limit: int) -> int:
        """Where the longest term ends that starts with this first word and ends by `limit`; 0 for none."""
        tail, acronym = self._tail(lower[slice(*head)])
        if limit < head[1]:
            return 0
        match = tail.match(lower, head[1], limit)
        end = match.end() if match else 0
        if acronym and (match := acronym.match(cased, head[0], limit)):
            end = max(end, match.end())
        # The patterns take `limit` for the end of the text: look at what really follows.
        return end if self._after.match(lower, end) else 0

    def _tail(self, word: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        """What may follow a first word, compiled when first needed; and the acronyms it may start."""
        if known := self._tails.get(word):
            return known
        rests, acronyms = self._rests.get(word), self._acronyms.get(word)
        rest = _factored(rests) if rests else "(?!)"
        whole = re.compile(_factored(acronyms) + self._after.pattern) if acronyms else None
        self._tails[word] = re.compile(rest + self._after.pattern), whole
        return self._tails[word]

    def _owner(self, form: str) -> str:
        owner = self._owners.get(form)
        if owner is None:
            normal = _normal(form)
            owner = self._owners.get(normal)
            if owner is None:
                owner = self._owners[normal.lower()]
        return owner

    def _settled(self, cased: str, lower: str, spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """Of overlapping candidates (start, end of first word, end): the longest, then the first."""
        taken = bytearray(len(lower))
        queue = [(start - end, start, head_end, end) for start, head_end, end in spans]
        heapq.heapify(queue)
        chosen = []
        while queue:
            _, start, head_end, end = heapq.heappop(queue)
            limit = taken.find(1, start, end)
            if limit < 0:
                chosen.append((start, head_end, end))
                taken[start:end] = bytes([1]) * (end - start)
            elif shorter := self._end(cased, lower, (start, head_end), limit):
                heapq.heappush(queue, (start - shorter, start, head_end, shorter))
        return sorted(chosen)
