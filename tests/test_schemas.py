"""The JSON Schemas say what the check says of each file, as far as a schema can."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from projects import BROKEN, SOUND, command, laid_over

from vademecum.editing import schemas
from vademecum.language.languages import LANGUAGES
from vademecum.model import FACTS
from vademecum.model.kinds import KINDS, Kind
from vademecum.sources.loading import load

HOUSE = Path(__file__).resolve().parents[1]
VOCABULARIES = load(SOUND)[0].vocabularies
VALIDATORS = {kind.name: Draft202012Validator(schemas.schema(kind, VOCABULARIES)) for kind in KINDS}
# Projects whose fault a schema can see: the file, and the path of one complaint.
SEEN = {
    "unknown-key": ("docs/en/about.md", ""),
    "unknown-vocabulary": ("docs/en/handbook/opening.md", "part"),
    "missing-field": ("references.yml", "reed-2019"),
    "too-long": ("docs/fr/index.md", "summary"),
    "too-many": ("case_studies/valmont.fr.md", "questions"),
    "unknown-value": ("lexicon/attractiveness.yml", "equivalence.degree"),
    "wrong-type": ("docs/en/handbook/opening.md", "order"),
    "wrong-shape": ("case_studies/valmont.fr.md", "partners"),
    "out-of-range": ("lexicon/attractiveness.yml", "definitions.reed.year"),
    "bad-form": ("references.yml", "reed-2019.URL"),
    "unknown-series": ("docs/figures/logics.yml", "rows"),
}


class Reader(yaml.SafeLoader):
    """YAML as editors' programs read it (1.2, core schema): a date is text, and so are yes and no."""


Reader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool", ":merge"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Reader.add_implicit_resolver("tag:yaml.org,2002:bool", yaml.resolver.re.compile("^(true|false)$"), "tf")


def read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("---\n")[1]
    return yaml.load(text, Loader=Reader)


def kind_of(path: str, data: Any) -> Kind | None:
    """The kind of a file; a case that holds facts is an original."""
    kinds = [kind for kind in KINDS if kind.is_at(path)]
    facts = isinstance(data, dict) and any(key in data for key in FACTS)
    named = (
        [kind for kind in kinds if (kind.name == "case-translation") != facts] if len(kinds) > 1 else kinds
    )
    return named[0] if named else None


def files(project: Path) -> Iterator[tuple[str, Any, Kind]]:
    for path in sorted((*project.rglob("*.yml"), *project.rglob("*.md"))):
        name = path.relative_to(project).as_posix()
        if any(kind.is_at(name) for kind in KINDS):
            data = read(path)
            kind = kind_of(name, data)
            assert kind is not None
            yield name, data, kind


def complaints(name: str, data: Any) -> list[str]:
    kind = kind_of(name, data)
    assert kind is not None
    return [".".join(map(str, error.absolute_path)) for error in VALIDATORS[kind.name].iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_one(kind: Kind) -> None:
    Draft202012Validator.check_schema(schemas.schema(kind, VOCABULARIES))


@pytest.mark.parametrize("project", [SOUND, HOUSE], ids=["sound", "ours"])
def test_what_passes_the_check_fits_its_schema(project: Path) -> None:
    wrong = {name: found for name, data, _ in files(project) if (found := complaints(name, data))}
    assert wrong == {}


def test_every_kind_of_file_is_tried() -> None:
    assert {kind.name for _, _, kind in files(HOUSE)} == {kind.name for kind in KINDS}


@pytest.mark.parametrize("case", SEEN)
def test_a_fault_that_a_schema_can_see_is_seen(case: str, tmp_path: Path) -> None:
    project = laid_over(BROKEN / case, tmp_path)
    name, path = SEEN[case]
    assert path in complaints(name, read(project / name))


def test_every_field_is_named_and_explained_in_both_languages() -> None:
    for kind in KINDS:
        text = schemas.schema(kind, VOCABULARIES)
        for model in (text, *text["$defs"].values()):
            for key, value in model.get("properties", {}).items():
                assert value["title"] and len(value["description"].split("\n")) == 2, (kind.name, key)
                assert value["examples"], (kind.name, key)


def test_examples_fit_their_own_schema() -> None:
    for kind in KINDS:
        whole = schemas.schema(kind, VOCABULARIES)
        for model in (whole, *whole["$defs"].values()):
            for key, value in model.get("properties", {}).items():
                one = Draft202012Validator({**value, "$defs": {**whole["$defs"]}})
                wrong = [error.message for example in value["examples"] for error in one.iter_errors(example)]
                assert wrong == [], (kind.name, key)


def test_keys_are_those_of_the_project(tmp_path: Path) -> None:
    project = laid_over(BROKEN / "unknown-vocabulary", tmp_path)
    done = command("export", "schemas", "--project", str(project))
    assert done.returncode == 0, done.stderr
    written = project / ".vade-mecum" / "schemas"
    assert sorted(map(str, written.iterdir())) == sorted(done.stdout.splitlines())
    case = json.loads((written / "case.schema.json").read_text(encoding="utf-8"))
    assert "metropolis" not in case["$defs"]["Authority"]["properties"]["type"]["enum"]


def test_lists_at_fault_give_no_schema(tmp_path: Path) -> None:
    project = laid_over(BROKEN / "unknown-key", tmp_path)
    done = command("export", "schemas", "--project", str(project), "--output", str(tmp_path / "out"))
    assert done.returncode == 1 and done.stdout.startswith("vocabularies.yml:1:1: unknown key; domain;")
    assert not (tmp_path / "out").exists()


def test_labels_stand_beside_the_keys() -> None:
    themes = schemas.schema(KINDS[1], VOCABULARIES)["properties"]["themes"]["items"]
    assert (
        dict(zip(themes["enum"], themes["enumDescriptions"], strict=True))["economy"] == "économie · economy"
    )
    assert set(LANGUAGES) == {"fr", "en"}
