"""What a site's legal notice must say and its settings leave empty."""

from __future__ import annotations

from pathlib import Path

import yaml

from vademecum.hosts import settings
from vademecum.hosts.trouble import Trouble
from vademecum.language.collation import folded
from vademecum.language.nearest import nearest
from vademecum.model import Finding, Location

# What editors call what a legal notice must say, in small letters without accents.
CALLED = {
    "editeur": "publisher",
    "adresse": "publisher_address",
    "address": "publisher_address",
    "adresse de l editeur": "publisher_address",
    "directeur": "director",
    "directrice": "director",
    "directeur de publication": "director",
    "directeur de la publication": "director",
    "hebergeur": "host",
    "hebergement": "host",
    "hosting": "host",
}


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
    text = file.read_text(encoding="utf-8")
    written = _written(text)
    line, column = place_of(text, "extra", written.get(keys[0], keys[0]))
    place = Location(file.relative_to(root).as_posix(), line, column)
    found = ", ".join(f"{key} ({other} ?)" if (other := written.get(key)) else key for key in keys)
    return [Finding("unsaid-publisher", place, {"found": found})]


def _written(text: str) -> dict[str, str]:
    """The keys below `extra` that were written for others, misspelt or in French, by what they were for."""
    others = [str(one) for one in settings.extra_of(text) if one not in settings.OURS]
    meant = {one: CALLED.get(folded(one.replace("_", " "))) or nearest(one, settings.OURS) for one in others}
    return {key: one for one, key in reversed(meant.items()) if key}


def place_of(text: str, *keys: str) -> tuple[int, int]:
    """The line and column of a key by its way; those of the last on it that stands there, else of the
    beginning.
    """
    place, names = (1, 1), list(keys)
    node = yaml.compose(text, yaml.SafeLoader)
    while names and isinstance(node, yaml.MappingNode):
        found = [(name, value) for name, value in node.value if name.value == names[0]]
        if not found:
            break
        (name, node), names = found[-1], names[1:]
        place = name.start_mark.line + 1, name.start_mark.column + 1
    return place
