"""The sites that these tests look at, beside the real project's: a small one that is half translated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright
from shared import shared
from visits import PATIENCE, Visits, serve
from workshop import build_py

from vademecum.commands import browser

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def untranslated(tmp_path_factory, project) -> Path:
    """A small project with entries in one language only, built with the real project's generator and
    theme.
    """
    with shared(tmp_path_factory, "small") as folder:
        small = folder / "project"
        if not small.exists():
            shutil.copytree(HERE / "untranslated", small)
            done = build_py(project, "site", "--project", str(small))
            assert done.returncode == 0, done.stdout + done.stderr
    return small


@pytest.fixture(scope="session", params=["project", "untranslated"])
def any_site(request) -> Path:
    """Each of the sites in turn, for what must hold of any."""
    return request.getfixturevalue(request.param) / "site"


# -- in a browser
# ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def origin(site):
    """The real site's address on this machine."""
    yield from serve(site)


@pytest.fixture(scope="session")
def small_origin(untranslated):
    """The address of the half translated site."""
    yield from serve(untranslated / "site")


@pytest.fixture(scope="session")
def chromium():
    # Chromium's own sandbox does not work for root, as whom containers run tests; the pages are our own.
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=browser.path(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.fixture
def visit(chromium):
    """Opens pages; at the end, nothing went wrong on any and nothing was asked for elsewhere."""
    visits = Visits(chromium)
    yield visits
    visits.close()
