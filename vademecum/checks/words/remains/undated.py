"""Words of a case that age: today, currently, last year. Whoever reads them later cannot tell when that was.

Chapters are left out: they ask what the reader does today.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from vademecum.checks.rules.excerpts import is_spoken_of
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.dates import MONTH
from vademecum.language.regex import regex

NEEDLES = (
    "Hier",
    *("ujourd", "ctuellement", "ce jour", "heure actuelle", "écemment", "an dernier", "année dernière"),
    *("actuel", "prochain", " dernier", "semaine dernière", "incumbent", "urrent "),
    *("oday", "urrently", "owadays", "t present", "ecently", "ast year", "ast month", "ast week", "ext "),
)
_OFFICE = {
    "fr": r"(?:maire|mairesse|présidente?|préfète?|ministre|équipe municipale|municipalité|majorité"
    r"|gouvernement|mandature)",
    "en": r"(?:mayor|president|prefect|minister|council|administration|majority|government)",
}
# "D'aujourd'hui" and "today's" may tell what a house is now; "not until recently" gives no date either.
AGES = regex(
    r"\b(?:[Aa]ujourd['’]hui|[Aa]ctuellement|[Àà] ce jour|[Àà] l['’]heure actuelle|[Rr]écemment"
    rf"|[Ll]['’](?:an|année) (?:dernier|dernière|prochaine?)|[Ll]e mois (?:dernier|prochain)"
    r"|[Ll]a semaine (?:dernière|prochaine)|(?:(?<=\A)|(?<=[.!?] ))Hier"
    rf"|[Ee]n (?:{MONTH['fr']}) (?:prochain|dernier)"
    rf"|[Ll]['’]actuel(?:le)? {_OFFICE['fr']}|[Ll][ea] {_OFFICE['fr']} actuel(?:le)?"
    rf"|[Tt]he (?:current|incumbent) {_OFFICE['en']}|(?<!the )[Nn]ext (?:year|month|week)"
    r"|(?<!the )[Ll]ast (?:month|week)"
    r"|[Tt]oday|[Cc]urrently|[Nn]owadays|[Aa]t present|[Rr]ecently|[Ll]ast year)\b(?!['’]s)"
)
YEAR = regex(r"\b(?:19|20)\d\d\b")
ENDS = regex(r"(?<=[.!?])\s+")


def undated(words: str) -> Iterator[Slip]:
    """The first word of each sentence that tells when by the day of its writing, and gives no year."""
    if not any(map(words.__contains__, NEEDLES)):
        return
    starts = [0, *(gap.end() for gap in ENDS.finditer(words))]
    for start, end in itertools.pairwise((*starts, len(words))):
        found = AGES.search(words, start, end)
        if found is None or YEAR.search(words, start, end) or words[start:end].rstrip().endswith("?"):
            continue
        if not is_spoken_of(words[start:end], found.start() - start, found[0]):
            yield "undated", found.start(), {"found": found[0]}
