"""The lexicon's lists: every name by its letter, and the concepts by domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vademecum.document import inlines, tree
from vademecum.document.inlines import Target, Text
from vademecum.document.tree import Block, Blocks
from vademecum.language.collation import initial, slug, sort_key
from vademecum.language.words import said_in
from vademecum.model import Concept
from vademecum.pages.common.addresses import has_index
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import (
    TextBuilder,
    box,
    heading,
    items,
    paragraph,
    plain,
    to_concept,
    to_entry,
)

Name = tuple[str, Concept, bool]


def lexicon(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """Every name by its letter, below the letters."""
    letters: dict[str, list[Name]] = {}
    for named in _names(library):
        letters.setdefault(initial(named[0]), []).append(named)
    links = [(inlines.Link(Target("anchor", anchor=letter_anchor(name)), (Text(name),)),) for name in letters]
    if has_index("lexicon-map", library.library):
        yield tree.Paragraph((to_entry("index", "lexicon-map", library.words["lexicon_map"]["way"]),))
    yield box("letters", one_line(links))
    for name, found in letters.items():
        yield heading(name, letter_anchor(name))
        yield box("entries", [items(_lines(found, library))])


def letter_anchor(name: str) -> str:
    """The anchor of a letter of the lexicon."""
    return f"letter-{slug(name)}"


def one_line(links: list[tuple[inlines.Link]]) -> Blocks:
    """Links side by side; nothing where there are none."""
    return (items(links),) if links else ()


def _names(library: LanguageLibrary) -> list[Name]:
    """Every name of every concept, in order: (name, concept, whether it is a synonym, which sends on)."""
    names: list[Name] = []
    for concept in library.library.concepts.values():
        names.append((concept.label(library.language), concept, False))
        terms = concept.terms.get(library.language)
        sent = (*terms.synonyms, *terms.replaced, *terms.rejected) if terms else ()
        names += [(name, concept, True) for name in sent]
    return sorted(names, key=lambda named: (sort_key(named[0]), named[1].id))


def _lines(names: Iterable[Name], library: LanguageLibrary) -> Iterator[Blocks]:
    """A line for each name; synonyms that follow one another and lead to the same concept are one."""
    sent: list[str] = []
    before: Concept | None = None
    for name, concept, synonym in names:
        if sent and not (synonym and concept is before):
            yield _sent_on(sent, before, library)
            sent = []
        if synonym:
            sent.append(name)
        else:
            yield _listed(concept, library.language)
        before = concept
    if sent:
        yield _sent_on(sent, before, library)


def _sent_on(names: list[str], concept: Concept | None, library: LanguageLibrary) -> Blocks:
    see = library.words["concept"]["see"]
    link = (to_concept(concept, library.language),) if concept else ()
    return (tree.Paragraph((*plain(", ".join(names)), Text(f", {see} "), *link)),)


def _listed(concept: Concept, language: str) -> Blocks:
    """A concept with its summary."""
    summary, spoken = said_in(concept.summary, language)
    named = concept.named_in(language)
    label = to_entry("concept", concept.id, concept.label(language))
    title = inlines.Strong((label,), named if named != language else "")
    return tree.Paragraph((title,)), paragraph(summary, spoken if spoken != language else "")


def by_label(concepts: Iterable[Concept], language: str) -> list[Concept]:
    """Concepts in the order of their labels."""
    return sorted(concepts, key=lambda concept: (sort_key(concept.label(language)), concept.id))


def domains(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The concepts of each domain that has any, with their summaries."""
    groups: dict[str, list[Concept]] = {key: [] for key in library.library.vocabularies.domains}
    for concept in library.library.concepts.values():
        groups.setdefault(concept.domain, []).append(concept)
    for key, concepts in groups.items():
        if concepts:
            yield heading(library.label("domains", key))
            listed = by_label(concepts, library.language)
            yield box("entries", [items(_listed(concept, library.language) for concept in listed)])
