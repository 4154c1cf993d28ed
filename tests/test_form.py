"""What the form in the browser is given: the model's fields, choices, the check's words, and no more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from projects import SOUND, editions

from vademecum.checks import messages
from vademecum.document import walking
from vademecum.document.inlines import Code, Text
from vademecum.editing import form, form_codes, form_patterns, form_told
from vademecum.hosts import forms
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.model import Case, Concept
from vademecum.model.shapes import fields, models
from vademecum.pages.handbook.forms import LATER, SCRIPTS

SCRIPTS_FOLDER = Path(__file__).resolve().parents[1] / "theme" / "assets" / "scripts"
MODELS = {"case": Case, "concept": Concept}
each_form = pytest.mark.parametrize("name", form.WRITES)
KEYS = {field.key for model in models(Case, Concept) for field in fields(model)}
# What a message of the form does not hold: files, placeholders, keys between quotation marks and their paths.
OF_FILES = re.compile(
    r"\.(?:ya?ml|md)\b|CONTRIBUTING|\{[a-z_]*\}|\b(?:lexicon|case_studies|docs)/"
    rf"|[“«]\s*(?:{'|'.join(sorted(KEYS))})\b(?:\.|:|\s*[”»])"
)
EDITIONS = {edition.language: edition for edition in editions(SOUND)}


@pytest.fixture(scope="module")
def data() -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (name, language): form.data(EDITIONS[language], name) | form.rules(EDITIONS[language], name)
        for name in form.WRITES
        for language in LANGUAGES
    }


@each_form
def test_a_form_has_every_field_of_its_models(data: dict[tuple[str, str], Any], name: str) -> None:
    known = data[name, "fr"]["models"]
    for model in models(MODELS[name]):
        assert [field["key"] for field in known[model.__name__]] == [field.key for field in fields(model)]
        for field in known[model.__name__]:
            assert field["label"] and field["help"], f"{model.__name__}.{field['key']}"


@each_form
def test_a_form_is_the_same_in_both_languages_but_for_words(
    data: dict[tuple[str, str], Any], name: str
) -> None:
    def bones(value: Any, around: str = "") -> Any:
        if isinstance(value, dict):
            return {key: bones(inner, key) for key, inner in value.items() if key != "example"}
        return [bones(inner, around) for inner in value] if isinstance(value, list) else type(value)

    french, english = (data[name, language]["models"] for language in LANGUAGES)
    assert bones(french) == bones(english)


@each_form
def test_a_form_is_data_that_json_has(data: dict[tuple[str, str], Any], name: str) -> None:
    def keys(value: Any) -> set[type]:
        if isinstance(value, dict):
            return {type(key) for key in value}.union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, (list, tuple)) else set()

    assert keys(data[name, "en"]) == {str} and json.dumps(data[name, "en"])


def test_choices_have_the_words_that_pages_have(data: dict[tuple[str, str], Any]) -> None:
    fields = {field["key"]: field["shape"] for field in data["case", "fr"]["models"]["Outcome"]}
    assert ["territory", "pour le territoire"] in fields["for"]["choices"]
    silent = next(field for field in data["case", "en"]["models"]["Case"] if field["key"] == "silent")
    assert ["limits", "Limits and failures"] in silent["shape"]["items"]["choices"]


def codes_in_scripts() -> set[str]:
    """The codes that the form's scripts can tell."""
    text = "\n".join((SCRIPTS_FOLDER / name).read_text(encoding="utf-8") for name in SCRIPTS + LATER)
    found = re.findall(r'(?:tell|add)\(\s*"([a-z-]+)"|code: "([a-z-]+)"', text)
    return {one or other for one, other in found} - {"taken", "exists"}


def test_the_scripts_tell_only_what_the_check_tells() -> None:
    codes = codes_in_scripts()
    # Those that name a kind are put together: unknown-concept and the like.
    assert codes <= set(form_codes.CODES) <= messages.catalogue().keys()
    of_patterns = {code for code, *_ in form_patterns.RULES}
    assert {
        code for code in set(form_codes.CODES) - codes - of_patterns if not code.startswith("unknown-")
    } == set()


@each_form
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_form_tells_names_fields_by_their_labels(
    data: dict[tuple[str, str], Any], name: str, language: str
) -> None:
    """Whoever fills it in sees no file and no key of one."""
    said = data[name, language]["messages"]
    phrases = [*said["told"].values(), *said["forms"].values(), *said["kinds"].values()]
    phrases += [part for one in said["findings"].values() for part in one["parts"]]
    assert [one for one in phrases if OF_FILES.search(re.sub(r"\{[a-z_]+\}", "x", one))] == []


