"""Codes that others give: numbers of registers, languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Case, Finding
from vademecum.model.cases import PARTIES
from vademecum.model.markers import Form, LeadsTo
from vademecum.model.walk import walk
from vademecum.sources.library import Entry
from vademecum.sources.meant.codes import language_named, spoken_in

# No commune's code ends in 000, and none of Paris is that of an office of the post.
OF_THE_POST = regex(r"\d\d000|750(?:0[1-9]|1\d|20)")
# Where French registers are kept.
FRENCH = frozenset(("FR", "GF", "GP", "MQ", "RE", "YT", "BL", "MF", "PM", "PF", "NC", "WF", "TF"))


def codes(entry: Entry) -> Iterator[Finding]:
    """What is wrong with the codes of an entry."""
    yield from _of_registers(entry)
    yield from _of_languages(entry)
    yield from _of_countries(entry)


def _of_registers(entry: Entry) -> Iterator[Finding]:
    """Numbers of French registers for what lies elsewhere; one number for two."""
    known: dict[tuple[str, str], str] = {}
    for step in walk(entry.model, LeadsTo):
        name, place = str(step.path[-1]), entry.document.where(*entry.at, *step.path)
        if (other := known.setdefault((name, step.value), str(step.path[1]))) != step.path[1]:
            yield Finding("identifier-twice", place, {"found": step.value, "other": other})
        around: Any = entry.model
        for key in step.path[:-2]:
            around = around[key] if isinstance(around, dict) else getattr(around, str(key))
        country = getattr(around, "country", None)
        if name == "insee" and (own := _commune_of(step.owner)) not in ("", step.value):
            yield Finding("numbers-of-two", place, {"found": step.value, "other": own})
        marker = step.shape.mark(LeadsTo)
        if marker and marker.holder == "INSEE" and OF_THE_POST.fullmatch(step.value):
            yield Finding("postal-code", place, {"found": step.value})
        if marker and marker.of_france and country and country not in FRENCH:
            yield Finding("french-identifier", place, {"found": step.value, "key": name, "other": country})


def _commune_of(identifiers: Any) -> str:
    """The INSEE code that a commune's SIREN number holds, 21 38 0544 3 that of 38544; "" for those of other
    bodies, and where departments have three digits or letters.
    """
    siren = getattr(identifiers, "siren", None) or ""
    named = siren.startswith("21") and siren[2:4] not in ("20", "75", "97", "98")
    return siren[2:4] + siren[5:8] if named else ""


def _of_languages(entry: Entry) -> Iterator[Finding]:
    """Codes that no language has, or that are not its shortest."""
    for step in walk(entry.model, Form):
        marker, code = step.shape.mark(Form), str(step.value).partition("-")[0]
        if marker is None or marker.name != "tongue" or code in LANGUAGES:
            continue
        if (meant := language_named(code)) != code:
            values = {"found": str(step.value), "nearest": meant}
            yield Finding("unknown-tongue", entry.document.where(*entry.at, *step.path), values)


def _of_countries(entry: Entry) -> Iterator[Finding]:
    """Codes of languages that are rather those of a party's country, where another one is spoken: am is
    Amharic, and AM Armenia.
    """
    if not isinstance(entry.model, Case):
        return
    countries = {party.country for group in PARTIES for party in getattr(entry.model, group).values()}
    for step in walk(entry.model, Form):
        marker, code = step.shape.mark(Form), str(step.value)
        if marker is None or marker.name != "tongue" or code.upper() not in countries:
            continue
        spoken = spoken_in(code.upper())
        if spoken and code not in spoken:
            values = {"found": code, "other": code.upper(), "choices": ", ".join(spoken)}
            yield Finding("country-for-language", entry.document.where(*entry.at, *step.path), values)
