"""In a real browser, from disk: choosing among cases, authorities like mine, comparing.

What the page counts is counted again here by hand, from what is told of each case, over 200 random choices.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pypdfium2
import pytest
import yaml
from axe_run import PALETTES, violations
from case_pages import made_up, written
from playwright.sync_api import expect
from visits import DESK, PATIENCE, PHONE

from vademecum.language.formats import continent_names, continents, countries
from vademecum.language.typography import typeset
from vademecum.language.words import words

LIKE: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "like_mine.yml").read_text(encoding="utf-8")
)
CHOICES = 200
A4_LANDSCAPE = (842, 595)  # in points
OPEN = "for (const one of document.querySelectorAll('details')) one.open = true"
STATE = """() => ({
  counts: Object.fromEntries([...document.querySelectorAll('.facets input')].map(
    (input) => [`${input.name}=${input.value}`,
      [Number(input.closest('li').querySelector('.count').textContent), input.checked, input.disabled]])),
  shown: [...document.querySelectorAll('.cases > li:not([hidden])')].map((row) => row.dataset.case),
  said: document.querySelector('.counted').textContent,
})"""


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a page of made-up cases as a file; nothing goes wrong on it."""
    contexts, troubles = [], []

    def go(told, language, id_, query="", viewport=DESK, open_all=True):
        context = chromium.new_context(viewport=viewport, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("weberror", lambda error: troubles.append(str(error.error)))
        page = context.new_page()
        page.goto(written(told, language, id_, tmp_path).as_uri() + query)
        if open_all:
            page.evaluate(OPEN)
        return page

    yield go
    for context in contexts:
        context.close()
    assert troubles == []


# -- by hand ----------------------------------------------------------------------------------------------


def told_of(case: dict[str, Any]) -> dict[str, list[dict[str, str]]]:
    """What is told of a case, in the parts that belong together."""
    start, end = (int(case["period"].get(name, 0)) for name in ("start", "end"))
    decades = range(start // 10 * 10, end + 1, 10) if start else ["undated"]
    stages = []
    for outcome in case["outcomes"]:
        for stage in ("sought", "announced", "observed"):
            if stage in outcome:
                stages.append({"kind": outcome["kind"], "stage": stage, "evidence": outcome[stage]})
        if "observed" not in outcome:
            stages.append({"kind": outcome["kind"], "stage": "silent", "evidence": "silent"})
    return {
        "authority": case["authorities"],
        "partner": [{**one, "continent": continents()[one["country"]]} for one in case["partners"]],
        "theme": [{"theme": one} for one in case["themes"]],
        "instrument": [{"instrument": one} for one in case["instruments"]],
        "logic": [{"logic": one} for one in case["logics"]],
        "period": [{"period": str(decade)} for decade in decades],
        "outcome": stages or [{"stage": "silent", "evidence": "silent"}],
    }


GROUP = {
    **dict.fromkeys(("type", "population"), "authority"),
    **dict.fromkeys(("country", "continent"), "partner"),
    **dict.fromkeys(("kind", "stage", "evidence"), "outcome"),
}


def meets(told: dict[str, list[dict[str, str]]], chosen: dict[str, set[str]]) -> bool:
    """Whether one part of each kind has what was chosen of it."""
    for kind in {GROUP.get(name, name) for name in chosen}:
        asked = {name: values for name, values in chosen.items() if GROUP.get(name, name) == kind}
        if not any(all(part.get(name) in values for name, values in asked.items()) for part in told[kind]):
            return False
    return True


# -- choosing ---------------------------------------------------------------------------------------------


def test_every_count_is_what_counting_by_hand_gives(opened):
    cases = made_up(40, seed=11)
    told = {id_: told_of(case) for id_, case in cases.items()}
    page, rng = opened(cases, "fr", "cases"), Random(7)
    chosen: dict[str, set[str]] = {}
    for _ in range(CHOICES):
        state = page.evaluate(STATE)
        shown = [id_ for id_, parts in told.items() if meets(parts, chosen)]
        assert sorted(state["shown"]) == shown
        wrong = {}
        for key, (count, checked, disabled) in state["counts"].items():
            name, _, value = key.partition("=")
            by_hand = sum(meets(parts, {**chosen, name: {value}}) for parts in told.values())
            expected = (by_hand, value in chosen.get(name, ()), not by_hand and not checked)
            if (count, checked, disabled) != expected:
                wrong[key] = (count, checked, disabled, by_hand)
        assert wrong == {}, chosen
        if chosen and rng.random() < 0.1:
            page.evaluate("document.querySelector('.chosen .clear').click()")
            chosen = {}
            continue
        offered = [key for key, (_, _, off) in state["counts"].items() if not off]
        name, _, value = rng.choice(offered).partition("=")
        page.evaluate(f"document.querySelector('.facets input[name={name}][value=\"{value}\"]').click()")
        values = chosen.setdefault(name, set()) ^ {value}
        chosen = {key: held for key, held in {**chosen, name: values}.items() if held}


def test_a_choice_stands_in_the_address_and_back_takes_it_back(opened):
    cases = made_up(30, seed=3)
    page = opened(cases, "en", "cases")
    before = page.evaluate(STATE)
    page.locator("#theme-water input").check()
    water = page.evaluate(STATE)
    page.locator("#stage-observed input").check()
    both = page.evaluate(STATE)
    assert page.evaluate("location.search") == "?theme=water&stage=observed"
    sent = opened(cases, "en", "cases", page.evaluate("location.search")).evaluate(STATE)
    assert sent == both
    page.go_back()
    assert page.evaluate(STATE) == water
    page.go_back()
    assert page.evaluate(STATE) == before


def test_what_is_found_is_said_once_for_each_choice(opened):
    page = opened(made_up(30, seed=3), "en", "cases")
    expect(page.get_by_role("status").first).to_have_text("30 case studies")
    page.evaluate(
        """() => {
          const counted = document.querySelector('.counted');
          globalThis.said = [];
          new MutationObserver(() => said.push(counted.textContent)).observe(counted, {childList: true});
        }"""
    )
    page.locator("#theme-water input").check()
    page.locator(".chosen .clear").click()
    said = page.evaluate("globalThis.said")
    assert len(said) == 2 and said[0].endswith(" of 30") and said[1] == "30 case studies"


def test_a_value_of_another_page_is_chosen_on_arrival(opened):
    page = opened(made_up(30, seed=3), "en", "cases", "#theme-culture")
    expect(page.locator("#theme-culture input")).to_be_checked()


def test_the_keyboard_chooses_and_takes_back(opened):
    page = opened(made_up(30, seed=3), "en", "cases", viewport=PHONE, open_all=False)
    page.locator(".facets > details > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Theme", exact=True).first.focus()
    page.keyboard.press("Enter")
    page.locator("#theme-water input").focus()
    page.keyboard.press("Space")
    remove = page.get_by_role("button", name="Remove: Theme, water and sanitation")
    expect(remove).to_be_visible()
    remove.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#theme-water input")).not_to_be_checked()


# -- like mine --------------------------------------------------------------------------------------------


def reason(told: str, language: str, page) -> str:
    """A reason of like_mine.yml in words."""
    name, _, value = told.partition(": ")
    named = {"country": countries(language), "continent": continent_names(language)}.get(name, {})
    label = named.get(value, "")
    if value and not label:
        label = page.locator(f"#theme-{value} label span").first.text_content()
    return typeset(words(language)["cases"]["reasons"][name], language).replace("{}", label)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_authorities_like_mine_are_as_the_generator_finds_them(opened, language):
    cases = {id_: {"outcomes": []} | told for id_, told in LIKE["cases"].items()}
    page = opened(cases, language, "cases")
    for asked in LIKE["asked"]:
        options = page.locator(".mine option").evaluate_all("all => all.map((one) => one.value)")
        if not set(asked["mine"].values()) <= set(options):
            continue  # a country that no case has cannot be asked for
        for name in ("type", "population", "country", "theme"):
            page.locator(f"#my-{name}").select_option(asked["mine"].get(name, ""))
        rows = page.locator(".cases > li").evaluate_all(
            "rows => rows.map((row) => [row.dataset.case, row.querySelector('.why').textContent])"
        )
        near = {
            id_: ", ".join(reason(one, language, page) for one in told) for id_, told in asked["near"].items()
        }
        nothing = typeset(words(language)["cases"]["script"]["mine"]["nothing"], language)
        assert rows[: len(near)] == [list(pair) for pair in near.items()], asked["mine"]
        assert {why for _, why in rows[len(near) :]} <= {nothing}


# -- comparing --------------------------------------------------------------------------------------------


def test_cases_are_ticked_and_compared(opened):
    cases = made_up(6, seed=5)
    page = opened(cases, "en", "cases")
    for id_ in list(cases)[:4]:
        page.locator(f"[data-case={id_}] .pick input").check()
    expect(page.locator(".pick input:disabled")).to_have_count(2)
    assert page.evaluate("location.search").endswith("compare=case-0000,case-0001,case-0002,case-0003")
    address = page.get_by_role("link", name="Compare them").get_attribute("href")
    assert address.endswith("compare/?cases=case-0000,case-0001,case-0002,case-0003")
    compared = opened(cases, "en", "compare", "?" + address.partition("?")[2])
    heads = compared.get_by_role("columnheader")
    expect(heads).to_have_count(4)
    compared.get_by_role("button", name="Remove from the comparison: Case-0001").click()
    expect(heads).to_have_count(3)
    compared.go_back()
    expect(heads).to_have_count(4)


def test_a_comparison_says_what_each_outcome_came_to(opened):
    told = {
        "one": {"outcomes": [{"kind": "economic", "sought": "", "observed": "documented"}]},
        "two": {"outcomes": [{"kind": "economic", "announced": ""}]},
    }
    base = {"authorities": [{"type": "commune"}], "partners": []}
    page = opened({id_: base | one for id_, one in told.items()}, "en", "compare", "?cases=one,two")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Economic"))
    expect(row.get_by_role("cell").first).to_contain_text("Observed (documented).")
    expect(row.get_by_role("cell").last).to_contain_text("Observed: the sources are silent.")


@pytest.mark.parametrize("query", ["", "?cases=case-0000", "?cases=none,unknown"])
def test_without_two_cases_the_page_says_what_to_do(opened, query):
    page = opened(made_up(3, seed=5), "en", "compare", query)
    expect(page.locator(".comparison")).to_contain_text("Tick two to four cases")


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            ["Not on this page: Case-0004 and Case-0005.", "This site has no case named “else” or “<i>”."],
        ),
        (
            "fr",
            [
                "Pas sur cette page\u00a0: Case-0004 et Case-0005.",
                "Ce site n’a pas de cas nommé «\u00a0else\u00a0» ou «\u00a0<i>\u00a0».",
            ],
        ),
    ],
)
def test_a_comparison_says_what_it_leaves_out(opened, language, sentences):
    ids = ",".join([f"case-000{number}" for number in range(6)] + ["else", "%3Ci%3E", "case-0000"])
    page = opened(made_up(6, seed=5), language, "compare", f"?cases={ids}")
    expect(page.locator(".comparison thead .to-case")).to_have_count(4)
    for paragraph, sentence in zip(page.locator(".comparison .left-out").all(), sentences, strict=True):
        expect(paragraph).to_contain_text(sentence)
    page.locator(".comparison tbody button").first.click()
    expect(page.locator(".comparison thead .to-case")).to_have_count(4)  # the next one has come in
    expect(page.locator(".comparison .left-out")).to_have_count(1)


