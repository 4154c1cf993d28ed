"""In a real browser: what readers tick and write stays there, by keyboard alone, and one button erases it."""

import pytest
from built import KINDS
from playwright.sync_api import expect
from visits import PHONE

STORED = "() => Object.keys(localStorage).filter((key) => key.startsWith('vade-mecum/'))"


def checklist(visit, origin, language="fr", **options):
    return visit(origin, KINDS["checklist"][language], **options)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_ticked_by_keyboard_is_there_again(visit, origin, language):
    page = checklist(visit, origin, language)
    page.locator(".tick input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.reload()
    expect(page.locator(".tick input").first).to_be_checked()
    expect(page.locator(".tick input").nth(1)).not_to_be_checked()


def test_the_words_of_a_point_tick_it(visit, origin):
    page = checklist(visit, origin, viewport=PHONE)
    page.locator(".tick label").nth(2).click(position={"x": 3, "y": 3})
    expect(page.locator(".tick input").nth(2)).to_be_checked()


def test_both_languages_share_what_is_ticked(visit, origin):
    page = checklist(visit, origin)
    page.locator(".tick input").first.check()
    page.goto(origin + KINDS["checklist"]["en"])
    expect(page.locator(".tick input").first).to_be_checked()


def test_one_button_erases_everything_and_says_so(visit, origin):
    page = visit(origin, KINDS["survey"]["en"])
    page.locator("textarea").first.fill("A town of 30,000.")
    assert page.evaluate(STORED) == ["vade-mecum/tool:survey-of-practices"]
    page.locator(".vm-kept button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".vm-kept [role=status]")).to_have_text(
        "Everything is erased, on the page and in the browser."
    )
    expect(page.locator("textarea").first).to_have_value("")
    assert page.evaluate(STORED) == []


def test_nothing_is_sent_and_no_cookie_is_set(visit, origin):
    page = visit(origin, KINDS["markers"]["fr"])
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    page.locator("td textarea").first.fill("Étudiants")
    page.locator(".vm-kept button").click()
    assert (asked, page.context.cookies()) == ([], [])


def test_a_page_opened_from_disk_works(chromium, site):
    context = chromium.new_context()
    page = context.new_page()
    page.goto((site / KINDS["checklist"]["fr"] / "index.html").as_uri())
    page.locator(".tick input").first.check()
    page.reload()
    expect(page.locator(".tick input").first).to_be_checked()
    context.close()


def test_a_browser_that_keeps_nothing_says_so(chromium, origin):
    context = chromium.new_context()
    context.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused'); };")
    page = context.new_page()
    page.goto(origin + KINDS["checklist"]["en"])
    page.locator(".tick input").first.check()
    expect(page.locator(".vm-kept [role=status]")).to_contain_text("This browser keeps nothing")
    context.close()


@pytest.mark.parametrize("kind", ["survey", "markers"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_file_to_take_away_is_there(visit, origin, kind, language):
    page = visit(origin, KINDS[kind][language])
    with page.expect_download() as download:
        page.locator("a[download]:not(.vm-citing a)").click()
    content = download.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") is (kind == "markers")
    assert len(content.decode("utf-8-sig").splitlines()) > 30
