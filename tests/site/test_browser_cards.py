"""In a real browser: the card of a term, by mouse, keyboard and touch."""

import pytest
from built import KINDS
from playwright.sync_api import expect
from visits import PHONE

CHAPTER = KINDS["chapter"]["fr"]


@pytest.fixture
def chapter(visit, origin):
    return visit(origin, CHAPTER)


@pytest.fixture
def touched(visit, origin):
    return visit(origin, CHAPTER, viewport=PHONE, has_touch=True, is_mobile=True)


def terms(page):
    return page.locator(".vm-prose a.term")


def card(page):
    return page.locator(".vm-gloss")


def test_hovering_a_term_shows_its_summary_from_the_page_s_glossary(chapter):
    term = terms(chapter).first
    chapter.wait_for_load_state("networkidle")
    asked = []
    chapter.on("request", lambda request: asked.append(request.url))
    term.hover()
    expect(card(chapter)).to_be_visible()
    expect(card(chapter)).to_contain_text(
        chapter.locator(f"#term-{term.get_attribute('data-term')} dd").inner_text()
    )
    assert asked == []


def test_the_card_stays_while_the_mouse_is_on_it_and_goes_when_it_leaves(chapter):
    terms(chapter).first.hover()
    card(chapter).hover()
    expect(card(chapter)).to_be_visible()
    chapter.mouse.move(2, 2)
    expect(card(chapter)).to_have_count(0)


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_escape_closes_the_card_and_leaves_focus_where_it_was(chapter, way):
    term = terms(chapter).first
    getattr(term, way)()
    expect(card(chapter)).to_be_visible()
    chapter.keyboard.press("Escape")
    expect(card(chapter)).to_have_count(0)
    if way == "focus":
        expect(term).to_be_focused()


def test_the_keyboard_goes_on_to_the_next_link_without_a_stop_in_the_card(chapter):
    """The card's link leads where the term itself leads."""
    term = terms(chapter).first
    term.focus()
    expect(card(chapter)).to_be_visible()
    chapter.keyboard.press("Tab")
    expect(term).not_to_be_focused()
    assert chapter.evaluate("document.activeElement.matches('.vm-prose a')")
    expect(card(chapter).locator("a:focus")).to_have_count(0)


def test_enter_follows_the_term(chapter, origin):
    term = terms(chapter).first
    term.focus()
    chapter.keyboard.press("Enter")
    expect(chapter.locator(".vm-page--concept")).to_be_visible()


def test_a_first_tap_opens_the_card_and_a_second_follows_the_term(touched):
    term = terms(touched).first
    term.tap()
    expect(card(touched)).to_be_visible()
    expect(touched.locator(".vm-page--chapter")).to_be_visible()
    term.tap()
    expect(touched.locator(".vm-page--concept")).to_be_visible()


def test_a_tap_on_the_card_s_link_follows_it(touched):
    terms(touched).first.tap()
    card(touched).locator("a").tap()
    expect(touched.locator(".vm-page--concept")).to_be_visible()


def test_a_tap_elsewhere_closes_the_card(touched):
    terms(touched).first.tap()
    expect(card(touched)).to_be_visible()
    touched.locator("h1").tap()
    expect(card(touched)).to_have_count(0)


def test_cards_stay_within_the_screen_of_a_phone(touched):
    for number in range(min(terms(touched).count(), 8)):
        terms(touched).nth(number).tap()
        expect(card(touched)).to_be_visible()
        box = card(touched).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"], number
        assert box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"], number
        touched.keyboard.press("Escape")


def test_one_card_is_open_at_a_time(chapter):
    terms(chapter).nth(0).focus()
    terms(chapter).nth(1).focus()
    expect(card(chapter)).to_have_count(1)
