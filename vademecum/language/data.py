"""Data files of our own, such as the interface's words: trusted, and read in every process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# libyaml's takes a tenth of the time, which is a quarter of a second of every command.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_in(file: Path) -> Any:
    """What a YAML file of ours holds."""
    return yaml.load(file.read_text(encoding="utf-8"), LOADER)
