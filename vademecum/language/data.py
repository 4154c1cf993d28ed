"""Data files of our own, such as the interface's words: trusted, and read in every process."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

# libyaml's takes a tenth of the time, which is a quarter of a second of every command.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


SHOWN = 60  # letters of a line that is told
SLIP = (
    '{path}:{line}:{column}: YAML illisible ; {found} ; mettez les mots entre guillemets droits : "…"\n'
    '{path}:{line}:{column}: unreadable YAML; {found}; put the words between straight quotation marks: "…"'
)


class Slip(SystemExit):
    """A data file that a translator broke: what ends any command, with the place in both languages."""


def data_in(file: Path) -> Any:
    """What a YAML file of ours holds. Raises Slip where it is none: even the words to say so may be lost."""
    text = file.read_text(encoding="utf-8")
    try:
        return yaml.load(text, LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        found = text.split("\n")[line].strip()[:SHOWN]
        path = os.path.relpath(file)
        raise Slip(SLIP.format(path=path, line=line + 1, column=column + 1, found=found)) from None
