"""What a site's legal notice must say and its settings leave empty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from vademecum.hosts import settings
from vademecum.hosts.trouble import Trouble
from vademecum.model import Finding, Location
from vademecum.sources import slips
from vademecum.sources.addresses_meant import address_meant
from vademecum.sources.text_files import slip_found

EXAMPLE = "https://exempleville.example/"


def unfilled(root: Path) -> list[Finding]:
    """A remark where a project's own mkdocs.yml should say who publishes and hosts the site and does not.

    None for a project without a legal notice; a fault where the settings cannot be read, as no build could.
    """
    file = settings.file_of(root)
    if not file.is_relative_to(root) or not file.is_file():
        return []
    try:
        keys = settings.read(file).unsaid
    except Trouble as trouble:
        return list(_unread(file, file.relative_to(root).as_posix(), trouble))
    if not any((root / "docs").glob("*/legal.md")):
        return []
    if not keys:
        return []
    line, column = _place(file.read_text(encoding="utf-8"), "extra", keys[0])
    place = Location(file.relative_to(root).as_posix(), line, column)
    return [Finding("unsaid-publisher", place, {"found": ", ".join(keys)})]


def _unread(file: Path, path: str, trouble: Trouble) -> Iterator[Finding]:
    """What is wrong with settings that cannot be read."""
    if found := trouble.values.get("found"):
        values = {"key": "site_url", "found": str(found), "form": "address", "example": EXAMPLE}
        place = Location(path, *_place(file.read_text(encoding="utf-8"), "site_url"))
        yield Finding("bad-form", place, {**values, "nearest": address_meant(str(found))})
        return
    try:
        text = file.read_text(encoding="utf-8")
        yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        yield slip_found(path, slips.misread(text, error), 0)
    except UnicodeDecodeError:
        return  # which a build tells


def _place(text: str, *path: str) -> tuple[int, int]:
    """The line and column of the key at a path; those of what is around it without it."""
    place, names = (1, 1), [*path]
    node = yaml.compose(text, yaml.SafeLoader)
    while names and isinstance(node, yaml.MappingNode):
        found = [(name, value) for name, value in node.value if name.value == names[0]]
        if not found:
            break
        (name, node), names = found[-1], names[1:]
        place = name.start_mark.line + 1, name.start_mark.column + 1
    return place
