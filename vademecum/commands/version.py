"""Which version of the generator runs."""

from __future__ import annotations

import tomllib
from importlib import metadata

from vademecum import house


def version() -> str:
    """The version of this checkout, else of the package that is installed."""
    if not house.IS_CHECKOUT:
        return metadata.version("vade-mecum")
    settings = tomllib.loads((house.HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    return str(settings["project"]["version"])
