"""The ledger of what was once published: every entry's id with the addresses that its pages have had.

A line holds `kind:id` and addresses from the site's root, such as
`case:irapa etudes-de-cas/irapa/ en/case-studies/irapa/`.
`build.py published` writes it. It is committed, since a shallow clone knows no history.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.model.fields import ENTRY_KINDS
from vademecum.sources.text import text_files

PUBLISHED = "published.txt"
LASTING = (*ENTRY_KINDS, "page", "reference")  # the kinds whose ids last
LINE = regex(rf"({'|'.join(LASTING)}):([a-z0-9]+(?:-[a-z0-9]+)*)((?: (?:[a-z0-9-]+/)+)*)")
HEAD = "# Every id and address that was ever published, written by build.py published. None is taken out.\n"
Key = tuple[str, str]


class Published(NamedTuple):
    """What was published of an entry: the line that says so, and its addresses from the site's root."""

    line: int
    addresses: tuple[str, ...]


def read(root: Path) -> tuple[dict[Key, Published], list[Finding]]:
    """The ledger of a project, empty where it has none; a line that says nothing to us is a finding."""
    if not os.path.lexists(root / PUBLISHED):
        return {}, []
    text, findings = text_files.read_text(root, root / PUBLISHED)
    found: dict[Key, Published] = {}
    for number, line in enumerate((text or "").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if match := LINE.fullmatch(line.strip()):
            key = match[1], match[2]
            before = found[key].addresses if key in found else ()
            found[key] = Published(number, tuple(dict.fromkeys((*before, *match[3].split()))))
        else:
            findings.append(
                Finding("published-line", Location(PUBLISHED, number), {"found": line.strip()[:60]})
            )
    return found, findings


def written(published: Mapping[Key, tuple[str, ...]]) -> str:
    """The ledger as text: a line for each entry, by kind and id."""
    lines = (" ".join((f"{kind}:{id_}", *addresses)) for (kind, id_), addresses in sorted(published.items()))
    return HEAD + "".join(f"{line}\n" for line in lines)
