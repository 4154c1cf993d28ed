"""The map of the lexicon: every concept between the two tensions that the workshop of 2017 names."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import tree
from vademecum.document.inlines import Target
from vademecum.document.tree import Block
from vademecum.drawings import tensions
from vademecum.drawings.neighbours import Node
from vademecum.language.collation import sort_key
from vademecum.model import Concept
from vademecum.pages.common.addresses import POLES
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import (
    TextBuilder,
    box,
    cited,
    entry,
    filled,
    items,
    plain,
    to_concept,
)

WORKSHOP = "ciedel-2017-atelier"


def listed(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The blocks of the page: whose the tensions are, how to read the map, its list, the map."""
    t, language = library.words["lexicon_map"], library.language
    concepts = sorted(
        library.library.concepts.values(), key=lambda one: (sort_key(one.label(language)), one.id)
    )
    related = neighbours(library)
    at = tensions.placed(sorted(library.library.concepts), POLES, related)
    source = (cited(WORKSHOP, t["locator"], bare=True),) if WORKSHOP in library.library.references else ()
    yield tree.Paragraph(filled(t["whose"], source=source))
    yield tree.Paragraph(plain(t["how"]))
    yield box("places", [tree.Details(t["list"], (tree.Entries(tuple(_sides(concepts, at, library))),))])
    nodes = {one.id: _node(one, language) for one in concepts}
    made = tensions.drawn(nodes, POLES, at, _lines(library))
    yield tree.Drawing("graph lexicon", t["title"], tensions.WIDTH, made.height, made.shapes, "lexicon-map")


def neighbours(library: LanguageLibrary) -> dict[str, list[str]]:
    """Each concept's relations of every kind, both ways, in order."""
    found: dict[str, set[str]] = {id_: set() for id_ in library.library.concepts}
    for pairs in _lines(library).values():
        for a, b in pairs:
            found[a].add(b)
            found[b].add(a)
    return {id_: sorted(others) for id_, others in found.items()}


def _lines(library: LanguageLibrary) -> dict[str, list[tuple[str, str]]]:
    """Pairs of concepts under their relation, each pair once; the most telling relation last, on top."""
    concepts = library.library.concepts
    lines: dict[str, list[tuple[str, str]]] = {"related": [], "contrasts": [], "broader": []}
    for id_ in sorted(concepts):
        related, contrasts = library.related.get(id_, ()), library.contrasts.get(id_, {})
        lines["related"] += [(id_, other) for other in sorted(related) if id_ < other in concepts]
        lines["contrasts"] += [(id_, other) for other in sorted(contrasts) if id_ < other in concepts]
        lines["broader"] += [(id_, other) for other in concepts[id_].relations.broader if other in concepts]
    return lines


def _node(concept: Concept, language: str) -> Node:
    named = concept.named_in(language)
    label = concept.label(language)
    return Node(label, label, Target("concept", concept.id), named if named != language else "")


def _sides(
    concepts: list[Concept], at: dict[str, tensions.Point], library: LanguageLibrary
) -> Iterator[tree.Entry]:
    """The concepts by the pole that they lean to most, then those in the middle."""
    t, language = library.words["lexicon_map"], library.language
    leans = tensions.leanings(at, POLES)
    for number, pole in enumerate((*POLES, None)):
        side = None if pole is None else number
        leaning = [one for one in concepts if one.id in leans and leans[one.id] == side]
        name = library.library.concepts[pole].label(language) if pole else ""
        term = t["side"].format(name=name) if pole else t["middle"]
        first = [library.library.concepts[pole]] if pole else []
        if first or leaning:
            yield entry(term, (items((to_concept(one, language),) for one in (*first, *leaning)),))
