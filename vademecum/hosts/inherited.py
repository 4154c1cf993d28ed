"""The settings that a project's mkdocs.yml inherits from others, and what it says in their place.

MkDocs puts together what stands in all of them, groups key by key; paths count from the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from vademecum.hosts import settings
from vademecum.model import Finding

DEEP = 2  # keys below one another by which values are given and replaced: extra, contact


def chain(root: Path, file: Path) -> list[Path]:
    """The files of a project's settings, each before the one that it inherits from; none that stands outside
    the project, nor one that cannot be read.
    """
    files = [file]
    while len(files) <= settings.HEIRS and (heir := _named(files[-1])):
        beyond = (files[-1].parent / heir).resolve()
        if not beyond.is_relative_to(root.resolve()) or not beyond.is_file():
            break
        files.append(root / beyond.relative_to(root.resolve()))
    return files


def _named(file: Path) -> str:
    """The file that settings inherit from; "" where they do not, or cannot be read."""
    try:
        return str(settings.values_of(file.read_text(encoding="utf-8")).get("INHERIT") or "")
    except (yaml.YAMLError, UnicodeDecodeError):
        return ""


def in_force(findings: Sequence[Finding], text: str, heirs: Sequence[Mapping[str, Any]]) -> list[Finding]:
    """The findings on the settings in a text without those on values that an heir gives otherwise."""
    node = yaml.compose(text, yaml.SafeLoader)
    ways = [(finding, _way(node, finding.location.line)) for finding in findings]
    return [finding for finding, way in ways if not any(_gives(heir, way) for heir in heirs)]


def _way(node: yaml.Node | None, line: int) -> list[str]:
    """The keys below which a line stands."""
    way: list[str] = []
    while isinstance(node, yaml.MappingNode) and len(way) < DEEP:
        above = [(name, value) for name, value in node.value if name.start_mark.line < line]
        if not above:
            break
        way.append(str(above[-1][0].value))
        node = above[-1][1]
    return way


def _gives(heir: Any, way: Sequence[str]) -> bool:
    """Whether settings say something in place of what stands at the end of a way."""
    for key in way:
        if not isinstance(heir, Mapping):
            return True
        if key not in heir:
            return False
        heir = heir[key]
    return not isinstance(heir, Mapping)
