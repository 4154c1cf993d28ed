"""The languages that everything is written in, the first at the site's root."""

from __future__ import annotations

from collections.abc import Sequence

LANGUAGES = ("fr", "en")
LOCALES = {"fr": "fr_FR", "en": "en_GB"}
NAMES = {"fr": "Français", "en": "English"}


def language_in(path: Sequence[str | int]) -> str:
    """The language that a path of keys names last; "" where it names none."""
    for key in reversed(path):
        if key in LANGUAGES:
            return str(key)
    return ""
