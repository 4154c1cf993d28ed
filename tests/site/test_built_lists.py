"""On the built files: the lists that must hold every page, and each page's own glossary."""

import gzip
import json
import re

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
        page.address: page.find("//link[normalize-space(@rel)='alternate'][@hreflang]")
        for page in proper(any_site)
    }
    said = {
        address: {link.get("hreflang"): link.get("href") for link in links}
        for address, links in alternates.items()
    }
    assert listed == said


def test_the_site_has_one_sitemap(any_site):
    assert [path.relative_to(any_site).as_posix() for path in any_site.rglob("sitemap*")] == ["sitemap.xml"]


def searched(site, root):
    """What the search of a language holds of each page, by its address."""
    files = (site / root / "pagefind" / "fragment").iterdir()
    held = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    assert len({one["url"] for one in held}) == len(held)
    return {root + one["url"].removeprefix("/"): one for one in held}


# Lists of cases by what nobody asks for in words.
UNASKED = re.compile(
    r"(?:etudes-de-cas/(?:stade-de-l-effet|preuve-de-ce-qui-est-constate|population-de-la-collectivite"
    r"|periode-des-faits)|en/case-studies/(?:stage-of-the-outcome|evidence-of-what-was-observed"
    r"|population-of-the-authority|period-of-the-facts))/."
)


@pytest.mark.parametrize(("language", "root"), [("fr", ""), ("en", "en/")])
def test_each_search_holds_all_pages_of_its_language_that_answer(any_site, language, root):
    not_searched = {root, root + "search/", "recherche/"}
    known = {page.address for page in proper(any_site) if page.language == language} - not_searched
    assert searched(any_site, root).keys() == {address for address in known if not UNASKED.match(address)}


def test_what_is_searched_leads_to_places_and_holds_words_not_markup(any_site):
    known = pages(any_site)
    for root in ("", "en/"):
        for address, one in searched(any_site, root).items():
            assert {anchor["id"] for anchor in one["anchors"]} <= set(known[address].ids), address
            assert one["meta"]["title"] and "&lt;" not in one["meta"]["title"] + one["content"], address


def test_a_search_brings_no_interface_of_another(any_site):
    names = {path.name for path in (any_site / "pagefind").iterdir() if path.suffix in (".js", ".css")}
    assert names == {"pagefind.js"}


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
