"""What is wrong with a case study as a whole: what it names and is not there, what its translation adds, its sections."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.dangling import dangling
from vademecum.document import tree
from vademecum.document.tree import Blocks
from vademecum.language.nearest import choices, nearest
from vademecum.language.words import words
from vademecum.model import SECTIONS, Finding, Location
from vademecum.sources.library import CaseStudy, Library
from vademecum.sources.source_file import Document


def cases(library: Library) -> Iterator[Finding]:
    for case in library.cases.values():
        document = case.documents[case.original]
        yield from _parties(case, document)
        yield from _case_references(case, library, document)
        yield from _untranslatable(case)


def _parties(case: CaseStudy, document: Document) -> Iterator[Finding]:
    parties = {**case.facts.authorities, **case.facts.partners}
    for number, pair in enumerate(case.facts.links):
        for side, key in enumerate(pair):
            yield from dangling("unknown-party", key, parties, document, "links", number, side)


def _case_references(case: CaseStudy, library: Library, document: Document) -> Iterator[Finding]:
    facts = case.facts
    if facts.reference_data:
        yield from dangling(
            "unknown-reference", facts.reference_data, library.references, document, "reference_data"
        )
    for key, outcome in facts.outcomes.items():
        for name, stage in outcome.stages.told().items():
            at = ("outcomes", key, "stages", name, "source")
            yield from dangling("unknown-reference", stage.source, library.references, document, *at)
    for id_, definition in facts.concepts.items():
        yield from dangling("unknown-concept", id_, library.concepts, document, "concepts", id_, key=True)
        if concept := library.concepts.get(id_):
            yield from dangling(
                "unknown-definition", definition, concept.definitions, document, "concepts", id_
            )


def _untranslatable(case: CaseStudy) -> Iterator[Finding]:
    """Words in a translation for things that the original does not have."""
    for language, translation in case.translations.items():
        document = case.documents[language]
        for group in ("authorities", "partners", "logics", "outcomes"):
            known = getattr(case.facts, group)
            for key in getattr(translation, group):
                yield from dangling("untranslatable", key, known, document, group, key, key=True)
        asked = len(case.facts.questions)
        for number in range(asked, len(translation.questions)):
            yield Finding(
                "untranslatable",
                document.where("questions", number),
                {"found": f"questions.{number}", "choices": f"questions: {asked}"},
            )
        for key, stages in translation.outcomes.items():
            if key in case.facts.outcomes:
                told = case.facts.outcomes[key].stages.told()
                for name in stages.model_dump(exclude_none=True):
                    yield from dangling(
                        "untranslatable", name, told, document, "outcomes", key, name, key=True
                    )


def sections(case: CaseStudy, file: Document, blocks: Blocks, language: str) -> Iterator[Finding]:
    """Each section of a case is written or named as silent, and no other section stands in it; `blocks` are the file's body."""
    titles = words(language)["case"]["sections"]
    known = {title.casefold(): name for name, title in titles.items()}
    written = set()
    for heading in blocks:
        if not isinstance(heading, tree.Heading) or heading.level != 2 or heading.origin is None:
            continue
        text = " ".join(tree.plain(heading.content).split())
        place, name = heading.origin.location(heading.at), known.get(text.casefold())
        if name is None:
            near = nearest(text, titles.values())
            values = {"found": text, "choices": choices(titles.values()), "nearest": near}
            yield Finding("section-unknown", place, values)
        elif name in case.facts.silent:
            yield Finding("section-not-silent", place, {"found": text})
        written.add(name)
    for name in SECTIONS:
        if name not in written and name not in case.facts.silent:
            yield Finding("section-missing", Location(file.path, file.body_line), {"found": titles[name]})
    if language == case.original:
        for number, name in enumerate(case.facts.silent):
            yield Finding("silent-section", file.where("silent", number), {"found": titles[name]})
