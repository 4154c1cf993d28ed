"""What a language writes in its own way, and was written in another's or in none: ordinals, dates, spaces
before signs.

Each rule is a pattern and what was meant, with the pattern's groups; a rule that looks at more than a sign
asks for the words around it, so that what is right in another place is left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from vademecum.checks.rules.excerpts import SPACES, following
from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Rule, Slip
from vademecum.checks.words.grammar import (
    capital_letters,
    carried_over,
    english_words,
    homophones,
    idioms,
    mixed_up,
    verb_forms,
)
from vademecum.checks.words.names import exonyms, place_names
from vademecum.checks.words.quantities.dates import MONTHS, SPACE
from vademecum.language.regex import regex

LAST = regex(r"\w[\w-]*\Z")
_YEAR = r"((?:19|20)\d\d)"
_SPACED = " \u00a0\u202f"
# A sign that was set before its space and not behind.
_JOINED = re.compile(r"[:;!?](?<=[ \u00a0\u202f].)(?=[^\W\d_]{2})").search
_TIGHT = re.compile(r";(?<=[^\W\d_].)(?=[^\W\d_]{2})").search
_TO_JOINED = r"([\w’'-]{0,30}[^\W\d_])[ \u00a0\u202f]([:;!]|\?(?=[A-ZÀ-Þ]))([^\W\d_]{2,30})(?![\w\[{:])"
_WHATEVER = ("uelque soient", "uelques soient")
# A feminine noun in the plural, by its ending and by itself.
_HERS = (
    r" (?:les|leurs|ses|nos|vos|ces) (?:\w{3,}(?:[st]ions|tés|ances|ences)|villes|communes|régions|mairies"
    r"|années|raisons|équipes|formes|causes)\b"
)
# A sign again: accord!!, which French has behind a space.
_AGAIN, _SHOUTED = ("!!", "??"), r"([\w’'-]{0,30}[\w»”)])"
_TOO_MANY = r"(?:(!)!+|(\?)\?(?! [a-zà-ÿ]))(?![\w!?\[])"

# Each rule: what no text breaks it without, told in a fraction of the time; how it is broken; what was meant.
EVERY: tuple[Rule, ...] = (
    (("etc",), r"\b(etc)[ \u00a0]?(?:\.{2,}|…)", r"\1."),
    ((" -- ",), r"([\w’'-]{0,30}[\w»”)]) -- (?=\w)", r"\1 – "),
    (("( ", "(\u00a0"), r"\([ \u00a0]+(\w[\w’'-]{0,30})", r"(\1"),
    ((" )", "\u00a0)"), r"([\w’'-]{0,30}\w)[ \u00a0]+\)", r"\1)"),
)
RULES: dict[str, tuple[Rule, ...]] = {
    "fr": (
        *EVERY,
        (_AGAIN, rf"{_SHOUTED}[ \u00a0\u202f]?{_TOO_MANY}", r"\1 \2\3"),
        (_TIGHT, r"(?<![&\w’'-])([\w’'-]{0,30}[^\W\d_]{2});([^\W\d_]{2,20})", r"\1 ; \2"),
        (("ème", "eme"), r"\b(\d{1,4}|[IVXL]{1,8})i?[èe]me(s?)\b", r"\1e\2"),
        (("uelque soit", "uelques soit"), r"\b([Qq])uelques? soit\b", r"\1uel que soit"),
        (_WHATEVER, rf"\b([Qq])uelques? soient\b(?={_HERS})", r"\1uelles que soient"),
        (_WHATEVER, rf"\b([Qq])uelques? soient\b(?!{_HERS})", r"\1uels que soient"),
        (
            (" d ", " l "),
            rf"(?<=[a-zà-ÿ,;] ){idioms.NO_LETTER}(?<!option )([dl]) (?!(?:ou|et|est|en|aux?)\b)"
            r"([aeéèêiouhAEÉÈÊIOUH][\w’'-]{2,30})",
            r"\1’\2",
        ),
        (
            ("est à dire",),
            r"\b([Cc])['’]est à dire\b(?! (?:vite|partout|souvent|toujours|tout haut)\b)",
            r"\1’est-à-dire",
        ),
        (
            re.compile(r"[:;!?](?:(?<=[a-zà-ÿ].)[\s»]|\Z)").search,
            r"(?<![\w/:])([\w’'-]{0,30}[a-zà-ÿ]{2})(?<!Yahoo)([:;!?])(?=[\s»]|\Z)",
            r"\1 \2",
        ),
        (_JOINED, _TO_JOINED, r"\1 \2 \3"),
        *idioms.FRENCH,
        *homophones.FRENCH,
        *mixed_up.FRENCH,
        *carried_over.FRENCH,
        *exonyms.FRENCH,
        *verb_forms.FRENCH,
        *capital_letters.FRENCH,
        *place_names.FRENCH,
    ),
    "en": (
        *EVERY,
        (_AGAIN, rf"{_SHOUTED}[ \u00a0\u202f]?{_TOO_MANY}", r"\1\2\3"),
        (_TIGHT, r"(?<![&\w’'-])([\w’'-]{0,30}[^\W\d_]{2});([^\W\d_]{2,20})", r"\1; \2"),
        *exonyms.ENGLISH,
        (
            re.compile(r"[:;!?](?<=[ \u00a0\u202f].)").search,
            r"([\w’'-]{0,30}[^\W\d_]|[”)\]\"])[ \u00a0\u202f]([:;!]|\?(?! [a-z]))(?=\s|\Z)",
            r"\1\2",
        ),
        (_JOINED, _TO_JOINED, r"\1\2 \3"),
        ((" 's", " ’s"), r"([\w’'-]{0,30}[^\W\d_]) (['’]s)(?=[\s.,;]|\Z)", r"\1\2"),
        *idioms.ENGLISH,
        *english_words.ENGLISH,
        *mixed_up.ENGLISH,
        *carried_over.ENGLISH,
        *verb_forms.ENGLISH,
        *capital_letters.ENGLISH,
        *place_names.NAMES,
    ),
}
# A number with its groups of three digits, and a euro set before one.
_WHOLE = rf"(?:[1-9]\d{{0,2}}(?:{SPACE}\d{{3}}(?!\d))+|\d{{1,12}})"
_EURO = rf"(?<!\w)(?<!\d[ \u00a0\u202f])€{SPACE}?"
# An amount in French groups: all of it or nothing, since half of it would be another amount.
_START = r"(?<![\d,.])(?<!\d[ \u00a0\u202f])([1-9]\d{0,2})"
_GROUP, _NO_MORE = rf"{SPACE}(\d{{3}})", rf"(?!\d|[.,]\d|{SPACE}\d{{3}}(?!\d))"
_SIGNS = ("€", "£")
_POINTED = rf"\d{{1,3}}(?:(?:\.\d{{3}}){{2}}|\.\d00|(?<=\d\d\d)\.\d{{3}}){SPACE}?[€£]"
_MONEY: tuple[Rule, ...] = (
    (_SIGNS, rf"{_START}{_GROUP}{SPACE}?([€£])(?!\w)", r"\3\1,\2"),
    (_SIGNS, rf"{_START}{_GROUP}{_GROUP}{SPACE}?([€£])(?!\w)", r"\4\1,\2,\3"),
    (_SIGNS, rf"{_START}\.(\d{{3}})\.(\d{{3}}){SPACE}?([€£])(?!\w)", r"\4\1,\2,\3"),
    (_SIGNS, rf"{_START}\.(\d00|(?<=\d\d\d.)\d{{3}}){SPACE}?([€£])(?!\w)", r"\3\1,\2"),
    (_SIGNS, rf"([€£]){SPACE}?([1-9]\d{{0,2}}){_GROUP}{_NO_MORE}", r"\1\2,\3"),
    (_SIGNS, rf"([€£]){SPACE}?([1-9]\d{{0,2}}){_GROUP}{_GROUP}{_NO_MORE}", r"\1\2,\3,\4"),
)
# What is counted one by one.
WHOLE = (
    *("visiteurs", "habitants", "personnes", "élèves", "participants", "communes", "villes"),
    *("visitors", "inhabitants", "people", "pupils", "towns", "municipalities"),
)
# Those that no text without a figure breaks.
EVERY_NUMBER: tuple[Rule, ...] = (
    (("€ euro", "€\u00a0euro"), rf"€{SPACE}euros?\b", "€"),
    (("pour cent %", "per cent %", "pour cent\u00a0%"), rf"(?:pour|per) cent{SPACE}%", "%"),
    (("%%", "% %", "%\u00a0%"), rf"(\d{{1,12}}{SPACE}?%)(?:{SPACE}?%)+", r"\1"),
    (("% pour", "% per", "%\u00a0pour"), rf"%{SPACE}(?:pour|per) cent\b", "%"),
    (("€€", "€ €", "€\u00a0€"), rf"€{SPACE}?€", "€"),
    (
        tuple(f"{word}{space}€" for word in ("euros", "euro", "EUR") for space in _SPACED),
        rf"(\d{{1,12}}{SPACE}(?:euros?|EUR)){SPACE}€",
        r"\1",
    ),
    (
        (" - ", " – ", " \u2212 "),
        rf"\b(de|à|of|to|by) [-–\u2212]{SPACE}(\d{{1,12}}(?:[.,]\d{{1,3}})?{SPACE}?%)",
        r"\1 -\2",
    ),
    # As tables of programs have whole numbers.
    (
        ("0.0", "1.0", *(f"{n}.0" for n in range(2, 10))),
        r"(\b(?:[EeIi]n|[Dd]e|à|année|of|[Ss]ince|[Dd]epuis|et|and|to) )((?:19|20)\d\d)\.0\b(?![.,]?\d)",
        r"\1\2",
    ),
    (
        tuple(f".0 {word[:4]}" for word in WHOLE),
        rf"(?<![\w.,])(\d{{2,6}})\.0 (?=(?:{'|'.join(WHOLE)})\b(?! (?:per|a|an|on average)\b))",
        r"\1 ",
    ),
    (("m2",), rf"(\d{{1,12}}{SPACE}[kcd]?m)2\b", r"\1²"),
    (("m3",), rf"(\d{{1,12}}{SPACE}[kcd]?m)3\b", r"\1³"),
    (("kms", "kgs", "Km", "Kg"), rf"(\d{{1,12}}{SPACE}?)(?:K([mg])s?|k([mg])s)\b", r"\1k\2\3"),
)
NUMBERED: dict[str, tuple[Rule, ...]] = {
    "fr": (
        *EVERY_NUMBER,
        *idioms.NUMBERED["fr"],
        (("1ère", "1ere", "1ière", "1iere"), r"\b1i?[èe]re(s?)\b", r"1re\1"),
        (("1ier",), r"\b1ier(s?)\b", r"1er\1"),
        (("1 er ", "1 re ", "1 ère "), rf"\b1 (?:er|re|i?ère) (?={'|'.join(MONTHS['fr'])})", "1er "),
        (("1 er ", "I er "), r"\b(1|I) er (?=[a-zà-ÿ]{3})", r"\1er "),
        (("1 re ", "1 ère "), rf"\b1 (?:re|i?ère) (?!{'|'.join(MONTHS['fr'])})(?=[a-zà-ÿ]{{3}})", "1re "),
        (
            tuple(f" {end} {of}" for end in ("e", "ème", "eme") for of in ("sièc", "édit", "anniv", "arron")),
            r"\b(\d{1,2}|[IVX]{1,5}) (?:i?[èe]me|e) (siècle|édition|anniversaire|arrondissement)",
            r"\1e \2",
        ),
        (("0s", "0's", "0’s"), r"\b([Aa]nnées (?:19|20)?\d0)['’]?s\b", r"\1"),
        (
            ("€",),
            rf"{_EURO}({_WHOLE}(?:[,.]\d{{1,2}})?)(?![\d,.]\d|\d|{SPACE}(?:\d{{3}}|milli))",
            r"\1 €",
        ),
        (("€",), rf"{_EURO}([1-9]\d{{0,2}}),(\d{{3}})(?![\d,.]\d|\d|{SPACE}?(?:/|par (?!an\b)))", r"\1 \2 €"),
        (("€",), rf"{_EURO}({_WHOLE}(?:,\d{{1,3}})?{SPACE}milli(?:on|ard)s?)\b", r"\1 d’euros"),
        (("M d", "Md d", "k d"), rf"(\d{SPACE}?)(Md?|k){SPACE}?d['’]{SPACE}?€", r"\1\2€"),
        (("illion", "illiard"), r"\b(\d millions?|\d milliards?) (euros|habitants)\b", r"\1 d’\2"),
        (("illion", "illiard"), r"\b(\d millions?|\d milliards?) (francs|dollars|personnes)\b", r"\1 de \2"),
        (("euros", "habitants"), r"(\d{1,12})(euros|habitants)\b", r"\1 \2"),
        (("H00", "H15", "H30", "H45"), r"\b([01]?\d|2[0-3])H([0-5]\d)\b", r"\1 h \2"),
        (("ntre 19", "ntre 20"), rf"\b([Ee]ntre) {_YEAR}(?: à |[-–]){_YEAR}\b(?! et\b)", r"\1 \2 et \3"),
        (
            tuple(f" 1{space}" for space in _SPACED),
            rf"\b([LlDd][eu]|[Aa]u) 1{SPACE}({'|'.join(MONTHS['fr'])})\b",
            r"\1 1er \2",
        ),
        (("%", "€"), r"(\d{1,12}(?:[ ,.\u00a0\u202f]\d{1,3}){0,4})([%€])(?!\w)", r"\1 \2"),
        (
            tuple(f"{letter} {digit}{space}" for letter in "ns" for digit in "12" for space in _SPACED),
            rf"\b([Ee]n|[Dd]epuis|[Dd]ès) ([12]){SPACE}((?!000)[09]\d\d)(?![\d\w]|{SPACE}\w)",
            r"\1 \2\3",
        ),
        (
            tuple(month.capitalize() for month in MONTHS["fr"]),
            r"\b(?<!lanade du )(?<!erelle du )(?<!allée du )(?<!stade du )(?<!enade du )(?<!cours du )"
            r"(?<!arvis du )"
            r"(?<!pont du )(?<!cité du )(?<!llège du )(?<!école du )(?<!ycée du )(?<!point du )(?<!salle du )"
            rf"(?<!rue du )(?<!place du )(?<!venue du )(?<!boulevard du )(?<!quai du )(?<!square du )"
            r"(?<!gymnase du )(?<!othèque du )(?<!sidence du )"
            rf"(?!8{SPACE}Mai{SPACE}1945|19{SPACE}Mars{SPACE}1962|11{SPACE}Novembre{SPACE}1918)"
            rf"(\d\d?(?:er)?{SPACE})({idioms.CAPITALS})(?={SPACE}\d{{4}}\b)",
            idioms.OTHER_CASE,
        ),
    ),
    "en": (
        *EVERY_NUMBER,
        *idioms.NUMBERED["en"],
        (("%",), rf"(\d{{1,12}}(?:\.\d{{1,3}})?){SPACE}%", r"\1%"),
        *_MONEY,
        (
            ("€", "£"),
            rf"(?<!\d[ \u00a0\u202f])(?<![\d,.])(?!{_POINTED})"
            rf"(\d{{1,12}}(?:[,.]\d{{1,3}})*){SPACE}?([€£])(?!\w)",
            r"\2\1",
        ),
        (
            ("€ ", "£ ", "€\u00a0", "£\u00a0"),
            rf"(?<!\d)(?<!\d[ \u00a0])([€£]){SPACE}(\d{{1,12}})(?!\d|{SPACE}\d{{3}})",
            r"\1\2",
        ),
        (
            (" euros", " pounds", " dollars"),
            rf"([€£$]\d{{1,12}}(?:[.,]\d{{1,3}}){{0,4}}(?:{SPACE}?(?:[mb]illion|bn|m|k)\b)?){SPACE}(?:euros|pounds|dollars)\b",
            r"\1",
        ),
        (("1th", "1nd", "1rd"), r"\b(\d{0,3}?(?<!1)1)(?:th|nd|rd)\b", r"\1st"),
        (("2th", "2st", "2rd"), r"\b(\d{0,3}?(?<!1)2)(?:th|st|rd)\b", r"\1nd"),
        (("3th", "3st", "3nd"), r"\b(\d{0,3}?(?<!1)3)(?:th|st|nd)\b", r"\1rd"),
        (("11st", "12nd", "13rd"), r"\b(\d{0,2}1[123])(?:st|nd|rd)\b", r"\1th"),
        (("h00", "h15", "h30", "h45"), r"\b([01]?\d|2[0-3])h([0-5]\d)\b", r"\1.\2"),
        (
            tuple(f"{hour}h" for hour in range(10)),
            r"\b([Aa]t|[Ff]rom|[Uu]ntil|to) ([01]?\d|2[0-3])h(?![\w-])",
            r"\1 \2.00",
        ),
        (
            ("tween 19", "tween 20"),
            rf"\b([Bb]etween) {_YEAR}(?: to |[-–]){_YEAR}\b(?! and\b)",
            r"\1 \2 and \3",
        ),
        (
            tuple(f"{letter} {digit}{space}" for letter in "ne" for digit in "12" for space in f"{_SPACED},"),
            rf"\b(?<!one )(?<!\d )([Ii]n|[Ss]ince) ([12])(?:{SPACE}|,)((?!000)[09]\d\d)(?![\d\w]|{SPACE}\w)",
            r"\1 \2\3",
        ),
    ),
}

QUOTED = {
    "fr": ("“", regex("“([^“”«»\n]{1,200})”"), r"« \1 »"),
    "en": ("«", regex("«[ \u00a0\u202f]?([^«»\n]{1,200}?)[ \u00a0\u202f]?»"), r"“\1”"),
}


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, compiled when a text first may break it."""
    return regex(pattern)


