"""The open data, read back by libraries that others wrote, says what the model says."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rdflib
import rispy
from lxml import etree
from projects import command, editions
from proving import full
from rdflib.namespace import DCTERMS, RDF, SKOS

from vademecum.exports import files, opendata, tbx
from vademecum.exports.plain import Data
from vademecum.exports.tables import _cell
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.model.shapes import fields
from vademecum.pages.edition import Edition
from vademecum.pages.handbook.datasets import FORMATS, Format, columns
from vademecum.pages.project import read_project

# rdflib's reader of JSON-LD uses a class of its own that it advises against.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
SKOSXL = rdflib.Namespace("http://www.w3.org/2008/05/skos-xl#")
ID = "https://vade-mecum.example/id"
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
TBX = data_in(Path(__file__).with_name("tbx_basic.yml"))
CSL = data_in(Path(__file__).with_name("csl.yml"))
TABLES = [one for one in FORMATS if one.table]
CONCEPT = """\
domain: strategy
terms:
  fr:
    preferred: "étage {name}"
    synonyms: ["=1+{name}", "É{name}"]
    forms: ["étage {name}"]
    replaced: [vieux {name}]
  en: {preferred: "tier {name}"}
equivalence: {degree: partial, note: {fr: "Un \\"peu\\".", en: "A bit."}}
summary: {fr: "+33 {name}", en: "@tier \\\\ {name}, 33 seen"}
definitions:
  one:
    holder: Moulin
    year: 2016
    text: {fr: "Un [@moulin-2016, 2].\\n\\nDeux.", en: "One."}
    source: moulin-2016
    locator: "2"
    retained: true
