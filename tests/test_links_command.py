"""`links`: every place in a Markdown file where a term could link, at its very line and column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from projects import SOUND, command

from vademecum.pages.project import opened
from vademecum.sources import reading
from vademecum.terms.occurrences import occurrences

CASES = sorted((Path(__file__).parent / "links").glob("*.md"), key=lambda file: file.name)
AS = {
    "lf": lambda text: text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
}


@pytest.fixture(scope="module")
def matching() -> object:
    return opened(SOUND).matching


@pytest.mark.parametrize("written", AS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_occurrences_stand_where_they_are_told(case: Path, written: str, matching, tmp_path: Path) -> None:
    file = tmp_path / case.name
    file.write_bytes(AS[written](case.read_text(encoding="utf-8")))
    document, _ = reading.read_markdown("file.md", file.read_text(encoding="utf-8-sig"))
    found = occurrences(document, matching[case.suffixes[0][1:]])
    told = [
        f"{o.line}:{o.column}: {' '.join(o.form.split(' ')).replace(chr(10), '⏎')} -> {o.concept}"
        for o in found
    ]
    assert told == case.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_the_command_prints_them() -> None:
    file = CASES[0].parent / "lines.fr.md"
    done = command("links", str(file), "--project", str(SOUND), "--language", "fr")
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        0,
        f"{file}:1:19: attractivité territoriale -> attractiveness",
    )


def test_the_command_gives_json() -> None:
    done = command(
        "links",
        str(CASES[0].parent / "front-matter.fr.md"),
        "--project",
        str(SOUND),
        "--language",
        "fr",
        "--format",
        "json",
    )
    assert json.loads(done.stdout) == [
        {"line": 8, "column": 3, "form": "attractivité", "concept": "attractiveness"}
    ]


def test_a_file_without_terms_is_an_empty_list() -> None:
    done = command(
        "links",
        str(CASES[0].parent / "empty.en.md"),
        "--project",
        str(SOUND),
        "--language",
        "en",
        "--format",
        "json",
    )
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
