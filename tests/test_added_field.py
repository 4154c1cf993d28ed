"""A field added to a model is known at once to the check, the schema, the tables and the translation."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pydantic
import pytest
from projects import SOUND

import vademecum.model
from vademecum.checks import messages
from vademecum.editing import form, form_fields, formatting, schemas, skeleton, tables
from vademecum.model import Case, Concept, Vocabularies, kinds
from vademecum.model.fields import LocalisedProse, Model, Prose, ReferenceId
from vademecum.model.markers import Translated, Vocabulary
from vademecum.model.shapes import fields
from vademecum.model.translation import facts_of, translation_of
from vademecum.pages.project import read_project
from vademecum.sources.loading import load

Theme = Annotated[str, Vocabulary("themes")]
ADDED: dict[type[Model], dict[str, Any]] = {
    Concept: {
        "origin": (LocalisedProse | None, None),
        "fields_of_work": (tuple[Theme, ...], ()),
        "attested": (dict[Theme, ReferenceId], {}),
    },
    Case: {"moral": (Annotated[Prose, Translated()] | None, None), "cost": (Theme | None, None)},
}


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The models with the added fields, in place of the others wherever they are named."""
    made: dict[str, Any] = {
        model.__name__: pydantic.create_model(model.__name__, __base__=model, **new)
        for model, new in ADDED.items()
    }
    made |= {"CaseTranslation": translation_of(made["Case"]), "FACTS": facts_of(made["Case"])}
    for module in [module for name, module in sys.modules.items() if name.startswith("vademecum.")]:
        for name, value in made.items():
            if (
                getattr(module, name, None) is getattr(vademecum.model, name)
                and module is not vademecum.model
            ):
                monkeypatch.setattr(module, name, value)
    named = {kind.model.__name__: kind for kind in kinds.KINDS}
    new = tuple(
        kinds.Kind(kind.name, made.get(name, kind.model), kind.path, kind.holds, kind.label)
        for name, kind in named.items()
    )
    for module in (kinds, schemas, tables, form, formatting):
        monkeypatch.setattr(module, "KINDS", new)
    yield made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SOUND, tmp_path / "project"))
    with (folder / "lexicon" / "influence.yml").open("a", encoding="utf-8") as file:
        file.write('origin: {fr: "De l’optique."}\nfields_of_work: [cultur]\nattested: {econmy: reed-2091}\n')
    case = folder / "case_studies" / "valmont.fr.md"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("period:", 'moral: "Patience."\ncost: tourisme\nperiod:'), encoding="utf-8")
    return folder


@pytest.mark.usefixtures("added")
def test_the_check_knows_it(project: Path) -> None:
    assert load(project)[1] == []
    assert {
        (finding.code, finding.values["found"], finding.values.get("nearest", ""))
        for finding in read_project(project).findings
    } == {
        ("missing-translation", "origin", ""),
        ("missing-translation", "moral", ""),
        ("unknown-vocabulary", "cultur", "culture"),
        ("unknown-vocabulary", "econmy", "economy"),
        ("unknown-vocabulary", "tourisme", "tourism"),
        ("unknown-reference", "reed-2091", "reed-2019"),
    }


@pytest.mark.usefixtures("added")
def test_the_other_file_of_a_case_knows_it(project: Path) -> None:
    english = project / "case_studies" / "valmont.en.md"
    text = english.read_text(encoding="utf-8")
    english.write_text(text.replace("title:", "moral: Patience.\ncost: tourism\ntitle:"), encoding="utf-8")
    told = [messages.line(finding, "en") for finding in load(project)[1]]
    assert told == [
        "case_studies/valmont.en.md:3:1: the facts are given in both languages; “cost” here, while "
        "case_studies/valmont.fr.md is the original; keep the facts in the original and only the words here"
    ]
    english.write_text(text.replace("title:", "moral: Patience.\ntitle:"), encoding="utf-8")
    library, findings = load(project)
    assert findings == [] and library.cases["valmont"].translations["en"].moral == "Patience."


def test_the_schema_knows_it(added: dict[str, Any]) -> None:
    whole = {
        kind.name: schemas.schema(kind, Vocabularies(themes={"culture": {"fr": "culture"}}))
        for kind in schemas.KINDS
    }
    assert whole["concept"]["properties"]["fields_of_work"]["items"]["enum"] == ["culture"]
    assert whole["concept"]["properties"]["origin"]["properties"].keys() == {"fr", "en"}
    assert "moral" in whole["case"]["properties"] and "moral" in whole["case-translation"]["properties"]
    assert "cost" not in whole["case-translation"]["properties"]
    assert [field.key for field in fields(added["Case"])][-2:] == ["moral", "cost"]


@pytest.mark.usefixtures("added")
def test_the_tables_know_it() -> None:
    text = tables.written(
        "<!-- table: Concept -->\n<!-- end -->\n<!-- table: CaseTranslation -->\n<!-- end -->\n"
    )
    assert "| `origin` | Markdown by language | no |" in text
    assert "| `fields_of_work` | list of keys of `themes` | no |" in text
    assert "| `attested` | for each key of `themes`, id in `references.yml` | no |" in text
    assert "| `moral` | Markdown | no |" in text and "cost" not in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_form_knows_it(added: dict[str, Any], language: str) -> None:
    known = form_fields.fields_of([added["Case"], added["CaseTranslation"], added["Concept"]], language)
    case = {field["key"]: field["shape"] for field in known["Case"]}
    assert case["moral"]["markdown"] == "blocks" and case["cost"]["vocabulary"] == "themes"
    translated = [field["key"] for field in known["CaseTranslation"]]
    assert "moral" in translated and "cost" not in translated
    concept = {field["key"]: field["shape"] for field in known["Concept"]}
    assert concept["origin"]["byLanguage"] and concept["fields_of_work"]["items"]["vocabulary"] == "themes"
    assert concept["attested"]["keys"]["vocabulary"] == "themes"
    assert concept["attested"]["items"]["refers"]["kind"] == "reference"


@pytest.mark.usefixtures("added")
def test_a_new_file_has_it() -> None:
    named = {kind.name: kind for kind in kinds.KINDS}
    assert "# moral: " in skeleton.skeleton(named["case"], "fr")
    assert "# origin: " in skeleton.skeleton(named["concept"], "en")


@pytest.mark.usefixtures("added")
def test_the_customary_form_has_it_in_its_place() -> None:
    text = "attested: {culture: reed-2019}\norigin: {fr: Autre.}\ndomain: strategy\n"
    assert formatting.formatted("lexicon/influence.yml", text) == (
        "domain: strategy\norigin: {fr: Autre.}\nattested: {culture: reed-2019}\n"
    )


def test_no_page_has_the_words_of_an_original_where_a_translation_may_have_its_own() -> None:
    """A field with Translated() that a page of cases takes from the facts would be French in English."""
    words = {field.key for field in fields(Case) if Translated in field.shape.marks}
    pages = (Path(vademecum.model.__path__[0]).parent / "pages" / "cases").glob("*.py")
    taken = {
        f"{page.name}: plain(facts.{name})"
        for page in pages
        for name in re.findall(r"\bplain\((?:\w+\.)*facts\.(\w+)\)", page.read_text(encoding="utf-8"))
        if name in words
    }
    assert not taken, "take them from the translation: self.said.translated(…)"
