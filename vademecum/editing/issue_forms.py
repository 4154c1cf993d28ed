"""The forms in which an idea is told on a forge, before there is a file; their fields are the model's own.

`python -m vademecum.editing.issue_forms` writes them; a test says when they are old. GitHub's are YAML
(https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms),
GitLab's are Markdown.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.model import Case, Concept, Model
from vademecum.model.descriptions import description
from vademecum.model.shapes import fields

MODELS: dict[str, type[Model]] = {"Concept": Concept, "Case": Case}
FORMS = ("term", "case", "error")
GENERATED = "Written by python -m vademecum.editing.issue_forms: change vademecum/editing/issue_forms.yml."


class Asked(NamedTuple):
    """A field of a form: its id, what it is called, what is to be written, and whether it must be."""

    id: str
    label: str
    help: str
    required: bool


@functools.cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = data_in(Path(__file__).with_suffix(".yml"))
    return words


def asked(form: str, language: str) -> Iterator[Asked]:
    """The fields of a form. KeyError where it names a key that the model has not."""
    words = _words()
    if "model" in words[form]:
        known = {field.key: field for field in fields(MODELS[words[form]["model"]])}
        for key in words[form]["fields"]:
            said = description(known[key].shape.of)
            yield Asked(key, said.label[language], said.help[language], known[key].required)
    for key, question in words["asked"].items():
        if form in question["forms"]:
            yield Asked(key, question["label"][language], question["help"][language], question["required"])


def written() -> dict[str, str]:
    """Each file by its path."""
    made: dict[str, str] = {}
    for form in FORMS:
        for language in LANGUAGES:
            name = _words()[form]["name"][language]
            made[f".github/ISSUE_TEMPLATE/{form}.{language}.yml"] = _github(form, language)
            made[f".gitlab/issue_templates/{name}.md"] = _gitlab(form, language)
    return made


def _github(form: str, language: str) -> str:
    words = _words()[form]
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": words["intro"][language]}}]
    for field in asked(form, language):
        attributes = {"label": field.label, **({"description": field.help} if field.help else {})}
        body.append(
            {
                "type": "textarea",
                "id": field.id,
                "attributes": attributes,
                "validations": {"required": field.required},
            }
        )
    data = {"name": words["name"][language], "description": words["about"][language], "body": body}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    return f"# {GENERATED}\n{text}"


def _gitlab(form: str, language: str) -> str:
    words = _words()[form]
    parts = [f"<!-- {GENERATED} -->", words["intro"][language]]
    for field in asked(form, language):
        hint = f"<!-- {field.help} -->\n" if field.help else ""
        parts.append(f"## {field.label}\n\n{hint}")
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


if __name__ == "__main__":
    house = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    for name, text in written().items():
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text(text, encoding="utf-8")