def test_a_form_has_words_of_its_own_for_codes_that_it_may_tell_alone() -> None:
    assert form_told.told("fr").keys() - {"taken", "exists"} <= set(form_codes.CODES)


@pytest.mark.parametrize("page", ["propose-case", "propose-concept"])
def test_a_form_page_names_its_scripts(page: str) -> None:
    made = EDITIONS["fr"].page("index", page)
    assert made.scripts == SCRIPTS
    assert all((SCRIPTS_FOLDER / script).is_file() for script in SCRIPTS + LATER)
    view = forms.view(EDITIONS["fr"], made)
    assert view and view["data"]["form"] == page.removeprefix("propose-")


def test_without_scripts_what_one_writes_stands_as_code() -> None:
    edition = EDITIONS["en"]
    blocks = edition.document(edition.page("index", "propose-case")).blocks
    nodes = [node for node, _ in walking.walk(blocks)]
    assert "FR" in [node.words for node in nodes if isinstance(node, Code)]
    assert not [node.words for node in nodes if isinstance(node, Text) and "`" in node.words]


def test_an_entry_leads_to_the_form_that_opens_it() -> None:
    edition = EDITIONS["en"]
    page = edition.page("concept", "influence")
    assert forms.correction(edition, page) == "../../propose/term/?entry=influence"
    told = json.loads(forms.files(edition)["propose/term/entries-i.json"]())["influence"]
    assert (
        told["kind"] == "concept" and told["file"]["domain"] == edition.library.concepts["influence"].domain
    )


def test_a_translated_case_opens_as_a_translation() -> None:
    forms_of_cases = {"fr": "proposer/etude-de-cas/", "en": "propose/case-study/"}
    for language, kind in {"fr": "case", "en": "case-translation"}.items():
        made = forms.files(EDITIONS[language])[f"{forms_of_cases[language]}entries-v.json"]
        assert json.loads(made())["valmont"]["kind"] == kind


@pytest.mark.parametrize(
    ("forge", "new"),
    {"github": "https://git.example/v/new/main/", "gitlab": "https://git.example/v/-/new/main/"}.items(),
)
def test_a_forge_takes_a_new_file_in_its_own_way(forge: str, new: str) -> None:
    from dataclasses import replace

    edition = editions(SOUND)[0]
    edition.setting = replace(edition.setting, repository="https://git.example/v", forge=forge)
    view = forms.view(edition, edition.page("index", "propose-case"))
    assert view and view["data"]["forge"]["new"] == new


PATTERNS = data_in(Path(__file__).with_name("form_patterns.yml"))


@pytest.mark.parametrize("words", PATTERNS)
def test_a_rule_that_the_form_shares_finds_what_it_should(words: str) -> None:
    found = [rule for rule in form_patterns.RULES if is_found(rule, words)]
    told = [" ".join(filter(None, (rule.code, rule.language))) for rule in found]
    assert list(dict.fromkeys(told)) == PATTERNS[words]
    assert [rule for rule in found if rule.needs and not any(need in words for need in rule.needs)] == []


def is_found(rule: form_patterns.Rule, words: str) -> bool:
    behind = re.compile(rf"(?:{rule.not_behind})\Z") if rule.not_behind else None
    return any(
        not (behind and behind.search(words, 0, found.start())) for found in rule.pattern.finditer(words)
    )


def test_patterns_are_those_of_a_script() -> None:
    """No class of Python's is left: in JavaScript it would be of ASCII alone. The scripts spell \\b out, and
    read ^ and $ as those of a line.
    """
    for rule in form_patterns.RULES:
        bare = re.sub(r"\\.|\[[^]]*\]", "", rule.pattern.pattern)
        assert rule.pattern.flags & re.MULTILINE or not re.search("[$^]", bare), bare
    for _, source, *_ in form.patterns(LANGUAGES):
        assert not re.search(r"(?<!\\)(?:\\\\)*\\[wWAZ]", source), source
    assert form_patterns.in_script(r"\A[\w’]+(?=\W)[^\W\d_]\'") == (
        r"(?<![\s\S])[\p{L}\p{M}\p{N}_’]+(?=[^\p{L}\p{M}\p{N}_])[\p{L}\p{M}]'"
    )
    for none in ("(?i:a)", r"\\b", "a++", "a{2,}+", "(?>a)"):
        with pytest.raises(ValueError, match=re.escape(none)):
            form_patterns.in_script(none)
