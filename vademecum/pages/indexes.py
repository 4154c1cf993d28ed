"""The pages made from the whole library: home, handbook, lexicon A to Z and by domain, cases, references, acronyms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import MAXYEAR
from typing import Any

from vademecum.document import references
from vademecum.language.collation import initial, slug, sort_key
from vademecum.language.words import said_in
from vademecum.model import Concept
from vademecum.pages.cases import period
from vademecum.pages.scene import Page, Scene, Text, fill, mark, render
from vademecum.sources.library import Text as Texts

Card = dict[str, Any]
# What the home page has room for: beyond, its letters stand for the terms, and the latest cases for all.
TERMS_AT_HOME, CASES_AT_HOME = 80, 16


def index(id_: str, scene: Scene) -> Page:
    """An index page, without its text."""
    if id_ == "home":
        return _home_page(scene)
    source = {"references": "references.yml", "acronyms": "acronyms.yml"}.get(id_)
    return Page(
        "index",
        id_,
        scene.language,
        scene.language,
        scene.words["indexes"][id_],
        scene.address("index", id_),
        lead=scene.words["leads"][id_],
        breadcrumb=scene.crumbs("lexicon") if id_ == "domains" else scene.crumbs(),
        links=False,
        source=source if source in scene.library.documents else None,
    )


def write(page: Page, scene: Scene) -> Text:
    """The text of an index page."""
    return WRITERS[page.id](scene)


def spoken_in(text: Texts, language: str) -> str:
    """The language that a chapter or page is in: the one wanted where it has been written."""
    return language if language in text.meta else text.original


def _home_page(scene: Scene) -> Page:
    text = scene.library.pages.get("index")
    spoken = spoken_in(text, scene.language) if text else scene.language
    site = scene.words["site"]
    title, lead = (
        (text.meta[spoken].title, text.meta[spoken].summary) if text else (site["title"], site["tagline"])
    )
    source = text.documents[spoken].path if text else None
    return Page("home", "home", scene.language, spoken, title, "", lead=lead, source=source, links=False)


def _home(scene: Scene) -> Text:
    text = scene.library.pages.get("index")
    document = text.documents[spoken_in(text, scene.language)] if text else None
    concepts = entries(scene.library.concepts.values(), scene)
    letters = (
        {} if len(concepts) <= TERMS_AT_HOME else dict.fromkeys(initial(entry["label"]) for entry in concepts)
    )
    shown = {
        "doors": _doors(scene),
        "parts": by_part(chapter_cards(scene)),
        "cases": _latest_cases(scene),
        "concepts": [] if letters else concepts,
        "letters": [{"name": name, "anchor": letter_anchor(name)} for name in letters],
    }
    return fill(render("home.md.j2", scene.language, **shown), document, 4)


def _latest_cases(scene: Scene) -> list[Card]:
    """The cases whose facts are the latest, as many as the home page has room for, by title."""

    def end(card: Card) -> tuple[int, int]:
        told = scene.library.cases[card["id"]].facts.period
        return told.end or MAXYEAR, told.start  # without an end, the facts go on

    latest = sorted(case_cards(scene), key=end, reverse=True)[:CASES_AT_HOME]
    return sorted(latest, key=lambda card: sort_key(card["title"]))


def _doors(scene: Scene) -> list[dict[str, Any]]:
    """One way in for each kind of reader."""
    home = scene.words["home"]
    links = {
        "practitioner": [
            ("all_terms", "index:lexicon"),
            ("all_domains", "index:domains"),
            ("all_cases", "index:cases"),
        ],
        "editor": [("contribute", "page:contribute")] if "contribute" in scene.library.pages else [],
        "trainer": [("all_chapters", "index:handbook")],
    }
    return [
        {
            "title": home[name],
            "text": home[f"{name}_text"],
            "links": [{"title": home[key], "target": target} for key, target in listed],
        }
        for name, listed in links.items()
    ]


def _handbook(scene: Scene) -> Text:
    return Text(render("cards.md.j2", scene.language, groups=by_part(chapter_cards(scene))))


def by_part(cards: Iterable[Card]) -> list[dict[str, Any]]:
    """Chapters under the titles of their parts."""
    parts: dict[str, list[Card]] = {}
    for card in cards:
        parts.setdefault(card["part"], []).append(card)
    return [{"title": title, "cards": found} for title, found in parts.items()]


def _lexicon(scene: Scene) -> Text:
    letters: dict[str, list[dict[str, Any]]] = {}
    for entry in entries(scene.library.concepts.values(), scene, synonyms=True):
        letters.setdefault(initial(entry["label"]), []).append(entry)
    listed = [
        {"name": name, "anchor": letter_anchor(name), "entries": _gathered(found)}
        for name, found in letters.items()
    ]
    return Text(render("lexicon.md.j2", scene.language, letters=listed))


def letter_anchor(name: str) -> str:
    return f"letter-{slug(name)}"


def _gathered(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Synonyms that follow one another and lead to the same concept as one line."""
    lines: list[dict[str, Any]] = []
    for entry in found:
        if lines and entry["see"] and lines[-1]["see"] and lines[-1]["id"] == entry["id"]:
            lines[-1] = lines[-1] | {"label": f"{lines[-1]['label']}, {entry['label']}"}
        else:
            lines.append(entry)
    return lines


