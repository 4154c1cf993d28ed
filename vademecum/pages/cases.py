"""Case study -> its page: facts at a glance, outcomes sought against outcomes observed, then its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vademecum.document import tree
from vademecum.document.tree import Block, Blocks, Inlines, Target, Text
from vademecum.language.collation import slug
from vademecum.language.formats import any_date, countries, language_names, long_date, money
from vademecum.language.words import said_in, words
from vademecum.model import SECTIONS, STAGES, Authority, Case, CaseTranslation, Stage
from vademecum.model.cases import CaseDocument
from vademecum.model.funding import Amount, Funder
from vademecum.model.markers import LeadsTo
from vademecum.model.places import Identifiers, Place
from vademecum.model.walk import walk
from vademecum.pages.language_library import LanguageLibrary
from vademecum.pages.locators import STYLES, locator
from vademecum.pages.page import Page, PageText
from vademecum.pages.text_builder import (
    TextBuilder,
    box,
    cited,
    definition_anchor,
    emphasised,
    entry,
    filled,
    heading,
    items,
    joined,
    led,
    paragraph,
    plain,
    signature,
    tight,
    to_concept,
)
from vademecum.sources.library import CaseStudy
from vademecum.sources.source_file import Path_

DAY = len("2014-09-21")  # a date that is one day


def page(case: CaseStudy, library: LanguageLibrary) -> Page:
    """A case's page, without its text."""
    spoken = library.language if library.language in case.documents else case.original
    text = case.words(spoken)
    return Page(
        "case",
        case.id,
        library.language,
        spoken,
        text.title,
        library.address("case", case.id),
        lead=text.summary,
        eyebrow=f"{library.words['kinds']['case']} · {period(case.facts, library.language)}",
        breadcrumb=library.crumbs("cases"),
        source=case.documents[spoken].path,
        styles=(*STYLES, "cases.css"),
    )


def period(facts: Case, language: str) -> str:
    """When the facts told took place, in words: "2014", "2014–2019", "depuis septembre 2014"."""
    t = words(language)["case"]
    start, end = (
        (any_date(date, language) if date else "") for date in (facts.period.start, facts.period.end)
    )
    if start and end:
        joint = "–" if start.isdecimal() and end.isdecimal() else " – "
        return start if start == end else f"{start}{joint}{end}"
    if not start and not end:
        return str(t["undated"])
    name = "until" if end else "since" if facts.goes_on else "from"
    day = "_day" if len(facts.period.start or facts.period.end or "") == DAY else ""
    return str(t["when"][name + day]).format(start=start, end=end)


def registers(identifiers: Identifiers | None) -> Inlines:
    """Links to what a body or place is in the registers of others: "· GeoNames 2969284"."""
    made: Inlines = ()
    for step in walk(identifiers, LeadsTo) if identifiers else ():
        marker = step.shape.mark(LeadsTo)
        assert marker is not None
        link = tree.Link(
            Target("outside", marker.page.format(step.value)), plain(f"{marker.holder} {step.value}")
        )
        made += (Text(" · "), link)
    return made


def write(case: CaseStudy, page: Page, library: LanguageLibrary) -> PageText:
    """The text of a case's page, with its file's own below the facts."""
    return _Writer(case, page.spoken, library).text()


def outcome(case: CaseStudy, key: str, builder: TextBuilder, library: LanguageLibrary) -> Block:
    """One outcome of a case, as its page shows it, on a page of another's; in the language that it has."""
    language = builder.spoken
    spoken = language if language in case.documents else case.original
    shown = _Writer(case, spoken, library, builder).outcome(key)
    return tree.Box("outcomes", (shown,), lang=spoken if spoken != language else "")