def usage(words: str, language: str) -> Iterator[Slip]:
    """What some words of a language have in another way than it: code, place, what was found and meant."""
    for pattern, meant in _suspects(language).of(words) if language in RULES else ():
        for found in _compiled(pattern).finditer(words):
            nearest = found.expand(meant) if meant else _other_case(found[0])
            after = following(words, found.end()) if found[0][-1] in SPACES else ""
            yield "other-usage", found.start(), {"found": found[0] + after, "nearest": nearest + after}
    if language in QUOTED:
        yield from _quoted(words, language)


def _quoted(words: str, language: str) -> Iterator[Slip]:
    """Quotations between the other language's signs; French has those of English within its own."""
    opens, pattern, meant = QUOTED[language]
    for found in pattern.finditer(words) if opens in words else ():
        if words.count("«", 0, found.start()) == words.count("»", 0, found.start()):
            yield "other-usage", found.start(), {"found": found[0], "nearest": found.expand(meant)}


@functools.cache
def _suspects(language: str) -> Suspects[tuple[str, str]]:
    """The rules of a language by what they need: each a pattern and what was meant."""
    rules = (*RULES[language], *NUMBERED[language])
    return Suspects([(needs, (pattern, meant)) for needs, pattern, meant in rules])


def _other_case(words: str) -> str:
    """The words, of whose last one the first letter is a capital, or is none."""
    last = LAST.search(words)
    at = last.start() if last else 0
    return words[:at] + words[at].swapcase() + words[at + 1 :]
