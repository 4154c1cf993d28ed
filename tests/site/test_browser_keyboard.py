"""In a real browser: the keyboard alone reaches everything, shows where it is, and is never caught."""

import pytest
from built import KINDS
from playwright.sync_api import expect
from visits import PHONE

LANGUAGES = {
    "home": "fr",
    "handbook": "en",
    "chapter": "fr",
    "domains": "en",
    "concept": "fr",
    "case": "en",
    "map": "fr",
    "lexicon-map": "en",
    "figures": "fr",
    "acronyms": "fr",
    "contribute": "en",
}
KINDS_TO_WALK = {"error": "404.html"} | {kind: KINDS[kind][language] for kind, language in LANGUAGES.items()}

# Records each stop of the focus: the element's number among those that should be reached, and whether the
# focus shows.
WATCH = """() => {
  const wanted = [
    ...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")
  ].filter((element) =>
    element.tabIndex >= 0
    && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    || element.matches(".vm-skip"));
  window.stops = [];
  document.addEventListener("focusin", ({ target }) => {
    const style = getComputedStyle(target);
    const box = target.getBoundingClientRect();
    window.stops.push({
      number: wanted.indexOf(target),
      name: target.outerHTML.slice(0, 120),
      shows: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
        && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    });
  });
  return wanted.map((element) => element.outerHTML.slice(0, 120));
}"""


def walk(page):
    """Press Tab until the focus is back where it began; what should have been reached, and each stop."""
    wanted = page.evaluate(WATCH)
    for press in range(2 * len(wanted) + 40):
        page.keyboard.press("Tab")
        if press % 20 != 19:
            continue
        stops = page.evaluate("stops")
        if [stop["number"] for stop in stops].count(0) > 1:
            return wanted, stops
    raise AssertionError(f"the focus did not come round; it was last on {stops[-3:]}")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("kind", KINDS_TO_WALK)
def test_tab_reaches_every_control_and_shows_where_it_is(visit, origin, kind, viewport):
    page = visit(origin, KINDS_TO_WALK[kind], **({"viewport": viewport} if viewport else {}))
    wanted, stops = walk(page)
    reached = {stop["number"] for stop in stops}
    assert [name for number, name in enumerate(wanted) if number not in reached] == []
    assert [stop["name"] for stop in stops if not stop["shows"]] == []


def test_the_skip_link_comes_first_and_leads_to_the_text(visit, origin):
    page = visit(origin, KINDS["chapter"]["fr"])
    page.keyboard.press("Tab")
    expect(page.locator(".vm-skip")).to_be_focused()
    expect(page.locator(".vm-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_search_by_keyboard_alone(visit, origin):
    page = visit(origin, KINDS["about"]["fr"])
    opener = page.locator("[data-vm-search]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog input[type=search]")).to_be_focused()
    page.keyboard.type("rayonnement")
    result = page.locator("dialog .vm-hit a").first
    expect(result).to_be_visible()
    for _ in range(6):
        page.keyboard.press("Tab")
        if result.evaluate("link => link === document.activeElement"):
            break
    expect(result).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_single_letters_do_nothing(visit, origin):
    """A reader who dictates must not set off shortcuts by speaking (WCAG 2.1.4)."""
    page = visit(origin, KINDS["chapter"]["fr"])
    page.keyboard.type("fsnp?")
    expect(page).to_have_url(origin + KINDS["chapter"]["fr"])
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_slash_that_opens_the_search_can_be_turned_off(visit, origin):
    page = visit(origin, KINDS["chapter"]["fr"])
    page.keyboard.press("/")
    page.locator("dialog [data-slash]").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(page.get_by_role("dialog")).to_have_count(0)
