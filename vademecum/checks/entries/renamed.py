"""A work whose id was changed, told where it was changed and not only in every file that cites it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from vademecum.model import Finding
from vademecum.sources.library import Library

FEWEST = 3  # files that cite an id which is not there, beside one that is nearly the same and nobody cites


def by_new_ids(library: Library, findings: Iterable[Finding]) -> list[Finding]:
    """Findings, those on a former id of an entry with the id that it has now."""
    if not library.successors:
        return list(findings)
    return [_by_new_id(library, one) for one in findings]


def _by_new_id(library: Library, one: Finding) -> Finding:
    found = one.values.get("id") or one.values.get("found", "")
    kind = one.code.removeprefix("unknown-") if one.code.startswith("unknown-") else ""
    if not kind or not (now := library.successors.get((kind, found))):
        return one
    return Finding("former-id", one.location, {"found": found, "nearest": now})


def renamed(library: Library, findings: Iterable[Finding]) -> Iterator[Finding]:
    """A fault at the key of each work that nothing cites, where many cite nearly the same."""
    citing: dict[tuple[str, str], set[str]] = defaultdict(set)
    for finding in findings:
        if finding.code == "unknown-reference":
            found, near = finding.values["found"], finding.values.get("nearest", "")
            citing[found, near].add(finding.location.path)
    document = library.documents.get("references.yml")
    for (found, near), paths in citing.items():
        if document is None or len(paths) < FEWEST or near not in library.references:
            continue
        others = (other for path, other in library.documents.items() if path != document.path)
        if not any(near in other.text for other in others):
            values = {"found": near, "nearest": found, "count": str(len(paths))}
            yield Finding("renamed-work", document.where(near, key=True), values)
