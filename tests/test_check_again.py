"""A check that keeps what it knows finds what a check from nothing finds, whatever was changed in between."""

from __future__ import annotations

import random
from pathlib import Path

from fuzzing import Mutator
from proving import full

from vademecum.pages.project import check_project
from vademecum.sources.cache import Cache

CHANGES = 60


def test_what_is_kept_from_the_check_before_is_as_good_as_new(tmp_path: Path) -> None:
    project, kept = full(tmp_path), Cache()
    mutator, chance = Mutator(project), random.Random(20)
    changed: list[Path] = []
    for number in range(CHANGES):
        changed.append(mutator.change(chance))
        if len(changed) > 2:  # some faults stay for a while beside the next
            mutator.restore(changed.pop(0))
        assert check_project(project, kept) == check_project(project, Cache()), (number, changed)
