"""An id that was lost because its entry got that of another: told where two entries have one id, and not
wherever the lost one is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vademecum.language.collation import folded
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.sources.library import Library

WORD = regex(r"[a-z0-9]+")
MOST = 20  # entries that one edit renames
LETTER = regex(r"(?<=\d{4})[a-z]\Z")  # that tells works of one year apart: reed-2019a


def without_lost(library: Library, findings: list[Finding]) -> list[Finding]:
    """Findings without those on an id that one of two entries of the same id had before; the finding on these
    two says which. What is unknown for another reason is told beside.
    """
    doubled = [one for one in findings if one.code == "duplicate-key"]
    # Each is looked for among all findings; where very many are doubled, no entry was renamed.
    for twice in doubled if len(doubled) <= MOST else ():
        lost = _lost(library, twice, findings)
        if len(lost) == 1:
            findings = [one for one in findings if _named(one) not in lost and not _is_within(one, twice)]
            meant = replace(twice, values={**twice.values, "nearest": lost.pop()})
            findings = [meant if one == twice else one for one in findings]  # told in each language
    return findings


def _lost(library: Library, twice: Finding, findings: Iterable[Finding]) -> set[str]:
    """The ids that nothing has and that one of two entries was made for, by its words or its translation."""
    document = library.documents.get(twice.location.path)
    if document is None:
        return set()
    first, second = (_words(document.text, line) for line in (int(twice.values["line"]), twice.location.line))
    only = first ^ second
    entry, key = twice.location.path.partition(".")[0], twice.values["found"]
    lost: set[str] = set()
    for one in findings:
        parts = set(WORD.findall(LETTER.sub("", folded(_named(one)))))
        of_entry = one.location.path.partition(".")[0] == entry
        of_translation = one.code == "untranslatable" and one.values.get("nearest") == key and of_entry
        of_words = bool(parts & only) and (parts <= first or parts <= second)
        lost |= {_named(one)} if of_translation or of_words else set()
    return lost


def _named(finding: Finding) -> str:
    """The id that a finding says is not there; "" for any other finding."""
    if finding.code.startswith("unknown-") or finding.code == "untranslatable":
        return finding.values.get("id") or finding.values.get("found", "")
    return ""


def _words(text: str, line: int) -> set[str]:
    """The words of the entry whose key stands on a line."""
    begins, *rest = text.split("\n")[line - 1 :]
    deep = len(begins) - len(begins.lstrip())
    lines = [begins.partition(":")[2]]
    for one in rest:
        if one.strip() and len(one) - len(one.lstrip()) <= deep:
            break
        lines.append(one)
    return set(WORD.findall(folded(" ".join(lines))))


def _is_within(finding: Finding, twice: Finding) -> bool:
    """Whether a finding compares the id with the entry's own words, of which one of the two has its own."""
    return finding.code == "year-differs" and f"({twice.values['found']})" in finding.values["found"]
