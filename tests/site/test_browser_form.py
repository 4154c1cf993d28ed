"""In a real browser: the form that proposes and corrects entries, by keyboard alone, in both languages."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from axe_run import assert_none_in_either_palette
from playwright.sync_api import expect
from projects import SOUND, editions, findings
from test_browser_tools import cut_off, press_until
from test_form import OF_FILES
from visits import DESK, PATIENCE, PHONE, serve
from workshop import HOUSE, build_py

from vademecum.checks import messages
from vademecum.checks.entries.cases import section_titles
from vademecum.editing import form_told
from vademecum.hosts import rendering
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import words
from vademecum.model import Case, Concept, Finding
from vademecum.model.descriptions import description
from vademecum.model.shapes import fields, models
from vademecum.sources.cache import Cache
from vademecum.sources.reading import read_markdown, read_yaml

HERE = Path(__file__).parent
FILLS = data_in(HERE / "form_fills.yml")
REMARKS = data_in(HERE / "form_remarks.yml")
STRINGS = data_in(HERE / "form_strings.yml")
PATTERNS = data_in(HERE.parent / "form_patterns.yml")
FORM_WORDS = {language: words(language)["theme"]["form"] for language in LANGUAGES}
FORMS = {
    "case": {"fr": "proposer/etude-de-cas/", "en": "en/propose/case-study/"},
    "concept": {"fr": "proposer/terme/", "en": "en/propose/term/"},
}
COMPLETE = {"fr": "ne trouve rien à reprendre", "en": "finds nothing to mend"}
# The entries that are opened from their pages, and typed in again from nothing.
REAL = {
    "suresnes": {"fr": "etudes-de-cas/suresnes-cap-haitien/", "en": "en/case-studies/suresnes-cap-haitien/"},
    "grenoble": {"fr": "etudes-de-cas/grenoble/", "en": "en/case-studies/grenoble/"},
}
# An entry of each kind that is looked at open.
OPENED = {"case": "suresnes", "concept": "twinning"}
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Path:
    """The small sound project, with its site."""
    folder = Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("form") / "project"))
    done = build_py(HOUSE, "site", "--no-print", "--project", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def sound_origin(small):
    yield from serve(small / "site")


def spaced(text: str) -> str:
    return " ".join(text.split())


def file_text(page) -> str:
    return page.locator("#vm-text").input_value()


def opened(page) -> None:
    """Wait until a draft is open in the form."""
    expect(page.locator(".vm-said")).not_to_be_empty()


def open_draft(page, draft) -> None:
    page.locator(".vm-said").evaluate("said => said.replaceChildren()")  # what an earlier draft left
    page.locator("#vm-open").set_input_files(
        {"name": "draft.json", "mimeType": "application/json", "buffer": json.dumps(draft).encode()}
    )
    opened(page)


def settled(page) -> None:
    """Wait until the form has looked at what was written last."""
    page.wait_for_timeout(200)


# -- what comes later --------------------------------------------------------------------------------------


def test_a_form_that_is_only_looked_at_asks_for_no_rules_and_the_first_touch_does(visit, sound_origin):
    page = visit(sound_origin, FORMS["case"]["fr"], viewport=PHONE)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("typeof vmFormRules") == "undefined"
    page.locator("#f-node-title").fill("Un titre")
    expect(page.locator(".vm-summary")).not_to_be_empty()
    expect(page.locator("#vm-text")).to_have_value(re.compile('title: "Un titre"'))


def test_a_form_whose_rules_cannot_be_had_says_so_and_goes_on_when_they_can(visit, sound_origin):
    page = visit(sound_origin, FORMS["case"]["en"], viewport=PHONE)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.locator("#f-node-title").fill("A title")
    expect(page.locator(".vm-said")).to_contain_text("The network does not answer")
    page.context.set_offline(False)
    expect(page.locator(".vm-summary")).not_to_be_empty()
    expect(page.locator(".vm-said")).to_be_empty()
    expect(page.locator("#vm-text")).to_have_value(re.compile('title: "A title"'))
    visit.troubles.clear()  # that the network did not answer


# -- the real entries ---------------------------------------------------------------------------------------


def html_of(folder: Path, language: str, case: str) -> str:
    """The page of a case as a project's files make it, source lines aside."""
    edition = next(one for one in editions(folder) if one.language == language)
    return str(rendering.render(edition, edition.page("case", case)).html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", REAL)
def test_an_entry_opened_from_its_page_gives_the_same_page(visit, origin, tmp_path, case, language):
    page = visit(origin, REAL[case][language])
    press_until(page, "Tab", page.locator(".vm-colophon a[href*='?entry=']"), 300)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?entry="))
    opened(page)
    expect(page.locator(".vm-summary")).to_contain_text(COMPLETE[language])
    project = Path(shutil.copytree(HOUSE / "docs", tmp_path / "project" / "docs")).parent
    for name in ("lexicon", "case_studies"):
        shutil.copytree(HOUSE / name, project / name)
    for name in ("references.yml", "acronyms.yml", "vocabularies.yml"):
        shutil.copy(HOUSE / name, project / name)
    before = html_of(project, language, case)
    (project / "case_studies" / f"{case}.{language}.md").write_text(file_text(page), encoding="utf-8")
    assert html_of(project, language, case) == before


def flattened(node, at: str, into: dict) -> dict:
    """A draft's values by the ids of their fields."""
    if isinstance(node, dict):
        for key, value in node.items():
            flattened(value, f"{at}-{key}", into)
    elif isinstance(node, list):
        into[f"{at}#"] = len(node)
        for number, value in enumerate(node):
            flattened(value, f"{at}-{number}", into)
            if isinstance(value, str):
                into[f"{at}-{value}"] = True  # as a box to tick
    else:
        into[at] = node
    return into


ACTIVE = """() => {
  const at = document.activeElement;
  const fold = at.parentElement?.matches(".vm-fold:not([open])") ? at.parentElement.id : "";
  return {id: at.id, tag: at.tagName, type: at.type, add: at.dataset.add ?? "", do: at.dataset.do ?? "",
    value: at.value ?? "", checked: at.checked ?? false, folded: fold}
}"""


def type_in(page, wanted: dict) -> None:
    """Fill the form from nothing with the keyboard alone, field after field as Tab leads to them."""
    added: dict[str, int] = {}
    for _ in range(3000):
        page.keyboard.press("Tab")
        now = page.evaluate(ACTIVE)
        while now["add"] and added.get(now["add"], 0) < wanted.get(f"f-{now['add']}#", 0):
            added[now["add"]] = added.get(now["add"], 0) + 1
            page.keyboard.press("Enter")  # which leads to the first field of the new item
            now = page.evaluate(ACTIVE)
        if now["do"] == "save":
            return
        fill_in(page, now, wanted)
    raise AssertionError("Tab does not lead to the end of the form")


def fill_in(page, now: dict, wanted: dict) -> None:
    folded, value = now["folded"], wanted.get(now["id"], "")
    if folded and any(value for id_, value in wanted.items() if id_.startswith(f"{folded}-")):
        page.keyboard.press("Enter")
    elif now["type"] == "checkbox" and bool(value) != now["checked"] and now["id"].startswith("f-"):
        page.keyboard.press("Space")
    elif now["tag"] == "SELECT" and value and value != now["value"]:
        choose(page, value)
    elif now["tag"] in ("INPUT", "TEXTAREA") and now["id"] in wanted and value != now["value"]:
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(value)


CHOICE = """(wanted) => {
  const {options, selectedIndex} = document.activeElement;
  const at = [...options].findIndex((one) => one.value === wanted);
  return [at - selectedIndex, options[at].label];
}"""


def choose(page, wanted: str) -> None:
    """Choose an option as with a keyboard: its first letter leads near, arrows lead the rest of the way."""
    _, label = page.evaluate(CHOICE, wanted)
    if label[0].isascii() and label[0].isalpha():
        page.keyboard.press(label[0])
    away, _ = page.evaluate(CHOICE, wanted)
    for _ in range(abs(away)):
        page.keyboard.press("ArrowDown" if away > 0 else "ArrowUp")


def in_any_order(text: str) -> tuple:
    """What a file says; keys that are ticked come in the order of their list."""
    file, wrong = read_markdown("case_studies/x.fr.md", text)
    assert wrong == []
    ticked = {key: sorted(file.data.get(key, ())) for key in ("instruments", "themes", "goals", "silent")}
    return {**file.data, **ticked}, file.body


@pytest.mark.parametrize("case", REAL)
def test_an_entry_typed_in_by_keyboard_alone_is_the_same_file(visit, origin, tmp_path, case):
    page = visit(origin, f"{FORMS['case']['fr']}?entry={case}")
    opened(page)
    whole = file_text(page)
    kept = page.evaluate("key => localStorage.getItem(key)", f"vade-mecum:form:case:fr:{case}")
    draft = json.loads(kept)
    wanted = flattened(draft["node"], "f-node", {"f-id": case})
    wanted |= {f"f-sections-{name}": text for name, text in draft["sections"].items()}
    typed = visit(origin, FORMS["case"]["fr"])
    asked = cut_off(typed, visit)
    type_in(typed, wanted)
    settled(typed)
    with typed.expect_download() as download:
        typed.keyboard.press("Enter")
    download.value.save_as(tmp_path / "file")
    assert in_any_order((tmp_path / "file").read_text(encoding="utf-8")) == in_any_order(whole)
    assert download.value.suggested_filename == f"{case}.fr.md"
    # A file of this name is there already: that is all there is to say.
    expect(typed.locator(".vm-missing > .vm-findings > li")).to_have_count(1)
    expect(typed.locator("[data-code='taken']")).to_have_count(1)
    assert asked == []


@pytest.mark.parametrize("name", ["vale", "__proto__", "valueof", "../x"])
def test_an_address_that_names_no_entry_is_told_so(visit, sound_origin, name):
    page = visit(sound_origin, f"{FORMS['case']['en']}?entry={name}")
    expect(page.get_by_text("This form has nothing to correct under the name")).to_be_visible()


def test_an_entry_is_found_however_its_id_is_written(visit, sound_origin):
    opened(visit(sound_origin, f"{FORMS['case']['en']}?entry=Valmont"))


def test_a_choice_may_be_taken_back_however_slowly(visit, sound_origin):
    """The empty choice is no value, and a list is not made anew while somebody goes through it."""
    page = visit(sound_origin, FORMS["case"]["fr"])
    page.locator("[data-add='node-authorities']").click()
    settled(page)
    choice = page.locator("#f-node-authorities-0-value-type")
    options, empty = choice.locator("option"), file_text(page)
    length = options.count()
    choice.focus()
    page.keyboard.press("End")
    settled(page)
    last = options.last.get_attribute("value")
    assert f"type: {last}" in file_text(page)
    page.keyboard.press("Home")
    settled(page)
    expect(choice).to_have_value("")
    assert (file_text(page), options.count()) == (empty, length)


def test_a_press_is_not_lost_to_a_message_that_comes_meanwhile(visit, sound_origin):
    """Whoever leaves a field by pressing a button has that button pressed, and is led to what it makes."""
    page = visit(sound_origin, FORMS["case"]["fr"])
    page.locator("[data-add='sources']").click()
    page.locator("#f-sources-0-key").fill("exempleville-2024")
    page.locator("#f-sources-0-value-title").fill("Bilan")
    add = page.locator("[data-add='sources-0-value-author']")
    add.scroll_into_view_if_needed()
    box = add.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(400)  # longer than the form waits before it looks at a draft
    page.mouse.up()
    expect(page.locator("#f-sources-0-value-author-0-family")).to_be_focused()


@pytest.mark.parametrize(
    ("kind", "entry", "field"),
    [
        ("case", "valmont", "node-summary"),
        ("concept", "attractiveness", "node-summary-fr"),
    ],
)
def test_a_correction_writes_anew_what_it_changes_alone(visit, sound_origin, small, kind, entry, field):
    page = visit(sound_origin, f"{FORMS[kind]['fr']}?entry={entry}")
    opened(page)
    before = (small / page.locator(".vm-out .vm-path").text_content()).read_text(encoding="utf-8")
    assert file_text(page) == before
    page.locator(f"#f-{field}").fill("Un mot changé.")
    settled(page)
    after = file_text(page)
    others = [re.sub(r"(?ms)^summary:.*?\n(?=\S)", "", text) for text in (before, after)]
    assert "Un mot changé." in after and others[0] == others[1] != after
    page.reload()  # what is kept in the browser knows the file too
    opened(page)
    assert file_text(page) == after


FILE = """\
# Above
alpha: 1

# Of beta
beta:
  - x  # beside

gamma: |
  text

  more
unknown: 2
# End
"""


def test_what_stands_in_a_file_stays_but_for_what_changes(visit, sound_origin):
    page = visit(sound_origin, FORMS["concept"]["en"])
    expect(page.locator(".vm-summary")).not_to_be_empty()  # all is there
    write = """([text, was, now]) => {
      const tools = vmSource.sources((pairs) => pairs.map(([key, value]) => `${key}: ${value}\\n`).join(""));
      return tools.front(tools.remember(text, was, null), now);
    }"""
    was = [["alpha", "1"], ["beta", "x"], ["gamma", "text"]]
    assert page.evaluate(write, [FILE, was, was]) == FILE
    changed = [["alpha", "1"], ["beta", "y"], ["new", "3"]]
    assert page.evaluate(write, [FILE, was, changed]) == (
        "# Above\nalpha: 1\n\n# Of beta\nbeta: y\nnew: 3\nunknown: 2\n# End\n"
    )


# -- what is kept -------------------------------------------------------------------------------------------


def test_a_draft_survives_a_closed_browser_until_it_is_erased(chromium, origin, tmp_path):
    def browser():
        return chromium.browser_type.launch_persistent_context(
            str(tmp_path / "profile"),
            executable_path=chromium_path(),
            args=["--no-sandbox", "--disable-gpu"],
            viewport=DESK,
        )

    from vademecum.commands.browser import path as chromium_path

    context = browser()
    page = context.new_page()
    page.goto(origin + FORMS["case"]["fr"])
    page.locator("#f-node-title").fill("Exempleville : vingt ans avec Musterstadt")
    page.locator("[data-add='node-authorities']").click()
    page.locator("#f-node-authorities-0-value-name").fill("Ville d'Exempleville")
    settled(page)
    before = file_text(page)
    context.close()
    context = browser()
    page = context.new_page()
    page.goto(origin + FORMS["case"]["fr"])
    expect(page.locator("#f-node-title")).to_have_value("Exempleville : vingt ans avec Musterstadt")
    assert file_text(page) == before and "ville-d-exempleville:" in before
    page.locator("[data-do='erase']").click()
    page.locator("[data-do='keep']").click()
    expect(page.locator("[data-do='erase']")).to_be_focused()
    assert file_text(page) == before
    page.keyboard.press("Enter")
    page.locator("[data-do='sure']").click()
    expect(page.locator(".vm-said")).to_contain_text("effacé")
    page.reload()
    expect(page.locator("#f-node-title")).to_have_value("")
    assert page.evaluate("localStorage.length === 0 || !localStorage.getItem('vade-mecum:form:case:fr')")
    context.close()


def test_what_is_filled_in_is_removed_when_one_is_sure_alone(visit, sound_origin):
    """What is empty goes at once; Escape, and the way back that is reached first, keep the rest."""
    page = visit(sound_origin, FORMS["case"]["en"])
    add, parties = page.locator("[data-add='node-partners']"), page.locator("#f-node-partners li .vm-number")
    add.click()
    page.locator("#f-node-partners .vm-remove").press("Enter")
    expect(parties).to_have_count(0)
    add.click()
    page.locator("#f-node-partners-0-value-name").fill("Sevan")
    page.locator("#f-node-partners .vm-remove").press("Enter")
    page.keyboard.press("Enter")  # twice by mistake
    expect(parties).to_have_count(1)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#f-node-partners .vm-remove")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(parties).to_have_count(0)
    expect(add).to_be_focused()


def test_a_number_with_a_decimal_comma_is_one(visit, sound_origin, small):
    page = visit(sound_origin, FORMS["case"]["fr"])
    position = {"authorities/valmont/position": ["47,24", "6,02"]}
    open_draft(page, changed(entry_of(small, "case", "valmont"), position))
    assert "position: [47.24, 6.02]" in file_text(page)
    expect(page.locator("[data-code='wrong-type'], [data-code^='position']")).to_have_count(0)
    thousands = [{"value": "12,000", "currency": "EUR", "source": "reed-2019"}]
    open_draft(page, changed(entry_of(small, "case", "valmont"), {"budget": thousands}))
    expect(page.locator("[data-code='wrong-type']")).to_have_count(1)


def test_a_draft_saved_to_a_file_is_opened_again(visit, sound_origin, tmp_path):
    page = visit(sound_origin, FORMS["concept"]["en"])
    page.locator("#f-node-terms-en-preferred").fill("anniversary year")
    page.locator("[data-add='node-definitions']").click()
    page.locator("#f-node-definitions-0-value-text-en").fill("A year of joint events.")
    settled(page)
    with page.expect_download() as download:
        page.locator("[data-do='draft']").click()
    file = tmp_path / "draft.json"
    download.value.save_as(file)
    other = visit(sound_origin, FORMS["concept"]["fr"])
    other.locator("#vm-open").set_input_files(file)
    opened(other)
    assert file_text(other) == file_text(page)
    wrong = {"name": "x.json", "mimeType": "application/json", "buffer": b'{"format": "other"}'}
    other.locator("#vm-open").set_input_files(wrong)
    expect(other.locator(".vm-said")).to_contain_text("x.json")
    assert file_text(other) == file_text(page)


# -- what is told -------------------------------------------------------------------------------------------


def entry_of(project: Path, kind: str, id_: str) -> dict:
    """An entry as the French form is given it."""
    file = project / "site" / FORMS[kind]["fr"] / f"entries-{id_[0]}.json"
    return json.loads(file.read_text(encoding="utf-8"))[id_]


def kept_project(folder: Path) -> Path:
    return Path(shutil.copytree(SOUND, folder / "project"))


def in_english(entry: dict, project: Path) -> None:
    """Make a case that was written in French an original in English, in the project too."""
    entry["path"] = "case_studies/valmont.en.md"
    for name, title in section_titles("fr").items():
        entry["body"] = entry["body"].replace(f"## {title}\n", f"## {section_titles('en')[name]}\n")
    (project / "case_studies" / "valmont.fr.md").unlink()


def bare(message: str) -> str:
    """A message without what it guesses, in which the check is cleverer than the form."""
    guessed = re.compile(
        r" \((?:did you mean|vouliez-vous dire) .*\)$"
        r"|(?:did you mean “[^”]*”\? Otherwise, |vouliez-vous dire « [^»]* » \? Sinon, )(?=choose|choisissez)"
    )
    return guessed.sub("", spaced(message))


def faults_of(
    project: Path, path: str, text: str, language: str, cache: Cache | None = None
) -> list[set[str]]:
    """The faults that the check finds in a file of this text, each as the form may say it: in the check's
    words but for the labels of fields, or in its own where the check's name files and keys.
    """
    (project / path).write_text(text, encoding="utf-8")
    return [
        {bare(_in_the_form(finding, language, label)) for label in _labels(finding, language)}
        for finding in findings(project, cache)
        if messages.is_fault(finding) and finding.location.path == path
    ]


def _in_the_form(finding: Finding, language: str, label: str) -> str:
    """A finding as the form says it, which has choices and an example beside its field."""
    values = {name: value for name, value in finding.values.items() if name != "fills"} | {"key": label}
    one, own = replace(finding, values=values), form_told.told(language)
    if one.code not in own:
        return messages.message(one, language)
    filling = messages.filling(one, language)
    if form := FORM_WORDS[language]["forms"].get(values.get("form")):
        filling["form"] = form
    return own[one.code].format_map(filling)


def _labels(finding: Finding, language: str) -> list[str]:
    """What the field of a finding may be called in the form: by the last key of its path, or as an id."""
    keys = finding.values.get("key", "").split(".")
    named = [f.shape.of for model in models(Case, Concept) for f in fields(model) if f.key in keys]
    last = max(named, key=lambda of: keys.index(of.partition(".")[2]), default="").partition(".")[2]
    labels = {description(of).label[language] for of in named if of.partition(".")[2] == last}
    return [*sorted(labels), FORM_WORDS[language]["key"]]


def _titled(text: str, titles: Mapping[str, str]) -> str:
    """A text with French titles of sections in another language."""
    for name, title in section_titles("fr").items():
        text = text.replace(f"## {title}", f"## {titles[name]}")
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_fills_are_told_as_the_check_finds_them_by_the_labels_of_fields(
    visit, sound_origin, small, tmp_path, language
):
    project = kept_project(tmp_path)
    pages = {kind: visit(sound_origin, FORMS[kind][language]) for kind in FORMS}
    entries = {
        "case": entry_of(small, "case", "valmont"),
        "concept": entry_of(small, "concept", "attractiveness"),
    }
    if language == "en":
        in_english(entries["case"], project)
    wrong, unfit, cache = [], set(), Cache()
    for name, fill in FILLS.items():
        if fill.get("language", language) != language:
            continue
        kind = fill["form"]
        page = pages[kind]
        titles = section_titles(language)
        change = {
            path: [_titled(text, titles) for text in value] if path == "body" else value
            for path, value in fill["change"].items()
        }
        open_draft(page, changed(entries[kind], change))
        told = page.locator(".vm-missing .vm-findings li")
        unfit |= {text for text in told.all_text_contents() if OF_FILES.search(text)}
        told = page.locator(".vm-missing > .vm-findings li")
        codes = set(told.locator("a").evaluate_all("links => links.map((one) => one.dataset.code)"))
        said = {bare(text) for text in told.locator("span").all_text_contents()}
        checked = faults_of(project, entries[kind]["path"], file_text(page), language, cache)
        untold = [ways for ways in checked if not ways & said]
        if fill["code"] not in codes or not checked or untold:
            wrong.append((name, codes, said, untold))
        if page.locator("#vm-form").get_attribute("data-complete") != "false":
            wrong.append((name, "is said to be complete"))
    assert wrong == [], "\n".join(map(str, wrong))
    assert unfit == set()


MEANT = {  # what is typed into the field of a case or of a source -> what the form says was meant
    ("#f-node-period-start", "mars 2014"): "2014-03",
    ("#f-node-period-start", "17/03/2014"): "2014-03-17",
    ("#f-node-period-start", "1er semestre 2014"): "2014",
    ("#f-node-period-end", "avant 2014"): "",
    ("#f-node-period-end", "31 février 2014"): "",
    ("#f-node-verified", "12 mai 2024"): "2024-05-12",
    ("#f-node-documents-0-value-address", "www.valmont.fr/bilan"): "https://www.valmont.fr/bilan",
    ("#f-node-documents-0-value-address", "htp:/valmont.fr"): "http://valmont.fr",
    ("#f-node-documents-0-value-address", "bilan.pdf"): "",
    ("#f-node-documents-0-value-language", "allemand"): "de",
    ("#f-node-documents-0-value-language", "FR"): "",
}


def test_what_was_meant_by_a_value_is_said_as_the_check_does(visit, sound_origin, small):
    page, entry = visit(sound_origin, FORMS["case"]["fr"]), entry_of(small, "case", "valmont")
    document = {"title": "Bilan", "address": "https://valmont.example/", "language": "fr"}
    wrong = []
    for (field, typed), meant in MEANT.items():
        open_draft(page, changed(entry, {"documents": {"bilan": document}, "verified": "2024-01-01"}))
        node = page.locator(field)
        node.evaluate(
            "node => { for (let up = node; up; up = up.parentElement) if (up.open === false) up.open = true }"
        )
        node.fill(typed)
        node.blur()
        settled(page)
        told = " ".join(page.locator(f"{field}-told li").all_text_contents())
        if (
            not told
            or (f"vouliez-vous dire « {meant} »" in spaced(told)) != bool(meant)
            or ("vouliez" in told) != bool(meant)
        ):
            wrong.append((field, typed, told))
    assert wrong == [], "\n".join(map(str, wrong))


def test_on_a_phone_what_is_missing_is_counted_above_the_fields(visit, sound_origin):
    page = visit(sound_origin, FORMS["case"]["fr"], viewport=PHONE)
    page.locator("#f-node-title").fill("Un titre")
    expect(page.locator(".vm-to-missing")).to_contain_text("choses manquent")
    page.locator(".vm-to-missing").click()
    expect(page.locator(".vm-summary")).to_be_in_viewport()


def test_what_is_nearly_markdown_is_remarked_on_in_the_words_of_the_check(
    visit, sound_origin, small, tmp_path
):
    project, cache = kept_project(tmp_path), Cache()
    page, entry = (
        visit(sound_origin, FORMS["case"]["fr"]),
        entry_of(small, "case", "valmont"),
    )
    for code, text in REMARKS.items():
        open_draft(page, changed(entry, {"body": ["Un jumelage.", text]}))
        told = page.locator(f".vm-advice li:has(a[data-code='{code}']) span").all_text_contents()
        (project / entry["path"]).write_text(file_text(page), encoding="utf-8")
        found = [one for one in findings(project, cache) if one.code == code]
        assert found and [bare(one) for one in told] == [
            bare(_in_the_form(one, "fr", "")) for one in found
        ], code
        assert page.locator("#vm-form").get_attribute("data-complete") == "true", code


def test_shared_patterns_find_the_same_in_the_browser(visit, sound_origin) -> None:
    page = visit(sound_origin, FORMS["concept"]["fr"])
    expect(page.locator(".vm-summary")).not_to_be_empty()  # the rules are there
    found = page.evaluate(
        """(texts) => {
          const { patterns } = vmFormRules;
          const told = (text) => patterns.filter(([, source]) => vmSlips.compiled(source).test(text))
            .map(([code, , , language]) => `${code} ${language}`.trim());
          return texts.map((text) => [...new Set(told(text))]);
        }""",
        list(PATTERNS),
    )
    assert dict(zip(PATTERNS, found, strict=True)) == PATTERNS


def changed(entry: dict, changes: dict) -> dict:
    """An entry with some values changed; a path's steps are separated by slashes."""
    made = json.loads(json.dumps(entry))
    for path, value in changes.items():
        *above, last = path.split("/")
        if path == "body":
            assert value[0] in made["body"], value[0]
            made["body"] = made["body"].replace(*value)
            continue
        place = made["file"]
        for step in above:
            place = place[int(step) if isinstance(place, list) else step]
        if isinstance(place, list):
            place.append(value) if last == "+" else place.__setitem__(int(last), value)
        elif value is None:
            place.pop(last)
        else:
            place[last] = value
    return made


@pytest.mark.parametrize("kind", FORMS)
def test_what_is_said_to_be_complete_passes_the_check(visit, sound_origin, small, tmp_path, kind):
    entry = {"case": "valmont", "concept": "influence"}[kind]
    page = visit(sound_origin, f"{FORMS[kind]['fr']}?entry={entry}")
    opened(page)
    expect(page.locator(".vm-summary")).to_contain_text(COMPLETE["fr"])
    project = kept_project(tmp_path)
    assert faults_of(project, entry_of(small, kind, entry)["path"], file_text(page), "fr") == []


def test_a_message_leads_to_its_field_and_stands_beside_it(visit, sound_origin):
    page = visit(sound_origin, FORMS["case"]["en"])
    link = page.locator(".vm-missing > .vm-findings a").first
    press_until(page, "Tab", link, 400)
    page.keyboard.press("Enter")
    expect(page.locator("#f-node-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#f-node-title-told")).to_contain_text("this field is required")
    expect(page.locator("#f-node-title")).to_have_attribute("aria-invalid", "true")
    page.locator("#f-node-title").fill("Exempleville")
    expect(page.locator("#f-node-title-told")).to_be_empty()


def test_a_name_that_windows_keeps_is_told_as_one(visit, sound_origin):
    page = visit(sound_origin, FORMS["case"]["fr"])
    page.locator("#f-id").fill("nul")
    told = page.locator(".vm-missing li:has([data-code='device-name'])")
    expect(told).to_contain_text("un nom de fichier que Windows garde pour lui")


def test_a_term_that_exists_leads_to_its_correction(visit, sound_origin):
    """It is told once, by its words, and not as a name and an address that somebody else has."""
    page = visit(sound_origin, FORMS["concept"]["fr"])
    page.locator("#f-node-terms-fr-preferred").fill("Attractivité")
    page.locator("#f-node-terms-en > summary").click()
    page.locator("#f-node-terms-en-preferred").fill("Attractiveness")
    told = page.locator("li:has(> [data-code='exists'])")
    expect(told).to_have_count(1)
    expect(page.locator("[data-code='taken'], [data-code^='form-'], [data-code^='address-']")).to_have_count(
        0
    )
    told.locator("a[href^='?']").click()
    page.wait_for_url(re.compile(r"\?entry=attractiveness"))
    opened(page)
    expect(page.locator("#f-node-terms-fr-preferred")).to_have_value("attractivité")


def test_any_text_is_the_same_to_the_check(visit, sound_origin):
    """Texts that YAML could take for something else, in a line, in prose, in lists and mappings."""
    page = visit(sound_origin, FORMS["concept"]["en"])
    expect(page.locator(".vm-summary")).not_to_be_empty()  # all is there
    write = """(text) => {
      const { yaml } = globalThis.vmYaml;
      const models = {M: [{key: "line", shape: {kind: "text"}},
        {key: "prose", shape: {kind: "text", markdown: "blocks"}},
        {key: "list", shape: {kind: "list", items: {kind: "text", markdown: "blocks"}}},
        {key: "map", shape: {kind: "mapping", items: {kind: "text"}}}]};
      const { tidy } = globalThis.vmDraft;
      const line = tidy({kind: "text"}, text), prose = tidy({kind: "text", markdown: "blocks"}, text);
      return [line, prose, yaml(models).text("M", [["line", line], ["prose", prose], ["list", [prose, "x"]],
        ["map", [["k", line]]]])];
    }"""
    for text in STRINGS:
        line, prose, written = page.evaluate(write, text)
        file, wrong = read_yaml("lexicon/x.yml", written)
        assert [one.code for one in wrong if one.code not in ("invisible-character",)] == [], (text, written)
        assert file.data == {
            "line": line,
            "prose": prose,
            "list": [prose, "x"],
            "map": {"k": line},
        }, (text, written)
        assert re.sub(r"\s+", "", line) == re.sub(r"\s+", "", text).replace("\ufeff", ""), text


# -- where it goes ------------------------------------------------------------------------------------------


def test_both_ways_out_carry_the_file(visit, sound_origin, small):
    page = visit(sound_origin, FORMS["case"]["en"])
    page.locator("#f-node-title").fill("Exempleville")
    settled(page)
    mail = page.locator("a.vm-go[href^='mailto:']").get_attribute("href")
    assert mail.startswith("mailto:redaction@vade-mecum.example?subject=") and "exempleville.en.md" in mail
    forge = page.locator("a.vm-go[target='_blank']")
    address = forge.get_attribute("href")
    assert address.startswith("https://git.vade-mecum.example/vade-mecum/new/main/case_studies?filename=")
    assert "exempleville.en.md&value=---" in address and page.locator(".vm-paste li:visible").count() == 0
    page.locator("#f-sections-context").fill("Mot. " * 2000)
    settled(page)
    assert "value=" not in forge.get_attribute("href")
    expect(page.locator(".vm-paste li")).to_have_count(3)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-do='copy']").click()
    assert page.evaluate("navigator.clipboard.readText()") == file_text(page)


