"""The project's own documents say what is there: every command and option, every file that they name."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from projects import command

import vademecum
from vademecum.commands.cli import COMMANDS, cli

HOUSE = Path(__file__).resolve().parents[1]
README = (HOUSE / "README.md").read_text(encoding="utf-8")
PROSE = (
    "README.md",
    "CONTRIBUTING.md",
    "CONTRIBUTING.fr.md",
    "CHANGELOG.md",
    "docs/fr/contribute.md",
    "docs/en/contribute.md",
    "docs/fr/about.md",
    "docs/en/about.md",
)
# What follows `test` goes to pytest, which has a help of its own.
OURS = sorted(COMMANDS.keys() - {"test"})


# -- commands ------------------------------------------------------------------------------------------------


def options(name: str) -> set[str]:
    """The options that `build.py NAME --help` tells of."""
    made = cli.get_command(click.Context(cli), name)
    assert made is not None
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
    assert documented().keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", OURS)
def test_the_readme_documents_every_option_and_no_other(name: str) -> None:
    assert documented()[name] == options(name)


def test_help_lists_every_command() -> None:
    assert (
        set(re.findall(r"^  ([a-z]+)  ", command("--help").stdout.split("Commands:")[1], re.MULTILINE))
        == COMMANDS.keys()
    )


def test_commands_shown_anywhere_exist() -> None:
    unknown = [(name, called) for name, called, _ in shown() if called not in COMMANDS]
    assert unknown == []


def test_options_shown_anywhere_exist() -> None:
    unknown = [
        (name, called, used)
        for name, called, used in shown()
        if called in OURS and not used <= options(called)
    ]
    assert unknown == []


# -- places --------------------------------------------------------------------------------------------------


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


def test_the_readme_lists_the_folders_of_the_generator_in_their_order() -> None:
    order = re.search(r"\n\n(language, [^`]*)\n\n", vademecum.__doc__ or "")
    assert order is not None
    listed = re.findall(r"^\| \[([\w/]+)/\]\(vademecum/\1/\) \|", README, re.MULTILINE)
    assert listed == [name.replace(".", "/") for name in re.split(r",\s+", order[1])]


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "DECISIONS.md", "SECURITY.md"])
def test_links_between_the_documents_lead_somewhere(name: str) -> None:
    text = re.sub(r"`[^`\n]*`", "", (HOUSE / name).read_text(encoding="utf-8"))
    for path, _, anchor in (link.partition("#") for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text)):
        assert (HOUSE / path).exists(), path
        if anchor:
            headings = re.findall(
                r"^#+ (.*)$", (HOUSE / (path or name)).read_text(encoding="utf-8"), re.MULTILINE
            )
            assert anchor in {heading.lower().replace(" ", "-") for heading in headings}, anchor
