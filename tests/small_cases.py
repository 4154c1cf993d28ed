"""Cases made of their facts alone, for what chooses and compares among them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from vademecum.house import HOUSE
from vademecum.model import Case, Vocabularies
from vademecum.model.cases import STAGES
from vademecum.sources.library import CaseStudy, Library
from vademecum.sources.text.source_file import SourceFile


def library(told: dict[str, dict[str, Any]]) -> Library:
    """A library of these cases, with the house's vocabularies."""
    listed = yaml.load((HOUSE / "vocabularies.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    cases = {id_: _study(id_, facts) for id_, facts in told.items()}
    return Library(Path(), cases=cases, vocabularies=Vocabularies.model_validate(listed))


def _study(id_: str, told: dict[str, Any]) -> CaseStudy:
    path = f"case_studies/{id_}.fr.md"
    return CaseStudy(id_, "fr", case(id_, told), {}, {"fr": SourceFile(path, body="", text="")})


def case(id_: str, told: dict[str, Any]) -> Case:
    """A case with what is told of it, and what any has: a title, an authority, a period."""
    data = {
        "title": id_.capitalize(),
        "summary": "Un résumé.",
        "period": {"start": "2014", "end": "2014"},
    } | told
    parties = {name: _parties(id_, told.get(name, [])) for name in ("authorities", "partners")}
    data |= {"id": id_, **parties, "outcomes": dict(enumerate_outcomes(told.get("outcomes", [])))}
    if isinstance(data.get("logics"), list):
        data["logics"] = dict.fromkeys(data["logics"], "Ainsi.")
    return Case.model_validate(data)


def _parties(id_: str, told: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {f"p{number}": {"name": f"{id_.capitalize()} {number}"} | one for number, one in enumerate(told)}


def enumerate_outcomes(told: list[dict[str, str]]) -> list[tuple[str, dict[str, Any]]]:
    """Outcomes by their ids: for the territory unless they say otherwise."""
    return [(f"o{number}", _outcome(one)) for number, one in enumerate(told)]


def _outcome(told: dict[str, str]) -> dict[str, Any]:
    stages = {
        name: {"text": "Un effet.", "source": "reed-2019"} | ({"evidence": told[name]} if told[name] else {})
        for name in STAGES
        if name in told
    }
    return {"for": told.get("for", "territory"), "kind": told["kind"], "stages": stages}
