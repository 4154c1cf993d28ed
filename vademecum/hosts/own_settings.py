"""What is wrong with a project's own mkdocs.yml: what stops a build, and what pages would show as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vademecum.hosts import inherited, settings
from vademecum.hosts.legal import place_of, unfilled
from vademecum.hosts.named_parts import elsewhere, missing_parts, unsaid
from vademecum.hosts.setting_forms import refused
from vademecum.hosts.trouble import Trouble
from vademecum.language.nearest import nearest
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources import reading
from vademecum.sources.meant.addresses_meant import address_meant
from vademecum.sources.meant.misbuilt import no_fields
from vademecum.sources.meant.unfilled import is_not_yet
from vademecum.sources.text import text_files

MAIL = regex(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")
# What our own reading of YAML asks for and MkDocs does not.
MKDOCS_TAKES = frozenset(("tag", "alias", "key-not-text", "duplicate-key"))


def of_settings(root: Path) -> list[Finding]:
    """Findings about a project's own mkdocs.yml, and about those of the project that it inherits from; none
    where it has none.
    """
    file = settings.file_of(root)
    if not file.is_relative_to(root):
        return []
    files = inherited.chain(root, file)
    try:
        settings.read(file)
    except Trouble as trouble:
        return _stopping(root, _troubled(files, trouble), trouble)
    texts = [one.read_text(encoding="utf-8") for one in files]
    values = [settings.values_of(text) for text in texts]
    found = [*unsaid(texts[0], _name(root, file))]
    for number, (one, text) in enumerate(zip(files, texts, strict=True)):
        own = [*_of_text(text, file, _name(root, one))]
        found += inherited.in_force(own, text, values[:number])
    return [*found, *unfilled(root)]


def _of_text(text: str, file: Path, name: str) -> Iterator[Finding]:
    """What is wrong in the text of a mkdocs.yml that can be read; paths in it count from `file`."""
    yield from missing_parts(text, file, name)
    yield from elsewhere(text, name)
    yield from refused(text, name)
    yield from _extra(text, name)


def _name(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()


def _troubled(files: list[Path], trouble: Trouble) -> Path:
    """The file that a trouble is told at: the last that names another which is not there, or its own."""
    if trouble.values.get("reason") == "INHERIT":
        return files[-1]
    own = Path(str(trouble.values["file"])).resolve()
    return next((file for file in files if file.resolve() == own), files[-1])


def site_of(root: Path) -> str:
    """Where the settings say that a project's site lives; "" where they do not, or cannot be read."""
    try:
        return settings.read(settings.file_of(root)).site_url
    except Trouble:
        return ""


def _stopping(root: Path, file: Path, trouble: Trouble) -> list[Finding]:
    """Why the settings cannot be read."""
    name = _name(root, file)
    text, findings = text_files.read_text(root, file)
    if text is None:
        return findings
    if trouble.code == "site_url":
        found = str(trouble.values["found"])
        whole = settings.bare(found) if settings.is_whole(found) else ""
        values = {
            "found": found[:200],
            "nearest": whole or address_meant(found) or "https://manuel.example.org/",
        }
        return [Finding("setting-address", Location(name, *place_of(text, "site_url")), values)]
    document, slips = reading.read_yaml(name, text)
    if told := [*findings, *(slip for slip in slips if slip.code not in MKDOCS_TAKES)]:
        return told
    if not isinstance(document.data, dict):
        return [Finding(no_fields(document.data), Location(name, 1, 1))]
    reason = str(trouble.values.get("reason", ""))
    if reason == "INHERIT":
        values = {"found": str(document.data.get("INHERIT", ""))}
        return [Finding("unreadable-file", Location(name, *place_of(text, "INHERIT")), values)]
    return [Finding("bad-yaml", Location(name, *place_of(text, "INHERIT")), {"found": reason[:90]})]


def _extra(text: str, name: str) -> Iterator[Finding]:
    """What stands below `extra` and is no text, no address, no words of a reader's."""
    extra = settings.extra_of(text)
    optional = [key for key in settings.OURS if key not in (*settings.PUBLISHER, *extra)]
    for key in extra:
        if key not in settings.OURS and (near := nearest(str(key), optional)):
            values = {"found": f"{key}: {extra[key]}"[:90], "nearest": f"{near}: {extra[key]}"[:90]}
            yield Finding("setting-form", Location(name, *place_of(text, "extra", str(key))), values)
    for key in settings.OURS:
        if told := _of_value(key, extra.get(key)):
            code, values = told
            yield Finding(code, Location(name, *place_of(text, "extra", key)), values)


def _of_value(key: str, value: Any) -> tuple[str, dict[str, str]] | None:
    """The code and the values of what is wrong with a setting's value; None where nothing is."""
    if isinstance(value, (list, dict)) or value is True:
        words = _words(value)
        near = f'{key}: "{words or "…"}"'
        return "setting-form", {"found": f"{key}: {words or 'true'}"[:90], "nearest": near[:90]}
    if value and key in settings.PUBLISHER and is_not_yet(str(value)):
        return "left-over", {"found": str(value)[:60]}
    if value and (near := _wanted(key, str(value))):
        return "setting-form", {"found": f"{key}: {value}"[:90], "nearest": near}
    return None


def _wanted(key: str, value: str) -> str:
    """What a setting is to look like that does not; "" for one that does."""
    if key == "contact" and not MAIL.fullmatch(value):
        return "contact: redaction@example.org"
    if key == "forge" and value not in settings.FORGES:
        return " / ".join(f"forge: {forge}" for forge in settings.FORGES)
    return ""


def _words(value: Any) -> str:
    """The words that a value holds which is no text."""
    if isinstance(value, Mapping):
        return ", ".join(map(str, value.values()))
    return ", ".join(map(str, value)) if isinstance(value, list) else ""
