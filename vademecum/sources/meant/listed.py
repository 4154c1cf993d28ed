"""Entries in a list where each stands under an id: what the dashes are to become."""

from __future__ import annotations

from typing import Any

from vademecum.model import Finding, Location, Model
from vademecum.model.shapes import keys

# What other programs and editors call the id of an entry, where none of its own fields is called so.
NAMES_OF_IDS = frozenset(
    ("id", "identifiant", "identifier", "key", "clé", "cle", "clef", "citekey", "citation-key")
).union(("sigle", "acronyme", "acronym", "abréviation", "abbreviation"))


def listed(where: Location, found: str, entries: list[dict[str, Any]], model: type[Model]) -> Finding:
    """What is told of a list of entries: their ids, where they have them."""
    if ids := _ids(entries, model):
        key, first = ids
        return Finding("dash-and-id", where, {"found": f"{key}: {first}", "key": key, "nearest": f"{first}:"})
    if bare := _bare(entries, model):
        level = len(entries[0]) > 1  # its fields stand as far to the left as its id
        code = "dash-only-before-id" if level else "dash-before-id"
        return Finding(code, where, {"found": f"- {bare}: …", "nearest": f"{bare}: …"})
    code = "dash-for-acronym" if found == "acronyms.yml" else "dash-for-id"
    return Finding(code, where, {"found": found})


def _ids(entries: list[dict[str, Any]], model: type[Model]) -> tuple[str, str] | None:
    """The key under which every entry has an id of its own, and the first of those."""
    known = keys(model)
    for key in entries[0]:
        if key in NAMES_OF_IDS and key not in known:
            ids = [one.get(key) for one in entries]
            if all(isinstance(one, str) and one for one in ids) and len(set(ids)) == len(ids):
                return key, str(ids[0])
    return None


def _bare(entries: list[dict[str, Any]], model: type[Model]) -> str:
    """The first id, where every entry stands under one already, behind its dash: with its fields between
    braces or below, or with some words alone.
    """
    firsts = [next(iter(one.items()), ("", "")) for one in entries]
    begun = [key for key, value in firsts if isinstance(value, dict) or value == ""]
    ids = begun + [next(iter(one)) for one in entries if len(one) == 1 and next(iter(one)) not in begun]
    known = NAMES_OF_IDS.union(keys(model))
    return ids[0] if len(set(ids)) == len(entries) and not known.intersection(ids) else ""
