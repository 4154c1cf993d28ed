"""Findings that another makes wherever something leads to what it tells of: told once, where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from vademecum.model import Finding

MISSING = ("section-missing", "context-missing", "section-untranslated")  # what a fence may hold


def without_echoes(findings: Sequence[Finding]) -> list[Finding]:
    """Findings without those on links to an entry that was published and is gone, which the entry in its
    place is to name, on links to a picture whose file is of a format that no page shows,
    and on sections of a case that stand in a block of code.
    """
    gone = {one.values["found"] for one in findings if one.code == "published-gone"}
    pictures = {_name(one) for one in findings if one.code == "picture-format" and _is_of_file(one)}
    fenced = {one.location.path for one in findings if one.code == "text-in-fence"}
    if not gone and not pictures and not fenced:
        return list(findings)
    return [
        one
        for one in findings
        if _led_to(one) not in gone
        and not _of_picture(one, pictures)
        and not (one.code in MISSING and one.location.path in fenced)
    ]


def _led_to(one: Finding) -> str:
    """The entry that a finding says is not there, by kind and id; "" for any other finding."""
    if not one.code.startswith("unknown-"):
        return ""
    return f"{one.code.removeprefix('unknown-')}:{one.values.get('id') or one.values.get('found', '')}"


def _of_picture(one: Finding, pictures: set[str]) -> bool:
    return one.code == "picture-format" and not _is_of_file(one) and _name(one) in pictures


def _name(one: Finding) -> str:
    """The name of the file that a finding on a picture is of, whatever its path was written as."""
    return one.values["found"].replace("\\", "/").rpartition("/")[2]


def _is_of_file(one: Finding) -> bool:
    """Whether a finding stands at the file that it names, and not where another refers to it."""
    return one.location.path.endswith(f"/{one.values['found']}")
