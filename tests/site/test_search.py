"""In a real browser: what practitioners ask is answered, and the search is used as one expects."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from built import KINDS
from playwright.sync_api import expect
from visits import PHONE

from vademecum.language.data import data_in
from vademecum.pages.project import opened

LANGUAGE = Path(__file__).parents[2] / "vademecum/language"
SYNONYMS = LANGUAGE / "synonyms.yml"
TAUGHT = str(LANGUAGE / "questions.{}.yml")
NEVER_TAUGHT = str(Path(__file__).parents[1] / "search/{}.yml")  # nor tuned on
PAGES = {"fr": "recherche/", "en": "en/search/"}
FIRST = 5
ENOUGH = 0.98
ENOUGH_OF_NEW = 0.92  # of those alone that the search never learned from
# Puts each question to the search's engine, as a reader's browser has it: the addresses of the first results.
ASK = """async ([root, language, questions, first]) => {
  const opener = document.querySelector("[data-module]");
  const { Engine } = await import(new URL(opener.dataset.module, location.href));
  const engine = new Engine(new URL(root, location.href).href, language);
  const answers = [];
  for (const question of questions) {
    const found = await engine.ask(question);
    const results = (found?.results ?? []).slice(0, first);
    const pages = await Promise.all(results.map((result) => result.parts[0].data()));
    answers.push(pages.map((page) => page.raw_url.replace(/^\\//, "")));
  }
  return answers;
}"""


def asked(page, language, questions):
    return page.evaluate(ASK, ["/" if language == "fr" else "/en/", language, questions, FIRST])


def answers_in(file, language):
    """Each question with the pages that answer it, by kind and id."""
    groups = data_in(Path(file.format(language)))
    return {question: pages for group in groups.values() for question, pages in group.items()}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_practitioners_ask_is_answered_among_the_first(visit, origin, project, language):
    addresses = opened(project).addresses
    taught, new = answers_in(TAUGHT, language), answers_in(NEVER_TAUGHT, language)
    answers = taught | new
    assert len(answers) >= 120
    found = asked(visit(origin, PAGES[language]), language, list(answers))
    wrong = {
        question: pages
        for (question, wanted), pages in zip(answers.items(), found, strict=True)
        if not {addresses.of(*key.split(":"), language) for key in wanted} & set(pages)
    }
    assert len(wrong) <= (1 - ENOUGH) * len(answers), wrong
    assert len(wrong.keys() & new.keys()) <= (1 - ENOUGH_OF_NEW) * len(new), wrong


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_question_is_taught_or_new_and_its_pages_are_there(project, language):
    addresses = opened(project).addresses
    taught, new = answers_in(TAUGHT, language), answers_in(NEVER_TAUGHT, language)
    assert taught.keys() & new.keys() == set()
    pages = {page for answers in (taught, new) for wanted in answers.values() for page in wanted}
    assert [page for page in sorted(pages) if not addresses.has(*page.split(":"))] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_term_s_own_page_comes_first(visit, origin, project, language):
    read = opened(project)
    names = {
        name: read.addresses.of("concept", id_, language)
        for id_, concept in read.library.concepts.items()
        if (terms := concept.terms.get(language))
        for name in (terms.preferred, *terms.synonyms)
    }
    found = asked(visit(origin, PAGES[language]), language, list(names))
    assert [name for name, pages in zip(names, found, strict=True) if pages[:1] != [names[name]]] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_means_a_page_asks_for_one_that_is_there(project, language):
    addresses = opened(project).addresses
    pages = data_in(SYNONYMS)[language]["pages"]
    assert [page for page in pages if not addresses.of(*page.split("/", 1), language)] == []


def dialog(page, words=""):
    page.locator("a[data-vm-search]").click()
    field = page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    if words:
        field.fill(words)
        expect(page.locator("dialog .vm-hit, dialog [data-near]:visible").first).to_be_visible()
    return page.locator("dialog")


def test_nothing_of_the_search_is_asked_for_before(visit, origin):
    page = visit(origin, KINDS["chapter"]["fr"])
    asked_for = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked_for if "pagefind" in url or "scripts/search" in url] == []
    dialog(page, "jumelage")
    assert [url for url in asked_for if "pagefind.js" in url]


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_it_and_escape_closes_it(visit, origin, key):
    page = visit(origin, KINDS["chapter"]["fr"])
    page.keyboard.press(key)
    expect(page.locator("dialog input[type=search]")).to_be_focused()
    page.keyboard.type("solidarité")
    expect(page.locator("dialog .vm-hit").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def test_the_key_can_be_turned_off(visit, origin):
    page = visit(origin, PAGES["fr"])
    page.get_by_label("La touche /").uncheck()
    page.goto(origin + KINDS["chapter"]["fr"])
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(page.locator("dialog")).to_have_count(0)


def test_arrows_walk_through_the_results(visit, origin):
    page = visit(origin, KINDS["chapter"]["en"])
    dialog(page, "twinning")
    links = page.locator("dialog .vm-hit a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("dialog input[type=search]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(origin + "en/search/?q=twinning")
    expect(page.locator(".vm-hit").first).to_be_visible()


def test_kinds_filter_with_their_numbers_and_the_count_is_told(visit, origin):
    page = visit(origin, PAGES["fr"] + "?q=solidarité")
    status = page.locator(".vm-search__status")
    expect(status).to_contain_text("pages")
    cases = page.get_by_role("radio", name="Études de cas")
    count = cases.evaluate("radio => radio.closest('label').querySelector('[data-count]').textContent")
    cases.check()
    expect(status).to_contain_text(f"{count} page")
    kinds = page.locator(".vm-hit__kind")
    expect(kinds.first).to_have_text("Étude de cas")
    assert set(kinds.all_inner_texts()) == {"Étude de cas"}
    assert "kind=case" in page.url


def test_a_wrong_letter_is_said(visit, origin):
    page = visit(origin, PAGES["fr"] + "?q=jumelaje")
    expect(page.locator(".vm-search__status")).to_contain_text("réponses pour « jumelage »")
    expect(page.locator(".vm-hit__title a").first).to_have_text("jumelage")


@pytest.mark.parametrize("word", ["logement", "rattacher", "communes"])
def test_a_word_that_texts_have_is_not_taken_for_another(visit, origin, word):
    page = visit(origin, PAGES["fr"] + f"?q={word}")
    expect(page.locator(".vm-search__status")).to_contain_text("page")
    assert "réponses pour" not in page.locator(".vm-search__status").inner_text()
    stem = word.removesuffix("ement").removesuffix("er").removesuffix("es")
    expect(page.locator(".vm-hit").first).to_contain_text(stem, ignore_case=True)


def test_the_other_language_s_name_finds_it_and_is_said(visit, origin):
    page = visit(origin, PAGES["fr"] + "?q=twinning")
    expect(page.locator(".vm-hit").first).to_contain_text("en anglais : twinning")
    page.goto(origin + PAGES["en"] + "?q=jumelage")
    expect(page.locator(".vm-hit").first).to_contain_text("in French: jumelage")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_where_nothing_is_found_the_lists_and_the_form_are_a_step_away(visit, origin, language):
    page = visit(origin, PAGES[language] + "?q=zzqwx")
    expect(page.locator("[data-ways]")).to_be_visible()
    ways = page.locator("[data-ways] a").evaluate_all("links => links.map((link) => link.href)")
    page.goto(origin + ("lexique/attractivite/" if language == "fr" else "en/lexicon/attractiveness/"))
    dialog(page)
    page.locator("dialog input[type=search]").fill("zzqwx")
    expect(page.locator("dialog [data-ways]")).to_be_visible()
    again = page.locator("dialog [data-ways] a").evaluate_all("links => links.map((link) => link.href)")
    assert again == ways and len(ways) == 4
    page.locator("dialog input[type=search]").fill("twinning" if language == "en" else "jumelage")
    expect(page.locator("dialog .vm-hit").first).to_be_visible()
    expect(page.locator("dialog [data-ways]")).to_be_hidden()


def test_a_number_with_a_hyphen_is_not_sought_digit_by_digit(visit, origin):
    page = visit(origin, PAGES["fr"] + "?q=L9999-1")
    expect(page.locator(".vm-search__status")).to_contain_text("Aucune page ne répond")
    expect(page.locator(".vm-hit")).to_have_count(0)


def test_where_nothing_is_found_the_nearest_names_are_told(visit, origin):
    page = visit(origin, PAGES["fr"] + "?q=jummelaqqe")
    expect(page.locator(".vm-search__status")).to_contain_text("Aucune page ne répond")
    expect(page.locator("[data-near] a").first).to_have_text("jumelage")
    page.goto(origin + PAGES["en"] + "?q=xyzzyk")
    expect(page.locator(".vm-search__status")).to_contain_text("No page answers")


def test_words_are_marked_and_sections_lead_to_their_places(visit, origin):
    page = visit(origin, PAGES["fr"] + "?q=vieillissement")
    expect(page.locator(".vm-hit mark").first).to_contain_text("vieillissement", ignore_case=True)
    section = page.locator(".vm-hit__sections a").first
    anchor = section.get_attribute("href").partition("#")[2]
    section.click()
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_titles_keep_every_sign_beside_words_for_the_index_alone(visit, origin, language):
    address = KINDS["sheet"][language]
    page = visit(origin, address)
    title = page.locator("h1").inner_text()
    page.goto(origin + PAGES[language] + "?q=" + quote(title))
    expect(page.locator(f".vm-hit a[href$='{address}']").first).to_have_text(title)


def test_without_scripts_its_page_leads_to_the_lists(visit, origin):
    page = visit(origin, KINDS["about"]["fr"], java_script_enabled=False)
    page.locator("a[data-vm-search]").click()
    expect(page.locator("noscript .vm-notice")).to_be_visible()
    expect(page.locator("[data-vm-search-box]")).to_be_hidden()
    expect(page.locator(".vm-prose").get_by_role("link", name="Sigles")).to_be_visible()


def test_from_disk_it_says_that_it_cannot(chromium, site):
    page = chromium.new_page()
    page.goto((site / "recherche" / "index.html").as_uri())
    expect(page.get_by_text("ouvertes depuis un disque")).to_be_visible()
    expect(page.locator("[data-vm-search-box]")).to_be_hidden()
    page.close()


def test_on_a_phone_it_takes_the_screen_and_no_more(visit, origin):
    page = visit(origin, KINDS["chapter"]["fr"], viewport=PHONE)
    box = dialog(page, "coopération décentralisée").bounding_box()
    assert (box["x"], box["width"]) == (0, PHONE["width"])
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")
