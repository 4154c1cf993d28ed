"""A concept of the lexicon, as its file holds it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from vademecum.model.fields import (
    Day,
    DomainKey,
    FormerIds,
    Id,
    Language,
    LocalisedOrSame,
    LocalisedProse,
    LocalisedSummary,
    Model,
    OtherConcept,
    Prose,
    ReferenceId,
    TagKey,
    Words,
    Year,
    at_most,
)
from vademecum.model.markers import Checked, Translated

MAX_TERM, MAX_FORMS = (
    150,
    100,
)  # letters of a form, and forms of a kind: what one term is called in a language
Term = Annotated[Words, at_most(MAX_TERM)]
Forms = Annotated[tuple[Term, ...], at_most(MAX_FORMS)]


# Terms that are of their language: what readers are advised against, or links nowhere, may be of any.
OF_THEIR_LANGUAGE = ("preferred", "synonyms", "forms", "manual")
BESIDE = ("synonyms", "forms", "replaced")  # what links by itself besides the preferred term
NOT_OF_TODAY = ("replaced", "rejected")


class Terms(Model):
    """What a concept is called in one language, and how its names may or may not link.

    `replaced` are its names of before: who meets one in an older text is led here. `rejected` are names that
    the handbook advises against: they do not link, and the page says so.
    """

    preferred: Term
    synonyms: Forms = ()
    forms: Forms = ()
    manual: Forms = ()
    never: Forms = ()
    replaced: Forms = ()
    rejected: Forms = ()

    def linking(self) -> tuple[str, ...]:
        """The written forms that link by themselves."""
        by_hand = {form.casefold() for form in self.manual}
        named = (self.preferred, *self.synonyms, *self.forms, *self.replaced)
        return tuple(form for form in named if form.casefold() not in by_hand)

    def path_of(self, form: str) -> tuple[str | int, ...]:
        """Where a form that links by itself stands below the language's terms."""
        for name in BESIDE:
            if form in (written := getattr(self, name)):
                return name, written.index(form)
        return ("preferred",)


class Equivalence(Model):
    """How far the preferred labels mean the same in the two languages: the editors' reading, with
    its reason."""

    degree: Literal["exact", "close", "partial", "none"]
    note: LocalisedProse


class Definition(Model):
    """One holder's definition of a concept, and where it stands."""

    holder: LocalisedOrSame
    year: Year | None = None
    wording: Literal["restated", "quoted"] = "restated"
    text: Annotated[dict[Language, Prose], Field(min_length=1), Translated(unless=("wording", "quoted"))]
    source: ReferenceId
    locator: LocalisedOrSame | None = None
    cited_in: ReferenceId | None = None
    retained: bool = False


class Relations(Model):
    """A concept's place among the others; `contrasts` says what sets the two apart."""

    broader: tuple[OtherConcept, ...] = ()
    related: tuple[OtherConcept, ...] = ()
    contrasts: dict[OtherConcept, LocalisedProse] = {}


class Example(Model):
    """A use of the term, and where it is taken from."""

    text: LocalisedProse
    source: ReferenceId | None = None
    locator: LocalisedOrSame | None = None


class Concept(Model):
    """One entry of the lexicon, both languages inside."""

    id: Id
    domain: DomainKey
    terms: Annotated[dict[Language, Terms], Field(min_length=1), Translated()]
    equivalence: Equivalence | None = None
    summary: LocalisedSummary
    definitions: Annotated[dict[Id, Definition], Field(min_length=1)]
    relations: Relations = Relations()
    note: LocalisedProse | None = None
    usage: LocalisedProse | None = None
    examples: tuple[Example, ...] = ()
    tags: tuple[TagKey, ...] = ()
    reviewed: Annotated[Day, Checked()] | None = None
    formerly: FormerIds = ()

    def named_in(self, language: str) -> str:
        """The language of the label that readers of `language` get: theirs, else the one that has a label."""
        return language if language in self.terms else next(iter(self.terms))

    def label(self, language: str) -> str:
        """The preferred label in `language`, else in the language that has one."""
        return self.terms[self.named_in(language)].preferred
