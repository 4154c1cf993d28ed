"""The real project's documents, printed once for all tests."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from pressed import Pressed
from pressed import printed as pressed
from projects import editions
from shared import shared
from workshop import COMMITTED

from vademecum.pages.edition import Edition
from vademecum.print import composing
from vademecum.print.documents import Book, Chapter, Handout, Map, Tool
from vademecum.sources.library import HOUSE

# As the project's one commit in the repository that tests build has them (workshop.py): so what the build
# printed stands for what is looked at here.
DATES = dict.fromkeys(
    (
        path.relative_to(HOUSE).as_posix()
        for folder in ("docs", "lexicon", "case_studies")
        for path in (HOUSE / folder).rglob("*.*")
    ),
    datetime.datetime.fromisoformat(COMMITTED).date(),
)
EDITIONS = editions(HOUSE, dates=DATES)


def _kinds(edition: Edition) -> dict[str, type]:
    """The kind of each document of an edition, by its file; none is composed for it, which takes seconds."""
    alone = {"chapter": Chapter, "case": Handout, "tool": Tool, "index": Map}
    pages = {composing.file_of(edition, page): page for page in edition.pages}
    return {
        file: alone[pages[file].kind] if file in pages and not composing.held(edition, pages[file]) else Book
        for file in composing.makers(edition)
    }


KINDS = {f"{edition.language}/{file}": kind for edition in EDITIONS for file, kind in _kinds(edition).items()}


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory, project: Path) -> dict[str, Pressed]:
    """Every document of the real project, by its language and file."""
    made = {}
    for edition in EDITIONS:
        listed = list(composing.documents(edition))
        with shared(tmp_path_factory, f"print-{edition.language}") as folder:
            for one in pressed(edition, listed, folder, project / ".cache/print" / edition.language):
                made[f"{edition.language}/{one.document.file}"] = one
    assert {name: type(one.document) for name, one in made.items()} == KINDS
    return made


def _those(*kinds: type) -> list[str]:
    return [name for name, kind in KINDS.items() if kind in kinds]


@pytest.fixture(params=_those(Chapter, Handout, Map, Book))
def printed(request: pytest.FixtureRequest, cache: dict[str, Pressed]) -> Pressed:
    return cache[request.param]


@pytest.fixture(params=_those(Chapter))
def chapter(request: pytest.FixtureRequest, cache: dict[str, Pressed]) -> Pressed:
    return cache[request.param]


@pytest.fixture(params=_those(Handout))
def handout(request: pytest.FixtureRequest, cache: dict[str, Pressed]) -> Pressed:
    return cache[request.param]


@pytest.fixture(params=_those(Map))
def drawn(request: pytest.FixtureRequest, cache: dict[str, Pressed]) -> Pressed:
    return cache[request.param]


@pytest.fixture(params=_those(Chapter, Handout, Map))
def single(request: pytest.FixtureRequest, cache: dict[str, Pressed]) -> Pressed:
    """A chapter, a case or a map by itself."""
    return cache[request.param]


@pytest.fixture(params=_those(Book))
def book(request: pytest.FixtureRequest, cache: dict[str, Pressed]) -> Pressed:
    return cache[request.param]