def test_a_case_that_is_left_alone_is_named(opened):
    page = opened(made_up(3, seed=5), "en", "compare", "?cases=case-0001,unknown")
    said = page.locator(".comparison")
    expect(said).to_contain_text("Only one case is chosen: Case-0001.")
    expect(said).to_contain_text("This site has no case named “unknown”.")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_the_names_of_the_cases_stay_in_sight(opened, viewport):
    cases = made_up(4, seed=5)
    page = opened(cases, "en", "compare", "?cases=case-0000,case-0001,case-0002,case-0003", viewport)
    page.locator(".comparison tbody tr").last.evaluate("row => row.scrollIntoView({block: 'end'})")
    for name in page.get_by_role("columnheader").all()[:2]:
        expect(name).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") > 100


def test_two_cases_share_a_phone_and_four_move_as_one(opened):
    query = "?cases=case-0000,case-0001"
    page = opened(made_up(4, seed=5), "en", "compare", query, PHONE)
    assert page.locator(".comparison tbody").evaluate("rows => rows.scrollWidth - rows.clientWidth") == 0
    for cell in page.locator(".comparison tbody tr:last-child td").all():
        left, width = (cell.bounding_box()[key] for key in ("x", "width"))
        assert left >= 0 and left + width <= PHONE["width"] and width > PHONE["width"] / 2.5
    page = opened(made_up(4, seed=5), "en", "compare", f"{query},case-0002,case-0003", PHONE)
    rows = page.locator(".comparison tbody[tabindex]")
    rows.evaluate("rows => { rows.scrollLeft = 90 }")
    page.wait_for_function("document.querySelector('.comparison thead').scrollLeft === 90")


