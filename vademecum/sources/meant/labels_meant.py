"""The key of a list of vocabularies.yml that an editor may have meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from vademecum.language.collation import folded
from vademecum.language.nearest import ALL, choices, named_choices, nearest
from vademecum.language.regex import regex
from vademecum.model import Finding, Vocabularies
from vademecum.sources.meant.numbers_meant import SPACES, number
from vademecum.sources.meant.suggestions import by_label

# What editors call the kinds of bodies, besides their labels: in small letters without accents.
EVERYDAY: Mapping[str, tuple[str, ...]] = {
    "commune": ("ville", "mairie", "village", "municipalite", "town", "city", "municipality", "town hall"),
    "intercommunality": (
        *("epci", "interco", "agglomeration", "agglo", "communaute de communes", "communaute urbaine"),
        *("communaute d agglomeration", "groupement de communes"),
    ),
    "metropolis": ("metropole", "metropolitan area"),
    "department": ("departement", "conseil departemental", "conseil general", "county"),
    "region": ("region", "conseil regional"),
    "federated-state": ("land", "etat federe", "state"),
}
MOST_WORDS = 500  # letters of a value that labels are looked for in
SPAN = 2  # numbers
LONGEST = 15  # digits of a number that is any
MOST_LETTERS = 80  # of what tells a number of people
COUNTS = regex(r"(?<![\d(])(?:\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d{5,15})(?!\d)")
# What stands between keys where a comma is wanted.
APART = regex(r"[\s;,/|+&]+(?:-\s+)?|\s-\s")
COMMAS = regex(r"\s{0,9}(?:[,;/|+&•\n]|(?:^|\s)[-–—*])\s{0,9}")  # what stands between labels
AND = regex(r"\s{1,9}(?:et|and)\s{1,9}")
Labels = Mapping[str, Mapping[str, str]]


def meant(found: str, labels: Labels) -> str:
    """The key that an editor may have meant: by its label in any language or a part of it, by a number in its
    band, or by its spelling.
    """
    if (joined := "".join(found.split())) in labels:
        return joined
    same = next((key for key in labels if key.casefold() == found.casefold()), "")
    if meaning := same or by_label(found, labels) or _band(found, labels):
        return meaning
    if listed := _several(found, labels):
        return listed
    if everyday := next((key for key in labels if folded(found) in EVERYDAY.get(key, ())), ""):
        return everyday
    if re.fullmatch(r"0\d|\d\d?\.\w{1,2}", found):  # a target of a goal, or its number with a nought
        return goal if (goal := found.partition(".")[0].lstrip("0")) in labels else ""
    if re.fullmatch(r"[\d.,\s]+", found) or _thousands(found):
        return ""  # another number is another thing
    wanted = folded(found)
    by_name = {folded(label): key for key, named in labels.items() for label in named.values()}
    return nearest(found, labels) or by_name.get(nearest(wanted, by_name), "")


def with_keys(vocabularies: Vocabularies, finding: Finding) -> Finding:
    """A finding on a field whose values stand in one of the lists, with these, and the keys that a value was
    to be.
    """
    values = dict(finding.values)
    labels: Labels = getattr(vocabularies, values["vocabulary"])
    if not labels:
        return replace(finding, values={key: value for key, value in values.items() if key != "fills"})
    found = values.get("found", "")
    near = _listed(found, labels) if found else ""
    told = {"choices": choices(labels, ALL), **named_choices(labels, "" if near else found), "nearest": near}
    told |= {"fills": ""} if near else {}
    return replace(finding, values=values | told)


def _listed(found: str, labels: Labels) -> str:
    """The list of keys that the labels in one value stand for; "" where any of them is unknown."""
    keys: list[str] = []
    if len(found) > MOST_WORDS:
        return ""
    for part in filter(None, COMMAS.split(found.strip(" ()"))):
        keys += _each(part, labels) or [meant(one, labels) for one in AND.split(part)]
    known = bool(keys) and all(key in labels for key in keys)
    return f"[{', '.join(dict.fromkeys(keys))}]" if known else ""


def _each(found: str, labels: Labels) -> list[str]:
    """The key that a value is or that its label stands for; those of its words, where each has one."""
    keys = [_key(found, labels)]
    if not all(keys):
        keys = [_key(part, labels) for part in APART.split(found.strip()) if part not in ("", "et", "and")]
    return keys if all(keys) else []


def _key(found: str, labels: Labels) -> str:
    return found if found in labels else by_label(found, labels)


def _several(found: str, labels: Labels) -> str:
    """The list that several keys or labels in one value were to be."""
    keys = _each(found, labels)
    return f"[{', '.join(dict.fromkeys(keys))}]" if len(keys) > 1 else ""


def _band(found: str, labels: Labels) -> str:
    """The key of the form "10000-49999", "under-10000" or "1000000-plus" that every number found belongs
    under, "10000-50000" with its first; or the key that is the only number found.
    """
    numbers: list[str] = re.findall(r"\d+", found)
    if len(numbers) == 1 and numbers[0] in labels:
        return numbers[0]
    counts = [int(count)] if (count := _count(found)) else _thousands(found)
    for key in labels if counts else ():
        bounds = bounds_of(key)
        last = max(counts) - (len(counts) == SPAN)  # which begins the next one
        if bounds and bounds[0] <= min(counts) and last <= (bounds[1] or last):
            return key
    return ""


def bounds_of(key: str) -> tuple[int, int | None] | None:
    """The least and the most that a key of such a form holds, the most open for "1000000-plus"; None for any
    other key.
    """
    low, span, high = key.partition("-")
    if not span or not (low.isdecimal() or high.isdecimal()):
        return None
    most = int(high) - (not low.isdecimal()) if high.isdecimal() else None
    return int(low) if low.isdecimal() else 0, most


def _thousands(found: str) -> list[int]:
    """The numbers of four digits and more in some words, with or without groups; years are none."""
    if len(found) > MOST_LETTERS:
        return []
    numbers = (SPACES.sub("", number).replace(".", "") for number in COUNTS.findall(found))
    return [int(number) for number in numbers]


def _count(found: str) -> str:
    """The whole number that was written, a unit and groups of digits left aside; "" for other words."""
    count = number(found) or found
    return count if count.isdecimal() and len(count) <= LONGEST else ""
