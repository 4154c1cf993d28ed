"""In a real browser: axe finds nothing, on a page of each kind, in both languages and palettes, with what
can open open.
"""

import pytest
from axe_run import assert_none_in_either_palette, violations
from built import KINDS
from playwright.sync_api import expect
from visits import PHONE

UNTRANSLATED = ["en/handbook/villes-de-fleuve/", "en/lexicon/jumelage/", "etudes-de-cas/weirs/", "en/"]


@pytest.mark.parametrize(
    "address", [address for kind in KINDS.values() for address in kind.values()] + ["404.html", "en/404.html"]
)
def test_pages(visit, origin, address):
    assert_none_in_either_palette(visit(origin, address))


@pytest.mark.parametrize("address", UNTRANSLATED)
def test_untranslated_pages(visit, small_origin, address):
    """Among them two with figures of every kind, whose data are opened."""
    page = visit(small_origin, address)
    page.evaluate("for (const data of document.querySelectorAll('figure details')) data.open = true")
    assert_none_in_either_palette(page)


@pytest.mark.parametrize("kind", ["home", "chapter", "concept", "case"])
def test_pages_on_a_phone(visit, origin, kind):
    assert violations(visit(origin, KINDS[kind]["fr"], viewport=PHONE)) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_term_s_card(visit, origin, language):
    page = visit(origin, KINDS["chapter"][language])
    page.locator(".vm-prose a.term").first.focus()
    expect(page.locator(".vm-gloss")).to_be_visible()
    assert_none_in_either_palette(page)


@pytest.mark.parametrize(("language", "words"), [("fr", "rayonnement"), ("en", "twinning")])
def test_the_search(visit, origin, language, words):
    page = visit(origin, KINDS["chapter"][language])
    page.locator("[data-vm-search]").click()
    page.locator("dialog input[type=search]").fill(words)
    expect(page.locator("dialog .vm-hit a").first).to_be_visible()
    assert_none_in_either_palette(page)


def test_axe_is_at_work(visit, origin):
    """A picture without words must be found, or all of the above says nothing."""
    page = visit(origin, KINDS["about"]["fr"])
    page.locator(".vm-prose").evaluate("prose => prose.append(new Image())")
    assert any(line.startswith("image-alt") for line in violations(page))


def test_axe_sees_colours_in_the_dark(visit, origin):
    page = visit(origin, KINDS["about"]["fr"])
    page.emulate_media(color_scheme="dark")
    page.locator(".vm-prose p").first.evaluate("text => { text.style.color = '#333'; }")
    assert any(line.startswith("color-contrast") for line in violations(page))