class _Writer:
    def __init__(
        self, case: CaseStudy, spoken: str, library: LanguageLibrary, builder: TextBuilder | None = None
    ) -> None:
        self.case, self.facts, self.spoken, self.library = case, case.facts, spoken, library
        self.builder = builder or TextBuilder(library, spoken)
        self.file = case.documents[spoken]
        self.translation: CaseTranslation | None = case.translations.get(spoken)
        self.t: dict[str, Any] = words(spoken)["case"]

    def text(self) -> PageText:
        parts = (
            self.at_a_glance(),
            self.outcomes(),
            self.builder.markdown(self.file),
            self.silent(),
            self.questions(),
        )
        return self.builder.text(block for part in parts for block in part)

    def translated(self, path: Path_, text: str, there: Path_, translation: str | None) -> Blocks:
        """A passage as the translation has it `there`; where it lacks it, the original's at `path`."""
        if self.translation is not None and translation:
            return self.builder.markdown(self.file, there, translation)
        original = self.case.documents[self.case.original]
        if self.translation is None:
            return self.builder.markdown(original, path, text)
        return emphasised(self.builder.markdown(original, path, text, self.case.original))

    # -- facts --------------------------------------------------------------------------------------------

    def at_a_glance(self) -> Iterator[Block]:
        facts = tree.Entries(tuple(entry(self.t[name], *values) for name, values in self.rows() if values))
        checked = self.checked()
        map_ = locator(self.case, self.spoken, self.library)
        below = (signature(checked),) if checked else ()
        yield box("facts", (facts, *map_, *below), plain(self.t["facts"]))

    def rows(self) -> Iterator[tuple[str, list[Blocks] | list[Inlines]]]:
        """The facts at a glance: the name of each with its values."""
        facts, concepts = self.facts, self.library.library.concepts
        parties = {**facts.authorities, **facts.partners}
        names = {key: self.name(key, party) for key, party in parties.items()}
        yield "period", [plain(period(facts, self.spoken))]
        yield "status", [plain(self.t["statuses"][facts.status])] if facts.status else []
        yield "authorities", [self.party(names[key], party) for key, party in facts.authorities.items()]
        yield "partners", [self.party(names[key], party) for key, party in facts.partners.items()]
        links = facts.links if len(facts.links) > 1 else ()
        yield "links", [plain(f"{names.get(a, a)} – {names.get(b, b)}") for a, b in links]
        yield "places", [self.place(key, place) for key, place in facts.places.items()]
        yield "instruments", self.labels("instruments", facts.instruments)
        yield "themes", self.labels("themes", facts.themes)
        yield "goals", [self.goal(key) for key in facts.goals]
        yield "funders", [self.funder(key, funder) for key, funder in facts.funders.items()]
        yield "budget", [self.amount(amount) for amount in facts.budget]
        yield "documents", [self.document(key, paper) for key, paper in facts.documents.items()]
        names_of = language_names(self.spoken)
        listed = ", ".join(names_of.get(code, code) for code in facts.languages)
        yield "languages", [plain(listed)] if listed else []
        yield "logics", [self.logic(key, reason) for key, reason in facts.logics.items()]
        yield (
            "concepts",
            [self.followed(id_, key) for id_, key in facts.concepts.items() if id_ in concepts],
        )

    def name(self, key: str, party: Authority) -> str:
        """What an authority or partner is called here; its own name where the translation leaves it."""
        return self.named(key, party.name, "authorities", "partners")

    def named(self, key: str, name: str, *groups: str) -> str:
        """The name that the translation gives something in one of its groups, else its own."""
        found = (getattr(self.translation, group) for group in groups if self.translation)
        return next((str(group[key].name) for group in found if key in group), name)

    def place(self, key: str, place: Place) -> Inlines:
        country = f" ({countries(self.spoken).get(place.country, place.country)})" if place.country else ""
        name = self.named(key, place.name, "places")
        return tree.Strong(plain(name)), Text(country), *registers(place.identifiers)

    def goal(self, key: str) -> Inlines:
        return plain(self.t["goal"].format(number=key, label=self.library.label("goals", key, self.spoken)))

    def funder(self, key: str, funder: Funder) -> Inlines:
        """Who gave money, and what the sources say of how much."""
        amounts = joined((self.amount(amount) for amount in funder.amounts), "; ")
        name = tree.Strong(plain(self.named(key, funder.name, "funders")))
        return name, *registers(funder.identifiers), *((Text(": "), *amounts) if amounts else ())

    def amount(self, amount: Amount) -> Inlines:
        """A sum with its year and its source."""
        said = money(amount.value, amount.currency, self.spoken)
        said = self.t["in_year"].format(sum=said, year=amount.year) if amount.year else said
        locator = said_in(amount.locator, self.spoken)[0] if amount.locator else ""
        return *plain(f"{said} "), cited(amount.source, locator)

    def document(self, key: str, paper: CaseDocument) -> Inlines:
        """A link to a document, with its language and date."""
        said = self.translation.documents.get(key) if self.translation else None
        lang = paper.language if paper.language and paper.language != self.spoken else ""
        more = [language_names(self.spoken).get(lang, lang)] if lang else []
        more += [any_date(paper.issued, self.spoken)] if paper.issued else []
        link = tree.Link(Target("outside", paper.address), plain(said.title if said else paper.title))
        return link, *((Text(f" ({', '.join(more)})"),) if more else ())

    def party(self, name: str, party: Authority) -> Inlines:
        more = [self.library.label("types", party.type, self.spoken)] if party.type else []
        if party.country and party.country != "FR":
            more.append(countries(self.spoken).get(party.country, party.country))
        if party.population:
            more.append(self.library.label("populations", party.population, self.spoken))
        shown = (Text(f" ({', '.join(more)})"),) if more else ()
        return tree.Strong(plain(name)), *shown, *registers(party.identifiers)

    def labels(self, vocabulary: str, keys: Iterable[str]) -> list[Inlines]:
        labels = [self.library.label(vocabulary, key, self.spoken) for key in keys]
        return [plain(", ".join(labels))] if labels else []

    def logic(self, key: str, reason: str) -> Blocks:
        label, ours = self.library.label("logics", key, self.spoken), words(self.spoken)["concept"]
        lead = (tree.Strong((Text(key),)), Text(f", {label} ({ours['our_reading']}). "))
        said = self.translation.logics.get(key) if self.translation else None
        return led(lead, tight(self.translated(("logics", key), reason, ("logics", key), said)))

    def followed(self, id_: str, key: str) -> Inlines:
        """The definition of a concept that the case works with, and its holder."""
        concept = self.library.library.concepts[id_]
        definition = concept.definitions.get(key)
        if definition is None:
            return (to_concept(concept, self.spoken),)
        link = to_concept(concept, self.spoken, definition_anchor(key))
        return link, Text(" ("), *self.builder.words(definition.holder), Text(")")

    def checked(self) -> Inlines:
        """When the facts were checked, and where figures and positions come from."""
        facts, t = self.facts, self.t
        said: Inlines = ()
        if facts.verified:
            said = plain(t["verified"].format(date=long_date(facts.verified, self.spoken)))
        if facts.reference_data in self.library.library.references:
            source = cited(facts.reference_data, bare=True)
            said += ((Text(" "),) if said else ()) + filled(t["reference_note"], source=(source,))
        return said

    # -- outcomes, and what is left to ask ----------------------------------------------------------------

    def outcomes(self) -> Iterator[Block]:
        """Each outcome with the stages that sources tell of.

        The observed one is always there: its absence says something.
        """
        if not self.facts.outcomes:
            return
        made = [self.outcome(key) for key in self.facts.outcomes]
        yield heading(self.t["outcomes"])
        yield box("outcomes", made)

    def outcome(self, key: str) -> Block:
        outcome = self.facts.outcomes[key]
        title = f"{self.t['outcome_kinds'][outcome.kind]}, {self.t['for'][outcome.for_]}"
        told = outcome.stages.told()
        shown = [name for name in STAGES if name in told or name == "observed"]
        stages = [self.stage(key, name, told.get(name)) for name in shown]
        return tree.Box("outcome", tuple(stages), plain(title), anchor=f"outcome-{slug(key)}")

    def stage(self, key: str, name: str, stage: Stage | None) -> Block:
        blocks: Blocks = (paragraph(self.t["missing_stage"]),)
        if stage is not None:
            outcome = self.translation.outcomes.get(key) if self.translation else None
            said: str | None = getattr(outcome, name, None)
            path = ("outcomes", key, "stages", name, "text")
            blocks = self.translated(path, stage.text, ("outcomes", key, name), said)
            blocks += (self.whose(stage),)
        return box("stage", blocks, plain(self.t["stages"][name]), (name,))

    def whose(self, stage: Stage) -> Block:
        """Which source says so, and how well it shows it."""
        locator = said_in(stage.locator, self.spoken)[0] if stage.locator else ""
        content: Inlines = (cited(stage.source, locator, bare=True),)
        if stage.evidence:
            reading = f". {self.t['evidence_reading'].capitalize()} "
            content += (Text(reading), tree.Strong(plain(self.t["evidence"][stage.evidence])))
        return signature(content)

    def silent(self) -> Iterator[Block]:
        """What the sources say nothing about."""
        sections = [self.t["sections"][name].lower() for name in SECTIONS if name in self.facts.silent]
        if sections:
            yield box("silent", [paragraph(self.t["silent"].format(sections=", ".join(sections)))])

    def questions(self) -> Iterator[Block]:
        """What to discuss, in the order of the original."""
        if not self.facts.questions:
            return
        asked = []
        for number, question in enumerate(self.facts.questions):
            said = dict(enumerate(self.translation.questions)) if self.translation else {}
            path = ("questions", number)
            asked.append(tight(self.translated(path, question, path, said.get(number))))
        yield heading(self.t["questions"])
        yield box("questions", [items(asked, 1)])
