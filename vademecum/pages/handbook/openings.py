"""What the home page opens with: a word in dispute, then a case, hoped for and observed.

Both are chosen by what the entries hold, so that the page needs nobody to keep it: the concept that most
holders define briefly, the outcome whose observation is best supported.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import tree
from vademecum.document.inlines import Text
from vademecum.document.tree import Block
from vademecum.language.collation import sort_key
from vademecum.language.words import said_in
from vademecum.model import Concept, Outcome
from vademecum.model.cases import EVIDENCE
from vademecum.pages.cases import cases
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import TextBuilder, filled, to_concept, to_entry
from vademecum.pages.lexicon import concepts

VOICES = 3  # how many definitions stand side by side
BRIEF = 330  # characters of a definition that can


def dispute(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The concept that most holders define briefly, with the first of these definitions; none with fewer than
    two.
    """
    language = library.language
    told = [(concept, _brief(concept, language)) for concept in library.library.concepts.values()]
    several = [(concept, brief) for concept, brief in told if len(brief) > 1]
    if not several:
        return
    concept, brief = min(several, key=lambda one: (-len(one[1]), sort_key(one[0].label(language)), one[0].id))
    said, link = library.words["home"], to_concept(concept, language)
    yield tree.Heading(2, filled(said["dispute"], word=(link,)), "dispute")
    yield concepts.voices(concept, brief[:VOICES], builder, library)
    if (more := len(concept.definitions) - len(brief[:VOICES])) > 0:
        words = said["more_voices" if more > 1 else "one_more_voice"].format(count=more)
        yield tree.Paragraph((to_entry("concept", concept.id, words, anchor="definitions"),))


def _brief(concept: Concept, language: str) -> list[str]:
    """The keys of a concept's definitions that can stand side by side."""
    texts = {key: said_in(dict(one.text), language)[0] for key, one in concept.definitions.items()}
    return [key for key, text in texts.items() if len(text) <= BRIEF]


def witness(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The case with the best supported outcome of those that were both sought and observed."""
    found = [
        (_support(outcome), case.id, key)
        for case in library.library.cases.values()
        for key, outcome in case.facts.outcomes.items()
        if outcome.stages.sought and outcome.stages.observed
    ]
    if not found:
        return
    found.sort(key=lambda one: one[1:])
    _, id_, key = max(found, key=lambda one: one[0])  # the first of the best
    case = library.library.cases[id_]
    title, spoken = library.title("case", id_, library.language)
    link = to_entry("case", id_, title, spoken if spoken != library.language else "")
    yield tree.Heading(2, (Text(library.words["home"]["witness"] + " "), link), "witness")
    yield cases.outcome(case, key, builder, library)


def _support(outcome: Outcome) -> tuple[int, int]:
    """How well an outcome's observation is supported, then how many of its stages are told."""
    observed = outcome.stages.observed
    evidence = observed.evidence if observed else None
    return EVIDENCE.index(evidence) if evidence else -1, len(outcome.stages.told())
