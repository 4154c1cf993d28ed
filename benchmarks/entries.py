"""The files of a synthetic project: concepts, case studies, chapters, references, home page."""

from __future__ import annotations

import unicodedata
from random import Random
from typing import Any

from prose import Plan, Prose, plan
from words import LANGUAGES, Concept, roots
from yaml_text import dump

Proses = dict[str, Prose]
DATE = "2026-11-22"
DOMAINS = ("strategy", "territory", "cooperation", "values", "governance", "evaluation")
PARTS = ("understand", "decide", "organise", "measure")
POPULATIONS = ("10000-49999", "50000-99999", "100000-249999")
INSTRUMENTS = ("twinning", "convention", "network", "event", "study", "mission")
THEMES = ("culture", "economy", "education", "environment", "tourism", "health", "water")
COUNTRIES = ("AM", "BR", "DE", "HT", "IT", "JP", "MA", "ML", "SN", "VN")
# A place well inside each country: what lies up to a tenth of a degree from it is in the country too.
PLACES = {
    "AM": (40.2, 44.6),
    "BR": (-15.8, -47.9),
    "DE": (50.9, 10.2),
    "FR": (46.6, 2.5),
    "HT": (19.1, -72.1),
    "IT": (43.2, 12.1),
    "JP": (36.3, 138.5),
    "MA": (33.0, -5.5),
    "ML": (13.5, -6.5),
    "SN": (14.7, -15.5),
    "VN": (21.2, 105.4),
}
SECTIONS = {
    "fr": ("Contexte", "Démarche", "Résultats", "Limites et échecs", "Enseignements"),
    "en": ("Context", "Approach", "Results", "Limits and failures", "Lessons"),
}
QUESTIONS = {"fr": "Questions à débattre", "en": "Questions to discuss"}
SOURCES = tuple(f"source-{number}" for number in range(1, 9))
TERMS_PER_SECTION = 5


def both(prose: Proses, words: int = 14) -> dict[str, str]:
    """A sentence in each language."""
    return {language: prose[language].line(words) for language in LANGUAGES}


def page(front: dict[str, Any], body: str) -> str:
    return f"---\n{dump(front)}---\n\n{body}\n"


def popular(rng: Random, concepts: list[Concept], count: int) -> list[Concept]:
    """Different concepts, the first ones oftener than the last: some terms are on every other page, some on
    a few.
    """
    chosen: dict[int, Concept] = {}
    while len(chosen) < min(count, len(concepts)):
        place = int(len(concepts) * rng.random() ** 1.5)
        chosen[place] = concepts[place]
    return list(chosen.values())


# -- references
# -------------------------------------------------------------------------------------------------------


def references(prose: Proses) -> str:
    """references.yml, in CSL fields."""
    return dump({key: reference(prose["fr"], number) for number, key in enumerate(SOURCES)})


def reference(prose: Prose, number: int) -> dict[str, Any]:
    return {
        "type": "report",
        "title": prose.title("Rapport"),
        "author": [{"literal": f"Association {prose.word()}"}],
        "issued": str(year(number)),
        "language": "fr",
    }


def year(number: int) -> int:
    """When the source of a number appeared."""
    return 2010 + number


def cited(source: str, text: str) -> str:
    """A text whose last sentence cites a source."""
    return f"{text.removesuffix('.')} [@{source}, 3.4]."


def known_words(prose: Prose, concepts: list[Concept], cases: list[str]) -> str:
    """words.<language>.txt: every word that no dictionary has."""
    called = (concept.names[prose.language] for concept in concepts)
    names = (name for one in called for name in (one.preferred, *one.synonyms, *one.never, *one.used))
    forms = {word for name in names for word in name.split()}
    return "".join(f"{word}\n" for word in sorted({*prose.words, *forms, *cases}, key=_in_order))


def _in_order(word: str) -> tuple[str, str]:
    """A word as a dictionary's order has it: its letters, then the rest."""
    letters = filter(str.isalnum, unicodedata.normalize("NFKD", word))
    return "".join(letters).casefold(), word


