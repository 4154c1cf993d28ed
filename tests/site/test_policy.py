"""On the built files: pages load what is ours, from one bundle of each kind, and nothing that is inline."""

import re

import pytest
from built import pages
from workshop import HOUSE

from vademecum.hosts.policy import IN_A_PAGE, POLICY

SHARED = re.compile(r"assets/(styles|scripts|fonts|images)/[\w.-]+$")


def test_readme_gives_the_policy_that_these_tests_serve_under():
    readme = (HOUSE / "README.md").read_text(encoding="utf-8")
    assert readme.count(POLICY) == 2 and IN_A_PAGE in POLICY  # for nginx and for Apache


def test_no_page_has_a_script_a_style_or_a_handler_of_its_own(any_site):
    inline = "//script[not(@src) and not(contains(@type, 'json'))] | //style | //@style"
    handlers = "//@*[starts-with(name(), 'on')]"
    assert [page for page in pages(any_site).values() if page.find(inline) or page.find(handlers)] == []


def whole(site):
    """The pages that have a text: others only send on."""
    return [page for page in pages(site).values() if page.find("//article")]


def test_pages_of_both_languages_load_the_same_files(any_site):
    for page in whole(any_site):
        loaded = page.find("//link[@rel='stylesheet' or @rel='preload']/@href | //script/@src")
        files = [page.target(str(address))[0] for address in loaded]
        assert loaded and all(file.is_file() for file in files), page
        assert all(SHARED.fullmatch(file.relative_to(any_site).as_posix()) for file in files), page


def test_every_page_loads_one_style_sheet_and_one_script_that_all_share(any_site):
    for page in whole(any_site):
        sheets = [href for href in page.find("//link[@rel='stylesheet']/@href") if "/site." in href]
        scripts = [src for src in page.find("//script/@src") if "/site." in src]
        assert len(sheets) == len(scripts) == 1, page
        assert len(page.find("//link[@rel='stylesheet']")) <= 2, page


@pytest.mark.parametrize("folder", ["javascripts", "stylesheets"])
def test_nothing_of_the_theme_below_ours_is_there(site, folder):
    assert list(site.rglob(folder)) == []
    assert list(site.rglob("*.map")) == []


def test_the_section_is_marked_in_the_head_of_every_page_below_one(any_site):
    for page in whole(any_site):
        marked = page.find("//nav[@class='vm-sections']//a[@aria-current]")
        crumbs = page.find("//nav[@class='vm-breadcrumb']//a/@href")
        below = len(crumbs) > 1 or page.find("//nav[@class='vm-sections']//a[@aria-current='page']")
        assert len(marked) == (1 if below else 0), page


def test_titles_and_descriptions_are_shown_whole(site):
    for page in whole(site):
        own = page.words("//h1")[0]
        assert len(page.words("//head/title")[0]) <= max(70, len(own)), page
        assert all(len(text) <= 160 for text in page.find("//meta[@name='description']/@content")), page
