"""In a real browser: a drawing is one stop of the keyboard, arrows go about in it, links open its list."""

import pytest
from built import KINDS
from playwright.sync_api import expect
from visits import PHONE

MARKS = ".vm-drawing svg a"


def stops(page, drawing: str) -> list[str]:
    """The marks of a drawing that Tab reaches."""
    return page.locator(f"{drawing} svg a").evaluate_all(
        "marks => marks.filter(mark => mark.tabIndex >= 0).map(mark => mark.getAttribute('aria-label'))"
    )


@pytest.mark.parametrize(("kind", "language"), [("map", "fr"), ("lexicon-map", "en"), ("concept", "fr")])
def test_a_drawing_is_one_stop_and_arrows_reach_every_mark(visit, origin, kind, language):
    page = visit(origin, KINDS[kind][language])
    drawing = page.locator(".vm-drawing").first.get_attribute("id")
    assert len(stops(page, f"#{drawing}")) == 1
    count = page.locator(f"#{drawing} svg a").count()
    page.locator(f"#{drawing} svg a[tabindex='0']").focus()
    seen = set()
    for _ in range(count):
        seen.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press("ArrowRight")
    assert None not in seen and len(seen) == count
    for key in ("ArrowUp", "ArrowDown", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
        assert page.evaluate(f"document.activeElement.closest('#{drawing} svg') !== null")
    assert len(stops(page, f"#{drawing}")) == 1


def test_home_and_end_go_to_the_first_mark_and_the_last(visit, origin):
    page = visit(origin, KINDS["lexicon-map"]["fr"])
    marks = page.locator(MARKS)
    marks.first.focus()
    page.keyboard.press("End")
    expect(marks.last).to_be_focused()
    page.keyboard.press("Home")
    expect(marks.first).to_be_focused()


def test_a_mark_of_several_opens_the_list_where_they_stand(visit, origin):
    page = visit(origin, KINDS["map"]["en"])
    heap = page.locator(f"{MARKS}[href^='#']").first
    place = page.locator(heap.get_attribute("href"))
    expect(place).to_be_hidden()
    heap.focus()
    page.keyboard.press("Enter")
    expect(place).to_be_visible()


def test_every_mark_has_a_name_and_leads_somewhere_without_scripts(visit, origin):
    page = visit(origin, KINDS["map"]["fr"], java_script_enabled=False)
    assert page.locator(f"{MARKS}:not([aria-label])").count() == 0
    assert page.locator(f"{MARKS}:not([href])").count() == 0
    page.locator(".places summary").click()
    expect(page.locator(".places dt").first).to_be_visible()


def test_france_fits_a_phone_and_the_world_scrolls_no_further_than_its_marks(visit, origin):
    page = visit(origin, KINDS["map"]["fr"], viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    fits = "view => view.scrollWidth <= view.clientWidth"
    assert page.locator("#map-france .vm-sheet").evaluate(fits)
    world = page.locator("#map-world .vm-sheet")
    assert not world.evaluate(fits)
    beyond = world.evaluate(
        """view => {
          const sheet = view.querySelector("svg").getBoundingClientRect();
          const parts = [...view.querySelectorAll("a :is(.hit, .words:not(.asked))")];
          const boxes = parts.map((part) => part.getBoundingClientRect());
          const left = Math.min(...boxes.map((box) => box.left)) - sheet.left;
          return [left, sheet.right - Math.max(...boxes.map((box) => box.right))];
        }"""
    )
    assert all(0 <= room < 40 for room in beyond)


def test_a_map_fades_on_the_side_where_it_goes_on(visit, origin):
    page = visit(origin, KINDS["map"]["fr"], viewport=PHONE)
    view = page.locator(".vm-sheet.window")
    for left, sides in ((0, ".after:not(.before)"), (30, ".before.after"), (9999, ".before:not(.after)")):
        view.evaluate("(view, left) => { view.scrollLeft = left; }", left)
        expect(page.locator(f".vm-sheet.window{sides}")).to_have_count(1)


@pytest.mark.parametrize("columns", [2, 6])
def test_a_table_of_answers_fits_a_phone(visit, origin, columns):
    page = visit(origin, KINDS["chapter"]["fr"], viewport=PHONE)
    table = page.locator(".vm-figure.grid .table")
    table.evaluate(
        """(table, columns) => {
          table.closest("details").open = true;
          for (const row of table.querySelectorAll("tr")) {
            while (row.cells.length <= columns) row.append(row.lastElementChild.cloneNode(true));
          }
        }""",
        columns,
    )
    assert table.evaluate("table => table.clientWidth > 0 && table.scrollWidth <= table.clientWidth")


@pytest.mark.parametrize("kind", ["map", "lexicon-map", "concept", "case", "figures", "outcomes"])
def test_a_drawing_has_letters_of_14_pixels_on_a_phone(visit, origin, kind):
    page = visit(origin, KINDS[kind]["fr"], viewport=PHONE)
    sizes = page.locator(".vm-prose svg text:not(.inverse)").evaluate_all(
        "letters => letters.filter((one) => one.getClientRects().length)"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"
    )
    assert sizes and min(sizes) > 13.95
