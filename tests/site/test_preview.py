"""The preview shows what the build would make, and the last good page beside a fault."""

from __future__ import annotations

import re
import shutil
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect
from workshop import HOUSE, MADE

from vademecum.preview import server
from vademecum.preview.state import PreviewState

CHAPTER = "docs/en/handbook/attractiveness-and-influence.md"
ADDRESS = "en/handbook/attractiveness-and-influence/"
THEME = HOUSE / "theme"


@pytest.fixture(scope="module")
def edited(project, tmp_path_factory) -> Path:
    """A copy of the project to make changes in, its history with it, so that its dates are the built
    site's.
    """
    left = [name for name in MADE if name != ".git"]
    return Path(
        shutil.copytree(
            project, tmp_path_factory.mktemp("edited") / "project", ignore=shutil.ignore_patterns(*left)
        )
    )


@pytest.fixture(scope="module")
def state(edited):
    return PreviewState(edited, "en")


@pytest.fixture
def served(edited):
    """The address of a preview that watches the copy."""
    started, _, observer = server.start(edited, 0, "en")
    yield f"http://127.0.0.1:{started.server_address[1]}/"
    observer.stop()
    observer.join()
    started.shutdown()
    started.server_close()


LOADED = re.compile(
    rb'(?:<link rel="stylesheet" href|<script src)="[^"]+"[^>]*>(?:</script>)?\s*'
    rb'|(?<=data-later=")(?:[^" ]*assets/scripts/[^" ]+ )+'
)
DIGEST = re.compile(rb"\.[0-9a-f]{10}(?=\.(?:css|js)\")")
WEIGHT = re.compile(rb'(?:<span lang="\w\w">)?, \d[^<]*(?:</span>)?(?=</a></li>)')  # of a printed document


def shown(state: PreviewState, path: str) -> bytes:
    return as_built(state.respond("/" + path)[2])


def as_built(page: bytes) -> bytes:
    """A page without its scripts and style sheets: the preview loads each file, the site bundles of them,
    which are named by what is in them. Nor does it print, to say what a printed document weighs.
    """
    return WEIGHT.sub(b"", DIGEST.sub(b"", LOADED.sub(b"", page)))


def test_every_page_served_is_the_page_built(state, site):
    built = {
        path.parent.relative_to(site).as_posix() + "/": as_built(path.read_bytes())
        for path in site.rglob("index.html")
    }
    built[""] = built.pop("./")
    # A save must not wait for all files of the open data to be made: the preview tells no sizes of them.
    for data in ("donnees/", "en/data/"):
        assert shown(state, data) and built.pop(data)
    wrong = [path for path, page in built.items() if shown(state, path) != page]
    assert (len(built) > 60, wrong) == (True, [])


@pytest.mark.parametrize(
    "path",
    [
        "pagefind/pagefind-entry.json",
        "pagefind/names/a.json",
        "en/pagefind/pagefind-entry.json",
    ],
)
def test_what_pages_ask_for_is_served(state, site, path):
    (file,) = site.glob(path)
    assert state.respond(f"/{file.relative_to(site).as_posix()}")[2] == file.read_bytes()


def test_the_search_s_module_is_served_with_all_that_it_takes_from(state):
    asked = [re.search(r'data-module="(?:\.\./)*(assets/[^"]+)"', page_text(state))[1]]
    for path in asked:
        text = state.respond("/" + path)[2].decode()
        assert text == (THEME / path).read_text(encoding="utf-8"), path
        folder = path.rpartition("/")[0]
        asked += [f"{folder}/{name}" for name in re.findall(r'from "\./([\w-]+\.js)"', text)]
    assert len(set(asked)) > 2


def test_what_the_form_asks_for_later_is_served(state, site):
    page = state.respond("/proposer/terme/")[2].decode()
    *scripts, rules = re.search(r'data-later="([^"]+)"', page)[1].split()
    for path in (script.replace("../", "") for script in scripts):
        assert state.respond("/" + path)[2] == (THEME / path).read_bytes()
    path = f"proposer/terme/{rules.partition('?')[0]}"
    assert scripts and state.respond("/" + path)[2] == (site / path).read_bytes()


def test_an_address_without_a_page_gets_the_error_page(state, site):
    status, _, body = state.respond("/no/such/page/")
    assert (status, as_built(body)) == (404, as_built((site / "404.html").read_bytes()))


def test_each_style_sheet_and_script_of_a_page_is_served_as_it_stands_in_the_theme(state):
    loaded = re.findall(r'(?:href|src)="\.\./\.\./\.\./(assets/(?:styles|scripts)/[^"]+)"', page_text(state))
    assert len(loaded) > 10
    assert [path for path in loaded if state.respond("/" + path)[2] != (THEME / path).read_bytes()] == []


def page_text(state):
    return state.respond("/" + ADDRESS)[2].decode()


def test_a_path_out_of_the_site_is_not_served(served):
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(served + "..%2f..%2fmkdocs.yml")


def test_a_save_shows_and_a_fault_keeps_the_last_good_page(served, edited, visit):
    page = visit(served, ADDRESS)
    chapter = edited / CHAPTER
    sound = chapter.read_text(encoding="utf-8")
    try:
        chapter.write_text(sound + "\nA sentence of today.\n", encoding="utf-8")
        expect(page.get_by_text("A sentence of today.")).to_be_visible()
        chapter.write_text(sound + "\nA <b>bold</b> sentence.\n", encoding="utf-8")
        fault = page.get_by_role("alert")
        expect(fault).to_contain_text(f"{CHAPTER}:{sound.count(chr(10)) + 2}:3: HTML in the text")
        expect(page.get_by_text("A sentence of today.")).to_be_visible()
        chapter.write_text(sound, encoding="utf-8")
        expect(fault).to_have_count(0)
        expect(page.get_by_text("A sentence of today.")).to_have_count(0)
    finally:
        chapter.write_text(sound, encoding="utf-8")


def test_a_fault_elsewhere_is_told_on_the_page(served, edited, visit):
    page = visit(served)
    broken = edited / "lexicon" / "new-term.yml"
    try:
        broken.write_text("domain: strategy\n", encoding="utf-8")
        expect(page.get_by_role("alert")).to_contain_text(
            "lexicon/new-term.yml:1:1: a required field is missing"
        )
    finally:
        broken.unlink()
    expect(page.get_by_role("alert")).to_have_count(0)
