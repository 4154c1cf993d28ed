"""What a text editor is told of the files that editors write: which schema checks which file, and snippets.

`python -m vademecum.editing.editor_files` writes them into `.vscode/`, a test holds that they are up to
date. Schemas are for YAML; the front matter of Markdown files, which no YAML server reads, has snippets.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vademecum.editing.skeleton import SCHEMAS, skeleton
from vademecum.language.languages import LANGUAGES
from vademecum.model.kinds import KINDS, Kind

FOLDER = ".vscode"
TASK = "Schemas of what editors write"


def files() -> dict[str, str]:
    """The files by their names, each as its text."""
    settings = {
        "yaml.schemas": {
            f"./{SCHEMAS}/{kind.name}.schema.json": glob(kind) for kind in KINDS if kind.path.endswith(".yml")
        },
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.validate": True,
        "files.associations": {"*.md": "markdown"},
    }
    task = {
        "label": TASK,
        "type": "shell",
        "command": "python3 build.py export schemas",
        "windows": {"command": "py build.py export schemas"},
        "presentation": {"reveal": "silent"},
        "runOptions": {"runOn": "folderOpen"},
        "problemMatcher": [],
    }
    return {
        "settings.json": _text(settings),
        "tasks.json": _text({"version": "2.0.0", "tasks": [task]}),
        "extensions.json": _text({"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}),
        "vade-mecum.code-snippets": _text(dict(snippets())),
    }


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def glob(kind: Kind) -> str:
    """The files of a kind as editors' programs name them."""
    return kind.path.replace("<id>", "*").replace("<language>", "*")


def snippets() -> Iterator[tuple[str, dict[str, Any]]]:
    """A snippet for each kind of file and language: the whole of a new file, its required keys to fill."""
    for kind in KINDS:
        if kind.holds == "many":
            continue
        for language in LANGUAGES:
            yield (
                f"{kind.label[language]} ({language})",
                {
                    "scope": "markdown" if kind.path.endswith(".md") else "yaml",
                    "prefix": f"vm-{kind.name}-{language}",
                    "description": kind.path,
                    "body": list(_body(skeleton(kind, language))),
                },
            )


def _body(text: str) -> Iterator[str]:
    """The lines of a snippet, with a place to stop at after each empty key."""
    stop = 0
    for line in text.rstrip("\n").split("\n"):
        escaped = re.sub(r"[\\$}]", r"\\\g<0>", line)
        if re.fullmatch(r"[\w-]+:", line):
            stop += 1
            escaped = f"{escaped} ${stop}"
        yield escaped


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".", FOLDER)
    folder.mkdir(exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8")