# -- for everyone -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing(opened, viewport):
    cases = made_up(8, seed=5)
    query = "?theme=water&my-type=commune&compare=case-0000,case-0001"
    three = "?cases=case-0000,case-0001,case-0002"
    for id_, asked in (("cases", query), ("compare", three), ("compare", "")):
        page = opened(cases, "fr", id_, asked, viewport)
        for scheme in PALETTES:
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], (id_, scheme)


def test_where_fewer_than_two_are_left_the_page_is_no_comparison(opened):
    page = opened(made_up(2, seed=5), "en", "compare", "?cases=case-0000,case-0001")
    page.get_by_role("button", name="Remove from the comparison: Case-0001").click()
    expect(page.locator(".comparison")).to_contain_text("Tick two to four cases")
    expect(page.locator(".comparison[data-count]")).to_have_count(0)


def test_a_comparison_is_printed_across_the_sheet(opened):
    page = opened(made_up(4, seed=5), "fr", "compare", "?cases=case-0000,case-0001,case-0002,case-0003")
    page.emulate_media(media="print")
    wide = "document.querySelector('.comparison').scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sizes = {tuple(map(round, sheet.get_size())) for sheet in printed}
    assert sizes == {A4_LANDSCAPE}
    assert "case-0000" in printed[0].get_textpage().get_text_bounded().lower()
