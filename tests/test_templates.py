"""What a forge asks for is what the model has; who owns what names what is there; hooks are ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vademecum.commands.options import CONTENT
from vademecum.editing import issue_forms
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.model.shapes import keys

HOUSE = Path(__file__).resolve().parents[1]
WRITTEN = issue_forms.written()


@pytest.mark.parametrize("path", WRITTEN)
def test_a_form_is_what_the_model_says(path: str) -> None:
    told = "python -m vademecum.editing.issue_forms writes it anew"
    assert (HOUSE / path).read_text(encoding="utf-8") == WRITTEN[path], told


def test_no_other_form_stands_there() -> None:
    folders = (HOUSE / ".github" / "ISSUE_TEMPLATE", HOUSE / ".gitlab" / "issue_templates")
    found = {path.relative_to(HOUSE).as_posix() for folder in folders for path in folder.iterdir()}
    assert found == {*WRITTEN, ".github/ISSUE_TEMPLATE/config.yml"}


@pytest.mark.parametrize("form", ["term", "case"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_asks_for_what_an_entry_must_have(form: str, language: str) -> None:
    model = issue_forms.MODELS[{"term": "Concept", "case": "Case"}[form]]
    fields = {field.id: field for field in issue_forms.asked(form, language)}
    needed = {key for key in keys(model) if key in fields and fields[key].required}
    required = {info.alias or name for name, info in model.model_fields.items() if info.is_required()} - {
        "id"
    }
    assert needed == required
    assert all(field.label and field.help for field in fields.values())


@pytest.mark.parametrize("path", [path for path in WRITTEN if path.endswith(".yml")])
def test_a_form_is_one_that_github_takes(path: str) -> None:
    form = data_in(HOUSE / path)
    assert form.keys() == {"name", "description", "body"} and len(form["description"]) <= 200
    ids = [element["id"] for element in form["body"] if "id" in element]
    assert ids and len(ids) == len(set(ids)) and all(re.fullmatch(r"[\w-]+", id_) for id_ in ids)


def test_both_templates_of_a_proposal_say_the_same() -> None:
    github = (HOUSE / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    gitlab = (HOUSE / ".gitlab" / "merge_request_templates" / "Default.md").read_text(encoding="utf-8")
    assert github.replace("Checks", "Pipelines") == gitlab


def test_owners_are_named_for_what_is_there() -> None:
    lines = (HOUSE / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    patterns = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert all(list(HOUSE.glob(pattern.strip("/"))) for pattern in patterns), patterns
    assert {f"/{folder}/" for folder in CONTENT} <= set(patterns)


def test_hooks_are_of_this_repository_and_run_on_content() -> None:
    data = data_in(HOUSE / ".pre-commit-config.yaml")
    assert [repo["repo"] for repo in data["repos"]] == ["local"]
    (hook,) = data["repos"][0]["hooks"]
    assert hook["entry"] == "python3 build.py check" and not hook["pass_filenames"]
    for path in (
        "docs/fr/about.md",
        "lexicon/a.yml",
        "case_studies/a.fr.md",
        "references.yml",
        "words.fr.txt",
    ):
        assert re.search(hook["files"], path), path
    assert not re.search(hook["files"], "vademecum/house.py")
