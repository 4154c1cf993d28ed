"""What a project's own mkdocs.yml lacks, or names and this machine does not have: a plugin, an extension, a
theme, a hook, a folder, a style sheet. A build would end at it, or its pages lack it; nothing of it is loaded
to find out.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import yaml

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
LOADED = (("extra_css",), ("extra_javascript",))  # of the theme, of docs/ or of another site
THEME = "material"  # which comes with the generator
REQUIRED = {"site_name": "Vade-mecum", "hooks": "[hooks/mkdocs_hooks.py]"}  # with an example of each
DOCS = "docs"
OURS = "theme"  # the folder that holds what pages are set in
MANY = ("plugins", "markdown_extensions", "hooks", "extra_css", "extra_javascript")  # which hold several
HEIR = "INHERIT"  # what names another file, which may say the rest
NOTHING = ("", "null", "~")

Place = tuple[int, int]


def missing_parts(text: str, file: Path, name: str) -> Iterator[Finding]:
    """Findings on the names in the text of a mkdocs.yml, `name`, that can be read."""
    for keys, group in BROUGHT.items():
        for found, place in _named(text, keys):
            if (found == THEME and keys[0] == "theme") or _is_module(found, keys):
                continue
            known = {brought.name for brought in entry_points(group=group)}
            if found.removeprefix("material/") not in known and found not in known:
                yield _missing(name, place, found, nearest(found, known))
    for keys in FILES:
        for found, place in _named(text, keys):
            if not (file.parent / found).exists():
                yield _missing(name, place, found, nearest(found, [one.name for one in _beside(file.parent)]))
    yield from _unserved(text, file, name)


def _unserved(text: str, file: Path, name: str) -> Iterator[Finding]:
    """Style sheets and scripts that pages would ask for and nobody would get."""
    folders = [file.parent / DOCS, *(file.parent / one for one, _ in _named(text, FILES[1]))]
    if not all(folder.is_dir() for folder in folders[1:]):
        return  # that the theme is not there is told, and what it holds with it
    named = [one for keys in LOADED for one in _named(text, keys) if "//" not in one[0]]
    lost = [one for one in named if not any((folder / one[0]).is_file() for folder in folders)]
    if len(folders) == 1 and len(lost) > 1 and all((file.parent / OURS / one).is_file() for one, _ in lost):
        values = {"found": "theme", "nearest": f"theme: {{name: {THEME}, custom_dir: {OURS}}}"}
        yield Finding("setting-unsaid", Location(name, 1, 1), values)
        return
    for found, place in lost:
        path = PurePosixPath(found)
        beside = {one.name for folder in folders for one in _beside((folder / path).parent)}
        meant = nearest(path.name, beside)
        yield _missing(name, place, found, str(path.with_name(meant)) if meant else "")


def unsaid(text: str, name: str) -> Iterator[Finding]:
    """A finding on each setting that no site does without and a mkdocs.yml does not have: at the key that
    was meant, if one was.
    """
    node = yaml.compose(text, yaml.SafeLoader)
    keys = {key.value: (key, value) for key, value in getattr(node, "value", ())}
    for required, example in REQUIRED.items() if HEIR not in keys else ():
        key, value = keys.get(required, (None, None))
        if value is not None and value.value not in ("", [], "null", "~"):
            continue
        key = key or next((key for said, (key, _) in keys.items() if nearest(said, [required])), None)
        place = (key.start_mark.line + 1, key.start_mark.column + 1) if key else (1, 1)
        values = {"found": required, "nearest": f"{required}: {example}"}
        yield Finding("setting-unsaid", Location(name, *place), values)


def elsewhere(text: str, name: str) -> Iterator[Finding]:
    """A finding on a folder of texts that is not ours, and that nothing would read."""
    for found, place in _named(text, ("docs_dir",)):
        if found.strip("./") != DOCS:
            values = {"found": f"docs_dir: {found}", "nearest": f"docs_dir: {DOCS}"}
            yield Finding("setting-form", Location(name, *place), values)


def _beside(folder: Path) -> list[Path]:
    return [*folder.iterdir()] if folder.is_dir() else []


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
    yield from _words(node, keys[-1] in MANY)


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
