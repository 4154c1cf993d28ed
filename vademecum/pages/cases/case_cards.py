"""A case as every list of cases shows it: who, where and when, and whether it worked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vademecum.document import inlines, tree
from vademecum.document.inlines import Text
from vademecum.document.tree import Blocks
from vademecum.language.collation import sort_key
from vademecum.language.formats import countries
from vademecum.language.words import words
from vademecum.pages.cases.case_facts import period
from vademecum.pages.cases.outcome_lines import OutcomeLine, outcome_lines, seen
from vademecum.sources.library import CaseStudy, Library

FRANCE = "FR"
PLACES = 2  # the authorities and the countries that a card names; the others are counted


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case as a list shows it; `lang` is the language of its title, summary and names where it is another
    than the list's. `countries` are its partners', France left out.
    """

    id: str
    title: str
    summary: str
    lang: str
    when: str
    authorities: tuple[str, ...]
    countries: tuple[str, ...]
    outcomes: tuple[OutcomeLine, ...]

    def link(self) -> inlines.Link:
        """A link to the case by its title."""
        return inlines.Link(inlines.Target("case", self.id), (Text(self.title),), self.lang)


def cards(library: Library, language: str) -> dict[str, CaseCard]:
    """Every case as a card, by its id, in the order of titles."""
    made = [_card(case, language) for case in library.cases.values()]
    return {card.id: card for card in sorted(made, key=lambda card: (sort_key(card.title), card.id))}


def _card(case: CaseStudy, language: str) -> CaseCard:
    spoken = case.spoken_in(language)
    text, facts = case.words(spoken), case.facts
    named = case.translations.get(spoken)
    own = {key: party.name for key, party in (named.authorities if named else {}).items()}
    abroad = [party.country for party in facts.partners.values() if party.country]
    names = countries(language)
    return CaseCard(
        case.id,
        text.title,
        text.summary,
        spoken if spoken != language else "",
        period(facts, language),
        tuple(own.get(key, party.name) for key, party in facts.authorities.items()),
        tuple(names.get(code, code) for code in dict.fromkeys(abroad) if code != FRANCE),
        outcome_lines(facts),
    )


def where(card: CaseCard, language: str) -> str:
    """Who, with partners in which countries, when."""
    said: dict[str, Any] = words(language)["cases"]
    parts = [_named(card.authorities, said), _named(card.countries, said), card.when]
    return "\u00a0· ".join(filter(None, parts))  # no line begins with the point


def _named(names: tuple[str, ...], said: Mapping[str, str]) -> str:
    """The first names, and how many more there are; one more is named, not counted."""
    if len(names) <= PLACES + 1:
        return ", ".join(names)
    return f"{', '.join(names[:PLACES])} {said['more_places'].format(len(names) - PLACES)}"


def pieces(card: CaseCard, language: str) -> tuple[Blocks, Blocks, Blocks]:
    """What stands in a card, in its order: its name with who, where and when; its summary, which a brief one
    leaves out; its outcomes.
    """
    head = (
        tree.Paragraph((card.link(),), name="name"),
        tree.Paragraph((Text(where(card, language)),), name="where"),
    )
    summary = tree.Paragraph((Text(card.summary),), card.lang, "summary")
    return head, (summary,), seen(card.outcomes, language)
