"""Concept -> its page: labels, definitions, the other language, what sets it apart, its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vademecum.document import inlines, shapes, tree
from vademecum.document.inlines import Target, Text
from vademecum.document.tree import Block
from vademecum.drawings import neighbours
from vademecum.drawings.neighbours import Group, Node
from vademecum.language.collation import sort_key
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import said_in, words
from vademecum.model import Concept, Definition
from vademecum.model.concepts import Example
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page, PageText
from vademecum.pages.common.text_builder import (
    TextBuilder,
    box,
    cited,
    definition_anchor,
    entry,
    filled,
    heading,
    joined,
    led,
    plain,
    signature,
    to_concept,
)


def page(concept: Concept, library: LanguageLibrary) -> Page:
    """A concept's page, without its text."""
    spoken = spoken_in(concept, library.language)
    eyebrow = f"{library.words['kinds']['concept']} · {library.label('domains', concept.domain)}"
    return Page(
        "concept",
        concept.id,
        library.language,
        spoken,
        concept.terms[spoken].preferred,
        library.address("concept", concept.id),
        lead=said_in(concept.summary, spoken)[0],
        eyebrow=eyebrow,
        breadcrumb=library.crumbs("lexicon"),
        source=source(concept.id),
        styles=("drawings.css", "graphs.css"),
        scripts=("drawings.js",),
    )


def source(id_: str) -> str:
    """The file that holds a concept."""
    return f"lexicon/{id_}.yml"


def spoken_in(concept: Concept, language: str) -> str:
    """The language of a concept's page: the one wanted where it has a name, a summary, a definition."""
    whole = (
        language in concept.terms
        and language in concept.summary
        and any(
            language in definition.text or definition.wording == "quoted"
            for definition in concept.definitions.values()
        )
    )
    return language if whole else next((other for other in concept.terms if other != language), language)


def write(concept: Concept, page: Page, library: LanguageLibrary) -> PageText:
    """The text of a concept's page."""
    return _Writer(concept, page.spoken, library).text()


def voices(concept: Concept, keys: Iterable[str], builder: TextBuilder, library: LanguageLibrary) -> Block:
    """Some definitions of a concept side by side, as its page shows them, on a page of another's."""
    writer = _Writer(concept, builder.spoken, library, builder)
    return box("voices", (writer.definition(key, concept.definitions[key]) for key in keys))


