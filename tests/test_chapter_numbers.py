"""Numbers of chapters that run on from part to part, and one that does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import SOUND, findings

PARTS = ("understand", "decide", "organise", "measure")


def told(folder: Path, chapters: list[tuple[str, int]]) -> list[tuple[str, str]]:
    """What is told of a handbook's chapters, each a part and a number: the code, and what was found."""
    project = Path(shutil.copytree(SOUND, folder / "project"))
    for number, (part, order) in enumerate(chapters):
        for language, word in (("fr", "Début"), ("en", "First")):
            file = project / f"docs/{language}/handbook/c{number}.md"
            said = f"Un texte {number}." if language == "fr" else f"Text {number}."
            head = f"title: {word} {number}\npart: {part}\norder: {order}\nkey_points: [{said}]"
            file.write_text(f"---\n{head}\n---\n\n## {word} {number}\n\n{said}\n", encoding="utf-8")
    codes = ("shared-order", "order-astray")
    return [
        (one.code, one.values["found"])
        for one in findings(project)
        if one.code in codes and "/fr/" in one.location.path
    ]


RUN_ON = [("understand", 2), ("understand", 3), ("decide", 4), ("decide", 5), ("measure", 6), ("measure", 7)]


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [
        (RUN_ON, []),
        ([*RUN_ON, ("measure", 8)], []),
        ([*RUN_ON, ("measure", 3)], [("shared-order", "3")]),
        ([*RUN_ON, ("measure", 11)], [("order-astray", "11")]),
        ([*RUN_ON, ("decide", 8)], [("order-astray", "8")]),
        ([*RUN_ON, ("organise", 8)], []),  # of which no other is known
        # Counted anew in each part, by tens, or with gaps of their own.
        (
            [("understand", 2), ("decide", 1), ("decide", 2), ("measure", 1), ("measure", 2), ("measure", 3)],
            [],
        ),
        ([("understand", 10), ("decide", 20), ("decide", 30), ("measure", 40), ("measure", 50)], []),
        ([*RUN_ON, ("measure", 9), ("measure", 12)], []),
    ],
)
def test_a_number_that_does_not_run_on_is_told(
    chapters: list[tuple[str, int]], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, chapters) == expected


def test_a_number_that_differs_between_languages_is_told_once(tmp_path: Path) -> None:
    told(tmp_path, RUN_ON)
    project = tmp_path / "project"
    file = project / "docs/fr/handbook/c5.md"
    file.write_text(file.read_text(encoding="utf-8").replace("order: 7", "order: 9"), encoding="utf-8")
    found = [(one.location.path, one.code) for one in findings(project)]
    assert found == [("docs/en/handbook/c5.md", "place-differs")]
