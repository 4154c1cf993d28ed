"""The language that a machine speaks to its user."""

from __future__ import annotations

import locale
import os


def language_of_locale() -> str:
    """French where the machine is set to French, whether or not that locale is installed; else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"
