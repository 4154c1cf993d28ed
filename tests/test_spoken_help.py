"""What the command line says, in the reader's language: usage, errors and the help of every command."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po
from babel.support import Translations

from vademecum.commands.cli import COMMANDS, FRENCH, HELP, VERSION, cli
from vademecum.commands.locales import CATALOGUES
from vademecum.commands.version import version

FOLDER = CATALOGUES / "fr" / "LC_MESSAGES"
ROOT = Path(__file__).parent.parent
SAID = {  # a command line -> what is said of it in French
    "check --langage fr": "Erreur : L’option « --langage » n’existe pas. Vouliez-vous dire « --language » ?",
    "nouveau": "Erreur : La commande « nouveau » n’existe pas. Vouliez-vous dire « new » ?",
    "chek": "Erreur : La commande « chek » n’existe pas. Vouliez-vous dire « check » ?",
    "new": "Erreur : Il manque l’argument « case|concept|chapter|figure ».",
    "check --format xml": "« xml » n’est pas parmi « text », « github », « gitlab », « markdown », « json ».",
    "new case --set": "Erreur : L’option « --set » attend une valeur.",
    "print --case x": "Erreur : Il manque l’option « --output ».",
    "new case --titel x": "(Vouliez-vous dire l’une de celles-ci : « --help », « --title » ?)",
    "serve --port l'eau'd'ici": "« l'eau'd'ici » n’est pas un nombre entier.",
    "version": "La commande « version » n’existe pas. Vouliez-vous dire « --version » ?",
    "check --project tests/mistakes": "ne contient aucun de ces dossiers : docs, lexicon, case_studies.",
}


def of_help() -> Iterator[str]:
    """Every sentence of our own help."""
    context = click.Context(cli)
    yield cli.help or ""
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        yield inspect.cleandoc(command.help or "")
        yield from (one.help for one in command.params if isinstance(one, click.Option) and one.help)


def test_every_help_is_in_french() -> None:
    with (FOLDER / "messages.po").open("rb") as file:
        known = {message.id for message in read_po(file) if message.string}
    assert [sentence for sentence in of_help() if sentence not in known] == []


def metavars() -> Iterator[tuple[str, str]]:
    """What stands for the value of every parameter: as our code has it, else as click makes it up."""
    context = click.Context(cli)
    yield "cli", cli.subcommand_metavar
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        for one in command.params:
            shown = not isinstance(one.type, (click.Choice, click.types.UnprocessedParamType))
            if shown and not getattr(one, "is_flag", False):
                yield f"{name} {one.name}", one.metavar or f"click: {one.make_metavar(context)}"


def test_every_stand_in_for_a_value_is_in_french() -> None:
    with (FOLDER / "messages.po").open("rb") as file:
        known = {message.id for message in read_po(file) if message.string}
    assert [(name, shown) for name, shown in metavars() if shown not in known] == []


def test_the_catalogue_is_compiled() -> None:
    """`messages.mo` says what `messages.po` does."""
    compiled = Translations.load(CATALOGUES, ["fr"], "messages")
    with (FOLDER / "messages.po").open("rb") as file:
        for message in read_po(file):
            if message.id and isinstance(message.id, str):
                assert compiled.gettext(message.id) == message.string


def test_french_names_lead_to_commands() -> None:
    assert set(FRENCH.values()) <= {*COMMANDS, *HELP, VERSION}


def run(line: str, locale: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LANGUAGE")}
    return subprocess.run(
        [sys.executable, "-m", "vademecum", *line.split()],
        cwd=ROOT,
        env={**environment, "LANG": locale},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("line", SAID)
def test_what_cannot_be_understood_is_told_in_french(line: str) -> None:
    done = run(line, "fr_FR.UTF-8")
    assert done.returncode == 2
    assert SAID[line] in done.stderr
    assert "Emploi :" in done.stderr or "Usage" not in done.stderr


def test_the_version_is_told() -> None:
    told = run("--version --language fr", "en_GB.UTF-8")
    assert (told.returncode, told.stdout) == (0, f"Vade-mecum {version()}\n")


def test_the_language_asked_for_wins() -> None:
    assert "Erreur :" in run("check --language fr --foo", "en_GB.UTF-8").stderr
    assert "Error:" in run("check --language en --foo", "fr_FR.UTF-8").stderr
    assert "Emploi :" in run("--help --language fr", "en_GB.UTF-8").stdout


def test_help_is_in_french_on_a_french_machine() -> None:
    told = run("check --help", "fr_FR.UTF-8").stdout
    assert told.startswith("Emploi : ")
    assert "Vérifier à nouveau à chaque enregistrement" in told


HELPS = {  # a command -> what its help says, spaces as they come
    "new": ("La langue du fichier, de ses commentaires", "--title TEXTE", "--id IDENTIFIANT"),
    "serve": ("--port PORT",),
    "links": ("FICHIER",),
    "import": ("cases TABLEAU.csv", "COLONNES.yml dit quelle"),
    "export": ("skos-turtle", "lexicon-csv-en", "outcomes-csv-en", "bibtex", "schemas"),
    "": ("COMMANDE [ARGUMENTS]...",),
}


@pytest.mark.parametrize("command", HELPS)
def test_the_help_says(command: str) -> None:
    told = " ".join(run(f"{command} --help", "fr_FR.UTF-8").stdout.split())
    assert [words for words in HELPS[command] if words not in told] == []
