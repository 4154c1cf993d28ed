"""Lists between brackets in which the commas of a sentence made several items of it."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.rules.excerpts import beginning
from vademecum.model import Finding
from vademecum.model.markers import Markdown
from vademecum.model.walk import walk
from vademecum.sources.library import InLanguages
from vademecum.sources.text.source_file import SourceFile

ENDS = (".", "!", "?", "…", ":", ";", "»", "”", ")")


def cut_lists(written: InLanguages) -> Iterator[Finding]:
    """Sentences of a list, such as questions, of which one begins small behind one that does not end."""
    for language, model in written.words.items():
        document = written.documents[language]
        for step in walk(model, kind="list"):
            if step.shape.items is not None and Markdown in step.shape.items.marks:
                yield from _cut(document, step.path, step.value)


def _cut(document: SourceFile, path: tuple[str | int, ...], items: tuple[str, ...]) -> Iterator[Finding]:
    lines = document.text.split("\n")
    for number in range(1, len(items)):
        before, item = items[number - 1], items[number]
        place = document.where(*path, number)
        above = document.where(*path, number - 1)
        if before.endswith(ENDS) or not item[:1].islower() or not place.line or not above.line:
            continue
        between = lines[place.line - 1][: (place.column or 1) - 1]
        if between.rstrip().endswith(",") and lines[above.line - 1][(above.column or 1) - 1] not in "\"'":
            values = {"found": f"{before}, {item}"[:90], "nearest": beginning(_whole(items), 1000)}
            yield Finding("cut-sentence", place, values)
            return


def _whole(items: tuple[str, ...]) -> str:
    """The list with its sentences as they were before they were cut."""
    sentences: list[str] = []
    for item in items:
        if sentences and item[:1].islower() and not sentences[-1].endswith(ENDS):
            sentences[-1] += f", {item}"
        else:
            sentences.append(item)
    return "[" + ", ".join(f'"{sentence}"' for sentence in sentences) + "]"
