"""Findings seen together: what one mistake has several told of is told once, in the words that mend it."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks import messages
from vademecum.checks.bilingual.exchanged import with_fields_exchanged
from vademecum.checks.bilingual.left_as_is import with_fields_left
from vademecum.checks.bilingual.other_links import without_unknown
from vademecum.checks.entries.lost_ids import without_lost
from vademecum.checks.entries.renamed import by_new_ids, renamed
from vademecum.checks.exchanged_files import with_files_exchanged
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.library import VOCABULARIES, Library

# What compares a text with its other language, and where a path says which language it is.
COMPARED = frozenset(
    (
        *("number-differs", "name-differs", "office-differs", "negation-differs", "sense-differs"),
        *("link-differs", "lengths-differ", "items-differ", "box-differs", "sections-differ"),
        "cells-exchanged",
        *("place-cited-differs", "block-added", "items-added", "citation-added", "number-added"),
        *("block-untranslated", "numbers-untranslated", "citation-untranslated", "note-untranslated"),
    )
)
REFERENCES, UNKNOWN, SEVERAL = "references.yml", "unknown-reference", 2
UNUSED = frozenset(("unused-concept", "unused-figure", "unused-picture"))
OF_LANGUAGE = regex(r"^docs/(?:fr|en)/|\.(?:fr|en)(?=\.md$)")


def seen_together(library: Library, findings: list[Finding]) -> list[Finding]:
    """The findings about a whole project, each mistake told once."""
    found = with_files_exchanged(library, findings)
    found = with_fields_exchanged(library, with_fields_left(library, found))
    found = without_unknown(without_lost(library, by_new_ids(library, found)))
    return _without_echoes([*_of_emptied(library, found), *renamed(library, found)])


def _of_emptied(library: Library, findings: list[Finding]) -> list[Finding]:
    """Findings; of works that are cited while the list of works is empty, one on the list."""
    findings = [*_of_lists(library, findings)]
    document = library.documents.get(REFERENCES)
    lost = {one.values["found"] for one in findings if one.code == UNKNOWN}
    if document is None or document.data or len(lost) < SEVERAL:
        return findings
    emptied = Finding("emptied-list", Location(REFERENCES), {"found": REFERENCES, "count": str(len(lost))})
    return [emptied, *(one for one in findings if one.code != UNKNOWN)]


def _of_lists(library: Library, findings: list[Finding]) -> Iterator[Finding]:
    """Findings; of those on what is chosen from an empty list of vocabularies.yml, one on the list."""
    lost: dict[str, list[Finding]] = {}
    for one in findings:
        name = one.values["list"] if one.code == "unknown-vocabulary" else ""
        if name and not getattr(library.vocabularies, name) and VOCABULARIES in library.documents:
            lost.setdefault(name, []).append(one)
        else:
            yield one
    for name, those in lost.items():
        values = {"found": name, "count": str(len(those))}
        yield Finding("emptied-vocabulary", library.documents[VOCABULARIES].where(name, key=True), values)


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Findings without those that compare a text with its other language while one of the two has a fault,
    and, while any text has one, without those on what nothing uses: what is at fault, such as a citation
    without its sign or a misspelt call, seems to be missing.
    """
    at_fault = {_in_any(finding) for finding in findings if messages.is_fault(finding)}
    in_texts = any(path.endswith(".md") for path in at_fault)
    return [
        finding
        for finding in findings
        if not (finding.code in COMPARED and _in_any(finding) in at_fault)
        and not (finding.code in UNUSED and in_texts)
    ]


def _in_any(finding: Finding) -> str:
    """The path of a finding's file without its language."""
    return OF_LANGUAGE.sub("", finding.location.path)
