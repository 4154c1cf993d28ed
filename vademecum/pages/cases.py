"""Case study -> its page: facts at a glance, outcomes sought against outcomes observed, then its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from babel import Locale

from vademecum.language.formats import long_date
from vademecum.language.languages import LOCALES
from vademecum.language.words import said_in, words
from vademecum.model import SECTIONS, STAGES, Authority, Case, CaseTranslation
from vademecum.pages.scene import Page, Scene, Text, fill, plain, render
from vademecum.sources.library import CaseStudy


def page(case: CaseStudy, scene: Scene) -> Page:
    """A case's page, without its text."""
    spoken = scene.language if scene.language in case.documents else case.original
    text = case.words(spoken)
    return Page(
        "case",
        case.id,
        scene.language,
        spoken,
        text.title,
        scene.address("case", case.id),
        lead=text.summary,
        eyebrow=f"{scene.words['kinds']['case']} · {period(case.facts, scene.language)}",
        breadcrumb=scene.crumbs("cases"),
        source=case.documents[spoken].path,
    )


def period(facts: Case, language: str) -> str:
    """The years of the facts told, in words: "2014", "2014–2019", "depuis 2014"."""
    start, end = facts.period.start, facts.period.end
    if end is None:
        return str(words(language)["case"]["since"]).format(start=start)
    return str(start) if end == start else f"{start}–{end}"


def write(case: CaseStudy, page: Page, scene: Scene) -> Text:
    """The text of a case's page, with its file's own below the facts."""
    return _Writer(case, page.spoken, scene).text()


class _Writer:
    def __init__(self, case: CaseStudy, spoken: str, scene: Scene) -> None:
        self.case, self.facts, self.spoken, self.scene = case, case.facts, spoken, scene
        self.translation: CaseTranslation | None = case.translations.get(spoken)
        self.t: dict[str, Any] = words(spoken)["case"]
        self.ours = words(spoken)["concept"]["our_reading"]

    def text(self) -> Text:
        silent = ", ".join(self.t["sections"][name].lower() for name in SECTIONS if name in self.facts.silent)
        markdown = render(
            "case.md.j2",
            self.spoken,
            facts=self.rows(),
            checked=self.checked(),
            outcomes=self.outcomes(),
            silent=self.t["silent"].format(sections=silent) if silent else "",
            questions=self.questions(),
        )
        return fill(markdown, self.case.documents[self.spoken])

    def rows(self) -> list[tuple[str, list[str]]]:
        """The facts at a glance: (heading, values), each value a line of Markdown."""
        facts, t = self.facts, self.t
        parties = {**facts.authorities, **facts.partners}
        names = {key: self.name(key, party) for key, party in parties.items()}
        rows = {
            "period": [period(facts, self.spoken)],
            "authorities": [self.party(names[key], party) for key, party in facts.authorities.items()],
            "partners": [self.party(names[key], party) for key, party in facts.partners.items()],
            "links": [plain(f"{names.get(a, a)} – {names.get(b, b)}") for a, b in facts.links]
            if len(facts.links) > 1
            else [],
            "instruments": self.labels("instruments", facts.instruments),
            "themes": self.labels("themes", facts.themes),
            "logics": [self.logic(key, reason) for key, reason in facts.logics.items()],
            "concepts": [
                self.followed(id_, key)
                for id_, key in facts.concepts.items()
                if id_ in self.scene.library.concepts
            ],
        }
        return [(t[name], values) for name, values in rows.items() if values]

    def checked(self) -> str:
        """When the facts were checked, and where figures and positions come from."""
        facts, t = self.facts, self.t
        said = [t["verified"].format(date=long_date(facts.verified, self.spoken))] if facts.verified else []
        if facts.reference_data in self.scene.library.references:
            said.append(t["reference_note"].format(source=f"[@{facts.reference_data}]"))
        return " ".join(said)

    def name(self, key: str, party: Authority) -> str:
        """What an authority or partner is called here; its own name where the translation leaves it."""
        groups = (self.translation.authorities, self.translation.partners) if self.translation else ()
        return next((group[key].name for group in groups if key in group), party.name)

    def party(self, name: str, party: Authority) -> str:
        more = [self.scene.label("types", party.type, self.spoken)] if party.type else []
        if party.country and party.country != "FR":
            more.append(Locale.parse(LOCALES[self.spoken]).territories.get(party.country, party.country))
        if party.population:
            more.append(self.scene.label("populations", party.population, self.spoken))
        return f"**{plain(name)}**" + (f" ({plain(', '.join(more))})" if more else "")

    def labels(self, vocabulary: str, keys: Iterable[str]) -> list[str]:
        return (
            [plain(", ".join(self.scene.label(vocabulary, key, self.spoken) for key in keys))] if keys else []
        )

    def logic(self, key: str, reason: str) -> str:
        label = plain(self.scene.label("logics", key, self.spoken))
        return (
            f"**{key}**, {label} ({self.ours}). {self.translated(lambda said: said.logics.get(key), reason)}"
        )

    def questions(self) -> list[str]:
        """What to discuss, in the order of the original."""

        def pick(number: int) -> Callable[[CaseTranslation], str | None]:
            return lambda said: next(iter(said.questions[number : number + 1]), None)

        return [self.translated(pick(number), asked) for number, asked in enumerate(self.facts.questions)]

    def translated(self, pick: Callable[[CaseTranslation], str | None], original: str) -> str:
        """A passage in the language spoken; where its file lacks it, the original, marked as such."""
        if self.translation is None:
            return original
        return pick(self.translation) or f"*{original.strip()}*{{: lang={self.case.original} }}"

    def followed(self, id_: str, key: str) -> str:
        """A concept with the holder of the definition that the case works with."""
        concept = self.scene.library.concepts[id_]
        link, definition = (
            f"[{plain(concept.label(self.spoken))}](concept:{id_})",
            concept.definitions.get(key),
        )
        return f"{link} ({plain(said_in(definition.holder, self.spoken)[0])})" if definition else link

    def outcomes(self) -> list[dict[str, Any]]:
        """Each outcome with the stages that sources tell of, and always the observed one: its absence says something."""
        return [
            {
                "title": f"{self.t['outcome_kinds'][outcome.kind]}, {self.t['for'][outcome.for_]}",
                "stages": [
                    self.stage(key, name)
                    for name in STAGES
                    if name in outcome.stages.told() or name == "observed"
                ],
            }
            for key, outcome in self.facts.outcomes.items()
        ]

    def stage(self, key: str, name: str) -> dict[str, str]:
        stage = self.facts.outcomes[key].stages.told().get(name)
        if stage is None:
            return {"name": name, "text": ""}

        def pick(translation: CaseTranslation) -> str | None:
            return getattr(translation.outcomes.get(key), name, None)

        evidence = (
            f". {self.t['evidence_reading'].capitalize()} **{self.t['evidence'][stage.evidence]}**"
            if stage.evidence
            else ""
        )
        locator = f", {said_in(stage.locator, self.spoken)[0]}" if stage.locator else ""
        return {
            "name": name,
            "text": self.translated(pick, stage.text),
            "source": stage.source,
            "locator": locator,
            "evidence": evidence,
        }
