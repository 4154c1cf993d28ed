"""On the built files: what each page says of itself, of its other language and of its source."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from built import KINDS, ORIGIN, SENDS_ON, pages, proper, sending_on

EDIT = "https://git.vade-mecum.example/vade-mecum/edit/main/"
LANGUAGES = ("fr", "en")


def address_of(url):
    assert url.startswith(ORIGIN), url
    return url.removeprefix(ORIGIN)


def page_at(page, href):
    """The page that a link of another leads to."""
    return pages(page.site)[page.target(href)[0].relative_to(page.site).as_posix().removesuffix("index.html")]


def hreflang(page):
    return {
        link.get("hreflang"): address_of(link.get("href"))
        for link in page.find("//link[normalize-space(@rel)='alternate'][@hreflang]")
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_each_kind_stands_at_its_address(site, kind, language):
    assert pages(site)[KINDS[kind][language]].language == language


def test_every_page_is_in_the_language_of_its_address(any_site):
    assert [
        page
        for page in pages(any_site).values()
        if page.language != ("en" if page.address.startswith("en/") else "fr")
    ] == []


def test_titles_tell_the_pages_of_a_language_apart(any_site):
    titles = Counter((page.language, page.words("//head/title")[0]) for page in proper(any_site))
    assert [title for title, times in titles.items() if times > 1 or len(title[1]) < 5] == []


def test_no_french_title_can_break_before_its_punctuation_or_in_a_number(any_site):
    titles = [
        (page, found.text_content())
        for page in proper(any_site)
        if page.language == "fr"
        for found in page.find("//h1[not(@lang)] | //title")
    ]
    assert titles
    assert [found for found in titles if re.search(r" [:;!?»]|« |\d \d{3}", found[1])] == []


def test_every_page_has_one_first_heading_and_skips_no_level(any_site):
    for page in pages(any_site).values():
        levels = [int(heading.tag[1]) for heading in page.find("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels[0] == 1 and levels.count(1) == 1, page
        assert all(below <= above + 1 for above, below in pairwise(levels)), page


def test_every_page_is_its_own_canonical(any_site):
    assert [
        page
        for page in proper(any_site)
        if [address_of(url) for url in page.find("//link[@rel='canonical']/@href")] != [page.address]
    ] == []


def test_a_page_that_sends_on_is_whole_html_and_is_not_searched_for(any_site):
    """With a title, a language, a heading and links, for whoever is not sent on; they lead where the refresh
    does.
    """
    found = sending_on(any_site)
    assert found
    for page in found:
        assert page.file.read_bytes().startswith(b"<!doctype html>\n<html lang="), page
        assert page.language == ("en" if page.address.startswith("en/") else "fr"), page
        assert page.find("//meta[@name='robots']/@content") == ["noindex"], page
        assert page.words("//head/title") == page.words("//main/h1") != [""], page
        sent = page.find(f"{SENDS_ON}/@content")[0].removeprefix("0; url=")
        leading = dict(zip(page.find("//main//a/@hreflang"), page.find("//main//a/@href"), strict=True))
        assert set(leading) == set(LANGUAGES) and leading[page.language] == sent, page
        assert page.target(sent)[0].is_file(), page


def test_hreflang_names_both_languages_and_answers(any_site):
    known = pages(any_site)
    for page in proper(any_site):
        named = hreflang(page)
        assert (
            set(named) == {"fr", "en", "x-default"}
            and named[page.language] == page.address
            and named["x-default"] == named["fr"]
        ), page
        assert all(hreflang(known[address]) == named for address in named.values()), page


def test_the_language_switch_leads_to_the_same_page(any_site):
    for page in proper(any_site):
        switch = {
            link.get("hreflang"): page.target(link.get("href"))[0]
            for link in page.find("//nav[@class='vm-languages']//a")
        }
        assert switch == {
            language: any_site / hreflang(page)[language] / "index.html" for language in LANGUAGES
        }, page
        assert page.find("//nav[@class='vm-languages']//a[@aria-current]/@hreflang") == [page.language], page


def folder_above(page):
    """The address of the nearest folder above a page that is a page itself."""
    known, above = pages(page.site), page.address
    while above:
        above = above.rstrip("/").rpartition("/")[0]
        above += "/" if above else ""
        if above in known:
            return above
    return ""


def test_breadcrumbs_lead_home_and_to_the_folder_above(any_site):
    """A form stands in a folder of its own, and below the list that it adds to."""
    for page in proper(any_site):
        steps = [page.target(href)[0] for href in page.find("//nav[@class='vm-breadcrumb']//a/@href")]
        home = {"fr": "", "en": "en/"}[page.language]
        if page.address == home:
            assert steps == [], page
        else:
            assert steps[0] == any_site / home / "index.html", page
            if page.find("//*[@id='vm-form']"):
                assert len(steps) == 2 and steps[-1].is_file(), page
            else:
                assert steps[-1] == any_site / folder_above(page) / "index.html", page


def test_edit_links_name_the_source(any_site):
    root = any_site.parent
    for page in proper(any_site):
        links = page.find(f"//a[starts-with(@href, '{EDIT}')]/@href")
        if not links:
            assert page.find(
                "//article[contains(@class, 'vm-page--index') or contains(@class, 'vm-page--home')]"
            ), page
        assert all((root / link.removeprefix(EDIT)).is_file() for link in links), page


def test_the_date_of_the_last_change_is_the_commit_s(site):
    dates = {
        date for page in proper(site) for date in page.find("//footer[@class='vm-colophon']//time/@datetime")
    }
    assert dates == {"2026-03-02"}


def test_only_indexes_and_chapters_stand_in_the_navigation(any_site):
    """Nothing outside the article and the footer leads to a concept or a case."""
    for page in pages(any_site).values():
        around = page.find("//header[@class='vm-masthead']//nav[not(@class='vm-languages')]//a/@href")
        articles = [page_at(page, href).find("//article/@class")[0] for href in around]
        assert not any("--concept" in kind or "--case" in kind for kind in articles), page


def test_a_note_leads_back_in_the_words_of_its_page(site):
    said = {"fr": "Revenir à l’appel de note", "en": "Back to the text from note"}
    links = [
        (page, title)
        for page in pages(site).values()
        for title in page.find("//a[@class='footnote-backref']/@title")
    ]
    assert {page.language for page, _ in links} == set(said)
    assert [found for found in links if not found[1].startswith(said[found[0].language])] == []


SAID = {
    "fr": (
        "jumelage",
        "Lien durable",
        "villes de fleuve",
        "en français",
        "français seulement",
        "Points clés",
        "Dans cette page",
        "Modifier",
    ),
    "en": (
        "shared bank",
        "A bank of",
        "river towns",
        "English only",
        "Bridges and banks",
        "Two towns",
        "You work for",
        "On this page",
        "Edit this",
    ),
}


def test_no_passage_stands_in_the_other_language_unmarked(untranslated):
    """Where only one language has an entry, its words carry that language wherever they stand, and the words
    around keep theirs.
    """
    unmarked = [
        f"{page}: {text}"
        for page in pages(untranslated / "site").values()
        for language, phrases in SAID.items()
        for text in page.find(
            "//body//text()"
            "[not(ancestor::script or ancestor::blockquote or ancestor::*[@class='vm-imprint'])]"
        )
        if any(phrase in text for phrase in phrases)
        and text.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang") != [language]
    ]
    assert unmarked == []
