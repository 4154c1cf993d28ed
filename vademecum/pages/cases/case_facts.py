"""The facts of a case at a glance: who, where, when, by what means, with what money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Target, Text
from vademecum.document.tree import Block, Blocks
from vademecum.language.formats import any_date, countries, language_names, long_date, money, span
from vademecum.language.words import said_in, words
from vademecum.model import Authority, Case
from vademecum.model.cases import CaseDocument
from vademecum.model.funding import Amount, Funder
from vademecum.model.markers import LeadsTo
from vademecum.model.places import Identifiers, Place
from vademecum.model.walk import walk
from vademecum.pages.cases.case_words import CaseWords
from vademecum.pages.cases.locators import locator
from vademecum.pages.common.text_builder import (
    box,
    cited,
    definition_anchor,
    entry,
    filled,
    joined,
    led,
    plain,
    signature,
    tight,
    to_concept,
)

DAY = len("2014-09-21")  # a date that is one day


def period(facts: Case, language: str) -> str:
    """When the facts told took place, in words: "2014", "2014–2019", "depuis septembre 2014"."""
    t = words(language)["case"]
    if facts.period.start and facts.period.end:
        return span(facts.period.start, facts.period.end, language)
    start, end = (
        (any_date(date, language) if date else "") for date in (facts.period.start, facts.period.end)
    )
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
        link = inlines.Link(
            Target("outside", marker.page.format(step.value)), plain(f"{marker.holder} {step.value}")
        )
        made += (Text(" · "), link)
    return made


class CaseFacts:
    """Writes the facts of a case in its words."""

    def __init__(self, said: CaseWords) -> None:
        self.said, self.facts, self.spoken, self.library = said, said.facts, said.spoken, said.library
        self.t, self.translation = said.t, said.translation

    def at_a_glance(self) -> Iterator[Block]:
        facts = tree.Entries(tuple(entry(self.t[name], *values) for name, values in self.rows() if values))
        checked = self.checked()
        map_ = locator(self.said.case, self.spoken, self.library)
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
        whole = ((code, code.partition("-")[0]) for code in facts.languages)  # fr of fr-FR
        listed = ", ".join(names_of.get(code) or names_of.get(base, code) for code, base in whole)
        yield "languages", [plain(listed)] if listed else []
        yield "logics", [self.logic(key, reason) for key, reason in facts.logics.items()]
        yield (
            "concepts",
            [self.followed(id_, key) for id_, key in facts.concepts.items() if id_ in concepts],
        )

    def name(self, key: str, party: Authority) -> str:
        """What an authority or partner is called here; its own name where the translation leaves it."""
        return self.said.named(key, party.name, "authorities", "partners")

    def place(self, key: str, place: Place) -> Inlines:
        country = f" ({countries(self.spoken).get(place.country, place.country)})" if place.country else ""
        name = self.said.named(key, place.name, "places")
        return inlines.Strong(plain(name)), Text(country), *registers(place.identifiers)

    def goal(self, key: str) -> Inlines:
        return plain(self.t["goal"].format(number=key, label=self.library.label("goals", key, self.spoken)))

    def funder(self, key: str, funder: Funder) -> Inlines:
        """Who gave money, and what the sources say of how much."""
        strong = inlines.Strong(plain(self.said.named(key, funder.name, "funders")))
        name: Inlines = strong, *registers(funder.identifiers)
        amounts = joined((self.amount(amount) for amount in funder.amounts), "; ")
        return filled(self.t["funded"], name=name, amounts=amounts) if amounts else name

    def amount(self, amount: Amount) -> Inlines:
        """A sum with its year and its source."""
        said = money(amount.value, amount.currency, self.spoken)
        said = self.t["in_year"].format(sum=said, year=amount.year) if amount.year else said
        locator = said_in(amount.locator, self.spoken)[0] if amount.locator else ""
        return *plain(said), Text(" "), cited(amount.source, locator)

    def document(self, key: str, paper: CaseDocument) -> Inlines:
        """A link to a document, with its language and date."""
        said = self.translation.documents.get(key) if self.translation else None
        lang = paper.language if paper.language and paper.language != self.spoken else ""
        more = [language_names(self.spoken).get(lang, lang)] if lang else []
        more += [any_date(paper.issued, self.spoken)] if paper.issued else []
        link = inlines.Link(Target("outside", paper.address), plain(said.title if said else paper.title))
        return link, *((Text(f" ({', '.join(more)})"),) if more else ())

    def party(self, name: str, party: Authority) -> Inlines:
        more = [self.library.label("types", party.type, self.spoken)] if party.type else []
        if party.country and party.country != "FR":
            more.append(countries(self.spoken).get(party.country, party.country))
        if party.population:
            more.append(self.library.label("populations", party.population, self.spoken))
        shown = (Text(f" ({', '.join(more)})"),) if more else ()
        return inlines.Strong(plain(name)), *shown, *registers(party.identifiers)

    def labels(self, vocabulary: str, keys: Iterable[str]) -> list[Inlines]:
        labels = [self.library.label(vocabulary, key, self.spoken) for key in keys]
        return [plain(", ".join(labels))] if labels else []

    def logic(self, key: str, reason: str) -> Blocks:
        label, ours = self.library.label("logics", key, self.spoken), words(self.spoken)["concept"]
        lead = (inlines.Strong((Text(key),)), Text(f", {label} ({ours['our_reading']}). "))
        said = self.translation.logics.get(key) if self.translation else None
        return led(lead, tight(self.said.translated(("logics", key), reason, ("logics", key), said)))

    def followed(self, id_: str, key: str) -> Inlines:
        """The definition of a concept that the case works with, and its holder."""
        concept = self.library.library.concepts[id_]
        definition = concept.definitions.get(key)
        if definition is None:
            return (to_concept(concept, self.spoken),)
        link = to_concept(concept, self.spoken, definition_anchor(key))
        return link, Text(" ("), *self.said.builder.words(definition.holder), Text(")")

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