relations: {broader: [BROADER], related: [RELATED]}
reviewed: 2026-01-02
"""
TREE = {"top": ((), ()), "middle": (("top",), ("aside",)), "leaf": (("middle",), ()), "aside": ((), ())}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full project, and a small tree of concepts with what each format finds hard."""
    folder = full(tmp_path_factory.mktemp("open"))
    for name, (broader, related) in TREE.items():
        text = CONCEPT.replace("{name}", name).replace("BROADER", ", ".join(broader))
        path = folder / "lexicon" / f"{name}.yml"
        path.write_text(text.replace("RELATED", ", ".join(related)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def edition(project: Path) -> Edition:
    french, _ = editions(project)
    assert not [
        finding for finding in read_project(project).findings if not finding.code.startswith("missing")
    ]
    return french


def made(edition: Edition, name: str) -> bytes:
    return opendata.content(Data(edition), next(one for one in FORMATS if one.name == name))


@pytest.fixture(scope="module", params=["skos-turtle", "skos-jsonld"])
def graph(edition: Edition, request: pytest.FixtureRequest) -> rdflib.Graph:
    form = {"skos-turtle": "turtle", "skos-jsonld": "json-ld"}[request.param]
    return rdflib.Graph().parse(data=made(edition, request.param).decode(), format=form)


# -- SKOS: label by label, and its integrity conditions ---------------------------------------------------


def concept(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"{ID}/concept/{name}/")


def test_both_forms_say_the_same(edition: Edition) -> None:
    turtle = rdflib.Graph().parse(data=made(edition, "skos-turtle").decode(), format="turtle")
    jsonld = rdflib.Graph().parse(data=made(edition, "skos-jsonld").decode(), format="json-ld")
    assert len(turtle) > 150 and set(turtle) == set(jsonld)


def test_skos_has_the_labels_of_the_model(graph: rdflib.Graph, edition: Edition) -> None:
    told = {
        (str(subject), kind, str(label), label.language)
        for kind in LABELS
        for subject, label in graph.subject_objects(kind)
        if "/concept/" in subject
    }
    expected = set()
    for id_, one in edition.library.concepts.items():
        for language, terms in one.terms.items():
            hidden = {*terms.forms, *terms.replaced, *terms.rejected}
            groups = ({terms.preferred}, set(terms.synonyms), hidden - {terms.preferred, *terms.synonyms})
            for kind, forms in zip(LABELS, groups, strict=True):
                expected |= {(str(concept(id_)), kind, form, language) for form in forms}
    assert told == expected


def test_a_label_is_a_resource_with_its_works(graph: rdflib.Graph) -> None:
    (label,) = [
        one
        for one in graph.objects(concept("top"), SKOSXL.prefLabel)
        if graph.value(one, SKOSXL.literalForm) == rdflib.Literal("étage top", "fr")
    ]
    assert (label, RDF.type, SKOSXL.Label) in graph
    own = dict(graph.namespaces())["vm"]
    other = graph.value(label, own + rdflib.URIRef("partialEquivalent"))
    assert graph.value(other, SKOSXL.literalForm) == rdflib.Literal("tier top", "en")
    assert (own + rdflib.URIRef("partialEquivalent"), None, None) in graph  # the word is told of


def test_a_definition_has_its_holder_year_and_work(graph: rdflib.Graph) -> None:
    (node,) = [
        one for one in graph.objects(concept("top"), SKOS.definition) if isinstance(one, rdflib.URIRef)
    ]
    assert set(graph.objects(node, DCTERMS.creator)) == {rdflib.Literal("Moulin", lang) for lang in LANGUAGES}
    assert str(graph.value(node, DCTERMS.date)) == "2016"
    assert graph.value(node, DCTERMS.source) == rdflib.URIRef(f"{ID}/reference/moulin-2016/")
    words = {str(value): value.language for value in graph.objects(node, RDF.value)}
    assert words.pop("One.") == "en"
    ((text, language),) = words.items()
    assert language == "fr" and text.startswith("Un (") and text.endswith("2016, 2).\n\nDeux.")


def test_relations_stand_on_both_sides(graph: rdflib.Graph) -> None:
    assert (concept("leaf"), SKOS.broader, concept("middle")) in graph
    assert (concept("middle"), SKOS.narrower, concept("leaf")) in graph
    assert (concept("aside"), SKOS.related, concept("middle")) in graph
    assert (concept("middle"), SKOS.related, concept("aside")) in graph
    for one, other in graph.subject_objects(SKOS.broader):
        assert (other, SKOS.narrower, one) in graph


def test_integrity(graph: rdflib.Graph) -> None:
    """The conditions of the SKOS Reference, by their numbers; and no concept above itself."""
    kinds = {
        kind: set(graph.subjects(RDF.type, kind))
        for kind in (SKOS.ConceptScheme, SKOS.Concept, SKOS.Collection)
    }
    assert all(kinds.values())
    assert not kinds[SKOS.ConceptScheme] & kinds[SKOS.Concept]  # S9
    assert not kinds[SKOS.Collection] & (kinds[SKOS.Concept] | kinds[SKOS.ConceptScheme])  # S37
    for one in kinds[SKOS.Concept]:
        labels = [set(graph.objects(one, kind)) for kind in LABELS]
        assert not (labels[0] & labels[1] or labels[0] & labels[2] or labels[1] & labels[2])  # S13
        spoken = [label.language for label in labels[0]]
        assert len(spoken) == len(set(spoken))  # S14
        above = set(graph.transitive_objects(one, SKOS.broader)) - {one}
        assert not above & set(graph.objects(one, SKOS.related))  # S27
        assert one not in {
            up
            for step in graph.objects(one, SKOS.broader)
            for up in graph.transitive_objects(step, SKOS.broader)
        }
        exact = set(graph.objects(one, SKOS.exactMatch))
        assert not exact & {
            *graph.objects(one, SKOS.broadMatch),
            *graph.objects(one, SKOS.relatedMatch),
        }  # S46
    lists = set(graph.subjects(SKOS.memberList, None))
    assert all(len(set(graph.objects(one, SKOS.memberList))) == 1 for one in lists)  # S36
    members = {member for one in kinds[SKOS.Collection] for member in graph.objects(one, SKOS.member)}
    assert members == kinds[SKOS.Concept]


# -- TBX, tables, JSON, map, works ------------------------------------------------------------------------


def test_tbx_has_the_terms_of_the_model(edition: Edition) -> None:
    space = {"t": tbx.NAMESPACE}
    top = etree.fromstring(made(edition, "tbx"))
    assert (top.get("type"), top.get("style")) == ("TBX-Basic", "dca")
    told = set()
    for section in top.iterfind(".//t:langSec", space):
        for term in section.iterfind("t:termSec", space):
            status = term.find("t:termNote[@type='administrativeStatus']", space)
            told.add(
                (
                    section.getparent().get("id"),
                    section.get(tbx.LANG),
                    term.findtext("t:term", namespaces=space),
                    status.text,
                )
            )
    expected = set()
    for id_, one in edition.library.concepts.items():
        for language, terms in one.terms.items():
            for kind, status in tbx.STATUS.items():
                forms = (terms.preferred,) if kind == "preferred" else getattr(terms, kind)
                expected |= {(f"c-{id_}", language, form, status) for form in forms}
    assert told == expected
    targets = set(top.xpath("//t:ref/@target", namespaces=space))
    assert targets and targets <= set(top.xpath("//t:conceptEntry/@id", namespaces=space))


def test_tbx_keeps_the_rules_of_tbx_basic(edition: Edition) -> None:
    """Elements in their order, each data category at its levels and with its values: tests/tbx_basic.yml."""
    top = etree.fromstring(made(edition, "tbx"))
    seen: set[str] = set()
    for element in top.iter():
        name = etree.QName(element).localname
        seen.add(name)
        children = " ".join(etree.QName(child).localname for child in element)
        assert re.fullmatch(TBX["content"][name], children), (name, children)
        if name not in TBX["categories"]:
            assert element.get("type") is None or name == "tbx"
            continue
        rule = TBX["categories"][name][element.get("type")]
        levels = ("conceptEntry", "langSec", "termSec")
        level = next(one for one in map(tbx_name, element.iterancestors()) if one in levels)
        assert level in rule["levels"] and element.text
        assert element.text in rule.get("values", [element.text])
    assert seen == TBX["content"].keys()


def tbx_name(element: Any) -> str:
    return str(etree.QName(element).localname)


@pytest.mark.parametrize("one", TABLES, ids=[one.name for one in TABLES])
def test_a_table_is_read_as_it_is(one: Format, edition: Edition) -> None:
    raw = made(edition, one.name)
    assert raw.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(
        io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";" if one.language == "fr" else ","
    )
    assert heads == list(columns(one.table, one.language).values()) and rows
    assert {len(row) for row in rows} == {len(heads)}
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r")]


def rows_of(edition: Edition, name: str) -> list[dict[str, str]]:
    text = made(edition, name).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("text", ["=1+1", "+33", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "－1"])
def test_no_cell_begins_a_formula(text: str) -> None:
    """But for a number, which is one: a longitude may be below zero."""
    assert _cell(text, "fr") == f"'{text}" and _cell([text], "en") == f"'{text.strip()}"
    assert (_cell(-1.5, "fr"), _cell(-1.5, "en")) == ("-1,5", "-1.5")


def test_what_looks_like_a_formula_is_none(edition: Edition) -> None:
    row = next(row for row in rows_of(edition, "lexicon-csv-fr") if row["identifiant"] == "top")
    assert row["résumé"] == "'+33 top" and row["synonymes"] == "'=1+top | Étop"


def test_french_numbers_have_their_comma(edition: Edition) -> None:
    rows = list(
        csv.DictReader(io.StringIO(made(edition, "partnerships-csv-fr").decode("utf-8-sig")), delimiter=";")
    )
    assert (
        rows[0]["latitude de la collectivité"] == "45,1"
        and rows[0]["GeoNames de la collectivité"] == "2969284"
    )


def test_json_holds_every_field_that_was_written(edition: Edition) -> None:
    concepts = {one["id"]: one for one in json.loads(made(edition, "lexicon-json"))}
    written = {field.key for field in fields(type(edition.library.concepts["influence"]))}
    assert concepts["influence"].keys() - {"id", "uri", "pages"} <= written
    assert (
        concepts["influence"]["formerly"] == ["radiance"] and concepts["top"]["uri"] == f"{ID}/concept/top/"
    )
    (case,) = json.loads(made(edition, "cases-json"))
    assert case["status"] == "ended" and case["text"]["en"].startswith("## Context")
    assert case["funders"]["fonds"]["amounts"][0]["currency"] == "EUR"
    assert case["translations"]["en"]["places"]["lac"]["name"] == "Lake of Valmont"


def test_geojson_keeps_the_rules(edition: Edition) -> None:
    """RFC 7946: kinds, longitude first and within its bounds, no other reference system, ids once."""
    whole = json.loads(made(edition, "geojson"))
    assert whole["type"] == "FeatureCollection" and "crs" not in whole
    roles: dict[str, Any] = {}
    for feature in whole["features"]:
        assert feature["type"] == "Feature" and isinstance(feature["properties"], dict)
        kind, found = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        assert kind in ("Point", "LineString")
        for longitude, latitude in [found] if kind == "Point" else found:
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90
        roles.setdefault(feature["properties"]["role"], found)
    assert roles["authority"] == [5.7, 45.1] and roles["place"] == [5.7, 45.2]
    ids = [feature["id"] for feature in whole["features"]]
    assert len(ids) == len(set(ids))


def test_works_are_read_by_others(edition: Edition) -> None:
    works = edition.library.references
    csl = {work["id"]: work for work in json.loads(made(edition, "csl"))}
    bibtex = bibtexparser.parse_string(made(edition, "bibtex").decode())
    ris = {work["id"]: work for work in rispy.loads(made(edition, "ris").decode())}
    assert csl.keys() == ris.keys() == works.keys() == bibtex.entries_dict.keys() and not bibtex.failed_blocks
    for id_, work in works.items():
        assert csl[id_]["title"] == ris[id_]["title"] == work.title
        assert bibtex.entries_dict[id_]["title"].strip("{}") == work.title
        if work.issued:
            year = work.issued[:4]
            assert str(csl[id_]["issued"]["date-parts"][0][0]) == ris[id_]["year"] == year
            assert bibtex.entries_dict[id_]["year"] == year
        assert len(ris[id_].get("authors", [])) == len(work.author) == len(csl[id_].get("author", []))


def test_csl_json_has_the_types_and_variables_of_csl(edition: Edition) -> None:
    """As CSL 1.0.2 names them, each of its kind: tests/csl.yml."""
    works = json.loads(made(edition, "csl"))
    assert works
    for work in works:
        assert work.pop("type") in CSL["types"]
        for name, value in work.items():
            kind = next(kind for kind, names in CSL["variables"].items() if name in names)
            if kind == "names":
                assert all(one.keys() <= set(CSL["name"]) and all(one.values()) for one in value)
            elif kind == "dates":
                ((year, *rest),) = value["date-parts"]
                assert value.keys() == {"date-parts"} and all(isinstance(part, int) for part in (year, *rest))
            else:
                assert isinstance(value, str) and value


# -- the catalogue, the command, what is made again -------------------------------------------------------


@pytest.mark.parametrize("one", FORMATS, ids=[one.name for one in FORMATS])
def test_an_example_works(one: Format, edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / one.file.rpartition("/")[2]
    path.write_bytes(made(edition, one.name))
    code = one.example.replace("{address}", path.as_uri())
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0 and ran.stdout.strip(), ran.stderr


def test_the_command_writes_what_the_site_has(project: Path, edition: Edition, tmp_path: Path) -> None:
    target = tmp_path / "works.ris"
    ran = command("export", "ris", "--project", str(project), "--house-settings", "--output", str(target))
    assert ran.returncode == 0, ran.stderr
    assert target.read_bytes() == files.files(edition)["data/references.ris"]()


def test_a_file_is_made_again_only_where_its_sources_changed(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    makes: list[str] = []
    content = opendata.content

    def counted(data: Data, one: Format) -> bytes:
        makes.append(one.file)
        return content(data, one)

    monkeypatch.setattr(opendata, "content", counted)

    def build() -> list[str]:
        store = opendata.Store(editions(project)[0], tmp_path)
        makes.clear()
        for one in FORMATS:
            store.get(one.file)
        return sorted({file.split(".")[0] for file in makes})

    first = ["data/cases", "data/lexicon", "data/outcomes", "data/partnerships", "data/references"]
    assert build() == first
    assert build() == []
    file = project / "lexicon" / "aside.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("tier aside", "side tier"), encoding="utf-8")
    assert build() == ["data/lexicon"]
    file.write_text(text, encoding="utf-8")
    assert len(list(tmp_path.iterdir())) == len(FORMATS)


@pytest.mark.parametrize("harm", [b"", b"garbage", None], ids=["empty", "garbage", "a folder in its place"])
def test_a_kept_file_that_came_to_harm_is_made_again(
    harm: bytes | None, project: Path, tmp_path: Path
) -> None:
    edition = editions(project)[0]
    whole = {one.file: opendata.Store(edition, tmp_path).get(one.file) for one in FORMATS}
    for kept in list(tmp_path.iterdir()):
        kept.unlink()
        if harm is None:
            kept.mkdir()
        else:
            kept.write_bytes(harm)
    again = opendata.Store(edition, tmp_path)
    assert {one.file: again.get(one.file) for one in FORMATS} == whole
    assert len([kept for kept in tmp_path.iterdir() if kept.is_file()]) == len(FORMATS)
