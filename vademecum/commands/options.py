"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext
from pathlib import Path
from typing import Any, TypeVar

import click

from vademecum import house
from vademecum.checks import report
from vademecum.commands.locales import language_of_locale
from vademecum.language.languages import LANGUAGES

Command = TypeVar("Command", bound=Callable[..., Any])
CONTENT = ("docs", "lexicon", "case_studies")


def _project(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    root = Path(value).resolve()
    if not any((root / folder).is_dir() for folder in CONTENT):
        sentence = gettext("{folder} holds none of {folders}.")
        raise click.BadParameter(sentence.format(folder=value, folders=", ".join(CONTENT)))
    return root


def language(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """The language asked for, else the locale's."""
    return value or language_of_locale()


def within(root: Path, file: str) -> str | None:
    """A file's path from the project's root, as it is typed from where one is or from that root; None where
    it is not there.
    """
    for path in (Path(file).resolve(), (root / file).resolve()):
        if path.is_relative_to(root) and path.exists():
            return path.relative_to(root).as_posix()
    return None


PROJECT = click.option(
    "--project",
    "root",
    # An installed generator has no content of its own: it works where it is called.
    default=str(house.HOUSE) if house.IS_CHECKOUT else ".",
    callback=_project,
    metavar="DIR",
    help="Work on another folder of the same shape.",
)


def in_language(help_: str) -> Callable[[Command], Command]:
    """The option of a language, with what it is the language of."""
    return click.option("--language", type=click.Choice(LANGUAGES), callback=language, help=help_)


LANGUAGE = in_language("The language of messages; else the locale's.")
HOUSE_SETTINGS = click.option(
    "--house-settings",
    is_flag=True,
    help="Take the content of DIR alone: its mkdocs.yml, whose plugins and hooks are code, is left aside.",
)
FINDINGS_FORMAT = click.option(
    "--format",
    "output_format",
    type=click.Choice(report.FORMATS),
    default="text",
    show_default=True,
    help="github marks the ten worst on the lines of a pull request, gitlab all; markdown is for a summary.",
)