# -- concepts
# ---------------------------------------------------------------------------------------------------------


def concept(rng: Random, prose: Proses, concepts: list[Concept], number: int) -> str:
    """lexicon/<id>.yml: both languages, two definitions, relations with concepts that exist."""
    own = concepts[number]
    return dump(
        {
            "domain": rng.choice(DOMAINS),
            "terms": {language: names(own, language) for language in LANGUAGES},
            "equivalence": {"degree": rng.choice(("exact", "close", "partial")), "note": both(prose)},
            "summary": both(prose),
            "definitions": {key: definition(rng, prose, key == "first") for key in ("first", "second")},
            "relations": relations(rng, prose, concepts, number),
            "note": both(prose, 60),
            "reviewed": DATE,
        }
    )


def names(own: Concept, language: str) -> dict[str, Any]:
    found = own.names[language]
    return {"preferred": found.preferred, "synonyms": found.synonyms, "never": found.never}


def definition(rng: Random, prose: Proses, retained: bool) -> dict[str, Any]:
    source = rng.randrange(len(SOURCES))
    return {
        "holder": {language: prose[language].title("Association") for language in LANGUAGES},
        "year": year(source),
        "wording": "restated",
        "text": both(prose, 45),
        "source": SOURCES[source],
        "locator": "2.1",
        "retained": retained,
    }


