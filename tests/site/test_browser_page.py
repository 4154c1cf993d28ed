"""In a real browser: where one is and can go, the margin, links to share, large type, forced colours."""

from itertools import pairwise

import pypdfium2
import pytest
from built import KINDS
from playwright.sync_api import expect
from visits import DESK, PATIENCE, PHONE

CHAPTER, CONCEPT = KINDS["chapter"], KINDS["concept"]


def test_a_chapter_shows_the_whole_handbook_and_where_one_is(visit, origin, site):
    page = visit(origin, CHAPTER["fr"])
    listed = page.get_by_role("navigation", name="Tout le manuel").get_by_role("link")
    assert listed.count() == len(list((site / "manuel").glob("*/index.html")))
    expect(page.locator(".vm-handbook [aria-current='page']")).to_have_text("Attractivité et rayonnement")
    expect(page.locator(".vm-step")).to_contain_text("sur")


def test_disclosures_beside_the_text_are_open_at_a_desk_and_closed_on_a_phone(visit, origin):
    page = visit(origin, CHAPTER["fr"])
    expect(page.locator(".vm-toc details")).to_have_attribute("open", "")
    page.set_viewport_size(PHONE)
    expect(page.locator(".vm-toc details")).not_to_have_attribute("open", "")


def test_the_section_that_is_read_is_marked_in_the_contents(visit, origin):
    page = visit(origin, CHAPTER["fr"])
    link = page.locator(".vm-toc a").nth(3)
    link.click()
    expect(link).to_have_attribute("aria-current", "true")
    expect(page.locator(".vm-toc [aria-current]")).to_have_count(1)


