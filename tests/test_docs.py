"""The project's own documents say what is there: every field, command and option, and examples that pass the
check.
"""

from __future__ import annotations

import re
import shutil
import typing
from pathlib import Path

import click
import pytest
import yaml
from projects import command, findings
from pydantic.fields import FieldInfo

from vademecum.checks import messages
from vademecum.commands.cli import cli
from vademecum.editing import tables
from vademecum.language.languages import LANGUAGES
from vademecum.model import Model, kinds, shapes

HOUSE = Path(__file__).resolve().parents[1]
CASES = Path(__file__).parent / "docs"
README = (HOUSE / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROSE = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/fr/contribute.md",
    "docs/en/contribute.md",
    "docs/fr/about.md",
    "docs/en/about.md",
)
CONTENT = ("docs", "lexicon", "case_studies", "references.yml", "acronyms.yml", "vocabularies.yml")
FORMATS = yaml.safe_load((CASES / "formats.yml").read_text(encoding="utf-8"))
MISTAKES = yaml.safe_load((CASES / "mistakes.yml").read_text(encoding="utf-8"))
# What follows `test` goes to pytest, which has a help of its own.
OURS = sorted(cli.commands.keys() - {"test"})


# -- fields --------------------------------------------------------------------------------------------------
# -----------


def rows(heading: str) -> dict[str, tuple[str, str]]:
    """The table below a heading of CONTRIBUTING: key -> (type, required)."""
    below = re.split(rf"^#+ {re.escape(heading)}$", CONTRIBUTING, flags=re.MULTILINE)
    assert len(below) == 2, f"CONTRIBUTING has no heading, or several, {heading!r}"
    table = re.split(r"^#", below[1], flags=re.MULTILINE)[0]
    return {
        key: (kind, required)
        for key, kind, required in re.findall(r"^\| `([^`]+)` \| (.*?) \| (yes|no) \|", table, re.MULTILINE)
    }


def models() -> dict[str, type[Model]]:
    """Every model that editors fill, those inside others included."""
    return {made.__name__: made for made in shapes.models(*(kind.model for kind in kinds.KINDS))}


def fields(name: str) -> dict[str, FieldInfo]:
    """The fields that an editor writes: the id comes from the file's name or the entry's key."""
    return {info.alias or key: info for key, info in models()[name].model_fields.items() if key != "id"}


def literals(annotation: object) -> set[str]:
    """The words that a field of closed choice takes."""
    if typing.get_origin(annotation) is typing.Literal:
        return set(typing.get_args(annotation)) - set(LANGUAGES)
    return {word for argument in typing.get_args(annotation) for word in literals(argument)}


@pytest.mark.parametrize(("heading", "name"), FORMATS.items(), ids=FORMATS.values())
def test_tables_name_the_fields_of_the_models(heading: str, name: str) -> None:
    assert list(rows(heading)) == list(fields(name))


def test_tables_are_those_that_the_model_gives() -> None:
    assert tables.written(CONTRIBUTING) == CONTRIBUTING, "run python -m vademecum.editing.tables"


@pytest.mark.parametrize(("heading", "name"), FORMATS.items(), ids=FORMATS.values())
def test_tables_say_what_is_required(heading: str, name: str) -> None:
    required = {key for key, info in fields(name).items() if info.is_required()}
    assert {key for key, (_, said) in rows(heading).items() if said == "yes"} == required


@pytest.mark.parametrize(("heading", "name"), FORMATS.items(), ids=FORMATS.values())
def test_tables_name_every_choice(heading: str, name: str) -> None:
    for key, (kind, _) in rows(heading).items():
        assert literals(fields(name)[key].annotation) <= set(re.findall(r"`([^`]+)`", kind)), (
            f"choices of {key!r}"
        )


def test_every_model_that_editors_fill_has_its_table() -> None:
    # The translation's table shows in place the {name: …} that a party becomes there.
    assert models().keys() - {"AuthorityTranslation"} == set(FORMATS.values())


# -- examples
# -----------------------------------------------------------------------------------------------------------


def examples() -> dict[str, str]:
    """The example files of CONTRIBUTING: each is a fenced block whose paragraph ends with the file's path."""
    found = re.findall(r"`([\w./-]+)`:\n\n(````?)\w+\n(.*?\n)\2\n", CONTRIBUTING, re.DOTALL)
    return {path: text for path, _, text in found}


