"""Findings as others read them: a terminal's lines, the marks of forges, a pull request's list, JSON."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from vademecum.checks.forge import harmless
from vademecum.checks.messages import SEMICOLON, catalogue, is_fault, line, message, summary, told_by
from vademecum.model import Finding
from vademecum.sources.text.invisible import visible

FORMATS = ("text", "github", "gitlab", "markdown", "json")
ON_LINES = 10  # of each level: GitHub marks no more in one step
MOST_ALIKE = 20  # of one code in one file: one more tells an editor nothing that these do not


def line_of_level(finding: Finding, language: str) -> str:
    """The same where faults and remarks stand among each other: a remark says that it is one, so that no
    colour alone tells them apart.
    """
    return _at_its_place(finding, message(finding, language), language)


def text(findings: Iterable[Finding], language: str) -> Iterator[tuple[Finding, str]]:
    """Each finding with its line for a terminal; of many alike in one file, the first ones and how many more
    there are.
    """
    found = list(findings)
    left = Counter(map(_alike, found))
    told: Counter[tuple[str, str, bool]] = Counter()
    for finding in found:
        alike = _alike(finding)
        told[alike] += 1
        if left[alike] <= MOST_ALIKE + 1 or told[alike] <= MOST_ALIKE:
            yield finding, line_of_level(finding, language)
        elif told[alike] == MOST_ALIKE + 1:
            what = message(finding, language).split(SEMICOLON[language])[0]
            more = catalogue()["alike"][language].format(n=left[alike] - MOST_ALIKE, what=what)
            yield finding, _at_its_place(finding, more, language)


def _alike(finding: Finding) -> tuple[str, str, bool]:
    """What findings of one kind in one file share."""
    return finding.location.path, finding.code, is_fault(finding)


def _at_its_place(finding: Finding, words: str, language: str) -> str:
    place = finding.location
    mark = "" if is_fault(finding) else catalogue()["summary"][language]["mark"]
    return f"{visible(place.path)}:{place.line}:{place.column}: {mark}{words}"


def github(finding: Finding, language: str) -> str:
    """One finding as a workflow command, which marks the line in a pull request.

    Escapes as https://docs.github.com/actions/reference/workflow-commands-for-github-actions asks.
    """
    place, level = finding.location, "error" if is_fault(finding) else "warning"
    text = message(finding, language).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    path = visible(place.path).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{level} file={path},line={place.line},col={place.column}::{text}"


def worst_on_lines(findings: Iterable[Finding], language: str) -> Iterator[str]:
    """Findings as GitHub marks them on their lines, faults first; what it has no room for, as plain lines."""
    order = sorted(findings, key=lambda finding: not is_fault(finding))
    marked = {True: 0, False: 0}
    for finding in order:
        level = is_fault(finding)
        marked[level] += 1
        enough = marked[level] > ON_LINES or (not level and marked[True] + marked[False] > ON_LINES)
        yield (line_of_level if enough else github)(finding, language)


def markdown(findings: Iterable[Finding], language: str) -> str:
    """All findings as a list for the summary of a pull request, faults first."""
    found = list(findings)
    words = catalogue()["summary"][language]
    lines = [f"## {words['heading']}", "", summary(found, language), ""]
    for fault in (True, False):
        items = [f"- {harmless(line(one, language))}" for one in found if is_fault(one) == fault]
        title = words["fault" if fault else "remark"][len(items) > 1].format(n=len(items))
        if items and fault:
            lines += [*items, ""]
        elif items:
            lines += [f"<details><summary>{title}</summary>", "", *items, "", "</details>", ""]
    return "\n".join(lines)


def gitlab(findings: Iterable[Finding], language: str) -> str:
    """All findings as a report on code quality, which marks the lines of a merge request.

    Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    return json.dumps(
        [
            {
                "description": message(finding, language),
                "check_name": finding.code,
                "fingerprint": hashlib.sha256(
                    repr((finding.code, place, told_by(finding))).encode()
                ).hexdigest(),
                "severity": "major" if is_fault(finding) else "minor",
                "location": {"path": visible(place.path), "lines": {"begin": place.line}},
            }
            for finding in findings
            for place in (finding.location,)
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_json(findings: Iterable[Finding], language: str) -> str:
    """All findings as a JSON list."""
    return json.dumps(
        [
            {
                "path": visible(f.location.path),
                "line": f.location.line,
                "column": f.location.column,
                "level": "fault" if is_fault(f) else "remark",
                "code": f.code,
                "message": message(f, language),
            }
            for f in findings
        ],
        ensure_ascii=False,
        indent=2,
    )
