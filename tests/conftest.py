"""What holds for every test: the examples that hypothesis makes, the real project, which file comes when."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from shared import shared
from workshop import build, commit, copy_of_house

HERE = Path(__file__).parent
# Commands that are asked for no language answer in English, whatever the machine speaks.
for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"
# These take longest. Each process takes a file, in this order: the first makes the real site, which many
# files look at, while the next two have what needs none. What is long comes early: nobody waits for it last.
FIRST = (
    "site/test_axe.py",
    "test_fuzzing.py",
    "test_refused.py",
    "site/test_browser_form.py",
    "test_limits.py",
    "site/test_safety.py",
    "test_interrupted.py",
)

# The same examples in each run: a pull request is not refused for a text that the one before did not meet.
# New ones are looked for with `build.py test --hypothesis-profile=default`, and by tests/fuzzing.py. How long
# an example takes is no fault (a machine may be busy), and why one fails is told by a second look at it.
settings.register_profile(
    "same", derandomize=True, database=None, deadline=None, phases=set(Phase) - {Phase.explain}
)
settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files of FIRST first, the others in their order."""
    turn = {HERE / name: number for number, name in enumerate(FIRST)}
    items.sort(key=lambda item: turn.get(item.path, len(turn)))


def pytest_collection_finish() -> None:
    """What was imported and collected stays: no search for garbage looks it through again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the real project, with its site built."""
    with shared(tmp_path_factory, "real") as folder:
        project = folder / "project"
        if not project.exists():
            build(commit(copy_of_house(project)))
    return project


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The real project's site."""
    return project / "site"
