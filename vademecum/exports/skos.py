"""The lexicon as SKOS (https://www.w3.org/TR/skos-reference/), with SKOS-XL for what is told of labels.

Definitions are resources, as section 7 of SKOS allows: their words, who holds them, of which year, in which
work and where. What SKOS has no word for has one of ours, told at the head of the file: how far the labels of
two languages mean the same, what sets two concepts apart, which definition the handbook works with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vademecum.exports.linked_data import LICENCE
from vademecum.exports.plain import Data
from vademecum.exports.rdf import Graph, Iri, Literal, iri
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import words
from vademecum.model import Concept, Definition
from vademecum.pages.lexicon.concepts import source

FILE = "data/lexicon.ttl"
PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "dcterms": "http://purl.org/dc/terms/",
}
# Words of ours: kind, what each is called in English, what it is a part of.
OWN = {
    "equivalent": ("owl:ObjectProperty", "how far two labels mean the same, in the editors' reading", ""),
    "exactEquivalent": ("owl:ObjectProperty", "these two labels mean the same", "equivalent"),
    "closeEquivalent": ("owl:ObjectProperty", "these two labels mean nearly the same", "equivalent"),
    "partialEquivalent": (
        "owl:ObjectProperty",
        "these two labels share some of their meaning",
        "equivalent",
    ),
    "noEquivalent": ("owl:ObjectProperty", "neither of these labels stands for the other", "equivalent"),
    "equivalenceNote": ("owl:DatatypeProperty", "the reason for the degree of equivalence", ""),
    "contrasts": ("owl:SymmetricProperty", "a concept not to be confused with this one", ""),
    "retained": ("owl:DatatypeProperty", "whether the handbook works with this definition", ""),
    "wording": ("owl:DatatypeProperty", "restated in the editors' words, or quoted", ""),
    "status": ("owl:DatatypeProperty", "replaced: the name of before; rejected: not to be used", ""),
}


def graph(data: Data) -> Graph:
    """The whole lexicon as triples."""
    return _Writer(data).whole()


class _Writer:
    def __init__(self, data: Data) -> None:
        self.data, self.library = data, data.library
        self.scheme = iri(data.site + "id/index/lexicon/")
        self.graph = Graph(PREFIXES | {"vm": f"{data.site}{FILE}#"})

    def whole(self) -> Graph:
        self.own()
        self.scheme_and_domains()
        for concept in self.library.concepts.values():
            self.concept(concept)
        return self.graph

    def own(self) -> None:
        """Our own words, told by themselves."""
        for name, (kind, label, above) in OWN.items():
            self.graph.add(f"vm:{name}", "rdf:type", Iri(kind))
            self.graph.add(f"vm:{name}", "rdfs:label", Literal(label, "en"))
            self.graph.add(f"vm:{name}", "rdfs:subPropertyOf", *([Iri(f"vm:{above}")] if above else []))

    def scheme_and_domains(self) -> None:
        scheme, add = self.scheme, self.graph.add
        add(scheme, "rdf:type", Iri("skos:ConceptScheme"))
        for language in LANGUAGES:
            said = words(language)
            add(
                scheme,
                "dcterms:title",
                Literal(f"{said['site']['title']}: {said['indexes']['lexicon']}", language),
            )
        add(scheme, "dcterms:license", Iri(LICENCE))
        tops = (
            id_ for id_, concept in self.library.concepts.items() if not self.known(concept.relations.broader)
        )
        add(scheme, "skos:hasTopConcept", *map(self.uri, tops))
        for key, labels in self.library.vocabularies.domains.items():
            domain = iri(f"{self.data.site}id/domain/{key}/")
            members = [self.uri(id_) for id_, one in self.library.concepts.items() if one.domain == key]
            if members:
                add(domain, "rdf:type", Iri("skos:Collection"))
                add(domain, "skos:prefLabel", *_in_each(labels))
                add(domain, "skos:member", *members)

    def uri(self, id_: str) -> Iri:
        return iri(self.data.uri("concept", id_))

    def known(self, ids: Iterable[str]) -> list[Iri]:
        return [self.uri(id_) for id_ in ids if id_ in self.library.concepts]

    def concept(self, concept: Concept) -> None:
        """All that is told of one concept, each relation from both sides."""
        uri, add = self.uri(concept.id), self.graph.add
        add(uri, "rdf:type", Iri("skos:Concept"))
        add(uri, "skos:inScheme", self.scheme)
        broader = self.known(concept.relations.broader)
        add(uri, "skos:broader", *broader)
        add(uri, "skos:narrower", *self.known(self.data.here.narrower.get(concept.id, ())))
        add(uri, "skos:topConceptOf", *([] if broader else [self.scheme]))
        add(uri, "skos:related", *self.known(sorted(self.data.here.related.get(concept.id, ()))))
        add(uri, "vm:contrasts", *self.known(self.data.here.contrasts.get(concept.id, {})))
        self.labels(uri, concept)
        self.notes(uri, concept)
        for key, definition in concept.definitions.items():
            self.definition(uri, concept, key, definition)

    def labels(self, uri: Iri, concept: Concept) -> None:
        """Labels, each also as a resource; no two kinds share one (S13)."""
        for language, terms in concept.terms.items():
            told: set[str] = set()
            groups = (
                ("prefLabel", "", (terms.preferred,)),
                ("altLabel", "", terms.synonyms),
                ("hiddenLabel", "", terms.forms),
                ("hiddenLabel", "replaced", terms.replaced),
                ("hiddenLabel", "rejected", terms.rejected),
            )
            number = 0
            for kind, status, forms in groups:
                for form in forms:
                    if form not in told:
                        told.add(form)
                        number += 1
                        self.label(uri, f"label-{language}-{number}", kind, Literal(form, language), status)
            first = f"{uri}#label-{language}-1"
            self.graph.add(first, "dcterms:source", *self.attested(concept, language))
        if concept.equivalence and len(concept.terms) == len(LANGUAGES):
            one, other = (Iri(f"{uri}#label-{language}-1") for language in LANGUAGES)
            degree = "no" if concept.equivalence.degree == "none" else concept.equivalence.degree
            self.graph.add(one, f"vm:{degree}Equivalent", other)
            self.graph.add(other, f"vm:{degree}Equivalent", one)

    def label(self, uri: Iri, name: str, kind: str, form: Literal, status: str) -> None:
        resource, add = Iri(f"{uri}#{name}"), self.graph.add
        add(uri, f"skos:{kind}", form)
        add(uri, f"skosxl:{kind}", resource)
        add(resource, "rdf:type", Iri("skosxl:Label"))
        add(resource, "skosxl:literalForm", form)
        add(resource, "vm:status", *([Literal(status)] if status else []))

    def attested(self, concept: Concept, language: str) -> list[Iri]:
        """The works in a language that define the concept, where its preferred label comes from."""
        known = self.library.references
        sources = dict.fromkeys(one.source for one in concept.definitions.values())
        return [
            iri(self.data.uri("reference", id_))
            for id_ in sources
            if id_ in known and (known[id_].language or "")[:2] == language
        ]

    def notes(self, uri: Iri, concept: Concept) -> None:
        """Summary, notes, examples, tags, dates, pages, former addresses."""
        add, file = self.graph.add, self.library.documents[source(concept.id)]

        def told(texts: Mapping[str, str] | None, *path: str | int) -> Iterator[Literal]:
            for language, text in (texts or {}).items():
                yield Literal(self.data.words(file, (*path, language), text, language), language)

        add(uri, "dcterms:description", *_in_each(concept.summary))
        add(uri, "skos:editorialNote", *told(concept.note, "note"))
        add(uri, "skos:scopeNote", *told(concept.usage, "usage"))
        for number, example in enumerate(concept.examples):
            add(uri, "skos:example", *told(example.text, "examples", number, "text"))
        if concept.equivalence:
            add(uri, "vm:equivalenceNote", *told(concept.equivalence.note, "equivalence", "note"))
        for tag in concept.tags:
            add(uri, "dcterms:subject", *_in_each(self.library.vocabularies.tags.get(tag, {})))
        if concept.reviewed:
            add(uri, "dcterms:modified", Literal(concept.reviewed.isoformat(), type="xsd:date"))
        pages = (iri(self.data.page("concept", concept.id, language)) for language in LANGUAGES)
        add(uri, "rdfs:seeAlso", *pages)
        add(uri, "dcterms:replaces", *map(self.uri, concept.formerly))

    def definition(self, uri: Iri, concept: Concept, key: str, definition: Definition) -> None:
        """One holder's definition as a resource; the one that the handbook works with in words too."""
        node, add, file = (
            Iri(f"{uri}#definition-{key}"),
            self.graph.add,
            self.library.documents[source(concept.id)],
        )
        said = [
            Literal(self.data.words(file, ("definitions", key, "text", language), text, language), language)
            for language, text in definition.text.items()
        ]
        add(uri, "skos:definition", node)
        add(uri, "skos:definition", *(said if definition.retained else []))
        add(node, "rdf:value", *said)
        add(node, "dcterms:creator", *_in_each(definition.holder))
        if definition.year:
            add(node, "dcterms:date", Literal(str(definition.year), type="xsd:gYear"))
        add(node, "dcterms:source", iri(self.data.uri("reference", definition.source)))
        if definition.cited_in:
            add(node, "dcterms:isReferencedBy", iri(self.data.uri("reference", definition.cited_in)))
        add(node, "dcterms:bibliographicCitation", *_in_each(definition.locator or {}))
        add(node, "vm:wording", Literal(definition.wording))
        add(node, "vm:retained", Literal(str(definition.retained).lower(), type="xsd:boolean"))


def _in_each(texts: Mapping[str, str]) -> Iterator[Literal]:
    """Words by language as literals."""
    return (Literal(" ".join(text.split()), language) for language, text in texts.items())
