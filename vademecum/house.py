"""Where that which is not code stands: theme, templates, vocabularies, hooks, settings.

In a checkout they stand beside the package, where designers and editors find them; in a wheel they travel
inside.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
INSTALLED = PACKAGE / "installed"
IS_CHECKOUT = not INSTALLED.is_dir()
HOUSE = PACKAGE.parent if IS_CHECKOUT else INSTALLED
SETTINGS = HOUSE / "mkdocs.yml"
VOCABULARIES = HOUSE / "vocabularies.yml"
HOOKS = HOUSE / "hooks"
THEME = HOUSE / "theme"
FONTS = THEME / "assets" / "fonts"
PRINT = HOUSE / "print"
