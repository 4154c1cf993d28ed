"""What key an editor meant by a word of everyday use that is no key's label: "date" for `issued`."""

from __future__ import annotations

from collections.abc import Collection

from vademecum.language.collation import folded

# What editors call a key whose label is another, by the keys that it may stand for.
CALLED = {
    ("issued",): ("date", "annee", "year", "published", "publication", "parution"),
    ("URL", "address"): ("lien", "link", "url", "site", "adresse", "web"),
    ("start",): ("depuis", "since", "from", "de"),
    ("end",): ("jusqu a", "until", "to"),
    ("related",): ("voir aussi", "see also", "voir"),
    ("container-title",): ("revue", "journal", "dans", "in"),
    ("publisher-place", "place"): ("lieu", "ville", "city"),
    ("accessed",): ("consulte", "consulte le", "retrieved"),
    ("literal",): ("organisme", "organisation", "collectivite"),
}


def key_named(found: str, valid: Collection[str]) -> str:
    """The key that a word of everyday use stands for, among those that may stand there; "" for none."""
    wanted = folded(found.replace("_", " "))
    keys = (key for keys, names in CALLED.items() if wanted in names for key in keys)
    return next((key for key in keys if key in valid), "")
