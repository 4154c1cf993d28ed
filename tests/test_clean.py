"""What an earlier check found clean is not looked at again, and nothing is believed that it did not write."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import time_machine
from commands import run
from fuzzing import Mutator
from projects import SOUND
from proving import full

from vademecum import files
from vademecum.checks import messages
from vademecum.pages.project import check_project
from vademecum.sources import clean
from vademecum.sources.cache import Cache

CHANGES = 12
WRONG = "\n\nIls ont ont faim.\n"  # a word twice


def checked(project: Path, known: clean.Clean) -> list[str]:
    """What is told; `known` learns what was met."""
    cache = Cache()
    cache.clean = known
    return [messages.line(one, "en") for one in check_project(project, cache)]


def kept(project: Path) -> clean.Clean:
    """What is known after a check, once it was written and read."""
    known = clean.Clean()
    checked(project, known)
    clean.keep(project, known)
    return clean.read(project)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


def test_a_second_check_finds_what_a_first_one_finds(tmp_path: Path) -> None:
    project = full(tmp_path)
    mutator, chance, known = Mutator(project), random.Random(7), kept(project)
    changed: list[Path] = []
    for number in range(CHANGES):
        changed.append(mutator.change(chance))
        if len(changed) > 2:  # some faults stay for a while beside the next
            mutator.restore(changed.pop(0))
        again = clean.Clean(known.known)
        assert checked(project, again) == checked(project, clean.Clean()), (number, changed)
        known = clean.Clean(again.met)


def test_what_was_clean_is_not_looked_at_again(project: Path) -> None:
    known, looked = kept(project).known, list[str]()

    def look(times: str) -> list[str]:
        looked.append(times)
        return []

    assert known
    checked(project, again := clean.Clean(known))
    assert again.met == known
    assert again.found(["new"], lambda: look("once")) == []
    assert clean.Clean(again.met).found(["new"], lambda: look("twice")) == []
    assert looked == ["once"]


def test_what_is_wrong_is_told_each_time(project: Path) -> None:
    page = project / "docs/fr/about.md"
    page.write_text(page.read_text(encoding="utf-8") + WRONG, encoding="utf-8")
    first = checked(project, clean.Clean())
    assert "ont ont" in "".join(first)
    assert checked(project, kept(project)) == first


def cut(place: Path, record: Path) -> None:
    place.write_bytes(place.read_bytes()[:-1])


def foreign(place: Path, record: Path) -> None:
    """Digests of somebody else with the record of what stood there, as a pull request could bring them."""
    place.with_name("theirs").write_bytes(b"0" * 32)
    place.with_name("theirs").replace(place)
    told = json.loads(record.read_text()) | {"sha256": hashlib.sha256(b"0" * 32).hexdigest()}
    record.write_text(json.dumps(told))


def same_bytes_put_there(place: Path, record: Path) -> None:
    """The very bytes and the very time of change, which an archive brings, but written by another."""
    stat = place.stat()
    place.with_name("theirs").write_bytes(place.read_bytes())
    os.utime(place.with_name("theirs"), ns=(stat.st_mtime_ns, stat.st_mtime_ns))
    place.with_name("theirs").replace(place)


def link(place: Path, record: Path) -> None:
    record.unlink()
    record.symlink_to("/dev/zero")


def pipe(place: Path, record: Path) -> None:
    place.unlink()
    os.mkfifo(place)


def folder(place: Path, record: Path) -> None:
    record.unlink()
    record.mkdir()


def deep(place: Path, record: Path) -> None:
    record.write_text("[" * 100_000)


def empty(place: Path, record: Path) -> None:
    record.write_text("")


@pytest.mark.parametrize(
    "harm",
    [cut, foreign, same_bytes_put_there, link, pipe, folder, deep, empty],
    ids=lambda one: one.__name__,
)
def test_what_another_wrote_counts_for_nothing(harm: Callable[[Path, Path], None], project: Path) -> None:
    known = kept(project)
    place = project.joinpath(*clean.FOLDER, "clean")
    harm(place, place.with_suffix(".json"))
    assert not clean.read(project).known
    assert kept(project).known == known.known, "what is found clean next is kept in its place"


@pytest.mark.parametrize("other", ["day", "code"])
def test_another_day_or_other_code_knows_nothing(
    other: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept(project).known
    if other == "day":
        with time_machine.travel(datetime.date.today() + datetime.timedelta(days=1)):
            assert not clean.read(project).known
    else:
        (tmp_path / "code").mkdir()
        monkeypatch.setattr(clean, "PACKAGE", tmp_path / "code")
        assert not clean.read(project).known


def test_a_folder_that_takes_no_file_keeps_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(files, "write_whole", full_disk)
    assert not kept(project).known


def test_the_command_tells_the_same_twice_and_knows_what_was_clean(project: Path) -> None:
    page = project / "docs/fr/about.md"
    page.write_text(page.read_text(encoding="utf-8") + WRONG, encoding="utf-8")
    first = run("check", "--project", project)
    known = clean.read(project).known
    assert known
    assert "ont ont" in first[1]
    assert run("check", "--project", project) == first
    assert clean.read(project).known == known


def test_what_a_build_found_clean_the_next_check_knows(project: Path) -> None:
    assert run("site", "--no-print", "--project", project)[0] == 0
    of_build = clean.read(project).known
    assert of_build == kept(project).known != frozenset()
