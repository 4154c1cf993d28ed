"""In a real browser: the self-diagnosis, the reading paths and the projection view, by keyboard alone.

In both languages, cut from the network once loaded, and from disk.
"""

import json

import pytest
from axe_run import assert_none_in_either_palette
from built import KINDS
from playwright.sync_api import expect
from visits import DESK, PATIENCE, PHONE
from workshop import HOUSE

from vademecum.language.data import data_in

LANGUAGES = ("fr", "en")
TOOL = data_in(HOUSE / "docs/tools/diagnoses/self-diagnosis.yml")
PATH = data_in(HOUSE / "docs/tools/paths/newly-elected.yml")
NAMES = [f"{theme}-{id_}" for theme, told in TOOL["themes"].items() for id_ in told["questions"]]
# As a browser does that lets sites keep nothing; Material's own scripts expect this too.
FULL_STORE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def means(answers):
    """The mean of each theme, worked out here by the rules that the page gives."""
    found = {}
    for theme, told in TOOL["themes"].items():
        names = (f"{theme}-{id_}" for id_ in told["questions"])
        given = [answers[name] for name in names if name in answers]
        found[theme] = sum(given) / len(given) if given else None
    return found


def level(mean):
    return (
        "low"
        if mean < TOOL["scale"]["low_below"]
        else "middle"
        if mean < TOOL["scale"]["high_from"]
        else "high"
    )


def a_file(answers, **more):
    """What a reader opens: a file of answers."""
    data = {"format": "vade-mecum/self-diagnosis", "version": 1, "answers": answers} | more
    return {"name": "answers.json", "mimeType": "application/json", "buffer": json.dumps(data).encode()}


def press_until(page, key, wanted, presses=80):
    """Press a key until an element has the focus."""
    for _ in range(presses):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {wanted}")


def cut_off(page, visit):
    """Cut a page from the network; whatever it asks for from then on is noted.

    The browser asks for a page's icon by itself, when it finds the time and whenever the address changes; and
    for a further part of a font when a letter of it first stands on the page: all are there beforehand.
    """
    icon = page.evaluate("document.querySelector(\"link[rel='icon']\").href")
    visit.missing.add(icon)
    asked = []
    # Settled, not loaded: the fonts that stand in until ours arrive are of the machine, which may lack them.
    page.evaluate("Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => true)")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url) if request.url != icon else None)
    return asked


