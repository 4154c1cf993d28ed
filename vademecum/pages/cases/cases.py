"""Case study -> its page: facts at a glance, outcomes sought against outcomes observed, then its text."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Text
from vademecum.document.tree import Block, Blocks
from vademecum.language.collation import slug
from vademecum.language.words import said_in
from vademecum.model import SECTIONS, STAGES, Stage
from vademecum.pages.cases.case_facts import CaseFacts, period
from vademecum.pages.cases.case_words import CaseWords
from vademecum.pages.cases.locators import STYLES
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page, PageText
from vademecum.pages.common.text_builder import (
    TextBuilder,
    box,
    cited,
    heading,
    items,
    paragraph,
    plain,
    signature,
    tight,
)
from vademecum.sources.library import CaseStudy


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
        styles=STYLES,
    )


def write(case: CaseStudy, page: Page, library: LanguageLibrary) -> PageText:
    """The text of a case's page, with its file's own below the facts."""
    return _Writer(CaseWords(case, page.spoken, library)).text()


def outcome(case: CaseStudy, key: str, builder: TextBuilder, library: LanguageLibrary) -> Block:
    """One outcome of a case, as its page shows it, on a page of another's; in the language that it has."""
    language = builder.spoken
    spoken = language if language in case.documents else case.original
    shown = _Writer(CaseWords(case, spoken, library, builder)).outcome(key)
    return tree.Box("outcomes", (shown,), lang=spoken if spoken != language else "")


class _Writer:
    def __init__(self, said: CaseWords) -> None:
        self.said, self.facts, self.spoken, self.builder = said, said.facts, said.spoken, said.builder
        self.t, self.translation = said.t, said.translation

    def text(self) -> PageText:
        parts = (
            CaseFacts(self.said).at_a_glance(),
            self.outcomes(),
            self.builder.markdown(self.said.file),
            self.silent(),
            self.questions(),
        )
        return self.builder.text(block for part in parts for block in part)

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
            blocks = self.said.translated(path, stage.text, ("outcomes", key, name), said)
            blocks += (self.whose(stage),)
        return box("stage", blocks, plain(self.t["stages"][name]), (name,))

    def whose(self, stage: Stage) -> Block:
        """Which source says so, and how well it shows it."""
        locator = said_in(stage.locator, self.spoken)[0] if stage.locator else ""
        content: Inlines = (cited(stage.source, locator, bare=True),)
        if stage.evidence:
            reading = f". {self.t['evidence_reading'].capitalize()} "
            content += (Text(reading), inlines.Strong(plain(self.t["evidence"][stage.evidence])))
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
            asked.append(tight(self.said.translated(path, question, path, said.get(number))))
        yield heading(self.t["questions"])
        yield box("questions", [items(asked, 1)])