class _Writer:
    def __init__(
        self, concept: Concept, spoken: str, library: LanguageLibrary, builder: TextBuilder | None = None
    ) -> None:
        self.concept, self.spoken, self.library = concept, spoken, library
        self.concepts, self.documents = library.library.concepts, library.library.documents
        self.builder = builder or TextBuilder(library, spoken)
        self.file = self.documents[source(concept.id)]
        self.t: dict[str, Any] = words(spoken)["concept"]

    def text(self) -> PageText:
        parts = (
            self.labels(),
            self.definitions(),
            self.note(),
            self.usage(),
            self.examples(),
            self.equivalence(),
            self.contrasts(),
            self.relations(),
        )
        return self.builder.text(block for part in parts for block in part)

    def labels(self) -> Iterator[Block]:
        """What else the concept is called: words, then acronyms; what it was called before, and what it is
        not to be called; its tags.
        """
        terms = self.concept.terms[self.spoken]
        groups = {
            "synonyms": [form for form in terms.synonyms if not form.isupper()],
            "acronyms": [form for form in terms.synonyms if form.isupper()],
            "replaced": terms.replaced,
            "rejected": terms.rejected,
            "tags": [self.library.label("tags", key, self.spoken) for key in self.concept.tags],
        }
        listed = [entry(self.t[name], plain(", ".join(forms))) for name, forms in groups.items() if forms]
        if listed:
            yield box("labels", [tree.Entries(tuple(listed))])

    def definitions(self) -> Iterator[Block]:
        definitions = self.concept.definitions
        yield heading(self.t["definitions" if len(definitions) > 1 else "definition"])
        yield box("voices", (self.definition(key, definition) for key, definition in definitions.items()))

    def definition(self, key: str, definition: Definition) -> Block:
        """One holder's definition, as a quotation where the words are the holder's."""
        blocks = self.builder.localised(self.file, ("definitions", key, "text"), definition.text)
        if definition.wording == "quoted":
            blocks = (tree.Quote(blocks),)
        more = f", {definition.year}" if definition.year else ""
        more += f" · {self.t['retained']}" if definition.retained else ""
        title = self.builder.words(definition.holder) + ((Text(more),) if more else ())
        shades = ("retained",) if definition.retained else ()
        blocks = (*blocks, self.whose(definition))
        return tree.Box("definition", blocks, title, shades, anchor=definition_anchor(key))

    def whose(self, definition: Definition) -> Block:
        """Where a definition stands."""
        said = self.t["quoted" if definition.wording == "quoted" else "after"]
        locator = said_in(definition.locator, self.spoken)[0] if definition.locator else ""
        if not definition.cited_in:
            return signature((Text(f"{said} "), cited(definition.source, locator, bare=True)))
        # The locator is a place in the work that we read: the one that cites.
        citing = (Text(f", {self.t['cited_in']} "), cited(definition.cited_in, locator, bare=True))
        return signature((Text(f"{said} "), cited(definition.source, bare=True), *citing))

    def note(self) -> Iterator[Block]:
        if self.concept.note:
            yield heading(self.t["note"])
            yield from self.builder.localised(self.file, ("note",), self.concept.note)

    def usage(self) -> Iterator[Block]:
        if self.concept.usage:
            yield heading(self.t["usage"])
            yield from self.builder.localised(self.file, ("usage",), self.concept.usage)

    def examples(self) -> Iterator[Block]:
        """Uses of the term, each with where it is taken from."""
        if self.concept.examples:
            yield heading(self.t["examples"])
            made = (self.example(number, example) for number, example in enumerate(self.concept.examples))
            yield box("voices", made)

    def example(self, number: int, example: Example) -> Block:
        blocks = self.builder.localised(self.file, ("examples", number, "text"), example.text)
        locator = said_in(example.locator, self.spoken)[0] if example.locator else ""
        whose = (
            (cited(example.source, locator, bare=True),) if example.source else plain(self.t["our_example"])
        )
        return box("definition", (*blocks, signature(whose)))

    def equivalence(self) -> Iterator[Block]:
        """How far the label in the other language means the same; that there is none, where there is none."""
        here = [language for language in LANGUAGES if language in self.concept.terms]
        other = next((language for language in here if language != self.spoken), None)
        equivalence = self.concept.equivalence
        if other is None:
            yield box("equivalence", (), plain(self.t["only_here"]), ("none",))
        elif equivalence:
            label = inlines.Emphasis(plain(self.concept.terms[other].preferred), other)
            degree = inlines.Strong(plain(self.t["degrees"][equivalence.degree]))
            lead = (degree, Text(f" ({self.t['our_reading']}). "))
            blocks = led(lead, self.builder.localised(self.file, ("equivalence", "note"), equivalence.note))
            yield box(
                "equivalence", blocks, filled(self.t["in_other"], label=(label,)), (equivalence.degree,)
            )

    def contrasts(self) -> Iterator[Block]:
        """What sets the concept apart from others, whichever of the two files says so."""
        contrasts = self.library.contrasts.get(self.concept.id, {})
        if others := self.known(contrasts):
            yield heading(self.t["apart"])
            yield box("contrasts", (self.contrast(other, *contrasts[other.id]) for other in others))

    def contrast(self, other: Concept, difference: dict[str, str], holder: str) -> Block:
        far = other.id if holder == self.concept.id else self.concept.id
        file = self.documents[source(holder)]
        blocks = self.builder.localised(file, ("relations", "contrasts", far), difference)
        return box("contrast", blocks, (to_concept(other, self.spoken),))

    def relations(self) -> Iterator[Block]:
        """Each relation that one of the two files states stands on both pages."""
        groups = {
            "broader": self.concept.relations.broader,
            "narrower": self.library.narrower.get(self.concept.id, ()),
            "related": self.library.related.get(self.concept.id, ()),
        }
        links = {
            name: [(to_concept(concept, self.spoken),) for concept in self.known(ids)]
            for name, ids in groups.items()
        }
        listed = tuple(entry(self.t[name], joined(found, ", ")) for name, found in links.items() if found)
        contrasts = self.library.contrasts.get(self.concept.id, ())
        if listed or contrasts:
            yield heading(self.t["relations"])
            yield self.graph({**groups, "contrasts": contrasts})
        if listed:
            yield box("relations", [tree.Entries(listed)])

    def graph(self, groups: Mapping[str, Iterable[str]]) -> Block:
        """The same neighbours drawn, those that contrast among them."""
        label = self.concept.terms[self.spoken].preferred
        made = self.drawn(label, groups) if self.library.draws else shapes.UNDRAWN
        title = self.t["graph"].format(name=label)
        width = neighbours.WIDTH
        return tree.Drawing("graph neighbours", title, width, made.height, made.shapes, "neighbours")

    def drawn(self, label: str, groups: Mapping[str, Iterable[str]]) -> shapes.Drawn:
        broader, *others = [
            Group(kind, self.t[kind], [self.node(concept, self.t[kind]) for concept in self.known(ids)])
            for kind, ids in groups.items()
        ]
        return neighbours.drawn(label, broader, others)

    def node(self, concept: Concept, relation: str) -> Node:
        named, label = concept.named_in(self.spoken), concept.label(self.spoken)
        words = self.t["node"].format(relation=relation, name=label)
        return Node(label, words, Target("concept", concept.id), named if named != self.spoken else "")

    def known(self, ids: Iterable[str]) -> list[Concept]:
        """The concepts that have these ids, by their labels."""
        found = [self.concepts[id_] for id_ in ids if id_ in self.concepts]
        return sorted(found, key=lambda concept: (sort_key(concept.label(self.spoken)), concept.id))
