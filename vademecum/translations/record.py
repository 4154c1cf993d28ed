"""What translations were made from: a file beside the sources, written by the generator and never by hand.

translations.lock.json maps each unit to its parts, and each part to the languages that say it, the original
first, each with the digest of its passage: "fr:0f3a… en:77b2…". A section has the name of its anchor in each
language too: "fr:0f3a…#contexte en:77b2…#context". Each part is a line of its own, so that git can merge.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from vademecum import files
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.text.text_files import is_within

FILE = "translations.lock.json"
MOST = 64_000_000  # bytes: some ten times what a library of ten thousand entries needs
SAID = regex(rf"({'|'.join(LANGUAGES)}):([0-9a-f]{{6,64}})(?:#(\S*))?\Z")


class Seen(NamedTuple):
    """A passage as it was when it was recorded: the digest of its words; its anchor where it is a section."""

    digest: str
    anchor: str | None = None


Recorded = Mapping[str, Seen]  # by language, the original first
Parts = Mapping[str, Recorded]
Record = Mapping[str, Parts]


def read(root: Path) -> tuple[Record, list[Finding]]:
    """The record of a project, empty where there is none; a finding where it is not as we write it."""
    path = root / FILE
    if not os.path.lexists(path):
        return {}, []
    damaged = [Finding("bad-record", Location(FILE), {"found": FILE})]
    if not is_within(path, root) or not path.is_file() or path.stat().st_size > MOST:
        return {}, damaged
    try:
        return parsed(path.read_text(encoding="utf-8")), []
    except (OSError, ValueError, RecursionError):
        return {}, damaged


def parsed(text: str) -> dict[str, dict[str, dict[str, Seen]]]:
    """A record from its text. Raises ValueError where it is not as we write it."""
    data = json.loads(text)
    if not isinstance(data, dict) or not all(isinstance(parts, dict) for parts in data.values()):
        raise ValueError("no units")
    return {key: {name: _recorded(said) for name, said in parts.items()} for key, parts in data.items()}


def _recorded(said: object) -> dict[str, Seen]:
    found: dict[str, Seen] = {}
    for word in str(said).split():
        match = SAID.match(word)
        if match is None:
            raise ValueError(f"{word} is no passage")
        found[match[1]] = Seen(match[2], match[3])
    if not found:
        raise ValueError("a part that no language says")
    return found


def text_of(record: Record) -> str:
    """A record as its file holds it: the same record gives the same bytes."""
    units = [_unit(key, parts) for key, parts in sorted(record.items()) if parts]
    return "{\n" + ",\n".join(units) + "\n}\n" if units else "{}\n"


def _unit(key: str, parts: Parts) -> str:
    lines = [f"  {_quoted(name)}: {_quoted(_said(parts[name]))}" for name in sorted(parts)]
    return f" {_quoted(key)}: {{\n" + ",\n".join(lines) + "\n }"


def _said(recorded: Recorded) -> str:
    return " ".join(
        f"{language}:{seen.digest}" + ("" if seen.anchor is None else f"#{seen.anchor}")
        for language, seen in recorded.items()
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write(root: Path, record: Record) -> bool:
    """Write a record, where it says something new; whether it did. Raises OSError where that cannot be."""
    path, text = root / FILE, text_of(record)
    if (
        path.is_file()
        and not path.is_symlink()
        and path.read_text(encoding="utf-8", errors="replace") == text
    ):
        return False
    if path.is_symlink():  # which could lead out of the project
        path.unlink()
    files.write_whole(path, text.encode())
    return True


def known_as(key: str, parts: Iterable[str], record: Record, gone: Mapping[str, str]) -> str:
    """The unit of the record that a unit is, by its key, or by its passages where its file was renamed.

    `parts` are the digests of its passages, `gone` says in which unit that is no more each digest stood.
    """
    if key in record:
        return key
    found = [gone[digest] for digest in parts if digest in gone]
    return max(dict.fromkeys(found), key=found.count, default="")


def gone(record: Record, keys: Iterable[str]) -> dict[str, str]:
    """Digest -> the unit that it stood in, of those units that are no more."""
    there = set(keys)
    return {
        seen.digest: key
        for key, parts in record.items()
        if key not in there
        for recorded in parts.values()
        for seen in recorded.values()
    }
