"""`new` writes a file of which the check tells only what is still to be filled in, and harms none."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from projects import SOUND, command, findings

from vademecum.checks import messages
from vademecum.commands.new import MADE
from vademecum.editing import skeleton
from vademecum.language.languages import LANGUAGES
from vademecum.model import Figure
from vademecum.model.descriptions import description
from vademecum.model.kinds import KINDS
from vademecum.model.shapes import fields
from vademecum.sources.reading import read_markdown, read_yaml

FIGURES = next(field.shape.choices for field in fields(Figure) if field.key == "kind")
TO_FILL = {
    "empty",
    "empty-required",
    "context-without-text",
    "section-without-text",
    "missing-translation",
    "unused-concept",
    "unused-figure",
}
PATHS = {
    "case": "case_studies/{}.{}.md",
    "concept": "lexicon/{}.yml",
    "chapter": "docs/{1}/handbook/{0}.md",
    "figure": "docs/figures/{}.yml",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", MADE)
def test_the_check_tells_only_what_is_to_be_filled_in(what: str, language: str, project: Path) -> None:
    title = {"fr": "L’année anniversaire", "en": "The anniversary year"}[language]
    done = command("new", what, "--project", str(project), "--language", language, "--title", title)
    assert done.returncode == 0, done.stderr
    path = PATHS[what].format(
        {"fr": "l-annee-anniversaire", "en": "the-anniversary-year"}[language], language
    )
    assert done.stdout == path + "\n" and "--watch" in done.stderr
    before = {messages.line(finding, "en") for finding in findings(SOUND)}
    told = [finding for finding in findings(project) if messages.line(finding, "en") not in before]
    assert {finding.code for finding in told} <= TO_FILL, [messages.line(one, "en") for one in told]
    assert all(finding.location.path == path for finding in told)
    assert any(finding.code == "empty-required" for finding in told)


def test_values_given_are_filled_in(project: Path) -> None:
    done = command(
        *("new", "chapter", "--project", str(project), "--language", "en", "--title", "Budgets: who pays?"),
        *("--id", "budgets", "--set", "part=measure", "--set", "order=9"),
    )
    assert done.stdout == "docs/en/handbook/budgets.md\n", done.stderr
    text = (project / "docs/en/handbook/budgets.md").read_text(encoding="utf-8")
    data = read_markdown("docs/en/handbook/budgets.md", text)[0].data
    assert data == {"title": "Budgets: who pays?", "part": "measure", "order": "9"}


def test_no_file_is_written_over(project: Path) -> None:
    file = project / "lexicon" / "influence.yml"
    before = file.read_bytes()
    arguments = ("new", "concept", "--project", str(project), "--title", "Influence", "--language", "en")
    done = command(*arguments)
    assert done.returncode == 1 and "is there already" in done.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize(("title", "told"), [("///", "--title"), ("日本語", "--id")])
def test_a_title_of_which_no_id_is_made_is_told(project: Path, title: str, told: str) -> None:
    done = command("new", "concept", "--project", str(project), "--language", "en", "--title", title)
    assert done.returncode == 2
    assert title in done.stderr
    assert told in done.stderr


@pytest.mark.parametrize("wrong", [("--title", "X", "--id", "../x"), ("--title", ""), ("--title", "!!!"), ()])
def test_what_gives_no_name_is_refused(project: Path, wrong: tuple[str, ...]) -> None:
    done = command("new", "case", "--project", str(project), "--language", "fr", *wrong)
    assert done.returncode == 2 and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        (("--id", "Deux Villes"), "comme deux-villes."),
        (("--set", "thèmes=culture"), "Vouliez-vous dire themes=culture ?"),
    ],
)
def test_what_is_wrong_is_told_with_what_was_meant(project: Path, wrong: tuple[str, ...], meant: str) -> None:
    done = command("new", "case", "--project", str(project), "--language", "fr", "--title", "X", *wrong)
    assert done.returncode == 2 and meant in " ".join(done.stderr.split())


@pytest.mark.parametrize("what", ["tool", "livret"])
def test_what_is_begun_by_an_example_is_told_so(what: str) -> None:
    done = command("new", what)
    assert done.returncode == 2 and "CONTRIBUTING" in done.stderr


@pytest.mark.parametrize(("what", "meant"), [("cas", "case"), ("terme", "concept"), ("figur", "figure")])
def test_a_kind_that_is_nearly_one_is_told_in_one_language(what: str, meant: str) -> None:
    done = command("new", what, "--language", "fr")
    assert (
        done.returncode == 2 and f"Vouliez-vous dire {meant} ?" in done.stderr and "Error" not in done.stderr
    )


def answered(project: Path, kind: str, language: str, *answers: str) -> tuple[int, str]:
    """The exit status of `new` and what it says, with answers typed in a terminal."""
    terminal, its_end = pty.openpty()
    try:
        os.write(terminal, "".join(f"{answer}\n" for answer in answers).encode())
        done = subprocess.run(
            [sys.executable, "-m", "vademecum", "new", kind, "--project", project, "--language", language],
            stdin=its_end,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
    finally:
        os.close(terminal)
        os.close(its_end)
    return done.returncode, done.stderr


def test_an_answer_that_cannot_be_is_asked_for_again(project: Path) -> None:
    status, told = answered(
        *(project, "figure", "fr", "Des parts", "Some shares", "Des Parts", ""),
        *("camembert", "barres", "reed-2019"),
    )
    assert (
        status == 0
        and "[some-shares]" in told
        and "comme des-parts." in told
        and "[des-parts]" in told
        and told.count("bars, stacked") == 2
    )
    written = (project / "docs/figures/des-parts.yml").read_text(encoding="utf-8")
    assert "\nkind: bars\n" in written and "\nsource: reed-2019\n" in written


def test_the_english_term_makes_the_id_and_is_written(project: Path) -> None:
    status, told = answered(
        project, "concept", "fr", "Année anniversaire", "Anniversary year", "", "strategy"
    )
    assert status == 0, told
    data = yaml.safe_load((project / "lexicon/anniversary-year.yml").read_text(encoding="utf-8"))
    assert data["terms"] == {
        "fr": {"preferred": "Année anniversaire"},
        "en": {"preferred": "Anniversary year"},
    }


@pytest.mark.parametrize(
    ("what", "title", "path"),
    [
        ("concept", "Rayonnements", "lexicon/influence.yml"),
        ("case", "valmont et ses voisins", "case_studies/valmont.fr.md"),
    ],
)
def test_what_is_called_so_already_is_told_with_its_file(
    project: Path, what: str, title: str, path: str
) -> None:
    given = ("new", what, "--project", str(project), "--language", "fr", "--title", title)
    done = command(*given)
    assert (done.returncode, done.stdout) == (1, "") and f"est déjà dans {path}" in done.stderr
    assert command(*given, "--id", "another").returncode == 0  # the same words for something else


def test_an_example_of_a_number_is_free(project: Path) -> None:
    given = ("--title", "Un chapitre", "--id", "another", "--language", "fr")
    assert command("new", "chapter", "--project", str(project), *given).returncode == 0
    written = (project / "docs/fr/handbook/another.md").read_text(encoding="utf-8")
    assert "#   order: 2\norder:\n" in written


def test_comments_list_what_there_is_to_choose_from(project: Path) -> None:
    given = ("--title", "Deux", "--language", "fr")
    assert command("new", "case", "--project", str(project), *given).returncode == 0
    written = (project / "case_studies/deux.fr.md").read_text(encoding="utf-8")
    told = written.replace("\n# ", " ")
    assert "# Au choix sous « type » : commune, intercommunality (intercommunalité), " in written
    assert "Au choix : twinning (jumelage), convention, " in told
    assert "evaluated (constaté, évalué" in told


def test_no_answer_ends_with_a_sentence(project: Path) -> None:
    status, told = answered(project, "concept", "fr", "Un terme", "\x04")
    assert status == 1 and told.endswith("Sans réponse ; rien n’a été écrit.\n")
    assert not (project / "lexicon/un-terme.yml").exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_explained_with_an_example(kind, language: str) -> None:
    text = skeleton.skeleton(kind, language).split("\n")
    for field in fields(kind.model):
        mark = "" if field.required else "# "
        assert any(line.startswith(f"{mark}{field.key}:") for line in text), field.key


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_line_is_right_once_its_sign_is_taken_off(kind) -> None:
    bare: list[str] = []
    for field in fields(kind.model):
        said = len(list(skeleton.explained(field, "en", skeleton.NOTHING)))
        mark = "#   " if field.required else "# "
        lines = list(skeleton.field_lines(field, "en", {}))[said : None if not field.required else -1]
        assert all(line.startswith(mark) for line in lines)
        bare += [line.removeprefix(mark) for line in lines]
    document, told = read_yaml("lexicon/x.yml", "\n".join(bare))
    assert told == [] and list(document.data) == [field.key for field in fields(kind.model)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_that_has_its_original_is_begun_as_a_translation(language: str, project: Path) -> None:
    made = project / f"case_studies/valmont.{language}.md"
    if language == "fr":  # let the other language's file be the original
        made.rename(made.with_name("valmont.en.md"))
    else:
        made.unlink()
    given = ("--id", "valmont", "--title", "Valmont")
    done = command("new", "case", "--project", str(project), "--language", language, *given)
    assert done.returncode == 0, done.stderr
    text = made.read_text(encoding="utf-8")
    data = read_markdown(made.name, text)[0].data
    assert list(data) == ["title", "summary", "authorities", "partners", "logics", "outcomes"]
    assert data["authorities"] == {"valmont": {"name": ""}} and data["logics"] == {"F": ""}
    assert list(data["outcomes"]["visitors"]) == ["sought", "observed"]
    assert "    # Ville de Valmont\n    name:\n" in text
    assert text.count("\n## ") == 5
    told = {one.code for one in findings(project) if one.location.path.endswith(made.name)}
    assert told <= TO_FILL


def test_a_chapter_takes_its_place_from_the_other_language(project: Path) -> None:
    (project / "docs/en/handbook/opening.md").unlink()
    given = ("--id", "opening", "--title", "Opening", "--language", "en")
    assert command("new", "chapter", "--project", str(project), *given).returncode == 0
    written = (project / "docs/en/handbook/opening.md").read_text(encoding="utf-8")
    other = (project / "docs/fr/handbook/opening.md").read_text(encoding="utf-8")
    here, there = (read_markdown("docs/en/handbook/opening.md", text)[0].data for text in (written, other))
    assert [here[key] for key in ("part", "order")] == [there[key] for key in ("part", "order")]


@pytest.mark.parametrize("kind", FIGURES)
def test_the_examples_of_a_figure_are_those_of_its_kind(kind: str, project: Path) -> None:
    known = {"kind": kind, "source": "reed-2019"}
    made = {field.key: description(field.shape.of).example("en", known) for field in fields(Figure)}
    of_kind = {key: made[key] for key in ("title", "alt", "series", "rows")}
    text = yaml.safe_dump(known | of_kind, allow_unicode=True)
    references = project / "references.yml"  # of which one is as late as the examples
    references.write_text(references.read_text(encoding="utf-8").replace('"2019"', '"2024"'), "utf-8")
    path = project / "docs/figures/of-a-kind.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    told = [one for one in findings(project) if one.location.path == "docs/figures/of-a-kind.yml"]
    assert [one.code for one in told] == ["unused-figure"], [messages.line(one, "en") for one in told]


def test_values_that_are_known_are_written(project: Path) -> None:
    given = ("--set", "themes=culture, water", "--set", "summary=Two towns.")
    told = command("new", "case", "--project", str(project), "--language", "en", "--title", "Two", *given)
    assert told.returncode == 0, told.stderr
    path = project / "case_studies" / "two.en.md"
    written = read_markdown("case_studies/two.en.md", path.read_text(encoding="utf-8"))[0].data
    assert written["themes"] == ["culture", "water"] and written["summary"] == "Two towns."


def test_a_section_that_is_silent_has_no_heading(project: Path) -> None:
    given = ("--title", "Two", "--set", "silent=results")
    told = command("new", "case", "--project", str(project), "--language", "en", *given)
    assert told.returncode == 0, told.stderr
    text = (project / "case_studies" / "two.en.md").read_text(encoding="utf-8")
    assert "## Context\n" in text and "## Results\n" not in text


@pytest.mark.parametrize(
    ("what", "pair", "wanted"),
    [
        ("figure", "kind=séquence", "Write kind=sequence"),
        ("case", "themes=culture,musiqe", "“musiqe” is no value of “themes”"),
        ("case", "themes=Culture", "Write themes=culture"),
        ("chapter", "order=first", "no whole number"),
        ("case", "authorities=Valmont", "“authorities” is not made of one value"),
    ],
)
def test_a_value_that_a_key_does_not_take_is_told(project: Path, what: str, pair: str, wanted: str) -> None:
    told = command("new", what, "--project", str(project), "--language", "en", "--title", "X", "--set", pair)
    assert told.returncode == 2 and wanted in " ".join(told.stderr.split())
    assert not list(project.rglob("x.*"))


@pytest.mark.parametrize(
    ("pair", "wanted"),
    [
        ("theme=culture", "“theme” is no key. Did you mean themes=culture?"),
        ("country=FR", "“country” is no key. There are: title"),
        ("culture", "“culture” gives no key a value"),
    ],
)
def test_a_value_of_no_key_is_told(project: Path, pair: str, wanted: str) -> None:
    told = command(
        "new", "case", "--project", str(project), "--language", "en", "--title", "X", "--set", pair
    )
    assert told.returncode == 2 and wanted in " ".join(told.stderr.split())
    assert not (project / "case_studies" / "x.en.md").exists()


def test_nothing_is_written_through_a_folder_that_leads_out_of_the_project(
    project: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    (project / "case_studies").rename(outside)
    (project / "case_studies").symlink_to(outside)
    before = sorted(outside.iterdir())
    told = command("new", "case", "--project", str(project), "--language", "en", "--title", "X")
    assert told.returncode == 1 and "leads out of the project" in told.stderr
    assert sorted(outside.iterdir()) == before


def test_a_new_file_points_to_its_schema_which_is_there(project: Path) -> None:
    command("new", "figure", "--project", str(project), "--language", "en", "--title", "Shares")
    first = (project / "docs/figures/shares.yml").read_text(encoding="utf-8").split("\n")[0]
    schema = (project / "docs/figures" / first.partition("$schema=")[2]).resolve()
    assert json.loads(schema.read_text(encoding="utf-8"))["description"] == "docs/figures/<id>.yml"


def test_the_check_runs_again_at_every_save(project: Path) -> None:
    import subprocess
    import sys

    line = [sys.executable, "-u", "-m", "vademecum", "check", "--watch", "--project", str(project)]
    with subprocess.Popen(
        [*line, "--language", "en"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as watching:
        assert watching.stdout is not None
        try:
            assert any("No fault" in told for told in watching.stdout)
            time.sleep(0.5)  # let the watches settle
            file = project / "lexicon" / "influence.yml"
            file.write_text(file.read_text(encoding="utf-8") + "sumary: x\n", encoding="utf-8")
            told = next(told for told in watching.stdout if "influence.yml" in told)
            assert "unknown key; sumary" in told
        finally:
            watching.terminate()


def test_an_id_is_in_english(project: Path) -> None:
    arguments = ("new", "concept", "--project", str(project), "--title", "Accord")
    french = command(*arguments, "--language", "fr")
    assert "« accord » vient du titre" in french.stderr and "en anglais" in french.stderr
    assert "title" not in command(*arguments, "--language", "en", "--id", "agreement").stderr
    status, told = answered(project, "figure", "fr", "Des parts", "", "shares", "bars", "reed-2019")
    assert status == 0 and "en anglais" in told and "des-parts" not in told
    assert (project / "docs/figures/shares.yml").is_file()
