"""What is wrong with the sections of a case: one that is missing, unknown, or written and said to be silent."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import tree
from vademecum.document.tree import Blocks
from vademecum.language.nearest import choices, nearest
from vademecum.language.words import words
from vademecum.model import SECTIONS, Finding, Location
from vademecum.sources.library import CaseStudy
from vademecum.sources.source_file import Document


def sections(case: CaseStudy, file: Document, blocks: Blocks, language: str) -> Iterator[Finding]:
    """Each section of a case is written or named as silent, and no other section stands in it; `blocks` are
    the file's body.
    """
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