def test_what_was_read_is_kept_only_where_the_reader_likes(visit, origin):
    page = visit(origin, CHAPTER["fr"])
    box = page.get_by_label("Retenir ce que je lis")
    foot = page.locator(".vm-around")
    foot.scroll_into_view_if_needed()
    expect(page.locator(".vm-read")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('vade-mecum/read')") is None
    box.check()
    page.reload()
    foot.scroll_into_view_if_needed()
    expect(page.locator(".vm-handbook .vm-read")).to_have_count(1)
    page.get_by_label("Retenir ce que je lis").uncheck()
    expect(page.locator(".vm-read")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('vade-mecum/read')") is None


def test_citations_stand_in_the_margin_where_there_is_room_and_else_in_the_text(visit, origin):
    page = visit(origin, CHAPTER["fr"])
    text, cited = page.locator(".vm-prose > p").first, page.locator(".vm-prose > p .citations > span").first
    right = text.bounding_box()["x"] + text.bounding_box()["width"]
    assert cited.bounding_box()["x"] > right
    page.set_viewport_size(PHONE)
    assert cited.bounding_box()["x"] < right


@pytest.mark.parametrize("kind", ["home", "chapter", "concept", "case", "figures", "cases", "references"])
@pytest.mark.parametrize("width", [1200, 1280, 1920])
def test_nothing_in_the_margin_leaves_the_page_or_covers_another(visit, origin, kind, width):
    page = visit(origin, KINDS[kind]["fr"], viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.evaluate(
        "[...document.querySelectorAll('.vm-aside, .vm-prose > :is(p, ul, ol) .citations > span,"
        " .vm-prose > :is(.table, .voices, .outcomes, .facts)')].map(one => one.getBoundingClientRect())"
        ".filter(box => box.width).map(({ top, bottom, left, right }) => ({ top, bottom, left, right }))"
    )
    boxes.sort(key=lambda box: box["top"])
    assert [(one, other) for one, other in pairwise(boxes) if meet(one, other)] == []


def meet(one, other):
    across = one["right"] > other["left"] + 1 and other["right"] > one["left"] + 1
    return across and one["bottom"] > other["top"] + 1


def test_a_heading_s_link_is_copied_with_its_title(visit, origin):
    page = visit(origin, CHAPTER["fr"], permissions=["clipboard-read", "clipboard-write"])
    heading = page.locator(".vm-prose > h2").first
    title, anchor = heading.inner_text().strip(), heading.get_attribute("id")
    heading.hover()
    heading.locator(".vm-permalink").click()
    expect(page.locator(".vm-shared")).to_have_text(f"Lien copié : {title}")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(title) and copied.endswith(f"{origin}{CHAPTER['fr']}#{anchor}")


def test_each_definition_has_a_link_of_its_own(visit, origin):
    page = visit(origin, CONCEPT["fr"])
    anchors = page.locator(".definition").evaluate_all("all => all.map(one => one.id)")
    links = page.locator(".definition > h3 > .vm-permalink").evaluate_all("all => all.map(one => one.hash)")
    assert anchors and links == [f"#{anchor}" for anchor in anchors]


def test_the_other_language_opens_at_the_same_section(visit, origin):
    page = visit(origin, CHAPTER["fr"])
    page.locator(".vm-toc a").nth(4).click()
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    fifth = page.locator(".vm-prose h2").nth(4)
    expect(page).to_have_url(f"{origin}{CHAPTER['en']}#{fifth.get_attribute('id')}")
    expect(fifth).to_be_in_viewport()


@pytest.mark.parametrize(
    ("addresses", "query"),
    [
        (KINDS["compare"], "?cases=one,two"),
        (KINDS["cases"], "?stage=observed&my-type=commune&compare=one"),
        ({"fr": "recherche/", "en": "en/search/"}, "?q=eau"),
    ],
    ids=["compare", "cases", "search"],
)
def test_the_other_language_is_asked_as_this_page_was(visit, origin, addresses, query):
    page = visit(origin, addresses["fr"] + query)
    page.get_by_role("link", name="English").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(origin + addresses["en"] + query)
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(origin + addresses["fr"] + query)


@pytest.mark.parametrize("size", [24, 32])
@pytest.mark.parametrize("kind", ["home", "chapter", "concept", "case", "cases", "map", "lexicon", "path"])
def test_type_of_twice_its_size_fits_on_a_phone(visit, origin, kind, size):
    page = visit(origin, KINDS[kind]["fr"], viewport=PHONE)
    page.evaluate(f"document.documentElement.style.fontSize = '{size}px'")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for button in page.locator(".vm-tools :is(a, button)").all():
        if button.is_visible():
            box = button.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"] + 1


@pytest.mark.parametrize("kind", ["chapter", "concept", "home"])
def test_controls_are_large_enough_for_fingers(visit, origin, kind):
    page = visit(origin, KINDS[kind]["fr"], viewport=PHONE, has_touch=True, is_mobile=True)
    page.evaluate("for (const one of document.querySelectorAll('.vm-beside details')) one.open = true")
    selector = (
        ".vm-masthead :is(a, button), .vm-where a, .vm-beside :is(a, summary), .vm-around a, .vm-footer li a"
    )
    small = page.locator(selector).evaluate_all(
        "all => all.filter(one => one.checkVisibility() && !one.matches('.vm-skip')"
        " && !one.matches('[aria-current].vm-wordmark') && one.getBoundingClientRect().height < 44)"
        ".map(one => one.outerHTML.slice(0, 90))"
    )
    assert small == []


@pytest.mark.parametrize(
    ("kind", "selector"),
    [("diagnosis", ".leads li > a"), ("lexicon-map", ".places li > a"), ("map", ".places li > a")],
)
def test_links_of_a_list_are_large_enough_for_fingers_and_pointers(visit, origin, kind, selector):
    for least, touch in ((24, False), (44, True)):
        page = visit(origin, KINDS[kind]["fr"], viewport=PHONE, has_touch=touch)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        heights = page.locator(selector).evaluate_all(
            "all => all.filter((one) => one.checkVisibility())"
            ".map((one) => one.getBoundingClientRect().height)"
        )
        assert heights and min(heights) >= least


def test_columns_of_a_file_open_under_a_finger(visit, origin):
    page = visit(origin, "donnees/", viewport=PHONE, has_touch=True, is_mobile=True)
    heights = page.locator(".vm-prose dd summary").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert heights and min(heights) >= 44


def test_only_what_is_current_looks_so_in_forced_colours(visit, origin):
    page = visit(origin, CHAPTER["fr"], forced_colors="active")
    for selector in (".vm-beside li a", ".vm-sections a"):
        looks = page.locator(selector).evaluate_all(
            "all => all.map(one => [one.hasAttribute('aria-current'), getComputedStyle(one)])"
            ".map(([current, style]) => [current, [style.borderInlineStartWidth, style.textDecorationLine,"
            " style.borderBlockEndWidth].join()])"
        )
        current, others = ({look for is_, look in looks if is_ == wanted} for wanted in (True, False))
        assert current and others and not current & others, selector


# -- from disk ----------------------------------------------------------------------------------------------


def test_from_disk_links_lead_to_files(chromium, site):
    context = chromium.new_context(viewport=DESK, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto((site / CHAPTER["fr"] / "index.html").as_uri())
    page.locator(".vm-prose a.term").first.focus()
    expect(page.locator(".vm-gloss")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.split("#")[0] == (site / CHAPTER["en"] / "index.html").as_uri()
    page.locator(".vm-prose a.term").first.click()
    expect(page.locator(".vm-page--concept")).to_be_visible()
    expect(page.locator("a[href*='/index.html?entry=']").first).to_be_attached()  # the form, told which entry
    link = "const link = document.createElement('a'); link.href = '../?a=b#c'; link.text = 'Made later';"
    page.evaluate(f"{link} document.querySelector('main').append(link)")
    page.get_by_text("Made later").focus()
    expect(page.get_by_text("Made later")).to_have_attribute("href", "../index.html?a=b#c")
    context.close()


# -- on paper -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["chapter", "concept", "case"])
def test_on_paper_no_sheet_holds_a_line_alone(visit, origin, kind):
    page = visit(origin, KINDS[kind]["fr"])
    pdf = page.pdf(format="A4")

    sheets = pypdfium2.PdfDocument(pdf)
    last = sheets[len(sheets) - 1].get_textpage().get_text_bounded()
    assert len(last.split()) > 12, last
