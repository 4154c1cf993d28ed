"""What a site's legal notice must say and its settings leave empty."""

from __future__ import annotations

from pathlib import Path

import yaml

from vademecum.hosts import settings
from vademecum.hosts.trouble import Trouble
from vademecum.model import Finding, Location


def unfilled(root: Path) -> list[Finding]:
    """A remark where a project's own mkdocs.yml should say who publishes and hosts the site and does not.

    None for a project without a legal notice, nor where the settings cannot be read: a build tells of that.
    """
    file = settings.file_of(root)
    if not file.is_relative_to(root) or not any((root / "docs").glob("*/legal.md")):
        return []
    try:
        keys = settings.read(file).unsaid
    except Trouble:
        return []
    if not keys:
        return []
    line, column = _place(file.read_text(encoding="utf-8"), keys[0])
    place = Location(file.relative_to(root).as_posix(), line, column)
    return [Finding("unsaid-publisher", place, {"found": ", ".join(keys)})]


def _place(text: str, key: str) -> tuple[int, int]:
    """The line and column of a key below `extra`; those of `extra`, or of the beginning, without it."""
    place, names = (1, 1), ["extra", key]
    node = yaml.compose(text, yaml.SafeLoader)
    while names and isinstance(node, yaml.MappingNode):
        found = [(name, value) for name, value in node.value if name.value == names[0]]
        if not found:
            break
        (name, node), names = found[-1], names[1:]
        place = name.start_mark.line + 1, name.start_mark.column + 1
    return place
