"""Any Markdown in any Markdown field: a finding at its line, or a page and a paper with all its words.

Each example puts a text into one field of each file of the full project, so that one making of it tries many.
VADEMECUM_EXAMPLES=5000 is the long run.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proving import Place, Proof, bodies, full, places, pressed, proved, put
from test_sources import MARKS

from vademecum.model.markers import Markdown

TEXTS = int(os.environ.get("VADEMECUM_EXAMPLES", "300"))
FILES = 18  # of the full project, with Markdown in them
WORD = "\ue000"  # stands for a word that is in no other place
HERE = Path(__file__).parent
COMMONMARK = [
    example["markdown"]
    for example in json.loads((HERE / "commonmark.json").read_text(encoding="utf-8"))["examples"]
]
PIECES = st.one_of(st.just(WORD), st.just(WORD + " "), st.sampled_from(MARKS), st.text(max_size=3))
TEXT = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(COMMONMARK))
# What CommonMark shows nobody: where a name is given an address, and what stands after a fence.
SILENT = re.compile(r"^[ >\t*+-]*(?:\[[^\n]*\]:|```|~~~)", re.MULTILINE)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full(tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="module")
def fields(sound: Path) -> dict[str, list[Place]]:
    """The Markdown fields of each file."""
    by_file: dict[str, list[Place]] = {}
    for place in [*places(sound, Markdown), *bodies(sound)]:
        by_file.setdefault(place[0], []).append(place)
    assert len(by_file) == FILES
    return by_file


def named(text: str, numbers: Iterator[int]) -> str:
    """A text with words of its own."""
    return re.sub(WORD, lambda _: f"wa{next(numbers)}z", text)


def words(text: str) -> set[str]:
    return set() if SILENT.search(text) else set(re.findall(r"wa\d+z", text))


def proved_without_faults(sound: Path, project: Path, values: dict[Place, str]) -> Proof:
    """The project with as many of the values as have no fault; the others are taken out of `values`."""
    for _ in range(FILES + 1):
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(sound, project)
        put(project, values)
        proof = proved(project)
        if not proof.faults:
            return proof
        wrong = {fault.location.path for fault in proof.faults}
        lines = {path: (project / path).read_text(encoding="utf-8").count("\n") + 1 for path in wrong}
        assert all(1 <= fault.location.line <= lines[fault.location.path] for fault in proof.faults)
        taken = [place for place in values if place[0] in wrong]
        assert taken, proof.faults
        for place in taken:
            del values[place]
    raise AssertionError("the sound project is at fault")


@settings(
    max_examples=-(-TEXTS // FILES),
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(data=st.data())
def test_any_markdown_is_told_or_made(
    sound: Path, fields: dict[str, list[Place]], tmp_path: Path, data: st.DataObject
) -> None:
    numbers = itertools.count(100)
    values = {
        data.draw(st.sampled_from(of_file)): named(data.draw(TEXT), numbers) for of_file in fields.values()
    }
    proof = proved_without_faults(sound, tmp_path / "project", values)
    screen = "".join(str(page.html) for page in proof.pages)
    paper = "".join(proof.data).replace("\u200b", "")  # where a long word may break
    for (file, _), text in values.items():
        lost = [word for word in words(text) if word not in screen]
        if "/handbook/" in file or not file.startswith("docs/"):  # other pages are not printed
            lost += [word for word in words(text) if word not in paper]
        assert not lost, (file, text)


def test_every_example_of_commonmark_prints_in_every_field(
    sound: Path, fields: dict[str, list[Place]], tmp_path: Path
) -> None:
    """Typst takes what we compose of each, in fields taken in turn."""
    turns = {file: itertools.cycle(of_file) for file, of_file in fields.items()}
    texts, made = iter(COMMONMARK[:: max(1, 6600 // TEXTS)]), 0
    while chosen := list(itertools.islice(texts, FILES)):
        values = {next(turn): text for turn, text in zip(turns.values(), chosen, strict=False)}
        proof = proved_without_faults(sound, tmp_path / "project", values)
        assert pressed(proof, tmp_path / "project", tmp_path / "pdf") == {}
        made += len(values)
    assert made
