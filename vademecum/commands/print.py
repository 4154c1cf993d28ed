"""`print`: what one names as one PDF."""

from __future__ import annotations

import sys
from collections.abc import Callable
from gettext import gettext
from pathlib import Path
from typing import Any

import click

from vademecum import files
from vademecum.checks import messages
from vademecum.commands import options, output
from vademecum.hosts import settings
from vademecum.hosts.terminal import plain
from vademecum.model import Finding
from vademecum.model.fields import ENTRY_KINDS
from vademecum.pages.edition import Edition


def _several(kind: str) -> Callable[[options.Command], options.Command]:
    """An option that names an entry, and may be given again for another."""
    help_ = f"A {kind} to print, by its id or the name in its address; may be repeated."
    return click.option(f"--{kind}", kind, multiple=True, metavar="NAME", help=help_)


def _file(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    if value is not None and (not value.name or value.is_dir()):
        raise click.BadParameter(gettext("Name a file, such as handout.pdf."))
    if value is not None and not value.absolute().parent.is_dir():
        raise click.BadParameter(gettext("{folder} is no folder.").format(folder=value.parent))
    return value


def _title(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if not value.isprintable():
        raise click.BadParameter(gettext("A title is one line of words."))
    return value.strip()


@click.command("print")
@options.PROJECT
@options.HOUSE_SETTINGS
@_several("chapter")
@_several("concept")
@_several("case")
@_several("tool")
@click.option("--booklet", default="", metavar="ID", help="A booklet of docs/booklets.yml.")
@click.option(
    "--title", default="", callback=_title, metavar="TEXT", help="The title of a booklet of one's own."
)
@options.in_language("The language to print in; else the locale's.")
@click.option(
    "--output",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=_file,
    metavar="FILE",
    help="The PDF to write.",
)
@click.option("--list", "lists", is_flag=True, help="List the names of all that can be printed.")
def print_command(root: Path, house_settings: bool, language: str, lists: bool, **asked: Any) -> None:
    """Print chapters, concepts, cases and tools, or a configured booklet, as one PDF."""
    names = [(kind, name) for kind in ENTRY_KINDS for name in asked[kind]]
    if not lists:
        _require(names, asked)
    read = settings.read(settings.file_of(root, house_settings))
    edition, faults = _read(root, language, read)
    if lists:
        _list(edition)
        return
    if faults:
        output.show(faults, language)
        output.leave(faults)
    findings = _print(edition, names, asked["booklet"], asked["title"], asked["file"])
    output.show(findings, language)
    output.warn_of_address(read, language)
    output.leave(findings)


def _require(names: list[tuple[str, str]], asked: dict[str, Any]) -> None:
    """Refuse what cannot be understood, before anything is read."""
    if names and asked["booklet"]:
        raise click.UsageError(
            gettext("A booklet of docs/booklets.yml is printed by itself: leave out --booklet, or all else.")
        )
    if not (names or asked["booklet"]):
        raise click.UsageError(
            gettext(
                "Name at least one --chapter, --concept, --case or --tool, or else one --booklet; "
                "--list shows their names."
            )
        )
    if asked["booklet"] and asked["title"]:
        raise click.UsageError(gettext("A booklet of docs/booklets.yml has its title there."))
    if asked["file"] is None:
        raise click.UsageError(gettext("Missing option '--output'."))


def _read(root: Path, language: str, read: settings.Settings) -> tuple[Edition, list[Finding]]:
    """One language of the project, and what is at fault in it."""
    from vademecum.pages.project import edition, read_project
    from vademecum.sources import history

    project = read_project(root)
    of_language = edition(project, language, read.setting(history.dates(root)[0]))
    findings = (*project.findings, *of_language.findings.of_pages())
    return of_language, messages.ordered(filter(messages.is_fault, findings))


def _list(edition: Edition) -> None:
    """Print what has a name: the option that takes it, the id, the name in its address, the title."""
    from vademecum.print import naming

    for name in naming.names(edition):
        other = f" ({name.in_address})" if name.in_address not in ("", name.id) else ""
        click.echo(plain(f"--{name.kind} {name.id}{other}: {name.title}"))


def _print(
    edition: Edition, names: list[tuple[str, str]], booklet: str, title: str, file: Path
) -> list[Finding]:
    """Print into the file, which is written whole or not at all; exits where a name is nobody's."""
    from vademecum.print import naming, printing

    try:
        pdf, findings = printing.print_chosen(edition, booklet, names, title, file.name)
    except naming.Unknown as error:
        output.tell(f"{error.option}: {messages.message(error.finding, edition.language)}", "red")
        sys.exit(1)
    if pdf:
        files.write_whole(file, pdf)
        output.tell(output.shown(file))
    return findings
