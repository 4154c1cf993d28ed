"""Keys that an entry takes from a vocabulary and that do not stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vademecum.language.collation import folded
from vademecum.language.nearest import ALL, choices, nearest
from vademecum.model import Finding
from vademecum.model.markers import Vocabulary
from vademecum.model.walk import Step, walk, walk_data
from vademecum.sources.library import VOCABULARIES, Entry, Library
from vademecum.sources.meant.numbers_meant import SPACES, number
from vademecum.sources.meant.suggestions import by_label
from vademecum.sources.text.source_file import Refused, SourceFile

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
LONGEST = 15  # digits of a number that is any
MOST_LETTERS = 80  # of what tells a number of people
COUNTS = re.compile(r"(?<![\d(])(?:\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d{5,15})(?!\d)")
# What stands between keys where a comma is wanted.
APART = re.compile(r"[\s;,/|+&]+(?:-\s+)?|\s-\s")
Labels = Mapping[str, Mapping[str, str]]


def vocabularies(library: Library, entry: Entry) -> Iterator[Finding]:
    """Every key that an entry takes from a vocabulary stands in it."""
    steps = walk(entry.model, Vocabulary)
    yield from _unknown(library, entry.document, entry.at, steps, vars(entry.model))


def misfits(library: Library) -> Iterator[Finding]:
    """The same of each file that does not fit its model otherwise."""
    for model, document in library.misfits:
        if isinstance(document.data, dict):
            steps = [step for step in walk_data(model, document.data, Vocabulary) if _is_text(step.value)]
            yield from _unknown(library, document, (), steps, document.data)


def said_twice(library: Library) -> Iterator[Finding]:
    """Two keys of one list that readers see under one name."""
    document = library.documents.get(VOCABULARIES)
    for name in type(library.vocabularies).model_fields if document else ():
        seen: set[tuple[str, str]] = set()
        for key, labels in getattr(library.vocabularies, name).items():
            named = {(language, folded(label)) for language, label in labels.items()}
            if document and (shared := seen & named):
                language, _ = min(shared)
                place = document.where(name, key, language)
                yield Finding("said-twice", place, {"found": labels[language]})
            seen |= named


def _is_text(value: Any) -> bool:
    """Whether a value of a file is text that says something, and that was not refused."""
    return isinstance(value, str) and bool(value.strip()) and not isinstance(value, Refused)


def _unknown(
    library: Library,
    document: SourceFile,
    at: tuple[str, ...],
    steps: Iterable[Step],
    entry: Mapping[str, Any],
) -> Iterator[Finding]:
    for path, shape, value, _ in steps:
        marker = shape.mark(Vocabulary)
        if marker is None or (marker.when and entry.get(marker.when[0]) != marker.when[1]):
            continue
        labels: Labels = getattr(library.vocabularies, marker.name)
        if (key := value.strip()) not in labels:
            near = meant(key, labels)
            values = {
                "key": shape.of.partition(".")[2],
                "found": key,
                "choices": choices(labels, most=ALL),
                "nearest": "" if shape.is_key and near[:1] == "[" else near,  # no key is a list
            }
            yield Finding("unknown-vocabulary", document.where(*at, *path, key=shape.is_key), values)


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


def _several(found: str, labels: Labels) -> str:
    """The list that several keys in one value were to be."""
    keys = [part for part in APART.split(found.strip()) if part]
    return f"[{', '.join(keys)}]" if len(keys) > 1 and all(key in labels for key in keys) else ""


def _band(found: str, labels: Labels) -> str:
    """The key of the form "10000-49999", "under-10000" or "1000000-plus" that every number found belongs
    under, or the key that is the only number found.
    """
    numbers: list[str] = re.findall(r"\d+", found)
    if len(numbers) == 1 and numbers[0] in labels:
        return numbers[0]
    counts = [int(count)] if (count := _count(found)) else _thousands(found)
    for key in labels if counts else ():
        bounds = bounds_of(key)
        if bounds and bounds[0] <= min(counts) and max(counts) <= (bounds[1] or max(counts)):
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
