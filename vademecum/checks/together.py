"""Findings seen together: what one mistake has several told of is told once, in the words that mend it."""

from __future__ import annotations

from vademecum.checks.bilingual.exchanged import with_fields_exchanged
from vademecum.checks.bilingual.left_as_is import with_fields_left
from vademecum.checks.bilingual.other_links import without_unknown
from vademecum.checks.entries.lost_ids import without_lost
from vademecum.checks.entries.renamed import by_new_ids, renamed
from vademecum.model import Finding
from vademecum.sources.library import Library


def seen_together(library: Library, findings: list[Finding]) -> list[Finding]:
    """The findings about a whole project, each mistake told once."""
    found = with_fields_exchanged(library, with_fields_left(library, findings))
    found = without_unknown(without_lost(library, by_new_ids(library, found)))
    return [*found, *renamed(library, found)]
