"""A file's text -> a source file: YAML, or Markdown with YAML front matter above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vademecum.model import Finding, Location
from vademecum.sources.source_file import SourceFile
from vademecum.sources.yaml_data import yaml_data

FENCE = "---"
FENCES = re.compile(r"---\s*")
# What editors and programs write for a line of three hyphens, or above it.
NEAR_FENCE = re.compile(r"\s*(?:[-–—_+*=]{1,8}|`{3,}[ ]*(?:ya?ml)?)\s*")
KEY = re.compile(r"\s*[\w-]+[ \u00a0]?:(?:\s|$)")


def read_yaml(path: str, text: str) -> tuple[SourceFile, list[Finding]]:
    """Read a whole YAML file."""
    document = SourceFile(path, text=text)
    data, findings = yaml_data(document, text, 0)
    return SourceFile(path, data, document.values, document.keys, text=text), findings


def read_markdown(path: str, text: str) -> tuple[SourceFile, list[Finding]]:
    """Read a Markdown file with YAML front matter between two lines of `---`."""
    lines = text.split("\n")
    start, wrong = 0, list[Finding]()
    if lines[0].rstrip() != FENCE:
        if (start := _meant_fence(lines)) < 0:
            return SourceFile(path, {}, body=text, text=text), []
        wrong = [Finding("front-matter-fence", Location(path, start + 1, 1), {"found": lines[start].strip()})]
    is_end = NEAR_FENCE.fullmatch if wrong else FENCES.fullmatch
    end = next((number for number, line in enumerate(lines[start + 1 :], start + 1) if is_end(line)), None)
    if end is None:
        return SourceFile(path, body=text, text=text), [
            *wrong,
            Finding("front-matter-open", Location(path, start + 1, 1)),
        ]
    document = SourceFile(path, text=text)
    data, findings = yaml_data(document, "\n".join(lines[start + 1 : end]) + "\n", start + 1)
    body = "\n".join(lines[end + 1 :])
    return SourceFile(
        path, {} if data == "" else data, document.values, document.keys, body, end + 2, text
    ), [*wrong, *findings]


def _meant_fence(lines: Sequence[str]) -> int:
    """The line that was meant to open the front matter, of which YAML follows; -1 for none."""
    start = next((number for number, line in enumerate(lines) if line.strip()), -1)
    while start >= 0 and start + 1 < len(lines) and NEAR_FENCE.fullmatch(lines[start]):
        if KEY.match(lines[start + 1]):
            return start
        start += 1
    return -1
