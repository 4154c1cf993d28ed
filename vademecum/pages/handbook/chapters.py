"""The chapters: the language and the place of each, the parts that they stand in, the handbook's list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vademecum.document.tree import Block
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import TextBuilder, heading
from vademecum.pages.handbook.entry_cards import Card, card_box
from vademecum.sources.library import Article


def spoken_in(text: Article, language: str) -> str:
    """The language that a chapter or page is in: the one wanted where it has been written."""
    return language if language in text.meta else text.original


def chapter_order(text: Article, library: LanguageLibrary) -> tuple[int, int]:
    """A chapter's place: its part among the parts, then its number."""
    meta, parts = text.meta[spoken_in(text, library.language)], list(library.library.vocabularies.parts)
    return (parts.index(meta.part) if meta.part in parts else len(parts), meta.order)


def by_part(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """Chapters under the titles of their parts."""
    parts: dict[str, list[Card]] = {}
    for card in cards:
        parts.setdefault(card.part, []).append(card)
    return parts


def chapter_cards(library: LanguageLibrary) -> list[Card]:
    """The chapters as cards, in reading order."""
    chapters = library.library.chapters.values()
    return [
        _chapter_card(text, library)
        for text in sorted(chapters, key=lambda text: (chapter_order(text, library), text.id))
    ]


def _chapter_card(text: Article, library: LanguageLibrary) -> Card:
    spoken = spoken_in(text, library.language)
    meta, lang = text.meta[spoken], spoken if spoken != library.language else ""
    part = library.label("parts", meta.part)
    return Card("chapter", text.id, meta.title, meta.summary or "", meta.audience or "", lang, lang, part)


def handbook(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The chapters by the parts that they stand in."""
    for title, cards in by_part(chapter_cards(library)).items():
        yield heading(title)
        yield card_box(cards)
