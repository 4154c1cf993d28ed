"""What the form knows of words that stand for a value: names of months and languages, what says that there is
no end, or no value yet.
"""

from __future__ import annotations

import functools
from typing import Any

from vademecum.language.collation import slug
from vademecum.sources.meant.codes import languages_named
from vademecum.sources.meant.dates_meant import months_named
from vademecum.sources.meant.unfilled import NO_END, NOT_YET


@functools.cache
def meant() -> dict[str, Any]:
    """Words, as the form's scripts compare them, and what each stands for; of languages, those with a code of
    two letters: the rest is hardly asked for, and long.
    """
    return {
        "months": {_bare(name): number for name, number in months_named().items()},
        "tongues": {_bare(name): code for name, code in languages_named().items() if len(code) == 2},
        "no_end": sorted(map(_bare, NO_END)),
        "not_yet": sorted(map(_bare, NOT_YET)),
    }


def _bare(words: str) -> str:
    """Words without accents and signs; a sign that stands alone is kept."""
    return slug(words).replace("-", " ") if any(map(str.isalnum, words)) else words