def relations(rng: Random, prose: Proses, concepts: list[Concept], number: int) -> dict[str, Any]:
    """A broader concept among the first tenth, which have none; two related ones on the same level, of which
    none contains the other; perhaps a contrast.
    """
    own, tops = concepts[number].id, max(1, len(concepts) // 10)
    broader = [concepts[rng.randrange(tops)].id] if number >= tops else []
    level = concepts[tops:] if number >= tops else concepts[:tops]
    others = [other.id for other in rng.sample(level, min(4, len(level))) if other.id != own]
    contrasts = {other: both(prose, 20) for other in others[2:] if own < other}
    return {"broader": broader, "related": others[:2]} | ({"contrasts": contrasts} if contrasts else {})


# -- case studies
# -----------------------------------------------------------------------------------------------------


def case_ids(rng: Random, count: int) -> list[str]:
    return [f"{root}ville" for root in roots(rng, count)]


def case(rng: Random, prose: Proses, concepts: list[Concept], name: str) -> dict[str, str]:
    """case_studies/<id>.<language>.md, by language: the facts in French, the words in both."""
    used = [popular(rng, concepts, TERMS_PER_SECTION) for _ in SECTIONS["fr"]]
    plans = [(plan(rng, one, rng.randint(70, 115)), rng.choice(SOURCES)) for one in used]
    logic = rng.choice("ABCDEFGHIJK")
    fronts = {
        "fr": heading(prose["fr"], name) | facts(rng, prose["fr"], name, used[0][0].id, logic),
        "en": heading(prose["en"], name) | translation(prose["en"], name, logic),
    }
    return {language: page(fronts[language], sections(prose[language], plans)) for language in LANGUAGES}


def heading(prose: Prose, name: str) -> dict[str, Any]:
    return {"title": prose.title(name.capitalize()), "slug": name, "summary": prose.line()}


def facts(rng: Random, prose: Prose, name: str, concept: str, logic: str) -> dict[str, Any]:
    return {
        "authorities": {name: authority(rng, f"Ville de {name.capitalize()}", "FR")},
        "partners": {"partner": authority(rng, prose.word().capitalize(), rng.choice(COUNTRIES))},
        "links": [[name, "partner"]],
        "instruments": rng.sample(INSTRUMENTS, 2),
        "logics": {logic: prose.line()},
        "themes": rng.sample(THEMES, 2),
        "period": {"start": rng.randint(2000, 2012), "end": rng.randint(2013, 2019)},
        "outcomes": {"visitors": outcome(rng, prose)},
        "concepts": {concept: rng.choice(("first", "second"))},
        "verified": DATE,
    }


def authority(rng: Random, name: str, country: str) -> dict[str, Any]:
    position = [round(degrees + rng.uniform(-0.1, 0.1), 2) for degrees in PLACES[country]]
    return {
        "name": name,
        "type": "commune",
        "country": country,
        "population": rng.choice(POPULATIONS),
        "position": position,
    }


def outcome(rng: Random, prose: Prose) -> dict[str, Any]:
    source = {"source": rng.choice(SOURCES), "locator": "3.2"}
    stages = {
        "sought": {"text": prose.line()} | source,
        "observed": {"text": prose.line(), "evidence": "documented"} | source,
    }
    return {
        "for": rng.choice(("territory", "authority", "partner")),
        "kind": "socio-cultural",
        "stages": stages,
    }


def translation(prose: Prose, name: str, logic: str) -> dict[str, Any]:
    """What the second language's file holds: words, no facts."""
    return {
        "authorities": {name: {"name": f"City of {name.capitalize()}"}},
        "logics": {logic: prose.line()},
        "outcomes": {"visitors": {"sought": prose.line(), "observed": prose.line()}},
        "verified": DATE,
    }


def sections(prose: Prose, plans: list[tuple[Plan, str]]) -> str:
    """Five sections of 70 to 115 words, each citing a source."""
    titled = zip(SECTIONS[prose.language], plans, strict=True)
    return "\n\n".join(
        f"## {title}\n\n{cited(source, prose.section(one))}" for title, (one, source) in titled
    )


# -- chapters and pages
# -----------------------------------------------------------------------------------------------


def chapter_name(order: int) -> str:
    return f"chapter-{order + 1}"


def chapter(
    rng: Random, prose: Proses, concepts: list[Concept], cases: list[str], order: int
) -> dict[str, str]:
    """docs/<language>/handbook/<name>.md, by language."""
    used = [popular(rng, concepts, 8) for _ in range(6)]
    plans = [(plan(rng, one, 180), rng.choice(SOURCES)) for one in used]
    leads = used[0][0].id, rng.choice(cases)
    return {language: chapter_page(prose[language], plans, leads, order) for language in LANGUAGES}


def chapter_page(prose: Prose, plans: list[tuple[Plan, str]], leads: tuple[str, str], order: int) -> str:
    """Six sections of 180 words; a table, a box with a case, links of each kind, questions."""
    front = {
        "title": prose.title({"fr": "Chapitre", "en": "Chapter"}[prose.language] + f" {order + 1}"),
        "part": PARTS[order % len(PARTS)],
        "order": order + 1,
        "audience": prose.line(6),
        "summary": prose.line(),
        "key_points": [prose.line() for _ in range(3)],
    }
    parts = [
        f"## {prose.title(prose.word().capitalize())}\n\n{cited(source, prose.section(one))}"
        for one, source in plans
    ]
    concept, case = leads
    links = f"[{prose.word()}](concept:{concept}), [{prose.word()}](chapter:{chapter_name(0)})"
    parts.insert(2, prose.table())
    example = {"fr": "Exemple", "en": "Example"}[prose.language]
    box = f"> [!TIP]\n> **{prose.title(example)}**\n>\n> {prose.line()} [{case}](case:{case}), {links}."
    parts.insert(4, box)
    questions = "\n".join(f"{number}. {prose.line()}" for number in range(1, 4))
    return page(front, "\n\n".join([*parts, f"## {QUESTIONS[prose.language]}\n\n{questions}"]))


PAGES = {
    "index": {"fr": "Vade-mecum d’essai", "en": "Trial handbook"},
    "contribute": {"fr": "Contribuer", "en": "Contribute"},
}


def plain_page(prose: Prose, name: str) -> str:
    """docs/<language>/<name>.md."""
    front = {"title": PAGES[name][prose.language], "summary": prose.line()}
    return page(front, f"{prose.line(20)} {prose.line(20)}")
