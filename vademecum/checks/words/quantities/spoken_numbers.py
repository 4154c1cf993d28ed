"""Numbers that a text says in words: une centaine, three hundred, half, one in ten, the nineties.

They are only asked for before a number is told that the other language seems not to have, so that a word
that is no number here does no harm: it keeps a remark back, and tells none.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from decimal import Decimal

from vademecum.language.regex import regex


def _table(written: str) -> dict[str, int]:
    """Words and what each comes to: "1 un une, 2 deux"."""
    rows = [row.split() for row in written.split(",")]
    return {word: int(number) for number, *words in rows for word in words}


NUMBERS = {
    "fr": _table(
        "1 un une, 2 deux, 3 trois, 4 quatre, 5 cinq, 6 six, 7 sept, 8 huit, 9 neuf, 10 dix dizaine, 11 onze,"
        "12 douze douzaine, 13 treize, 14 quatorze, 15 quinze quinzaine, 16 seize, 20 vingt vingts vingtaine,"
        "30 trente trentaine, 40 quarante quarantaine, 50 cinquante cinquantaine, 60 soixante soixantaine,"
        "100 cent cents centaine centaines, 1000 mille millier milliers, 1000000 million millions,"
        "1000000000 milliard milliards"
    ),
    "en": _table(
        "1 one, 2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven,"
        "12 twelve dozen, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen,"
        "19 nineteen, 20 twenty, 30 thirty, 40 forty, 50 fifty, 60 sixty, 70 seventy, 80 eighty, 90 ninety,"
        "100 hundred hundreds, 1000 thousand thousands, 1000000 million millions,"
        "1000000000 billion billions"
    ),
}
HUNDRED, FOUR_TIMES, THOUSAND = 100, 20, 1000
JOINING = frozenset(("et", "and", "de", "of"))
# Parts of a whole, in hundredths.
PARTS = {
    "fr": _table(
        "50 moitié demi demie, 33 tiers, 25 quart quarts, 20 cinquième cinquièmes, 10 dixième dixièmes"
    ),
    "en": _table("50 half halves, 33 third thirds, 25 quarter quarters, 20 fifth fifths, 10 tenth tenths"),
}
THIRDS = {1: ("33.3",), 2: ("67", "66.7", "66.6")}  # what two digits do not say
# Lengths of time and what comes with them; what was doubled rose by a hundred in a hundred.
TIMES = _table(
    "100 siècle siècles century centuries centenaire centenary centennial double doubled doublé twice,"
    "200 bicentenaire bicentenary bicentennial, 1000 millénaire millennium, 1920 twenties, 1930 thirties,"
    "1940 forties, 1950 fifties, 1960 sixties, 1970 seventies, 1980 eighties, 1990 nineties"
)
IN_DECADE = regex(r"\bannées[ \u00a0]([a-z]+(?:-[a-z]+){0,2})\b")
# Days by their names: the month and the day, each as `amounts` has it.
FEASTS = {
    name: (f"month {month}", str(day))
    for (month, day), names in {
        (7, 14): ("bastille day", "fête nationale"),
        (12, 25): ("christmas", "noël"),
        (1, 1): ("new year", "jour de l’an", "nouvel an"),
        (5, 1): ("may day", "fête du travail"),
        (5, 8): ("ve day", "v-e day"),
        (5, 9): ("europe day", "journée de l’europe", "fête de l’europe"),
        (11, 11): ("armistice",),
        (3, 8): ("women’s day", "droits des femmes"),
    }.items()
    for name in names
}
WORDS = regex(r"[a-zà-ÿœ]+")
OUT_OF = regex(r"\b([a-z\d]+)(?:[ \u00a0][a-zà-ÿ]+)?[ \u00a0](?:sur|in|out of|of every)[ \u00a0]([a-z\d]+)\b")


def said(text: str, language: str) -> frozenset[str]:
    """What a text says in words, by what it comes to, as `amounts` has it."""
    small = text.lower().replace("'", "’")
    feasts = itertools.chain.from_iterable(keys for name, keys in FEASTS.items() if name in small)
    return frozenset((*feasts, *(f"{Decimal(value).normalize():f}" for value in _values(small, language))))


@functools.lru_cache(500)  # few are said, each often
def come_to(words: str, language: str) -> int:
    """What number words that stand in a row come to."""
    return list(_counted(WORDS.findall(words.lower()), NUMBERS[language]))[-1]


def _values(small: str, language: str) -> Iterator[int | str | Decimal]:
    numbers, parts = NUMBERS[language], PARTS[language]
    tokens = WORDS.findall(small.replace("-", " "))
    yield from _counted(tokens, numbers)
    for before, word in itertools.pairwise(["", *tokens]):
        if word in parts:
            times = numbers.get(before, 1)
            yield parts[word] * times
            yield from THIRDS.get(times, ()) if parts[word] == 33 else ()
        if word in TIMES:
            yield TIMES[word]
            yield Decimal(TIMES[word]) / 2  # a half of it
    for one, whole in OUT_OF.findall(small):
        part, of = (int(word) if word.isdecimal() else numbers.get(word, 0) for word in (one, whole))
        if part and of and part <= of:
            yield (Decimal(HUNDRED) * part / of).quantize(Decimal(1))
            yield (Decimal(HUNDRED) * part / of).quantize(Decimal("0.1"))
    for decade in IN_DECADE.findall(small):
        yield from (1900 + value for value in _counted(decade.split("-"), numbers) if value % 10 == 0)


def _counted(tokens: list[str], numbers: dict[str, int]) -> Iterator[int]:
    """What words in a row come to, and each of them: deux cent cinquante is 250, and 200 and 50 as well."""
    whole = part = 0
    for token in [*tokens, ""]:
        value = numbers.get(token)
        if value is None:
            if token in JOINING and (whole or part):
                continue
            if whole + part:
                yield whole + part
            whole = part = 0
            continue
        yield value
        if value == HUNDRED or (value == FOUR_TIMES and part == 4):
            part = max(part, 1) * value
        elif value >= THOUSAND:
            whole, part = whole + max(part, 1) * value, 0
        else:
            part += value
        yield whole + part
