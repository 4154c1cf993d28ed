"""Names of natural persons, which stand nowhere but among the authors of works."""

from __future__ import annotations

import re
from collections.abc import Iterator

PERSON = re.compile(
    r"\b(?:M\.|MM\.|Mmes?|Mlle|Mrs?\.?|Ms\.?|Monsieur|Madame)[ \u00a0]"
    r"(?:[A-ZÀ-Þ][\w’'-]+[ ])?[A-ZÀ-Þ][\w’'-]{2,}"
    r"|\b(?:Dr\.?|[Mm]ayor|[Mm]aire|[Pp]résidente?|[Pp]resident)[ \u00a0][A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+"
)
TITLES = (
    *("M. ", "M.\u00a0", "MM.", "Mme", "Mlle", "Mr", "Ms", "Monsieur", "Madame"),
    *("Dr", "ayor ", "maire ", "Maire ", "résident", "resident "),
)


def people(words: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    """The first name of a person in some words: its code, its place and what was found."""
    if any(title in words for title in TITLES) and (found := PERSON.search(words)):
        yield "person-named", found.start(), {"found": found[0]}
