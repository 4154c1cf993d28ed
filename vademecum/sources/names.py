"""Names that are somebody else's: a system's devices, the site's own folders and files."""

from __future__ import annotations

import re
import unicodedata

from vademecum.language.regex import regex

# No file on Windows may bear these, with whatever ending.
# Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = regex(r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)
# What stands at the root of the site, or of one language, and is no page.
OF_SITE = frozenset(
    (
        "fr",
        "en",
        "pdf",
        "id",
        "data",
        "assets",
        "search",
        "pagefind",
        "figures",
        "index",
        "404",
        "sitemap",
        "javascripts",
        "stylesheets",
    )
)


def is_device(name: str) -> bool:
    """Whether a file of this name, short of its ending, is a device on some system."""
    return DEVICES.fullmatch(name) is not None


def folded(path: str) -> str:
    """What paths share that some system takes for one: capitals and composition do not tell them apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
