"""On the built files: the lists that must hold every page, and each page's own glossary."""

import html
import json
from collections import Counter

import pytest
from built import ORIGIN, pages, proper
from lxml import etree

TERM = "contains(concat(' ', @class, ' '), ' term ')"
LISTS = (
    "ancestor::*[contains(' relations facts ', concat(' ', substring-after(@class, 'admonition '), ' '))"
    " or @class = 'admonition-title']"
)
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_the_sitemap_lists_every_page_once_with_its_alternates(any_site):
    listed = {}
    for url in etree.parse(any_site / "sitemap.xml").iterfind("s:url", NAMES):
        address = url.findtext("s:loc", namespaces=NAMES).removeprefix(ORIGIN)
        assert address not in listed
        listed[address] = {link.get("hreflang"): link.get("href") for link in url.iterfind("x:link", NAMES)}
    alternates = {
        page.address: page.find("//link[normalize-space(@rel)='alternate']") for page in proper(any_site)
    }
    said = {
        address: {link.get("hreflang"): link.get("href") for link in links}
        for address, links in alternates.items()
    }
    assert listed == said


def test_the_site_has_one_sitemap(any_site):
    assert [path.relative_to(any_site).as_posix() for path in any_site.rglob("sitemap*")] == ["sitemap.xml"]


@pytest.mark.parametrize(("language", "root"), [("fr", ""), ("en", "en/")])
def test_each_search_index_holds_all_pages_of_its_language_and_no_others(any_site, language, root):
    index = json.loads((any_site / root / "search" / "search_index.json").read_text(encoding="utf-8"))
    held = {root + entry["location"].split("#")[0] for entry in index["docs"]}
    assert held == {page.address for page in proper(any_site) if page.language == language}
    assert index["config"]["lang"] == [language]


def test_search_entries_lead_to_places_and_hold_words_not_markup(any_site):
    known = pages(any_site)
    for root in ("", "en/"):
        for entry in json.loads(
            (any_site / root / "search" / "search_index.json").read_text(encoding="utf-8")
        )["docs"]:
            address, _, anchor = entry["location"].partition("#")
            assert not anchor or anchor in known[root + address].ids, entry["location"]
            assert entry["title"] and "&lt;" not in entry["title"] + entry["text"], entry["location"]
            assert "\u200b" not in html.unescape(entry["text"]), entry["location"]


def test_no_search_entry_stands_twice(any_site):
    for root in ("", "en/"):
        entries = json.loads((any_site / root / "search" / "search_index.json").read_text(encoding="utf-8"))[
            "docs"
        ]
        assert [
            where for where, times in Counter(entry["location"] for entry in entries).items() if times > 1
        ] == []


def test_the_terms_of_a_page_are_those_of_its_glossary(any_site):
    """The terms linked by themselves and those that running text links by hand; lists of concepts need no
    glossary.
    """
    for page in proper(any_site):
        by_themselves, in_text = (
            set(page.find(f"//a[{TERM}]/@data-term")),
            set(page.find(f"//article//a[not({LISTS})]/@data-term")),
        )
        listed = {id_.removeprefix("term-") for id_ in page.find("//section[@class='vm-terms']/dl/div/@id")}
        if page.find("//article[contains(@class, 'vm-page--index') or contains(@class, 'vm-page--home')]"):
            assert by_themselves == listed == set(), page
        else:
            assert by_themselves <= listed == in_text, page


def test_a_term_and_its_glossary_entry_lead_to_the_same_concept(any_site):
    for page in proper(any_site):
        entries = {
            entry.get("id"): page.target(entry.find(".//a").get("href"))
            for entry in page.find("//section[@class='vm-terms']/dl/div")
        }
        terms = {
            (f"term-{term.get('data-term')}", page.target(term.get("href")))
            for term in page.find(f"//a[{TERM}]")
        }
        assert [id_ for id_, target in terms if entries[id_] != target] == [], page


def test_no_link_stands_inside_another_or_in_a_heading(any_site):
    for page in proper(any_site):
        assert page.find("//a//a") == [], page
        assert page.find("(//h1|//h2|//h3|//h4)//a[contains(@class, 'term')]") == [], page
