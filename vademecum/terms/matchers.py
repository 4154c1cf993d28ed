"""A matcher for each language of a library: French text links French terms, English text English ones.

An acronym is the same in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vademecum.language.languages import LANGUAGES
from vademecum.sources.library import Library
from vademecum.terms.matching import Matcher, Term


class Matchers(Mapping[str, Matcher]):
    """The matcher of each language, made when it is first asked for: a process that reads one language makes
    one. Of two concepts that claim one form, the first has it; an acronym has what no concept claims.
    """

    def __init__(self, library: Library) -> None:
        self._library, self._made = library, dict[str, Matcher]()

    def __getitem__(self, language: str) -> Matcher:
        if language not in self._made:
            acronyms = [acronym.id for acronym in self._library.acronyms.values() if acronym.meanings()]
            self._made[language] = Matcher(_terms(self._library, language), language, acronyms)
        return self._made[language]

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


def _terms(library: Library, language: str) -> list[Term]:
    return [
        Term(concept.id, terms.linking(), terms.never)
        for concept in library.concepts.values()
        if (terms := concept.terms.get(language))
    ]