def _domains(scene: Scene) -> Text:
    groups: dict[str, list[Concept]] = {key: [] for key in scene.library.vocabularies.domains}
    for concept in scene.library.concepts.values():
        groups.setdefault(concept.domain, []).append(concept)
    listed = [
        {"label": scene.label("domains", key), "entries": entries(concepts, scene)}
        for key, concepts in groups.items()
        if concepts
    ]
    return Text(render("domains.md.j2", scene.language, domains=listed))


def _cases(scene: Scene) -> Text:
    cards = case_cards(scene)
    return Text(
        render("cards.md.j2", scene.language, groups=[{"title": "", "cards": cards}] if cards else [])
    )


def _references(scene: Scene) -> Text:
    listed = [
        {
            "id": id_,
            "label": references.label(reference, scene.language),
            "entry": references.entry(reference, scene.language),
        }
        for id_, reference in scene.library.references.items()
    ]
    listed.sort(key=lambda reference: sort_key(reference["label"]))
    return Text(render("references.md.j2", scene.language, references=listed))


def _acronyms(scene: Scene) -> Text:
    listed = []
    for acronym in sorted(scene.library.acronyms.values(), key=lambda acronym: sort_key(acronym.id)):
        concept = scene.library.concepts.get(acronym.concept or "")
        text = getattr(acronym, scene.language) or acronym.fr or acronym.en or ""
        label = concept.label(scene.language) if concept else ""
        listed.append(
            {
                "id": acronym.id,
                "anchor": slug(acronym.id),
                "text": text,
                "concept": acronym.concept if concept else None,
                "label": label,
            }
        )
    return Text(render("acronyms.md.j2", scene.language, acronyms=listed))


def entries(concepts: Iterable[Concept], scene: Scene, synonyms: bool = False) -> list[dict[str, Any]]:
    """Concepts as entries of a list, sorted; with `synonyms`, also those, which send the reader on."""
    found: list[dict[str, Any]] = []
    for concept in concepts:
        label = concept.label(scene.language)
        summary, spoken = said_in(concept.summary, scene.language)
        marks = {
            "mark": mark(concept.named_in(scene.language), scene.language),
            "summary_mark": mark(spoken, scene.language),
        }
        found.append({"id": concept.id, "label": label, "summary": summary, "see": None, **marks})
        terms = concept.terms.get(scene.language)
        found += [
            {"id": concept.id, "label": other, "see": label}
            for other in (terms.synonyms if synonyms and terms else ())
        ]
    return sorted(found, key=lambda entry: (sort_key(entry["label"]), entry["id"]))


def chapter_order(text: Texts, scene: Scene) -> tuple[int, int]:
    """A chapter's place: its part among the parts, then its number."""
    meta, parts = text.meta[spoken_in(text, scene.language)], list(scene.library.vocabularies.parts)
    return (parts.index(meta.part) if meta.part in parts else len(parts), meta.order)


def chapter_cards(scene: Scene) -> list[Card]:
    """The chapters as cards, in reading order."""
    cards = []
    for text in sorted(
        scene.library.chapters.values(), key=lambda text: (chapter_order(text, scene), text.id)
    ):
        spoken = spoken_in(text, scene.language)
        meta, marks = (
            text.meta[spoken],
            {"mark": mark(spoken, scene.language), "meta_mark": mark(spoken, scene.language)},
        )
        part = scene.label("parts", meta.part)
        card = {
            "kind": "chapter",
            "id": text.id,
            "title": meta.title,
            "summary": meta.summary or "",
            "meta": meta.audience or "",
            "part": part,
        }
        cards.append(card | marks)
    return cards


def case_cards(scene: Scene) -> list[Card]:
    """The cases as cards, by title, each with the period of its facts."""
    cards = []
    for case in scene.library.cases.values():
        text, when = case.words(scene.language), period(case.facts, scene.language)
        marks = {"mark": mark(case.spoken_in(scene.language), scene.language), "meta_mark": ""}
        cards.append(
            {"kind": "case", "id": case.id, "title": text.title, "summary": text.summary, "meta": when}
            | marks
        )
    return sorted(cards, key=lambda card: sort_key(card["title"]))


WRITERS: dict[str, Callable[[Scene], Text]] = {
    "home": _home,
    "handbook": _handbook,
    "lexicon": _lexicon,
    "domains": _domains,
    "cases": _cases,
    "references": _references,
    "acronyms": _acronyms,
}
