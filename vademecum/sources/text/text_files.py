"""The text of a file: whether it may be read, its bytes as characters, the places in it."""

from __future__ import annotations

import codecs
import functools
import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path

from vademecum.model import Finding, Location
from vademecum.sources.text import limits, slips
from vademecum.sources.text.conflicts import without_conflicts
from vademecum.sources.text.documents import BEGINNINGS, program_of
from vademecum.sources.text.invisible import CONTROL, visible
from vademecum.sources.text.scanning import are_plain, strange_characters, too_long_line

# How Windows, old Macs and DOS save letters in Western Europe.
WESTERN = ("cp1252", "mac_roman", "cp850")
ACCENTED = frozenset("àâæçèéêëîïôœùûüÀÂÇÈÉÊËÎÏÔŒÙÛÜ«»’–— \u00a0")  # which such a file has most of


def _western(encoding: str, error: UnicodeError) -> tuple[str, int]:
    """What bytes that are not UTF-8 most likely mean in an encoding. So the words that they stand in are not
    told as misspelt.
    """
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    return wrong.decode(encoding, errors="replace"), error.end


for _name in WESTERN:
    codecs.register_error(f"vademecum-{_name}", functools.partial(_western, _name))


def _as_meant(raw: bytes) -> str:
    """The text of bytes that are not UTF-8, by the encoding that makes the most of them accented letters."""
    strange = [byte for byte in raw if byte > 127]

    def fit(encoding: str) -> int:
        table = bytes(range(256)).decode(encoding, errors="replace")
        return sum(table[byte] in ACCENTED for byte in strange)

    return raw.decode(errors=f"vademecum-{max(WESTERN, key=fit)}")


def read_text(root: Path, path: Path) -> tuple[str | None, list[Finding]]:
    """The text of a file, none where it cannot be read: outside the project, no file, too large, a line
    without end; and its findings: those, or not UTF-8, characters that are not seen or cannot be printed, a
    conflict of git's. None of the latter hides what follows it.
    """
    name = path.relative_to(root).as_posix()
    if not is_within(path, root):
        return None, [
            Finding(
                "outside-project",
                Location(name),
                {
                    "found": visible(
                        os.fsencode(path.readlink()).decode(errors="replace") if path.is_symlink() else name
                    )
                },
            )
        ]
    if not path.is_file():
        return None, [Finding("unreadable-file", Location(name), {"found": name})]
    try:
        with path.open("rb") as file:  # not more than is allowed: some files never end
            raw = file.read(limits.TEXT_BYTES + 1)
            size = max(len(raw), os.fstat(file.fileno()).st_size)
    except OSError:
        return None, [Finding("unreadable-file", Location(name), {"found": name})]
    if raw.startswith(BEGINNINGS):
        return None, [Finding("no-text-file", Location(name), {"found": program_of(raw)})]
    if size > limits.TEXT_BYTES:
        values = {"length": str(size), "limit": str(limits.TEXT_BYTES)}
        return None, [Finding("file-too-large", Location(name), values)]
    return _decoded(name, raw.removeprefix(BOM_UTF8))


def _decoded(name: str, raw: bytes) -> tuple[str | None, list[Finding]]:
    """The text of a file's bytes, with what is wrong with its characters and lines."""
    findings: list[Finding] = []
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # of which no letter would be read as it is
        return None, [Finding("not-utf8", Location(name), {"found": f"0x{raw[0]:02x}"})]
    try:
        text = lines_of(raw.decode())
    except UnicodeDecodeError as error:
        place = Location(name, *line_column(before := lines_of(raw[: error.start].decode()), len(before)))
        findings.append(Finding("not-utf8", place, {"found": f"0x{raw[error.start]:02x}"}))
        text = lines_of(_as_meant(raw))
    whole = not findings
    if too_long := too_long_line(name, text):
        return None, [*findings, too_long]
    text, conflicts = without_conflicts(text)
    findings += [slip_found(name, slip) for slip in conflicts]
    if are_plain(text):
        return text, findings
    return CONTROL.sub(" ", text), [*findings, *strange_characters(name, text, whole=whole)]


_real = functools.lru_cache(16)(os.path.realpath)


def is_within(path: Path, root: Path) -> bool:
    """Whether a path, its links followed, lies below a folder, and in no hidden one there, such as .git.

    pathlib's own way takes three times as long for each file, and fails where a link leads to itself.
    """
    real, above = os.path.realpath(path), _real(root)
    below = real.removeprefix(above.rstrip(os.sep) + os.sep)
    return real == above or (below != real and below[0] != "." and f"{os.sep}." not in below)


def slip_found(name: str, slip: slips.Slip, above: int = 0) -> Finding:
    """The finding of a slip; the part of the file that was looked at begins `above` lines below its top."""
    return Finding(slip.code, Location(name, above + slip.line + 1, slip.column + 1), slip.values)


def with_slip(findings: list[Finding], told: Finding) -> list[Finding]:
    """Findings and the slip that ended the reading; of a # between brackets it says all that is to say."""
    if told.code == "hash-in-brackets":
        line = told.location.line
        findings = [
            one for one in findings if one.location.line != line or not one.code.startswith("comment-")
        ]
    return [*findings, told]


def lines_of(text: str) -> str:
    """A text whose lines all end in the same way."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of an offset in `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def tabs_in(path: str, text: str, above: int) -> Iterator[Finding]:
    """The first tab of each line: some YAML takes, some it does not, and nobody sees which."""
    for number, line in enumerate(text.split("\n"), above + 1):
        if "\t" in line and not line.lstrip().startswith("#"):
            yield Finding("tab", Location(path, number, line.index("\t") + 1))
