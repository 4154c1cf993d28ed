"""A matcher for each language of a library: French text links French terms, English text English ones.

An acronym is the same in both.
"""

from __future__ import annotations

from vademecum.language.languages import LANGUAGES
from vademecum.sources.library import Library
from vademecum.terms.matching import Matcher, Term


def matchers(library: Library) -> dict[str, Matcher]:
    """The matcher of each language. Of two concepts that claim one form, the first has it; an acronym has
    what no concept claims.
    """
    acronyms = [acronym.id for acronym in library.acronyms.values() if acronym.meanings()]
    return {language: Matcher(_terms(library, language), language, acronyms) for language in LANGUAGES}


def _terms(library: Library, language: str) -> list[Term]:
    return [
        Term(concept.id, terms.linking(), terms.never)
        for concept in library.concepts.values()
        if (terms := concept.terms.get(language))
    ]
