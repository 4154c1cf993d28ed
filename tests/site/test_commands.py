"""The commands as people and programs call them: exit statuses, formats, languages, and what a mistake is
told.
"""

import json
import shutil
from pathlib import Path

import pytest
from workshop import HOUSE, build_py

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def sound():
    return HERE / "untranslated"


@pytest.fixture(scope="module")
def faulty(tmp_path_factory, sound):
    folder = Path(shutil.copytree(sound, tmp_path_factory.mktemp("faulty") / "project"))
    (folder / "lexicon" / "twinning.yml").write_text("domain: nowhere\n", encoding="utf-8")
    return folder


def command(*arguments):
    done = build_py(HOUSE, *map(str, arguments))
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_check_leaves_0_without_fault_and_1_with_one(sound, faulty):
    assert command("check", "--project", sound).returncode == 0
    assert command("check", "--project", faulty).returncode == 1


def test_site_leaves_1_at_a_fault_and_writes_no_site(faulty):
    assert command("site", "--project", faulty).returncode == 1
    assert not (faulty / "site").exists()


def test_a_command_is_not_needed(faulty):
    assert command("--project", faulty).returncode == 1


MISTAKES = {
    "command": ["nonsense"],
    "option": ["check", "--nonsense"],
    "language": ["check", "--language", "de"],
    "format": ["check", "--format", "xml"],
    "argument": ["check", "more"],
    "no language for links": ["links", "README.md"],
    "no file for links": ["links", "nowhere.md", "--language", "fr"],
    "project that is none": ["check", "--project", "/"],
    "project that is nowhere": ["site", "--project", "nowhere"],
}


@pytest.mark.parametrize("arguments", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_leaves_2_and_says_which(arguments):
    done = command(*arguments)
    assert done.returncode == 2 and done.stdout == ""
    usage, error = ("Emploi : ", "Erreur : ") if "fr" in arguments else ("Usage: ", "Error: ")
    assert f"{usage}build.py" in done.stderr and error in done.stderr


def test_a_folder_that_is_no_project_is_told_what_it_lacks(tmp_path):
    assert "holds none of docs, lexicon, case_studies" in command("check", "--project", tmp_path).stderr


def test_findings_as_json_are_the_findings(faulty):
    lines = command("check", "--project", faulty, "--language", "en").stdout.splitlines()
    found = json.loads(command("check", "--project", faulty, "--language", "en", "--format", "json").stdout)
    marks = {"fault": "", "remark": "remark: "}
    told = [f"{f['path']}:{f['line']}:{f['column']}: {marks[f['level']]}{f['message']}" for f in found]
    assert told == lines
    assert {f["level"] for f in found} == {"fault", "remark"}


def test_findings_for_github_are_commands_that_it_reads(faulty):
    """The worst ten; the others follow as they are told anywhere."""
    lines = command("check", "--project", faulty, "--format", "github").stdout.splitlines()
    assert not any(line.startswith("::") for line in lines[10:])
    for line in lines[:10]:
        assert line.startswith(("::error file=", "::warning file=", "::notice file=")), line
        assert ",line=" in line.split("::")[1] and ",col=" in line.split("::")[1], line


def test_messages_come_in_the_language_asked_for(faulty):
    said = {code: command("check", "--project", faulty, "--language", code) for code in ("fr", "en")}
    assert said["fr"].stdout != said["en"].stdout
    assert len(said["fr"].stdout.splitlines()) == len(said["en"].stdout.splitlines())


@pytest.mark.parametrize(
    ("locale", "language"), [("fr_FR.UTF-8", "fr"), ("C.UTF-8", "en"), ("nonsense", "en")]
)
def test_messages_come_in_the_language_of_the_locale(faulty, locale, language):
    done = build_py(HOUSE, "check", "--project", str(faulty), LC_ALL=locale, LANG=locale, LANGUAGE="")
    assert done.stdout == command("check", "--project", faulty, "--language", language).stdout


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["-h"], ["check", "--help"], ["site", "--help"], ["links", "--help"], ["serve", "--help"]],
)
def test_help_is_there(arguments):
    done = command(*arguments)
    assert done.returncode == 0 and done.stdout.startswith("Usage: build.py")


def test_links_leaves_0_and_prints_places(sound, tmp_path):
    file = tmp_path / "note.md"
    file.write_text("Un jumelage, des jumelages.\n", encoding="utf-8")
    assert command("links", file, "--language", "fr", "--project", sound).stdout.splitlines() == [
        f"{file}:1:4: jumelage -> twinning",
        f"{file}:1:18: jumelages -> twinning",
    ]
    found = command("links", file, "--language", "fr", "--project", sound, "--format", "json")
    assert found.returncode == 0 and json.loads(found.stdout)[0] == {
        "line": 1,
        "column": 4,
        "form": "jumelage",
        "concept": "twinning",
    }
