"""Cases that are, or look like, copies of others: one text, one title or one summary for two; and a document
that a case names twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.model import Finding
from vademecum.sources.library import CaseStudy, Library


def copies(library: Library) -> Iterator[Finding]:
    """What two cases have in common that each should have of its own."""
    seen: dict[tuple[str, str, str], str] = {}
    for case in library.cases.values():
        yield from _documents(case)
        for language, document in case.documents.items():
            said = case.facts if language == case.original else case.translations[language]
            parts = (
                ("same-case", document.body, document.path),
                ("shared-title", said.title, said.title),
                ("said-twice", said.summary, said.summary),
            )
            for code, words, shown in parts:
                key = (language, code, " ".join((words or "").casefold().split()))
                other = seen.setdefault(key, document.path) if key[2] else document.path
                if other != document.path:
                    at = {"shared-title": ("title",), "said-twice": ("summary",)}.get(code, ())
                    values = {"found": (shown or "")[:60], "other": other}
                    yield Finding(code, document.where(*at), values)
                    break  # which says it all


def _documents(case: CaseStudy) -> Iterator[Finding]:
    """An address that two documents of a case have."""
    known: set[str] = set()
    for id_, one in case.facts.documents.items():
        address = one.address.partition("://")[2].rstrip("/")
        if address in known:
            place = case.documents[case.original].where("documents", id_, "address")
            yield Finding("said-twice", place, {"found": one.address[:200]})
        known.add(address)
