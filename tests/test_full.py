"""The full project: no field that a model has is left out of it, so that what is tried in every field is."""

from __future__ import annotations

from pathlib import Path

from projects import editions
from proving import full, places, pressed, proved

from vademecum.document.inlines import Citation, Text
from vademecum.document.shapes import Label
from vademecum.document.tree import Document, Drawing, Line
from vademecum.document.walking import walk as walk_tree
from vademecum.language.words import words
from vademecum.model.fields import Model
from vademecum.model.kinds import KINDS
from vademecum.model.markers import Markdown, Plain
from vademecum.model.shapes import Shape, fields
from vademecum.model.walk import walk
from vademecum.sources.loading import load


def known(model: type[Model], met: set[type[Model]]) -> set[str]:
    """The names of all fields below a model that hold words."""
    if model in met:
        return set()
    met.add(model)
    return {name for field in fields(model) for name in of_shape(field.shape, met)}


def of_shape(shape: Shape, met: set[type[Model]]) -> set[str]:
    found = {shape.of} if {Markdown, Plain} & shape.marks.keys() else set()
    for part in (shape.items, shape.keys, *(shape.parts or ())):
        found |= of_shape(part, met) if part else set()
    return found | (known(shape.model, met) if shape.model else set())


def test_every_field_is_filled(tmp_path: Path) -> None:
    library, _ = load(full(tmp_path))
    models = [entry.model for entry in library.entries()]
    models += [words for case in library.cases.values() for words in case.translations.values()]
    filled = {step.shape.of for model in models for step in walk(model, Markdown, Plain)}
    met: set[type[Model]] = set()
    assert {name for kind in KINDS for name in known(kind.model, met)} - filled == set()


def test_a_place_of_the_action_stands_on_its_case_s_own_map_and_not_on_that_of_all(tmp_path: Path) -> None:
    french, _ = editions(full(tmp_path))
    (own,) = drawings(french.document(french.page("case", "valmont")))
    assert "Lac de Valmont" in own.alt
    told = [shape for shape in own.shapes if isinstance(shape, Label)]
    assert "Lac de Valmont" in {label.words for label in told}
    legend = words("fr")["map"]["legend"]
    assert {legend[kind]["means"] for kind in ("place", "authority")} <= {sign.words for sign in own.legend}
    whole = drawings(french.document(french.page("index", "map")))
    assert whole and not [one for one in whole if "Lac de Valmont" in repr(one.shapes)]


def test_a_sum_of_money_stands_apart_from_its_source_and_from_who_gave_it(tmp_path: Path) -> None:
    french, _ = editions(full(tmp_path))
    document = french.document(french.page("case", "valmont"))
    said = [node.content for node, _ in walk_tree(document.blocks) if isinstance(node, Line)]
    sums = [line for line in said if isinstance(line[-1], Citation) and "euros" in repr(line)]
    assert len(sums) == 2 and all(line[-2] == Text(" ") for line in sums)
    assert any(Text(" : ") in line for line in sums)


def drawings(document: Document) -> list[Drawing]:
    return [node for node, _ in walk_tree(document.blocks) if isinstance(node, Drawing)]


def test_it_is_sound_built_and_printed(tmp_path: Path) -> None:
    project = full(tmp_path)
    proof = proved(project)
    assert proof.findings == []
    assert len(places(project, Markdown, Plain)) > 80
    assert pressed(proof, project, tmp_path / "pdf") == {}