@pytest.fixture
def from_disk(chromium, site):
    """Opens pages as files, without any server; none may ask the network for anything."""
    contexts, asked = [], []

    def opened(address):
        context = chromium.new_context(viewport=DESK, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto((site / address / "index.html").as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


# -- the self-diagnosis -----------------------------------------------------------------------------------


def answer_all(page):
    """Answer every question by keyboard alone, one after another; the answers."""
    answers = {}
    press_until(page, "Tab", page.locator(f"[name='{NAMES[0]}']").first)
    for number, name in enumerate(NAMES):
        grade = (number * 7 + 1) % 4
        page.keyboard.press("Space")
        for _ in range(grade):
            page.keyboard.press("ArrowDown")
        expect(page.locator(f"[name='{name}'][value='{grade}']")).to_be_checked()
        answers[name] = grade
        page.keyboard.press("Enter")
    return answers


def assert_profile(page, answers):
    """The profile says, for each theme, what the rules make of the answers."""
    rows = page.locator("[data-part='words'] tbody tr")
    expect(rows).to_have_count(len(TOOL["themes"]))
    language = page.evaluate("document.documentElement.lang")
    for row, (theme, mean) in zip(rows.all(), means(answers).items(), strict=True):
        written = f"{mean:.1f}".removesuffix(".0").replace(".", "," if language == "fr" else ".")
        expect(row.locator("td").first).to_contain_text(written)
        told = TOOL["themes"][theme][level(mean)][language]
        expect(row.locator("th")).to_contain_text(told.split(" : ")[0].split("'")[0])
    expect(page.locator("[data-part='picture'] svg[role='img'] circle.mine")).to_have_count(
        len(TOOL["themes"])
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_diagnosis_by_keyboard_alone_and_cut_from_the_network(visit, origin, language):
    page = visit(origin, KINDS["diagnosis"][language])
    asked = cut_off(page, visit)
    answers = answer_all(page)
    expect(page.locator("#profile")).to_be_focused()
    assert_profile(page, answers)
    asking = page.locator("[data-part='ways'] [data-question]")
    leading = {name for name, grade in answers.items() if grade < TOOL["scale"]["leads_below"]}
    assert set(asking.evaluate_all("links => links.map(link => link.dataset.question)")) == leading
    for kind in ("chapter", "concept", "case"):
        expect(page.locator(f"[data-part='ways'] a.to-{kind}").first).to_be_visible()
    assert asked == [] and page.context.cookies() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_questions_can_be_read_without_scripts(visit, origin, language):
    page = visit(origin, KINDS["diagnosis"][language], java_script_enabled=False)
    questions = page.locator(".theme fieldset.question")
    expect(questions).to_have_count(len(NAMES))
    assert all(question.is_visible() for question in questions.all())
    expect(page.locator(".rules")).to_be_visible()
    expect(page.locator(".vm-desk, .vm-profile, .vm-keep, [data-vm-projection]:visible")).to_have_count(0)


def test_one_question_or_all_back_and_forth(visit, origin):
    page = visit(origin, KINDS["diagnosis"]["en"])
    shown = page.locator(".theme .asked:visible")
    expect(shown).to_have_count(1)
    page.locator("[data-do='on']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-part='heard']")).to_have_text(f"Question 2 of {len(NAMES)} · Vision")
    expect(page.locator(f"[name='{NAMES[1]}']").first).to_be_focused()
    page.locator("[data-do='back']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"[name='{NAMES[0]}']").first).to_be_focused()
    expect(page.locator("[data-do='back']")).to_be_disabled()
    page.locator("[data-part='stations'] button").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name^='knowledge-']").first).to_be_focused()
    page.locator("[data-do='all']").focus()
    page.keyboard.press("Space")
    expect(shown).to_have_count(len(NAMES))
    expect(page.locator("[data-do='all']")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_kept_until_one_button_erases_everything(visit, origin, language):
    page = visit(origin, KINDS["diagnosis"][language])
    page.locator(f"[name='{NAMES[0]}']").nth(2).check()
    page.locator("#vm-name").fill("Notre équipe")
    page.locator("#vm-compare").set_input_files(a_file({NAMES[0]: 0}))
    expect(page.locator("[data-part='said']")).not_to_be_empty()
    page.reload()
    expect(page.locator(f"[name='{NAMES[0]}']").nth(2)).to_be_checked()
    expect(page.locator("#vm-name")).to_have_value("Notre équipe")
    expect(page.locator("[data-part='apart']")).to_be_visible()
    page.locator("[data-do='erase']").focus()
    page.keyboard.press("Enter")
    erased = {"fr": "Tout est effacé", "en": "Everything is erased"}[language]
    expect(page.locator("[data-part='said']")).to_contain_text(erased)
    expect(page.locator(".theme input:checked")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('vade-mecum:self-diagnosis')") is None
    page.reload()
    expect(page.locator(".theme input:checked")).to_have_count(0)
    expect(page.locator("#vm-name")).to_have_value("")


def test_answers_saved_to_a_file_are_opened_again_and_compared(visit, origin, tmp_path):
    page = visit(origin, KINDS["diagnosis"]["fr"])
    for number, name in enumerate(NAMES):
        page.evaluate(
            "([name, grade]) => document.getElementsByName(name)[grade].click()", [name, number % 4]
        )
    page.locator("#vm-name").fill("Été 2025")
    page.keyboard.press("Tab")
    page.locator("[data-do='save']").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("self-diagnosis-ete-2025-")
    file = tmp_path / "year.json"
    download.value.save_as(file)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["answers"] == {name: number % 4 for number, name in enumerate(NAMES)}

    other = visit(origin, KINDS["diagnosis"]["en"])
    other.locator("#vm-open").set_input_files(file)
    expect(other.locator("[data-part='said']")).to_have_text(f"year.json: {len(NAMES)} answers taken up.")
    expect(other.locator(".theme input:checked")).to_have_count(len(NAMES))
    assert_profile(other, kept["answers"])
    changed = kept["answers"] | {NAMES[3]: 0}
    other.locator("#vm-compare").set_input_files(a_file(changed, name="A colleague"))
    expect(other.locator("[data-part='key']")).to_contain_text("A colleague")
    expect(other.locator("[data-part='words'] thead th")).to_have_text(["Theme", "Été 2025", "A colleague"])
    rows = other.locator("[data-part='differences'] tbody tr")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("4. Do your actions rest on powers")
    other.locator("[data-do='uncompare']").click()
    expect(other.locator("[data-part='apart']")).to_be_hidden()


WRONG = {
    "no JSON": ("{", "not a file of answers"),
    "another's": (json.dumps({"format": "other", "answers": {}}), "does not come from this"),
    "nothing": ("null", "does not come from this"),
    "a list": (json.dumps({"format": "vade-mecum/self-diagnosis", "answers": []}), "holds no answer"),
    "strange grades": (
        a_file({NAMES[0]: "3", NAMES[1]: 9, "__proto__": 1})["buffer"].decode(),
        "holds no answer",
    ),
    "endless": ("[" * 900_000, "too long"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_told_in_words_and_changes_nothing(visit, origin, case):
    page = visit(origin, KINDS["diagnosis"]["en"])
    page.locator(f"[name='{NAMES[0]}']").nth(1).check()
    text, told = WRONG[case]
    for field in ("#vm-open", "#vm-compare"):
        wrong = {"name": "<b>x</b>.json", "mimeType": "application/json", "buffer": text.encode()}
        page.locator(field).set_input_files(wrong)
        expect(page.locator("[data-part='said']")).to_contain_text(told)
        expect(page.locator("[data-part='said']")).to_contain_text("<b>x</b>.json")
    expect(page.locator(f"[name='{NAMES[0]}']").nth(1)).to_be_checked()
    expect(page.locator("[data-part='apart']")).to_be_hidden()


def test_questions_that_are_gone_are_left_aside_and_told(visit, origin):
    page = visit(origin, KINDS["diagnosis"]["en"])
    page.locator("#vm-open").set_input_files(a_file({NAMES[0]: 2, "vision-gone": 1}))
    expect(page.locator("[data-part='said']")).to_contain_text("Left aside")
    expect(page.locator(".theme input:checked")).to_have_count(1)


@pytest.mark.parametrize(("kind", "part"), [("diagnosis", ".vm-keep"), ("path", ".vm-progress")])
def test_tools_work_where_the_browser_keeps_nothing(visit, origin, kind, part):
    page = visit(origin)
    page.context.add_init_script(FULL_STORE)
    page.goto(origin + KINDS[kind]["en"])
    expect(page.locator(part)).to_contain_text("This browser keeps nothing")
    box = page.locator(".vm-prose :is(.theme, .path) input").first
    box.check()
    expect(box).to_be_checked()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_with_answers_and_a_comparison(visit, origin, language, viewport):
    page = visit(origin, KINDS["diagnosis"][language], viewport=viewport)
    page.locator("#vm-open").set_input_files(a_file({name: n % 4 for n, name in enumerate(NAMES)}))
    page.locator("#vm-compare").set_input_files(a_file({name: n % 3 for n, name in enumerate(NAMES[:-5])}))
    expect(page.locator("[data-part='apart']")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_none_in_either_palette(page)
    page.locator("[data-do='all']").click()
    assert_none_in_either_palette(page)


# -- reading paths ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_is_ticked_by_keyboard_kept_and_erased(visit, origin, language):
    page = visit(origin, KINDS["path"][language])
    asked = cut_off(page, visit)
    boxes = page.locator(".path input[type='checkbox']")
    expect(boxes).to_have_count(len(PATH["steps"]))
    progress = page.locator("[data-part='progress']")
    press_until(page, "Tab", boxes.first)
    page.keyboard.press("Space")
    expect(progress).to_contain_text({"fr": "1 sur 7", "en": "1 of 7"}[language])
    times = [int(time.split()[0]) for time in page.locator(".path .minutes").all_inner_texts()]
    expect(progress).to_contain_text(f"{sum(times[1:])} min")
    assert asked == [] and page.context.cookies() == []
    page.context.set_offline(False)
    page.reload()
    expect(boxes.first).to_be_checked()
    press_until(page, "Tab", page.locator("[data-part='erase']"))
    page.keyboard.press("Enter")
    expect(boxes.first).not_to_be_checked()
    expect(page.locator("[data-part='said']")).not_to_be_empty()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('vade-mecum'))") == []


# -- the projection view ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_shown_a_section_at_a_time(visit, origin, language):
    page = visit(origin, KINDS["chapter"][language])
    asked = cut_off(page, visit)
    said = page.locator("[data-say]").last
    press_until(page, "Tab", page.locator("[data-vm-projection]"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    total = page.locator("[data-count]").inner_text().split()[-1]
    expect(said).to_contain_text({"fr": f"Section 1 sur {total}", "en": f"Section 1 of {total}"}[language])
    expect(
        page.locator(".vm-masthead, .vm-footer, .vm-beside, .vm-terms, .vm-where").locator("visible=true")
    ).to_have_count(0)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    heading = page.locator(".vm-prose h2[id]").first
    expect(heading).to_be_focused()
    expect(page.locator(".vm-prose :is(h2, h3):visible")).to_have_count(1)
    assert page.locator(".vm-head").bounding_box()["height"] <= 1
    assert page.url.endswith("#" + heading.get_attribute("id"))
    expect(said).to_contain_text({"fr": "Section 3 sur", "en": "Section 3 of"}[language])
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".key-points")).to_be_visible()
    page.keyboard.press("End")
    expect(page.locator("[data-count]")).to_have_text(f"{total} / {total}")
    page.keyboard.press("Home")
    expect(page.locator("h1")).to_be_visible()
    assert asked == [], asked
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".vm-masthead")).to_be_visible()
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()


def test_space_and_page_down_read_a_long_section_to_its_end_first(visit, origin):
    page = visit(origin, KINDS["chapter"]["en"], viewport=PHONE)
    page.locator("[data-vm-projection]").click()
    for key in ("Space", "PageDown"):
        page.keyboard.press("Home")
        count = page.locator("[data-count]")
        seen = []
        for _ in range(12):
            seen.append(count.inner_text().split()[0])
            page.keyboard.press(key)
            page.wait_for_timeout(50)
        assert seen[:2] == ["1", "2"] and len(seen) > len(set(seen)) > 2, seen


def test_an_address_with_a_section_is_projected_from_there(visit, origin):
    page = visit(origin, KINDS["chapter"]["en"])
    anchor = page.locator(".vm-prose h2").nth(2).get_attribute("id")
    page.goto(f"{origin}{KINDS['chapter']['en']}#{anchor}")
    page.locator("[data-vm-projection]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{anchor}']")).to_be_focused()
    page.locator("[data-go='leave']").click()
    expect(page.locator("[data-count]")).to_be_hidden()


@pytest.mark.parametrize("kind", ["chapter", "concept", "case", "map", "outcomes", "survey"])
def test_axe_finds_nothing_in_the_projection(visit, origin, kind):
    page = visit(origin, KINDS[kind]["fr"])
    page.locator("[data-vm-projection]").click()
    assert_none_in_either_palette(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-count]")).to_contain_text("2 /")
    assert_none_in_either_palette(page)


@pytest.mark.parametrize(
    "kind", ["home", "lexicon", "cases", "shared", "compare", "references", "about", "diagnosis"]
)
def test_what_is_no_text_is_not_offered_as_slides(visit, origin, kind):
    expect(visit(origin, KINDS[kind]["en"]).locator("[data-vm-projection], .vm-project")).to_have_count(0)


# -- from disk --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_tools_work_from_disk(from_disk, language):
    page = from_disk(KINDS["diagnosis"][language])
    assert_profile(page, answer_all(page))
    page.reload()
    expect(page.locator(".theme input:checked")).to_have_count(len(NAMES))
    page.locator("[data-do='erase']").click()
    page.goto(page.url.split("#")[0])
    expect(page.locator(".theme input:checked")).to_have_count(0)
    path = from_disk(KINDS["path"][language])
    path.locator(".path input").first.check()
    path.reload()
    expect(path.locator(".path input").first).to_be_checked()
    chapter = from_disk(KINDS["chapter"][language])
    chapter.locator("[data-vm-projection]").focus()
    chapter.keyboard.press("Enter")
    chapter.keyboard.press("End")
    expect(chapter.locator("[data-count]")).to_be_visible()
    assert "#" in chapter.url
    chapter.keyboard.press("Escape")
    expect(chapter.locator("[data-count]")).to_be_hidden()
