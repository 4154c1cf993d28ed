"""`import`: drafts of cases from a table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vademecum.commands import options, output
from vademecum.commands.kind_made import KindRead
from vademecum.language.nearest import nearest
from vademecum.language.words import words

if TYPE_CHECKING:  # what a command needs is loaded when it runs
    from vademecum.editing.table_import import Columns
    from vademecum.sources.text.source_file import SourceFile


@click.command("import")
@click.argument("what", type=KindRead(("cases",)), metavar="cases")
@click.argument("file", metavar="FILE.csv", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.PROJECT
@options.LANGUAGE
@click.option(
    "--columns",
    "columns_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    metavar="MAP.yml",
    help="Which column of the table is which field of a case.",
)
def import_command(what: str, file: Path, root: Path, language: str, columns_file: Path) -> None:
    """Make drafts of cases from a table in CSV, each with what is missing; no file is written over.

    MAP.yml says which column is which field: "columns: {title: Name, partners.name: Partner}"; it may also
    have language (fr or en, of the drafts), separator (of cells, if it is not the one that the first line
    shows), between (what sets several values of a cell apart, else |), id (the column that ids are made from)
    and values (what the table calls a key: "themes: {H2O: water}").
    """
    from vademecum import files
    from vademecum.editing import table_import
    from vademecum.sources.loading import load

    sentences = words(language)["commands"]["imported"]
    columns, written = _columns(columns_file.resolve(), language)
    rows = _rows(file, columns, written, language)
    library, _ = load(root)
    folder = files.own_folder(root, "case_studies")
    for draft in table_import.drafts(rows, columns, library.vocabularies):
        path = folder / f"{draft.id}.{columns.language}.md"
        if any(folder.glob(f"{draft.id}.*.md")):
            output.tell(sentences["there"].format(file=output.shown(path)), "yellow")
            continue
        files.write_whole(path, draft.text.encode())
        click.echo(sentences["draft"].format(file=output.shown(path), missing=", ".join(draft.missing)))
        if draft.guessed:
            guesses = ", ".join(f"{found} → {taken}" for found, taken in draft.guessed.items())
            output.tell(sentences["guessed"].format(guesses=guesses), "yellow")
    for line in (unnamed := table_import.unnamed(rows, columns)):
        output.tell(f"{output.shown(file)}:{line}: {sentences['unnamed']}", "red")
    if unnamed:
        sys.exit(1)


def _columns(file: Path, language: str) -> tuple[Columns, SourceFile]:
    """What MAP.yml says, and where; ends the command with its faults, where it has any."""
    from vademecum.checks import messages
    from vademecum.editing import table_import
    from vademecum.sources import reading
    from vademecum.sources.meant import validation
    from vademecum.sources.text import text_files

    text, strange = text_files.read_text(file.parent, file)
    document, wrong = reading.read_yaml(file.name, text or "")
    columns, found = validation.parse(table_import.Columns, document)
    findings = messages.ordered(strange if text is None else [*strange, *wrong, *found])
    if columns is None or any(map(messages.is_fault, findings)):
        output.show(findings, language)
        sys.exit(1)
    return columns, document


def _rows(file: Path, columns: Columns, written: SourceFile, language: str) -> list[dict[str, str]]:
    """The rows of the table; ends the command where it is none, or lacks a column."""
    from vademecum.editing import table_import

    sentences = words(language)["commands"]["imported"]
    try:
        return table_import.read(table_import.text_of(output.given(file)), columns)
    except table_import.NotATable:
        output.tell(sentences["no_table"].format(file=output.shown(file)), "red")
    except table_import.UnknownColumn as error:
        place = written.where(*error.at, key=error.key)
        told = sentences["column"].format(name=error.name, known=", ".join(error.known[:40]))
        if near := nearest(error.name, error.known):
            told = f"{told} {sentences['near'].format(name=near)}"
        output.tell(f"{place.path}:{place.line}:{place.column}: {told}", "red")
    sys.exit(1)
