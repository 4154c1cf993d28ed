"""An entry as a list of its kind shows it: a card with its title and a few words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vademecum.document import inlines, tree
from vademecum.document.tree import Block
from vademecum.language.collation import sort_key
from vademecum.pages.cases.case_facts import period
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import box, paragraph, plain, signature, to_entry


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as a list of its kind shows it.

    `lang` is the language of its words, `meta_lang` that of `meta`, where they are not in that of the page.
    """

    kind: str
    id: str
    title: str
    summary: str
    meta: str
    lang: str
    meta_lang: str = ""
    part: str = ""

    def link(self, lang: str = "") -> inlines.Link:
        """A link by the entry's title."""
        return to_entry(self.kind, self.id, self.title, lang)

    def title_link(self) -> tree.Paragraph:
        """The title as a list shows it."""
        return tree.Paragraph((inlines.Strong((self.link(),), self.lang),))


def card_box(cards: Iterable[Card]) -> Block:
    """The cards of a list."""
    return box("cards", map(_card, cards))


def _card(card: Card) -> Block:
    summary = (paragraph(card.summary, card.lang),) if card.summary else ()
    meta = (signature(plain(card.meta), card.meta_lang),) if card.meta else ()
    return box("card", (card.title_link(), *summary, *meta), shades=(card.kind,))


def case_cards(library: LanguageLibrary) -> list[Card]:
    """The cases as cards, by title, each with the period of its facts."""
    cards = []
    for case in library.library.cases.values():
        text, spoken = case.words(library.language), case.spoken_in(library.language)
        lang = spoken if spoken != library.language else ""
        when = period(case.facts, library.language)
        cards.append(Card("case", case.id, text.title, text.summary, when, lang))
    return sorted(cards, key=lambda card: sort_key(card.title))
