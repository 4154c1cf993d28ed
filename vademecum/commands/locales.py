"""The language that a machine speaks to its user."""

from __future__ import annotations

import gettext
import itertools
import locale
import os
from collections.abc import Sequence
from pathlib import Path

CATALOGUES = Path(__file__).with_name("locale")


def language_of_locale() -> str:
    """French where the machine is set to French, whether or not that locale is installed; else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "fr" if name.lower().startswith("fr") else "en"


def language_of(arguments: Sequence[str]) -> str:
    """The language that a command line asks for, else the locale's: for what is said before it is read."""
    words = [word for argument in arguments for word in argument.split("=", 1)]
    asked = [value for name, value in itertools.pairwise(words) if name == "--language"]
    return asked[-1] if asked and asked[-1] in ("fr", "en") else language_of_locale()


def speak(language: str) -> None:
    """Let click and our own help speak a language: both ask gettext, with the catalogues in `locale`."""
    gettext.bindtextdomain("messages", str(CATALOGUES))
    os.environ["LANGUAGE"] = language
