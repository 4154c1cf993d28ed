"""A link or a figure where the other language has another: one text leads to the wrong page."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.bilingual.comparison import Said, one_each
from vademecum.checks.rules.slip import Slip
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding

# An entry's id or a page's path, without an anchor, of which each language has its own; a figure's call.
TO = regex(
    r"\]\((?:\.\./)*((?:concept|case|chapter|page|tool):[\w-]{1,100}|[\w./-]{1,200}\.md)(?:#[^)\s]*)?\)"
    r"|\{\{ ?figure: ?([\w-]{1,100}) ?\}\}"
)
IN_LINKS = dict.fromkeys(LANGUAGES, ("](", "{{"))


def other_links(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """The one link of a passage that leads where no link of its counterpart does, which has another."""
    mine, others = _links(here), _links(there)
    if pair := one_each(mine, others):
        (found, at), (other, _) = mine[pair[0]], others[pair[1]]
        yield "link-differs", at, {"found": found, "other": other}


def _links(text: str) -> Said[str]:
    said: dict[str, tuple[str, int]] = {}
    for found in TO.finditer(text):
        target = found[1] or found[2]
        said.setdefault(target, (target, found.start(1 if found[1] else 2)))
    return said


def without_unknown(findings: list[Finding]) -> list[Finding]:
    """Findings without those on links of which one leads nowhere, as is told of it."""
    nowhere = {finding.values["id"] for finding in findings if "id" in finding.values}
    return [
        finding
        for finding in findings
        if finding.code != "link-differs"
        or nowhere.isdisjoint(finding.values[name].rpartition(":")[2] for name in ("found", "other"))
    ]