def test_the_form_works_under_a_strict_policy(chromium, small):
    broken = []
    server = serve(small / "site", STRICT)
    context = chromium.new_context(viewport=DESK, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda message: broken.append(message) if message.type == "error" else None)
    page.goto(next(server) + FORMS["case"]["fr"] + "?entry=valmont")
    opened(page)
    page.locator("[data-add='node-partners']").click()
    page.locator(".vm-shown summary").click()
    expect(page.locator(".vm-preview__title")).to_have_text("Valmont et ses voisins")
    context.close()
    server.close()
    assert [one.text for one in broken if "form" in one.location["url"].rpartition("/")[2]] == []


PREVIEWED = """### Le chantier
Mots de la ville [@reed-2019, 2].

Trois villes :
- Valmont
  - son port
- Sevan

Deux étapes :
1. choisir
2. bâtir

La ville, en
2016. Puis rien.

| Ville | Pays |
| --- | --- |
| Sevan | Arménie |
"""


def test_the_preview_loses_no_word_of_a_text(visit, sound_origin):
    page = visit(sound_origin, FORMS["case"]["fr"] + "?entry=valmont")
    opened(page)
    page.locator("#f-sections-context").fill(PREVIEWED)
    page.locator(".vm-shown summary").click()
    shown = page.locator(".vm-preview")
    expect(shown.get_by_role("heading", name="Le chantier")).to_be_visible()
    expect(shown.get_by_text("Mots de la ville")).to_be_visible()
    assert shown.locator("ul > li > ul > li").all_inner_texts() == ["son port"]
    assert shown.locator("ol > li").all_inner_texts() == ["choisir", "bâtir"]
    expect(shown.get_by_text(re.compile(r"La ville, en\s2016\. Puis rien\."))).to_be_visible()
    assert shown.locator("pre").inner_text() == PREVIEWED[PREVIEWED.index("| Ville") :].rstrip()
    expect(shown.locator("pre").locator("xpath=preceding-sibling::p[1]")).to_have_text(
        FORM_WORDS["fr"]["table"]
    )


# -- for everybody ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FORMS)
def test_axe_finds_nothing(visit, origin, site, kind, language):
    page = visit(origin, FORMS[kind][language])
    page.locator(".vm-add").first.click()
    assert_none_in_either_palette(page)
    page = visit(origin, f"{FORMS[kind][language]}?entry={OPENED[kind]}", viewport=PHONE)
    opened(page)
    page.evaluate("for (const one of document.querySelectorAll('.vm-form details')) one.open = true")
    assert_none_in_either_palette(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FORMS)
def test_without_scripts_the_page_says_how_to_propose_by_mail(visit, origin, kind, language):
    page = visit(origin, FORMS[kind][language], java_script_enabled=False)
    expect(page.locator("#vm-form a[href^='mailto:']")).to_be_visible()
    expect(page.locator(".by-hand dt").first).to_be_visible()
    assert page.locator(".by-hand dt").count() > 20
    address = page.locator(".vm-template a").get_attribute("href")
    assert page.request.get(page.url + address).ok