def lay(folder: Path) -> Path:
    """A copy of the project's content with the examples in it; what goes into a file that is there is added
    to its end.
    """
    for name in CONTENT:
        copy = shutil.copytree if (HOUSE / name).is_dir() else shutil.copy
        copy(HOUSE / name, folder / name)
    for path, text in examples().items():
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(text)
    return folder


def test_contributing_has_an_example_of_each_kind() -> None:
    assert {path.split("/")[0] for path in examples()} == {
        "references.yml",
        "lexicon",
        "case_studies",
        "docs",
    }


def test_examples_pass_the_check(tmp_path: Path) -> None:
    done = command("check", "--project", str(lay(tmp_path)), "--language", "en")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", MISTAKES)
def test_messages_shown_are_the_messages_given(name: str, tmp_path: Path) -> None:
    file = lay(tmp_path) / MISTAKES[name]["file"]
    for old, new in MISTAKES[name]["change"].items():
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{file.name} no longer holds {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = [messages.line(finding, "en") for finding in findings(tmp_path)]
    assert any(line in CONTRIBUTING for line in said), (
        "CONTRIBUTING does not show what the check says:\n" + "\n".join(said)
    )


def test_every_mistake_shown_is_tried() -> None:
    shown = re.findall(r"^ *[\w./-]+:\d+:\d+: ", CONTRIBUTING, re.MULTILINE)
    assert len(shown) == len(MISTAKES)


def test_messages_point_to_a_heading_that_is_there() -> None:
    assert "CONTRIBUTING.md, 'Formats'" in messages.catalogue()["bad-form"]["en"][2]
    assert "\n## Formats\n" in CONTRIBUTING


# -- commands
# -----------------------------------------------------------------------------------------------------------


def options(name: str) -> set[str]:
    """The options that `build.py NAME --help` tells of."""
    made = cli.commands[name]
    with click.Context(made, info_name=name) as context:
        return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", made.get_help(context))) - {"--help"}


def documented() -> dict[str, set[str]]:
    """The README's table of commands: command -> options in its row."""
    table = README.split("\n## Commands\n")[1].split("\n## ")[0]
    return {
        name: set(re.findall(r"`(--[a-z-]+)", row))
        for name, row in re.findall(r"^\| `build\.py (\w+)[^|]*(.*)", table, re.MULTILINE)
    }


def shown() -> list[tuple[str, str, set[str]]]:
    """Every command line that a document shows: (document, command, options)."""
    found = []
    for name in PROSE:
        text = (HOUSE / name).read_text(encoding="utf-8")
        for called, rest in re.findall(r"build\.py(?: ([a-z]+))?([^\n`|]*)", text):
            found.append((name, called or "site", set(re.findall(r"--[a-z-]+", rest))))
    return found


def test_the_readme_documents_every_command_and_no_other() -> None:
    assert documented().keys() == cli.commands.keys()


@pytest.mark.parametrize("name", OURS)
def test_the_readme_documents_every_option_and_no_other(name: str) -> None:
    assert documented()[name] == options(name)


def test_help_lists_every_command() -> None:
    assert (
        set(re.findall(r"^  ([a-z]+)  ", command("--help").stdout.split("Commands:")[1], re.MULTILINE))
        == cli.commands.keys()
    )


def test_commands_shown_anywhere_exist() -> None:
    unknown = [(name, called) for name, called, _ in shown() if called not in cli.commands]
    assert unknown == []


def test_options_shown_anywhere_exist() -> None:
    unknown = [
        (name, called, used)
        for name, called, used in shown()
        if called in OURS and not used <= options(called)
    ]
    assert unknown == []


# -- places --------------------------------------------------------------------------------------------------
# -----------


def test_files_and_folders_named_in_the_readme_exist() -> None:
    named = set(
        re.findall(r"(?:\]\(|`)((?:[\w.-]+/)*[\w.-]+(?:/|\.(?:md|yml|py|in|txt|toml|webp|png)))[`)]", README)
    )
    assert (
        sorted(
            path
            for path in named - {"site/", ".venv/", ".vade-mecum/schemas/"}
            if not (HOUSE / path).exists()
        )
        == []
    )


def test_the_readmes_picture_is_light_enough_to_load() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures and all((HOUSE / path).stat().st_size < 200_000 for path in pictures)
