"""Drafts of cases from a table: what it says in our form, what is missing, and what check tells of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from projects import SOUND, command, findings

MAP = """\
language: fr
separator: ";"
id: Référence
columns:
  title: Intitulé
  summary: En bref
  authorities.name: Collectivités
  authorities.country: Pays
  authorities.identifiers.siren: SIREN
  partners.name: Partenaires
  partners.country: Pays des partenaires
  themes: Thématiques
  period.start: Depuis
  status: État
values:
  themes: {H2O: water}
"""
HEADS = "Référence;Intitulé;En bref;Collectivités;Pays;SIREN;Partenaires;Pays des partenaires"
ROWS = (
    f"{HEADS};Thématiques;Depuis;État;Note",
    "Eau au Sahel;Des puits;Trois puits.;Ville de Vienne;France;213 805 443;Ouaga|Bobo;"
    "Burkina Faso|Burkina Faso;H2O|culture;mars 2014;terminé;x",
    'Eau au Sahel;"=Autre: # piège";;Romans;FR;;;;théâtre;;;',
    ";;;;;;;;;;;",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SOUND, tmp_path / "project"))
    (tmp_path / "map.yml").write_text(MAP, encoding="utf-8")
    (tmp_path / "table.csv").write_text("\r\n".join(ROWS), encoding="utf-8-sig", newline="")
    return folder


def ran(project: Path) -> tuple[int, list[str], str]:
    table, columns = project.parent / "table.csv", project.parent / "map.yml"
    told = command(
        "import",
        "cases",
        str(table),
        "--columns",
        str(columns),
        "--project",
        str(project),
        "--language",
        "en",
    )
    return told.returncode, told.stdout.splitlines(), told.stderr


def head(project: Path, name: str) -> dict:
    text = (project / "case_studies" / name).read_text(encoding="utf-8")
    return yaml.load(text.split("---\n")[1], yaml.BaseLoader)


def test_a_row_becomes_a_draft(project: Path) -> None:
    status, lines, _ = ran(project)
    assert status == 0 and len(lines) == 2
    assert head(project, "eau-au-sahel.fr.md") == {
        "title": "Des puits",
        "summary": "Trois puits.",
        "authorities": {
            "authority-1": {
                "name": "Ville de Vienne",
                "country": "FR",
                "identifiers": {"siren": "213805443"},
            }
        },
        "partners": {
            "partner-1": {"name": "Ouaga", "country": "BF"},
            "partner-2": {"name": "Bobo", "country": "BF"},
        },
        "themes": ["water", "culture"],
        "period": {"start": "2014-03"},
        "status": "ended",
    }


def test_what_is_missing_is_said(project: Path) -> None:
    _, lines, _ = ran(project)
    assert "eau-au-sahel-2.fr.md: still missing: summary, " in lines[1]
    assert "partners.name" in lines[1] and lines[1].endswith("Limites et échecs, Enseignements.")


def test_what_was_guessed_is_said(project: Path) -> None:
    _, _, told = ran(project)
    assert "read so: France → FR" in told and "mars 2014 → 2014-03" in told
    assert "H2O" not in told  # the map says what that is


def test_check_tells_of_drafts(project: Path) -> None:
    ran(project)
    told = {(one.code, one.location.path) for one in findings(project)}
    first, second = "case_studies/eau-au-sahel.fr.md", "case_studies/eau-au-sahel-2.fr.md"
    assert ("section-without-text", first) in told and ("missing-field", second) in told
    assert head(project, "eau-au-sahel-2.fr.md")["title"] == "=Autre: # piège"
    assert head(project, "eau-au-sahel-2.fr.md")["themes"] == ["théâtre"]


@pytest.mark.parametrize(
    ("encoding", "separator"), [("cp1252", ";"), ("utf-8", ","), ("utf-16", "\t")], ids=str
)
def test_what_spreadsheets_write_is_read(project: Path, encoding: str, separator: str) -> None:
    columns = project.parent / "map.yml"
    columns.write_text(columns.read_text(encoding="utf-8").replace('separator: ";"\n', ""), encoding="utf-8")
    text = "\n".join(ROWS).replace(";", separator).replace('"=Autre: # piège"', "Un marché")
    (project.parent / "table.csv").write_bytes(text.encode(encoding))
    status, lines, _ = ran(project)
    assert status == 0 and len(lines) == 2
    assert head(project, "eau-au-sahel-2.fr.md")["title"] == "Un marché"


def test_a_spreadsheet_that_is_no_text_is_told(project: Path) -> None:
    (project.parent / "table.csv").write_bytes(b"PK\x03\x04\x00\xff")
    status, lines, said = ran(project)
    assert status == 1 and not lines and "save it as CSV" in " ".join(said.split())


def test_nothing_is_written_over(project: Path) -> None:
    ran(project)
    path = project / "case_studies" / "eau-au-sahel.fr.md"
    path.write_text("mine", encoding="utf-8")
    status, lines, said = ran(project)
    assert status == 0 and not lines and "exists already" in said
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Intitulé", "Titre", "There is no “Titre”. There are: Référence, Intitulé"),
        ("period.start", "period.begin", "There is no “period.begin”. There are: title, slug, summary"),
    ],
)
def test_a_column_that_is_not_there_is_told(project: Path, old: str, new: str, expected: str) -> None:
    columns = project.parent / "map.yml"
    columns.write_text(columns.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    status, lines, said = ran(project)
    assert status == 1 and not lines and expected in " ".join(said.split())


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("colums: {title: Intitulé}\n".encode(), "map.yml:1:1: unknown key; colums"),
        ("columns: {title: Intitulé}\n".encode("cp1252"), "map.yml:1:25: "),
        (b"columns: {title: x}\ncolumns: {title: y}\n", "map.yml:2:1: "),
        (b"", "map.yml:1:1: "),
    ],
    ids=["unknown key", "encoding", "twice", "empty"],
)
def test_a_map_that_cannot_be_read_is_told(project: Path, written: bytes, told: str) -> None:
    (project.parent / "map.yml").write_bytes(written)
    status, lines, _ = ran(project)
    assert status == 1 and lines[0].startswith(told), lines


# What is wrong with a map or a table, or only unusual, and what is told or made of it.
TABLE = "\r\n".join(ROWS)
ODD = {
    "a sign that is none": (MAP.replace('";"', '"abc"'), TABLE, 1, "is no table in text"),
    "a line end as the sign": (MAP.replace('";"', '"\\n"'), TABLE, 1, "“separator” is empty"),
    "a group for a column": (MAP.replace("partners.name", "partners"), TABLE, 1, "There is no “partners”."),
    "an id without letters": (MAP, f"{ROWS[0]}\r\n中文;Titre{';' * 10}", 0, "titre.fr.md: still missing"),
    "neither id nor title": (
        MAP,
        f"{ROWS[0]}\r\n;;Trois puits.{';' * 9}",
        1,
        "table.csv:2: a row without a title",
    ),
    "a label": (MAP, f"{ROWS[0]}\r\n;Titre;;;;;;;eau;;;", 0, "read so: eau → water"),
    "a cell without end": (MAP, f"{ROWS[0]}\r\nx;{'a' * 1_000_001}", 1, "is no table in text"),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_table_or_map_is_told(project: Path, name: str) -> None:
    columns, table, status, expected = ODD[name]
    (project.parent / "map.yml").write_text(columns, encoding="utf-8")
    (project.parent / "table.csv").write_text(table, encoding="utf-8", newline="")
    done, lines, said = ran(project)
    assert done == status and expected in " ".join(f"{' '.join(lines)} {said}".split())


@pytest.mark.parametrize(
    ("name", "told"), [("map.yml", "cannot be read"), ("table.csv", "is no file of text under")]
)
def test_what_is_no_file_is_told(project: Path, name: str, told: str) -> None:
    (project.parent / name).unlink()
    (project.parent / name).symlink_to("/dev/zero")
    status, lines, said = ran(project)
    assert status == 1 and told in f"{lines} {said}"


def test_a_file_in_the_place_of_what_it_holds_is_told(project: Path) -> None:
    done = command("import", "table.csv", "--project", str(project), "--language", "en")
    assert done.returncode == 2
    assert "build.py import cases table.csv" in done.stderr
