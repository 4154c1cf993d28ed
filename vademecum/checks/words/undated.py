"""Words of a case that age: today, currently, last year. Whoever reads them later cannot tell when that was.

Chapters are left out: they ask what the reader does today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.words.excerpts import is_spoken_of
from vademecum.checks.words.slip import Slip

NEEDLES = (
    *("ujourd", "ctuellement", "ce jour", "heure actuelle", "écemment", "an dernier", "année dernière"),
    *("oday", "urrently", "owadays", "t present", "ecently", "ast year"),
)
# "D'aujourd'hui" and "today's" may tell what a house is now; "not until recently" gives no date either.
AGES = re.compile(
    r"\b(?:[Aa]ujourd['’]hui|[Aa]ctuellement|[Àà] ce jour|[Àà] l['’]heure actuelle|[Rr]écemment"
    r"|[Ll]['’](?:an dernier|année dernière)"
    r"|[Tt]oday|[Cc]urrently|[Nn]owadays|[Aa]t present|[Rr]ecently|[Ll]ast year)\b(?!['’]s)"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ENDS = re.compile(r"[.!?](?=\s|\Z)")


def undated(words: str) -> Iterator[Slip]:
    """Each sentence of a passage that tells when by the day on which it was written, and gives no year."""
    if not any(map(words.__contains__, NEEDLES)):
        return
    for found in AGES.finditer(words):
        start = max((end.end() for end in ENDS.finditer(words, 0, found.start())), default=0)
        end = ENDS.search(words, found.end())
        sentence = words[start : end.end() if end else len(words)]
        asked = sentence.rstrip().endswith("?")
        if not (asked or YEAR.search(sentence) or is_spoken_of(words, found.start(), found[0])):
            yield "undated", found.start(), {"found": found[0]}
