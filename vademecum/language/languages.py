"""The languages that everything is written in, the first at the site's root."""

from __future__ import annotations

LANGUAGES = ("fr", "en")
LOCALES = {"fr": "fr_FR", "en": "en_GB"}
NAMES = {"fr": "Français", "en": "English"}
