"""Two files exchanged: a page's French in the file of its English, and its English in that of its French."""

from __future__ import annotations

from collections.abc import Sequence

from vademecum.checks import messages
from vademecum.checks.bilingual.exchanged import alone_in
from vademecum.checks.words.tongues import OTHER
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.library import Library, language_of

# Of which each such file has some.
STRANGE = frozenset(("foreign-passage", "foreign-words", "misspelt-word", "section-unknown"))
OF_LANGUAGE = regex(r"(?<=^docs/)(?:fr|en)(?=/)|(?<=\.)(?:fr|en)(?=\.md$)")
OF_SECTIONS = ("section-", "context-")
LEAST, MOSTLY = 3, 4  # words of the other language alone, and how many to each of its own


def with_files_exchanged(library: Library, findings: Sequence[Finding]) -> list[Finding]:
    """Findings, those on two files of which each is in the other's language as one; other faults of theirs
    are told besides.
    """
    strange = {
        one.location.path for one in findings if one.code in STRANGE and OF_LANGUAGE.search(one.location.path)
    }
    exchanged: set[str] = set()
    told: list[Finding] = []
    for path in sorted(strange):
        other = OF_LANGUAGE.sub(lambda found: OTHER[found[0]], path)
        if other in strange and language_of(path) == LANGUAGES[0] and _are_exchanged(library, path, other):
            exchanged |= {path, other}
            told.append(Finding("files-exchanged", Location(path), {"found": path, "other": other}))
    return [*told, *(one for one in findings if one.location.path not in exchanged or _is_apart(one))]


def _is_apart(finding: Finding) -> bool:
    """Whether a finding is a fault whatever language its file is in."""
    return messages.is_fault(finding) and not finding.code.startswith(OF_SECTIONS)


def _are_exchanged(library: Library, *paths: str) -> bool:
    return all(
        path in library.documents and _is_foreign(library.documents[path].body, path) for path in paths
    )


def _is_foreign(text: str, path: str) -> bool:
    """Whether a text has words that are of the other language alone, and hardly any of its file's own."""
    own = language_of(path)
    foreign = alone_in(text, OTHER[own], own)
    return len(foreign) >= LEAST and len(foreign) > MOSTLY * len(alone_in(text, own, OTHER[own]))
