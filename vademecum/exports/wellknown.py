"""What programs look for at a site's root: rules for robots, whom to tell of a hole, what a device shows."""

from __future__ import annotations

import datetime
import json

from vademecum.language.typography import typeset
from vademecum.pages.common.addresses import ROOTS, absolute
from vademecum.pages.edition import Edition

VALID = datetime.timedelta(days=365)  # how long what is said of contacts holds, at most (RFC 9116, 2.5.5)
ICONS = (("touch-icon.png", "180x180"), ("icon-192.png", "192x192"), ("icon-512.png", "512x512"))


def robots(edition: Edition) -> bytes:
    """Every robot may read everything (RFC 9309), and finds the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {edition.setting.site}sitemap.xml\n".encode()


def security(edition: Edition) -> bytes:
    """Whom to tell of a hole in the site's security (RFC 9116); it expires a year after the last change."""
    newest = max(edition.setting.dates.values())
    expires = datetime.datetime.combine(newest + VALID, datetime.time(), datetime.UTC)
    lines = {
        "Contact": f"mailto:{edition.setting.contact}",
        "Expires": expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": "fr, en",
        "Canonical": f"{edition.setting.site}.well-known/security.txt",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items()).encode()


def manifest(edition: Edition) -> bytes:
    """What a device shows of the site on its home screen (https://www.w3.org/TR/appmanifest/)."""
    site, up = edition.words["site"], "../" * ROOTS[edition.language].count("/")
    said = {
        "name": typeset(f"{site['title']}. {site['tagline']}", edition.language),
        "short_name": site["title"],
        "lang": edition.language,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#fbf7ee",
        "theme_color": "#fbf7ee",
        "icons": [
            {"src": f"{up}assets/images/{name}", "sizes": size, "type": "image/png"} for name, size in ICONS
        ],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def is_root(edition: Edition) -> bool:
    """Whether an edition stands at the site's root, where such files are looked for."""
    return not absolute("", edition.language)
