"""A check that keeps what it knows finds what a check from nothing finds, whatever was changed in between."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

import pytest
from fuzzing import Mutator
from proving import full

from vademecum.checks import messages
from vademecum.pages import ahead
from vademecum.pages.project import check_again, read_project, read_project_to_build
from vademecum.sources.cache import Cache

CHANGES = 60
READ = 12


def test_what_is_kept_from_the_check_before_is_as_good_as_new(tmp_path: Path) -> None:
    project, kept = full(tmp_path), Cache()
    mutator, chance = Mutator(project), random.Random(20)
    changed: list[Path] = []
    for number in range(CHANGES):
        changed.append(mutator.change(chance))
        if len(changed) > 2:  # some faults stay for a while beside the next
            mutator.restore(changed.pop(0))
        assert check_again(project, kept) == check_again(project, Cache()), (number, changed)


def test_what_two_processes_read_ahead_is_as_good_as_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "FEWEST", 1)
    project = full(tmp_path)
    mutator, chance = Mutator(project), random.Random(20)
    (project / "case_studies" / "lost.fr.md").symlink_to(tmp_path / "nowhere")
    for number in range(READ):
        changed = [mutator.change(chance) for _ in range(5)]
        assert check_again(project, ahead.read_ahead(project)) == check_again(project, Cache()), (
            number,
            changed,
        )
        mutator.restore(changed[0])


def test_what_is_read_and_checked_for_a_build_is_what_every_reading_finds(tmp_path: Path) -> None:
    project, done = full(tmp_path), list[int]()
    mutator, chance = Mutator(project), random.Random(21)
    for number in range(READ):
        changed = [mutator.change(chance) for _ in range(5)]
        cache = ahead.read_ahead(project, partial(done.append, number))
        made, found = read_project_to_build(project, cache), read_project(project).findings
        assert messages.ordered(made.findings) == messages.ordered(found), (number, changed)
        mutator.restore(changed[0])
    assert done == [*range(READ)]
