"""Notes of an original that a translation has left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.bilingual.passages import SECTION
from vademecum.checks.bilingual.unlike_sections import FENCE
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.sources.library import InLanguages, is_beside_handbook
from vademecum.sources.text.source_file import SourceFile

NOTE = regex(r"^\[\^([^\]\s@]{1,100})\]:", re.MULTILINE)
CALL = regex(r"(?<!^)\[\^([^\]\s@]{1,100})\]", re.MULTILINE)


def other_notes(written: InLanguages) -> Iterator[Finding]:
    """A remark on a translation that has all sections of its original, and fewer notes, of the same names."""
    original = written.documents[written.original]
    if is_beside_handbook(original.path):
        return  # pages beside the handbook may differ, as the legal notice does
    theirs = _notes(original)
    for language, document in written.documents.items() if theirs else ():
        if language == written.original or not document.body.strip():
            continue
        ours = _notes(document)
        whole = len(SECTION.findall(document.body)) == len(SECTION.findall(original.body))
        lacking = [f"[^{name}]" for name in theirs if name not in ours]
        if not whole or len(lacking) != len(theirs) - len(ours):
            continue
        uncalled = {f"[^{name}]" for name in NOTE.findall(document.body)}  # each of which is told by itself
        if lost := [mark for mark in lacking if mark not in uncalled]:
            values = {"found": ", ".join(lost)[:90], "other": original.path}
            yield Finding("note-untranslated", document.in_body(), values)


def _notes(document: SourceFile) -> dict[str, None]:
    """The names of the notes that a file's text calls, and has."""
    if "[^" not in document.body:
        return {}
    text = FENCE.sub("", document.body)
    called = set(CALL.findall(text))
    return dict.fromkeys(name for name in NOTE.findall(text) if name in called)
