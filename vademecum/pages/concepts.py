"""Concept -> its page: labels, the equivalent in the other language, definitions side by side, what sets it apart, its neighbours."""

from __future__ import annotations

from typing import Any

from vademecum.language.collation import sort_key
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import said_in, words
from vademecum.model import Concept, Definition
from vademecum.pages.scene import Page, Scene, Text, box_title, mark, render, said


def page(concept: Concept, scene: Scene) -> Page:
    """A concept's page, without its text."""
    spoken = spoken_in(concept, scene.language)
    eyebrow = f"{scene.words['kinds']['concept']} · {scene.label('domains', concept.domain)}"
    return Page(
        "concept",
        concept.id,
        scene.language,
        spoken,
        concept.terms[spoken].preferred,
        scene.address("concept", concept.id),
        lead=said_in(concept.summary, spoken)[0],
        eyebrow=eyebrow,
        breadcrumb=scene.crumbs("lexicon"),
        source=f"lexicon/{concept.id}.yml",
    )


def spoken_in(concept: Concept, language: str) -> str:
    """The language that a concept's page is in: the one wanted where it has a name, a summary and a definition there."""
    whole = (
        language in concept.terms
        and language in concept.summary
        and any(
            language in definition.text or definition.wording == "quoted"
            for definition in concept.definitions.values()
        )
    )
    return language if whole else next((other for other in concept.terms if other != language), language)


def write(concept: Concept, page: Page, scene: Scene) -> Text:
    """The text of a concept's page."""
    spoken, t = page.spoken, words(page.spoken)["concept"]
    synonyms = concept.terms[spoken].synonyms
    other = next(
        (language for language in LANGUAGES if language != spoken and language in concept.terms), None
    )
    return Text(
        render(
            "concept.md.j2",
            spoken,
            synonyms=[form for form in synonyms if not form.isupper()],
            acronyms=[form for form in synonyms if form.isupper()],
            other=other,
            equivalence=_equivalence(concept, other, spoken, t),
            definitions=[_definition(definition, spoken, t) for definition in concept.definitions.values()],
            note=said(concept.note, spoken) if concept.note else "",
            contrasts=_contrasts(concept, spoken, scene),
            relations=_relations(concept, spoken, scene),
        )
    )


def _equivalence(
    concept: Concept, other: str | None, spoken: str, t: dict[str, Any]
) -> dict[str, str] | None:
    if not (concept.equivalence and other):
        return None
    title = t["in_other"].format(label=f"*{box_title(concept.terms[other].preferred)}*{{: lang={other} }}")
    return {
        "degree": concept.equivalence.degree,
        "title": title,
        "note": said(concept.equivalence.note, spoken),
    }


def _definition(definition: Definition, spoken: str, t: dict[str, Any]) -> dict[str, Any]:
    holder, text = said_in(definition.holder, spoken)[0], said(definition.text, spoken)
    quoted = definition.wording == "quoted"
    locator = f", {said_in(definition.locator, spoken)[0]}" if definition.locator else ""
    return {
        "signature": f"{holder}, {definition.year}" if definition.year else holder,
        "retained": definition.retained,
        "text": "> " + text.strip().replace("\n", "\n> ") if quoted else text,
        "said": t["quoted"] if quoted else t["after"],
        "source": definition.source,
        # The locator is a place in the work that we read: the one that cites, where there is one.
        "locator": "" if definition.cited_in else locator,
        "cited_in": f", {t['cited_in']} [@{definition.cited_in}{locator}]" if definition.cited_in else "",
    }


def _contrasts(concept: Concept, spoken: str, scene: Scene) -> list[dict[str, str]]:
    concepts = scene.library.concepts
    listed = [
        _named(concepts[other], spoken) | {"text": said(difference, spoken)}
        for other, difference in scene.contrasts.get(concept.id, {}).items()
        if other in concepts
    ]
    return sorted(listed, key=lambda contrast: sort_key(contrast["label"]))


def _named(concept: Concept, spoken: str) -> dict[str, str]:
    return {"id": concept.id, "label": concept.label(spoken), "mark": mark(concept.named_in(spoken), spoken)}


def _relations(concept: Concept, spoken: str, scene: Scene) -> list[tuple[str, list[dict[str, str]]]]:
    """(kind of relation, concepts), each relation that one of the two files states standing on both pages."""
    concepts = scene.library.concepts
    groups = {
        "broader": concept.relations.broader,
        "narrower": scene.narrower.get(concept.id, ()),
        "related": scene.related.get(concept.id, ()),
    }
    named = {
        name: sorted(
            (_named(concepts[id_], spoken) for id_ in ids if id_ in concepts),
            key=lambda c: sort_key(c["label"]),
        )
        for name, ids in groups.items()
    }
    return [(name, listed) for name, listed in named.items() if listed]
