"""In a real browser: reading, going from page to page and from language to language, on a screen and on a
phone.
"""

import pypdfium2
import pytest
from built import KINDS
from playwright.sync_api import expect
from visits import PHONE

CHAPTER = KINDS["chapter"]["fr"]
UNTRANSLATED = {
    "chapter": "en/handbook/villes-de-fleuve/",
    "concept": "en/lexicon/jumelage/",
    "case": "etudes-de-cas/weirs/",
    "page": "en/a-propos/",
}


def test_a_reader_goes_from_home_to_a_chapter_to_a_term(visit, origin):
    page = visit(origin)
    page.get_by_role("navigation", name="Rubriques").get_by_role("link", name="Manuel").click()
    page.get_by_role("main").locator(f"a[href$='{CHAPTER.split('/')[1]}/']").first.click()
    expect(page).to_have_url(origin + CHAPTER)
    term = page.locator(".vm-prose a.term[data-term='attractiveness']").first
    term.click()
    expect(page).to_have_url(origin + KINDS["concept"]["fr"])
    expect(page.get_by_role("heading", level=1)).to_have_text("attractivité")


@pytest.mark.parametrize("kind", KINDS)
def test_the_language_switch_leads_to_the_same_page_and_back(visit, origin, kind):
    page = visit(origin, KINDS[kind]["fr"])
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(origin + KINDS[kind]["en"])
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(origin + KINDS[kind]["fr"])


@pytest.mark.parametrize("kind", UNTRANSLATED)
def test_an_untranslated_page_says_so_and_marks_its_language(visit, small_origin, kind):
    address = UNTRANSLATED[kind]
    page = visit(small_origin, address)
    written = "fr" if address.startswith("en/") else "en"
    expect(page.get_by_role("note")).to_be_visible()
    assert (
        page.locator(".vm-prose").evaluate("prose => prose.querySelector('p').closest('[lang]').lang")
        == written
    )
    assert (
        page.get_by_role("heading", level=1).evaluate("heading => heading.closest('[lang]').lang") == written
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_wider_than_a_phone(visit, origin, kind, language):
    page = visit(origin, KINDS[kind][language], viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("address", ["nulle/part/", "en/lexicon/nowhere/"])
def test_the_error_page_works_at_any_depth(visit, origin, address):
    visit.missing.add(origin + address)
    page = visit(origin, address, viewport=PHONE)
    assert page.locator("body").evaluate("body => getComputedStyle(body).fontFamily") != "serif"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("link", name="Go to the English home page").click()
    expect(page).to_have_url(origin + "en/")


def test_a_page_on_paper_has_no_menus_and_says_where_links_lead(visit, origin):
    page = visit(origin, CHAPTER)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for name in ("Rubriques", "Dans cette page", "Tout le manuel"):
        expect(page.get_by_role("navigation", name=name)).to_be_hidden()
    expect(page.locator(".vm-terms")).to_be_visible()
    expect(page.locator(".vm-imprint")).to_be_visible()
    link = page.locator(".vm-prose p > a[href^='..']:not(.term, .to-concept)").first
    shown = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert shown == f'" ({link.evaluate("link => link.href")})"'


@pytest.mark.parametrize("kind", ["cases", "shared", "lexicon", "outcomes", "references", "acronyms", "case"])
def test_a_page_on_paper_says_at_its_head_whence_it_comes_and_no_sheet_bears_that_alone(visit, origin, kind):
    page = visit(origin, KINDS[kind]["en"])
    sheets = [sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(page.pdf())]
    address = page.locator("link[rel=canonical]").get_attribute("href")
    assert "CC BY" in sheets[0] and address in sheets[0]
    assert all(address not in sheet for sheet in sheets[1:])


def test_a_term_is_a_plain_link_without_scripts(visit, origin):
    page = visit(origin, CHAPTER, java_script_enabled=False)
    page.locator(".vm-prose a.term").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.startswith(origin + "lexique/")


def test_the_glossary_can_be_read_without_scripts(visit, origin):
    page = visit(origin, CHAPTER, java_script_enabled=False)
    expect(page.locator("#term-attractiveness dd")).to_be_visible()


INK = {"light": "rgb(23, 35, 59)", "dark": "rgb(236, 229, 214)"}


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("system", INK)
def test_the_palette_follows_the_system(visit, origin, system, scripts):
    page = visit(origin, color_scheme=system, java_script_enabled=scripts)
    expect(page.locator("body")).to_have_css("color", INK[system])


def test_the_palette_button_says_its_state_and_the_choice_lasts(visit, origin):
    page = visit(origin, color_scheme="light")
    button = page.locator("[data-vm-palette]")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("body")).to_have_css("color", INK["dark"])
    page.goto(origin + CHAPTER)
    expect(page.locator("body")).to_have_css("color", INK["dark"])
    page.locator("[data-vm-palette]").click()
    expect(page.locator("body")).to_have_css("color", INK["light"])


@pytest.mark.parametrize(("language", "words"), [("fr", "attractivité"), ("en", "attractiveness")])
def test_search_finds_a_term_in_its_own_language_only(visit, origin, language, words):
    page = visit(origin, KINDS["about"][language])
    page.locator("[data-vm-search]").click()
    page.locator("dialog input[type=search]").fill(words)
    results = page.locator("dialog .vm-hit__title a")
    expect(results.first).to_be_visible()
    found = results.evaluate_all("links => links.map(link => link.href)")
    assert found and all(link.startswith(origin + "en/") == (language == "en") for link in found)
    results.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(words, ignore_case=True)
