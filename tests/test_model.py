"""What a field is stands in the model alone, described in both languages, and everybody else asks
the walk."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import vademecum
from vademecum.language.languages import LANGUAGES
from vademecum.model import FACTS, Case, CaseTranslation, descriptions
from vademecum.model.descriptions import DERIVED
from vademecum.model.fields import Model
from vademecum.model.kinds import KINDS
from vademecum.model.markers import Markdown, Plain, RefersTo, Translated, Vocabulary
from vademecum.model.shapes import Field, fields, models
from vademecum.model.walk import walk, walk_data

PACKAGE = Path(vademecum.__file__).parent
MODELS = {model.__name__: model for model in models(*(kind.model for kind in KINDS))}
FIELDS = [(name, field) for name, model in MODELS.items() for field in fields(model)]
NAMES = [f"{name}.{field.key}" for name, field in FIELDS]
WORDS = descriptions.catalogue()
VALMONT = {
    "id": "valmont",
    "title": "Valmont",
    "summary": "A town and its partner.",
    "authorities": {"valmont": {"name": "Valmont", "type": "commune", "position": ["45.1", "5.7"]}},
    "logics": {"F": "To be known."},
    "period": {"start": "2014"},
    "outcomes": {
        "visitors": {
            "for": "territory",
            "kind": "economic",
            "stages": {"sought": {"text": "More visitors.", "source": "reed-2019", "locator": "2"}},
        }
    },
    "concepts": {"attractiveness": "reed"},
}


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=NAMES)
def test_a_field_has_its_label_help_and_example_in_both_languages(name: str, field: Field) -> None:
    described = descriptions.description(f"{name}.{field.key}")
    for words in (described.label, described.help, described.examples):
        assert list(words) == list(LANGUAGES) and all(text != "" for text in words.values())


def test_every_description_is_of_a_field() -> None:
    described = {f"{name}.{key}" for name, words in WORDS.items() for key in words}
    assert described <= set(NAMES)
    own = {name for name in NAMES if not name.partition(".")[0].endswith(DERIVED)}
    assert own <= described


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=NAMES)
def test_an_example_is_what_may_be_written(name: str, field: Field) -> None:
    from pydantic import TypeAdapter

    for example in descriptions.description(f"{name}.{field.key}").examples.values():
        TypeAdapter(field.shape.annotation).validate_python(example)


@pytest.mark.parametrize(("name", "field"), FIELDS, ids=NAMES)
def test_every_text_says_what_it_is(name: str, field: Field) -> None:
    """Plain or Markdown, a key of a list, a name of something, or a text with a pattern of its own."""
    waiting = [field.shape]
    while waiting:
        shape = waiting.pop()
        waiting += [inner for inner in (shape.keys, shape.items, *shape.parts) if inner]
        if shape.kind == "text":
            assert shape.pattern or {Plain, Markdown, Vocabulary, RefersTo} & shape.marks.keys(), shape


def test_the_walk_visits_every_value_and_key() -> None:
    case = Case.model_validate(VALMONT)
    steps = {(step.path, step.shape.is_key): step for step in walk(case)}
    assert steps[("outcomes", "visitors", "for"), False].value == "territory"
    assert steps[("outcomes", "visitors"), True].value == "visitors"
    assert steps[("authorities", "valmont", "position", 1), False].value == 5.7
    assert steps[("outcomes", "visitors", "stages", "sought", "locator", "fr"), False].value == "2"
    assert steps[("logics", "F"), True].shape.of == "Case.logics"
    assert ("period", "end") not in {path for path, _ in steps}


def test_the_walk_visits_only_what_bears_a_marker() -> None:
    case = Case.model_validate(VALMONT)
    assert [(step.path, step.value) for step in walk(case, Vocabulary)] == [
        (("authorities", "valmont", "type"), "commune"),
        (("logics", "F"), "F"),
    ]
    assert {step.value for step in walk(case, RefersTo)} == {"reed-2019", "attractiveness", "reed"}


def test_the_walk_takes_data_of_any_kind() -> None:
    data = {"authorities": [], "logics": {"F": "", "G": None}, "themes": "culture", "period": "2014"}
    assert [step.value for step in walk_data(Case, data, Vocabulary)] == ["F", "G"]


def test_the_other_file_of_a_case_holds_the_words_and_nothing_else() -> None:
    assert [field.key for field in fields(CaseTranslation)] == [
        field.key for field in fields(Case) if field.key not in FACTS
    ]
    translation = CaseTranslation.model_validate(
        {
            "id": "valmont",
            "title": "Valmont",
            "summary": "Une commune.",
            "authorities": {"valmont": {"name": "Valmont"}},
            "outcomes": {"visitors": {"sought": "Plus de visiteurs."}},
        }
    )
    assert translation.outcomes["visitors"].sought == "Plus de visiteurs."
    original = {step.path for step in walk(Case.model_validate(VALMONT), Translated, folded=True)}
    assert {step.path for step in walk(translation, Translated)} < original


# -- lists of fields ----------------------------------------------------------


def listed(path: Path) -> list[tuple[int, list[str]]]:
    """The lists, tuples and sets of a module that hold nothing but names of fields of one model, two or more,
    with their lines.
    """
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)) and len(node.elts) > 1:
            texts = [item.value for item in node.elts if isinstance(item, ast.Constant)]
            if len(texts) == len(node.elts) and all(isinstance(text, str) for text in texts):
                names = [{field.key for field in fields(model)} - {*LANGUAGES} for model in MODELS.values()]
                if any(set(texts) <= keys for keys in names) and not is_path(texts):
                    found.append((node.lineno, texts))
    return found


def is_path(names: list[str]) -> bool:
    """Whether each name is a field of the part that the one before it holds: where a field stands, and no
    list.
    """
    return any(
        field.key == names[0] and field.shape.model is not None and leads(field.shape.model, names[1:])
        for model in MODELS.values()
        for field in fields(model)
    )


def leads(model: type[Model], names: list[str]) -> bool:
    """Whether the names lead from field to field, beginning in a model."""
    known = {field.key: field.shape.model for field in fields(model)}
    return names[0] in known and (
        not names[1:] or (known[names[0]] is not None and leads(known[names[0]], names[1:]))
    )


@pytest.mark.parametrize(
    "path",
    sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "model"),
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_nobody_else_holds_a_list_of_fields(path: Path) -> None:
    assert listed(path) == []


def test_a_list_of_fields_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('for name in ("broader", "related"):\n    print(name, ["fr", "en"], ("sought", "x"))\n')
    assert [line for line, _ in listed(module)] == [1]
