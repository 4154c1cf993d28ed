"""What a project's own mkdocs.yml lacks, or names and this machine does not have: a plugin, an extension, a
theme, a hook, a folder. A build would end at it; nothing of it is loaded to find out.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import yaml

from vademecum.house import SETTINGS
from vademecum.language.nearest import nearest
from vademecum.model import Finding, Location

# Where packages enter what they bring for a setting.
BROUGHT = {
    ("plugins",): "mkdocs.plugins",
    ("markdown_extensions",): "markdown.extensions",
    ("theme",): "mkdocs.themes",
    ("theme", "name"): "mkdocs.themes",
}
FILES = (("hooks",), ("theme", "custom_dir"))
REQUIRED = "site_name"
HEIR = "INHERIT"  # what names another file, which may say the rest
NOTHING = ("", "null", "~")

Place = tuple[int, int]


def missing_parts(text: str, file: Path, name: str) -> Iterator[Finding]:
    """Findings on the names in the text of a mkdocs.yml, `name`, that can be read."""
    house = SETTINGS.read_text(encoding="utf-8")
    for keys, group in BROUGHT.items():
        there = {known for known, _ in _named(house, keys)}  # which every project has
        for found, place in _named(text, keys):
            if found in there or _is_module(found, keys):
                continue
            known = {brought.name for brought in entry_points(group=group)}
            if found.removeprefix("material/") not in known and found not in known:
                yield _missing(name, place, found, nearest(found, known))
    for keys in FILES:
        for found, place in _named(text, keys):
            if not (file.parent / found).exists():
                beside = file.parent.iterdir() if file.parent.is_dir() else ()
                yield _missing(name, place, found, nearest(found, [one.name for one in beside]))


def unsaid(text: str, name: str) -> Iterator[Finding]:
    """A finding where a mkdocs.yml does not name its site: at the key that was meant, if one was."""
    node = yaml.compose(text, yaml.SafeLoader)
    keys = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    if not {REQUIRED, HEIR}.isdisjoint(key.value for key in keys):
        return
    meant = next((key for key in keys if nearest(key.value, [REQUIRED])), None)
    place = (meant.start_mark.line + 1, meant.start_mark.column + 1) if meant else (1, 1)
    yield Finding("setting-unsaid", Location(name, *place), {"found": REQUIRED})


def _missing(name: str, place: Place, found: str, near: str) -> Finding:
    return Finding("setting-missing", Location(name, *place), {"found": found, "nearest": near})


def _is_module(found: str, keys: tuple[str, ...]) -> bool:
    """Whether an extension is named as Python does, by a module that is there."""
    try:
        return keys == ("markdown_extensions",) and find_spec(found.partition(".")[0]) is not None
    except (ImportError, ValueError):
        return False


def _named(text: str, keys: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
    """What a setting names, with the line and column: one word, a list, or the keys of a mapping."""
    node = yaml.compose(text, yaml.SafeLoader)
    for key in keys:
        values = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in values if name.value == key), None)
    yield from _words(node, keys[-1] in ("plugins", "markdown_extensions", "hooks"))


def _words(node: yaml.Node | None, many: bool) -> Iterator[tuple[str, Place]]:
    if node is None or node.tag.startswith("!"):  # what the environment says, or a thing of Python
        return
    if isinstance(node, yaml.ScalarNode):
        if node.value not in NOTHING:
            yield node.value, (node.start_mark.line + 1, node.start_mark.column + 1)
    elif isinstance(node, yaml.SequenceNode) and many:
        for item in node.value:
            yield from _words(item, many)
    elif isinstance(node, yaml.MappingNode) and many:  # a name with its own settings
        for named, _ in node.value:
            yield from _words(named, many)
